//! The tables of an export, for a spreadsheet: one row for each run, one for each day.

use crate::view::Run;
use std::collections::BTreeMap;
use training::{CheckIn, Question, Standing};

/// Every run as CSV, oldest first: metres, seconds, beats a minute; empty where nothing is known.
pub fn runs(runs: &[Run]) -> String {
    let columns = [
        "date",
        "id",
        "file",
        "distance_m",
        "moving_s",
        "elapsed_s",
        "hr_bpm",
        "purpose",
        "confidence",
        "inferred",
        "purposeful_m",
        "questionable_m",
        "junk_m",
        "cannot_tell_m",
        "reason",
    ];
    table(columns.map(str::to_owned).to_vec(), runs.iter().map(run))
}

fn run(run: &Run) -> Vec<String> {
    let mut standing = BTreeMap::<Standing, f64>::new();
    for segment in &run.segments {
        *standing.entry(segment.standing).or_default() += segment.distance_m.unwrap_or_default();
    }
    let metres =
        |of: Standing| standing.get(&of).map(|metres| format!("{metres:.1}")).unwrap_or_default();
    let number = |number: Option<f64>| number.map(|it| it.to_string()).unwrap_or_default();
    vec![
        run.local_start.get(..10).unwrap_or_default().to_owned(),
        run.id.0.clone(),
        run.file.clone(),
        number(run.distance_m),
        number(run.moving_s),
        number(run.elapsed_s),
        number(run.hr_bpm),
        run.purpose.to_string(),
        run.confidence.to_string(),
        run.inferred.to_string(),
        metres(Standing::Purposeful),
        metres(Standing::Questionable),
        metres(Standing::Junk),
        metres(Standing::CannotTell),
        run.reason.clone(),
    ]
}

/// What is said of every day as CSV, in the columns that a table of days is read by.
pub fn check_ins(days: &[CheckIn]) -> String {
    let words = Question::all().map(|question| question.word().replace('-', "_"));
    let columns = [String::from("date")].into_iter().chain(words).collect();
    let day = |said: &CheckIn| {
        let answers = Question::all().map(|question| question.answer(said).unwrap_or_default());
        [said.date.to_string()].into_iter().chain(answers).collect()
    };
    table(columns, days.iter().map(day))
}

fn table(columns: Vec<String>, rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in std::iter::once(columns).chain(rows) {
        writer.write_record(row).expect("memory takes every row");
    }
    let bytes = writer.into_inner().expect("memory takes every row");
    String::from_utf8(bytes).expect("rows of text are text")
}
