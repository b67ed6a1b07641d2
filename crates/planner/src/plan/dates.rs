//! The days on which a race can be led to from today: the first and the last for which a plan can be
//! made. Asked only where a race is too near or too far.

use super::{NoPlan, WEEKS_ALLOWED, Wish, earliest, feasible::FIRST_RUN_REGULARLY, propose};
use rulebook::{Case, Doctrine};
use training::{Date, Goal, Metres, calendar::add_days};

/// Every day of the weeks that a plan may take.
fn days(case: &Case<'_>) -> impl DoubleEndedIterator<Item = Date> {
    let begins = earliest(case);
    let (least, most) = (*WEEKS_ALLOWED.start() as i64, *WEEKS_ALLOWED.end() as i64);
    (7 * (least - 1)..7 * most).map(move |day| add_days(begins, day))
}

/// Why a race on a day that is too near or too far cannot be planned for, and which days can.
pub(super) fn out_of_range(
    case: &Case<'_>,
    doctrine: &Doctrine,
    wish: &Wish,
    (distance, race): (Metres, Date),
) -> NoPlan {
    let fits = |day: &Date| {
        let goal = Goal::Race { distance, on: Some(*day) };
        propose(case, doctrine, &Wish { goal, weeks: None, time: None, ..wish.clone() }).is_ok()
    };
    let first = days(case).find(fits);
    let last = first.and_then(|_| days(case).rev().find(fits));
    let is_near = days(case).next().is_some_and(|first| race < first);
    NoPlan::RaceOutOfRange { race, is_near, fits: first.zip(last) }
}

/// The same in words.
pub(super) fn in_words(race: Date, is_near: bool, fits: Option<(Date, Date)>) -> String {
    let (least, most) = (WEEKS_ALLOWED.start(), WEEKS_ALLOWED.end());
    let how = if is_near { "near" } else { "far off" };
    let said = format!(
        "the race on {race} is too {how}: a plan takes {least} to {most} weeks, from the next week on; "
    );
    let until = if is_near { ", and for this race everymile today says what to run" } else { "" };
    said + &match fits {
        Some((first, last)) => format!("give a day from {first} to {last}: --date{until}"),
        None => FIRST_RUN_REGULARLY.to_owned(),
    }
}
