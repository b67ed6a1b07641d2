//! Workouts for the watch in one file, for who fetches them with a browser: a zip of FIT files, and a list
//! of the sessions that no watch takes.

use super::workouts::WorkoutFile;
use crate::failure::Failure;
use std::io::{Cursor, Write};
use zip::{ZipWriter, result::ZipError, write::SimpleFileOptions};

/// The name of the list of what is not in it.
const LEFT_OUT: &str = "left-out.txt";

/// The workouts as one zip; those that no watch takes are named in it, with the reason.
pub fn archive(workouts: &[WorkoutFile]) -> Result<Vec<u8>, Failure> {
    written(workouts).map_err(|error| {
        Failure::new(format!("the workouts could not be put in one file: {error}"), "try again")
    })
}

fn written(workouts: &[WorkoutFile]) -> Result<Vec<u8>, ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut left_out = Vec::new();
    for workout in workouts {
        match &workout.bytes {
            Ok(bytes) => {
                zip.start_file(&*workout.name, SimpleFileOptions::default())?;
                zip.write_all(bytes)?;
            }
            Err(error) => writeln!(left_out, "{}: {error}", workout.name)?,
        }
    }
    if !left_out.is_empty() {
        zip.start_file(LEFT_OUT, SimpleFileOptions::default())?;
        zip.write_all(&left_out)?;
    }
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{export::workouts::workouts, units::Units};
    use jiff::civil::date;
    use training::plan::parse_plan;

    #[test]
    fn it_holds_every_workout_and_says_which_it_does_not() {
        let long = vec!["easy 1min"; 51].join(" + ");
        let text = format!("Tue {long}\nSun long 14km");
        let plan = parse_plan(&text, date(2026, 11, 30)).unwrap();
        let bytes = archive(&workouts(&plan, Units::Kilometres)).unwrap();
        let zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut names: Vec<_> = zip.file_names().map(Result::unwrap).collect();
        names.sort_unstable();
        assert_eq!(names, ["2026-12-06-long.fit", LEFT_OUT]);
    }
}
