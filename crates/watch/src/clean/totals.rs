//! The file's own totals against its samples: where they disagree, it is said by how much and,
//! where that can be told, why.

use crate::recording::Recording;
use training::{Bpm, Metres, Oddity, OddityKind, Run, Totals};

/// A relative difference beyond this is worth telling.
const TOLERANCE: f64 = 0.005;

/// Compares distance and time with the claims.
pub(super) fn compare(run: &mut Run) {
    let distance = difference(run.distance().map(|d| d.0), run.claimed.distance.map(|d| d.0));
    let moving = difference(Some(run.moving().0), run.claimed.moving.map(|t| t.0));
    let mut parts = Vec::new();
    if let Some((measured, claimed)) = distance {
        parts.push(format!("{claimed:.0} m claimed, {measured:.0} m by the samples"));
    }
    if let Some((measured, claimed)) = moving {
        parts.push(format!("{claimed:.0} s claimed, {measured:.0} s by the samples"));
    }
    if !parts.is_empty() {
        let message = format!("{}; {}", parts.join(" and "), reason(run));
        run.oddities.push(Oddity::whole(OddityKind::TotalsDisagree, message));
    }
}

fn difference(measured: Option<f64>, claimed: Option<f64>) -> Option<(f64, f64)> {
    let (measured, claimed) = (measured?, claimed.filter(|&claimed| claimed > 0.0)?);
    ((measured - claimed).abs() > TOLERANCE * claimed).then_some((measured, claimed))
}

/// The likeliest reason for a disagreement.
fn reason(run: &Run) -> String {
    let said = |kind| run.oddities.iter().any(|oddity| oddity.kind == kind);
    let claimed = run.claimed.elapsed.or(run.claimed.moving).unwrap_or_default();
    let short_by = (claimed - run.elapsed()).0.round();
    if said(OddityKind::DamagedFile) {
        "the file is damaged".into()
    } else if said(OddityKind::GpsJump) {
        "jumps of the position were left out".into()
    } else if said(OddityKind::ClockBackwards) {
        "the clock went backwards".into()
    } else if short_by >= 1.0 {
        format!("the samples cover {short_by} s less than the summary")
    } else if said(OddityKind::Gap) {
        "samples are missing".into()
    } else {
        "the device counted differently in its summary".into()
    }
}

/// The totals by the samples.
pub(super) fn measured(recording: &Recording) -> Totals {
    let rates: Vec<f64> = recording.samples.iter().filter_map(|s| s.hr).map(|hr| hr.0).collect();
    let highest = rates.iter().copied().reduce(f64::max);
    let mean = highest.map(|_| rates.iter().sum::<f64>() / rates.len() as f64);
    let elapsed = Some(recording.span()).filter(|span| span.0 > 0.0);
    Totals {
        distance: recording.measured_distance().map(Metres),
        moving: elapsed.map(|elapsed| elapsed - recording.paused()),
        elapsed,
        ascent: None,
        hr_mean: mean.map(Bpm),
        hr_max: highest.map(Bpm),
    }
}
