//! Races in plans that bend, one story each: what becomes of them in illness and after a break, and of
//! the weeks before them where they get another day or distance.

mod usual;

use planner::Event;
use training::{Metres, Plan, notation::parse_day};
use usual::{MONDAY, USUAL, bent, changes, day, km, plan, reasons};

/// A plan whose first week ends with a race on its Sunday.
fn plan_with_a_race() -> Plan {
    let mut plan = plan(4);
    plan.weeks[0].sessions.pop();
    plan.weeks[0].sessions.push(parse_day("Sun race 10km").unwrap());
    plan
}

#[test]
fn a_race_on_a_day_of_illness_becomes_rest() {
    let event = Event::Sick { from: day("Thu"), to: day("Sun"), eased: None };
    let bend = bent(USUAL, &plan_with_a_race(), "Thu", &event);
    assert!(bend.changes.iter().any(|it| it.date == day("Sun") && it.becomes.is_empty()));
    let said = reasons(&bend);
    assert!(said.contains("The race on 22 March is taken out, and the day holds rest"), "{said}");
    assert!(said.contains("the plan says no. If you are well from Friday, 20 March on"), "{said}");
    assert!(!said.contains("The race on 22 March stays"), "{said}");
}

#[test]
fn a_race_in_the_first_days_after_an_illness_becomes_easy_running() {
    let event = Event::Sick { from: day("Tue"), to: day("Fri"), eased: None };
    let bend = bent(USUAL, &plan_with_a_race(), "Wed", &event);
    assert!(changes(&bend).contains(&"1 Sun: easy 5km hr<=150".to_owned()), "{:?}", changes(&bend));
}

#[test]
fn a_race_stays_where_the_illness_is_over_in_time() {
    let event = Event::Sick { from: day("Tue"), to: day("Thu"), eased: None };
    let bend = bent(USUAL, &plan_with_a_race(), "Wed", &event);
    assert!(changes(&bend).iter().all(|change| !change.starts_with("1 Sun")), "{bend:?}");
}

#[test]
fn a_race_in_the_first_week_after_a_break_becomes_easy_running() {
    let mut plan = plan(4);
    plan.weeks[1].sessions.pop();
    plan.weeks[1].sessions.push(parse_day("Sun race 10km").unwrap());
    let event = Event::Missed { from: day("Mon"), to: day("2 Wed") };
    let bend = bent(USUAL, &plan, "2 Thu", &event);
    assert!(changes(&bend).contains(&"2 Sun: easy 5km hr<=150".to_owned()), "{:?}", changes(&bend));
    assert!(reasons(&bend).contains("the first part of your way back"), "{}", reasons(&bend));
}

#[test]
fn a_race_after_a_break_that_is_weeks_away_is_let_be() {
    let event = Event::Missed { from: MONDAY, to: day("9 Sun") };
    let mut plan = plan(14);
    plan.weeks[13].sessions.push(parse_day("Sat race 10km").unwrap());
    let bend = bent(&format!("{USUAL}9 weeks:\nMon rest\n"), &plan, "10 Mon", &event);
    assert!(changes(&bend).iter().all(|change| !change.starts_with("14 Sat")), "{bend:?}");
}

/// Six weeks as usual, then a taper and the race on its Sunday.
fn plan_to_a_race(race: &str) -> Plan {
    let mut plan = plan(8);
    let paced = "Wed  easy 2km + 4x(1km @4:30 / 2min jog) + easy 2km";
    plan.weeks[5].sessions[1] = parse_day(paced).unwrap();
    for week in &mut plan.weeks[6..] {
        week.phase = Some(training::Phase::Taper);
        week.is_lighter = true;
        week.sessions =
            vec![parse_day("Tue easy 6km").unwrap(), parse_day("Fri easy 5km").unwrap()];
    }
    plan.weeks[6].sessions.push(parse_day("Sun long 11km").unwrap());
    plan.weeks[7].sessions.push(parse_day(race).unwrap());
    plan
}

#[test]
fn a_race_that_comes_later_takes_the_weeks_before_it_along() {
    let race = Event::Race { day: day("10 Sat"), distance: Metres(10_000.0) };
    let bend = bent(USUAL, &plan_to_a_race("Sun race 10km @4:30"), "Mon", &race);
    assert_eq!(bend.plan.weeks.len(), 10);
    assert!(reasons(&bend).contains("2 weeks more, like the last"), "{}", reasons(&bend));
    let long = |week: usize| km(&[bend.plan.weeks[week].sessions.last().unwrap().1.clone()]);
    assert!(long(6) > 14.0 && long(7) > 10.0, "{}", bend.plan);
    assert_eq!(bend.plan.weeks[8].phase, Some(training::Phase::Taper));
    assert_eq!(
        bend.plan.weeks[9].sessions.last().unwrap(),
        &parse_day("Sat race 10km @4:30").unwrap()
    );
    assert!(!bend.plan.weeks[7].sessions.iter().any(|(_, it)| it.to_string().contains("race")));
}

#[test]
fn a_race_that_comes_sooner_takes_weeks_out_before_its_taper() {
    let race = Event::Race { day: day("7 Sun"), distance: Metres(10_000.0) };
    let bend = bent(USUAL, &plan_to_a_race("Sun race 10km"), "Mon", &race);
    assert_eq!(bend.plan.weeks.len(), 7);
    assert_eq!(bend.plan.weeks[5].phase, Some(training::Phase::Taper));
    let soon = Event::Race { day: day("4 Sun"), distance: Metres(10_000.0) };
    let run = USUAL.replace("10 weeks", "13 weeks");
    let bend = bent(&run, &plan_to_a_race("Sun race 10km"), "4 Mon", &soon);
    assert!(bend.is_unchanged(), "{:?}", changes(&bend));
    assert!(reasons(&bend).contains("Too few weeks are left"), "{}", reasons(&bend));
}

#[test]
fn a_race_over_another_distance_is_paced_anew_and_so_is_the_work_for_it() {
    let race = Event::Race { day: day("8 Sun"), distance: Metres(15_000.0) };
    let bend = bent(USUAL, &plan_to_a_race("Sun race 10km @4:30"), "Mon", &race);
    // Riegel: 270 s × 1.5^0.06 = 276.6 s.
    let last = bend.plan.weeks[7].sessions.last().unwrap();
    assert_eq!(last, &parse_day("Sun race 15km @4:37").unwrap());
    let paced = bend.plan.weeks[5].sessions[1].1.to_string();
    assert_eq!(paced, "easy 2km + 4x(1km @4:37 / 2min jog) + easy 2km");
    let same = Event::Race { day: day("8 Sun"), distance: Metres(10_000.0) };
    assert!(bent(USUAL, &plan_to_a_race("Sun race 10km"), "Mon", &same).is_unchanged());
}
