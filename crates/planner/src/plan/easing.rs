//! What is taken from a plan's weeks when a rule speaks against them: a little at a time, until none
//! does. Knows which rule is about what.

use super::{imagined::Broken, shape::Outline};
use training::Metres;

/// Each step takes so much.
const STEP: f64 = 0.97;
/// A lighter week holds this share of what it would have held.
const LIGHTER: f64 = 0.75;

/// Takes a little from the weeks that break a rule.
pub fn ease(weeks: &mut [Outline], broken: &[Broken]) {
    for Broken { week, finding } in broken {
        let place = week - 1;
        match finding.rule.0 {
            "build-long-runs-gradually" => shorten_long(&mut weeks[place]),
            "keep-recovery-runs-short" => weeks[place].eased.recovery *= STEP * STEP,
            "raise-one-thing-at-a-time" => weeks[place].eased.hard *= STEP,
            "keep-most-runs-easy" | "limit-hard-runs" | "space-hard-days" | "mix-your-efforts" => {
                drop_hard(weeks, place);
            }
            "take-cutback-weeks" => lighten(weeks, place),
            _ => shorten(&mut weeks[place]),
        }
    }
}

/// Makes the lighter week before lighter: shorter, and with a run fewer. Without one, this week
/// becomes it.
fn lighten(weeks: &mut [Outline], place: usize) {
    let first = place.saturating_sub(3);
    let last = weeks[first..place].iter_mut().rev().find(|week| week.is_lighter);
    if let Some(week) = last {
        week.eased.runs_fewer = 1;
        shorten(week);
        return;
    }
    let week = &mut weeks[place];
    week.is_lighter = true;
    week.distance = Metres(LIGHTER * week.distance.0);
    week.long = Metres(LIGHTER * week.long.0);
}

fn shorten(week: &mut Outline) {
    week.distance = Metres(STEP * week.distance.0);
    shorten_long(week);
}

fn shorten_long(week: &mut Outline) {
    week.long = Metres(STEP * week.long.0);
}

/// One hard session fewer in this week, or in the weeks before it where it has none left.
fn drop_hard(weeks: &mut [Outline], place: usize) {
    const MOST: usize = 2;
    let first = place.saturating_sub(3);
    let eased = weeks[first..=place].iter_mut().rev().find(|week| week.eased.hard_fewer < MOST);
    if let Some(week) = eased {
        week.eased.hard_fewer += 1;
    }
}
