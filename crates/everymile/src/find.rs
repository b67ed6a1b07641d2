//! Which run is meant: the last one, those of a day, or one by the first letters of its name.

use crate::{analysis::History, failure::Failure, text::count};
use training::{Date, NamedRun, calendar::days_between};

/// The runs up to a day meant by `which`; at least one.
pub fn find<'a>(history: &'a History, on: Date, which: &str) -> Result<Vec<&'a NamedRun>, Failure> {
    let runs = history.runs_until(on);
    let Some(last) = runs.last() else { return Err(no_runs(history, on)) };
    if which == "last" {
        return Ok(vec![last]);
    }
    if let Ok(day) = which.parse::<Date>() {
        return on_day(runs, day);
    }
    by_name(runs, which)
}

/// The one run up to a day meant by `which`.
pub fn find_one<'a>(history: &'a History, on: Date, which: &str) -> Result<&'a NamedRun, Failure> {
    match find(history, on, which)?.as_slice() {
        [one] => Ok(one),
        several => Err(ambiguous(which, several)),
    }
}

/// A history without a run up to a day: there are none, or all are later.
pub fn no_runs(history: &History, on: Date) -> Failure {
    let what = format!("no runs yet: the logbook holds none up to {on}");
    let later: Vec<Date> = history.runs_after(on).map(NamedRun::date).collect();
    let (Some(first), Some(last)) = (later.first(), later.last()) else {
        return Failure::new(what, "read your files first: everymile import PATH");
    };
    let runs = count(later.len(), "run");
    let span = if first == last { format!("on {first}") } else { format!("{first} to {last}") };
    Failure::new(
        format!("{what}, and {runs} later ({span})"),
        format!("look from then: --on {last}"),
    )
}

fn on_day(runs: &[NamedRun], day: Date) -> Result<Vec<&NamedRun>, Failure> {
    let meant: Vec<_> = runs.iter().filter(|run| run.date() == day).collect();
    if !meant.is_empty() {
        return Ok(meant);
    }
    let nearest = runs.iter().min_by_key(|run| days_between(day, run.date()).abs());
    let nearest = nearest.map_or_else(String::new, describe);
    Err(Failure::new(format!("no run on {day}"), format!("the nearest is {nearest}")))
}

fn by_name<'a>(runs: &'a [NamedRun], which: &str) -> Result<Vec<&'a NamedRun>, Failure> {
    let wanted = which.to_lowercase();
    if let Some(run) = runs.iter().find(|run| run.id.0 == wanted) {
        return Ok(vec![run]);
    }
    let meant: Vec<_> = runs.iter().filter(|run| run.id.0.starts_with(&wanted)).collect();
    match meant.as_slice() {
        [_] => Ok(meant),
        [] => Err(unknown(runs, &wanted)),
        several => Err(ambiguous(which, several)),
    }
}

fn unknown(runs: &[NamedRun], which: &str) -> Failure {
    let nearest = runs.iter().max_by_key(|run| likeness(&run.id.0, which));
    let nearest = nearest.map_or_else(String::new, describe);
    let remedy = format!(
        "the nearest is {nearest}; or ask by date: everymile show YYYY-MM-DD, or: show last"
    );
    Failure::new(format!("no run is called '{which}'"), remedy)
}

fn ambiguous(which: &str, several: &[&NamedRun]) -> Failure {
    let names: Vec<String> = several.iter().take(5).map(|run| describe(run)).collect();
    Failure::new(
        format!("'{which}' means {} runs", several.len()),
        format!("say which by its id: {}", names.join("; ")),
    )
}

fn describe(run: &NamedRun) -> String {
    format!("{} ({}, {})", run.id, run.date(), run.purpose())
}

/// How many letters in a row agree from the start, then how many agree in their places.
fn likeness(name: &str, which: &str) -> (usize, usize) {
    let same = || name.chars().zip(which.chars()).map(|(one, other)| one == other);
    (same().take_while(|same| *same).count(), same().filter(|same| *same).count())
}
