//! Days that were missed, and an illness: the plan goes on, nothing is made up for, and after a week
//! or more the way back has its table (science of detraining, `measures::coming_back`).

use super::{
    Bending, Draft, review,
    way_back::{break_before, obey, shape},
    words,
};
use crate::plan::{Demand, feasible::ENOUGH};
use rulebook::{
    RuleId,
    measures::coming_back::{ComingBack, Row},
    words::{count, distance},
};
use training::{
    Date, Metres,
    calendar::{add_days, days_between},
};

/// With fewer weeks than this until the race, a break of a week lowers the goal (Feely 2023).
const SOON_DAYS: i64 = 42;

/// Days without running up to today, for whatever reason.
pub(super) fn missed(bending: &mut Bending<'_>, from: Date, to: Date) {
    leave_out(bending, from, to);
    if come_back(bending, to, Hard::Stays) == Row::GoOn {
        review::lower_after(bending, add_days(from, -1));
    }
}

/// What becomes of the first hard session after days without running.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hard {
    /// It is run as it is written.
    Stays,
    /// It is easy.
    IsEased,
}

/// An illness, and the hard session that was made easy for it already.
pub(super) fn sick(bending: &mut Bending<'_>, (from, to): (Date, Date), eased: Option<Date>) {
    if to >= bending.from {
        let text = format!(
            "No running while you are ill. The days up to {} are left out and not made up for; if \
             it takes longer, say so again.",
            words::date(to)
        );
        bending.say(text, &["rest-when-ill"]);
    }
    leave_out(bending, from, to);
    let is_still_to_come = |day: Date| day > to && !bending.draft.on(day).is_empty();
    let hard = if eased.is_some_and(is_still_to_come) { Hard::Stays } else { Hard::IsEased };
    come_back(bending, to, hard);
}

/// Takes the sessions from one day to another out of the plan, as far as they are still to come. A
/// race keeps its day: whether to run it is decided then.
pub(super) fn leave_out(bending: &mut Bending<'_>, from: Date, to: Date) {
    for day in bending.draft.days_between(from.max(bending.from), to) {
        if !bending.draft.is_race(day) {
            bending.draft.put(day, Vec::new());
        }
    }
}

/// How the plan goes on after the last day without running; by which row of the table.
pub(super) fn come_back(bending: &mut Bending<'_>, last: Date, hard: Hard) -> Row {
    let first = add_days(last, 1).max(bending.from);
    let back = break_before(bending, first);
    let row = back.as_ref().map_or(Row::GoOn, |back| back.row);
    if bending.draft.days_from(first).is_empty() {
        bending.say("Nothing is planned after these days, so nothing changes.", &[]);
        return row;
    }
    match &back {
        Some(back) if row > Row::GoOn => {
            shape(bending, back);
            explain(bending, back);
        }
        _ => go_on(bending, first, hard),
    }
    let was = bending.draft.clone();
    let cut = obey(bending, first);
    let is_long = |(day, rule): &&(Date, RuleId)| {
        rule.0 == "build-long-runs-gradually" && was.is_key(*day) && bending.draft.is_key(*day)
    };
    if let Some((day, _)) = cut.iter().find(is_long) {
        say_cut(bending, *day);
    }
    row
}

/// Up to six days: the plan as written. After an illness the first hard session is easy.
fn go_on(bending: &mut Bending<'_>, first: Date, hard: Hard) {
    bending.say(
        "Up to six missed days change little: go on with the plan as it is written. What was missed \
         is not made up for.",
        &["return-gently"],
    );
    if hard == Hard::Stays {
        return;
    }
    let next = bending.draft.days_from(first).into_iter().find(|day| bending.draft.is_hard(*day));
    let Some(day) = next.filter(|day| !bending.draft.is_race(*day)) else { return };
    if days_between(first, day) > 7 {
        return;
    }
    let text = format!(
        "After an illness the first hard session is left out: {} is easy.",
        words::day(day)
    );
    bending.make_easy(day);
    bending.say(text, &["rest-when-ill"]);
}

fn explain(bending: &mut Bending<'_>, back: &ComingBack) {
    let missed = count(back.missed as usize, "day");
    let own = Row::of(back.missed);
    let sport = if back.row < own {
        " Other sports kept you fit, so the way back is a shorter one."
    } else {
        ""
    };
    let half = count(((back.missed + 1) / 2) as usize, "day");
    let third = count(((back.missed + 2) / 3) as usize, "day");
    let how = match back.row {
        Row::GoOn => return,
        Row::OneWeek => format!(
            "the first week holds 50 to 70 % of your last full week{}, all easy; the missed week is \
             dropped",
            of_week(bending, back)
        ),
        Row::Halves => format!(
            "{half} at half of what you ran{}, all easy, then {half} at three \
             quarters",
            of_week(bending, back)
        ),
        Row::Thirds => format!(
            "{third} each at 33, 50 and 75 % of what you ran{}; the plan begins with its base again",
            of_week(bending, back)
        ),
        Row::NewBase => {
            "three weeks each at about 33, 50, 70 and 85 % of what you ran: a new base".to_owned()
        }
    };
    bending.say(format!("After {missed} without running: {how}.{sport}"), &["return-gently"]);
    if back.row >= Row::Halves {
        bending.say(
            "Take the paces of hard sessions by feel until an easy run at your usual heart rate \
             shows where you are. Riding or swimming on the days between keeps you fit without \
             impact.",
            &["return-gently"],
        );
    }
}

/// ` (42.0 km)`.
fn of_week(bending: &Bending<'_>, back: &ComingBack) -> String {
    let said = |week: Metres| format!(" ({})", distance(week, bending.reality.case.units));
    back.last_week.map_or_else(String::new, said)
}

/// The race keeps its date; what it aims at may not.
fn keep_the_race(bending: &mut Bending<'_>, back: &ComingBack) {
    let Some(race) = bending.draft.race_from(bending.from) else { return };
    let left = days_between(back.first_day, race);
    let when = words::date(race);
    let text = match back.row {
        Row::OneWeek | Row::GoOn if left >= SOON_DAYS => format!("The race on {when} stays."),
        Row::OneWeek | Row::GoOn => format!(
            "The race on {when} stays. Less than six weeks are left, so aim 2 to 4 % slower than \
             before: runners with such a gap were slower by about 5 to 8 % than in their own \
             undisturbed races."
        ),
        Row::Halves => format!(
            "The race on {when} stays for now; what to aim at is best decided after two weeks of \
             running."
        ),
        Row::Thirds | Row::NewBase => format!(
            "The race on {when} stays in the plan for now. Its distance and its aim were set before \
             the break: look at both again, and make a new plan if another suits you better."
        ),
    };
    bending.say(text, &["return-gently"]);
}

fn say_cut(bending: &mut Bending<'_>, day: Date) {
    let session = &bending.draft.on(day)[0];
    let far = distance(bending.reality.ruler.distance(session), bending.reality.case.units);
    let text = format!(
        "{} goes {far} on {}: a tenth more than the longest run of the thirty days before is \
         enough, and the missed days took the runs in between.",
        words::capital(&words::what(bending.draft.on(day))),
        words::day(day),
    );
    bending.say(text, &["build-long-runs-gradually"]);
}

/// What days without running up to one mean for the race: its aim after a break, and the longest run that the bent plan holds before it, where that
/// is clearly less than was planned and than usually suffices.
pub(super) fn weigh_the_race(bending: &mut Bending<'_>, last: Date) {
    let back = break_before(bending, add_days(last, 1));
    if let Some(back) = back.filter(|back| back.row > Row::GoOn) {
        keep_the_race(bending, &back);
    }
    let Some(race) = bending.draft.race_from(bending.from) else { return };
    let eve = add_days(race, -1);
    let longest = |draft: &Draft| {
        let days = draft.days_between(bending.from, eve);
        days.iter()
            .map(|day| bending.reality.planned_distance(draft, *day, *day))
            .fold(0.0, f64::max)
    };
    let (was, is) = (longest(&Draft::of(bending.plan)), longest(&bending.draft));
    let suffices = Demand::of(Metres(bending.length(race))).longest.0.min(was);
    if is >= ENOUGH * suffices {
        return;
    }
    let said = |metres: f64| distance(Metres(metres), bending.reality.case.units);
    let text = format!(
        "Before the race on {} the longest run is {} now; {} would do. A shorter race or a later \
         day would be kinder: a new plan finds one.",
        words::date(race),
        said(is),
        said(suffices)
    );
    bending.say(text, &["build-long-runs-gradually"]);
}
