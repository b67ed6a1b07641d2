//! The history a logbook holds. What was inferred before is recalled; what is new, or was made by
//! another version or from other facts, is made again and remembered.

use super::{
    brief::{self, Brief},
    catalogue::{Catalogue, Entry},
    history::{Failed, Files, History, Recorded},
    names,
    remembered::{BRIEF, INFERENCE, Remembered, read_back, remember, trace, write_in_batches},
    told::Told,
};
use crate::{progress::Progress, seen};
use logbook::{Activity, ContentHash, Logbook, LogbookError};
use training::{CrossTraining, Date, Profile, RunId};

/// Everything in the logbook, named, as it is asked for on a day. Where the history as it was known before still holds, only what
/// the runner said since is read.
pub fn history_of_logbook(
    book: &Logbook,
    profile: Profile,
    on: Date,
    before: Option<&History>,
) -> Result<History, LogbookError> {
    unless_damaged(book, || {
        let mark = book.originals_mark()?;
        let corrections = book.corrections()?.into_iter().collect();
        let check_ins = book.check_ins()?;
        if let Some(before) = before.filter(|before| before.is_of(mark, &profile)) {
            let told = match before.told_of(on) {
                Some(told) => told,
                None => told(book, before.catalogue(), on)?.into(),
            };
            let named = |catalogue: &Catalogue| names::named(book, catalogue);
            return before.again(told, corrections, check_ins, named);
        }
        let recorded = recorded(book, profile)?.marked(mark);
        let named = names::named(book, recorded.catalogue())?;
        let told = told(book, recorded.catalogue(), on)?.into();
        Ok(History::new(recorded.into(), told, named, corrections, check_ins))
    })
}

/// Names everything in the logbook and holds no name of it, so that a hundred years take little more
/// memory than one.
pub fn name_logbook(book: &Logbook, profile: Profile) -> Result<Recorded, LogbookError> {
    unless_damaged(book, || {
        let recorded = recorded(book, profile)?;
        names::name(book, recorded.catalogue())?;
        Ok(recorded)
    })
}

/// An original that is damaged is mended by its file, which is to be opened again.
fn unless_damaged<Read>(
    book: &Logbook,
    read: impl FnOnce() -> Result<Read, LogbookError>,
) -> Result<Read, LogbookError> {
    let read = read();
    if let Err(LogbookError::Damaged { .. }) = read {
        seen::forget(book)?;
    }
    read
}

fn recorded(book: &Logbook, profile: Profile) -> Result<Recorded, LogbookError> {
    let mut recalled = Briefs::recall(book)?;
    if !recalled.stale.is_empty() {
        refresh_briefs(book, &recalled.stale)?;
        recalled = Briefs::recall(book)?;
    }
    let catalogue = Catalogue::new(recalled.entries, profile);
    let failed = book.failures()?.into_iter();
    let files = Files {
        read: recalled.originals,
        failed: failed.map(|one| Failed { file: one.path, error: one.error }).collect(),
    };
    Ok(Recorded::new(catalogue, recalled.cross_training, files))
}

/// What the runs around a day tell, and those around the day of the last run until then: who has not
/// run of late is looked at from there.
fn told(book: &Logbook, catalogue: &Catalogue, on: Date) -> Result<Told, LogbookError> {
    let mut told = Told::default();
    let last_run = catalogue.last_day_until(on).unwrap_or(on);
    told.listen(catalogue, (last_run, on), |entry| trace(book, entry))?;
    Ok(told)
}

/// The names of what else was trained on a day.
pub fn others_on(book: &Logbook, day: Date) -> Result<Vec<RunId>, LogbookError> {
    let mut names = Vec::new();
    book.recall_all(BRIEF, INFERENCE, |id, _, body| match read_back(body) {
        Some(Brief::Other(other)) if other.start.date() == day => names.push(RunId(id.to_owned())),
        _ => {}
    })?;
    Ok(names)
}

/// Reads again the originals whose briefs another version made, or that were never remembered.
fn refresh_briefs(book: &Logbook, stale: &[ContentHash]) -> Result<(), LogbookError> {
    let progress = Progress::of_runs("reading again", stale.len());
    let work = |(hash, bytes): (ContentHash, Vec<u8>)| {
        let read = brief::read(&bytes, training::Declaration::default());
        let activities = read.map(|original| original.activities).unwrap_or_default();
        (hash, activities.iter().map(Remembered::from).collect())
    };
    let take = |(hash, activities): (ContentHash, Vec<Remembered>)| {
        let kinds: Vec<_> = activities.iter().map(|activity| activity.kind).collect();
        book.reread(hash, &kinds)?;
        remember(book, hash, &activities)
    };
    let pieces = stale.iter().map(|&hash| Ok((hash, book.bytes_of(hash)?)));
    write_in_batches(book, &progress, pieces, |(_, bytes)| bytes.len(), work, take)
}

/// What was read of every original before, in brief.
#[derive(Default)]
struct Briefs {
    /// How many originals there are.
    originals: usize,
    entries: Vec<Entry>,
    cross_training: Vec<CrossTraining>,
    /// The originals to be read again, in order.
    stale: Vec<ContentHash>,
}

impl Briefs {
    fn recall(book: &Logbook) -> Result<Self, LogbookError> {
        book.reading(|| {
            let mut activities = book.activities()?;
            activities.sort_by(|one, two| one.id.cmp(&two.id));
            let recalled = recalled(book, &activities)?;
            let paths = book.first_paths()?;
            let mut briefs = Self { originals: paths.len(), ..Self::default() };
            let declared = book.declared_originals()?;
            for (Activity { id, original, .. }, brief) in activities.into_iter().zip(recalled) {
                match brief {
                    None => briefs.stale.push(original),
                    Some(Brief::Other(other)) => briefs.cross_training.push(other),
                    Some(Brief::Run(outline)) => briefs.entries.push(Entry {
                        file: paths.get(&original).cloned().unwrap_or_default(),
                        declared: if declared.contains(&original) {
                            purpose::declared(&book.declaration(original)?)
                        } else {
                            None
                        },
                        id,
                        original,
                        outline,
                    }),
                }
            }
            briefs.stale.dedup();
            Ok(briefs)
        })
    }
}

/// What was read of each activity before, in brief; `None` where it was read from other bytes, or by
/// another version. The activities are in the order of their names.
fn recalled(book: &Logbook, activities: &[Activity]) -> Result<Vec<Option<Brief>>, LogbookError> {
    let mut briefs: Vec<Option<Brief>> = activities.iter().map(|_| None).collect();
    book.recall_all(BRIEF, INFERENCE, |id, original, body| {
        let place = activities.binary_search_by(|activity| activity.id.0.as_str().cmp(id));
        let Ok(place) = place else { return };
        if original.parse() == Ok(activities[place].original) {
            briefs[place] = read_back(body);
        }
    })?;
    Ok(briefs)
}
