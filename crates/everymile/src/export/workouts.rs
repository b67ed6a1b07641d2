//! A plan as workouts for the watch, one file for each session.

use super::{Entry, entries};
use crate::{text::session::title, units::Units};
use training::{Date, Plan};
use watch::{NoWorkout, workout_bytes, workout_file_name};

/// A session as a file for the watch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkoutFile {
    /// The session's day.
    pub date: Date,
    /// The name of the file, the same whenever it is written: `2026-12-01-easy.fit`.
    pub name: String,
    /// What is in it, or why there is no such file.
    pub bytes: Result<Vec<u8>, NoWorkout>,
}

/// The sessions of a plan as workouts, oldest first. Watches keep some thirty workouts to come, so a
/// long plan is better handed over a few weeks at a time.
pub fn workouts(plan: &Plan, units: Units) -> Vec<WorkoutFile> {
    let file = |entry: Entry| WorkoutFile {
        date: entry.planned.date,
        name: workout_file_name(&entry.planned, entry.number),
        bytes: workout_bytes(
            &title(&entry.planned.session, None, units),
            &entry.planned,
            entry.number,
        ),
    };
    entries(plan).into_iter().map(file).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use training::plan::parse_plan;

    #[test]
    fn each_session_is_a_file_of_its_own() {
        let plan = parse_plan("Tue easy 6km\nTue easy 4km\nSun long 14km", date(2026, 11, 30));
        let files = workouts(&plan.unwrap(), Units::Kilometres);
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["2026-12-01-easy.fit", "2026-12-01-easy-2.fit", "2026-12-06-long.fit"]);
        assert!(files.iter().all(|file| file.bytes.is_ok()));
    }

    #[test]
    fn what_no_watch_takes_does_not_hold_up_the_others() {
        let long = vec!["easy 1min"; 51].join(" + ");
        let text = format!("Tue {long}\nSun long 14km");
        let plan = parse_plan(&text, date(2026, 11, 30)).unwrap();
        let files = workouts(&plan, Units::Kilometres);
        assert_eq!(files[0].bytes, Err(NoWorkout::TooManySteps(51)));
        assert!(files[1].bytes.is_ok());
    }
}
