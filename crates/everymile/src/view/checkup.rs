//! Whether a logbook is sound, and what is in it.

use jiff::Timestamp;
use logbook::{ActivityKind, Flaw, Logbook, LogbookError};
use serde::Serialize;

/// What was found when a logbook was looked over.
#[derive(Debug, Clone, Serialize)]
pub struct Checkup {
    /// The name of this shape.
    pub schema: &'static str,
    /// The logbook.
    pub logbook: String,
    /// Whether nothing is wrong.
    pub is_sound: bool,
    /// What is in it; nothing is counted where something is wrong.
    #[serde(flatten)]
    pub holds: Holds,
    /// What is wrong.
    pub flaws: Vec<FlawFound>,
}

/// What is in a logbook.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Holds {
    /// How many originals are kept.
    pub originals: usize,
    /// Their size as they came.
    pub originals_bytes: u64,
    /// When the last of them was kept.
    pub last_import: Option<Timestamp>,
    /// How many runs are in them, copies included.
    pub runs: usize,
    /// How many other activities.
    pub others: usize,
    /// How many days something was said of.
    pub days: usize,
    /// How many corrections count.
    pub corrections: usize,
    /// How many plans were accepted.
    pub plans: usize,
    /// How many files could not be read and were not read since.
    pub failed: usize,
}

/// Something that is wrong.
#[derive(Debug, Clone, Serialize)]
pub struct FlawFound {
    /// What it is, in a sentence without a full stop.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

impl Checkup {
    /// Looks a logbook over.
    pub fn of(book: &Logbook) -> Result<Self, LogbookError> {
        let flaws: Vec<FlawFound> = book.flaws()?.iter().map(FlawFound::from).collect();
        let is_sound = flaws.is_empty();
        Ok(Self {
            schema: "everymile.doctor/1",
            logbook: book.path().display().to_string(),
            is_sound,
            holds: if is_sound { Holds::of(book)? } else { Holds::default() },
            flaws,
        })
    }
}

impl Holds {
    /// Counts what is in a logbook, without looking it over: a damaged one may not tell.
    pub fn of(book: &Logbook) -> Result<Self, LogbookError> {
        let originals = book.originals()?;
        let activities = book.activities()?;
        let runs = activities.iter().filter(|it| it.kind == ActivityKind::Run).count();
        Ok(Self {
            originals: originals.len(),
            originals_bytes: originals.iter().map(|it| it.size).sum(),
            last_import: originals.iter().map(|it| it.imported_at).max(),
            runs,
            others: activities.len() - runs,
            days: book.check_ins()?.len(),
            corrections: book.corrections()?.len(),
            plans: book.plans()?.len(),
            failed: book.failures()?.len(),
        })
    }
}

impl From<&Flaw> for FlawFound {
    fn from(flaw: &Flaw) -> Self {
        let said = flaw.to_string();
        let (what, remedy) = said.rsplit_once("; ").unwrap_or((&said, "bring back a backup"));
        Self { what: what.to_owned(), remedy: remedy.to_owned() }
    }
}
