//! A recovery run holds nothing but recovery.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::{
        grey::moderate,
        intensity::{Proof, effort_speed, is_running},
        roles::is_recovery_run,
        split::second_half_gain,
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::{count, minutes},
};
use training::{NamedRun, Segment, SegmentKind};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("keep-recovery-runs-plain"),
    topic: Topic::Recovery,
    asks: "Let no recovery run turn into a workout; a few strides at its end are fine.",
    page: include_str!("keep_recovery_runs_plain.md"),
    grade: Grade::Contested,
    sources: &[SourceId("recovery"), SourceId("everymile"), SourceId("festa-2020")],
    statements: &["recovery-78", "recovery-79", "recovery-80"],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "bout_share",
            means: "share of critical speed beyond which a stretch is a workout",
            value: Value::Number(0.9),
            range: Range::between(0.6, 1.5),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "bout_seconds",
            means: "seconds from which such a stretch counts",
            value: Value::Number(60.0),
            range: Range::between(5.0, 1800.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "max_gain",
            means: "how much faster the second half may be, as a share of the first",
            value: Value::Number(0.08),
            range: Range::between(0.0, 1.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "max_moderate_share",
            means: "share of the running time between the thresholds, at most",
            value: Value::Number(0.1),
            range: Range::between(0.0, 1.0),
            source: SourceId("everymile"),
            grade: Grade::Contested,
        },
        Parameter {
            name: "max_strides",
            means: "strides at the end, at most",
            value: Value::Number(6.0),
            range: Range::between(0.0, 20.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "stride_seconds",
            means: "seconds a stride lasts, at most",
            value: Value::Number(30.0),
            range: Range::between(5.0, 60.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Run(judge),
    charge: None,
    hold: None,
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>, run: &NamedRun) -> Opinion {
    if !is_recovery_run(case, run) {
        return Opinion::not_applicable("It was not a recovery run.");
    }
    let drifted = strides(parameters, run)
        .or_else(|| bout(parameters, run))
        .or_else(|| gain(parameters, run))
        .or_else(|| between(parameters, run));
    match (drifted, moderate(run, Proof::Clear)) {
        (Some(drifted), _) => drifted.if_broken(
            "Let the next one stay plain from start to end. If there is energy left, add a few \
             short strides at its end, or keep it for the next hard run.",
        ),
        (None, Some(_)) => Opinion::kept("Your recovery run was plain from start to end."),
        (None, None) => Opinion::cannot_tell(
            "Neither speed nor heart rate tells how plain it was.",
            "Record runs with speed or heart rate, or set your threshold pace.",
        ),
    }
}

/// Strides that are more than a few short ones at the end.
fn strides(parameters: &Parameters<'_>, run: &NamedRun) -> Option<Opinion> {
    let strides: Vec<&Segment> =
        run.segments.iter().filter(|segment| segment.kind == SegmentKind::Stride).collect();
    let first = strides.first()?.start;
    let longest = strides.iter().map(|stride| stride.duration().0).fold(0.0, f64::max);
    let is_long = longest > parameters.number("stride_seconds");
    let are_many = strides.len() as f64 > parameters.number("max_strides");
    let come_early = 2.0 * first.0 < run.elapsed.0;
    (is_long || are_many || come_early).then(|| {
        Opinion::broken(
            format!(
                "Your recovery run held {} of up to {longest:.0} seconds, from minute {:.0} on.",
                count(strides.len(), "stride"),
                first.minutes()
            ),
            "",
        )
    })
}

/// A stretch as fast as a workout.
fn bout(parameters: &Parameters<'_>, run: &NamedRun) -> Option<Opinion> {
    let critical = run.thresholds.critical_speed?.value.0;
    let most = parameters.number("bout_share");
    let (share, stretch) = run
        .segments
        .iter()
        .filter(|segment| is_running(segment) && segment.kind != SegmentKind::Stride)
        .filter(|segment| segment.duration().0 >= parameters.number("bout_seconds"))
        .filter_map(|segment| Some((effort_speed(run, segment)?.0 / critical, segment)))
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .filter(|(share, _)| *share > most)?;
    let message = format!(
        "For {} your recovery run was at {:.0} % of critical speed, the pace of a workout.",
        minutes(stretch.duration()),
        100.0 * share
    );
    Some(Opinion::of(share, Asked::at_most(most, Unit::Share), message))
}

/// A second half that is clearly faster than the first.
fn gain(parameters: &Parameters<'_>, run: &NamedRun) -> Option<Opinion> {
    let most = parameters.number("max_gain");
    let gain = second_half_gain(run).filter(|gain| *gain > most)?;
    let message = format!(
        "The second half of your recovery run was {:.0} % faster than the first.",
        100.0 * gain
    );
    Some(Opinion::of(gain, Asked::at_most(most, Unit::Share), message))
}

/// A good part between the thresholds.
fn between(parameters: &Parameters<'_>, run: &NamedRun) -> Option<Opinion> {
    let most = parameters.number("max_moderate_share");
    let share = moderate(run, Proof::Clear)?.share;
    let message = format!(
        "{:.0} % of your recovery run lay between your first and second threshold.",
        100.0 * share
    );
    (share > most).then(|| Opinion::of(share, Asked::at_most(most, Unit::Share), message))
}
