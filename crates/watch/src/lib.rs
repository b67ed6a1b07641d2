//! Bytes into runs: FIT, TCX, GPX, CSV logs and export archives; and sessions into the workouts that
//! a watch takes. Bad bytes are data: what can be read is kept, what was odd is said. Touches no
//! disk; knows no purpose and no rule.

mod apple;
mod clean;
mod csv_log;
mod extensions;
mod fit;
mod format;
mod garmin;
mod gpx;
mod limit;
mod moment;
mod recording;
mod sport_words;
mod strava;
mod summary;
mod tcx;
mod unpack;
pub mod writing;
mod xml;

pub use strava::declarations;
pub use unpack::{FIT_HEAD, Manner, is_candidate, is_fit_without_ending, unpack, unpack_beside};
pub use writing::{NoWorkout, file_name as workout_file_name, workout_bytes};

use format::Format;
use recording::{Kind, Recording};
use training::{CheckIn, CrossTraining, Declaration, Oddity, OddityKind, Run};

/// What one original holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// The activities in it, in order; several for chained and multisport files.
    pub activities: Vec<Activity>,
    /// What it tells of days, one check-in for each: sleep, resting heart rate, answers. As found:
    /// whether to believe it is for others to say.
    pub check_ins: Vec<CheckIn>,
    /// What was odd about the file itself.
    pub oddities: Vec<Oddity>,
    /// What the file says of its activity beside the recording (a title in a GPX or a CSV row).
    pub declaration: Declaration,
}

/// One activity.
#[derive(Debug, Clone, PartialEq)]
pub enum Activity {
    /// A run.
    Run(Run),
    /// Something else that was trained.
    Other(CrossTraining),
}

/// Why an original could not be read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what}; {remedy}")]
pub struct Unreadable {
    /// What is wrong, in a sentence without a full stop.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

/// Something [`read`] can read again, at any time, by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    /// The path as found; inside archives `archive.zip!/activities/1.fit.gz`.
    pub path: String,
    /// The bytes as found.
    pub bytes: Vec<u8>,
    /// What the export says of the activity beside the recording.
    pub declaration: Declaration,
}

/// Reads one original: FIT, TCX or GPX, plain or gzipped, a log or a table of days, or one activity
/// or day of a listing or a health export.
pub fn read(bytes: &[u8]) -> Result<Reading, Unreadable> {
    let bytes = format::unwrap_gzip(bytes)?;
    limit::recording(&bytes)?;
    match format::of(&bytes).ok_or_else(|| format::unknown(&bytes))? {
        Format::Fit => {
            let (recordings, oddities) = fit::read(&bytes)?;
            reading(recordings, oddities, Declaration::default())
        }
        Format::Tcx => tcx::read(&bytes).and_then(|(r, o, d)| reading(r, o, d)),
        Format::Gpx => gpx::read(&bytes).and_then(|(r, o, d)| reading(r, o, d)),
        Format::HealthWorkout => apple::read(&bytes),
        Format::HealthDay => apple::days::read(&bytes),
        Format::Listing => garmin::read(&bytes),
        Format::Days => garmin::days::read(&bytes),
        Format::Log => csv_log::read(&bytes),
        Format::DayTable => csv_log::days::read(&bytes),
    }
}

/// Cleans the recordings of a file. What was odd about the file is said of each of its activities.
fn reading(
    recordings: Vec<Recording>,
    mut oddities: Vec<Oddity>,
    declaration: Declaration,
) -> Result<Reading, Unreadable> {
    oddities.extend(several_sports(&recordings));
    let activities: Vec<Activity> = recordings
        .into_iter()
        .filter_map(|mut recording| {
            recording.oddities.extend(oddities.iter().cloned());
            clean::activity(recording)
        })
        .collect();
    if activities.is_empty() {
        return Err(Unreadable {
            what: "no activity in this file tells when it was".into(),
            remedy: "export it again from its source".into(),
        });
    }
    Ok(Reading { activities, oddities, declaration, ..Reading::default() })
}

fn several_sports(recordings: &[Recording]) -> Option<Oddity> {
    let runs = recordings.iter().filter(|recording| recording.kind == Kind::Run).count();
    let others = recordings.len() - runs;
    (runs > 0 && others > 0).then(|| {
        let message = format!("the file holds {runs} running and {others} other legs");
        Oddity::whole(OddityKind::Multisport, message)
    })
}
