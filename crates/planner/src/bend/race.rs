//! A race on the way: it takes its day, what is demanding around it becomes easy, and the days after
//! it follow the rule for long races. A race too far for the runs before it is not put in.

use super::{Bending, mend::mend, way_back::obey, words};
use rulebook::{
    RuleId,
    measures::jump::longest_before_day,
    words::{distance as said, race_name},
};
use training::{Amount, Date, Effort, Metres, Part, Purpose, Session, calendar::add_days};

/// So many days before and after a race nothing is hard.
const AROUND: i64 = 2;
/// From this distance on a race is the week's long run.
const IS_LONG: Metres = Metres::from_km(15.0);
/// No more of a long run is run in the week of a shorter race, as a share.
const OF_THE_LONG: f64 = 0.75;
/// The day before a race is a day off, or no more than this.
const DAY_BEFORE: Metres = Metres::from_km(5.0);

/// Puts a race into the plan.
pub(super) fn race(bending: &mut Bending<'_>, day: Date, distance: Metres) {
    if !bending.may_change(day) {
        let text = format!(
            "{} is not among the days of the plan that are still to come, so nothing changes.",
            words::day(day)
        );
        bending.say(text, &[]);
        return;
    }
    mend(bending);
    let (was, without) = (bending.draft.clone(), bending.reality.look(&bending.draft));
    bending.draft.put(day, vec![session(distance)]);
    make_room(bending, day, distance);
    if let Some(text) = too_far(bending, day, distance) {
        bending.draft = was;
        bending.say(text, &["build-long-runs-gradually"]);
        return;
    }
    let before = bending.draft.clone();
    obey(bending, add_days(day, 1));
    let needs_rest = bending.draft != before;
    mend(bending);
    let look = bending.reality.look(&bending.draft);
    if let Some(broken) = bending.reality.beyond(&look, &without).first() {
        bending.draft = was;
        let text = format!(
            "{} on {} does not fit into the plan: {}",
            words::at_start(&race_name(distance)),
            words::date(day),
            broken.finding.message
        );
        bending.say(text, &[broken.finding.rule.0]);
        return;
    }
    let text = format!(
        "{} takes the place of a hard session: what is demanding within two days of it is easy.",
        words::at_start(&race_name(distance))
    );
    bending.say(text, &["space-hard-days"]);
    if needs_rest {
        bending.say(
            "After it come days without running and easy ones, as many as its distance asks for.",
            &["wait-after-long-races"],
        );
    }
}

fn session(distance: Metres) -> Session {
    let effort = Effort { amount: Amount::Distance(distance), speed: None, hr_cap: None };
    Session { parts: vec![Part::Unbroken { purpose: Purpose::Race, effort }] }
}

/// Nothing demanding around it; before a shorter race of the week the long run is a shorter one.
fn make_room(bending: &mut Bending<'_>, day: Date, distance: Metres) {
    let ruler = bending.reality.ruler;
    let eve = add_days(day, -1);
    if bending.may_change(eve) && !bending.draft.is_race(eve) {
        bending.draft.each(eve, |it| ruler.cut(&ruler.easy_instead(it), DAY_BEFORE));
    }
    let near = |other: Date| (add_days(day, -AROUND)..=add_days(day, AROUND)).contains(&other);
    let week = bending.draft.week_of(day);
    let mut days = bending.draft.days_in(week);
    days.extend((-AROUND..=AROUND).map(|step| add_days(day, step)));
    days.sort();
    days.dedup();
    for other in days {
        let is_open = bending.may_change(other) && other != day && other != eve;
        if !is_open || bending.draft.is_race(other) {
            continue;
        }
        let is_long = bending.draft.is_key(other) && !bending.draft.is_hard(other);
        if is_long && (near(other) || distance >= IS_LONG) {
            bending.draft.each(other, |it| shorter_easy(ruler, it));
        } else if near(other) {
            bending.draft.each(other, |it| ruler.easy_instead(it));
        }
    }
}

/// A long run as a shorter easy one.
fn shorter_easy(ruler: super::sessions::Ruler, session: &Session) -> Session {
    let most = Metres(OF_THE_LONG * ruler.distance(session).0);
    let shorter = ruler.cut(session, most);
    let easy = |part: &Part| match *part {
        Part::Unbroken { purpose: Purpose::Long, effort } => {
            Part::Unbroken { purpose: Purpose::Easy, effort }
        }
        _ => part.clone(),
    };
    Session { parts: shorter.parts.iter().map(easy).collect() }
}

/// A race that goes much farther than the longest run of the thirty days before it.
fn too_far(bending: &Bending<'_>, day: Date, distance: Metres) -> Option<String> {
    let choice = bending.doctrine.choice(RuleId("build-long-runs-gradually"))?;
    let runs = bending.reality.runs_until(&bending.draft, add_days(day, -1));
    let longest = longest_before_day(&bending.reality.on(day, &runs), day)?;
    let most = Metres(longest.0 * (1.0 + choice.parameters().number("max_jump")));
    let units = bending.reality.case.units;
    (distance.0 > most.0 + 1.0).then(|| {
        format!(
            "{} on {} would be much farther than your longest run by then, {}; up to {} fits, or a \
             later day.",
            words::at_start(&race_name(distance)),
            words::date(day),
            said(longest, units),
            said(most, units)
        )
    })
}
