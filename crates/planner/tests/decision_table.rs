//! The whole of today's decisions, laid out: what was run last × soreness × sleep × days a week ×
//! level, under the default doctrine. Committed as docs/today.md, so that a change of mind is a
//! difference that can be reviewed; and held to what is never safe.
#![allow(clippy::disallowed_methods, reason = "the test writes the document it holds")]

use planner::{Action, Prescription, today};
use rulebook::{Doctrine, doctrine, doctrines, examples::Example, examples::example};
use std::{collections::BTreeMap, fmt::Write, path::Path};
use training::{CheckIn, Purpose, Seconds};

/// What was run last, and how many days ago that is on the day judged.
const LAST: [(&str, &str, i64); 19] = [
    ("nothing hard", "easy 45min", 1),
    ("intervals yesterday", "easy 10min + 6x(800m / 2min jog) + easy 10min", 1),
    ("intervals two days ago", "easy 10min + 6x(800m / 2min jog) + easy 10min", 2),
    ("tempo yesterday", "easy 10min + tempo 25min + easy 10min", 1),
    ("hills yesterday", "easy 15min + hills 8x(1min / 2min jog) + easy 10min", 1),
    ("a long run yesterday", "long 110min", 1),
    ("a long run two days ago", "long 110min", 2),
    ("a 10 km race yesterday", "race 10km", 1),
    ("a half-marathon yesterday", "race 21.1km", 1),
    ("a half-marathon two days ago", "race 21.1km", 2),
    ("a half-marathon three days ago", "race 21.1km", 3),
    ("a half-marathon six days ago", "race 21.1km", 6),
    ("a marathon yesterday", "race 42.2km", 1),
    ("a marathon two days ago", "race 42.2km", 2),
    ("a marathon three days ago", "race 42.2km", 3),
    ("a marathon four days ago", "race 42.2km", 4),
    ("a marathon seven days ago", "race 42.2km", 7),
    ("a marathon thirteen days ago", "race 42.2km", 13),
    ("an ultramarathon three days ago", "race 60km", 3),
];
const SORENESS: [Option<u8>; 6] = [None, Some(2), Some(4), Some(5), Some(6), Some(8)];
const SLEEP_HOURS: [Option<f64>; 5] = [None, Some(3.5), Some(4.5), Some(6.0), Some(8.0)];
const LEVELS: [&str; 3] = ["beginner", "intermediate", "advanced"];
/// The running days of a usual week.
const WEEKS: [(usize, &[&str]); 6] = [
    (2, &["Tue", "Sat"]),
    (3, &["Mon", "Wed", "Sat"]),
    (4, &["Mon", "Wed", "Fri", "Sun"]),
    (5, &["Mon", "Tue", "Thu", "Fri", "Sun"]),
    (6, &["Mon", "Tue", "Wed", "Fri", "Sat", "Sun"]),
    (7, &["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]),
];
const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// One cell: everything it rests on.
struct Cell {
    last: &'static str,
    days_ago: i64,
    soreness: Option<u8>,
    sleep_hours: Option<f64>,
    said: Prescription,
}

#[test]
fn no_unsafe_cell_prescribes_running_under_any_doctrine() {
    for name in doctrines() {
        let doctrine = doctrine(name).unwrap();
        for (days, _) in WEEKS {
            for level in LEVELS {
                cells(days, level, &doctrine).iter().for_each(assert_safe);
            }
        }
    }
}

/// Said here once more in plain words, apart from the rules.
fn assert_safe(cell: &Cell) {
    let said = &cell.said;
    let runs = said.session.is_some();
    let is_hard = said.session.as_ref().is_some_and(|session| session.purpose.is_hard());
    let about = format!(
        "{}: {}, soreness {:?}, sleep {:?}: {}",
        said.doctrine,
        cell.last,
        cell.soreness,
        cell.sleep_hours,
        said.action.word()
    );
    let longest = said.session.as_ref().map_or(0, |session| session.minutes.1);
    assert!(!(runs && cell.soreness >= Some(6)), "running on very sore legs: {about}");
    let half_is_near = cell.last.contains("half-marathon") && cell.days_ago <= 2;
    assert!(!(runs && half_is_near), "running too soon after a half-marathon: {about}");
    let marathon_is_near = (cell.last.contains("a marathon") && cell.days_ago <= 3)
        || cell.last.contains("ultramarathon");
    assert!(!(runs && marathon_is_near), "running too soon after a marathon: {about}");
    let was_race = cell.last.contains("marathon");
    assert!(!(is_hard && was_race), "hard in the fortnight after a long race: {about}");
    let was_hard = cell.days_ago <= 1 && cell.last != "nothing hard";
    assert!(!(is_hard && was_hard), "hard on the day after something hard: {about}");
    let slept_badly = cell.sleep_hours.is_some_and(|hours| hours < 5.0);
    assert!(!(is_hard && slept_badly), "hard after a short night: {about}");
    assert!(!(longest > 30 && slept_badly), "long after a short night: {about}");
    assert!(!(is_hard && cell.soreness >= Some(5)), "hard on sore legs: {about}");
    if let Some(session) = &said.session {
        let is_recovery = session.purpose == Purpose::Recovery;
        assert!(!is_recovery || longest <= 60, "a recovery run of {longest} minutes: {about}");
        assert!(session.minutes.0 <= session.minutes.1, "from more to less: {about}");
    }
    assert!(!said.because.is_empty() || !said.intended.is_empty(), "no reason: {about}");
}

#[test]
fn the_document_shows_what_is_decided() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/today.md");
    let table = document();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &table).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == table, "docs/today.md is stale: UPDATE_GOLDEN=1 cargo test -p planner");
}

fn document() -> String {
    let doctrine = doctrine("evidence-first").unwrap();
    let mut text = HEAD.to_owned();
    let mut grids: BTreeMap<(usize, String), Vec<(usize, &str)>> = BTreeMap::new();
    for (days, _) in WEEKS {
        for level in LEVELS {
            let cells = cells(days, level, &doctrine);
            for (place, (last, ..)) in LAST.iter().enumerate() {
                let own: Vec<&Cell> = cells.iter().filter(|cell| cell.last == *last).collect();
                grids.entry((place, grid(&own))).or_default().push((days, level));
            }
        }
    }
    let mut shown = usize::MAX;
    for ((place, grid), runners) in grids {
        if place != shown {
            write!(text, "\n## After {}\n", LAST[place].0).unwrap();
            shown = place;
        }
        write!(text, "\n{}:\n\n{grid}", who(&runners)).unwrap();
    }
    text
}

const HEAD: &str = "\
# What today decides

Every combination of what was run last, how sore the runner is, how long they slept, on how many
days a week they run, and their level, under the default doctrine. Written and held by a test
(`crates/planner/tests/decision_table.rs`), which also holds, for every doctrine, that no cell
prescribes running where it is not safe.

Columns are hours of sleep, rows are soreness out of ten; `?` is *not said*. `easy 35-50` is easy
running of that many minutes, `recovery` a recovery run, `rest` a day without running, `swap`
something without impact instead.
";

/// Which runners a grid is for: `2 to 4 days a week`, with levels where they differ.
fn who(runners: &[(usize, &str)]) -> String {
    let mut by_level: BTreeMap<Vec<usize>, Vec<&str>> = BTreeMap::new();
    for level in LEVELS {
        let days: Vec<usize> =
            runners.iter().filter(|(_, own)| *own == level).map(|(days, _)| *days).collect();
        if !days.is_empty() {
            by_level.entry(days).or_default().push(level);
        }
    }
    let parts = by_level.into_iter().map(|(days, levels)| {
        let days: Vec<String> = days.iter().map(ToString::to_string).collect();
        let levels = if levels.len() == LEVELS.len() {
            "every level".to_owned()
        } else {
            levels.join(" and ")
        };
        format!("{levels}, running on {} days a week", days.join(", "))
    });
    let mut said = parts.collect::<Vec<_>>().join("; ");
    said[..1].make_ascii_uppercase();
    said
}

fn grid(cells: &[&Cell]) -> String {
    let mut text = String::from("| soreness |");
    for hours in SLEEP_HOURS {
        write!(text, " {} h |", hours.map_or("?".to_owned(), |hours| hours.to_string())).unwrap();
    }
    text += "\n|---|---|---|---|---|---|\n";
    for row in cells.chunks(SLEEP_HOURS.len()) {
        let sore = row[0].soreness.map_or("?".to_owned(), |soreness| soreness.to_string());
        write!(text, "| {sore} |").unwrap();
        for cell in row {
            write!(text, " {} |", in_short(&cell.said)).unwrap();
        }
        text += "\n";
    }
    text
}

fn in_short(said: &Prescription) -> String {
    let Some(session) = &said.session else {
        return match said.action {
            Action::SeeAClinician => "clinician",
            Action::Swap => "swap",
            _ => "rest",
        }
        .to_owned();
    };
    format!("{} {}-{}", session.purpose, session.minutes.0, session.minutes.1)
}

/// Every cell of a runner: rows by soreness, columns by sleep, one grid for each kind of last run.
fn cells(days: usize, level: &str, doctrine: &Doctrine) -> Vec<Cell> {
    let mut cells = Vec::new();
    for (last, session, days_ago) in LAST {
        let example = runner(days, level, session, days_ago);
        for soreness in SORENESS {
            for sleep_hours in SLEEP_HOURS {
                let said = ask(&example, soreness, sleep_hours, doctrine);
                cells.push(Cell { last, days_ago, soreness, sleep_hours, said });
            }
        }
    }
    cells
}

/// Ten usual weeks, then the last run, with nothing after it but easy running on usual days where
/// it lies well back. The day judged is the Monday of the week after.
fn runner(days: usize, level: &str, session: &str, days_ago: i64) -> Example {
    let (_, running) = WEEKS.into_iter().find(|(own, _)| *own == days).unwrap();
    let mut text = format!("runner: {level}\n10 weeks:\n");
    for day in running {
        writeln!(text, "{day} easy 45min").unwrap();
    }
    let blank = (days_ago + 6) / 7;
    for back in (0..blank).rev() {
        text += "1 week:\n";
        for (index, day) in DAYS.iter().enumerate() {
            let ago = 7 * back + 7 - index as i64;
            if ago == days_ago {
                writeln!(text, "{day} {session}").unwrap();
            } else if ago > days_ago && running.contains(day) {
                writeln!(text, "{day} easy 45min").unwrap();
            } else {
                writeln!(text, "{day} rest").unwrap();
            }
        }
    }
    text += "1 week:\nMon rest\n";
    example(&text)
}

fn ask(
    example: &Example,
    soreness: Option<u8>,
    sleep_hours: Option<f64>,
    doctrine: &Doctrine,
) -> Prescription {
    let mut case = example.case();
    case.on = example.last_week().start;
    let mut check_in = CheckIn::on(case.on);
    check_in.soreness = soreness.map(|soreness| soreness.try_into().unwrap());
    check_in.sleep = sleep_hours.map(|hours| Seconds(3600.0 * hours));
    let check_ins = [check_in];
    let is_said = soreness.is_some() || sleep_hours.is_some();
    case.check_ins = if is_said { &check_ins } else { &[] };
    today(&case, doctrine)
}
