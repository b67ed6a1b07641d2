//! Enough sleep, by the usual line and by the runner's own nights; and what a short night leaves of
//! the day.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    hold::{Allows, Fact, Hold},
    measures::{
        roles::hard_run_yesterday,
        sleep::{Nights, last_night, nights},
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
};
use training::{Question, Seconds};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("sleep-enough"),
    topic: Topic::Body,
    asks: "Sleep seven hours or more, and no less than you usually do.",
    page: include_str!("sleep_enough.md"),
    grade: Grade::Moderate,
    sources: &[SourceId("recovery"), SourceId("progression"), SourceId("walsh-2021")],
    statements: &["recovery-62", "recovery-85", "progression-58"],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "min_mean",
            means: "mean hours of sleep of seven nights, at least",
            value: Value::Number(7.0),
            range: Range::between(4.0, 10.0),
            source: SourceId("walsh-2021"),
            grade: Grade::Moderate,
        },
        Parameter {
            name: "max_below_usual",
            means: "hours that mean may lie below the runner's own middle of 28 nights",
            value: Value::Number(1.0),
            range: Range::between(0.0, 4.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "asks_for_regular_nights",
            means: "whether nights that vary much break the rule",
            value: Value::Flag(false),
            range: Range::EITHER,
            source: SourceId("progression"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "max_spread",
            means: "minutes by which seven nights may vary (standard deviation)",
            value: Value::Number(45.0),
            range: Range::between(5.0, 300.0),
            source: SourceId("progression"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "easy_below",
            means: "hours of sleep last night below which today is easy and short",
            value: Value::Number(5.0),
            range: Range::between(3.0, 8.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "easy_minutes",
            means: "minutes that are left after such a night, at most",
            value: Value::Number(30.0),
            range: Range::between(0.0, 60.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "rest_below",
            means: "hours of sleep last night below which today is a day of rest",
            value: Value::Number(4.0),
            range: Range::between(2.0, 7.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "recovery_run_sleep",
            means: "hours of sleep last night below which the run on the day after a hard or long \
                    one is left out; 0 for never",
            value: Value::Number(0.0),
            range: Range::between(0.0, 10.0),
            source: SourceId("recovery"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "recovery_run_stress",
            means: "stress of 5 from which that run is left out; 6 for never",
            value: Value::Number(6.0),
            range: Range::between(1.0, 6.0),
            source: SourceId("recovery"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Days(judge),
    charge: None,
    hold: Some(hold),
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>) -> Opinion {
    const ADVICE: &str = "Go to bed half an hour earlier this week, at the same hour each night, \
                          and leave an early run out before you shorten the night for it.";
    let nights = nights(case);
    let Some(mean) = nights.mean else {
        return Opinion::cannot_tell(
            match nights.known {
                0 => "How long you slept was not said.".to_owned(),
                known => {
                    format!("Sleep in {known} of the last seven nights is too little to tell.")
                }
            },
            "Say each morning how long you slept, four nights a week or more.",
        );
    };
    let least = least_mean(&nights, parameters);
    let message = format!("You slept {mean:.1} hours a night{}.", beside(&nights, parameters));
    let opinion = Opinion::of(mean, Asked::at_least(least, Unit::Hours), message).if_broken(ADVICE);
    let most = parameters.number("max_spread");
    match nights.spread_minutes {
        Some(spread)
            if opinion.margin() >= Some(0.0)
                && spread > most
                && parameters.flag("asks_for_regular_nights") =>
        {
            let message = format!("Your nights are long enough, and vary by {spread:.0} minutes.");
            Opinion::of(spread, Asked::at_most(most, Unit::Minutes), message)
                .if_broken("Go to bed and get up at nearly the same hour, also at weekends.")
        }
        _ => opinion,
    }
}

/// The usual line, or a little less than the runner's own middle where that is higher.
fn least_mean(nights: &Nights, parameters: &Parameters<'_>) -> f64 {
    let own = nights.usual.map(|usual| usual - parameters.number("max_below_usual"));
    own.map_or(parameters.number("min_mean"), |own| own.max(parameters.number("min_mean")))
}

/// What the mean is to be seen beside: ` (usually 7.6), and your nights vary by 70 minutes`.
fn beside(nights: &Nights, parameters: &Parameters<'_>) -> String {
    let usual = nights.usual.map_or(String::new(), |usual| format!(" (usually {usual:.1})"));
    let spread = nights.spread_minutes.filter(|spread| *spread > parameters.number("max_spread"));
    let varying = spread
        .map_or(String::new(), |spread| format!(", and your nights vary by {spread:.0} minutes"));
    usual + &varying
}

fn hold(case: &Case<'_>, parameters: &Parameters<'_>) -> Option<Hold> {
    let slept = last_night(case);
    if let Some(hours) = slept {
        let night = format!("You slept {hours:.1} hours");
        let enough = Fact::AtLeast(Question::Sleep, parameters.number("easy_below"));
        if hours < parameters.number("rest_below") {
            let hold = Hold::to(Allows::Rest, format!("{night}: rest, and sleep tonight."));
            return Some(hold.lifted_by(enough));
        }
        if hours < parameters.number("easy_below") {
            let minutes = parameters.number("easy_minutes");
            let message = format!("{night}: easy, and no more than {minutes:.0} minutes, or rest.");
            let hold = Hold::to(Allows::Easy, message).lifted_by(enough);
            return Some(hold.no_longer_than(Seconds::from_minutes(minutes)));
        }
    }
    no_recovery_run(case, parameters, slept)
}

/// A recovery run is not worth its price in sleep or in stress.
fn no_recovery_run(
    case: &Case<'_>,
    parameters: &Parameters<'_>,
    slept: Option<f64>,
) -> Option<Hold> {
    hard_run_yesterday(case)?;
    let stress = case.check_in_today()?.stress.map(|stress| f64::from(u8::from(stress)));
    let short = slept.filter(|hours| *hours < parameters.number("recovery_run_sleep"));
    let stressed = stress.filter(|stress| *stress >= parameters.number("recovery_run_stress"));
    let why = match (short, stressed) {
        (Some(hours), _) => format!("You slept {hours:.1} hours"),
        (None, Some(stress)) => format!("Your stress is {stress:.0} of 5"),
        (None, None) => return None,
    };
    let message = format!("{why}: a recovery run is not worth it today; walk, or rest.");
    let slept = Fact::AtLeast(Question::Sleep, parameters.number("recovery_run_sleep"));
    let calm = Fact::below(Question::Stress, parameters.number("recovery_run_stress"));
    let lifted_by = short.map(|_| slept).into_iter().chain(stressed.map(|_| calm)).collect();
    Some(Hold { lifted_by, ..Hold::to(Allows::Swap, message) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    fn allows(weeks: &str) -> Option<Allows> {
        example(weeks).hold(&RULE).map(|hold| hold.allows)
    }

    #[test]
    fn a_short_night_leaves_half_an_hour_and_a_very_short_one_nothing() {
        let held =
            |hours: &str| example(&format!("1 week:\ncheck-in Sun: sleep {hours}")).hold(&RULE);
        assert_eq!(held("3.5").unwrap().allows, Allows::Rest);
        let short = held("4.5").unwrap();
        assert_eq!((short.allows, short.longest), (Allows::Easy, Some(Seconds(1800.0))));
        assert_eq!(held("5"), None);
    }

    #[test]
    fn a_recovery_run_is_left_out_where_the_doctrine_says_so() {
        let day = "1 week:\nSat easy 10min + 6x(800m / 2min jog) + easy 10min\ncheck-in Sun:";
        let shakeout = format!("doctrine: shakeout\n{day}");
        assert_eq!(allows(&format!("{shakeout} sleep 6.5")), Some(Allows::Swap));
        assert_eq!(allows(&format!("{shakeout} sleep 8, stress 4")), Some(Allows::Swap));
        assert_eq!(allows(&format!("{shakeout} sleep 8, stress 3")), None);
        assert_eq!(allows(&format!("{day} sleep 6.5, stress 4")), None);
        let easy_before = "doctrine: shakeout\n1 week:\nSat easy 45min\ncheck-in Sun: sleep 6.5";
        assert_eq!(allows(easy_before), None);
    }

    #[test]
    fn a_night_nobody_spoke_of_holds_nothing() {
        assert_eq!(allows("1 week:\ncheck-in Sat: sleep 3"), None);
        assert_eq!(allows("1 week:\ncheck-in Sun: soreness 3"), None);
    }
}
