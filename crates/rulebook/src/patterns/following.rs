//! The days of a log one by one, and what the runner said on the day itself and the day after.

use crate::case::Case;
use training::{CheckIn, Date, NamedRun, calendar::add_days};

/// The days with a run up to the day judged, oldest first, each with its runs.
pub(super) fn run_days<'a>(case: &Case<'a>) -> impl Iterator<Item = (Date, &'a [NamedRun])> {
    let known = case.runs_between(Date::MIN, case.on);
    known.chunk_by(|one, next| one.date() == next.date()).map(|runs| (runs[0].date(), runs))
}

/// What the runner said on a day, as far as they did and the day has come.
pub(super) fn said_on<'a>(case: &Case<'a>, day: Date) -> Option<&'a CheckIn> {
    (day <= case.on).then(|| case.as_of(day).check_in_today()).flatten()
}

/// What the runner said on the day after.
pub(super) fn said_after<'a>(case: &Case<'a>, day: Date) -> Option<&'a CheckIn> {
    said_on(case, add_days(day, 1))
}
