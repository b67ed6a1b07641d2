//! Whether a run had structure: work with rests, a sustained bout that stands out from the rest of
//! the run, or a purpose somebody stated.

use super::intensity::{effort_speed, is_running};
use training::{NamedRun, Purpose, Segment, SegmentKind};

/// A sustained bout exceeds the rest of the run by this share of critical speed.
const CONTRAST: f64 = 0.08;
/// A sustained bout lasts at least this long.
const BOUT_SECONDS: f64 = 600.0;
/// The slower running around a bout lasts at least this long; a slow first mile is no warm-up.
const AROUND_SECONDS: f64 = 480.0;
/// Unbroken running at this share of critical speed or faster is a tempo even without a warm-up.
const TEMPO_SHARE: f64 = 0.95;

/// Whether the run had a session's structure or a stated job beyond easy running.
pub fn is_structured(run: &NamedRun) -> bool {
    if let Some(declared) = run.declared {
        return !matches!(declared.purpose, Purpose::Easy | Purpose::Recovery | Purpose::Walk);
    }
    match run.inferred {
        Purpose::Progression
        | Purpose::Intervals
        | Purpose::Hills
        | Purpose::Fartlek
        | Purpose::Strides
        | Purpose::Race => true,
        Purpose::Tempo => is_near_second_threshold(run) || has_sustained_bout(run),
        Purpose::Steady => has_sustained_bout(run),
        Purpose::Recovery | Purpose::Easy | Purpose::Long | Purpose::Walk => false,
    }
}

/// Whether the run is hard: it asks for days of recovery around it.
pub fn is_hard(run: &NamedRun) -> bool {
    run.purpose().is_hard() && is_structured(run)
}

/// Whether the run asks for a day of recovery after it: hard, or long.
pub fn is_hard_or_long(run: &NamedRun) -> bool {
    is_hard(run) || run.purpose() == Purpose::Long
}

/// How fast the work of a run was, as a share of critical speed; `None` without work whose speed can
/// be believed.
pub fn work_share(run: &NamedRun) -> Option<f64> {
    let work: Vec<_> =
        run.segments.iter().filter(|segment| segment.kind == SegmentKind::Work).collect();
    Some(mean_speed(run, &work)? / run.thresholds.critical_speed?.value.0)
}

/// Whether a bout of ten minutes or more stands out from the running around it.
fn has_sustained_bout(run: &NamedRun) -> bool {
    let (bout, around) = bout_and_around(run);
    if seconds(&bout) < BOUT_SECONDS || seconds(&around) < AROUND_SECONDS {
        return false;
    }
    let Some(critical) = run.thresholds.critical_speed else { return false };
    match (mean_speed(run, &bout), mean_speed(run, &around)) {
        (Some(bout), Some(around)) => bout - around >= CONTRAST * critical.value.0,
        _ => false,
    }
}

/// Whether a bout near the second threshold lasted ten minutes, or was all there was: a few quick
/// minutes in the middle of an easy run make no session of it.
fn is_near_second_threshold(run: &NamedRun) -> bool {
    let (bout, around) = bout_and_around(run);
    let lasts = around.is_empty() || seconds(&bout) >= BOUT_SECONDS;
    lasts && work_share(run).is_none_or(|share| share >= TEMPO_SHARE)
}

/// The quicker running of a run, and the rest of its running.
fn bout_and_around(run: &NamedRun) -> (Vec<&Segment>, Vec<&Segment>) {
    run.segments
        .iter()
        .filter(|segment| is_running(segment))
        .partition(|segment| matches!(segment.kind, SegmentKind::Steady | SegmentKind::Work))
}

fn seconds(segments: &[&Segment]) -> f64 {
    segments.iter().map(|segment| segment.duration().0).sum()
}

fn mean_speed(run: &NamedRun, segments: &[&Segment]) -> Option<f64> {
    let (mut metres, mut time) = (0.0, 0.0);
    for segment in segments {
        metres += effort_speed(run, segment)?.0 * segment.duration().0;
        time += segment.duration().0;
    }
    (time > 0.0).then(|| metres / time)
}
