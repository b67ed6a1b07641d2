//! Random histories of running and of what was said, each the same for ever by its number.

use rulebook::examples::{Example, example};
use std::fmt::Write;

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

/// What else is said of the body; mostly nothing.
const HURTS: [&str; 10] = [
    "",
    "",
    "",
    "",
    ", pain 0",
    ", pain 0",
    ", pain 2 left knee",
    ", pain 4 left knee, lasted 3 days",
    ", pain 3 left foot, sharp, swollen",
    ", pain 1, limping, ill",
];

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
pub fn history(number: u64) -> Example {
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
                let stress = 1 + chance.next(5);
                let hurts = chance.pick(&HURTS);
                writeln!(
                    text,
                    "check-in {day}: soreness {sore}, fatigue {tired}, sleep {sleep}, \
                     stress {stress}{hurts}"
                )
                .unwrap();
            }
        }
    }
    example(&text)
}
