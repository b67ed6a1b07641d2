//! Sign 5: easy runs feel hard at the usual pace.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::{
        easy_effort::{ExtraBeats, extra_beats},
        intensity::WARM,
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::count,
};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("watch-easy-effort"),
    topic: Topic::Body,
    asks: "Cut back when easy runs cost more heartbeats than they used to.",
    page: include_str!("watch_easy_effort.md"),
    grade: Grade::Moderate,
    sources: &[SourceId("signs"), SourceId("vesterinen-2014"), SourceId("nuuttila-2022")],
    statements: &["signs-26", "signs-27"],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "max_extra_bpm",
            means: "beats a minute above what speed, heat and time explain, as a running mean; the \
                    runner's own spread where that is larger",
            value: Value::Number(4.0),
            range: Range::between(0.0, 30.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "positive_of_last_four",
            means: "of the last four easy runs, how many must lie above the line",
            value: Value::Number(3.0),
            range: Range::between(1.0, 4.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Days(judge),
    charge: None,
    hold: None,
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>) -> Opinion {
    let Some(extra) = extra_beats(case) else {
        return Opinion::cannot_tell(
            "There are not enough even, easy stretches with heart rate to compare.",
            "Wear a heart-rate sensor on easy runs over gentle ground: a dozen stretches of five \
             minutes over two months, and three runs in the last two weeks.",
        );
    };
    let most = parameters.number("max_extra_bpm").max(extra.spread);
    let message = format!(
        "At the same speed your easy runs of the last two weeks cost {} in the two months before \
         (running mean of {} runs; your usual spread is {:.0}).",
        compared(extra.smoothed),
        extra.runs.len(),
        extra.spread
    );
    let asked = Asked::at_most(most, Unit::Bpm);
    let positive = extra.runs.iter().rev().take(4).filter(|beats| **beats > 0.0).count();
    if (positive as f64) < parameters.number("positive_of_last_four") {
        return Opinion::kept(message);
    }
    Opinion::of(extra.smoothed, asked, message).if_broken(advice(&extra))
}

/// How dear the easy runs were: `3 beats a minute more than`.
fn compared(beats: f64) -> String {
    let whole = count(beats.abs().round() as usize, "beat");
    match beats.round() {
        beats if beats > 0.0 => format!("{whole} a minute more than"),
        beats if beats < 0.0 => format!("{whole} a minute less than"),
        _ => "as many heartbeats as".to_owned(),
    }
}

/// Other causes come first, in the order of how often they explain it.
fn advice(extra: &ExtraBeats) -> String {
    let heat = match extra.warmest {
        Some(degrees) if degrees > WARM => format!("heat (up to {degrees:.0} °C lately), "),
        Some(_) => String::new(),
        None => "heat, ".to_owned(),
    };
    format!(
        "First rule out {heat}the sensor, too little water or much caffeine, and an illness coming \
         on. If none fits, run 20 to 30 % less for five to seven days and look again."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_of_nothing_is_told_as_none() {
        assert_eq!(compared(-0.4), "as many heartbeats as");
        assert_eq!(compared(1.2), "1 beat a minute more than");
        assert_eq!(compared(-3.4), "3 beats a minute less than");
    }
}
