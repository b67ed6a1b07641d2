//! `everymile predict`: what races would take, from the runner's own log.

use super::on_day;
use crate::{
    answer::Answer,
    cli::{Format, Predict},
    failure::Failure,
    find::no_runs,
    place,
    reading::Reading,
    text,
    view::Predictions,
};
use planner::{Form, predict::MARATHON};
use std::path::Path;
use training::{Goal, Metres, Profile};

/// The races that are foretold where none is asked for.
const USUAL: [Metres; 4] = [Metres(5_000.0), Metres(10_000.0), Metres(21_097.5), MARATHON];

/// Answers `everymile predict`.
pub fn run(asked: &Predict, path: &Path) -> Result<Answer, Failure> {
    let view = asked.seen.view();
    let reading = Reading::of(path, &view)?;
    let on = reading.lens.on;
    if reading.history.runs_until(on).is_empty() {
        return Err(no_runs(&reading.history, on));
    }
    let form = Form::of(&reading.case(&reading.ability()));
    let goal = goal(reading.history.profile());
    let predictions = Predictions::new(&form, &races(asked, goal), goal);
    Ok(match asked.format {
        Format::Json => Answer::json(predictions),
        Format::Text => {
            let next = (place::command(path), on_day(&view));
            Answer::page(if asked.races.is_empty() {
                text::predictions(&predictions, &next, reading.pen)
            } else {
                text::predictions_by_model(&predictions, reading.pen)
            })
        }
    })
}

const fn goal(profile: &Profile) -> Option<Metres> {
    match profile.goal {
        Some(Goal::Race { distance, .. }) => Some(distance),
        _ => None,
    }
}

/// The races asked for, else the usual ones and the one the runner prepares.
fn races(asked: &Predict, goal: Option<Metres>) -> Vec<Metres> {
    if !asked.races.is_empty() {
        return asked.races.clone();
    }
    let mut races: Vec<Metres> = USUAL.into_iter().chain(goal).collect();
    races.sort_by(|one, other| one.0.total_cmp(&other.0));
    races.dedup();
    races
}
