//! After a week or more without running, running comes back step by step.

use crate::{
    case::Case,
    finding::{Asked, Opinion, Unit},
    hold::{Allows, Hold},
    measures::{
        coming_back::{ComingBack, FEWEST_MISSED, coming_back},
        days::is_run,
        structure::is_hard,
        volume::total_distance,
    },
    rule::{Judge, Maturity, Parameters, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::{count, distance, weekdays},
};
use training::{Date, Metres, NamedRun, Seconds, calendar::add_days};

/// The rule. Its numbers are a table, and stand with their source in the measure of coming back.
pub static RULE: Rule = Rule {
    id: RuleId("return-gently"),
    topic: Topic::Safety,
    asks: "After a week or more without running, come back short and easy, step by step.",
    page: include_str!("return_gently.md"),
    grade: Grade::Convention,
    sources: &[
        SourceId("progression"),
        SourceId("daniels"),
        SourceId("feely-2023"),
        SourceId("mujika-2001"),
    ],
    statements: &["progression-73"],
    maturity: Maturity::Firm,
    parameters: &[],
    judge: Judge::Days(judge),
    charge: None,
    hold: Some(hold),
};

/// Who has never run, as far as is known, begins with twenty minutes of walking and jogging.
const FIRST_EVER: Seconds = Seconds::from_minutes(20.0);
/// With less than this left of the seven days, another run is not worth it.
const WORTH_A_RUN: Metres = Metres(1000.0);
/// A run this much beyond its limit is still within it: nobody stops on the metre.
const SLACK: f64 = 1.05;

fn judge(case: &Case<'_>, _: &Parameters<'_>) -> Opinion {
    if !has_run_by(case, case.on) {
        return Opinion::cannot_tell(
            "No run is known yet, so nobody can tell a beginning from a return.",
            "Import the runs you did elsewhere. If there are none, begin with 20 minutes of walking \
             and jogging.",
        );
    }
    let Some(back) = coming_back(case) else {
        return Opinion::not_applicable(format!(
            "You are not coming back from a break: none of {FEWEST_MISSED} days or more lies close \
             enough."
        ));
    };
    if !back.has_begun {
        return Opinion::not_applicable(format!(
            "You have not run for {}.{}",
            days(back.missed),
            first_week(&back, case)
        ));
    }
    too_far(case, &back)
        .or_else(|| too_hard(case, &back))
        .or_else(|| too_much(case, &back))
        .unwrap_or_else(|| {
            Opinion::kept(format!("After {} you are coming back gently.", off(back.missed)))
        })
}

fn has_run_by(case: &Case<'_>, day: Date) -> bool {
    case.runs.iter().take_while(|run| run.date() <= day).any(is_run)
}

/// The first run back went beyond its cap.
fn too_far(case: &Case<'_>, back: &ComingBack) -> Option<Opinion> {
    let run = case.runs_between(back.first_day, back.first_day).iter().find(|run| is_run(run))?;
    let (ran, most) = (run.distance?, back.first_run?);
    (ran.0 > SLACK * most.0).then(|| {
        Opinion::broken(
            format!(
                "After {} the first run went {}; {} would have been enough.",
                off(back.missed),
                distance(ran, case.units),
                distance(most, case.units)
            ),
            "Take a day or two off, then go on with runs half as long.",
        )
    })
}

/// Something hard was run while only easy running was due.
fn too_hard(case: &Case<'_>, back: &ComingBack) -> Option<Opinion> {
    let mut hard: Vec<Date> = case
        .recent_runs(7)
        .iter()
        .filter(|run| run.date() >= back.first_day && is_hard(run))
        .map(NamedRun::date)
        .filter(|day| back.step(&case.as_of(*day)).is_some_and(|step| step.is_easy_only))
        .collect();
    hard.dedup();
    (!hard.is_empty()).then(|| {
        Opinion::broken(
            format!("Coming back after {} you ran hard on {}.", off(back.missed), weekdays(&hard)),
            "Run only easily until the first part of the way back is done; speed waits for you.",
        )
    })
}

/// The seven days hold more than is due.
fn too_much(case: &Case<'_>, back: &ComingBack) -> Option<Opinion> {
    let most = back.most_now(case)?;
    let ran = total_distance(back.runs_so_far(case, case.on))?;
    let share = ran.0 / back.last_week?.0;
    (ran.0 > SLACK * most.0).then(|| {
        let asked = Asked::at_most(back.step(case).map_or(1.0, |step| step.most), Unit::Share);
        let message = format!(
            "After {} you ran {} in the current seven days of your way back, {:.0} % of your last \
             full week.",
            off(back.missed),
            distance(ran, case.units),
            100.0 * share
        );
        Opinion::of(share, asked, message).if_broken(format!(
            "Up to {} are due now; rest, or ride or swim for the remaining days.",
            distance(most, case.units)
        ))
    })
}

fn hold(case: &Case<'_>, _: &Parameters<'_>) -> Option<Hold> {
    let yesterday = add_days(case.on, -1);
    if !has_run_by(case, yesterday) {
        let message = "No run is known yet: begin with 20 minutes of walking and jogging.";
        return Some(Hold::to(Allows::Short, message).no_longer_than(FIRST_EVER));
    }
    let back = coming_back(case)?;
    if back.first_day == case.on {
        return Some(first_run_back(case, &back));
    }
    back.step(case)?;
    let after = format!("You are coming back after {}", off(back.missed));
    let left = back.most_now(case).and_then(|most| {
        let ran = total_distance(back.runs_so_far(case, yesterday))?;
        Some((most, Metres(most.0 - ran.0)))
    });
    Some(match left {
        Some((most, left)) if left < WORTH_A_RUN => {
            let most = distance(most, case.units);
            let message = format!("{after}, and the {most} of these seven days are run.");
            Hold::to(Allows::Swap, message)
        }
        Some((most, left)) => {
            let message = format!(
                "{after}: {} of up to {} are left of these seven days, short and easy.",
                distance(left, case.units),
                distance(most, case.units),
            );
            let one_run = back.one_run(case).map_or(left.0, |most| most.0.min(left.0));
            Hold::to(Allows::Short, message).no_farther_than(Metres(one_run))
        }
        None => {
            Hold::to(Allows::Short, format!("{after}: run less than you did before, and easily."))
        }
    })
}

fn first_run_back(case: &Case<'_>, back: &ComingBack) -> Hold {
    let limits = [back.first_run, back.most_now(case), back.one_run(case)];
    let farthest = limits.into_iter().flatten().map(|metres| metres.0).reduce(f64::min).map(Metres);
    let message = format!(
        "You have not run for {}: the first run is short and easy{}.{}",
        days(back.missed),
        farthest.map_or(String::new(), |metres| format!(
            " and no farther than {}",
            distance(metres, case.units)
        )),
        first_week(back, case)
    );
    let hold = Hold::to(Allows::Short, message);
    match (farthest, back.first_time) {
        (Some(metres), _) => hold.no_farther_than(metres),
        (None, Some(time)) => hold.no_longer_than(time),
        (None, None) => hold,
    }
}

/// What the first days back may hold: ` The first seven days hold 25.0 km to 35.0 km, all easy.`
fn first_week(back: &ComingBack, case: &Case<'_>) -> String {
    let Some((step, week)) = back.row.step(back.missed, 0).zip(back.last_week) else {
        return String::new();
    };
    let of_week = |share: f64| distance(Metres(share * week.0), case.units);
    let least =
        if step.least > 0.0 { format!("{} to", of_week(step.least)) } else { "up to".to_owned() };
    format!(" The first seven days hold {least} {}, all easy.", of_week(step.most))
}

/// `10 days`.
fn days(missed: i64) -> String {
    count(missed as usize, "day")
}

/// `10 days off`.
fn off(missed: i64) -> String {
    format!("{} off", days(missed))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    const FIFTY_A_WEEK: &str = "4 weeks:
        Tue  easy 10km
        Wed  easy 10km
        Fri  easy 10km
        Sun  long 20km";

    fn held(weeks: &str) -> Option<Hold> {
        example(&format!("{FIFTY_A_WEEK}\n{weeks}")).hold(&RULE)
    }

    fn km(hold: &Hold) -> f64 {
        hold.farthest.unwrap().km()
    }

    #[test]
    fn six_missed_days_are_no_break_and_seven_are() {
        assert_eq!(held("1 week:\nMon rest"), None);
        let hold = held("1 week:\nMon rest\n1 week:\nMon rest").unwrap();
        assert_eq!(hold.allows, Allows::Short);
        assert!(hold.message.contains("13 days"), "{}", hold.message);
    }

    #[test]
    fn the_first_run_is_held_to_a_third_of_what_the_first_week_may_hold() {
        let hold = held("1 week:\nMon rest\n1 week:\nMon rest").unwrap();
        assert!((km(&hold) - 35.0 / 3.0).abs() < 1e-9);
        assert!(hold.message.contains("25.0 km to 35.0 km"), "{}", hold.message);
    }

    #[test]
    fn without_a_run_in_thirty_days_it_is_half_the_usual_run() {
        let hold = held("5 weeks:\nMon rest").unwrap();
        assert_eq!(hold.allows, Allows::Short);
        assert!((km(&hold) - 5.0).abs() < 1e-9);
    }

    #[test]
    fn the_first_week_back_leaves_what_is_not_yet_run_of_it() {
        let back = "1 week:\nMon rest\n1 week:\nWed easy 8km\nSat easy 8km";
        let hold = held(back).unwrap();
        assert_eq!(hold.allows, Allows::Short);
        assert!((km(&hold) - 35.0 / 3.0).abs() < 1e-9);
        let late = held("1 week:\nMon rest\n1 week:\nWed easy 15km\nSat easy 15km").unwrap();
        assert!((km(&late) - 5.0).abs() < 1e-9);
        let full = held("1 week:\nMon rest\n1 week:\nWed easy 15km\nSat easy 20km").unwrap();
        assert_eq!(full.allows, Allows::Swap);
    }

    #[test]
    fn the_week_after_a_short_break_is_free_and_after_a_long_one_is_not() {
        let two_weeks = "1 week:\nTue easy 10km\nSat easy 10km\n1 week:\nTue easy 10km";
        assert_eq!(held(&format!("1 week:\nMon rest\n{two_weeks}")), None);
        let hold = held(&format!("6 weeks:\nMon rest\n{two_weeks}")).unwrap();
        assert_eq!(hold.allows, Allows::Short);
    }

    #[test]
    fn who_never_ran_begins_with_twenty_minutes() {
        let hold = example("1 week:\nMon rest").hold(&RULE).unwrap();
        assert_eq!((hold.allows, hold.longest), (Allows::Short, Some(Seconds(1200.0))));
    }
}
