//! Plans and their changes are kept for ever: a plan stays as it was accepted, a change counts once
//! it is accepted and from its day on, and nothing that was proposed or answered is lost.
#![allow(clippy::disallowed_methods, reason = "tests look at the file itself")]

mod notebook;

use logbook::{AgreedPlan, Logbook, LogbookError, ProposedChange};
use notebook::{at, cut_log, notebook};
use training::{Date, Goal, Metres, Plan, plan::parse_plan};

const MONDAY: Date = jiff::civil::date(2026, 3, 2);
const THURSDAY: Date = jiff::civil::date(2026, 3, 5);
const FRIDAY: Date = jiff::civil::date(2026, 3, 6);

const FIRST: &str = "Week 1, base\nTue  easy 8km\nSun  long 14km";
const LIGHTER: &str = "Week 1, base, lighter\nTue  easy 8km\nSun  long 10km";
const SHORTER: &str = "Week 1, base, lighter\nTue  easy 5km\nSun  long 10km";

fn plan(text: &str) -> Plan {
    parse_plan(text, MONDAY).unwrap()
}

fn agreed(text: &str, since: Date) -> AgreedPlan {
    AgreedPlan {
        plan: plan(text),
        goal: Goal::Race { distance: Metres(21_097.5), on: Some(jiff::civil::date(2026, 5, 3)) },
        wishes: [("days".to_owned(), "tue,sun".to_owned())].into(),
        doctrine: "evidence-first".to_owned(),
        since,
    }
}

/// A logbook with a plan that was accepted on Monday.
fn with_a_plan() -> Logbook {
    let logbook = Logbook::in_memory().unwrap();
    assert_eq!(logbook.accept_plan(&agreed(FIRST, MONDAY), at(1)).unwrap(), 1);
    logbook
}

fn proposes(logbook: &Logbook, after: &str, second: i64) -> i64 {
    logbook.propose_change(&proposed(1, after), at(second)).unwrap()
}

fn proposed(number: i64, after: &str) -> ProposedChange {
    ProposedChange {
        plan: number,
        after: plan(after),
        event: "ill from 2026-03-02 to 2026-03-04".to_owned(),
        reasons: vec!["You were ill for three days.".to_owned()],
        day: THURSDAY,
    }
}

#[track_caller]
fn check_plan(logbook: &Logbook, on: Date, text: &str, changes: u32) {
    let current = logbook.current_plan(on).unwrap().unwrap();
    assert_eq!((current.agreed.plan, current.changes), (plan(text), changes));
}

#[test]
fn an_accepted_plan_comes_back_as_it_was() {
    let logbook = with_a_plan();
    let kept = logbook.current_plan(THURSDAY).unwrap().unwrap();
    assert_eq!((kept.number, kept.changes, kept.said_at), (1, 0, at(1)));
    assert_eq!(kept.agreed, agreed(FIRST, MONDAY));
    assert_eq!(logbook.plans().unwrap(), [kept]);
}

#[test]
fn the_same_plan_accepted_twice_in_a_row_is_one_plan() {
    let logbook = with_a_plan();
    assert_eq!(logbook.accept_plan(&agreed(FIRST, MONDAY), at(2)).unwrap(), 1);
    let [kept] = &logbook.plans().unwrap()[..] else { panic!("one plan") };
    assert_eq!((kept.number, kept.said_at), (1, at(1)));
}

#[test]
fn a_plan_that_differs_in_one_word_is_another_plan() {
    let logbook = with_a_plan();
    let same = agreed(FIRST, MONDAY);
    let others = [
        AgreedPlan { plan: plan(SHORTER), ..same.clone() },
        AgreedPlan { goal: Goal::Fitness, ..same.clone() },
        AgreedPlan { wishes: [("days".to_owned(), "tue,sat".to_owned())].into(), ..same.clone() },
        AgreedPlan { doctrine: "quality-first".to_owned(), ..same.clone() },
        AgreedPlan { since: THURSDAY, ..same.clone() },
    ];
    for (number, other) in (2..).step_by(2).zip(&others) {
        assert_eq!(logbook.accept_plan(other, at(number)).unwrap(), number);
        assert_eq!(logbook.accept_plan(&same, at(number + 1)).unwrap(), number + 1);
    }
}

#[test]
fn a_plan_that_was_taken_back_may_be_accepted_again() {
    let logbook = with_a_plan();
    logbook.withdraw_plan(1, MONDAY, at(2)).unwrap();
    assert_eq!(logbook.accept_plan(&agreed(FIRST, MONDAY), at(3)).unwrap(), 2);
}

#[test]
fn a_plan_that_was_changed_may_be_accepted_again_as_it_was() {
    let logbook = with_a_plan();
    let declined = proposes(&logbook, LIGHTER, 2);
    logbook.answer_change(declined, false, THURSDAY, at(3)).unwrap();
    assert_eq!(logbook.accept_plan(&agreed(FIRST, MONDAY), at(4)).unwrap(), 1);
    let taken = proposes(&logbook, LIGHTER, 5);
    logbook.answer_change(taken, true, THURSDAY, at(6)).unwrap();
    assert_eq!(logbook.accept_plan(&agreed(FIRST, MONDAY), at(7)).unwrap(), 2);
    check_plan(&logbook, FRIDAY, FIRST, 0);
}

#[test]
fn a_plan_counts_from_its_day_on_until_another_is_accepted() {
    let logbook = with_a_plan();
    assert_eq!(logbook.accept_plan(&agreed(SHORTER, FRIDAY), at(2)).unwrap(), 2);
    assert_eq!(logbook.current_plan(jiff::civil::date(2026, 3, 1)).unwrap(), None);
    check_plan(&logbook, THURSDAY, FIRST, 0);
    check_plan(&logbook, FRIDAY, SHORTER, 0);
    assert_eq!(logbook.plans_on(FRIDAY).unwrap().len(), 2);
}

#[test]
fn a_change_counts_once_it_is_accepted_and_from_its_day_on() {
    let logbook = with_a_plan();
    let change = proposes(&logbook, LIGHTER, 2);
    check_plan(&logbook, FRIDAY, FIRST, 0);
    logbook.answer_change(change, true, FRIDAY, at(3)).unwrap();
    check_plan(&logbook, THURSDAY, FIRST, 0);
    check_plan(&logbook, FRIDAY, LIGHTER, 1);
    assert_eq!(logbook.plans().unwrap()[0].agreed.plan, plan(FIRST), "it stays as it was accepted");
}

#[test]
fn a_declined_change_counts_for_nothing_and_is_kept() {
    let logbook = with_a_plan();
    let change = proposes(&logbook, LIGHTER, 2);
    logbook.answer_change(change, false, FRIDAY, at(3)).unwrap();
    check_plan(&logbook, FRIDAY, FIRST, 0);
    let answer = logbook.plan_changes().unwrap()[0].answer.unwrap();
    assert!(!answer.is_accepted);
}

#[test]
fn nothing_that_was_proposed_or_answered_is_lost() {
    let logbook = with_a_plan();
    let first = proposes(&logbook, LIGHTER, 2);
    logbook.answer_change(first, true, THURSDAY, at(3)).unwrap();
    proposes(&logbook, SHORTER, 4);

    let [lighter, shorter] = &logbook.plan_changes().unwrap()[..] else { panic!("two changes") };
    assert_eq!((lighter.plan, lighter.said_at), (1, at(2)));
    assert_eq!((&lighter.before, &lighter.after), (&plan(FIRST), &plan(LIGHTER)));
    assert_eq!(lighter.reasons, ["You were ill for three days."]);
    assert_eq!(lighter.event, "ill from 2026-03-02 to 2026-03-04");
    assert_eq!(lighter.day, Some(THURSDAY));
    let answer = lighter.answer.unwrap();
    assert_eq!((answer.since, answer.said_at), (THURSDAY, at(3)));
    assert_eq!((&shorter.before, shorter.answer), (&plan(LIGHTER), None));
}

#[test]
fn a_change_is_answered_once() {
    let logbook = with_a_plan();
    let change = proposes(&logbook, LIGHTER, 2);
    logbook.answer_change(change, true, THURSDAY, at(3)).unwrap();
    let again = logbook.answer_change(change, false, THURSDAY, at(4)).unwrap_err();
    assert!(matches!(again, LogbookError::NoSuchChange { number: 1, .. }), "{again}");
    check_plan(&logbook, FRIDAY, LIGHTER, 1);
}

#[test]
fn a_change_of_a_plan_as_it_no_longer_stands_can_only_be_declined() {
    let logbook = with_a_plan();
    let (first, second) = (proposes(&logbook, LIGHTER, 2), proposes(&logbook, SHORTER, 3));
    logbook.answer_change(first, true, THURSDAY, at(4)).unwrap();
    let late = logbook.answer_change(second, true, THURSDAY, at(5)).unwrap_err();
    assert!(matches!(late, LogbookError::OutdatedChange { number: 2, .. }), "{late}");
    logbook.answer_change(second, false, THURSDAY, at(6)).unwrap();
    check_plan(&logbook, FRIDAY, LIGHTER, 1);
}

#[test]
fn a_plan_that_is_taken_back_is_kept_and_no_longer_in_force_from_that_day() {
    let logbook = with_a_plan();
    let waiting = proposes(&logbook, LIGHTER, 2);
    logbook.withdraw_plan(1, FRIDAY, at(3)).unwrap();
    check_plan(&logbook, THURSDAY, FIRST, 0);
    assert_eq!(logbook.current_plan(FRIDAY).unwrap(), None);
    assert_eq!(logbook.plans_on(FRIDAY).unwrap()[0].withdrawn, Some(FRIDAY));
    assert_eq!(logbook.plans_on(THURSDAY).unwrap()[0].withdrawn, None);
    let late = logbook.answer_change(waiting, true, FRIDAY, at(4)).unwrap_err();
    assert!(matches!(late, LogbookError::OutdatedChange { .. }), "{late}");
    assert!(logbook.withdraw_plan(1, FRIDAY, at(5)).is_err(), "it is taken back once");
    let again = logbook.withdraw_plan(1, THURSDAY, at(5)).unwrap_err().to_string();
    assert!(again.contains("taken back already, from 2026-"), "{again}");
    let none = logbook.withdraw_plan(9, THURSDAY, at(5)).unwrap_err().to_string();
    assert!(none.contains("no plan 9"), "{none}");
}

#[test]
fn a_plan_taken_back_before_it_began_leaves_the_one_before_it_in_force() {
    let logbook = with_a_plan();
    let next = Plan { begins: jiff::civil::date(2026, 3, 9), ..plan(SHORTER) };
    logbook.accept_plan(&AgreedPlan { plan: next, ..agreed(SHORTER, THURSDAY) }, at(2)).unwrap();
    logbook.withdraw_plan(2, FRIDAY, at(3)).unwrap();
    assert_eq!(logbook.current_plan(THURSDAY).unwrap().unwrap().number, 2);
    check_plan(&logbook, FRIDAY, FIRST, 0);
}

#[test]
fn plans_and_changes_that_are_not_there_are_named() {
    let logbook = with_a_plan();
    let error = logbook.propose_change(&proposed(7, LIGHTER), at(2)).unwrap_err();
    assert!(error.to_string().contains("holds no plan 7; "), "{error}");
    let error = logbook.answer_change(7, true, MONDAY, at(2)).unwrap_err();
    assert!(error.to_string().contains("holds no change 7 of a plan"), "{error}");
}

#[test]
fn a_plan_that_is_not_committed_was_not_accepted() {
    let file = notebook("a_plan_not_committed");
    let logbook = Logbook::open(&file).unwrap();
    logbook.accept_plan(&agreed(FIRST, MONDAY), at(1)).unwrap();
    let batch = logbook.begin().unwrap();
    logbook.accept_plan(&agreed(SHORTER, MONDAY), at(2)).unwrap();
    // The process is killed here.
    drop(batch);
    drop(logbook);
    let logbook = Logbook::open(&file).unwrap();
    check_plan(&logbook, FRIDAY, FIRST, 0);
    assert_eq!(logbook.plans().unwrap().len(), 1);
}

#[test]
fn wherever_the_writing_stops_only_whole_plans_and_changes_are_found() {
    let file = notebook("wherever_the_plans_stop");
    let logbook = Logbook::open(&file).unwrap();
    logbook.accept_plan(&agreed(FIRST, MONDAY), at(1)).unwrap();
    for second in 2..6 {
        let change = proposes(&logbook, LIGHTER, second);
        logbook.answer_change(change, true, FRIDAY, at(second)).unwrap();
    }
    let mut found_counts = Vec::new();
    for length in (0..300_000).step_by(4_099) {
        let copy = notebook("wherever_the_plans_stop_copy");
        cut_log(&file, &copy, length);
        let found = Logbook::open(&copy).unwrap();
        let (plans, changes) = (found.plans_on(FRIDAY).unwrap(), found.plan_changes().unwrap());
        for plan in &plans {
            let answered = changes.iter().filter(|change| change.answer.is_some()).count();
            assert_eq!(plan.changes as usize, answered);
        }
        found_counts.push(plans.len() + changes.len());
    }
    assert!(found_counts.is_sorted());
    assert_eq!(found_counts.last(), Some(&5));
}
