//! What is taken from a plan's weeks when a rule speaks against them: a little at a time, until none
//! does. Knows which rule is about what.

use super::{
    imagined::Broken,
    shape::{LIGHTER, Outline},
};

/// Each step takes so much.
const STEP: f64 = 0.97;
/// A lighter week of which more was taken is light; the trouble is elsewhere.
const LIGHT_ENOUGH: f64 = 0.85;
/// So many runs are left out of a week at the most.
const MOST_RUNS_FEWER: usize = 2;

/// Takes a little from the weeks that break a rule.
pub fn ease(weeks: &mut [Outline], broken: &[Broken]) {
    for Broken { week, finding } in broken {
        let place = week - 1;
        let eased = &mut weeks[place].eased;
        match finding.rule.0 {
            "build-long-runs-gradually" => {
                eased.long *= STEP;
                eased.hard *= STEP;
            }
            "climb-after-a-base" => eased.no_hills = true,
            "keep-recovery-runs-short" => eased.recovery *= STEP * STEP,
            "place-recovery-runs" | "earn-recovery-runs" | "keep-recovery-runs-plain" => {
                eased.recovery_fewer += 1;
            }
            "raise-one-thing-at-a-time" => eased.hard *= STEP,
            "take-rest-days" | "break-up-straight-days" => {
                eased.runs_fewer = (eased.runs_fewer + 1).min(MOST_RUNS_FEWER);
            }
            "keep-most-runs-easy" | "limit-hard-runs" | "space-hard-days" | "mix-your-efforts" => {
                drop_hard(weeks, place);
            }
            "take-cutback-weeks" => lighten(weeks, place),
            _ => shorten(&mut weeks[place]),
        }
    }
}

/// Makes the lighter week before lighter: shorter, and with a run fewer. Without one, and where it is
/// light enough, this week becomes one.
fn lighten(weeks: &mut [Outline], place: usize) {
    let first = place.saturating_sub(3);
    let last = weeks[first..place].iter_mut().rev().find(|week| week.lighter.is_some());
    if let Some(week) = last.filter(|week| week.eased.week > LIGHT_ENOUGH) {
        week.eased.runs_fewer = (week.eased.runs_fewer + 1).min(MOST_RUNS_FEWER);
        shorten(week);
        return;
    }
    let week = &mut weeks[place];
    if week.lighter.is_some() {
        shorten(week);
    } else {
        week.lighter = Some(LIGHTER);
    }
}

fn shorten(week: &mut Outline) {
    week.eased.week *= STEP;
    week.eased.long *= STEP;
}

/// One hard session fewer in this week, or in the weeks before it where it has none left; at last no
/// long run.
fn drop_hard(weeks: &mut [Outline], place: usize) {
    const MOST: usize = 2;
    let first = place.saturating_sub(3);
    let eased = weeks[first..=place].iter_mut().rev().find(|week| week.eased.hard_fewer < MOST);
    match eased {
        Some(week) => week.eased.hard_fewer += 1,
        None => weeks[place].eased.no_long = true,
    }
}
