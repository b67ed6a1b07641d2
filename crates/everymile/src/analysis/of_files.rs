//! A history straight from files, without a logbook. The files are read twice: once to know the
//! runner, once to name the runs; nothing but briefs and names is held in between.

use super::{
    brief::{self, Brief},
    capacities::{Capacities, KnownWeeks},
    catalogue::{Catalogue, Corrections, Entry},
    history::{Failed, Files, History, Recorded},
    told::Told,
};
use crate::{
    batches::in_batches,
    duplicates::Outline,
    progress::Progress,
    sources::{self, Found, Sources, Step},
};
use logbook::{ContentHash, run_id};
use purpose::Trace;
use std::{
    collections::{BTreeMap, HashMap},
    convert::Infallible,
};
use training::{CheckIn, CrossTraining, Date, Declared, NamedRun, Profile, RunId};
use watch::Activity;

/// Reads and names everything in `files`.
pub fn history_of_files(files: &Sources, profile: Profile) -> History {
    let size = files.size();
    let gathered = gather(files, &Progress::of_bytes("reading", size));
    let catalogue = Catalogue::new(gathered.runs, profile);
    let Gathered { traces, check_ins, cross_training, files: read, .. } = gathered;
    let tell = |entry: &Entry| Ok::<Trace, Infallible>(traces[&entry.id].clone());
    let Ok(capacities) = Capacities::of(&catalogue, &KnownWeeks::new(), tell);
    let named = name(files, &catalogue, &capacities, &Progress::of_bytes("judging", size));
    let Ok(told) = Told::by_all(&catalogue, tell);
    let recorded = Recorded::new(catalogue, cross_training, read);
    let check_ins = check_ins.into_values().collect();
    History::new(recorded.into(), told.into(), named, Corrections::new(), check_ins)
}

#[derive(Default)]
struct Gathered {
    runs: Vec<(Entry, Outline)>,
    traces: HashMap<RunId, Trace>,
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
    activities: Vec<(Brief, Option<Trace>)>,
    check_ins: Vec<CheckIn>,
}

fn gather(files: &Sources, progress: &Progress) -> Gathered {
    let mut gathered = Gathered::default();
    let take = |seen: Vec<Seen>| seen.into_iter().for_each(|one| gathered.take(one));
    in_batches(see, take, |add| walk(files, progress, add));
    gathered
}

fn name(
    files: &Sources,
    catalogue: &Catalogue,
    capacities: &Capacities<'_>,
    progress: &Progress,
) -> Vec<(usize, NamedRun)> {
    let places: HashMap<&RunId, usize> =
        catalogue.counted().map(|(place, entry)| (&entry.id, place)).collect();
    let capacity = |id: &RunId| capacities.capacity(&catalogue.entries[*places.get(id)?]);
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

fn walk(files: &Sources, progress: &Progress, add: &mut dyn FnMut(Found, usize)) {
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
            activities: read.activities.iter().map(in_brief).collect(),
            check_ins: read.check_ins,
        })
    });
    (found.path, seen.map_err(|unreadable| unreadable.to_string()))
}

/// An activity in brief, and what a run tells of the runner.
fn in_brief(activity: &Activity) -> (Brief, Option<Trace>) {
    let trace = match activity {
        Activity::Run(run) => Some(Trace::of(run)),
        Activity::Other(_) => None,
    };
    (Brief::from(activity), trace)
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
        let SeenOriginal { hash, declared, activities, .. } = original;
        for (leg, (brief, trace)) in (1..).zip(activities) {
            let id = run_id(hash, leg);
            self.traces.extend(trace.map(|trace| (id.clone(), trace)));
            match brief {
                Brief::Other(other) => self.cross_training.push(other),
                Brief::Run(outline) => {
                    let (file, date) = (file.into(), outline.start.date());
                    self.runs.push((Entry { id, original: hash, file, declared, date }, outline));
                }
            }
        }
    }
}
