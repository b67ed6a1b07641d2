//! Purposes, reps, boundaries and abilities of simulated runners, whose truth is known.

use crate::{
    matching::work_of,
    population::{self, Career, RUNNERS, WEEKS, Way},
    repository,
    table::{Asked, Figure, Section, Table, number},
    tally::Tally,
};
use anyhow::Result;
use std::fs;
use training::{Level, Purpose};

/// What is asked of the figures over all runners and ways.
pub fn score() -> Result<Section> {
    let careers = population::careers()?;
    let all = Tally::of(careers);
    write_wrong(careers)?;
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

/// Writes every run that was named wrongly, or whose reps were counted wrongly, for who wants to
/// see why.
fn write_wrong(careers: &[Career]) -> Result<()> {
    let folder = repository().join("target/score");
    fs::create_dir_all(&folder)?;
    let mut list =
        csv::WriterBuilder::new().delimiter(b'\t').from_path(folder.join("simulated-wrong.tsv"))?;
    list.write_record([
        "run", "way", "level", "true", "named", "sure", "reps", "found", "km", "reason",
    ])?;
    for (career, told) in
        careers.iter().flat_map(|career| career.runs.iter().map(move |told| (career, told)))
    {
        let found = work_of(&told.named.segments).len();
        if told.truth.purpose == told.named.inferred && told.truth.reps == found {
            continue;
        }
        list.write_record([
            told.named.id.to_string(),
            career.way.words().to_owned(),
            format!("{:?}", career.runner.level),
            told.truth.purpose.to_string(),
            told.named.inferred.to_string(),
            format!("{:.2}", told.named.confidence),
            told.truth.reps.to_string(),
            found.to_string(),
            format!("{:.1}", told.facts.km),
            told.named.reason.clone(),
        ])?;
    }
    Ok(list.flush()?)
}

fn figures(all: &Tally) -> Vec<Figure> {
    let figure = |name, what, value, asked| Figure { name, what, value, asked };
    let (least, most) = (Asked::AtLeast, Asked::AtMost);
    vec![
        figure("simulated.macro-f1", "purpose, macro-F1", all.macro_f1(), least(0.93)),
        figure(
            "simulated.reps-exact",
            "runs with the exact number of reps",
            all.reps_exact(),
            least(0.95),
        ),
        figure(
            "simulated.boundary-f1",
            "boundaries of work within 5 s, F1",
            all.boundary_f1(),
            least(0.90),
        ),
        figure(
            "simulated.work-on-steady",
            "steady runs in which work is found",
            all.work_on_steady(),
            most(0.02),
        ),
        figure(
            "simulated.critical-speed-error",
            "critical speed, mean error (share)",
            all.critical_speed_error(),
            most(0.04),
        ),
        figure(
            "simulated.critical-speed-bias",
            "critical speed, bias (share)",
            all.critical_speed_bias(),
            Asked::Told,
        ),
        figure(
            "simulated.hr-max-error",
            "heart-rate maximum, mean error (bpm)",
            all.hr_max_error(),
            most(4.0),
        ),
        figure(
            "simulated.calibration-error",
            "calibration error of confidence",
            all.calibration_error(),
            most(0.08),
        ),
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
