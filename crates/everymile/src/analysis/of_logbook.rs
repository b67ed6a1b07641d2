//! The history a logbook holds. What was inferred before is recalled; what is new, or was made by
//! another version or from other facts, is made again and remembered.

use super::{
    brief::{self, Brief},
    catalogue::{Catalogue, Entry},
    history::{Failed, Files, History},
};
use crate::{batches::Batches, progress::Progress};
use logbook::{Activity, ContentHash, Logbook, LogbookError, Stamp, Subject};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use training::{CrossTraining, Declared, DeclaredBy, NamedRun, Profile};

/// The version of everything inferred here.
const INFERENCE: &str = env!("EVERYMILE_INFERENCE");

const BRIEF: &str = "brief";
const NAMED: &str = "named";

/// Everything in the logbook, named.
pub fn history_of_logbook(book: &Logbook, profile: Profile) -> Result<History, LogbookError> {
    refresh_briefs(book)?;
    let (entries, cross_training) = recall_briefs(book)?;
    let catalogue = Catalogue::new(entries, profile);
    let named = name(book, &catalogue)?;
    let failed = book.failures()?.into_iter();
    let files = Files {
        read: book.originals()?.len(),
        failed: failed.map(|one| Failed { file: one.path, error: one.error }).collect(),
    };
    Ok(History::new(catalogue, named, cross_training, book.check_ins()?, files))
}

/// Remembers what an original holds, in brief.
pub fn remember_briefs(
    book: &Logbook,
    hash: ContentHash,
    briefs: &[Brief],
) -> Result<(), LogbookError> {
    for (leg, brief) in (1..).zip(briefs) {
        let body = written(brief);
        let id = logbook::run_id(hash, leg);
        book.remember(Subject::Activity(&id), BRIEF, stamp(&hash.to_string()), &body)?;
    }
    Ok(())
}

fn written(inferred: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(inferred).expect("what is inferred is plain data")
}

const fn stamp(fingerprint: &str) -> Stamp<'_> {
    Stamp { version: INFERENCE, fingerprint }
}

/// Reads again the originals whose briefs another version made, or that were never remembered.
fn refresh_briefs(book: &Logbook) -> Result<(), LogbookError> {
    let activities = book.activities()?;
    let mut stale = BTreeSet::new();
    for activity in &activities {
        if recall_brief(book, activity)?.is_none() {
            stale.insert(activity.original.to_string());
        }
    }
    let stale: Vec<ContentHash> = stale.iter().filter_map(|hash| hash.parse().ok()).collect();
    let progress = Progress::of_runs("reading again", stale.len());
    let work = |(hash, bytes): (ContentHash, Vec<u8>)| {
        let read = brief::read(&bytes, training::Declaration::default());
        (hash, read.map(|original| original.activities).unwrap_or_default())
    };
    let take = |(hash, briefs): (ContentHash, Vec<Brief>)| {
        let kinds: Vec<_> = briefs.iter().map(Brief::kind).collect();
        book.reread(hash, &kinds)?;
        remember_briefs(book, hash, &briefs)
    };
    let pieces = stale.iter().map(|&hash| Ok((hash, book.bytes_of(hash)?)));
    in_batches(book, &progress, pieces, |(_, bytes)| bytes.len(), work, take)
}

fn recall_briefs(book: &Logbook) -> Result<(Vec<Entry>, Vec<CrossTraining>), LogbookError> {
    let corrections = book.corrections()?;
    let (mut entries, mut cross_training) = (Vec::new(), Vec::new());
    for activity in book.activities()? {
        let Some(brief) = recall_brief(book, &activity)? else { continue };
        let digest = match brief {
            Brief::Run(digest) => digest,
            Brief::Other(other) => {
                cross_training.push(other);
                continue;
            }
        };
        let correction = corrections.get(&activity.id);
        let corrected = correction.map(|&purpose| Declared { purpose, by: DeclaredBy::Correction });
        let stated = purpose::declared(&book.declaration(activity.original)?);
        entries.push(Entry {
            file: book.original(activity.original)?.path,
            id: activity.id,
            declared: corrected.or(stated),
            digest,
        });
    }
    Ok((entries, cross_training))
}

fn recall_brief(book: &Logbook, activity: &Activity) -> Result<Option<Brief>, LogbookError> {
    let subject = Subject::Activity(&activity.id);
    let body = book.recall(subject, BRIEF, stamp(&activity.original.to_string()))?;
    Ok(body.and_then(|body| serde_json::from_slice(&body).ok()))
}

/// Names every run that counts.
fn name(book: &Logbook, catalogue: &Catalogue) -> Result<Vec<(usize, NamedRun)>, LogbookError> {
    let (mut named, mut stale) = (BTreeMap::new(), Vec::new());
    for (place, entry) in catalogue.counted() {
        let made_from = stamp(&catalogue.ability_of(entry).fingerprint);
        let body = book.recall(Subject::Activity(&entry.id), NAMED, made_from)?;
        match body.and_then(|body| serde_json::from_slice(&body).ok()) {
            Some(run) => drop(named.insert(place, run)),
            None => stale.push(place),
        }
    }
    let progress = Progress::of_runs("naming", stale.len());
    let work = |(place, bytes): (usize, Vec<u8>)| {
        let entry = &catalogue.entries[place];
        let ability = &catalogue.ability_of(entry).ability;
        let runs = brief::name(&bytes, |id| (*id == entry.id).then_some(ability));
        (place, runs.into_iter().next())
    };
    let take = |(place, run): (usize, Option<NamedRun>)| {
        let Some(run) = run else { return Ok(()) };
        let body = written(&run);
        let made_from = stamp(&catalogue.ability_of(&catalogue.entries[place]).fingerprint);
        book.remember(Subject::Activity(&run.id), NAMED, made_from, &body)?;
        named.insert(place, run);
        Ok(())
    };
    let pieces = stale.iter().map(|&place| {
        let activity = book.activity(&catalogue.entries[place].id)?;
        Ok((place, book.bytes_of(activity.original)?))
    });
    in_batches(book, &progress, pieces, |(_, bytes)| bytes.len(), work, take)?;
    Ok(named.into_iter().collect())
}

/// Works on pieces in parallel and takes the results in order, each batch written at once. The
/// first failure ends it.
fn in_batches<Piece: Send, Done: Send>(
    book: &Logbook,
    progress: &Progress,
    pieces: impl Iterator<Item = Result<Piece, LogbookError>>,
    size: impl Fn(&Piece) -> usize,
    work: impl Fn(Piece) -> Done + Sync,
    mut take: impl FnMut(Done) -> Result<(), LogbookError>,
) -> Result<(), LogbookError> {
    let mut outcome = Ok(());
    let mut batches = Batches::new(work, |done: Vec<Done>| {
        progress.advance(done.len() as u64);
        if outcome.is_ok() {
            outcome = book.begin().and_then(|batch| {
                done.into_iter().try_for_each(&mut take)?;
                batch.commit()
            });
        }
    });
    for piece in pieces {
        let piece = piece?;
        let size = size(&piece);
        batches.add(piece, size);
    }
    batches.finish();
    progress.finish();
    outcome
}
