//! What today promises comes true: with the facts so changed, today says what was promised.

mod histories;

use histories::history;
use planner::{Action, Condition, Prescription, in_words, today};
use rulebook::{Case, Doctrine, Fact, doctrine, doctrines, examples::example};
use training::{CheckIn, Question, calendar::add_days};

const HISTORIES: u64 = 300;

fn words(said: &Prescription) -> String {
    in_words(said.action, said.session.as_ref())
}

/// What a runner would type for a fact, written here once more; the swelling alone cannot be told by
/// one answer where the pain was named on another day.
fn typed(fact: Fact) -> Option<(Question, String)> {
    Some(match fact {
        Fact::AtMost(question, value) | Fact::AtLeast(question, value) => {
            (question, value.to_string())
        }
        Fact::Below(question, hours) => (question, (hours - 0.1).to_string()),
        Fact::Is(question, is) => (question, if is { "yes" } else { "no" }.to_owned()),
        Fact::NoPain => (Question::Pain, "0".to_owned()),
        Fact::SwellingDown { .. } => return None,
    })
}

/// Today, with some answers typed over what was said.
fn with(case: &Case<'_>, doctrine: &Doctrine, facts: &[Fact]) -> Option<String> {
    let before = case.check_ins.partition_point(|said| said.date < case.on);
    let mut said = case.check_ins[..before].to_vec();
    let mut day = case.check_in_today().cloned().unwrap_or_else(|| CheckIn::on(case.on));
    for fact in facts {
        let (question, answer) = typed(*fact)?;
        question.tell(&answer, &mut day).unwrap();
    }
    said.push(day);
    Some(words(&today(&Case { check_ins: &said, ..*case }, doctrine)))
}

#[test]
fn every_promise_comes_true_when_the_facts_are_so() {
    let mut kept = 0;
    for number in 0..HISTORIES {
        let history = history(number);
        let mut case = history.case();
        case.runs = &case.runs[..case.runs.partition_point(|run| run.date() < case.on)];
        let names = doctrines();
        let doctrine = doctrine(names[number as usize % names.len()]).unwrap();
        for otherwise in today(&case, &doctrine).would_change {
            let real = match &otherwise.condition {
                Condition::All(facts) => with(&case, &doctrine, facts),
                Condition::Any(facts) => {
                    let each: Vec<_> =
                        facts.iter().map(|fact| with(&case, &doctrine, &[*fact])).collect();
                    assert!(each.windows(2).all(|pair| pair[0] == pair[1]), "{otherwise}");
                    each[0].clone()
                }
                Condition::On(day) => Some(words(&today(&Case { on: *day, ..case }, &doctrine))),
                Condition::Anyway => None,
            };
            let Some(real) = real else { continue };
            assert_eq!(real, otherwise.then, "history {number}: {otherwise}");
            kept += 1;
        }
    }
    assert!(kept > HISTORIES, "only {kept} promises were tried");
}

/// Four weeks of five days, and what is said on the last Sunday, which is run on.
fn said_on_sunday(said: &str) -> Prescription {
    let weeks = "4 weeks:\nMon easy 45min\nTue easy 45min\nThu easy 45min\nFri easy 45min\n\
                 Sun easy 45min\n1 week:\nMon easy 45min\nTue easy 45min\nThu easy 45min\n\
                 Fri easy 45min\n";
    let example = example(&format!("{weeks}{said}"));
    today(&example.case(), &doctrine("evidence-first").unwrap())
}

fn promises(said: &Prescription) -> Vec<String> {
    said.would_change.iter().map(ToString::to_string).collect()
}

#[test]
fn a_pain_that_several_rules_hold_is_lifted_from_all_of_them_at_once() {
    let said = said_on_sunday("check-in Sun: pain 4 left shin, lasted 3 days, sharp");
    assert_eq!(said.action, Action::SeeAClinician);
    assert_eq!(promises(&said), ["With the pain gone: easy, 35 to 45 minutes."]);
}

#[test]
fn on_a_free_day_it_is_said_what_would_hold_it_back() {
    let said = promises(&said_on_sunday("check-in Sun: soreness 2, sleep 8")).join(" ");
    assert!(said.contains("any pain, or soreness at 6 or more: no running"), "{said}");
    assert!(said.contains("less than 5 hours of sleep: easy, 30 minutes"), "{said}");
}

#[test]
fn what_only_time_lifts_names_the_day() {
    let said = said_on_sunday("Sat race 21.1km");
    assert_eq!(promises(&said), ["On Tuesday, with nothing run until then: easy, 30 minutes."]);
    let next = add_days(said.date, 2);
    assert!(said.would_change.iter().all(|it| it.condition == Condition::On(next)));
}

#[test]
fn a_day_that_is_run_already_promises_nothing() {
    let said = said_on_sunday("Sun easy 45min\ncheck-in Sun: soreness 6");
    assert_eq!((said.action, promises(&said)), (Action::Rest, Vec::new()));
}
