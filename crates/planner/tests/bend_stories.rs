//! Plans that bend, one story each: the weeks before, the plan, what happens, and what becomes of the
//! days. The runner of these stories has run the same weeks for a long time; the plan goes on so.

mod usual;

use planner::{Action, Event, Possible, asked_by_the_day};
use rulebook::{Case, doctrine, examples::example, rule};
use training::{Metres, Seconds, calendar, notation::parse_day, plan::parse_plan};
use usual::{MONDAY, USUAL, bent, changes, day, km, plan, reasons};

#[test]
fn a_missed_day_is_not_made_up_for() {
    let event = Event::Missed { from: day("Tue"), to: day("Tue") };
    let bend = bent(USUAL, &plan(4), "Wed", &event);
    assert_eq!(changes(&bend), [""; 0]);
    assert!(reasons(&bend).contains("not made up for"));
}

#[test]
fn after_a_short_illness_the_first_hard_session_is_easy() {
    let event = Event::Sick { from: day("Mon"), to: day("Tue"), eased: None };
    let bend = bent(USUAL, &plan(4), "Mon", &event);
    assert_eq!(changes(&bend), ["1 Tue: rest", "1 Wed: easy 45min hr<=150"]);
}

#[test]
fn a_long_run_cut_to_a_quarter_is_no_key_session_that_stays() {
    let keeps = |sunday: &str| {
        let cut = format!("Week 1\nTue  easy 8km\nThu  easy 8km\nSun  {sunday}\n");
        let week = "Week 2\nTue  easy 8km\nThu  easy 8km\nSun  long 15km\n";
        let plan = parse_plan(&(cut + &week.repeat(3)), MONDAY).unwrap();
        bent(USUAL, &plan, "Mon", &Event::Move { from: day("Tue"), to: day("Wed") }).key_sessions
    };
    assert_eq!(keeps("long 12km"), (4, 4));
    assert_eq!(keeps("long 4km"), (3, 3));
}

#[test]
fn an_illness_that_takes_longer_eases_the_first_hard_session_once() {
    let week = "Week 1\nThu  easy 2km + 5x(3min / 2min jog) + easy 2km\nSun  tempo 20min\n";
    let plan = parse_plan(&week.repeat(4), MONDAY).unwrap();
    let first = Event::Sick { from: day("Mon"), to: day("Tue"), eased: None };
    let once = bent(USUAL, &plan, "Mon", &first);
    assert_eq!(changes(&once), ["1 Thu: easy 45min hr<=150"]);
    let eased = planner::bend::eased(&plan, &once.plan, day("Wed"));
    let longer = Event::Sick { from: day("Mon"), to: day("Wed"), eased };
    assert_eq!(changes(&bent(USUAL, &once.plan, "Tue", &longer)), [""; 0]);
    let too_long = Event::Sick { from: day("Mon"), to: day("Thu"), eased };
    let lost = bent(USUAL, &once.plan, "Tue", &too_long);
    assert_eq!(changes(&lost), ["1 Thu: rest", "1 Sun: easy 20min hr<=150"]);
}

#[test]
fn strength_goes_with_the_days_of_an_illness_and_moves_away_from_a_run_it_would_tire() {
    let week = "Week 1\nTue  easy 8km\nTue  strength 30min\n\
                Wed  easy 2km + 5x(3min / 2min jog) + easy 2km\nFri  easy 8km\nFri  strength 30min\n\
                Sun  long 15km\n";
    let plan = parse_plan(&week.repeat(4), MONDAY).unwrap();
    let told = |bend: &planner::Bend| -> Vec<String> {
        let besides = bend.plan.besides().into_iter().filter(|(date, _)| *date < day("2 Mon"));
        besides.map(|(date, it)| format!("{} {it}", date.strftime("%a"))).collect()
    };
    let ill =
        bent(USUAL, &plan, "Mon", &Event::Sick { from: day("Mon"), to: day("Wed"), eased: None });
    assert_eq!(told(&ill), ["Fri strength 30min"]);
    assert!(reasons(&ill).contains("strength on Tuesday, 17 March"), "{}", reasons(&ill));
    let moved = bent(USUAL, &plan, "Mon", &Event::Move { from: day("Fri"), to: day("Sat") });
    assert_eq!(told(&moved), ["Tue strength 30min", "Fri strength 30min"]);
    let later = Event::Move { from: day("Wed"), to: day("Thu") };
    let later = bent(USUAL, &plan, "Mon", &later);
    assert_eq!(told(&later), ["Tue strength 30min", "Fri strength 30min"]);
}

#[test]
fn cross_training_is_never_bent_into_the_days_before_a_race() {
    let besides = |sessions: &str, event: &Event| -> Vec<String> {
        let plan = parse_plan(&format!("Week 1\n{sessions}"), MONDAY).unwrap();
        let besides = bent(USUAL, &plan, "Mon", event).plan.besides().into_iter();
        besides.map(|(date, it)| format!("{} {it}", date.strftime("%a"))).collect()
    };
    let race = "Mon  cross 40min\nTue  easy 8km\nThu  easy 8km\nSat  race 10km\n";
    let moved = besides(race, &Event::Move { from: day("Tue"), to: day("Mon") });
    assert_eq!(moved, ["Sun cross 40min"], "neither Tuesday nor Wednesday nor Friday");
    let usual = "Tue  easy 8km\nWed  cross 40min\nThu  easy 8km\nSun  long 15km\n";
    let added = besides(usual, &Event::Race { day: day("Fri"), distance: Metres::from_km(5.0) });
    assert_eq!(added, ["Sat cross 40min"], "and what lies there moves when a race is added");
}

#[test]
fn after_ten_days_the_first_week_holds_about_sixty_per_cent_and_is_easy() {
    let event = Event::Missed { from: day("Mon"), to: day("2 Wed") };
    let bend = bent(USUAL, &plan(6), "2 Thu", &event);
    let first: Vec<String> = changes(&bend).into_iter().take(4).collect();
    assert_eq!(
        first,
        ["2 Fri: easy 5km", "2 Sun: long 9.3km", "3 Tue: easy 5km", "3 Wed: easy 25min hr<=150"]
    );
    assert!(bend.changes.iter().all(|change| change.date < day("4 Mon")), "{:?}", changes(&bend));
}

#[test]
fn a_race_soon_after_ten_days_keeps_its_date_and_lowers_its_aim() {
    let mut plan = plan(5);
    plan.weeks[4].sessions.pop();
    plan.weeks[4].sessions.push(parse_day("Sun race 10km").unwrap());
    let event = Event::Missed { from: day("Mon"), to: day("2 Wed") };
    let bend = bent(USUAL, &plan, "2 Thu", &event);
    assert!(bend.kept.iter().any(|planned| planned.date == day("5 Sun")));
    assert!(reasons(&bend).contains("aim 2 to 4 % slower"), "{}", reasons(&bend));
}

#[test]
fn three_weeks_off_take_three_weeks_to_come_back_from() {
    let event = Event::Missed { from: day("Mon"), to: day("3 Sun") };
    let bend = bent(USUAL, &plan(10), "4 Mon", &event);
    assert!(
        reasons(&bend).contains("11 days at half of what you ran (40.7 km)"),
        "{}",
        reasons(&bend)
    );
    let week = |number: usize| -> f64 {
        let planned = bend.plan.weeks[number - 1].sessions.iter();
        planned.map(|(_, it)| it.distance(Some(training::MetresPerSecond(3.0))).unwrap().km()).sum()
    };
    assert!(week(4) < 21.0 && week(5) < 21.0 && week(6) > 25.0 && week(7) < 31.0, "{}", bend.plan);
}

#[test]
fn of_two_ways_back_that_overlap_the_second_is_kept_too() {
    let run = format!("{USUAL}2 weeks:\nMon rest\n");
    let week = "Week 1\nMon easy 4.5km\nTue easy 8km\nFri easy 8km\nSun long 24km\n";
    let plan = parse_plan(&week.repeat(8), MONDAY).unwrap();
    let event = Event::Sick { from: day("3 Tue"), to: day("4 Sat"), eased: None };
    let bend = bent(&run, &plan, "3 Mon", &event);
    assert!(bend.still_broken.is_empty(), "{:?}\n{}", bend.still_broken, bend.plan);
}

#[test]
fn two_months_off_begin_a_new_base() {
    let run = format!("{USUAL}9 weeks:\nMon rest\n");
    let event = Event::Missed { from: MONDAY, to: day("9 Sun") };
    let bend = bent(&run, &plan(14), "10 Mon", &event);
    assert!(reasons(&bend).contains("a new base"), "{}", reasons(&bend));
    let hard = bend.plan.weeks[9..12].iter().flat_map(|week| &week.sessions);
    assert!(hard.into_iter().all(|(_, session)| !session.main_purpose().is_hard()));
}

#[test]
fn on_a_journey_without_running_the_hard_session_finds_another_day() {
    let event = Event::Travel { from: day("Wed"), to: day("Thu"), possible: Possible::Nothing };
    let bend = bent(USUAL, &plan(4), "Mon", &event);
    let hard = "easy 2km + 5x(3min / 2min jog) + easy 2km";
    assert_eq!(changes(&bend), [format!("1 Tue: {hard}"), "1 Wed: rest".to_owned()]);
    assert_eq!(bend.key_sessions, (8, 8));
}

#[test]
fn on_a_journey_with_half_an_hour_a_day_runs_are_half_an_hour() {
    let possible = Possible::UpTo(Seconds::from_minutes(30.0));
    let event = Event::Travel { from: day("Thu"), to: day("Sat"), possible };
    let bend = bent(USUAL, &plan(4), "Mon", &event);
    assert_eq!(changes(&bend), ["1 Fri: easy 5.4km"]);
}

#[test]
fn a_race_makes_the_days_around_it_easy() {
    let event = Event::Race { day: day("Sat"), distance: Metres(10_000.0) };
    let bend = bent(USUAL, &plan(4), "Mon", &event);
    assert_eq!(changes(&bend), ["1 Fri: easy 5km", "1 Sat: race 10km", "1 Sun: easy 11.2km"]);
}

#[test]
fn a_race_much_farther_than_every_run_is_not_put_in() {
    let event = Event::Race { day: day("2 Sun"), distance: Metres(42_195.0) };
    let bend = bent(USUAL, &plan(4), "Mon", &event);
    assert!(bend.is_unchanged());
    assert!(reasons(&bend).contains("up to 16.5 km fits"), "{}", reasons(&bend));
}

#[test]
fn a_hard_session_changes_places_with_an_easy_run() {
    let event = Event::Move { from: day("Wed"), to: day("Tue") };
    let bend = bent(USUAL, &plan(4), "Mon", &event);
    let hard = "easy 2km + 5x(3min / 2min jog) + easy 2km";
    assert_eq!(changes(&bend), [format!("1 Tue: {hard}"), "1 Wed: easy 8km".to_owned()]);
}

#[test]
fn a_hard_session_does_not_move_next_to_the_long_run() {
    let event = Event::Move { from: day("Wed"), to: day("Sat") };
    let bend = bent(USUAL, &plan(4), "Mon", &event);
    let hard = "easy 2km + 5x(3min / 2min jog) + easy 2km";
    assert_eq!(changes(&bend), ["1 Wed: easy 8km".to_owned(), format!("1 Fri: {hard}")]);
    assert!(reasons(&bend).contains("two demanding days next to each other"));
    assert!(reasons(&bend).contains("The nearest day that works for intervals is Friday"));
}

#[test]
fn where_no_day_works_the_session_stays() {
    let event = Event::Move { from: day("Wed"), to: day("Sun") };
    let bend = bent(USUAL, &plan(4), "Sat", &event);
    assert!(bend.is_unchanged());
    assert!(reasons(&bend).contains("No other day of that week works"), "{}", reasons(&bend));
}

#[test]
fn sore_legs_swap_the_hard_session_and_stack_nothing() {
    let run = format!("{USUAL}1 week:\nTue easy 8km\ncheck-in Wed: soreness 7 left calf");
    let bend = bent(&run, &plan(4), "Wed", &Event::RedCheckIn);
    let hard = "easy 2km + 5x(3min / 2min jog) + easy 2km";
    assert_eq!(changes(&bend), ["1 Wed: rest".to_owned(), format!("1 Fri: {hard}")]);
    assert_eq!(bend.key_sessions, (8, 8));
}

#[test]
fn a_race_keeps_its_day_though_the_answers_speak_against_it() {
    let mut plan = plan(4);
    plan.weeks[0].sessions[1] = parse_day("Wed race 10km").unwrap();
    let run = format!("{USUAL}1 week:\nTue easy 8km\ncheck-in Wed: soreness 7 left calf");
    let bend = bent(&run, &plan, "Wed", &Event::RedCheckIn);
    assert!(bend.is_unchanged());
    assert!(reasons(&bend).contains("today's answers speak against running it"));
}

#[test]
fn good_answers_leave_the_day_as_it_is() {
    let run = format!("{USUAL}1 week:\nTue easy 8km\ncheck-in Wed: soreness 1, fatigue 2");
    assert!(bent(&run, &plan(4), "Wed", &Event::RedCheckIn).is_unchanged());
}

#[test]
fn a_run_that_was_not_planned_counts() {
    let run = format!("{USUAL}1 week:\nMon easy 5km");
    let bend =
        bent(&run, &plan(4), "Mon", &Event::FreeRun { day: day("Mon"), counted: Metres(0.0) });
    assert_eq!(changes(&bend), ["1 Tue: easy 5.5km", "1 Fri: easy 5.5km"]);
    assert_eq!(bend.key_sessions, (8, 8));
}

#[test]
fn a_run_that_was_not_planned_counts_once() {
    let run = format!("{USUAL}1 week:\nMon easy 5km");
    let free_run = |counted| Event::FreeRun { day: day("Mon"), counted };
    let first = bent(&run, &plan(4), "Mon", &free_run(Metres(0.0)));
    let example = example(&run);
    let counted = planner::bend::taken(&plan(4), &first.plan, &example.case());
    assert!((counted.0 - 5_000.0).abs() < 100.0, "{counted:?}");
    let again = bent(&run, &first.plan, "Mon", &free_run(counted));
    assert!(again.is_unchanged(), "{:?}", changes(&again));
    assert!(reasons(&again).contains("counted already"), "{}", reasons(&again));
}

#[test]
fn a_proposal_holds_until_a_day_that_it_changes_is_over() {
    use planner::bend::{Stale, stale};
    let before = plan(4);
    let moved = bent(USUAL, &before, "Mon", &Event::Move { from: day("Wed"), to: day("Tue") });
    let example = example(USUAL);
    let on = |on: &str| {
        let case = Case { on: day(on), ..example.case() };
        let doctrine = doctrine("evidence-first").unwrap();
        stale((&before, &moved.plan), day("Mon"), &case, &doctrine)
    };
    assert_eq!(on("Mon"), None);
    assert_eq!(on("Tue"), None);
    assert_eq!(on("Wed"), Some(Stale::DayIsOver(day("Tue"))));
}

#[test]
fn after_a_hard_run_that_was_not_planned_the_next_day_is_not_hard() {
    let run = format!("{USUAL}1 week:\nTue tempo 8km @4:10");
    let bend =
        bent(&run, &plan(4), "Tue", &Event::FreeRun { day: day("Mon"), counted: Metres(0.0) });
    assert!(bend.is_unchanged());
    let run = format!("{USUAL}1 week:\nTue easy 2km + 6x(3min / 2min jog) + easy 4km");
    let bend =
        bent(&run, &plan(4), "Tue", &Event::FreeRun { day: day("Tue"), counted: Metres(0.0) });
    let hard = "easy 2km + 5x(3min / 2min jog) + easy 2km";
    assert_eq!(changes(&bend)[..2], ["1 Wed: rest".to_owned(), format!("1 Thu: {hard}")]);
}

#[test]
fn a_run_before_the_plan_takes_nothing_from_it() {
    let event = Event::FreeRun { day: calendar::add_days(MONDAY, -1), counted: Metres(0.0) };
    let bend = bent(USUAL, &plan(4), "Mon", &event);
    assert!(bend.is_unchanged());
    assert_eq!(reasons(&bend), "Sunday, 15 March is no day of the plan, so nothing changes.");
}

#[test]
fn a_long_run_a_little_short_takes_a_little_from_the_next_one_alone() {
    let week = |far| {
        let days = "Tue  easy 8km\nWed  easy 2km + 5x(3min / 2min jog) + easy 2km\nFri  easy 8km\n";
        format!("{days}Sun  long {far}km\n")
    };
    let run = format!("{USUAL}1 week:\n{}", week(16.0));
    let weeks = [16.5, 18.0, 19.8].map(|far| format!("Week 1\n{}", week(far))).concat();
    let plan = parse_plan(&weeks, MONDAY).unwrap();
    let bend = bent(&run, &plan, "2 Mon", &Event::AsRun);
    assert_eq!(changes(&bend), ["2 Sun: long 17.6km"]);
    assert!(reasons(&bend).contains("beside what was really run"), "{}", reasons(&bend));
}

#[test]
fn a_day_that_leaves_today_alone_asks_for_this_week_and_no_later_one() {
    let week =
        |far: f64| format!("Tue  easy 8km\nWed  easy 8km\nFri  easy 8km\nSun  long {far}km\n");
    let run = format!("{USUAL}1 week:\n{}", week(16.0));
    let weeks = [16.5, 18.0, 19.8].map(|far| format!("Week 1\n{}", week(far))).concat();
    let plan = parse_plan(&weeks, MONDAY).unwrap();
    let run_so_far = example(&run);
    let case = Case { on: day("2 Mon"), ..run_so_far.case() };
    let asked = asked_by_the_day(&plan, &case, &doctrine("evidence-first").unwrap(), Action::Run);
    assert_eq!(
        (changes(&asked), &asked.event),
        (vec!["2 Sun: long 17.6km".to_owned()], &Event::AsRun)
    );
    let looked = bent(&run, &plan, "2 Mon", &Event::RedCheckIn);
    assert_eq!(changes(&looked), ["2 Sun: long 17.6km", "3 Sun: long 19.3km"]);
}

#[test]
fn who_keeps_needing_rest_gets_a_smaller_target() {
    let run = format!("{USUAL}4 weeks:\nTue easy 8km\nSun long 15km");
    let bend = bent(&run, &plan(10), "5 Mon", &Event::Review);
    assert!(reasons(&bend).contains("that is the plan's matter, not yours"), "{}", reasons(&bend));
    let was: f64 = bend.changes.iter().map(|it| km(&it.was)).sum();
    let becomes: f64 = bend.changes.iter().map(|it| km(&it.becomes)).sum();
    assert!((0.05..0.12).contains(&((was - becomes) / (2.0 * 40.7))), "{:?}", changes(&bend));
}

#[test]
fn who_is_fresh_and_ran_the_plan_may_grow() {
    let days = "Tue  easy 8km\nWed  easy 2km + 5x(3min / 2min jog) + easy 2km\nFri  easy 8km\nSun  long 15km\n";
    let fresh: String = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        .map(|day| format!("check-in {day}: soreness 1, fatigue 2, mood 4, motivation 4\n"))
        .concat();
    let run = format!("{USUAL}2 weeks:\n{days}{fresh}");
    let bend = bent(&run, &plan(6), "2 Sun", &Event::Review);
    assert!(!bend.is_unchanged(), "{}", reasons(&bend));
    let grew = |change: &planner::Change| km(&change.becomes) > km(&change.was);
    assert!(bend.changes.iter().all(grew), "{:?}", changes(&bend));
    let silent = format!("{USUAL}2 weeks:\n{days}");
    let hold = bent(&silent, &plan(6), "2 Sun", &Event::Review);
    assert!(hold.is_unchanged(), "{:?}", changes(&hold));
}

#[test]
fn every_rule_that_is_named_exists() {
    let events = [
        Event::Missed { from: day("Mon"), to: day("3 Sun") },
        Event::Sick { from: day("4 Mon"), to: day("4 Fri"), eased: None },
        Event::Move { from: day("4 Wed"), to: day("4 Sat") },
        Event::Race { day: day("4 Sun"), distance: Metres(5_000.0) },
        Event::Review,
    ];
    for event in events {
        for reason in bent(USUAL, &plan(10), "4 Mon", &event).reasons {
            assert!(reason.text.ends_with('.'), "{}", reason.text);
            assert!(reason.rules.iter().all(|it| rule(it.0).is_ok()), "{:?}", reason.rules);
        }
    }
}
