//! Purposes, reps, boundaries and abilities of simulated runners, whose truth is known.

use crate::{
    population::{self, Career, RUNNERS, WEEKS, Way},
    table::{Figure, Section, Table, number},
    tally::Tally,
    wrong,
};
use anyhow::Result;
use training::{Level, Purpose};

/// What is asked of the figures over all runners and ways.
pub fn score() -> Result<Section> {
    let careers = population::careers()?;
    let all = Tally::of(careers);
    wrong::write(careers)?;
    Ok(Section {
        title: "Simulated runners",
        about: format!(
            "{RUNNERS} runners from beginners to elites, {WEEKS} weeks each, with GPS noise, \
             heart-rate lag and drift, hills, stops and sensor faults; {} runs in all, with and \
             without laps and through FIT files. Boundaries into which the effort slides are left \
             out, for nobody could tell their second. Every run that was named or counted wrongly is \
             listed in `target/score/simulated-wrong.tsv`.",
            all.runs()
        ),
        figures: figures(&all),
        tables: vec![by_way(careers), by_level(careers), confusion(&all), calibration(&all)],
    })
}

fn figures(all: &Tally) -> Vec<Figure> {
    let told = Figure::told;
    vec![
        told("simulated.macro-f1", "purpose, macro-F1", all.macro_f1()).at_least(0.93),
        told("simulated.reps-exact", "runs with the exact number of reps", all.reps_exact())
            .at_least(0.95),
        told("simulated.boundary-f1", "boundaries of work within 5 s, F1", all.boundary_f1())
            .at_least(0.90),
        told("simulated.work-on-steady", "steady runs with work found", all.work_on_steady())
            .at_most(0.02),
        told("simulated.cs-error", "critical speed, mean error", all.critical_speed_error())
            .at_most(0.04),
        told("simulated.cs-bias", "critical speed, bias", all.critical_speed_bias()),
        told("simulated.hr-max-error", "heart-rate maximum, mean error in bpm", all.hr_max_error())
            .at_most(4.0),
        told("simulated.calibration", "calibration error", all.calibration_error()).at_most(0.08),
    ]
}

const HEAD: [&str; 9] = [
    "",
    "runs",
    "macro-F1",
    "reps exact",
    "boundary F1",
    "work on steady",
    "CS error",
    "hr max error",
    "calibration",
];

fn by_way(careers: &[Career]) -> Table {
    let mut table = Table::new("By the way the runs come:", &HEAD);
    for way in [Way::WithLaps, Way::WithoutLaps, Way::ThroughFit] {
        let tally = Tally::of(careers.iter().filter(|career| career.way == way));
        table.row(row(way.words(), &tally));
    }
    table
}

fn by_level(careers: &[Career]) -> Table {
    let mut table = Table::new("By level:", &HEAD);
    let levels = [
        (Level::Beginner, "beginners"),
        (Level::Intermediate, "intermediate"),
        (Level::Advanced, "advanced"),
        (Level::Elite, "elites"),
    ];
    for (level, words) in levels {
        let tally = Tally::of(careers.iter().filter(|career| career.runner.level == level));
        table.row(row(words, &tally));
    }
    table
}

fn row(words: &str, tally: &Tally) -> Vec<String> {
    let figures = [
        tally.macro_f1(),
        tally.reps_exact(),
        tally.boundary_f1(),
        tally.work_on_steady(),
        tally.critical_speed_error(),
        tally.hr_max_error(),
        tally.calibration_error(),
    ];
    let words = [words.to_owned(), tally.runs().to_string()];
    words.into_iter().chain(figures.into_iter().map(number)).collect()
}

fn confusion(all: &Tally) -> Table {
    let mut head = vec!["true ↓ named →"];
    head.extend(Purpose::ALL.map(Purpose::word));
    head.push("F1");
    let mut table = Table::new("What was named what:", &head);
    for real in Purpose::ALL {
        let counts = Purpose::ALL.map(|named| all.confusion(real, named));
        let cells = counts.map(|count| if count == 0 { "·".to_owned() } else { count.to_string() });
        let f1 = all.f1(real).map_or_else(|| "does not occur".to_owned(), |f1| format!("{f1:.3}"));
        table.row([real.to_string()].into_iter().chain(cells).chain([f1]));
    }
    table
}

fn calibration(all: &Tally) -> Table {
    let mut table = Table::new("Confidence and how often it is right:", &["sure", "right", "runs"]);
    for (sure, right, runs) in (0..10).filter_map(|bin| all.bin(bin)) {
        table.row([number(Some(sure)), number(Some(right)), runs.to_string()]);
    }
    table
}
