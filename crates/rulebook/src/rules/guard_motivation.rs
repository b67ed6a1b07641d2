//! Sign 4: the wish to run is gone.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::answers::{count_days, trend},
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::count,
};
use training::CheckIn;

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("guard-motivation"),
    topic: Topic::Body,
    asks: "Notice when the wish to run fades, and ask what each run adds.",
    page: include_str!("guard_motivation.md"),
    grade: Grade::Moderate,
    sources: &[SourceId("signs"), SourceId("saw-2016")],
    statements: &["signs-12", "signs-24", "signs-25"],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "max_drop",
            means: "how far the mean of seven days may lie below that of 28, in own standard \
                    deviations",
            value: Value::Number(1.0),
            range: Range::between(0.0, 5.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "max_days_of_dread",
            means: "days in fourteen with motivation 1 of 5, at most",
            value: Value::Number(2.0),
            range: Range::between(0.0, 14.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Days(judge),
    charge: None,
    hold: None,
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>) -> Opinion {
    const ADVICE: &str = "For two weeks, write down before each run what it is for. Leave out the \
                          ones without an answer and keep the ones you look forward to.";
    let dread = count_days(case, 14, |check_in| Some(u8::from(check_in.motivation?) == 1));
    let days_allowed = parameters.number("max_days_of_dread");
    if dread.showing as f64 > days_allowed {
        let message =
            format!("You dreaded running on {} of the last fourteen.", count(dread.showing, "day"));
        return Opinion::of(
            dread.showing as f64,
            Asked::at_most(days_allowed, Unit::Days),
            message,
        )
        .if_broken(ADVICE);
    }
    let Some(trend) = trend(case, motivation) else {
        return Opinion::cannot_tell(
            match count_days(case, 28, |check_in| check_in.motivation.map(|_| true)).answered {
                0 => "Check-ins would tell; none are recorded yet.".to_owned(),
                days => format!(
                    "{} with an answer in four weeks are too few to tell.",
                    count(days, "day")
                ),
            },
            "One number would do, how much you want to run (1 to 5): three times a week, for three \
             weeks or more.",
        );
    };
    let lowest = trend.usual - parameters.number("max_drop") * trend.spread.max(SMALLEST_SPREAD);
    let message = format!(
        "Your motivation averaged {:.1} of 5 this week and {:.1} over four weeks.",
        trend.lately, trend.usual
    );
    Opinion::of(trend.lately, Asked::at_least(lowest, Unit::Points), message).if_broken(ADVICE)
}

/// Answers that hardly vary would otherwise turn every wobble into a sign.
const SMALLEST_SPREAD: f64 = 0.3;

fn motivation(check_in: &CheckIn) -> Option<f64> {
    check_in.motivation.map(|motivation| u8::from(motivation).into())
}
