//! One run, stretch by stretch.

use super::{
    finding::Finding,
    round::{tenth, thousandth},
};
use crate::analysis::Judgement;
use jiff::{Timestamp, tz::Offset};
use rulebook::{Posting, RuleId, Verdict};
use serde::Serialize;
use training::{
    DeclaredBy, LocalStart, NamedRun, OddityKind, Purpose, RunId, SegmentKind, Standing,
};
use utoipa::ToSchema;

/// One run.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Run {
    /// Its name: the first letters are enough to ask for it.
    pub id: RunId,
    /// The path it was found at.
    pub file: String,
    /// The instant of its first sample.
    pub start: Timestamp,
    /// The wall clock at its start, with the offset from UTC where it is known.
    pub local_start: String,
    /// Distance.
    pub distance_m: Option<f64>,
    /// Time with the timer running.
    pub moving_s: Option<f64>,
    /// Time on the clock.
    pub elapsed_s: Option<f64>,
    /// Mean heart rate where the sensor can be believed.
    pub hr_bpm: Option<f64>,
    /// What it was for: as declared, else as inferred.
    pub purpose: Purpose,
    /// How sure the inference is, 0 to 1.
    pub confidence: f64,
    /// What somebody stated it was for.
    pub declared: Option<Purpose>,
    /// Who stated it.
    pub declared_by: Option<DeclaredBy>,
    /// What everymile infers, whatever was declared.
    pub inferred: Purpose,
    /// Why, in one sentence.
    pub reason: String,
    /// Its stretches, without gaps.
    pub segments: Vec<Segment>,
    /// What was odd about the recording.
    pub oddities: Vec<Oddity>,
    /// What the rules say about it.
    pub findings: Vec<Finding>,
}

/// One stretch of a run.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Segment {
    /// What it is within the run.
    pub kind: SegmentKind,
    /// Seconds since the run's first sample, on the clock.
    pub start_s: f64,
    /// Seconds since the run's first sample, on the clock.
    pub end_s: f64,
    /// Distance.
    pub distance_m: Option<f64>,
    /// Mean speed.
    pub speed_mps: Option<f64>,
    /// Mean speed on the flat for the same effort.
    pub gap_speed_mps: Option<f64>,
    /// Mean heart rate.
    pub hr_bpm: Option<f64>,
    /// What it was for.
    pub purpose: Purpose,
    /// How it stands in the ledger.
    pub standing: Standing,
    /// The rules that put it there.
    pub rules: Vec<RuleId>,
    /// Why, in one sentence.
    pub reason: String,
    /// What would have made the same minutes useful.
    pub counterfactual: Option<String>,
}

/// Something odd about a recording.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Oddity {
    /// What kind of oddity.
    pub kind: OddityKind,
    /// When it began, since the first sample.
    pub at_s: Option<f64>,
    /// How long it lasted.
    pub lasted_s: Option<f64>,
    /// A plain sentence.
    pub message: String,
}

impl Run {
    /// A judged run; `postings` are its own.
    pub fn new(judgement: &Judgement<'_>, run: &NamedRun, postings: &[Posting]) -> Self {
        let findings = judgement.findings_on_run(run).into_iter();
        let speaking = findings.filter(|finding| finding.verdict != Verdict::NotApplicable);
        Self {
            id: run.id.clone(),
            file: judgement.history.path_of(&run.id).to_owned(),
            start: run.start.utc,
            local_start: local(run.start),
            distance_m: run.distance.map(|distance| tenth(distance.0)),
            moving_s: run.time().map(|time| tenth(time.0)),
            elapsed_s: run.time().map(|_| tenth(run.elapsed.0)),
            hr_bpm: run.hr.map(|hr| tenth(hr.0)),
            purpose: run.purpose(),
            confidence: thousandth(run.confidence),
            declared: run.declared.map(|declared| declared.purpose),
            declared_by: run.declared.map(|declared| declared.by),
            inferred: run.inferred,
            reason: run.reason.clone(),
            segments: run.segments.iter().zip(postings).map(Segment::new).collect(),
            oddities: run.oddities.iter().map(Oddity::from).collect(),
            findings: speaking.map(Finding::from).collect(),
        }
    }
}

impl Segment {
    fn new((segment, posting): (&training::Segment, &Posting)) -> Self {
        Self {
            kind: segment.kind,
            start_s: tenth(segment.start.0),
            end_s: tenth(segment.end.0),
            distance_m: segment.distance.map(|distance| tenth(distance.0)),
            speed_mps: segment.speed.map(|speed| thousandth(speed.0)),
            gap_speed_mps: segment.gap_speed.map(|speed| thousandth(speed.0)),
            hr_bpm: segment.hr.map(|hr| tenth(hr.0)),
            purpose: posting.purpose,
            standing: posting.standing,
            rules: posting.rules.clone(),
            reason: posting.reason.clone(),
            counterfactual: posting.counterfactual.clone(),
        }
    }
}

impl From<&training::Oddity> for Oddity {
    fn from(oddity: &training::Oddity) -> Self {
        Self {
            kind: oddity.kind,
            at_s: oddity.at.map(|at| tenth(at.0)),
            lasted_s: oddity.lasted.map(|lasted| tenth(lasted.0)),
            message: oddity.message.clone(),
        }
    }
}

/// ISO 8601; without an offset where the file does not tell it.
pub(super) fn local(start: LocalStart) -> String {
    let civil = start.civil().strftime("%Y-%m-%dT%H:%M:%S");
    let offset = start.offset_seconds.and_then(|seconds| Offset::from_seconds(seconds).ok());
    match offset {
        Some(offset) => {
            let minutes = offset.seconds() / 60;
            let sign = if minutes < 0 { '-' } else { '+' };
            format!("{civil}{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
        }
        None => civil.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_local_start_carries_its_offset_only_where_it_is_known() {
        let utc = "2026-03-05T06:12:09Z".parse().unwrap();
        let told = LocalStart { utc, offset_seconds: Some(-12_600) };
        assert_eq!(local(told), "2026-03-05T02:42:09-03:30");
        assert_eq!(local(LocalStart { utc, offset_seconds: None }), "2026-03-05T06:12:09");
    }
}
