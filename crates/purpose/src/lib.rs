//! What every stretch of a run was for. Knows the runner from the history (`ability`), cuts a run
//! into segments on effort, names the segments, then the run. Never sees a rule.

mod ability;
mod bouts;
mod changes;
mod climbs;
mod cuts;
mod declared;
mod edges;
mod effort;
mod facts;
mod heard;
mod measured;
mod naming;
mod race;
mod segments;
mod settle;
mod shape;
mod spans;
mod stream;
mod summary;
mod whole;
mod witness;
mod work;
mod yardstick;

pub use ability::{BestEffort, Demand, HalfHour, Trace, Traced, ability, days_that_tell};
pub use declared::declared;
pub use heard::{Heard, hear};
pub use settle::settle;
pub use stream::{Stream, stream};

use effort::{Odometer, Track};
use facts::Facts;
use measured::Measured;
use naming::{Runner, name};
use segments::segment;
use spans::spans;
use summary::from_totals;
use training::{Capacity, EvenWindow, Metres, Purpose, Segment, Signal};
use whole::{Whole, is_impossible};
use witness::by_its_witness;
use work::Work;
use yardstick::Yardstick;

/// How sure a name is, calibrated on simulated runners: nine in ten names are right, a few more
/// where the run shows them plainly, fewer where the runner's critical speed is not known yet or the
/// run has no speed to hold against it.
fn confidence(clarity: f64, speed_tells: bool) -> f64 {
    let sure = 0.80 + 0.17 * clarity;
    if speed_tells { sure } else { sure - 0.2 }
}

/// Less running than this shows no structure, in seconds.
const SECONDS_MIN: usize = 60;

/// What was inferred about one run.
#[derive(Debug, Clone, PartialEq)]
pub struct Inference {
    /// What the run was for.
    pub purpose: Purpose,
    /// How sure, 0 to 1, calibrated.
    pub confidence: f64,
    /// Why, in one sentence.
    pub reason: String,
    /// Stretches that cover the run without gaps.
    pub segments: Vec<Segment>,
    /// Metres climbed in all; `None` without altitude.
    pub ascent: Option<Metres>,
    /// Coefficient of variation of flat-equivalent speed over whole minutes.
    pub speed_variation: Option<f64>,
    /// Windows of even running.
    pub even_windows: Vec<EvenWindow>,
    /// How far the recording can be believed.
    pub signal: Signal,
}

/// Names the stretches of a run, and the run.
pub fn infer(run: &Heard, capacity: &Capacity) -> Inference {
    if run.channels.seconds_running() < SECONDS_MIN {
        return from_totals(run, capacity);
    }
    let mut track = Track::of(&run.channels);
    let odometer = Odometer::of(&run.steps, &run.channels);
    let yardstick = Yardstick::of(&track, capacity);
    let runner = Runner::of(capacity, &yardstick);
    let mut flattened = None;
    if is_impossible(&track, &yardstick, &runner) {
        // What was remembered was seen on a ground that is not there.
        track.flatten();
        flattened = Some(Facts::of(&track));
    }
    let facts = flattened.as_ref().unwrap_or(&run.facts);
    let measured = Measured::of(&track, yardstick);
    let stretches = measured.stretches(&facts.cuts);
    let work = Work::find(&measured, &stretches);
    let whole = Whole::of(&measured, &stretches, facts);
    let named = name(&work, &whole, &runner, track.seconds as f64);
    let spans = spans(&measured, &stretches, &work, named.purpose, runner.lt1);
    let segment = |span| segment(&measured, &odometer, span, named.purpose);
    Inference {
        segments: spans.iter().map(segment).collect(),
        purpose: named.purpose,
        confidence: confidence(named.clarity, yardstick.known && track.speed_known),
        reason: by_its_witness(&named.reason, &yardstick, track.speed_known),
        ascent: facts.ascent,
        speed_variation: facts.speed_variation,
        even_windows: facts.even_windows.clone(),
        signal: run.signal,
    }
}
