//! The way back after days without running: what the rules of coming back and of long runs leave of
//! each day, from the first one on. The rules hold, day by day; here their holds are obeyed.

use super::{Bending, sessions};
use crate::plan::imagined;
use rulebook::{
    Allows, Choice, Hold, RuleId,
    measures::coming_back::{ComingBack, Row, coming_back},
};
use training::{Date, Metres, NamedRun, Phase, calendar::add_days};

/// The rules whose holds a plan obeys on the way back.
const OBEYED: [&str; 3] = ["return-gently", "wait-after-long-races", "build-long-runs-gradually"];
/// The first week after 7 to 13 missed days holds 50 to 70 %: this is its middle.
const MIDDLE: f64 = 0.6;
/// With less than this for each of its runs on average, seven days hold fewer runs.
const FEW: Metres = Metres::from_km(3.5);

/// The break that ends with the first run from a day on; `None` where none of seven days or more
/// does, or nothing more is planned.
pub(super) fn break_before(bending: &Bending<'_>, first: Date) -> Option<ComingBack> {
    let resumes = *bending.draft.days_from(first.max(bending.from)).first()?;
    let runs = bending.reality.runs_until(&bending.draft, add_days(resumes, -1));
    let back = coming_back(&bending.reality.on(resumes, &runs))?;
    (back.first_day == resumes).then_some(back)
}

/// Shapes the seven-day blocks of a way back: as many per cent of the last full week as its table
/// gives, easy as long as it says so. Fillers go before the others become too short.
pub(super) fn shape(bending: &mut Bending<'_>, back: &ComingBack) {
    let mut block = back.first_day;
    while let Some(step) = back
        .row
        .step(back.missed, days_since(back, add_days(block, 3)))
        .or_else(|| back.row.step(back.missed, days_since(back, block)))
    {
        let last = add_days(block, 6).min(bending.draft.last_day());
        let share = if step.least > 0.0 { MIDDLE } else { step.most };
        if step.is_easy_only {
            make_easy(bending, block, last);
        }
        let planned = bending.reality.planned_distance(&bending.draft, block, last);
        let week = back.last_week.map_or(planned, |week| week.0);
        scale(bending, (block, last), share * week);
        let phase = (back.row >= Row::Thirds).then_some(Phase::Base);
        bending.draft.name_week(bending.draft.week_of(block), phase);
        block = add_days(block, 7);
        if block > bending.draft.last_day() {
            break;
        }
    }
}

fn days_since(back: &ComingBack, day: Date) -> i64 {
    training::calendar::days_between(back.first_day, day)
}

/// Makes easy what is hard from one day to another; a race keeps its day.
fn make_easy(bending: &mut Bending<'_>, first: Date, last: Date) {
    for day in bending.draft.days_between(first, last) {
        bending.make_easy(day);
    }
}

/// Cuts what lies between two days to a distance: first it takes days that would become too short,
/// the fillers first, then every run in the same proportion. A race stays, and takes
/// its part of it.
pub(super) fn scale(bending: &mut Bending<'_>, (first, last): (Date, Date), most: f64) {
    let days = bending.draft.days_between(first, last).into_iter();
    let (races, mut days): (Vec<Date>, Vec<Date>) =
        days.partition(|day| bending.draft.is_race(*day));
    let most = (most - bending.lengths(&races)).max(0.0);
    while days.len() > 2 && most < FEW.0 * days.len() as f64 {
        let Some(least) = bending.least(&days) else { break };
        bending.draft.put(least, Vec::new());
        days.retain(|day| *day != least);
    }
    let planned = bending.lengths(&days);
    if planned <= most {
        return;
    }
    for day in days {
        bending.cut_to_share(day, most / planned);
    }
}

/// Walks through the days and keeps each to what the rules leave of it, given the days before.
/// Returns the days from which something was taken, each with the last rule that did.
pub(super) fn obey(bending: &mut Bending<'_>, first: Date) -> Vec<(Date, RuleId)> {
    let choices: Vec<Choice> =
        OBEYED.iter().filter_map(|rule| bending.doctrine.choice(RuleId(rule)).cloned()).collect();
    let first = first.max(bending.from);
    let mut runs = bending.reality.runs_until(&bending.draft, add_days(first, -1));
    let mut cut = Vec::new();
    for day in bending.draft.days_from(first) {
        cut.extend(obey_on(bending, day, &choices, &runs).map(|rule| (day, rule)));
        let planned = bending.draft.planned_between(day, day);
        runs.extend(imagined(&planned, &bending.reality.case));
    }
    cut
}

/// Keeps one day to what the rules leave of it; which of them took something last.
fn obey_on(
    bending: &mut Bending<'_>,
    day: Date,
    choices: &[Choice],
    runs: &[NamedRun],
) -> Option<RuleId> {
    if bending.draft.is_race(day) {
        return None;
    }
    let case = bending.reality.on(day, runs);
    let mut by = None;
    for choice in choices {
        let Some(hold) = choice.rule.hold.and_then(|hold| hold(&case, &choice.parameters())) else {
            continue;
        };
        let was = bending.draft.on(day).to_vec();
        keep_to(bending, day, &hold);
        if bending.draft.on(day) != was.as_slice() {
            by = Some(choice.rule.id);
        }
    }
    by
}

/// Takes from a day what a hold does not leave of it.
fn keep_to(bending: &mut Bending<'_>, day: Date, hold: &Hold) {
    let ruler = bending.reality.ruler;
    match hold.allows {
        Allows::Anything => {}
        Allows::Short | Allows::Easy => bending.make_easy(day),
        Allows::Clinician | Allows::Rest | Allows::Swap => bending.draft.put(day, Vec::new()),
    }
    let by_time = hold.longest.map(|time| sessions::easy_distance(ruler, time));
    for most in by_time.into_iter().chain(hold.farthest) {
        let share = bending.draft.on(day).len().max(1) as f64;
        bending.draft.each(day, |session| ruler.cut(session, Metres(most.0 / share)));
    }
}
