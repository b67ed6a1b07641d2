//! What the runner could do on a day, from the runs around it. Knows no segment and no purpose; a
//! number that the runs do not tell is `None`, and what the runner stated wins.

mod best_efforts;
mod critical_speed;
mod demand;
mod evidence;
mod heart;
mod hyperbola;
mod pulse_line;
mod thresholds;
mod trace;
pub(crate) mod windows;

pub use best_efforts::BestEffort;
pub use demand::Demand;
pub(crate) use demand::USUAL_RESERVE;
pub use trace::{HalfHour, Trace, Traced};

use evidence::{Evidence, Known, around, middle};
use pulse_line::PulseLine;
use training::{
    Ability, Bpm, Date, Metres, MetresPerSecond, Profile, RunId, Seconds, calendar::add_days,
};

/// Days before and after the day whose runs tell what the runner could do on it. A run is judged
/// with what is known now about then.
const WINDOW: (i64, i64) = (90, 30);
/// The wider window, for when the first holds little.
const WIDE_WINDOW: (i64, i64) = (180, 60);
/// With fewer runs than this the window is widened.
const RUNS_MIN: usize = 8;
/// Heart-rate maximum changes slowly: days before and after that tell it.
const YEAR: (i64, i64) = (365, 180);

/// Standard error of a speed that the runner stated, as a share of it.
const STATED_SPEED_SE: f64 = 0.02;
/// Standard error of a heart rate that the runner stated, in bpm.
const STATED_HR_SE: f64 = 2.0;

/// The first and the last day whose runs can tell what the runner could do on a day.
pub fn days_that_tell(on: Date) -> (Date, Date) {
    (add_days(on, -YEAR.0), add_days(on, YEAR.1))
}

/// What the runner could do on a day, from the traces of the runs around it (any order; those
/// outside the window are ignored) and from what the runner stated.
pub fn ability(traces: &[Traced<'_>], profile: &Profile, on: Date) -> Ability {
    let runs = window(traces, on);
    let hr_max = hr_max(traces, profile, on);
    let line = hr_max.as_ref().and_then(|hr_max| PulseLine::of(&runs, hr_max));
    let found = critical_speed::find(&runs, hr_max.as_ref(), line.as_ref());
    let (critical_speed, d_prime) = match profile.threshold_speed {
        Some(speed) => (Some(Known::stated(speed.0, STATED_SPEED_SE * speed.0)), None),
        None => found.map_or((None, None), |found| (Some(found.critical_speed), found.reserve)),
    };
    let anchors = Anchors { runs: &runs, critical_speed, hr_max, line };
    let lt2_hr = profile
        .threshold_hr
        .map(|hr| Known::stated(hr.0, STATED_HR_SE))
        .or_else(|| thresholds::lt2_hr(&anchors));
    let dated = |known: &Known| newest(traces, &known.from).unwrap_or(on);
    let speed = |known: Known| known.estimate(MetresPerSecond, dated);
    let bpm = |known: Known| known.estimate(Bpm, dated);
    Ability {
        lt1_speed: thresholds::lt1_speed(&anchors).map(speed),
        lt1_hr: thresholds::lt1_hr(&anchors).map(bpm),
        lt2_hr: lt2_hr.map(bpm),
        easy_speed: thresholds::easy_speed(&anchors).map(speed),
        critical_speed: anchors.critical_speed.map(speed),
        d_prime: d_prime.map(|known| known.estimate(Metres, dated)),
        hr_max: anchors.hr_max.map(bpm),
        usual_duration: usual_duration(&runs),
    }
}

/// The day of the newest of some runs; `None` of no run.
fn newest(traces: &[Traced<'_>], runs: &[RunId]) -> Option<Date> {
    traces.iter().fold(None, |newest, traced| {
        // Names are compared only where the day could matter: there are hundreds of them.
        let is_newer = newest < Some(traced.date) && runs.contains(traced.id);
        if is_newer { Some(traced.date) } else { newest }
    })
}

/// The middle of how long the runs took; a run whose time nobody knows does not count.
fn usual_duration(runs: &[Evidence<'_>]) -> Option<Seconds> {
    let times = runs.iter().map(|run| run.trace().moving.0).filter(|time| *time > 0.0);
    middle(times.collect()).map(Seconds)
}

/// What the thresholds are told from.
struct Anchors<'a> {
    runs: &'a [Evidence<'a>],
    critical_speed: Option<Known>,
    hr_max: Option<Known>,
    line: Option<PulseLine>,
}

fn window<'a>(traces: &[Traced<'a>], on: Date) -> Vec<Evidence<'a>> {
    let near = around(traces, on, WINDOW.0, WINDOW.1);
    if near.len() >= RUNS_MIN && near.iter().any(Evidence::is_hard) {
        return near;
    }
    around(traces, on, WIDE_WINDOW.0, WIDE_WINDOW.1)
}

fn hr_max(traces: &[Traced<'_>], profile: &Profile, on: Date) -> Option<Known> {
    let stated = profile.hr_max.map(|hr| Known::stated(hr.0, STATED_HR_SE));
    stated.or_else(|| heart::hr_max(&around(traces, on, YEAR.0, YEAR.1), profile, on))
}
