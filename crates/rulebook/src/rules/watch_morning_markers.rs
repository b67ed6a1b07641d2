//! A week of low heart-rate variability or of a high resting heart rate asks for easier days.

use crate::{
    case::Case,
    doctrine::Value,
    finding::Opinion,
    hold::{Allows, Hold},
    measures::morning::{RestingHr, Variability, resting_hr, variability},
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("watch-morning-markers"),
    topic: Topic::Body,
    asks: "Run easily while a week of mornings lies below what is usual for you.",
    page: include_str!("watch_morning_markers.md"),
    grade: Grade::Moderate,
    sources: &[
        SourceId("progression"),
        SourceId("nuuttila-2022"),
        SourceId("buchheit-2014"),
        SourceId("plews-2014"),
    ],
    statements: &["progression-60"],
    maturity: Maturity::Firm,
    parameters: &[Parameter {
        name: "max_extra_bpm",
        means: "beats a minute by which the resting heart rate of seven days stays below the middle \
                of 28 plus this",
        value: Value::Number(5.0),
        range: Range::between(0.0, 30.0),
        source: SourceId("everymile"),
        grade: Grade::Convention,
    }],
    judge: Judge::Days(judge),
    charge: None,
    hold: Some(hold),
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>) -> Opinion {
    let (variability, beats) = (variability(case), resting_hr(case));
    if let Some(low) = low(variability, beats, parameters) {
        return Opinion::broken(
            low,
            "Change the next hard session to an easy one or to rest, keep the key session of the \
             week for later, and let what merely fills the week fall out. Rule out an illness \
             coming on, a short night, and drink.",
        );
    }
    Opinion::kept(match (variability, beats) {
        (Some(known), _) => format!("{} {}", told(known), as_usual(known)),
        (None, Some(beats)) => {
            format!(
                "Your resting heart rate ({:.0}) is as usual ({:.0}).",
                beats.lately, beats.usual
            )
        }
        (None, None) => {
            return Opinion::cannot_tell(
                "There are too few mornings to compare.",
                "Note heart-rate variability (RMSSD) or resting heart rate on three mornings a \
                 week or more, for three weeks.",
            );
        }
    })
}

/// What a week that is not low is.
fn as_usual(known: Variability) -> &'static str {
    if known.is_high() {
        "Above your band: usually a good sign."
    } else if known.lately < known.band.lowest() {
        "One morning alone pulled it down; that is no sign."
    } else {
        "That is as usual."
    }
}

/// What lies outside of what is usual, to the worse side; `None` when nothing does.
fn low(
    variability: Option<Variability>,
    beats: Option<RestingHr>,
    parameters: &Parameters<'_>,
) -> Option<String> {
    if let Some(low) = variability.filter(|known| known.is_low()) {
        return Some(told(low));
    }
    let extra = parameters.number("max_extra_bpm");
    let high = beats.filter(|beats| beats.lately >= beats.usual + extra)?;
    Some(format!(
        "Your resting heart rate averaged {:.0} over seven days and is usually {:.0}.",
        high.lately, high.usual
    ))
}

/// A week of variability in milliseconds, with its band.
fn told(known: Variability) -> String {
    format!(
        "Heart-rate variability over seven days: {:.0} ms on {} mornings (your band is {:.0} to \
         {:.0}).",
        known.lately.exp(),
        known.mornings,
        known.band.lowest().exp(),
        known.band.highest().exp()
    )
}

fn hold(case: &Case<'_>, parameters: &Parameters<'_>) -> Option<Hold> {
    let low = low(variability(case), resting_hr(case), parameters)?;
    Some(Hold::to(Allows::Easy, format!("{low} Easy today.")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    fn allows(week: &str) -> Option<Allows> {
        let usual = "4 weeks:
            check-in Mon: hrv 66, resting-hr 50
            check-in Tue: hrv 72, resting-hr 48
            check-in Thu: hrv 68, resting-hr 49
            check-in Sat: hrv 70, resting-hr 50";
        example(&format!("{usual}\n1 week:\n{week}")).hold(&RULE).map(|hold| hold.allows)
    }

    #[test]
    fn a_low_week_is_easy_and_one_low_morning_is_nothing() {
        let low = "check-in Mon: hrv 54\ncheck-in Wed: hrv 52\ncheck-in Fri: hrv 56";
        assert_eq!(allows(low), Some(Allows::Easy));
        let one = "check-in Mon: hrv 69\ncheck-in Wed: hrv 70\ncheck-in Fri: hrv 30";
        assert_eq!(allows(one), None);
        assert_eq!(allows("check-in Mon: hrv 50\ncheck-in Wed: hrv 50"), None);
        assert_eq!(
            allows("check-in Mon: hrv 85\ncheck-in Wed: hrv 88\ncheck-in Fri: hrv 86"),
            None
        );
    }

    #[test]
    fn five_beats_more_at_rest_are_easy_too() {
        let beats = |beats: u8| {
            let days = ["Mon", "Wed", "Fri"];
            days.map(|day| format!("check-in {day}: resting-hr {beats}")).join("\n")
        };
        assert_eq!(allows(&beats(55)), Some(Allows::Easy));
        assert_eq!(allows(&beats(53)), None);
    }
}
