//! The weeks are much alike: steady beats bursts.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::{
        lighter::lighter,
        statistics::{mean, standard_deviation},
        weeks::{every_run, full_weeks, yardstick},
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::count,
};
use training::Week;

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("stay-consistent"),
    topic: Topic::Growth,
    asks: "Keep eight weeks much alike, lighter weeks aside.",
    page: include_str!("stay_consistent.md"),
    grade: Grade::Convention,
    sources: &[SourceId("progression")],
    statements: &["progression-23"],
    maturity: Maturity::Trial,
    parameters: &[
        Parameter {
            name: "max_variation",
            means: "spread of eight weeks as a share of their mean (coefficient of variation), at \
                    most",
            value: Value::Number(0.25),
            range: Range::between(0.0, 2.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "excused",
            means: "lighter weeks of the eight that are left out, at most",
            value: Value::Number(2.0),
            range: Range::between(0.0, 8.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Week(judge),
    charge: None,
    hold: None,
};

const WEEKS: i64 = 8;
/// Two weeks more tell whether the first of the eight were lighter.
const BEFORE: i64 = 2;

fn judge(case: &Case<'_>, parameters: &Parameters<'_>, week: Week) -> Opinion {
    let weeks = full_weeks(case, week, WEEKS + BEFORE, every_run);
    if (weeks.len() as i64) < WEEKS {
        return Opinion::cannot_tell(
            format!("It takes eight full weeks; the log holds {}.", weeks.len()),
            "Import older runs, or ask again in a few weeks.",
        );
    }
    let by = yardstick(case, &weeks);
    let (counted, excused) = without_lighter(&by.sizes(&weeks), parameters.number("excused"));
    let usual = mean(&counted).unwrap_or_default();
    let Some(spread) = standard_deviation(&counted).filter(|_| usual > 0.0) else {
        return Opinion::not_applicable("There was no running in the last eight weeks.");
    };
    let variation = spread / usual;
    let aside = match excused {
        0 => String::new(),
        _ => format!(", {} aside", count(excused, "lighter week")),
    };
    let message = format!(
        "Your last eight weeks held {} on average, give or take {:.0} %{aside}.",
        by.said(usual, case.units),
        100.0 * variation
    );
    let asked = Asked::at_most(parameters.number("max_variation"), Unit::Share);
    Opinion::of(variation, asked, message).if_broken(
        "A week you can repeat does more than a big one now and then. Pick a distance that fits \
         every week, and let it grow from there.",
    )
}

/// The last eight of some weeks without the lightest of the lighter ones, and how many were left
/// out.
fn without_lighter(sizes: &[f64], most: f64) -> (Vec<f64>, usize) {
    let first = sizes.len() - WEEKS as usize;
    let mut lighter: Vec<f64> = sizes
        .iter()
        .zip(lighter(sizes))
        .skip(first)
        .filter_map(|(size, is_lighter)| is_lighter.then_some(*size))
        .collect();
    lighter.sort_by(f64::total_cmp);
    lighter.truncate(most as usize);
    let mut counted = sizes[first..].to_vec();
    for size in &lighter {
        if let Some(place) = counted.iter().position(|other| other == size) {
            counted.remove(place);
        }
    }
    (counted, lighter.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_lighter_weeks_are_left_out_and_no_more() {
        let sizes = [40.0, 40.0, 40.0, 30.0, 40.0, 40.0, 20.0, 40.0];
        assert_eq!(without_lighter(&sizes, 2.0), (vec![40.0; 6], 2));
        let bursts = [50.0, 50.0, 20.0, 50.0, 20.0, 50.0, 20.0, 50.0];
        assert_eq!(without_lighter(&bursts, 2.0).0, [50.0, 50.0, 50.0, 50.0, 20.0, 50.0]);
    }
}
