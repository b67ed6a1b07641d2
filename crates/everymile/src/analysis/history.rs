//! A runner's history: every run named, in order, settled among its neighbours. What the rulebook
//! judges and everything shown is made from.

use super::{
    catalogue::{Catalogue, Corrections, Duplicate},
    told::Told,
};
use logbook::OriginalsMark;
use std::sync::Arc;
use training::{
    Ability, CheckIn, CrossTraining, Date, Declared, DeclaredBy, NamedRun, Planned, Profile, RunId,
};

/// A runner's history.
#[derive(Debug)]
pub struct History {
    /// The runs that count, oldest first.
    pub runs: Arc<Vec<NamedRun>>,
    /// What the runner said of days, and what exports tell of them, oldest first.
    pub check_ins: Vec<CheckIn>,
    /// The sessions meant for each day, oldest first; empty without a plan.
    pub planned: Vec<Planned>,
    /// Runs dated later than today, oldest first: a watch lost its clock, or this machine did. They
    /// are kept and count from their day on.
    pub to_come: Vec<NamedRun>,
    /// What became of the files.
    pub files: Files,
    corrections: Corrections,
    recorded: Arc<Recorded>,
    told: Arc<Told>,
}

/// What was recorded: what stays as it is when the runner says something.
#[derive(Debug)]
pub struct Recorded {
    catalogue: Catalogue,
    /// What else was trained, oldest first.
    cross_training: Vec<CrossTraining>,
    files: Files,
    /// How the originals stood; `None` without a logbook.
    mark: Option<OriginalsMark>,
}

/// The runs that count, each named by itself, with their places in the catalogue.
pub type Named = Vec<(usize, NamedRun)>;

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

impl Recorded {
    /// What was recorded.
    pub fn new(catalogue: Catalogue, mut cross_training: Vec<CrossTraining>, files: Files) -> Self {
        cross_training.sort_by_key(|activity| activity.start.civil());
        Self { catalogue, cross_training, files, mark: None }
    }

    /// The same, known by how the originals stood when it was read.
    #[must_use]
    pub fn marked(self, mark: OriginalsMark) -> Self {
        Self { mark: Some(mark), ..self }
    }

    /// Everything that was found.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The runs in order, each called what the runner says it was for, settled among its neighbours.
    fn settled(&self, named: Named, corrections: &Corrections) -> Vec<NamedRun> {
        let declared = self.catalogue.declared(corrections);
        let declare = |(place, run)| NamedRun { declared: declared[place], ..run };
        let mut runs: Vec<NamedRun> = named.into_iter().map(declare).collect();
        runs.sort_by_cached_key(|run| (run.start.civil(), run.id.clone()));
        purpose::settle(&mut runs);
        runs.iter_mut().for_each(follow_correction);
        runs
    }
}

impl History {
    /// What was recorded, each run that counts named by itself, and what the runner says of it.
    pub fn new(
        recorded: Arc<Recorded>,
        told: Arc<Told>,
        named: Named,
        corrections: Corrections,
        check_ins: Vec<CheckIn>,
    ) -> Self {
        let runs = Arc::new(recorded.settled(named, &corrections));
        let (planned, to_come, files) = (Vec::new(), Vec::new(), recorded.files.clone());
        Self { runs, check_ins, planned, to_come, files, corrections, recorded, told }
    }

    /// The same recordings, with what the runner says now. The names are asked for only where a
    /// correction changed; runs that were set aside as still to come may count by now.
    pub fn again<Error>(
        &self,
        told: Arc<Told>,
        corrections: Corrections,
        check_ins: Vec<CheckIn>,
        named: impl FnOnce(&Catalogue) -> Result<Named, Error>,
    ) -> Result<Self, Error> {
        let recorded = self.recorded.clone();
        if corrections != self.corrections {
            let named = named(&recorded.catalogue)?;
            return Ok(Self::new(recorded, told, named, corrections, check_ins));
        }
        let (mut runs, files) = (self.runs.clone(), self.files.clone());
        if !self.to_come.is_empty() {
            Arc::make_mut(&mut runs).extend_from_slice(&self.to_come);
        }
        let (planned, to_come) = (Vec::new(), Vec::new());
        Ok(Self { runs, check_ins, planned, to_come, files, corrections, recorded, told })
    }

    /// Whether it was read from originals that stood like this, for a runner like this.
    pub fn is_of(&self, mark: OriginalsMark, profile: &Profile) -> bool {
        self.recorded.mark == Some(mark) && self.profile() == profile
    }

    /// Whether another history rests on the very same recordings.
    pub fn has_recordings_of(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.recorded, &other.recorded)
    }

    /// The first day of which two histories of the same recordings say something else; `None` where
    /// they say the same.
    pub fn first_difference(&self, other: &Self) -> Option<Date> {
        let by_runs = if Arc::ptr_eq(&self.runs, &other.runs) {
            None
        } else {
            first_differing(&self.runs, &other.runs, NamedRun::date)
        };
        let by_words = first_differing(&self.check_ins, &other.check_ins, |it| it.date);
        let by_plan = first_differing(&self.planned, &other.planned, |it| it.date);
        [by_runs, by_words, by_plan].into_iter().flatten().min()
    }

    /// What else was trained, oldest first.
    pub fn cross_training(&self) -> &[CrossTraining] {
        &self.recorded.cross_training
    }

    /// What the runner said of themselves.
    pub fn profile(&self) -> &Profile {
        &self.recorded.catalogue.profile
    }

    /// Everything that was found.
    pub(super) fn catalogue(&self) -> &Catalogue {
        &self.recorded.catalogue
    }

    /// What the runs around a day tell, where that was read.
    pub(super) fn told_of(&self, day: Date) -> Option<Arc<Told>> {
        self.told.tells_of(day).then(|| self.told.clone())
    }

    /// What the runner could do on the day the history was read for, or on that of the last run before;
    /// of files, on any day.
    pub fn ability_on(&self, day: Date) -> Ability {
        self.told.ability(self.catalogue(), self.profile(), day)
    }

    /// What the runs alone show of it, whatever the runner said of thresholds and heart rate.
    pub fn ability_by_runs(&self, day: Date) -> Ability {
        let silent = Profile {
            threshold_speed: None,
            threshold_hr: None,
            hr_max: None,
            ..self.profile().clone()
        };
        self.told.ability(self.catalogue(), &silent, day)
    }

    /// Where a run was found.
    pub fn path_of(&self, id: &RunId) -> &str {
        let catalogue = &self.recorded.catalogue;
        catalogue.place_of(&id.0).map_or("", |place| &catalogue.entries[place].file)
    }

    /// The copies that do not count, in the order of their paths.
    pub fn duplicates(&self) -> Vec<Duplicate<'_>> {
        self.recorded.catalogue.duplicates()
    }

    /// A run that counts, and every copy of it.
    pub fn copies_of(&self, id: &RunId) -> Vec<&RunId> {
        let Catalogue { entries, instead_of, .. } = &self.recorded.catalogue;
        let counts = |place: usize| instead_of[place].unwrap_or(place);
        let places = (0..entries.len()).filter(|place| entries[counts(*place)].id == *id);
        places.map(|place| &entries[place].id).collect()
    }

    /// The run that counts of which this is a copy, or itself.
    pub fn counted(&self, id: &RunId) -> Option<&RunId> {
        let catalogue = &self.recorded.catalogue;
        let place = catalogue.place_of(&id.0)?;
        Some(&catalogue.entries[catalogue.instead_of[place].unwrap_or(place)].id)
    }

    /// Sets aside the runs later than `day`.
    pub fn set_aside_after(&mut self, day: Date) {
        let seen = self.runs_until(day).len();
        if seen < self.runs.len() {
            self.to_come = Arc::make_mut(&mut self.runs).split_off(seen);
        }
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

/// The first day on which two lists in the order of days part; `None` where they are the same.
fn first_differing<Told: PartialEq>(
    one: &[Told],
    other: &[Told],
    day: impl Fn(&Told) -> Date,
) -> Option<Date> {
    let alike = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    one.get(alike).into_iter().chain(other.get(alike)).map(day).min()
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
