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
use crate::{duplicates::Outline, progress::Progress, seen};
use logbook::{Activity, ContentHash, Logbook, LogbookError};
use training::{CrossTraining, Date, NamedRun, Profile, RunId};

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
        let recorded = recorded(book, profile, Paths::OfAll)?.marked(mark);
        let named = names::named(book, recorded.catalogue())?;
        let told = told(book, recorded.catalogue(), on)?.into();
        Ok(History::new(recorded.into(), told, named, corrections, check_ins))
    })
}

/// Names everything in the logbook and holds no name of it, so that a hundred years take little more
/// memory than one.
pub fn name_logbook(book: &Logbook, profile: Profile) -> Result<Recorded, LogbookError> {
    unless_damaged(book, || {
        let recorded = recorded(book, profile, Paths::OfCopies)?;
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

/// Whose paths are asked for.
#[derive(Debug, Clone, Copy)]
enum Paths {
    OfAll,
    /// Of runs that were found several times.
    OfCopies,
}

fn recorded(book: &Logbook, profile: Profile, paths: Paths) -> Result<Recorded, LogbookError> {
    let mut recalled = Briefs::recall(book)?;
    if !recalled.stale.is_empty() {
        refresh_briefs(book, &recalled.stale)?;
        recalled = Briefs::recall(book)?;
    }
    let mut catalogue = Catalogue::new(recalled.runs, profile);
    note_declared(book, &mut catalogue)?;
    let read = note_paths(book, &mut catalogue, paths)?;
    let failed = book.failures()?.into_iter();
    let files = Files {
        read,
        failed: failed.map(|one| Failed { file: one.path, error: one.error }).collect(),
    };
    Ok(Recorded::new(catalogue, recalled.cross_training, files))
}

/// Notes what exports say that runs were for.
fn note_declared(book: &Logbook, catalogue: &mut Catalogue) -> Result<(), LogbookError> {
    for original in book.declared_originals()? {
        let runs = catalogue.places_in(original);
        if !runs.is_empty() {
            let declared = purpose::declared(&book.declaration(original)?);
            catalogue.entries[runs].iter_mut().for_each(|run| run.declared = declared);
        }
    }
    Ok(())
}

/// Notes where runs were found, and counts the originals there are.
fn note_paths(
    book: &Logbook,
    catalogue: &mut Catalogue,
    paths: Paths,
) -> Result<usize, LogbookError> {
    let is_asked_for = match paths {
        Paths::OfAll => vec![true; catalogue.entries.len()],
        Paths::OfCopies => catalogue.are_copied(),
    };
    let mut originals = 0;
    book.each_first_path(|original, path| {
        originals += 1;
        for place in catalogue.places_in(original).filter(|place| is_asked_for[*place]) {
            catalogue.entries[place].file = path.into();
        }
    })?;
    Ok(originals)
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

/// By what some runs are recognised in other copies.
pub fn outlines_of(book: &Logbook, runs: &[&NamedRun]) -> Result<Vec<Outline>, LogbookError> {
    let mut outlines = Vec::new();
    book.recall_all(BRIEF, INFERENCE, |id, _, body| match read_back(body) {
        Some(Brief::Run(outline)) if runs.iter().any(|run| run.id.0 == id) => {
            outlines.push(outline);
        }
        _ => {}
    })?;
    Ok(outlines)
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
    runs: Vec<(Entry, Outline)>,
    cross_training: Vec<CrossTraining>,
    /// The originals to be read again, in order.
    stale: Vec<ContentHash>,
}

impl Briefs {
    fn recall(book: &Logbook) -> Result<Self, LogbookError> {
        book.reading(|| {
            let mut briefs = Self::default();
            book.recall_beside(BRIEF, INFERENCE, |activity, body| {
                briefs.take(activity, body.and_then(read_back));
            })?;
            briefs.stale.dedup();
            Ok(briefs)
        })
    }

    fn take(&mut self, Activity { id, original, .. }: Activity, brief: Option<Brief>) {
        match brief {
            None => self.stale.push(original),
            Some(Brief::Other(other)) => self.cross_training.push(other),
            Some(Brief::Run(outline)) => {
                let (file, declared, date) = (Box::default(), None, outline.start.date());
                self.runs.push((Entry { id, original, file, declared, date }, outline));
            }
        }
    }
}
