//! The run after a hard day is slow enough to be recovery.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    hold::{Allows, Hold},
    ledger::{Charge, FallsOn},
    measures::{
        grey::{MOST, Moderate, Pressed, pressed},
        innocence::runs_for_wellbeing,
        intensity::{Proof, easy_speed_limit},
        roles::{hard_run_before, hard_run_yesterday},
        structure::is_structured,
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::{easy_limit, named_run, slower_instead, times, too_fast},
};
use training::{NamedRun, Purpose, Standing, calendar::add_days};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("recover-slowly"),
    topic: Topic::Recovery,
    asks: "Run the day after a hard or long run below the first threshold, or not at all.",
    page: include_str!("recover_slowly.md"),
    grade: Grade::Convention,
    sources: &[SourceId("signs"), SourceId("recovery"), SourceId("martinez-navarro-2021")],
    statements: &["signs-02", "signs-07", "recovery-81", "recovery-83"],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "junk_from",
            means: "recovery runs clearly too fast in 28 days from which each is junk",
            value: Value::Number(2.0),
            range: Range::between(1.0, 28.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "habit_from",
            means: "recovery runs probably too fast in 28 days from which each is junk",
            value: Value::Number(3.0),
            range: Range::between(1.0, 28.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Run(judge),
    charge: Some(charge),
    hold: Some(hold),
};

fn judge(case: &Case<'_>, _: &Parameters<'_>, run: &NamedRun) -> Opinion {
    if is_structured(run) || run.purpose() == Purpose::Walk {
        return Opinion::not_applicable("The run was a session of its own.");
    }
    if hard_run_before(case, run).is_none() {
        return Opinion::not_applicable("There was no hard or long run the day before.");
    }
    match pressed(case, run, Proof::Clear) {
        Pressed::CannotTell => Opinion::cannot_tell(
            "Neither speed nor heart rate tells how hard it was.",
            "Record runs with speed or heart rate, or set your threshold pace.",
        ),
        Pressed::Acquitted(reason) => Opinion::not_applicable(reason),
        Pressed::No => Opinion::kept("The day after a hard or long run you ran easily."),
        Pressed::Yes(moderate) => not_slow(case, run, moderate),
    }
}

fn not_slow(case: &Case<'_>, run: &NamedRun, moderate: Moderate) -> Opinion {
    let message = format!(
        "The day after a hard or long run was too fast to recover: {}.",
        too_fast(run, moderate, case.units)
    );
    let advice = easy_limit(run, Proof::Clear, case.units).map_or_else(
        || "Run it so slowly that you could talk in whole sentences, or rest.".to_owned(),
        |limit| format!("Run it {limit}, or rest."),
    );
    let (measured, asked) = match moderate.speed.zip(easy_speed_limit(run, Proof::Clear)) {
        Some((speed, limit)) if speed > limit => {
            (speed.0, Asked::at_most(limit.0, Unit::MetresPerSecond))
        }
        _ => (moderate.share, Asked::at_most(MOST, Unit::Share)),
    };
    Opinion::of(measured, asked, message).if_broken(advice)
}

fn charge(case: &Case<'_>, parameters: &Parameters<'_>, run: &NamedRun) -> Option<Charge> {
    let likely = hammered(case, run, Proof::Likely)?;
    let clear = hammered(case, run, Proof::Clear);
    let reaches = |proof, name| times_around(case, run, proof) as f64 >= parameters.number(name);
    let is_habit = reaches(Proof::Likely, "habit_from");
    let is_junk = is_habit || (clear.is_some() && reaches(Proof::Clear, "junk_from"));
    let (moderate, proof) = match clear {
        Some(clear) => (clear, Proof::Clear),
        None if is_habit => (likely, Proof::Likely),
        None => return None,
    };
    Some(Charge {
        standing: if is_junk { Standing::Junk } else { Standing::Questionable },
        falls_on: FallsOn::TooFastStretches(proof),
        reason: format!(
            "Too fast for the day after a hard or long run, and no session of its own: {}; it \
             happened {} in 28 days.",
            too_fast(run, moderate, case.units),
            times(times_around(case, run, proof)),
        ),
        counterfactual: slower_instead(run, moderate, proof, "recovery", case.units),
    })
}

/// The day after a hard or long run is easy.
fn hold(case: &Case<'_>, _: &Parameters<'_>) -> Option<Hold> {
    let before = hard_run_yesterday(case).filter(|_| runs_for_wellbeing(case).is_none())?;
    let message = format!("Yesterday you ran {}.", named_run(before, case.units));
    Some(Hold::to(Allows::Easy, message))
}

/// The too fast part of a run the day after a hard one; `None` when it was easy, had its own
/// structure, or is innocent.
fn hammered(case: &Case<'_>, run: &NamedRun, proof: Proof) -> Option<Moderate> {
    hard_run_before(case, run)?;
    match pressed(case, run, proof) {
        Pressed::Yes(moderate) => Some(moderate),
        _ => None,
    }
}

/// How often it happened in the 28 days up to a run or from it, whichever is more.
fn times_around(case: &Case<'_>, run: &NamedRun, proof: Proof) -> usize {
    let between = |first, last| {
        case.runs_between(first, last)
            .iter()
            .filter(|other| hammered(case, other, proof).is_some())
            .count()
    };
    let day = run.date();
    between(add_days(day, -27), day).max(between(day, add_days(day, 27)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    /// What is left of the Sunday of a week.
    fn check(week: &str, expected: Option<&str>) {
        let example = example(week);
        let hold = hold(&example.case(), &Parameters { defaults: RULE.parameters, set: &[] });
        assert_eq!(hold.as_ref().map(|hold| hold.message.as_str()), expected, "{week}");
        assert!(hold.is_none_or(|hold| hold.allows == Allows::Easy));
    }

    #[test]
    fn the_day_after_a_hard_or_long_run_is_easy() {
        check("1 week:\nSat tempo 30min @4:10", Some("Yesterday you ran a tempo run (7.2 km)."));
        check("1 week:\nSat long 18km", Some("Yesterday you ran a long run (18.0 km)."));
    }

    #[test]
    fn two_days_after_it_may_be_anything() {
        check("1 week:\nFri tempo 30min @4:10\nSat easy 45min", None);
    }

    #[test]
    fn a_hard_run_of_today_speaks_of_tomorrow() {
        check("1 week:\nSun tempo 30min @4:10", None);
    }

    #[test]
    fn who_runs_for_its_own_sake_is_not_held() {
        check("goal: wellbeing\n1 week:\nSat long 18km", None);
    }
}
