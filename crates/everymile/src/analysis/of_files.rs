//! A history straight from files, without a logbook. The files are read twice: once to know the
//! runner, once to name the runs; nothing but briefs and names is held in between.

use super::{
    brief::{self, Brief},
    capacities::{Capacities, KnownWeeks},
    catalogue::{Catalogue, Corrections, Entry},
    history::{Failed, Files, History, Recorded},
};
use crate::{
    batches::in_batches,
    progress::Progress,
    sources::{self, Found, Source, Step},
};
use logbook::{ContentHash, run_id};
use std::collections::{BTreeMap, HashMap};
use training::{CheckIn, CrossTraining, Date, Declared, NamedRun, Profile, RunId};

/// Reads and names everything in `files`.
pub fn history_of_files(files: &[Source], profile: Profile) -> History {
    let size = sources::size(files);
    let gathered = gather(files, &Progress::of_bytes("reading", size));
    let catalogue = Catalogue::new(gathered.entries, profile);
    let named = name(files, &catalogue, &Progress::of_bytes("judging", size));
    let check_ins = gathered.check_ins.into_values().collect();
    let Gathered { cross_training, files, .. } = gathered;
    let recorded = Recorded::new(catalogue, cross_training, files);
    History::new(recorded.into(), named, Corrections::new(), check_ins)
}

#[derive(Default)]
struct Gathered {
    entries: Vec<Entry>,
    cross_training: Vec<CrossTraining>,
    check_ins: BTreeMap<Date, CheckIn>,
    files: Files,
}

/// A path, and what was found there.
type Seen = (String, Result<SeenOriginal, String>);

/// An original in brief.
struct SeenOriginal {
    hash: ContentHash,
    declared: Option<Declared>,
    briefs: Vec<Brief>,
    check_ins: Vec<CheckIn>,
}

fn gather(files: &[Source], progress: &Progress) -> Gathered {
    let mut gathered = Gathered::default();
    let take = |seen: Vec<Seen>| seen.into_iter().for_each(|one| gathered.take(one));
    in_batches(see, take, |add| walk(files, progress, add));
    gathered
}

fn name(files: &[Source], catalogue: &Catalogue, progress: &Progress) -> Vec<(usize, NamedRun)> {
    let places: HashMap<&RunId, usize> =
        catalogue.counted().map(|(place, entry)| (&entry.id, place)).collect();
    let capacities = Capacities::of(catalogue, &KnownWeeks::new());
    let capacity = |id: &RunId| {
        let place = places.get(id)?;
        Some(capacities.capacity(&catalogue.entries[*place]))
    };
    let work = |found: Found| {
        found.original.map(|original| brief::name(&original.bytes, capacity)).unwrap_or_default()
    };
    let mut named = BTreeMap::new();
    let take = |done: Vec<Vec<NamedRun>>| {
        named.extend(done.into_iter().flatten().map(|run| (places[&run.id], run)));
    };
    in_batches(work, take, |add| walk(files, progress, add));
    named.into_iter().collect()
}

fn walk(files: &[Source], progress: &Progress, add: &mut dyn FnMut(Found, usize)) {
    sources::each(files, &mut |step| match step {
        Step::Opened(_) => {}
        Step::Read(bytes) => progress.advance(bytes),
        Step::Found(found) => {
            let size = found.original.as_ref().map_or(0, |original| original.bytes.len());
            add(found, size);
        }
    });
    progress.finish();
}

fn see(found: Found) -> Seen {
    let seen = found.original.and_then(|original| {
        let read = brief::read(&original.bytes, original.declaration)?;
        Ok(SeenOriginal {
            hash: ContentHash::of(&original.bytes),
            declared: purpose::declared(&read.declaration),
            briefs: read.activities.iter().map(Brief::from).collect(),
            check_ins: read.check_ins,
        })
    });
    (found.path, seen.map_err(|unreadable| unreadable.to_string()))
}

impl Gathered {
    fn take(&mut self, (file, seen): Seen) {
        match seen {
            Err(error) => self.files.failed.push(Failed { file, error }),
            Ok(original) => {
                self.files.read += 1;
                self.take_days(&original.check_ins);
                self.take_activities(&file, original);
            }
        }
    }

    fn take_days(&mut self, told: &[CheckIn]) {
        for told in told {
            let day = self.check_ins.entry(told.date);
            day.or_insert_with(|| CheckIn::on(told.date)).add(told.clone());
        }
    }

    fn take_activities(&mut self, file: &str, original: SeenOriginal) {
        let SeenOriginal { hash, declared, briefs, .. } = original;
        for (leg, brief) in (1..).zip(briefs) {
            match brief {
                Brief::Other(other) => self.cross_training.push(other),
                Brief::Run(digest) => self.entries.push(Entry {
                    id: run_id(hash, leg),
                    file: file.to_owned(),
                    declared,
                    digest,
                }),
            }
        }
    }
}
