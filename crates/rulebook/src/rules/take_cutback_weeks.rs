//! Every few weeks one is lighter.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::{
        innocence::runs_for_wellbeing,
        lighter::{lighter, weeks_since_lighter},
        weeks::{every_run, full_weeks, yardstick},
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::count,
};
use training::Week;

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("take-cutback-weeks"),
    topic: Topic::Growth,
    asks: "Make a week lighter every few weeks.",
    page: include_str!("take_cutback_weeks.md"),
    grade: Grade::Convention,
    sources: &[
        SourceId("progression"),
        SourceId("context"),
        SourceId("rogerson-2023"),
        SourceId("bell-2023"),
    ],
    statements: &[
        "context-32",
        "progression-08",
        "progression-15",
        "progression-19",
        "progression-71",
    ],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "every_weeks",
            means: "every how many weeks one is lighter, at least",
            value: Value::Number(6.0),
            range: Range::between(2.0, 26.0),
            source: SourceId("progression"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "every_weeks_from_fifty",
            means: "the same from the age of fifty",
            value: Value::Number(6.0),
            range: Range::between(2.0, 26.0),
            source: SourceId("progression"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "min_in_a_year",
            means: "lighter weeks in 52 that the log holds whole, at least",
            value: Value::Number(8.0),
            range: Range::between(0.0, 26.0),
            source: SourceId("progression"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Week(judge),
    charge: None,
    hold: None,
};

const YEAR: i64 = 52;
const FIFTY: i16 = 50;

fn judge(case: &Case<'_>, parameters: &Parameters<'_>, week: Week) -> Opinion {
    if let Some(reason) = runs_for_wellbeing(case) {
        return Opinion::not_applicable(reason);
    }
    let every = every(case, parameters);
    let weeks = full_weeks(case, week, YEAR, every_run);
    let sizes = yardstick(case, &weeks).sizes(&weeks);
    let lighter = lighter(&sizes);
    let heavy = weeks_since_lighter(&lighter);
    let in_all = lighter.iter().filter(|is_lighter| **is_lighter).count();
    if in_all == 0 && (heavy as f64) < every {
        return Opinion::cannot_tell(
            format!("The log holds {}, too few to tell.", count(heavy, "full week")),
            "Import older runs, or ask again in a few weeks.",
        );
    }
    let most = Asked::at_most(every - 1.0, Unit::Weeks);
    let fewest = Asked::at_least(parameters.number("min_in_a_year"), Unit::Weeks);
    let is_whole_year = sizes.len() as i64 == YEAR;
    if most.margin(heavy as f64) >= 0.0 && is_whole_year {
        let message = format!("The last 52 weeks held {}.", count(in_all, "lighter week"));
        return Opinion::of(in_all as f64, fewest, message).if_broken(advice(every));
    }
    Opinion::of(heavy as f64, most, since(heavy, in_all)).if_broken(advice(every))
}

/// Older runners, where the doctrine says so, lighten sooner; an age that is not said is no age.
fn every(case: &Case<'_>, parameters: &Parameters<'_>) -> f64 {
    let is_fifty = case.profile.birth_year.is_some_and(|born| case.on.year() - born >= FIFTY);
    parameters.number(if is_fifty { "every_weeks_from_fifty" } else { "every_weeks" })
}

fn since(heavy: usize, in_all: usize) -> String {
    match (heavy, in_all) {
        (0, _) => "The week was a lighter one.".to_owned(),
        (_, 0) => {
            format!("None of the {} in the log was a lighter one.", count(heavy, "full week"))
        }
        _ => format!("The last lighter week is {} back.", count(heavy, "week")),
    }
}

fn advice(every: f64) -> String {
    format!(
        "Take 20 to 30 % off the next week and leave out one hard run; then one week in {every:.0}. \
         It is a convention: no trial in runners was found."
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{examples::example, finding::Verdict};

    const FOUR_HEAVY_WEEKS: &str = "2 weeks:
        Mon  easy 10km
        Thu  easy 10km
        Sun  long 18km
        1 week:
        Mon  easy 8km
        Sun  long 12km
        3 weeks:
        Mon  easy 10km
        Thu  easy 10km
        Sun  long 18km";

    fn check(born: Option<i16>, expected: Verdict) {
        let mut example = example(FOUR_HEAVY_WEEKS);
        example.profile.birth_year = born;
        let set = [
            ("every_weeks".to_owned(), Value::Number(4.0)),
            ("every_weeks_from_fifty".to_owned(), Value::Number(3.0)),
        ];
        let parameters = Parameters { defaults: RULE.parameters, set: &set };
        let opinion = judge(&example.case(), &parameters, example.last_week());
        assert_eq!(opinion.verdict, expected, "{}", opinion.message);
    }

    #[test]
    fn from_fifty_on_every_third_week_is_lighter() {
        check(None, Verdict::Kept);
        check(Some(1990), Verdict::Kept);
        check(Some(1970), Verdict::Broken);
    }
}
