//! An easy run leaves the runner no worse than it found them; if it did not, the next is half as
//! long, or slower.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    hold::{Allows, Hold},
    measures::{
        days::is_run,
        easy_run::answers_about,
        intensity::{Proof, easy_speed_limit, running_speed},
        volume::usual_minutes,
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::{minutes, when},
};
use training::{CheckIn, Date, NamedRun, Seconds, TalkTest, calendar::add_days};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("finish-easy-runs-fresh"),
    topic: Topic::Body,
    asks: "Finish easy runs feeling no worse than at the start, and feel no worse the next day.",
    page: include_str!("finish_easy_runs_fresh.md"),
    grade: Grade::Convention,
    sources: &[SourceId("recovery")],
    statements: &[
        "recovery-40",
        "recovery-41",
        "recovery-94",
        "recovery-107",
        "recovery-135",
        "recovery-136",
    ],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "left_next_time",
            means: "share of the run that is left the next time",
            value: Value::Number(0.5),
            range: Range::between(0.0, 1.0),
            source: SourceId("recovery"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "slower_next_time",
            means: "seconds a kilometre by which the next may be slower instead",
            value: Value::Number(15.0),
            range: Range::between(0.0, 120.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "long_from",
            means: "share of the usual run from which its length is named as the likely cause",
            value: Value::Number(1.25),
            range: Range::between(1.0, 3.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "hard_from",
            means: "effort of 10 from which its pace is named as the likely cause",
            value: Value::Number(4.0),
            range: Range::between(1.0, 10.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Run(judge),
    charge: None,
    hold: Some(hold),
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>, run: &NamedRun) -> Opinion {
    let check_in = match answers_about(case, run) {
        Ok(check_in) => check_in,
        Err(why) => return Opinion::not_applicable(why),
    };
    let Some(felt) = check_in.and_then(|said| said.felt_after).map(i8::from) else {
        return Opinion::cannot_tell(
            "How this easy run left you was not said.",
            "Say after a run how it left you: from -2 (drained) to 2 (lifted).",
        );
    };
    let asked = Asked::at_least(0.0, Unit::Points);
    if felt < 0 {
        let message = format!(
            "This easy run of {} left you more tired than you began; {}.",
            minutes(run.moving),
            likely_cause(case, parameters, run, check_in)
        );
        return Opinion::of(f64::from(felt), asked, message).if_broken(next_time(parameters, run));
    }
    match fatigue_on(case, run.date()).zip(fatigue_on(case, add_days(run.date(), 1))) {
        Some((before, after)) if after > before => Opinion::broken(
            format!(
                "This easy run left you well, and the next day you were more tired ({after} of 5 \
                 after {before})."
            ),
            next_time(parameters, run),
        ),
        _ if felt > 0 => Opinion::kept(
            "This easy run left you better than you began; on such days a little more is fine.",
        ),
        _ => Opinion::kept("This easy run left you no worse than you began."),
    }
}

/// Too fast, too long, or a day that was one for rest.
fn likely_cause(
    case: &Case<'_>,
    parameters: &Parameters<'_>,
    run: &NamedRun,
    check_in: Option<&CheckIn>,
) -> &'static str {
    let said_hard = check_in.is_some_and(|said| {
        said.talk_test == Some(TalkTest::CannotTalk)
            || said
                .effort
                .is_some_and(|effort| f64::from(u8::from(effort)) >= parameters.number("hard_from"))
    });
    let speed = running_speed(run).zip(easy_speed_limit(run, Proof::Likely));
    if said_hard || speed.is_some_and(|(speed, limit)| speed > limit) {
        return "it was probably too fast";
    }
    let long = usual_minutes(&case.as_of(run.date()))
        .is_some_and(|usual| run.moving.minutes() >= parameters.number("long_from") * usual);
    if long { "it was probably too long" } else { "it was probably a day for rest" }
}

fn next_time(parameters: &Parameters<'_>, run: &NamedRun) -> String {
    format!(
        "Next time run {} at most, or {:.0} seconds a kilometre slower; walk breaks are fine, and \
         so is stopping early.",
        minutes(Seconds(parameters.number("left_next_time") * run.moving.0)),
        parameters.number("slower_next_time")
    )
}

fn fatigue_on(case: &Case<'_>, day: Date) -> Option<u8> {
    if day > case.on {
        return None;
    }
    case.as_of(day).check_in_today()?.fatigue.map(u8::from)
}

/// The next run after an easy one that drained is held to half of it, for a week.
fn hold(case: &Case<'_>, parameters: &Parameters<'_>) -> Option<Hold> {
    let week = case.runs_between(add_days(case.on, -7), add_days(case.on, -1));
    let last = week.iter().rev().find(|run| is_run(run))?;
    let said = answers_about(case, last).ok()??;
    if i8::from(said.felt_after?) >= 0 {
        return None;
    }
    let longest = Seconds(parameters.number("left_next_time") * last.moving.0);
    let message = format!(
        "Your easy run of {} {} left you more tired: easy today, and {} at most.",
        minutes(last.moving),
        when(last.date(), case.on),
        minutes(longest)
    );
    Some(Hold::to(Allows::Easy, message).no_longer_than(longest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    fn held(week: &str) -> Option<(Allows, f64)> {
        let hold = example(&format!("1 week:\n{week}")).hold(&RULE)?;
        Some((hold.allows, hold.longest.unwrap().minutes()))
    }

    #[test]
    fn the_run_after_one_that_drained_is_half_of_it() {
        assert_eq!(held("Sat easy 50min\ncheck-in Sat: felt -1"), Some((Allows::Easy, 25.0)));
        assert_eq!(held("Tue recovery 30min\ncheck-in Tue: felt -2"), Some((Allows::Easy, 15.0)));
    }

    #[test]
    fn a_run_since_or_a_good_one_or_a_hard_one_holds_nothing() {
        assert_eq!(held("Thu easy 50min\nSat easy 25min\ncheck-in Thu: felt -1"), None);
        assert_eq!(held("Sat easy 50min\ncheck-in Sat: felt 0"), None);
        assert_eq!(held("Sat tempo 30min @4:08\ncheck-in Sat: felt -2"), None);
        assert_eq!(held("Sat easy 50min"), None);
    }
}
