//! A runner's history: every run named, in order, settled among its neighbours. What the rulebook
//! judges and everything shown is made from.

use super::catalogue::Catalogue;
use std::collections::BTreeMap;
use training::{
    Ability, CheckIn, CrossTraining, Date, Declared, DeclaredBy, NamedRun, Planned, Profile, RunId,
};

/// A runner's history.
#[derive(Debug)]
pub struct History {
    /// The runs that count, oldest first.
    pub runs: Vec<NamedRun>,
    /// What else was trained, oldest first.
    pub cross_training: Vec<CrossTraining>,
    /// What the runner said of days, and what exports tell of them, oldest first.
    pub check_ins: Vec<CheckIn>,
    /// The sessions meant for each day, oldest first; empty without a plan.
    pub planned: Vec<Planned>,
    /// Runs dated later than today, oldest first: a watch lost its clock, or this machine did. They
    /// are kept and count from their day on.
    pub to_come: Vec<NamedRun>,
    /// What became of the files.
    pub files: Files,
    catalogue: Catalogue,
    paths: BTreeMap<RunId, String>,
}

/// What became of the files.
#[derive(Debug, Default, Clone)]
pub struct Files {
    /// How many originals were read.
    pub read: usize,
    /// Those that could not be read.
    pub failed: Vec<Failed>,
}

/// A file that could not be read.
#[derive(Debug, Clone)]
pub struct Failed {
    /// The path as found.
    pub file: String,
    /// What is wrong, and what to do.
    pub error: String,
}

/// A copy of a run that counts already.
#[derive(Debug, Clone, Copy)]
pub struct Duplicate<'a> {
    /// The path of the copy.
    pub file: &'a str,
    /// The path of the copy that counts.
    pub of: &'a str,
}

impl History {
    /// Puts the named runs in order and settles them. `named` holds the entries that count with
    /// their places in the catalogue.
    pub fn new(
        catalogue: Catalogue,
        named: Vec<(usize, NamedRun)>,
        mut cross_training: Vec<CrossTraining>,
        check_ins: Vec<CheckIn>,
        files: Files,
    ) -> Self {
        let declared = catalogue.declared();
        let declare =
            |(place, run): (usize, NamedRun)| NamedRun { declared: declared[place], ..run };
        let mut runs: Vec<NamedRun> = named.into_iter().map(declare).collect();
        runs.sort_by(|one, two| (one.start.civil(), &one.id).cmp(&(two.start.civil(), &two.id)));
        purpose::settle(&mut runs);
        runs.iter_mut().for_each(follow_correction);
        cross_training.sort_by_key(|activity| activity.start.civil());
        let paths = catalogue.counted().map(|(_, entry)| (entry.id.clone(), entry.file.clone()));
        let paths = paths.collect();
        let (planned, to_come) = (Vec::new(), Vec::new());
        Self { runs, cross_training, check_ins, planned, to_come, files, catalogue, paths }
    }

    /// What the runner said of themselves.
    pub fn profile(&self) -> &Profile {
        &self.catalogue.profile
    }

    /// What the runner could do on a day.
    pub fn ability_on(&self, day: Date) -> Ability {
        self.catalogue.ability_on(day)
    }

    /// Where a run was found.
    pub fn path_of(&self, id: &RunId) -> &str {
        self.paths.get(id).map_or("", String::as_str)
    }

    /// The copies that do not count, in the order of their paths.
    pub fn duplicates(&self) -> Vec<Duplicate<'_>> {
        let entries = &self.catalogue.entries;
        let copies = self.catalogue.instead_of.iter().enumerate();
        let mut duplicates: Vec<_> = copies
            .filter_map(|(copy, counts)| {
                Some(Duplicate { file: &entries[copy].file, of: &entries[(*counts)?].file })
            })
            .collect();
        duplicates.sort_by_key(|copy| (copy.file, copy.of));
        duplicates
    }

    /// Sets aside the runs later than `day`.
    pub fn set_aside_after(&mut self, day: Date) {
        let seen = self.runs_until(day).len();
        self.to_come = self.runs.split_off(seen);
    }

    /// The runs up to a day, oldest first.
    pub fn runs_until(&self, day: Date) -> &[NamedRun] {
        &self.runs[..self.runs.partition_point(|run| run.date() <= day)]
    }

    /// The runs later than a day, oldest first.
    pub fn runs_after(&self, day: Date) -> impl Iterator<Item = &NamedRun> {
        self.runs[self.runs_until(day).len()..].iter().chain(&self.to_come)
    }

    /// The day of the first run.
    pub fn first_day(&self) -> Option<Date> {
        self.runs.first().map(NamedRun::date)
    }

    /// The day of the last run.
    pub fn last_day(&self) -> Option<Date> {
        self.runs.last().map(NamedRun::date)
    }
}

/// The stretches that carry what the run was for carry what the runner says it was for, so that a
/// correction reaches the ledger. A title or a mark of a platform says less: it stays beside.
fn follow_correction(run: &mut NamedRun) {
    let Some(Declared { purpose, by: DeclaredBy::Correction }) = run.declared else { return };
    let inferred = run.inferred;
    for segment in run.segments.iter_mut().filter(|segment| segment.purpose == inferred) {
        segment.purpose = purpose;
    }
}
