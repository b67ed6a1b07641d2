//! Grey runs: unbroken running between the thresholds without structure or reason, and the habit
//! of it. Faster than easy, slower than speed work (Seiler's threshold zone; conventions of 6.3 in
//! the evidence base).

use super::{
    innocence::{acquittal, beginners_base},
    intensity::{Intensity, Proof, effort_speed, intensity, is_running},
    structure::is_structured,
};
use crate::case::Case;
use training::{Date, Metres, MetresPerSecond, NamedRun, Purpose, Segment, calendar::add_days};

/// More than this share of the running time is most of it.
pub const MOST: f64 = 0.5;
/// Even running varies less than this from minute to minute.
const EVEN: f64 = 0.06;
const SHORTEST_SECONDS: f64 = 20.0 * 60.0;
const LONGEST_SECONDS: f64 = 90.0 * 60.0;
/// The window of a habit, in days.
pub const HABIT_DAYS: i64 = 28;

/// What can be said of a run that might be too fast to be easy.
#[derive(Debug, Clone, PartialEq)]
pub enum Pressed {
    /// Most of it lay between the thresholds, without structure, and nothing acquits it.
    Yes(Moderate),
    /// It would, but there is a reason.
    Acquitted(String),
    /// It was easy, structured or hard.
    No,
    /// Neither speed nor heart rate tells.
    CannotTell,
}

/// How much of a run lay between the thresholds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moderate {
    /// The share of its running time.
    pub share: f64,
    /// The distance of those stretches, where it is known.
    pub distance: Option<Metres>,
    /// Their mean speed on the flat, where it can be believed.
    pub speed: Option<MetresPerSecond>,
}

/// Whether a run was pressed: unstructured, mostly between the thresholds, without a reason.
pub fn pressed(case: &Case<'_>, run: &NamedRun, proof: Proof) -> Pressed {
    if run.purpose() == Purpose::Walk || is_structured(run) {
        return Pressed::No;
    }
    let Some(moderate) = moderate(run, proof) else { return Pressed::CannotTell };
    if moderate.share <= MOST {
        return Pressed::No;
    }
    acquittal(case, run).map_or(Pressed::Yes(moderate), Pressed::Acquitted)
}

/// Whether a run was grey: pressed, even, between 20 and 90 minutes long, and no beginner's base.
pub fn is_grey(case: &Case<'_>, run: &NamedRun, proof: Proof) -> bool {
    let is_even = run.speed_variation.is_none_or(|variation| variation < EVEN);
    let has_length = (SHORTEST_SECONDS..=LONGEST_SECONDS).contains(&run.moving.0);
    is_even
        && has_length
        && matches!(pressed(case, run, proof), Pressed::Yes(_))
        && beginners_base(case, run).is_none()
}

/// How often a runner ran grey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Habit {
    /// Grey runs.
    pub grey: usize,
    /// Runs without structure, the grey ones among them.
    pub unstructured: usize,
    /// Runs without structure whose effort cannot be told.
    pub untold: usize,
}

impl Habit {
    /// The most grey runs that are no habit yet: fewer than `fewest`, or less than `share` of the
    /// unstructured runs.
    pub fn allowed(self, fewest: f64, share: f64) -> f64 {
        (fewest - 1.0).max((share * self.unstructured as f64).ceil() - 1.0).max(0.0)
    }

    /// Whether it is a habit.
    pub fn is_formed(self, fewest: f64, share: f64) -> bool {
        self.grey as f64 > self.allowed(fewest, share)
    }
}

/// How often the runner ran grey in the 28 days that end on `last`.
pub fn habit(case: &Case<'_>, last: Date) -> Habit {
    let runs = case.runs_between(add_days(last, 1 - HABIT_DAYS), last);
    let unstructured: Vec<_> =
        runs.iter().filter(|run| run.purpose() != Purpose::Walk && !is_structured(run)).collect();
    let grey = unstructured.iter().filter(|run| is_grey(case, run, Proof::Likely)).count();
    let untold = unstructured.iter().filter(|run| moderate(run, Proof::Likely).is_none()).count();
    Habit { grey, unstructured: unstructured.len(), untold }
}

/// The habit a run is part of: in the 28 days up to it or in the 28 days from it, whichever is
/// greyer. The first run of a habit belongs to it.
pub fn habit_around(case: &Case<'_>, run: &NamedRun) -> Habit {
    let before = habit(case, run.date());
    let after = habit(case, add_days(run.date(), HABIT_DAYS - 1));
    if after.grey > before.grey { after } else { before }
}

/// Whether a stretch lay between the thresholds.
pub fn is_moderate(run: &NamedRun, segment: &Segment, proof: Proof) -> bool {
    is_running(segment) && intensity(run, segment, proof) == Some(Intensity::Moderate)
}

/// How much of a run lay between the thresholds; `None` where most of it cannot be told.
pub fn moderate(run: &NamedRun, proof: Proof) -> Option<Moderate> {
    let running: Vec<_> = run.segments.iter().filter(|segment| is_running(segment)).collect();
    let is_told = |segment: &&Segment| intensity(run, segment, proof).is_some();
    let told: Vec<_> = running.iter().copied().filter(is_told).collect();
    let told_seconds = seconds(&told);
    if told_seconds <= 0.0 || told_seconds < MOST * seconds(&running) {
        return None;
    }
    let moderate: Vec<_> =
        told.into_iter().filter(|segment| is_moderate(run, segment, proof)).collect();
    Some(Moderate {
        share: seconds(&moderate) / told_seconds,
        distance: moderate.iter().map(|segment| segment.distance).sum(),
        speed: mean_speed(run, &moderate),
    })
}

fn seconds(segments: &[&Segment]) -> f64 {
    segments.iter().map(|segment| segment.duration().0).sum()
}

fn mean_speed(run: &NamedRun, segments: &[&Segment]) -> Option<MetresPerSecond> {
    let metres: Option<f64> = segments
        .iter()
        .map(|segment| Some(effort_speed(run, segment)?.0 * segment.duration().0))
        .sum();
    metres
        .filter(|_| !segments.is_empty())
        .map(|metres| MetresPerSecond(metres / seconds(segments)))
}
