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
use rulebook::Case;
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
    let predictions = predictions(&reading.case(&reading.ability()), &asked.races);
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

/// What the races asked for would take, or the usual ones and the one the runner prepares.
pub(crate) fn predictions(case: &Case<'_>, asked: &[Metres]) -> Predictions {
    let goal = goal(case.profile);
    Predictions::new(&Form::of(case), &races(asked, goal), goal)
}

const fn goal(profile: &Profile) -> Option<Metres> {
    match profile.goal {
        Some(Goal::Race { distance, .. }) => Some(distance),
        _ => None,
    }
}

/// The races asked for, else the usual ones and the one the runner prepares.
fn races(asked: &[Metres], goal: Option<Metres>) -> Vec<Metres> {
    if !asked.is_empty() {
        return asked.to_vec();
    }
    let mut races: Vec<Metres> = USUAL.into_iter().chain(goal).collect();
    races.sort_by(|one, other| one.0.total_cmp(&other.0));
    races.dedup();
    races
}
