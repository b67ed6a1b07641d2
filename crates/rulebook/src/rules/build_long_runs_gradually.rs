//! No single run goes much farther than the longest of the last thirty days.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    hold::{Allows, Hold},
    measures::{
        jump::{REFERENCE_DAYS, Size, jump, longest_before_day, size},
        volume::history_days,
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::distance,
};
use training::{Metres, NamedRun};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("build-long-runs-gradually"),
    topic: Topic::Growth,
    asks: "Let no run go more than a tenth farther than the longest of the last thirty days.",
    page: include_str!("build_long_runs_gradually.md"),
    grade: Grade::Moderate,
    sources: &[SourceId("frandsen-2025")],
    statements: &["signs-08"],
    maturity: Maturity::Firm,
    parameters: &[Parameter {
        name: "max_jump",
        means: "how much farther than the longest run of the thirty days before, as a share",
        value: Value::Number(0.1),
        range: Range::between(0.0, 1.0),
        source: SourceId("frandsen-2025"),
        grade: Grade::Moderate,
    }],
    judge: Judge::Run(judge),
    charge: None,
    hold: Some(hold),
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>, run: &NamedRun) -> Opinion {
    let Some(today) = run.distance else {
        return Opinion::cannot_tell(
            "The distance of the run is not known.",
            "Record runs with distance, or add it by hand.",
        );
    };
    let Some(longest) = longest_before_day(case, run.date()) else {
        return Opinion::cannot_tell(
            "There was no run in the thirty days before to compare it with.",
            "After a break, come back with short and easy runs. If you did run, import those runs.",
        );
    };
    let jump = jump(today, longest);
    let most = parameters.number("max_jump");
    if jump > most && is_log_short(case, run) {
        return Opinion::cannot_tell(
            "The log does not reach back thirty days before this run.",
            "Import older runs.",
        );
    }
    let message = format!(
        "{} after {} as the longest of thirty days: {}.",
        distance(today, case.units),
        distance(longest, case.units),
        in_words(jump)
    );
    let limit = Metres(longest.0 * (1.0 + most));
    Opinion::of(jump, Asked::at_most(most, Unit::Share), message).if_broken(format!(
        "Give it a few easy days, then let the longest run grow by a tenth at a time; {} would have \
         been a tenth.",
        distance(limit, case.units)
    ))
}

/// A tenth more than the longest of the thirty days before today. Without a run in them coming back
/// has rules of its own, and a log that begins within them may not hold the longest.
fn hold(case: &Case<'_>, parameters: &Parameters<'_>) -> Option<Hold> {
    let longest = longest_before_day(case, case.on)?;
    if history_days(case)? <= REFERENCE_DAYS {
        return None;
    }
    let farthest = Metres(longest.0 * (1.0 + parameters.number("max_jump")));
    let message = format!(
        "Your longest run of thirty days was {}; a tenth more is {}.",
        distance(longest, case.units),
        distance(farthest, case.units)
    );
    Some(Hold::to(Allows::Anything, message).no_farther_than(farthest))
}

fn is_log_short(case: &Case<'_>, run: &NamedRun) -> bool {
    history_days(&case.as_of(run.date())).is_none_or(|days| days <= REFERENCE_DAYS)
}

fn in_words(jump: f64) -> String {
    let percent = 100.0 * jump;
    match size(jump) {
        Size::None if percent.round() <= 0.0 => "no farther".to_owned(),
        Size::None => format!("{percent:+.0} %, no jump"),
        Size::Small => format!("{percent:+.0} %, a small jump"),
        Size::Moderate => format!("{percent:+.0} %, a moderate jump"),
        Size::Large => format!("{percent:+.0} %, a large jump"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{examples::example, finding::Verdict};

    const NONE: Parameters<'_> = Parameters { defaults: RULE.parameters, set: &[] };

    fn after(longest: &str, today: &str) -> Opinion {
        let example = example(&format!(
            "5 weeks:
             Tue  easy 5km
             Sun  long {longest}
             1 week:
             Sun  long {today}"
        ));
        judge(&example.case(), &NONE, example.runs.last().unwrap())
    }

    fn check(longest: &str, today: &str, verdict: Verdict, words: &str) {
        let opinion = after(longest, today);
        assert_eq!(opinion.verdict, verdict, "{today} after {longest}");
        assert!(opinion.message.contains(words), "{}", opinion.message);
    }

    #[test]
    fn a_tenth_is_no_jump_and_what_is_beyond_has_a_size() {
        check("10km", "10.9km", Verdict::Kept, "+9 %, no jump");
        check("10km", "11km", Verdict::Kept, "+10 %, no jump");
        check("10km", "11.1km", Verdict::Broken, "+11 %, a small jump");
        check("10km", "13km", Verdict::Broken, "+30 %, a small jump");
        check("10km", "13.1km", Verdict::Broken, "+31 %, a moderate jump");
        check("10km", "20km", Verdict::Broken, "+100 %, a moderate jump");
        check("10km", "20.1km", Verdict::Broken, "+101 %, a large jump");
        check("12km", "8km", Verdict::Kept, "no farther");
    }

    #[test]
    fn two_runs_of_a_day_are_two_runs() {
        let example = example(
            "5 weeks:
             Sun  long 10km
             1 week:
             Sun  easy 9km
             Sun  easy 9km",
        );
        let opinion = judge(&example.case(), &NONE, example.runs.last().unwrap());
        assert_eq!(opinion.verdict, Verdict::Kept);
    }

    #[test]
    fn without_a_run_in_thirty_days_there_is_nothing_to_compare_with() {
        let example = example("1 week:\nSun long 10km\n5 weeks:\nMon rest\n1 week:\nSun easy 3km");
        let opinion = judge(&example.case(), &NONE, example.runs.last().unwrap());
        assert_eq!(opinion.verdict, Verdict::CannotTell);
        assert_eq!(hold(&example.case(), &NONE), None);
    }

    #[test]
    fn today_goes_no_farther_than_a_tenth_beyond_the_longest_before() {
        let example = example("5 weeks:\nTue easy 8km\nSat long 20km\n1 week:\nSun long 30km");
        let farthest = hold(&example.case(), &NONE).unwrap().farthest.unwrap();
        assert!((farthest.km() - 22.0).abs() < 1e-6);
    }

    #[test]
    fn a_log_that_begins_within_thirty_days_holds_nothing_back() {
        assert_eq!(hold(&example("4 weeks:\nSat long 20km").case(), &NONE), None);
    }
}
