//! Easy days that are run too hard, though not hard.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::{
        easy_drift::{drift, easy_days},
        innocence::{is_beginner, runs_for_wellbeing},
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::{count, how_many, latest_easy_limit},
};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("hold-easy-days-back"),
    topic: Topic::Intensity,
    asks: "Keep easy days clearly easy, and do not let their pace creep up.",
    page: include_str!("hold_easy_days_back.md"),
    grade: Grade::Weak,
    sources: &[SourceId("stimulus"), SourceId("muniz-2025"), SourceId("festa-2020")],
    statements: &["stimulus-20"],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "max_part",
            means: "share of an easy run between the thresholds above which it was too hard",
            value: Value::Number(0.1),
            range: Range::between(0.0, 1.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "max_share",
            means: "share of the easy runs of 28 days that may be too hard",
            value: Value::Number(0.34),
            range: Range::between(0.0, 1.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "max_rise",
            means: "how much easy pace may rise over 28 days against the 56 before, at the same \
                    fitness, as a share",
            value: Value::Number(0.02),
            range: Range::between(0.0, 0.5),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "near_threshold",
            means: "share of the first threshold's speed below which a rising pace is still easy",
            value: Value::Number(0.95),
            range: Range::between(0.5, 1.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "fewest_runs",
            means: "easy runs in 28 days that it takes to tell",
            value: Value::Number(6.0),
            range: Range::between(1.0, 28.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Days(judge),
    charge: None,
    hold: None,
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>) -> Opinion {
    if let Some(reason) = runs_for_wellbeing(case) {
        return Opinion::not_applicable(reason);
    }
    if is_beginner(case) {
        return Opinion::not_applicable("At this stage every easy run helps, at whatever pace.");
    }
    let days = easy_days(case);
    let fewest = parameters.number("fewest_runs");
    if (days.len() as f64) < fewest {
        return Opinion::cannot_tell(
            format!(
                "It takes {fewest:.0} easy runs in 28 days of which it can be told how hard they were."
            ),
            "A few more easy runs would tell, recorded with speed or heart rate; so would your threshold \
             pace.",
        );
    }
    if let Some(opinion) = crept_up(case, parameters) {
        return opinion.if_broken(advice(case));
    }
    let part = parameters.number("max_part");
    let too_hard = days.iter().filter(|day| day.share > part).count();
    let message = format!(
        "Of your {} in 28 days {} had more than {:.0} % above your first threshold.",
        count(days.len(), "easy run"),
        how_many(too_hard),
        100.0 * part
    );
    let share = too_hard as f64 / days.len() as f64;
    Opinion::of(share, Asked::at_most(parameters.number("max_share"), Unit::Share), message)
        .if_broken(advice(case))
}

/// Easy pace that rose while fitness stood still, and came near the first threshold.
fn crept_up(case: &Case<'_>, parameters: &Parameters<'_>) -> Option<Opinion> {
    let most = parameters.number("max_rise");
    let drift = drift(case)
        .filter(|drift| drift.of_threshold >= parameters.number("near_threshold"))
        .filter(|drift| drift.rise > most)?;
    let message = format!(
        "Your easy runs became {:.1} % faster in 28 days while your fitness stood still; they are at \
         {:.0} % of your first threshold.",
        100.0 * drift.rise,
        100.0 * drift.of_threshold
    );
    Some(Opinion::of(drift.rise, Asked::at_most(most, Unit::Share), message))
}

fn advice(case: &Case<'_>) -> String {
    let limit = latest_easy_limit(case.recent_runs(28), case.units);
    format!(
        "Hold them back{limit}, so that you could talk in whole sentences: what an easy day saves \
         goes into the next hard one."
    )
}
