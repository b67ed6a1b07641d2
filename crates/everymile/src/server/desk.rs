//! The logbook on the desk: read and judged once, kept in memory, read again when it changes.

use super::{
    lock,
    problem::{Kind, Problem},
};
use crate::{
    analysis::Judgement,
    cli::View,
    clock,
    commands::{predict::predictions, report::look},
    failure::Failure,
    place::{self, FileId},
    reading::Reading,
    settings::Settings,
    shoes::KnownShoes,
    view::{
        Accounts, Compared, Cover, Imports, PlanChecked, Predictions, Previews, Profile, Progress,
        Signs, Today,
    },
};
use logbook::{Logbook, Mark, PlanEntry};
use planner::plan::Baseline;
use rulebook::{Doctrine, Ledger};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
};
use tokio::{
    sync::{Mutex, MutexGuard},
    task::block_in_place,
};
use training::{Ability, Date, MetresPerSecond, NamedRun};

/// Doctrines are compared over so many weeks.
const WEEKS_COMPARED: u16 = 12;

/// A logbook on the desk.
#[derive(Debug)]
pub struct Desk {
    path: PathBuf,
    view: View,
    kept: Mutex<Option<Kept>>,
}

/// An open logbook, and what was read in it last.
#[derive(Debug)]
struct Kept {
    book: Logbook,
    file: Option<FileId>,
    mark: Mark,
    known: Arc<Known>,
}

/// A history, judged, with the answers that were given from it.
#[derive(Debug)]
pub struct Known {
    /// The history and how it is looked at.
    pub reading: Reading,
    /// What the runner can do on the day.
    pub ability: Ability,
    /// The speed of sessions without a pace.
    pub easy: MetresPerSecond,
    ledger: Arc<Ledger>,
    answers: Answers,
}

/// Answers that many ask for, each made when it is first asked for.
#[derive(Debug, Default)]
struct Answers {
    today: OnceLock<Today>,
    accounts: OnceLock<Accounts>,
    signs: OnceLock<Signs>,
    previews: OnceLock<Previews>,
    checked: OnceLock<PlanChecked>,
    progress: OnceLock<Progress>,
    predictions: OnceLock<Predictions>,
    profile: OnceLock<Profile>,
    imports: OnceLock<Imports>,
    shoes: OnceLock<KnownShoes>,
    compared: std::sync::Mutex<BTreeMap<String, Compared>>,
}

impl Desk {
    /// The logbook at a path, always looked at in the same way.
    pub fn of(path: PathBuf, view: View) -> Self {
        Self { path, view, kept: Mutex::new(None) }
    }

    /// Where the logbook is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The doctrine that everything is judged by: the one asked for when it was served, else the one
    /// chosen.
    pub fn judged_by<'a>(&'a self, settings: &'a Settings) -> &'a str {
        self.view.doctrine.as_deref().unwrap_or(&settings.doctrine)
    }

    /// The day it is looked at from.
    pub fn on(&self) -> Date {
        clock::today(self.view.on)
    }

    /// Reads the logbook before the first question. One that is not there yet is no failure: the page
    /// says what to do.
    pub fn lay_out(&self) -> Result<(), Failure> {
        match self.known() {
            Err(problem) if problem.kind == Kind::Failed => {
                Err(Failure::new(problem.what, problem.remedy))
            }
            Err(_) => Ok(()),
            Ok(known) => {
                known.make_ready();
                Ok(())
            }
        }
    }

    /// What is in the logbook now.
    pub fn known(&self) -> Result<Arc<Known>, Problem> {
        self.with(|_, known| Ok(known.clone()))
    }

    /// Asks the open logbook and what is known of it.
    pub fn with<T>(
        &self,
        ask: impl FnOnce(&Logbook, &Arc<Known>) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let mut kept = self.lock();
        // Where another file lies by now, what is open is nobody's logbook any more.
        let file = place::file_at(&self.path);
        let fresh = match kept.take().filter(|kept| kept.file == file) {
            Some(kept) if self.stands(&kept) => kept,
            Some(old) => self.read(old.book, file, Some(&old.known))?,
            None => self.read(self.open()?, file, None)?,
        };
        let fresh = kept.insert(fresh);
        ask(&fresh.book, &fresh.known)
    }

    /// Whoever asks first is served first: under load nobody waits for ever.
    fn lock(&self) -> MutexGuard<'_, Option<Kept>> {
        block_in_place(|| self.kept.blocking_lock())
    }

    /// Whether nothing was written since, and it is still the same day.
    fn stands(&self, kept: &Kept) -> bool {
        let is_same = kept.book.mark().is_ok_and(|mark| mark == kept.mark);
        is_same && kept.known.reading.lens.on == self.on()
    }

    fn open(&self) -> Result<Logbook, Problem> {
        let kind = if self.path.exists() { Kind::Failed } else { Kind::NoRuns };
        place::open(&self.path).map_err(|failure| Problem::of(kind, failure))
    }

    fn read(
        &self,
        book: Logbook,
        file: Option<FileId>,
        before: Option<&Known>,
    ) -> Result<Kept, Problem> {
        let failed = |failure: Failure| Problem::of(Kind::Failed, failure);
        let history = before.map(|before| &before.reading.history);
        let mark = book.mark()?;
        let reading = Reading::again(&book, &self.view, history).map_err(failed)?;
        let known = Arc::new(Known::of(reading, before));
        Ok(Kept { book, file, mark, known })
    }
}

impl Known {
    fn of(reading: Reading, before: Option<&Self>) -> Self {
        let judgement = judged(&reading, before);
        let (ability, ledger) = (judgement.ability, judgement.ledger);
        let easy = Baseline::of(&reading.case(&ability)).easy_speed;
        Self { reading, ability, easy, ledger, answers: Answers::default() }
    }

    /// Makes every answer that many ask for.
    fn make_ready(&self) {
        self.today();
        self.accounts();
        self.signs();
    }

    /// The cover of the logbook.
    pub fn cover(&self) -> Cover {
        Cover::new(&self.judgement())
    }

    /// What to do today.
    pub fn today(&self) -> &Today {
        self.answers.today.get_or_init(|| {
            let reading = &self.reading;
            Today::of(&reading.case(&self.ability), &reading.lens, reading.plan.as_ref())
        })
    }

    /// The ledger.
    pub fn accounts(&self) -> &Accounts {
        self.answers.accounts.get_or_init(|| Accounts::new(&self.judgement()))
    }

    /// The seven signs.
    pub fn signs(&self) -> &Signs {
        self.answers.signs.get_or_init(|| Signs::new(&self.judgement()))
    }

    /// What would help most, replayed.
    pub fn previews(&self) -> &Previews {
        self.answers.previews.get_or_init(|| {
            let (case, lens) = (self.reading.case(&self.ability), &self.reading.lens);
            Previews::new(&case, lens, &self.accounts().suggestions)
        })
    }

    /// What the rules say of the plan in force, as it stands.
    pub fn checked(&self, entry: &PlanEntry) -> &PlanChecked {
        self.answers.checked.get_or_init(|| {
            let (reading, plan) = (&self.reading, &entry.agreed.plan);
            let doctrine = &reading.lens.doctrine;
            let broken = planner::check(plan, &reading.case(&self.ability), doctrine);
            let from = format!("plan {} of the logbook", entry.number);
            PlanChecked::new(from, plan, doctrine.name.clone(), broken)
        })
    }

    /// How running went.
    pub fn progress(&self) -> &Progress {
        self.answers.progress.get_or_init(|| Progress::new(&self.judgement()))
    }

    /// What races would take.
    pub fn predictions(&self) -> &Predictions {
        self.answers.predictions.get_or_init(|| predictions(&self.reading.case(&self.ability), &[]))
    }

    /// What is known of the runner.
    pub fn profile(&self) -> &Profile {
        let reading = &self.reading;
        self.answers
            .profile
            .get_or_init(|| Profile::new(&reading.history, &reading.settings, reading.lens.on))
    }

    /// What was imported when, from the logbook that this is known of.
    pub fn imports(&self, book: &Logbook) -> Result<&Imports, Problem> {
        if let Some(known) = self.answers.imports.get() {
            return Ok(known);
        }
        let imports = Imports::new(&book.imports()?);
        Ok(self.answers.imports.get_or_init(|| imports))
    }

    /// The shoes, from the logbook that this is known of.
    pub fn shoes(&self, book: &Logbook) -> Result<&KnownShoes, Problem> {
        if let Some(known) = self.answers.shoes.get() {
            return Ok(known);
        }
        let shoes = KnownShoes::of(book, &self.reading.history)?;
        Ok(self.answers.shoes.get_or_init(|| shoes))
    }

    /// The last weeks under the doctrine that judges and under another one.
    pub fn compared_with(&self, other: Doctrine) -> Result<Compared, Problem> {
        let mut compared = lock(&self.answers.compared);
        if let Some(known) = compared.get(&other.name) {
            return Ok(known.clone());
        }
        let (history, mut lens) = (&self.reading.history, self.reading.lens.clone());
        let period = look(history, &mut lens, WEEKS_COMPARED)?;
        let (name, both) = (other.name.clone(), vec![lens.doctrine.clone(), other]);
        let fresh = Compared::new(history, &lens, period.first, both);
        compared.insert(name, fresh.clone());
        Ok(fresh)
    }

    /// The judgement.
    pub fn judgement(&self) -> Judgement<'_> {
        Judgement {
            history: &self.reading.history,
            lens: &self.reading.lens,
            ability: self.ability.clone(),
            ledger: self.ledger.clone(),
        }
    }

    /// The judgement of one run alone.
    pub fn judgement_of(&self, run: &NamedRun) -> Judgement<'_> {
        Judgement::of_run(&self.reading.history, &self.reading.lens, &self.ability, run)
    }

    /// The runs that are seen from the day.
    pub fn runs(&self) -> &[NamedRun] {
        self.reading.history.runs_until(self.reading.lens.on)
    }
}

/// The reading judged; what was judged before and stands is not judged again.
fn judged<'a>(reading: &'a Reading, before: Option<&Known>) -> Judgement<'a> {
    let (history, lens) = (&reading.history, &reading.lens);
    let before = before.filter(|before| {
        before.reading.lens == *lens && before.reading.history.has_recordings_of(history)
    });
    let Some(before) = before else { return reading.judge() };
    let first = history.first_difference(&before.reading.history).unwrap_or(Date::MAX);
    Judgement::again(history, lens, (&before.ability, &before.ledger), first)
}
