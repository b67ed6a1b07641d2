//! What is remembered of an activity that was read, written down: the activity in brief, and of a run
//! all that naming asks, so that no original is opened again when the runner is known better.

use super::{
    brief::{self, Brief},
    catalogue::Entry,
    naming::Unnamed,
};
use crate::{batches::in_batches, progress::Progress};
use logbook::{ActivityKind, ContentHash, Logbook, LogbookError, Stamp, Subject};
use purpose::Trace;
use serde::{Serialize, de::DeserializeOwned};
use training::Run;
use watch::Activity;

/// The version of everything inferred here.
pub const INFERENCE: &str = env!("EVERYMILE_INFERENCE");

/// The stage at which activities are told in brief.
pub const BRIEF: &str = "brief";
/// The stage at which runs tell of the runner.
const TRACE: &str = "trace";
/// Runs that have no name yet are numbers of two or four bytes, nearly all of it.
const NUMBER_BYTES: usize = 4;

/// An activity, written down.
#[derive(Debug)]
pub struct Remembered {
    /// Whether it is a run.
    pub kind: ActivityKind,
    brief: Vec<u8>,
    run: Option<RememberedRun>,
}

/// What is remembered of a run beside, written down.
#[derive(Debug)]
struct RememberedRun {
    unnamed: Vec<u8>,
    trace: Vec<u8>,
}

impl From<&Activity> for Remembered {
    fn from(activity: &Activity) -> Self {
        let brief = Brief::from(activity);
        let run = match activity {
            Activity::Run(run) => Some(RememberedRun::from(run)),
            Activity::Other(_) => None,
        };
        Self { kind: brief.kind(), brief: written(&brief), run }
    }
}

impl From<&Run> for RememberedRun {
    fn from(run: &Run) -> Self {
        let (heard, trace) = purpose::hear(run);
        let unnamed = written(&Unnamed::of(run, heard));
        Self { unnamed: logbook::pack_rows(&unnamed, NUMBER_BYTES), trace: written(&trace) }
    }
}

/// Remembers what an original holds, in order.
pub fn remember(
    book: &Logbook,
    hash: ContentHash,
    activities: &[Remembered],
) -> Result<(), LogbookError> {
    let made_from = hash.to_string();
    for (leg, activity) in (1..).zip(activities) {
        let id = logbook::run_id(hash, leg);
        book.remember(Subject::Activity(&id), BRIEF, stamp(&made_from), &activity.brief)?;
        if let Some(run) = &activity.run {
            book.remember_heard(&id, stamp(&made_from), &run.unnamed)?;
            book.remember(Subject::Activity(&id), TRACE, stamp(&made_from), &run.trace)?;
        }
    }
    Ok(())
}

/// A run that has no name yet, as it was written down; `None` where this version wrote none.
pub fn unnamed(book: &Logbook, entry: &Entry) -> Result<Option<Vec<u8>>, LogbookError> {
    book.recall_heard(&entry.id, stamp(&entry.original.to_string()))
}

/// What a run tells of the runner; read from its original where that is not remembered or damaged.
pub fn trace(book: &Logbook, entry: &Entry) -> Result<Trace, LogbookError> {
    let made_from = entry.original.to_string();
    let trace = book.recall(Subject::Activity(&entry.id), TRACE, stamp(&made_from))?;
    match trace.and_then(|body| read_back(&body)) {
        Some(trace) => Ok(trace),
        None => Ok(brief::trace(&book.bytes_of(entry.original)?, &entry.id)),
    }
}

/// A run that has no name yet, read back; `None` where it is damaged.
pub fn read_unnamed(body: &[u8]) -> Option<Unnamed> {
    let run = read_back(&logbook::unpack_rows(body, NUMBER_BYTES)?);
    run.filter(|run: &Unnamed| run.heard.is_whole())
}

/// What was inferred, written down.
pub fn written(inferred: &impl Serialize) -> Vec<u8> {
    postcard::to_extend(inferred, Vec::new()).expect("what is inferred is plain data")
}

/// What was written; `None` where another version wrote it.
pub fn read_back<Inferred: DeserializeOwned>(body: &[u8]) -> Option<Inferred> {
    postcard::from_bytes(body).ok()
}

/// What made it: this version, from facts with this hash.
pub const fn stamp(fingerprint: &str) -> Stamp<'_> {
    Stamp { version: INFERENCE, fingerprint }
}

/// Works on pieces in parallel and takes the results in order, each batch written at once. Nothing is
/// read after a read failed and nothing written after a write failed, which is what is told first.
pub fn write_in_batches<Piece: Send, Done: Send>(
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

#[cfg(test)]
mod tests {
    use super::*;
    use logbook::Original;
    use purpose::Heard;
    use training::{Date, Declaration, Metres, Sample, Seconds};

    /// A logbook with one run in it, and the run's entry.
    fn logbook() -> (Logbook, Entry, Run) {
        let book = Logbook::in_memory().unwrap();
        let monday = Date::constant(2026, 3, 2);
        let simulated = simulator::career(&simulator::runner(3), monday, 1).next().unwrap();
        let bytes = simulator::fit_bytes(&simulated.run);
        let original = Original::pack("a.fit".to_owned(), &bytes, Declaration::default());
        let Activity::Run(run) = watch::read(&bytes).unwrap().activities.remove(0) else {
            panic!("no run")
        };
        let activities = [Remembered::from(&Activity::Run(run.clone()))];
        book.keep(&original, &[ActivityKind::Run], jiff::Timestamp::UNIX_EPOCH).unwrap();
        remember(&book, original.hash(), &activities).unwrap();
        let entry = Entry {
            id: logbook::run_id(original.hash(), 1),
            original: original.hash(),
            file: "a.fit".into(),
            declared: None,
            date: run.start.date(),
        };
        (book, entry, run)
    }

    #[test]
    fn what_a_run_tells_is_remembered() {
        let (book, entry, run) = logbook();
        assert_eq!(trace(&book, &entry).unwrap(), Trace::of(&run));
    }

    #[test]
    fn what_a_run_tells_is_read_from_its_original_where_the_memory_of_it_is_damaged() {
        let (book, entry, run) = logbook();
        let made_from = entry.original.to_string();
        book.remember(Subject::Activity(&entry.id), TRACE, stamp(&made_from), &[255]).unwrap();
        assert_eq!(trace(&book, &entry).unwrap(), Trace::of(&run));
        book.forget_derived().unwrap();
        assert_eq!(trace(&book, &entry).unwrap(), Trace::of(&run));
    }

    #[test]
    fn a_run_with_a_cut_beyond_its_end_is_not_read_back() {
        let sample =
            |at| Sample { at: Seconds(at), distance: Some(Metres(3.0 * at)), ..Sample::default() };
        let two_minutes = (0..=120).map(|at| sample(f64::from(at))).collect();
        let (_, _, run) = logbook();
        let run = Run { samples: two_minutes, pauses: vec![], ..run };
        let mut body = written(&Unnamed::of(&run, Heard::of(&run)));
        let read = |body: &[u8]| read_unnamed(&logbook::pack_rows(body, NUMBER_BYTES));
        assert!(read(&body).is_some());
        // Its end is its last cut, and four zeros: no ascent, no cadence, no variation, no windows.
        let [.., last_cut, 0, 0, 0, 0] = &mut body[..] else { panic!("{body:?}") };
        assert_eq!(*last_cut, 120);
        *last_cut = 121;
        assert!(read(&body).is_none());
    }
}
