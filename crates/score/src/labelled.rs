//! The purposes of real runs against the labels that the runner's own titles give. The titles are
//! withheld; the whole export is the history.

use crate::{
    history::{self, History, Judged},
    shared_data,
    table::{Figure, Section, Table, clock, number, share},
};
use anyhow::Result;
use serde::Deserialize;
use std::{collections::BTreeMap, path::Path};
use training::{Profile, Purpose};

/// What there is to say about each disagreement, by the file's name.
const ARGUMENTS: &str = include_str!("../arguments.toml");

/// The labels by the file's name.
pub type Labels = BTreeMap<String, Label>;

/// One row of `labels.csv`.
#[derive(Debug, Deserialize)]
pub struct Label {
    file: String,
    title: String,
    #[serde(rename = "label")]
    word: String,
}

/// Which purposes agree with a label.
///
/// - `easy` (titles "END", "Z2"): any running that asks for no recovery. How short a recovery run
///   or how long a long run is, the title does not say; strides do not make an easy run hard.
///   `steady` does not agree: it says the run was faster than easy.
/// - `tempo`: sustained running near the threshold. A tempo that gets faster ("steady or
///   progressive count as tempo") is a progression, and a title without "intervals" may still be a
///   tempo with its warm-up. `steady` is slower than tempo and does not agree.
/// - `interval`: repeated hard stretches, on the flat, on hills or without a fixed pattern.
/// - `race`: races only.
/// - `warmup`, `cooldown`: whole files that hold nothing but the easy running around a session.
fn agreeing(label: &str) -> &'static [Purpose] {
    match label {
        "easy" => &[Purpose::Easy, Purpose::Recovery, Purpose::Long, Purpose::Strides],
        "tempo" => &[Purpose::Tempo, Purpose::Progression],
        "interval" => &[Purpose::Intervals, Purpose::Hills, Purpose::Fartlek],
        "race" => &[Purpose::Race],
        "warmup" | "cooldown" => {
            &[Purpose::Easy, Purpose::Recovery, Purpose::Walk, Purpose::Strides]
        }
        _ => &[],
    }
}

/// The share of labelled runs with streams whose purpose agrees with the label.
pub fn score() -> Result<Section> {
    let mut section = Section {
        title: "Purpose of labelled real runs",
        about: "One runner's export; the label is read from the runner's title, which everymile \
                does not see. Which purposes agree with which label, and why, is said in \
                `crates/score/src/labelled.rs`."
            .to_owned(),
        ..Section::default()
    };
    let Some((history, labels)) = history()? else { return Ok(section) };
    let labelled: Vec<(&Label, &Judged)> = labels
        .iter()
        .filter_map(|(file, label)| Some((label, recorded(&history, file)?)))
        .collect();
    let right = labelled.iter().filter(|(label, it)| agrees(label, it)).count();
    let agreement = share(right, labelled.len());
    section.figures.push(
        Figure::told("labelled.agreement", "labelled runs whose purpose agrees", agreement)
            .at_least(0.85),
    );
    section.tables.push(by_label(&labelled));
    section.tables.push(disagreements(&labelled)?);
    Ok(section)
}

/// The run that a file recorded: of several legs the one with most samples; `None` without streams.
fn recorded<'a>(history: &'a History, file: &str) -> Option<&'a Judged> {
    let runs = history.runs.iter().filter(|it| it.file == file && !it.run.samples.is_empty());
    runs.max_by_key(|it| it.run.samples.len())
}

/// The whole export, judged, and the labels of some of its runs; `None` without the shared data.
pub fn history() -> Result<Option<(History, Labels)>> {
    let Some(data) = shared_data() else { return Ok(None) };
    let folder = data.join("labelled/strava-export-ds/shared");
    let history =
        history::judge(history::runs_in(&folder.join("activities"))?, &Profile::default());
    Ok(Some((history, labels(&folder)?)))
}

fn labels(folder: &Path) -> Result<Labels> {
    let mut rows = csv::Reader::from_path(folder.join("labels.csv"))?;
    let mut labels = Labels::new();
    for row in rows.deserialize() {
        let row: Label = row?;
        if !row.word.is_empty() {
            labels.insert(row.file.trim_start_matches("activities/").to_owned(), row);
        }
    }
    Ok(labels)
}

fn by_label(labelled: &[(&Label, &Judged)]) -> Table {
    let mut table = Table::new("", &["label", "runs", "agree", "named"]);
    let mut groups: BTreeMap<&str, Vec<&(&Label, &Judged)>> = BTreeMap::new();
    for pair in labelled {
        groups.entry(&pair.0.word).or_default().push(pair);
    }
    for (label, runs) in groups {
        let mut named: BTreeMap<Purpose, usize> = BTreeMap::new();
        for (_, judged) in &runs {
            *named.entry(judged.named.inferred).or_default() += 1;
        }
        let words: Vec<String> =
            named.iter().map(|(word, count)| format!("{word} {count}")).collect();
        let right = runs.iter().filter(|(label, judged)| agrees(label, judged)).count();
        table.row([label.to_owned(), runs.len().to_string(), right.to_string(), words.join(", ")]);
    }
    table
}

fn disagreements(labelled: &[(&Label, &Judged)]) -> Result<Table> {
    let arguments: BTreeMap<String, String> = toml::from_str(ARGUMENTS)?;
    let mut table = Table::new(
        "Every disagreement, with the numbers and what there is to say for or against it:",
        &[
            "file", "label", "title", "named", "sure", "km", "pace", "hr", "of CS", "reason",
            "argued",
        ],
    );
    for (label, judged) in labelled.iter().filter(|(label, judged)| !agrees(label, judged)) {
        let named = &judged.named;
        let speed = named.distance.and_then(|distance| distance.over(named.moving));
        let critical = named.thresholds.critical_speed.map(|it| it.value.0);
        let pace = speed.and_then(training::MetresPerSecond::seconds_per_km);
        table.row([
            judged.file.clone(),
            label.word.clone(),
            label.title.replace('|', "/"),
            named.inferred.to_string(),
            format!("{:.2}", named.confidence),
            named.distance.map_or_else(String::new, |it| format!("{:.2}", it.km())),
            pace.map_or_else(String::new, clock),
            named.hr.map_or_else(String::new, |hr| format!("{:.0}", hr.0)),
            number(speed.zip(critical).map(|(speed, critical)| speed.0 / critical)),
            named.reason.clone(),
            arguments.get(&judged.file).cloned().unwrap_or_default(),
        ]);
    }
    Ok(table)
}

fn agrees(label: &Label, judged: &Judged) -> bool {
    agreeing(&label.word).contains(&judged.named.inferred)
}
