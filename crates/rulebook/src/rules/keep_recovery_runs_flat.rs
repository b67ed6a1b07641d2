//! Recovery runs stay on flat ground.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::{intensity::is_running, roles::is_recovery_run},
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
};
use training::{Metres, NamedRun, Seconds, Segment, SegmentKind, Setting};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("keep-recovery-runs-flat"),
    topic: Topic::Recovery,
    asks: "Run recovery runs on flat ground, and walk the hills you meet.",
    page: include_str!("keep_recovery_runs_flat.md"),
    grade: Grade::Convention,
    sources: &[SourceId("recovery"), SourceId("everymile")],
    statements: &["recovery-19", "recovery-66", "recovery-67"],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "max_ascent",
            means: "metres climbed in a kilometre, at most",
            value: Value::Number(10.0),
            range: Range::between(0.0, 200.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "max_grade",
            means: "mean grade of a stretch that is run, as a share, at most",
            value: Value::Number(0.06),
            range: Range::between(0.0, 0.3),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "steep_seconds",
            means: "seconds up to which a steeper stretch does not count",
            value: Value::Number(60.0),
            range: Range::between(0.0, 1800.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Run(judge),
    charge: None,
    hold: None,
};

const ADVICE: &str =
    "Look for a flat loop, best on grass or gravel, and walk up the hills you meet.";

fn judge(case: &Case<'_>, parameters: &Parameters<'_>, run: &NamedRun) -> Opinion {
    if !is_recovery_run(case, run) {
        return Opinion::not_applicable("It was not a recovery run.");
    }
    if run.setting == Setting::Treadmill {
        return Opinion::not_applicable("A treadmill has no hills but those you set.");
    }
    let enough = Seconds(parameters.number("steep_seconds"));
    if let Some(grade) = steepest_run(run, enough) {
        let most = parameters.number("max_grade");
        if grade > most {
            let message =
                format!("You ran up a stretch of {:.0} % on your recovery run.", 100.0 * grade);
            return Opinion::of(grade, Asked::at_most(most, Unit::Share), message)
                .if_broken(ADVICE);
        }
    }
    let Some(metres) = climbed_in_a_kilometre(run) else {
        return Opinion::cannot_tell(
            "How much it climbed is not known.",
            "Record it with altitude or position.",
        );
    };
    let most = parameters.number("max_ascent");
    let message = format!(
        "Your recovery run climbed {metres:.0} metres in a kilometre, not counting what you walked; \
         up to {most:.0} is flat."
    );
    Opinion::of(metres / 1000.0, Asked::at_most(most / 1000.0, Unit::Share), message)
        .if_broken(ADVICE)
}

/// Metres climbed in a kilometre, walked climbs left out; `None` where climb or distance is not
/// known.
fn climbed_in_a_kilometre(run: &NamedRun) -> Option<f64> {
    let (ascent, distance) = (run.ascent?, run.distance.filter(|distance| distance.0 > 0.0)?);
    let walked: Metres = run
        .segments
        .iter()
        .filter(|segment| !is_running(segment) && segment.kind != SegmentKind::Stop)
        .filter_map(|segment| segment.climb)
        .filter(|climb| climb.0 > 0.0)
        .sum();
    Some((ascent - walked).0.max(0.0) / distance.km())
}

/// The steepest climb that was run for longer than some seconds, as a share; `None` without any.
fn steepest_run(run: &NamedRun, enough: Seconds) -> Option<f64> {
    let grade = |segment: &Segment| {
        let distance = segment.distance.filter(|distance| distance.0 > 0.0)?;
        Some(segment.climb?.0 / distance.0)
    };
    run.segments
        .iter()
        .filter(|segment| is_running(segment) && segment.duration() > enough)
        .filter_map(grade)
        .reduce(f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{examples::example, finding::Verdict};

    /// Five minutes up a hill of 8 %, as a part of a recovery run that climbs 55 metres in all.
    fn check(hill: &str, expected: Verdict) {
        let mut example =
            example(&format!("1 week:\nSun recovery 20min @6:00 + {hill} + recovery 20min @6:00"));
        let run = &mut example.runs[0];
        let up = run.segments[1].distance.unwrap();
        run.declared = None;
        run.inferred = training::Purpose::Recovery;
        run.segments[1].climb = Some(Metres(0.08 * up.0));
        run.ascent = Some(Metres(0.08 * up.0 + 15.0));
        let parameters = Parameters { defaults: RULE.parameters, set: &[] };
        let opinion = judge(&example.case(), &parameters, &example.runs[0]);
        assert_eq!(opinion.verdict, expected, "{}", opinion.message);
    }

    #[test]
    fn a_steep_hill_may_be_walked_but_not_run() {
        check("recovery 5min @6:00", Verdict::Broken);
        check("walk 5min @10:00", Verdict::Kept);
        check("recovery 1min @6:00", Verdict::Kept);
    }
}
