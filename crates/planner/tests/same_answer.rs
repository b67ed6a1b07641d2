//! Same log, same day, same answer: over random histories, and whatever came after the day.

mod histories;

use histories::history;
use planner::today;
use rulebook::{doctrine, doctrines, judge};
use training::{NamedRun, calendar::add_days};

const HISTORIES: u64 = 200;

#[test]
fn the_same_log_and_the_same_day_give_the_same_answer() {
    for number in 0..HISTORIES {
        let (once, again) = (history(number), history(number));
        for name in doctrines() {
            let doctrine = doctrine(name).unwrap();
            assert_eq!(today(&once.case(), &doctrine), today(&again.case(), &doctrine));
            assert_eq!(judge(&once.case(), &doctrine), judge(&again.case(), &doctrine));
        }
    }
}

#[test]
fn what_comes_later_does_not_change_what_was_said() {
    let doctrine = doctrine("evidence-first").unwrap();
    for number in 0..HISTORIES {
        let whole = history(number);
        let mut then = whole.case();
        then.on = add_days(then.on, -5);
        let known: Vec<NamedRun> =
            whole.runs.iter().filter(|run| run.date() <= then.on).cloned().collect();
        let answers: Vec<_> =
            whole.check_ins.iter().filter(|said| said.date <= then.on).cloned().collect();
        let mut as_known = then;
        as_known.runs = &known;
        as_known.check_ins = &answers;
        assert_eq!(today(&then, &doctrine), today(&as_known, &doctrine), "history {number}");
    }
}
