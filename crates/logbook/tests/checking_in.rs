//! What is said of a day is kept for ever: the last word counts, the runner's over an export's, and
//! nothing that was ever said is lost.
#![allow(clippy::disallowed_methods, reason = "tests look at the file itself")]

mod notebook;

use logbook::{Kept, Logbook, Original, SaidBy, SaidOfADay};
use notebook::{at, cut_log, notebook};
use training::{CheckIn, Date, Declaration, Question, calendar::add_days};

const THURSDAY: Date = jiff::civil::date(2026, 3, 5);

/// A check-in in words: `soreness 6, where left calf`.
fn said(date: Date, words: &str) -> CheckIn {
    let mut said = CheckIn::on(date);
    for answer in words.split(", ") {
        let (word, answer) = answer.split_once(' ').unwrap();
        Question::of_word(word).unwrap().tell(answer, &mut said).unwrap();
    }
    said
}

fn says(logbook: &Logbook, words: &str, second: i64) {
    logbook.check_in(&said(THURSDAY, words), SaidBy::Runner, at(second)).unwrap();
}

/// An export that holds a day, kept as an original.
fn imports(logbook: &Logbook, words: &str, second: i64) {
    let export = Original::pack("days.csv".into(), words.as_bytes(), Declaration::default());
    assert_eq!(logbook.keep(&export, &[], at(second)).unwrap(), Kept::New);
    let by = SaidBy::Original(export.hash());
    logbook.check_in(&said(THURSDAY, words), by, at(second)).unwrap();
}

#[track_caller]
fn check_day(logbook: &Logbook, words: &str) {
    let day = logbook.check_in_of(THURSDAY).unwrap();
    assert_eq!(day, said(THURSDAY, words));
    assert_eq!(logbook.check_ins().unwrap(), [day]);
}

#[test]
fn a_day_is_everything_said_of_it_and_the_last_word_counts() {
    let logbook = Logbook::in_memory().unwrap();
    says(&logbook, "soreness 6, where left calf, mood 3", 1);
    says(&logbook, "fatigue 4", 2);
    says(&logbook, "soreness 4", 3);
    check_day(&logbook, "soreness 4, where left calf, mood 3, fatigue 4");
}

#[test]
fn the_runners_word_outranks_an_exports_whichever_came_first() {
    let logbook = Logbook::in_memory().unwrap();
    says(&logbook, "sleep 6.5", 1);
    imports(&logbook, "sleep 7.5, resting-hr 48", 2);
    check_day(&logbook, "sleep 6.5, resting-hr 48");
    says(&logbook, "resting-hr 50", 3);
    check_day(&logbook, "sleep 6.5, resting-hr 50");
}

#[test]
fn of_two_exports_the_later_counts() {
    let logbook = Logbook::in_memory().unwrap();
    imports(&logbook, "sleep 7.5, resting-hr 48", 1);
    imports(&logbook, "sleep 7.75", 2);
    check_day(&logbook, "sleep 7.75, resting-hr 48");
}

#[test]
fn one_answer_is_taken_back_and_the_others_stay() {
    let logbook = Logbook::in_memory().unwrap();
    imports(&logbook, "sleep 7.5, resting-hr 48", 1);
    says(&logbook, "sleep 6.5, pain 4, pain-where left shin, swollen yes", 2);
    logbook.withdraw_answers(THURSDAY, &[Question::Sleep, Question::Swollen], at(3)).unwrap();
    check_day(&logbook, "resting-hr 48, pain 4, pain-where left shin");
    logbook.withdraw_answers(THURSDAY, &[Question::Pain], at(4)).unwrap();
    check_day(&logbook, "resting-hr 48");
}

#[test]
fn a_day_taken_back_was_never_said_until_something_is_said_again() {
    let logbook = Logbook::in_memory().unwrap();
    imports(&logbook, "sleep 7.5", 1);
    says(&logbook, "mood 2", 2);
    logbook.withdraw_check_in(THURSDAY, at(3)).unwrap();
    assert_eq!(logbook.check_ins().unwrap(), []);
    assert!(logbook.check_in_of(THURSDAY).unwrap().is_empty());
    says(&logbook, "mood 4", 4);
    imports(&logbook, "resting-hr 47", 5);
    check_day(&logbook, "mood 4, resting-hr 47");
}

#[test]
fn nothing_that_was_said_is_lost() {
    let logbook = Logbook::in_memory().unwrap();
    says(&logbook, "soreness 6", 1);
    says(&logbook, "soreness 2", 2);
    logbook.withdraw_answers(THURSDAY, &[Question::Soreness], at(3)).unwrap();
    logbook.withdraw_check_in(THURSDAY, at(4)).unwrap();

    let history = logbook.check_in_history(THURSDAY).unwrap();
    let told: Vec<_> = history.iter().map(|entry| entry.said.clone()).collect();
    assert_eq!(
        told,
        [
            SaidOfADay::Answers(said(THURSDAY, "soreness 6")),
            SaidOfADay::Answers(said(THURSDAY, "soreness 2")),
            SaidOfADay::NotThese(vec![Question::Soreness]),
            SaidOfADay::Nothing,
        ]
    );
    assert_eq!((history[3].by, history[3].said_at), (SaidBy::Runner, at(4)));
}

#[test]
fn saying_nothing_keeps_nothing() {
    let logbook = Logbook::in_memory().unwrap();
    logbook.check_in(&CheckIn::on(THURSDAY), SaidBy::Runner, at(1)).unwrap();
    logbook.withdraw_answers(THURSDAY, &[], at(2)).unwrap();
    assert_eq!(logbook.check_in_history(THURSDAY).unwrap(), []);
}

#[test]
fn days_are_listed_from_the_oldest_whenever_they_were_told() {
    let logbook = Logbook::in_memory().unwrap();
    for days in [0, -400, 3] {
        let day = said(add_days(THURSDAY, days), "mood 3");
        logbook.check_in(&day, SaidBy::Runner, at(1)).unwrap();
    }
    let days: Vec<_> = logbook.check_ins().unwrap().iter().map(|day| day.date).collect();
    assert_eq!(days, [-400, 0, 3].map(|days| add_days(THURSDAY, days)));
}

#[test]
fn a_check_in_of_an_original_that_is_not_kept_is_refused() {
    let logbook = Logbook::in_memory().unwrap();
    let unknown = SaidBy::Original(logbook::ContentHash::of(b"never kept"));
    assert!(logbook.check_in(&said(THURSDAY, "mood 3"), unknown, at(1)).is_err());
    assert_eq!(logbook.check_ins().unwrap(), []);
}

#[test]
fn a_check_in_that_is_not_committed_was_not_said() {
    let file = notebook("a_check_in_not_committed");
    let logbook = Logbook::open(&file).unwrap();
    says(&logbook, "mood 3", 1);
    let batch = logbook.begin().unwrap();
    says(&logbook, "mood 5", 2);
    // The process is killed here.
    drop(batch);
    drop(logbook);
    check_day(&Logbook::open(&file).unwrap(), "mood 3");
}

#[test]
fn wherever_the_writing_stops_only_whole_days_are_found() {
    let file = notebook("wherever_the_days_stop");
    let logbook = Logbook::open(&file).unwrap();
    let whole =
        |day| said(add_days(THURSDAY, day), "soreness 3, where left calf, pain 2, sharp no");
    for day in 0..8 {
        logbook.check_in(&whole(day), SaidBy::Runner, at(1)).unwrap();
    }
    let mut found_counts = Vec::new();
    for length in (0..300_000).step_by(4_099) {
        let copy = notebook("wherever_the_days_stop_copy");
        cut_log(&file, &copy, length);
        let found = Logbook::open(&copy).unwrap().check_ins().unwrap();
        for (day, check_in) in (0..).zip(&found) {
            assert_eq!(*check_in, whole(day));
        }
        found_counts.push(found.len());
    }
    assert!(found_counts.is_sorted());
    assert_eq!(found_counts.last(), Some(&8));
}
