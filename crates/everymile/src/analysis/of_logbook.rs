//! The history a logbook holds. What was inferred before is recalled; what is new, or was made by
//! another version or from other facts, is made again and remembered.

use super::{
    abilities::{Abilities, KnownWeeks},
    brief::{self, Brief},
    catalogue::{Catalogue, Entry},
    history::{Failed, Files, History, Named, Recorded},
    naming,
    remembered::{
        BRIEF, INFERENCE, Remembered, read_back, read_unnamed, remember, stamp, unnamed, written,
    },
};
use crate::{batches::in_batches, progress::Progress, seen};
use logbook::{Activity, ContentHash, Logbook, LogbookError, Subject};
use std::collections::BTreeMap;
use training::{Ability, CrossTraining, Date, NamedRun, Profile, RunId};

const NAMED: &str = "named";
const WEEKS: &str = "weeks";

/// Everything in the logbook, named. Where the history as it was known before still holds, only what
/// the runner said since is read.
pub fn history_of_logbook(
    book: &Logbook,
    profile: Profile,
    before: Option<&History>,
) -> Result<History, LogbookError> {
    let history = remembered(book, profile, before);
    if let Err(LogbookError::Damaged { .. }) = history {
        seen::forget(book)?;
    }
    history
}

fn remembered(
    book: &Logbook,
    profile: Profile,
    before: Option<&History>,
) -> Result<History, LogbookError> {
    let mark = book.originals_mark()?;
    let (corrections, check_ins) = (book.corrections()?.into_iter().collect(), book.check_ins()?);
    if let Some(before) = before.filter(|before| before.is_of(mark, &profile)) {
        return before.again(corrections, check_ins, |catalogue| named(book, catalogue));
    }
    let (recorded, named) = recorded(book, profile)?;
    Ok(History::new(recorded.marked(mark).into(), named, corrections, check_ins))
}

fn recorded(book: &Logbook, profile: Profile) -> Result<(Recorded, Named), LogbookError> {
    let mut recalled = Briefs::recall(book)?;
    if !recalled.stale.is_empty() {
        refresh_briefs(book, &recalled.stale)?;
        recalled = Briefs::recall(book)?;
    }
    let catalogue = Catalogue::new(recalled.entries, profile);
    let named = named(book, &catalogue)?;
    let failed = book.failures()?.into_iter();
    let files = Files {
        read: recalled.originals,
        failed: failed.map(|one| Failed { file: one.path, error: one.error }).collect(),
    };
    Ok((Recorded::new(catalogue, recalled.cross_training, files), named))
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
                    Some(Brief::Run(digest)) => briefs.entries.push(Entry {
                        file: paths.get(&original).cloned().unwrap_or_default(),
                        declared: if declared.contains(&original) {
                            purpose::declared(&book.declaration(original)?)
                        } else {
                            None
                        },
                        id,
                        digest,
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

/// A hash of all that decides how the runs are named: which there are, and what the runner said of
/// themselves.
fn fingerprint_of_all(catalogue: &Catalogue) -> String {
    let ids: Vec<&RunId> = catalogue.entries.iter().map(|entry| &entry.id).collect();
    let profile = serde_json::to_string(&catalogue.profile).ok();
    ContentHash::of(&written(&(ids, profile))).to_string()
}

/// The runs that were named before, at their places in the catalogue: from what each was made, and
/// the run.
type NamedBefore = Vec<Option<(String, NamedRun)>>;

/// Every run that counts, named. When all were named before from the very same runs, nothing need
/// be compared with what the runner could do in each week.
fn named(book: &Logbook, catalogue: &Catalogue) -> Result<Named, LogbookError> {
    let whole = fingerprint_of_all(catalogue);
    let mut before: NamedBefore = catalogue.entries.iter().map(|_| None).collect();
    book.recall_all(NAMED, INFERENCE, |id, made_from, body| {
        let Some(place) = catalogue.place_of_counted(id) else { return };
        before[place] = read_back(body).map(|run| (made_from.to_owned(), run));
    })?;
    let is_settled = book.recall(Subject::Whole, NAMED, stamp(&whole))?.is_some();
    if is_settled && catalogue.counted().all(|(place, _)| before[place].is_some()) {
        let run = |(place, before): (usize, Option<(String, NamedRun)>)| Some((place, before?.1));
        return Ok(before.into_iter().enumerate().filter_map(run).collect());
    }
    let named = name_anew(book, catalogue, before)?;
    book.remember(Subject::Whole, NAMED, stamp(&whole), &[])?;
    Ok(named)
}

/// Names every run that was not named before in the same light, and remembers its name.
fn name_anew(
    book: &Logbook,
    catalogue: &Catalogue,
    mut before: NamedBefore,
) -> Result<Named, LogbookError> {
    let weeks = book.recall(Subject::Whole, WEEKS, stamp(""))?;
    let weeks: KnownWeeks = weeks.and_then(|body| read_back(&body)).unwrap_or_default();
    let abilities = Abilities::of(catalogue, &weeks);
    book.remember(Subject::Whole, WEEKS, stamp(""), &written(&abilities.known()))?;
    let (mut named, mut stale) = (BTreeMap::new(), Vec::new());
    for (place, entry) in catalogue.counted() {
        let made_from = abilities.fingerprint(entry);
        match before[place].take().filter(|run| run.0 == made_from) {
            Some((_, run)) => drop(named.insert(place, run)),
            None => stale.push(place),
        }
    }
    let progress = Progress::of_runs("naming", stale.len());
    let work = |(place, body): (usize, Option<Vec<u8>>)| {
        let entry = &catalogue.entries[place];
        let unnamed = body.as_deref().and_then(read_unnamed);
        (place, unnamed.map(|run| naming::name(&run, &entry.id, abilities.ability(entry))))
    };
    let take = |(place, run): (usize, Option<NamedRun>)| {
        let entry = &catalogue.entries[place];
        let run = match run {
            None => from_original(book, entry, abilities.ability(entry))?,
            run => run,
        };
        let Some(run) = run else { return Ok(()) };
        let body = written(&run);
        let made_from = stamp(abilities.fingerprint(entry));
        book.remember(Subject::Activity(&run.id), NAMED, made_from, &body)?;
        named.insert(place, run);
        Ok(())
    };
    let pieces = stale.iter().map(|&place| {
        let activity = book.activity(&catalogue.entries[place].id)?;
        Ok((place, unnamed(book, &activity.id, activity.original)?))
    });
    let size = |(_, body): &(usize, Option<Vec<u8>>)| body.as_ref().map_or(0, Vec::len);
    write_in_batches(book, &progress, pieces, size, work, take)?;
    Ok(named.into_iter().collect())
}

/// Names a run of which nothing is remembered, as when what was remembered is damaged.
fn from_original(
    book: &Logbook,
    entry: &Entry,
    ability: &Ability,
) -> Result<Option<NamedRun>, LogbookError> {
    let bytes = book.bytes_of(book.activity(&entry.id)?.original)?;
    Ok(brief::name(&bytes, |id| (*id == entry.id).then_some(ability)).into_iter().next())
}

/// Works on pieces in parallel and takes the results in order, each batch written at once. Nothing is
/// read after a read failed and nothing written after a write failed, which is what is told first.
fn write_in_batches<Piece: Send, Done: Send>(
    book: &Logbook,
    progress: &Progress,
    mut pieces: impl Iterator<Item = Result<Piece, LogbookError>>,
    size: impl Fn(&Piece) -> usize,
    work: impl Fn(Piece) -> Done + Sync,
    mut take: impl FnMut(Done) -> Result<(), LogbookError>,
) -> Result<(), LogbookError> {
    let mut outcome = Ok(());
    let write = |done: Vec<Done>| {
        progress.advance(done.len() as u64);
        if outcome.is_ok() {
            outcome = book.begin().and_then(|batch| {
                done.into_iter().try_for_each(&mut take)?;
                batch.commit()
            });
        }
    };
    let read = in_batches(work, write, |add| {
        pieces.try_for_each(|piece| {
            let piece = piece?;
            let size = size(&piece);
            add(piece, size);
            Ok(())
        })
    });
    progress.finish();
    outcome.and(read)
}
