//! A check-in that speaks against today's session: today is what the rules leave of it, and a key
//! session finds a later day of the week. It is swapped, never stacked. A race keeps its day.

use super::{Bending, moving::moved, words};
use crate::{Action, today::decided};
use rulebook::Case;
use training::{Date, calendar::add_days};

/// What today's answers make of today's session.
pub(super) fn red(bending: &mut Bending<'_>) {
    let today_is = bending.reality.case.on;
    if !bending.may_change(today_is) || bending.draft.on(today_is).is_empty() {
        bending.say("Nothing is planned for the rest of today, so nothing changes.", &[]);
        return;
    }
    let planned = bending.plan.planned();
    let case = Case { planned: &planned, ..bending.reality.case };
    let (action, left, because) = decided(&case, bending.doctrine);
    if action == Action::Run {
        bending.say("Today's answers leave today's session as it is.", &[]);
        return;
    }
    for because in because {
        bending.say(because.message, &[because.rule.0]);
    }
    if bending.draft.is_race(today_is) {
        bending.say(
            "The race keeps its day in the plan, but today's answers speak against running it.",
            &[],
        );
        return;
    }
    let was = bending.draft.on(today_is).to_vec();
    let is_key = bending.draft.is_key(today_is);
    let later = if is_key { later_day(bending, today_is) } else { None };
    let session = left.map(|prescribed| prescribed.session);
    bending.draft.put(today_is, session.into_iter().collect());
    let what = words::capital(&words::what(&was));
    match later {
        Some(day) => bending.say(
            format!("{what} moves to {}; nothing is stacked.", words::day(day)),
            &["recover-before-hard"],
        ),
        None if is_key && !bending.draft.is_key(today_is) => bending.say(
            format!(
                "{what} is left out: no other day of this week has room, and nothing is stacked."
            ),
            &["space-hard-days"],
        ),
        None => {}
    }
}

/// The first later day of the week on which the session works: not before the day after tomorrow,
/// so that a night's sleep has had its turn.
fn later_day(bending: &mut Bending<'_>, day: Date) -> Option<Date> {
    let end = bending.draft.week_of(day).end();
    let days = (2..7).map(|step| add_days(day, step)).take_while(|later| *later <= end);
    let mut days: Vec<Date> = days.collect();
    days.sort_by_key(|later| bending.draft.on(*later).is_empty());
    days.into_iter().find(|later| moved(bending, day, *later).is_ok())
}
