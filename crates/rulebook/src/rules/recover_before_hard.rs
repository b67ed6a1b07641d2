//! Hard running belongs to days on which the runner is recovered and has slept.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    hold::{Allows, Fact, Hold},
    measures::{
        sleep::{last_night, nights},
        structure::is_hard,
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::{count, weekdays},
};
use training::{Date, NamedRun, Purpose, Question};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("recover-before-hard"),
    topic: Topic::Body,
    asks: "Run hard only when you slept enough and are neither sore nor tired.",
    page: include_str!("recover_before_hard.md"),
    grade: Grade::Moderate,
    sources: &[SourceId("progression"), SourceId("nuuttila-2022"), SourceId("walsh-2021")],
    statements: &["progression-12"],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "min_sleep",
            means: "hours of sleep last night that suffice",
            value: Value::Number(7.0),
            range: Range::between(3.0, 10.0),
            source: SourceId("walsh-2021"),
            grade: Grade::Weak,
        },
        Parameter {
            name: "below_usual",
            means: "hours below the runner's own middle of 28 nights that suffice too",
            value: Value::Number(1.0),
            range: Range::between(0.0, 4.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "max_soreness",
            means: "soreness of 10, at most",
            value: Value::Number(4.0),
            range: Range::between(0.0, 6.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "max_fatigue",
            means: "fatigue of 5, at most",
            value: Value::Number(3.0),
            range: Range::between(1.0, 4.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Days(judge),
    charge: None,
    hold: Some(hold),
};

/// What was said of a day that speaks against hard running: a short night, soreness, fatigue.
#[derive(Debug, Clone, PartialEq, Default)]
struct Against {
    reasons: Vec<String>,
    lifted_by: Vec<Fact>,
}

fn judge(case: &Case<'_>, parameters: &Parameters<'_>) -> Opinion {
    let hard: Vec<Date> = hard_days(case.recent_runs(7));
    if hard.is_empty() {
        return Opinion::not_applicable(
            "There was no hard session in the last seven days; a race has its day.",
        );
    }
    let told: Vec<(Date, Against)> = hard
        .iter()
        .filter_map(|day| Some((*day, against(&case.as_of(*day), parameters)?)))
        .collect();
    if told.is_empty() {
        return Opinion::cannot_tell(
            "How you slept and felt on the days of your hard sessions was not said.",
            "Answer on the morning of a hard session: hours of sleep, soreness, fatigue.",
        );
    }
    let unready: Vec<&(Date, Against)> =
        told.iter().filter(|(_, against)| !against.reasons.is_empty()).collect();
    let days: Vec<Date> = unready.iter().map(|(day, _)| *day).collect();
    let message = match unready.last() {
        Some((_, against)) => format!(
            "You ran hard on {}, not recovered ({}).",
            weekdays(&days),
            against.reasons.join(", ")
        ),
        None => format!(
            "You were recovered for {}.",
            match told.len() {
                1 => "the hard session you answered for".to_owned(),
                more => format!("the {} you answered for", count(more, "hard session")),
            }
        ),
    };
    Opinion::of(unready.len() as f64, Asked::at_most(0.0, Unit::Days), message).if_broken(
        "Move a hard session to a day on which you slept enough and feel ready; easy running or \
         rest on the day itself loses nothing.",
    )
}

/// The days of hard sessions. A race has its day, whatever the night before was like.
fn hard_days(runs: &[NamedRun]) -> Vec<Date> {
    let hard = runs.iter().filter(|run| is_hard(run) && run.purpose() != Purpose::Race);
    let mut days: Vec<Date> = hard.map(NamedRun::date).collect();
    days.dedup();
    days
}

/// What speaks against hard running on the day judged; `None` where nothing was said.
fn against(case: &Case<'_>, parameters: &Parameters<'_>) -> Option<Against> {
    let said = case.check_in_today()?;
    let mut against = Against::default();
    let slept = last_night(case);
    if let Some(hours) = slept
        && let enough = enough_sleep(case, parameters)
        && hours < enough
    {
        against.lifted_by.push(Fact::AtLeast(Question::Sleep, tenth_up(enough)));
        against.reasons.push(format!("{hours:.1} hours of sleep"));
    }
    let mut weigh = |value: Option<u8>, most: f64, of: u8, question: Question| {
        let Some(value) = value.filter(|value| f64::from(*value) > most) else { return };
        against.reasons.push(format!("{} {value} of {of}", question.word()));
        against.lifted_by.push(Fact::AtMost(question, most.floor()));
    };
    let soreness = said.soreness.map(u8::from);
    let fatigue = said.fatigue.map(u8::from);
    weigh(soreness, parameters.number("max_soreness"), 10, Question::Soreness);
    weigh(fatigue, parameters.number("max_fatigue"), 5, Question::Fatigue);
    let is_told = slept.is_some() || soreness.is_some() || fatigue.is_some();
    is_told.then_some(against)
}

/// Seven hours, or a little less than usual for who usually sleeps less.
fn enough_sleep(case: &Case<'_>, parameters: &Parameters<'_>) -> f64 {
    let enough = parameters.number("min_sleep");
    let own = nights(case).usual.map(|usual| usual - parameters.number("below_usual"));
    own.map_or(enough, |own| own.min(enough))
}

/// The hours as they are said, never less than they are: `6.4` for 6.33.
fn tenth_up(hours: f64) -> f64 {
    (10.0 * hours).ceil() / 10.0
}

fn hold(case: &Case<'_>, parameters: &Parameters<'_>) -> Option<Hold> {
    let Against { reasons, lifted_by } = against(case, parameters)?;
    if reasons.is_empty() {
        return None;
    }
    let message = format!("Not recovered enough for hard running: {}.", reasons.join(", "));
    Some(Hold { lifted_by, ..Hold::to(Allows::Easy, message) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    fn held(weeks: &str) -> Option<Hold> {
        example(weeks).hold(&RULE)
    }

    fn allows(answers: &str) -> Option<Allows> {
        held(&format!("1 week:\ncheck-in Sun: {answers}")).map(|hold| hold.allows)
    }

    #[test]
    fn a_short_night_soreness_or_fatigue_each_leave_only_easy_running() {
        assert_eq!(allows("sleep 6.5"), Some(Allows::Easy));
        assert_eq!(allows("sleep 8, soreness 5"), Some(Allows::Easy));
        assert_eq!(allows("sleep 8, fatigue 4"), Some(Allows::Easy));
        assert_eq!(allows("sleep 7, soreness 4, fatigue 3"), None);
        assert_eq!(allows("motivation 3"), None);
    }

    #[test]
    fn who_usually_sleeps_less_needs_less() {
        let usual: Vec<String> = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
            .iter()
            .map(|day| format!("check-in {day}: sleep 7"))
            .collect();
        let weeks = format!("2 weeks:\n{}\n1 week:\ncheck-in Sun: sleep", usual.join("\n"));
        assert_eq!(held(&format!("{weeks} 6.2")), None);
        assert!(held(&format!("{weeks} 5.9")).is_some());
    }

    #[test]
    fn only_what_can_change_lifts_it() {
        let sore = held("1 week:\ncheck-in Sun: soreness 5, fatigue 4").unwrap();
        let lifted_by: Vec<String> = sore.lifted_by.iter().map(|fact| fact.in_words()).collect();
        assert_eq!(lifted_by, ["soreness at 4 or less", "fatigue at 3 or less"]);
        let tired = held("1 week:\ncheck-in Sun: sleep 6, fatigue 4").unwrap().lifted_by;
        let asked = [Fact::AtLeast(Question::Sleep, 7.0), Fact::AtMost(Question::Fatigue, 3.0)];
        assert_eq!(tired, asked);
    }
}
