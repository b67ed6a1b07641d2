//! A race on the way, or one of the plan on another day or over another distance: it takes its day,
//! what is demanding around it becomes easy, and the days after it follow the rule for long races. A
//! race too far for the runs before it is not put in.

use super::{Bending, goal_race, look::Look, mend::mend, sessions::as_easy, way_back::obey, words};
use rulebook::{
    RuleId,
    measures::jump::longest_before_day,
    words::{distance as said, pace, race_name},
};
use training::{
    Amount, Date, Effort, Metres, MetresPerSecond, Purpose, Session, calendar::add_days,
};

/// So many days before and after a race nothing is hard.
const AROUND: i64 = 2;
/// From this distance on a race is the week's long run.
const IS_LONG: Metres = Metres::from_km(15.0);
/// No more of a long run is run in the week of a shorter race, as a share.
const OF_THE_LONG: f64 = 0.75;
/// The day before a race is a day off, or no more than this.
const DAY_BEFORE: Metres = Metres::from_km(5.0);

/// Puts a race into the plan, or gives one of its races another day or distance.
pub(super) fn race(bending: &mut Bending<'_>, day: Date, distance: Metres) {
    match goal_race::replaced(bending, day, distance) {
        Some(was) if was != day && day >= bending.from => rescheduled(bending, was, day, distance),
        Some(was) if was == day => another_distance(bending, day, distance),
        _ => {
            added(bending, day, distance, None);
        }
    }
}

/// A race of the plan gets another day, where it fits there.
fn rescheduled(bending: &mut Bending<'_>, was: Date, day: Date, distance: Metres) {
    let without = mend(bending);
    let (draft, said) = (bending.draft.clone(), bending.reasons.len());
    let weeks = bending.draft.week_count() as i64;
    if let Err(why) = goal_race::reschedule(bending, was, day) {
        bending.draft = draft;
        bending.say(why, &[]);
        return;
    }
    let longer_by = bending.draft.week_count() as i64 - weeks;
    bending.say(goal_race::moved_words(was, day, distance, longer_by), &[]);
    make_room(bending, day, distance);
    if let Some((text, rule)) = why_not(bending, day, distance, &without) {
        bending.draft = draft;
        bending.reasons.truncate(said);
        bending.say(text, &[rule]);
    }
}

/// The race of a day becomes one over another distance, and what was paced for it is paced anew.
fn another_distance(bending: &mut Bending<'_>, day: Date, distance: Metres) {
    if goal_race::is_over(bending, day, distance) {
        bending.say("This race is in the plan already, on its day.", &[]);
        return;
    }
    let before = bending.draft.clone();
    let speed = goal_race::repace(bending, day, distance);
    if !added(bending, day, distance, speed) {
        bending.draft = before;
    } else if let Some(speed) = speed {
        let pace = pace(speed, bending.reality.case.units);
        let text = format!(
            "What was aimed at over the other distance is worth {pace} over this one, and what was \
             to be run at the pace of the race is paced so."
        );
        bending.say(text, &[]);
    }
}

/// Puts a race in; whether it fits.
fn added(
    bending: &mut Bending<'_>,
    day: Date,
    distance: Metres,
    speed: Option<MetresPerSecond>,
) -> bool {
    if !bending.may_change(day) {
        let text = format!(
            "{} is not among the days of the plan that are still to come, so nothing changes.",
            words::day(day)
        );
        bending.say(text, &[]);
        return false;
    }
    let without = mend(bending);
    let (was, said) = (bending.draft.clone(), bending.reasons.len());
    let text = format!(
        "{} takes the place of a hard session: what is demanding within two days of it is easy.",
        words::capital(&race_name(distance))
    );
    bending.say(text, &["space-hard-days"]);
    bending.draft.put(day, vec![session(distance, speed)]);
    make_room(bending, day, distance);
    let Some((text, rule)) = why_not(bending, day, distance, &without) else { return true };
    bending.draft = was;
    bending.reasons.truncate(said);
    bending.say(text, &[rule]);
    false
}

/// Gives the days after a race what they ask for, and says why it does not fit where it breaks a rule
/// even so, beside what the plan mended without it breaks.
fn why_not(
    bending: &mut Bending<'_>,
    day: Date,
    distance: Metres,
    without: &Look,
) -> Option<(String, &'static str)> {
    if let Some(text) = too_far(bending, day, distance) {
        return Some((text, "build-long-runs-gradually"));
    }
    recover(bending, day);
    let look = mend(bending);
    let broken = bending.reality.beyond(&look, without).into_iter().next()?;
    let text = format!(
        "{} on {} does not fit into the plan: {}",
        words::capital(&race_name(distance)),
        words::date(day),
        broken.finding.message
    );
    Some((text, broken.finding.rule.0))
}

/// The days after a race are as easy as its distance asks.
fn recover(bending: &mut Bending<'_>, race: Date) {
    let before = bending.draft.clone();
    obey(bending, add_days(race, 1));
    if bending.draft != before {
        bending.say(
            "After it come days without running and easy ones, as many as its distance asks for.",
            &["wait-after-long-races"],
        );
    }
}

fn session(distance: Metres, speed: Option<MetresPerSecond>) -> Session {
    let effort = Effort { amount: Amount::Distance(distance), speed, hr_cap: None };
    Session::unbroken(Purpose::Race, effort)
}

/// Nothing demanding around it; before a shorter race of the week the long run is a shorter one.
fn make_room(bending: &mut Bending<'_>, day: Date, distance: Metres) {
    let ruler = bending.reality.ruler;
    let eve = add_days(day, -1);
    if bending.may_change(eve) && !bending.draft.is_race(eve) {
        bending.draft.each(eve, |it| {
            ruler.cut(&as_easy(&ruler.easy_instead(it), Purpose::Long), DAY_BEFORE)
        });
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
            bending.make_easy(other);
        }
    }
}

/// A long run as a shorter easy one.
fn shorter_easy(ruler: super::sessions::Ruler, session: &Session) -> Session {
    let most = Metres(OF_THE_LONG * ruler.distance(session).0);
    as_easy(&ruler.cut(session, most), Purpose::Long)
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
            words::capital(&race_name(distance)),
            words::date(day),
            said(longest, units),
            said(most, units)
        )
    })
}
