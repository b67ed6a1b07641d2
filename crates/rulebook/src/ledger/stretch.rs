//! One stretch and its standing: what the rules hold against it, or the job it had, or why nobody
//! can tell.

use super::{Charge, FallsOn, Posting};
use crate::{
    case::Case,
    measures::{
        grey::is_moderate,
        innocence::{acquittal, beginners_base},
        intensity::{Intensity, Proof, intensity, is_running},
        structure::is_structured,
    },
    rule::RuleId,
    words::first_threshold,
};
use training::{NamedRun, Purpose, Segment, SegmentKind, Standing, Trust};

/// Posts one segment of a run, given what the rules hold against the run.
pub(super) fn posting(
    case: &Case<'_>,
    run: &NamedRun,
    index: usize,
    charges: &[(RuleId, Charge)],
) -> Posting {
    let segment = &run.segments[index];
    let mut held: Vec<&(RuleId, Charge)> =
        charges.iter().filter(|(_, charge)| falls_on(charge, run, segment)).collect();
    held.sort_by_key(|(_, charge)| charge.standing != Standing::Junk);
    let worst = held.first().map(|(_, charge)| charge);
    let (standing, reason) = match worst {
        Some(charge) => (charge.standing, charge.reason.clone()),
        None => uncharged(case, run, segment),
    };
    Posting {
        run: run.id.clone(),
        date: run.date(),
        segment: index,
        purpose: segment.purpose,
        distance: segment.distance,
        duration: segment.duration(),
        standing,
        rules: held.iter().map(|(rule, _)| *rule).collect(),
        reason,
        counterfactual: worst.map(|charge| charge.counterfactual.clone()),
    }
}

/// Posts a run of which only a summary exists.
pub(super) fn summary(run: &NamedRun) -> Posting {
    let (standing, reason) = match run.declared {
        Some(declared) => (Standing::Purposeful, format!("It was meant as {}.", declared.purpose)),
        None => (
            Standing::CannotTell,
            "Only a summary of it exists: its recording, or a purpose you state, would tell."
                .to_owned(),
        ),
    };
    Posting {
        run: run.id.clone(),
        date: run.date(),
        segment: 0,
        purpose: run.purpose(),
        distance: run.distance,
        duration: run.moving,
        standing,
        rules: Vec::new(),
        reason,
        counterfactual: None,
    }
}

fn falls_on(charge: &Charge, run: &NamedRun, segment: &Segment) -> bool {
    match charge.falls_on {
        FallsOn::WholeRun => is_running(segment),
        FallsOn::TooFastStretches(proof) => is_moderate(run, segment, proof),
    }
}

/// How a stretch stands that no rule holds anything against.
fn uncharged(case: &Case<'_>, run: &NamedRun, segment: &Segment) -> (Standing, String) {
    let job = match segment.kind {
        SegmentKind::Stop => "Standing still.".to_owned(),
        _ if segment.purpose == Purpose::Walk => "Walking: gentle by nature.".to_owned(),
        SegmentKind::WarmUp => "Warm-up before the work.".to_owned(),
        SegmentKind::CoolDown => "Cool-down after the work.".to_owned(),
        SegmentKind::Work => format!("Work: {}.", segment.purpose),
        SegmentKind::Rest => "Rest between the hard stretches.".to_owned(),
        SegmentKind::Stride => "A stride: short, fast and relaxed.".to_owned(),
        SegmentKind::Easy | SegmentKind::Steady => return unbroken(case, run, segment),
    };
    (Standing::Purposeful, job)
}

/// How unbroken running stands that no rule holds anything against.
fn unbroken(case: &Case<'_>, run: &NamedRun, segment: &Segment) -> (Standing, String) {
    let job = match run.purpose() {
        Purpose::Long => "The long run builds endurance.".to_owned(),
        Purpose::Recovery => "Recovery: short and slow after something hard.".to_owned(),
        purpose if is_structured(run) => format!("Part of a run meant as {purpose}."),
        _ => match intensity(run, segment, Proof::Clear) {
            None => return untold(case, run),
            Some(Intensity::Easy) => format!(
                "Easy running, not above your first threshold{}: base.",
                first_threshold(run, case.units)
            ),
            Some(Intensity::Moderate | Intensity::Hard) => excuse(case, run)
                .unwrap_or_else(|| "A faster stretch, too short to spoil an easy run.".to_owned()),
        },
    };
    (Standing::Purposeful, job)
}

fn excuse(case: &Case<'_>, run: &NamedRun) -> Option<String> {
    acquittal(case, run).or_else(|| beginners_base(case, run))
}

/// Neither speed nor heart rate tells: innocent for a reason, or nobody can say.
fn untold(case: &Case<'_>, run: &NamedRun) -> (Standing, String) {
    if let Some(reason) = excuse(case, run) {
        return (Standing::Purposeful, reason);
    }
    if let Some(declared) = run.declared {
        let reason = format!("It was meant as {}, and nothing contradicts it.", declared.purpose);
        return (Standing::Purposeful, reason);
    }
    let signals = [run.signal.speed, run.signal.hr];
    let why = if signals == [Trust::Missing; 2] {
        "Only its totals are known: its recording, or a purpose you state, would tell."
    } else if signals.contains(&Trust::Good) {
        "Where your first threshold lies is not known yet: a few hard efforts, or a threshold pace \
         you state, would tell."
    } else {
        "Neither speed nor heart rate of this recording can be believed: a purpose you state would \
         tell."
    };
    (Standing::CannotTell, why.to_owned())
}
