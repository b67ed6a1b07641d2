//! What every plan promises, in single cases that can be read.

use planner::{NoPlan, Wish, check, plan::Baseline, propose};
use rulebook::{doctrine, examples::example};
use training::{
    Goal, Metres, Seconds,
    calendar::{WEEK, add_days},
};

const STEADY: &str = "\
10 weeks:
Tue  easy 8km
Wed  easy 8km
Thu  easy 6km
Sat  easy 6km
Sun  long 14km
";

fn wish(distance: f64) -> Wish {
    Wish {
        goal: Goal::Race { distance: Metres(distance), on: None },
        time: None,
        days: WEEK.to_vec(),
        long_day: None,
        most_minutes: Vec::new(),
        doubles: false,
        weeks: None,
    }
}

fn plan(weeks: &str, distance: f64, in_weeks: i64) -> Result<String, NoPlan> {
    let example = example(weeks);
    let case = example.case();
    let race = add_days(case.on, 7 * in_weeks);
    let wish =
        Wish { goal: Goal::Race { distance: Metres(distance), on: Some(race) }, ..wish(distance) };
    let doctrine = doctrine("evidence-first").unwrap();
    let proposal = propose(&case, &doctrine, &wish)?;
    for broken in check(&proposal.plan, &case, &doctrine) {
        println!("week {}: {}: {}", broken.week, broken.finding.rule, broken.finding.message);
    }
    Ok(proposal.plan.to_string())
}

#[test]
fn a_plan_ends_with_its_race() {
    let text = plan(STEADY, 21_097.5, 14).unwrap();
    println!("{text}");
    assert!(text.trim_end().lines().last().unwrap().contains("race"), "{text}");
}

/// A plan of 14 weeks with a time to aim at.
fn aimed(weeks: &str, distance: f64, minutes: f64) -> Result<String, NoPlan> {
    let example = example(weeks);
    let case = example.case();
    let race = add_days(case.on, 7 * 14);
    let goal = Goal::Race { distance: Metres(distance), on: Some(race) };
    let wish = Wish { goal, time: Some(Seconds::from_minutes(minutes)), ..wish(distance) };
    let proposal = propose(&case, &doctrine("evidence-first").unwrap(), &wish)?;
    Ok(proposal.plan.to_string())
}

#[test]
fn a_time_out_of_reach_is_refused_with_the_nearest_that_fits() {
    let raced = format!("{STEADY}1 week:\nTue  easy 8km\nSat  race 10km @4:30\n");
    let refused = aimed(&raced, 21_097.5, 80.0).unwrap_err().to_string();
    assert!(refused.starts_with("1:20:00 is out of reach for a half-marathon in 14 weeks: "));
    let nearest = refused.split("at most; ").nth(1).unwrap().split(' ').next().unwrap();
    let parts: Vec<f64> = nearest.split(':').map(|part| part.parse().unwrap()).collect();
    let minutes = parts[0] * 60.0 + parts[1] + parts[2] / 60.0;
    assert!((90.0..100.0).contains(&minutes), "10 km in 45:00 foretell about 1:39: {refused}");
    aimed(&raced, 21_097.5, minutes).unwrap();
    aimed(&raced, 21_097.5, 130.0).unwrap();
}

#[test]
fn the_baseline_is_what_was_really_run() {
    let example = example(STEADY);
    let mut case = example.case();
    case.on = add_days(case.on, 1);
    let baseline = Baseline::of(&case);
    assert_eq!(baseline.week, Some(Metres(42_000.0)));
    assert_eq!(baseline.longest, Metres(14_000.0));
}
