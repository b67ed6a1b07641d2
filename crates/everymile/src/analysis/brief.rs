//! Originals as they are read, what is in them in brief, and the names of their runs.

use super::naming::{self, Unnamed};
use crate::{clock::last_possible_day, duplicates::Outline};
use logbook::{ActivityKind, ContentHash, run_id};
use purpose::{Heard, Trace};
use serde::{Deserialize, Serialize};
use training::{Capacity, CheckIn, CrossTraining, Declaration, NamedRun, Oddity, Run, RunId};
use watch::{Activity, Unreadable};

/// One activity in brief.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Brief {
    /// A run.
    Run(Outline),
    /// Something else that was trained.
    Other(CrossTraining),
}

/// An original that was read.
#[derive(Debug, Clone)]
pub struct ReadOriginal {
    /// What is in it, in order.
    pub activities: Vec<Activity>,
    /// What it tells of days.
    pub check_ins: Vec<CheckIn>,
    /// What was odd about it.
    pub oddities: Vec<Oddity>,
    /// What is said of it beside the recording, by the export or by the file itself.
    pub declaration: Declaration,
}

impl Brief {
    /// Whether it is a run.
    pub fn kind(&self) -> ActivityKind {
        match self {
            Self::Run(_) => ActivityKind::Run,
            Self::Other(_) => ActivityKind::Other,
        }
    }
}

impl From<&Activity> for Brief {
    fn from(activity: &Activity) -> Self {
        match activity {
            Activity::Run(run) => Self::Run(Outline::of(run)),
            Activity::Other(other) => Self::Other(other.clone()),
        }
    }
}

/// Reads an original; what the export says of it outranks what the file says.
pub fn read(bytes: &[u8], export: Declaration) -> Result<ReadOriginal, Unreadable> {
    let reading = watch::read(bytes)?;
    refuse_days_to_come(&reading.check_ins)?;
    let own = reading.declaration;
    Ok(ReadOriginal {
        activities: reading.activities,
        check_ins: reading.check_ins,
        oddities: reading.oddities,
        declaration: Declaration {
            title: export.title.or(own.title),
            description: export.description.or(own.description),
            activity_type: export.activity_type.or(own.activity_type),
            workout_type: export.workout_type.or(own.workout_type),
            gear: export.gear.or(own.gear),
        },
    })
}

/// A day to come is a slip of the pen or a clock that was wrong.
fn refuse_days_to_come(check_ins: &[CheckIn]) -> Result<(), Unreadable> {
    let to_come = check_ins.iter().map(|told| told.date).find(|day| *day > last_possible_day());
    let Some(day) = to_come else { return Ok(()) };
    let what = format!("it tells of {day}, which is still to come");
    Err(Unreadable { what, remedy: "correct the date where it came from, then try again".into() })
}

/// Reads an original again for what one of its runs tells of the runner; nothing where it cannot be read.
pub fn trace(bytes: &[u8], run: &RunId) -> Trace {
    runs(bytes).find(|(id, _)| id == run).map(|(_, run)| Trace::of(&run)).unwrap_or_default()
}

/// Reads an original again and names those of its runs for which `capacity` knows what the runner
/// could do.
pub fn name<'a>(bytes: &[u8], capacity: impl Fn(&RunId) -> Option<&'a Capacity>) -> Vec<NamedRun> {
    let name = |(id, run): (RunId, Run)| {
        let capacity = capacity(&id)?;
        Some(naming::name(&Unnamed::of(&run, Heard::of(&run)), &id, capacity))
    };
    runs(bytes).filter_map(name).collect()
}

/// The runs in an original, each with its name.
fn runs(bytes: &[u8]) -> impl Iterator<Item = (RunId, Run)> {
    let hash = ContentHash::of(bytes);
    let activities = watch::read(bytes).map(|reading| reading.activities).unwrap_or_default();
    (1..).zip(activities).filter_map(move |(leg, activity)| match activity {
        Activity::Run(run) => Some((run_id(hash, leg), run)),
        Activity::Other(_) => None,
    })
}
