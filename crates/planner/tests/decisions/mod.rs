//! The runners, days and answers that a decision is laid out over.

use rulebook::{Case, examples::Example, examples::example};
use std::fmt::Write;
use training::{CheckIn, Pain, Seconds};

/// Something that was run, and how many days ago that is on the day judged; nothing for none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ran {
    pub name: &'static str,
    pub session: &'static str,
    pub days_ago: i64,
}

const fn ran(name: &'static str, session: &'static str, days_ago: i64) -> Ran {
    Ran { name, session, days_ago }
}

const INTERVALS: &str = "easy 10min + 6x(800m / 2min jog) + easy 10min";

/// The last hard session: the timing of recovery.
pub const HARD: [Ran; 7] = [
    ran("nothing hard", "", 0),
    ran("intervals yesterday", INTERVALS, 1),
    ran("intervals two days ago", INTERVALS, 2),
    ran("tempo yesterday", "easy 10min + tempo 25min + easy 10min", 1),
    ran("hills yesterday", "easy 15min + hills 8x(1min / 2min jog) + easy 10min", 1),
    ran("a long run yesterday", "long 110min", 1),
    ran("a long run two days ago", "long 110min", 2),
];

/// The last race.
pub const RACES: [Ran; 13] = [
    ran("no race", "", 0),
    ran("a 10 km race yesterday", "race 10km", 1),
    ran("a half-marathon yesterday", "race 21.1km", 1),
    ran("a half-marathon two days ago", "race 21.1km", 2),
    ran("a half-marathon three days ago", "race 21.1km", 3),
    ran("a half-marathon six days ago", "race 21.1km", 6),
    ran("a marathon yesterday", "race 42.2km", 1),
    ran("a marathon two days ago", "race 42.2km", 2),
    ran("a marathon three days ago", "race 42.2km", 3),
    ran("a marathon four days ago", "race 42.2km", 4),
    ran("a marathon seven days ago", "race 42.2km", 7),
    ran("a marathon thirteen days ago", "race 42.2km", 13),
    ran("an ultramarathon three days ago", "race 60km", 3),
];

pub const SORENESS: [Option<u8>; 8] =
    [None, Some(0), Some(2), Some(4), Some(5), Some(6), Some(8), Some(10)];
pub const SLEEP_HOURS: [Option<f64>; 5] = [None, Some(3.5), Some(4.5), Some(6.0), Some(8.0)];
pub const PAIN: [Option<u8>; 3] = [None, Some(2), Some(5)];
pub const LEVELS: [&str; 4] = ["beginner", "intermediate", "advanced", "elite"];
/// The running days of a usual week.
pub const WEEKS: [(usize, &[&str]); 6] = [
    (2, &["Tue", "Sat"]),
    (3, &["Mon", "Wed", "Sat"]),
    (4, &["Mon", "Wed", "Fri", "Sun"]),
    (5, &["Mon", "Tue", "Thu", "Fri", "Sun"]),
    (6, &["Mon", "Tue", "Wed", "Fri", "Sat", "Sun"]),
    (7, &["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]),
];
const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// What the runner says on the morning of the day judged.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Answers {
    pub soreness: Option<u8>,
    pub sleep_hours: Option<f64>,
    pub pain: Option<u8>,
}

/// Every combination of soreness and sleep with some pains: rows by soreness, columns by sleep.
pub fn answers(pains: &[Option<u8>]) -> Vec<Answers> {
    let mut all = Vec::new();
    for pain in pains {
        for soreness in SORENESS {
            for sleep_hours in SLEEP_HOURS {
                all.push(Answers { soreness, sleep_hours, pain: *pain });
            }
        }
    }
    all
}

/// Ten usual weeks, then the last hard session and the last race, with nothing after the later of them
/// but easy running on usual days before it. The day judged is the Monday of the week after.
pub fn runner(days: usize, level: &str, hard: Ran, race: Ran) -> Example {
    let (_, running) = WEEKS.into_iter().find(|(own, _)| *own == days).unwrap();
    let mut text = format!("runner: {level}\n10 weeks:\n");
    for day in running {
        writeln!(text, "{day} easy 45min").unwrap();
    }
    let quiet = hard.days_ago.max(race.days_ago).max(1);
    for back in (0..(quiet + 6) / 7).rev() {
        text += "1 week:\n";
        for (index, day) in DAYS.iter().enumerate() {
            let ago = 7 * back + 7 - index as i64;
            let session = match ago {
                _ if ago == race.days_ago => race.session,
                _ if ago == hard.days_ago => hard.session,
                _ if ago > quiet && running.contains(day) => "easy 45min",
                1 if race.session.is_empty() && hard.session.is_empty() => "easy 45min",
                _ => "rest",
            };
            writeln!(text, "{day} {session}").unwrap();
        }
    }
    text += "1 week:\nMon rest\n";
    example(&text)
}

/// Looks at the runner's case on the day judged, with these answers.
pub fn on_that_day<T>(example: &Example, said: Answers, look: impl FnOnce(&Case<'_>) -> T) -> T {
    let mut case = example.case();
    case.on = example.last_week().start;
    let mut check_in = CheckIn::on(case.on);
    check_in.soreness = said.soreness.map(|soreness| soreness.try_into().unwrap());
    check_in.sleep = said.sleep_hours.map(|hours| Seconds(3600.0 * hours));
    check_in.pain = said.pain.map(|pain| Pain::of(pain.try_into().unwrap()));
    let check_ins = [check_in];
    let is_said = said != Answers::default();
    case.check_ins = if is_said { &check_ins } else { &[] };
    look(&case)
}
