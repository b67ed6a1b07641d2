//! The names of a logbook's runs. Those that were given before in the same light are recalled, the
//! others are given anew and remembered, batch by batch.

use super::{
    brief,
    capacities::{Capacities, KnownWeeks},
    catalogue::{Catalogue, Entry},
    history::Named,
    naming,
    remembered::{
        INFERENCE, read_back, read_unnamed, stamp, trace, unnamed, write_in_batches, written,
    },
};
use crate::progress::Progress;
use logbook::{ContentHash, Logbook, LogbookError, Subject};
use std::collections::HashMap;
use training::{NamedRun, RunId};

const NAMED: &str = "named";
const WEEKS: &str = "weeks";

/// Every run that counts, named. When all were named before from the very same runs, nothing need
/// be compared with what the runner could do in each week.
pub fn named(book: &Logbook, catalogue: &Catalogue) -> Result<Named, LogbookError> {
    let mut names: Vec<Option<NamedRun>> = catalogue.entries.iter().map(|_| None).collect();
    let mut lights = Lights::new();
    book.recall_all(NAMED, INFERENCE, |id, light, body| {
        let Some(place) = catalogue.place_of_counted(id) else { return };
        names[place] = read_back(body);
        if names[place].is_some() {
            lights.extend(light.parse().map(|light| (place, light)));
        }
    })?;
    let are_known = catalogue.counted().all(|(place, _)| names[place].is_some());
    let whole = fingerprint_of_all(catalogue);
    if !(are_known && are_settled(book, &whole)?) {
        name_anew(book, catalogue, &lights, |place, run| names[place] = run)?;
        settle(book, &whole)?;
    }
    Ok(names.into_iter().enumerate().filter_map(|(place, run)| Some((place, run?))).collect())
}

/// Names every run that counts, and holds none of them.
pub fn name(book: &Logbook, catalogue: &Catalogue) -> Result<(), LogbookError> {
    let whole = fingerprint_of_all(catalogue);
    if are_settled(book, &whole)? {
        return Ok(());
    }
    let mut lights = Lights::new();
    book.recall_all(NAMED, INFERENCE, |id, light, _| {
        let Some(place) = catalogue.place_of_counted(id) else { return };
        lights.extend(light.parse().map(|light| (place, light)));
    })?;
    name_anew(book, catalogue, &lights, |_, _| ())?;
    settle(book, &whole)
}

/// In which light runs were named before, by their places in the catalogue: what the runner could do
/// in its week, as a hash.
type Lights = HashMap<usize, ContentHash>;

/// Whether all runs were named when there were just these, of a runner who had said the same.
fn are_settled(book: &Logbook, whole: &str) -> Result<bool, LogbookError> {
    Ok(book.recall(Subject::Whole, NAMED, stamp(whole))?.is_some())
}

/// Remembers that they are.
fn settle(book: &Logbook, whole: &str) -> Result<(), LogbookError> {
    book.remember(Subject::Whole, NAMED, stamp(whole), &[])
}

/// A hash of all that decides how the runs are named: which there are, and what the runner said of
/// themselves.
fn fingerprint_of_all(catalogue: &Catalogue) -> String {
    let ids: Vec<&RunId> = catalogue.entries.iter().map(|entry| &entry.id).collect();
    let profile = serde_json::to_string(&catalogue.profile).ok();
    ContentHash::of(&written(&(ids, profile))).to_string()
}

/// Names every run that was not named before in the same light, and remembers its name. Each is handed
/// over with its place; `None` where nothing can be read of it any more.
fn name_anew(
    book: &Logbook,
    catalogue: &Catalogue,
    before: &Lights,
    mut hand_over: impl FnMut(usize, Option<NamedRun>),
) -> Result<(), LogbookError> {
    let weeks = book.recall(Subject::Whole, WEEKS, stamp(""))?;
    let weeks: KnownWeeks = weeks.and_then(|body| read_back(&body)).unwrap_or_default();
    let tell = |entry: &Entry| trace(book, entry);
    let mut capacities = Capacities::of(catalogue, &weeks, tell)?;
    book.remember(Subject::Whole, WEEKS, stamp(""), &written(&capacities.known()))?;
    let is_stale = |(place, entry): &(usize, &Entry)| {
        before.get(place).is_none_or(|light| Some(*light) != capacities.fingerprint(entry))
    };
    let stale: Vec<usize> = catalogue.counted().filter(is_stale).map(|(place, _)| place).collect();
    capacities.work_out(stale.iter().map(|&place| &catalogue.entries[place]), tell)?;
    let progress = Progress::of_runs("naming", stale.len());
    let work = |(place, body): (usize, Option<Vec<u8>>)| {
        let entry = &catalogue.entries[place];
        let (run, capacity) = (body.as_deref().and_then(read_unnamed), capacities.capacity(entry));
        (place, run.zip(capacity).map(|(run, capacity)| naming::name(&run, &entry.id, capacity)))
    };
    let take = |(place, run): (usize, Option<NamedRun>)| {
        let entry = &catalogue.entries[place];
        let run = match run {
            None => from_original(book, entry, &capacities)?,
            run => run,
        };
        if let Some((run, light)) = run.as_ref().zip(capacities.fingerprint(entry)) {
            let made_from = light.to_string();
            book.remember(Subject::Activity(&run.id), NAMED, stamp(&made_from), &written(run))?;
        }
        hand_over(place, run);
        Ok(())
    };
    let pieces = stale.iter().map(|&place| Ok((place, unnamed(book, &catalogue.entries[place])?)));
    let size = |(_, body): &(usize, Option<Vec<u8>>)| body.as_ref().map_or(0, Vec::len);
    write_in_batches(book, &progress, pieces, size, work, take)
}

/// Names a run of which nothing is remembered, as when what was remembered is damaged.
fn from_original(
    book: &Logbook,
    entry: &Entry,
    capacities: &Capacities<'_>,
) -> Result<Option<NamedRun>, LogbookError> {
    let bytes = book.bytes_of(entry.original)?;
    let capacity = |id: &RunId| capacities.capacity(entry).filter(|_| *id == entry.id);
    Ok(brief::name(&bytes, capacity).into_iter().next())
}
