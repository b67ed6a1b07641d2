//! The whole of today's decisions, laid out: recovery timing × last race × soreness × sleep × days a
//! week × level × pain. Under the default doctrine it is committed as docs/today.md, so that a change
//! of mind is a difference that can be reviewed; and under every doctrine held to what is never safe.
#![allow(clippy::disallowed_methods, reason = "the test writes the document it holds")]

mod decisions;

use decisions::{
    Answers, HARD, LEVELS, PAIN, RACES, Ran, SLEEP_HOURS, SORENESS, WEEKS, answers, on_that_day,
    runner,
};
use planner::{Action, Prescribed, decision, today};
use rulebook::{Doctrine, Topic, doctrine, doctrines, rule};
use std::{collections::BTreeMap, fmt::Write, path::Path, thread};
use training::Purpose;

/// One cell: everything it rests on, and what is decided.
struct Cell {
    hard: Ran,
    race: Ran,
    said: Answers,
    action: Action,
    session: Option<Prescribed>,
}

/// Every cell of a runner after one hard session and one race: rows by soreness, columns by sleep.
fn cells(
    (days, level): (usize, &str),
    (hard, race): (Ran, Ran),
    doctrine: &Doctrine,
    pains: &[Option<u8>],
) -> Vec<Cell> {
    let example = runner(days, level, hard, race);
    let cell = |said| {
        let (action, session) = on_that_day(&example, said, |case| decision(case, doctrine));
        Cell { hard, race, said, action, session }
    };
    answers(pains).into_iter().map(cell).collect()
}

/// Every hard session before every race.
fn befores() -> impl Iterator<Item = (Ran, Ran)> {
    RACES.into_iter().flat_map(|race| HARD.into_iter().map(move |hard| (hard, race)))
}

#[test]
fn no_unsafe_cell_prescribes_running_under_the_default_doctrine() {
    let doctrine = doctrine("evidence-first").unwrap();
    thread::scope(|scope| {
        for level in LEVELS {
            let doctrine = &doctrine;
            scope.spawn(move || {
                for (days, _) in WEEKS {
                    for before in befores() {
                        cells((days, level), before, doctrine, &PAIN).iter().for_each(assert_safe);
                    }
                }
            });
        }
    });
}

/// Every doctrine over every week, hard session and race, with the levels in turn.
#[test]
fn nor_does_one_under_any_other_doctrine() {
    thread::scope(|scope| {
        for name in doctrines().into_iter().filter(|name| *name != "evidence-first") {
            scope.spawn(move || {
                let doctrine = doctrine(name).unwrap();
                for (days, _) in WEEKS {
                    for before in befores() {
                        let runner = (days, LEVELS[(days + before.0.name.len()) % LEVELS.len()]);
                        cells(runner, before, &doctrine, &[None]).iter().for_each(assert_safe);
                    }
                }
            });
        }
    });
}

/// Said here once more in plain words, apart from the rules.
fn assert_safe(cell: &Cell) {
    let Answers { soreness, sleep_hours, pain } = cell.said;
    let about = || format!("{}, {}, {:?}", cell.hard.name, cell.race.name, cell.said);
    let runs = cell.session.is_some();
    let is_hard = cell.session.as_ref().is_some_and(|session| session.purpose.is_hard());
    let longest = cell.session.as_ref().map_or(0, |session| session.minutes.1);
    let raced = |word: &str| cell.race.name.contains(word).then_some(cell.race.days_ago);
    assert!(!(runs && soreness >= Some(6)), "running on very sore legs: {}", about());
    assert!(!(runs && pain >= Some(1)), "running in pain: {}", about());
    let is_too_soon = raced("half-marathon").is_some_and(|ago| ago <= 2)
        || raced("a marathon").is_some_and(|ago| ago <= 3)
        || raced("ultramarathon").is_some();
    assert!(!(runs && is_too_soon), "running too soon after a race: {}", about());
    assert!(!(is_hard && raced("marathon").is_some()), "hard after a long race: {}", about());
    let was_hard = cell.hard.days_ago == 1 || cell.race.days_ago == 1;
    assert!(!(is_hard && was_hard), "hard on the day after something hard: {}", about());
    let slept_badly = sleep_hours.is_some_and(|hours| hours < 5.0);
    assert!(!(is_hard && slept_badly), "hard after a short night: {}", about());
    assert!(!(longest > 30 && slept_badly), "long after a short night: {}", about());
    assert!(!(is_hard && soreness >= Some(5)), "hard on sore legs: {}", about());
    if let Some(session) = &cell.session {
        let is_recovery = session.purpose == Purpose::Recovery;
        assert!(!is_recovery || longest <= 60, "a recovery run of {longest} minutes: {}", about());
        assert!(session.minutes.0 <= session.minutes.1, "from more to less: {}", about());
    }
}

/// What no tip may speak of on a day that the body or safety holds back.
const TOO_MUCH: [&str; 9] =
    ["jump", "plyo", "foam", "stretch", "drill", "mobility", "weights", "core", "strength"];

#[test]
fn no_tip_asks_more_of_the_body_than_its_day_does() {
    let doctrine = doctrine("evidence-first").unwrap();
    for (hard, race) in befores() {
        let example = runner(5, "intermediate", hard, race);
        for said in answers(&PAIN).into_iter().filter(|said| said.sleep_hours.is_none()) {
            let told = on_that_day(&example, said, |case| today(case, &doctrine));
            if told.action == Action::SeeAClinician {
                assert!(told.tips.is_empty(), "tips before a clinician: {said:?}");
            }
            let holds_back = |name| {
                rule(name).is_ok_and(|rule| matches!(rule.topic, Topic::Safety | Topic::Body))
            };
            let is_held = told.because.iter().any(|because| holds_back(because.rule.0));
            for tip in told.tips.iter().filter(|_| is_held) {
                let text = tip.text.to_lowercase();
                let odd = TOO_MUCH.iter().find(|word| text.contains(**word));
                assert_eq!(odd, None, "{}: {} {} {said:?}", tip.id, hard.name, race.name);
            }
        }
    }
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

const HEAD: &str = "\
# What today decides

Every combination of the last hard session, the last race, how sore the runner is, how long they
slept, on how many days a week they run, and their level, under the default doctrine. Written and
held by a test (`crates/planner/tests/decision_table.rs`), which also crosses it with pain and holds,
for every doctrine, that no cell prescribes running where it is not safe.

Columns are hours of sleep, rows are soreness out of ten; `?` is *not said*. Rows and columns that
decide alike stand together. `easy 35-50` is easy running of that many minutes, `recovery` a recovery
run, `rest` a day without running, `swap` something without impact instead. Any pain is `swap` up to 3
of 10 and `rest` from 4 on, unless something stricter stands here.
";

/// Who a grid is for: after which hard session, on how many days a week, at which level.
type Who = (Ran, usize, &'static str);
/// Days a week with levels, and the hard sessions after which a grid is for all of them.
type Together = (Vec<(usize, &'static str)>, Vec<&'static str>);

fn document() -> String {
    let doctrine = doctrine("evidence-first").unwrap();
    let mut text = HEAD.to_owned();
    for race in RACES {
        let mut grids: BTreeMap<String, Vec<Who>> = BTreeMap::new();
        for hard in HARD {
            for (days, _) in WEEKS {
                for level in LEVELS {
                    let cells = cells((days, level), (hard, race), &doctrine, &[None]);
                    grids.entry(grid(&cells)).or_default().push((hard, days, level));
                }
            }
        }
        write!(text, "\n## Last race: {}\n", race.name).unwrap();
        let mut grids: Vec<(String, Vec<Who>)> = grids.into_iter().collect();
        grids.sort_by_key(|(_, runners)| runners[0]);
        for (grid, runners) in grids {
            write!(text, "\n{}{grid}", who(&runners)).unwrap();
        }
    }
    text
}

/// Which runners a grid is for, a line for each set of hard sessions.
fn who(runners: &[Who]) -> String {
    let mut by_hard: BTreeMap<Ran, Vec<(usize, &'static str)>> = BTreeMap::new();
    for (hard, days, level) in runners {
        by_hard.entry(*hard).or_default().push((*days, level));
    }
    let mut together: Vec<Together> = Vec::new();
    for hard in HARD.iter().filter(|hard| by_hard.contains_key(hard)) {
        let own = by_hard[hard].clone();
        match together.iter_mut().find(|(known, _)| *known == own) {
            Some((_, names)) => names.push(hard.name),
            None => together.push((own, vec![hard.name])),
        }
    }
    let line = |(own, names): &Together| {
        let hard =
            if names.len() == HARD.len() { "whatever came last".into() } else { names.join(", ") };
        format!("- {hard}: {}\n", days_and_levels(own))
    };
    together.iter().map(line).collect()
}

fn days_and_levels(own: &[(usize, &str)]) -> String {
    let mut by_level: BTreeMap<Vec<usize>, Vec<&str>> = BTreeMap::new();
    for level in LEVELS {
        let days: Vec<usize> =
            own.iter().filter(|(_, of)| *of == level).map(|(days, _)| *days).collect();
        if !days.is_empty() {
            by_level.entry(days).or_default().push(level);
        }
    }
    let parts = by_level.into_iter().map(|(days, levels)| {
        let days: Vec<String> = days.iter().map(ToString::to_string).collect();
        let levels =
            if levels.len() == LEVELS.len() { "every level".to_owned() } else { levels.join(", ") };
        format!("{levels} on {} days a week", days.join(", "))
    });
    parts.collect::<Vec<_>>().join("; ")
}

/// Rows by soreness, columns by sleep; neighbours that are alike together.
fn grid(cells: &[Cell]) -> String {
    let rows: Vec<Vec<String>> =
        cells.chunks(SLEEP_HOURS.len()).map(|row| row.iter().map(in_short).collect()).collect();
    let column = |at: usize| rows.iter().map(|row| row[at].clone()).collect::<Vec<_>>();
    let columns: Vec<Vec<String>> = (0..SLEEP_HOURS.len()).map(column).collect();
    let said = |value: Option<f64>| value.map_or("?".to_owned(), |value| value.to_string());
    let hours = alike(&columns, |at| said(SLEEP_HOURS[at]));
    let sore = alike(&rows, |at| said(SORENESS[at].map(f64::from)));
    let mut text = String::from("\n| soreness |");
    for (_, label) in &hours {
        write!(text, " {label} h |").unwrap();
    }
    write!(text, "\n|---|{}\n", "---|".repeat(hours.len())).unwrap();
    for (row, label) in sore {
        write!(text, "| {label} |").unwrap();
        for (at, _) in &hours {
            write!(text, " {} |", rows[row][*at]).unwrap();
        }
        text += "\n";
    }
    text
}

/// The first of each group of equal lines, with the labels of all of them.
fn alike(lines: &[Vec<String>], label: impl Fn(usize) -> String) -> Vec<(usize, String)> {
    let mut groups: Vec<(usize, String)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        match groups.iter_mut().find(|(first, _)| lines[*first] == *line) {
            Some((_, labels)) => write!(labels, ", {}", label(at)).unwrap(),
            None => groups.push((at, label(at))),
        }
    }
    groups
}

fn in_short(cell: &Cell) -> String {
    let Some(session) = &cell.session else {
        return match cell.action {
            Action::SeeAClinician => "clinician",
            Action::Swap => "swap",
            _ => "rest",
        }
        .to_owned();
    };
    match session.minutes {
        (least, most) if least == most => format!("{} {most}", session.purpose),
        (least, most) => format!("{} {least}-{most}", session.purpose),
    }
}
