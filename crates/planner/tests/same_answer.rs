//! Same log, same day, same answer: over random histories, and whatever came after the day.

use planner::today;
use rulebook::{
    doctrine, doctrines,
    examples::{Example, example},
    judge,
};
use std::fmt::Write;
use training::{NamedRun, calendar::add_days};

const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const SESSIONS: [&str; 9] = [
    "easy 40min",
    "easy 8km",
    "recovery 25min",
    "steady 45min @4:25",
    "long 18km",
    "easy 10min + 6x(800m / 2min jog) + easy 10min",
    "easy 10min + tempo 25min + easy 10min",
    "race 10km",
    "rest",
];
const HISTORIES: u64 = 200;

/// A small generator of chances, so that the same number gives the same history for ever
/// (xorshift, Marsaglia 2003).
struct Chance(u64);

impl Chance {
    fn next(&mut self, below: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % below
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.next(from.len() as u64) as usize]
    }
}

/// Up to ten weeks of anything, with answers on some days.
fn history(number: u64) -> Example {
    let mut chance = Chance(0x9E37_79B9_7F4A_7C15 ^ (number + 1));
    let mut text = format!("runner: {}\n", chance.pick(&["beginner", "intermediate", "advanced"]));
    for _ in 0..=chance.next(9) {
        text += "1 week:\n";
        for day in DAYS {
            if chance.next(10) < 6 {
                writeln!(text, "{day} {}", chance.pick(&SESSIONS)).unwrap();
            }
            if chance.next(10) < 3 {
                let (sore, tired) = (chance.next(11), 1 + chance.next(5));
                let sleep = 4 + chance.next(6);
                writeln!(text, "check-in {day}: soreness {sore}, fatigue {tired}, sleep {sleep}")
                    .unwrap();
            }
        }
    }
    example(&text)
}

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
