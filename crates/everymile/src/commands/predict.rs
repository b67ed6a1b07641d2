//! `everymile predict`: what races would take, from the runner's own log.

use super::{on_day, report::no_runs};
use crate::{
    analysis::case,
    answer::{Answer, Outcome},
    cli::{Format, Predict},
    failure::Failure,
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
    let view = asked.view();
    let Reading { history, lens, pen, .. } = Reading::of(path, &view)?;
    if history.runs.first().is_none_or(|run| run.date() > lens.on) {
        return Err(no_runs(lens.on));
    }
    let ability = history.ability_on(lens.on);
    let form = Form::of(&case(&history, &lens, &ability));
    let goal = goal(history.profile());
    let predictions = Predictions::new(&form, &races(asked, goal), goal);
    Ok(match asked.format {
        Format::Json => Answer::of(Outcome::Predictions(Box::new(predictions))),
        Format::Text => {
            let next = (place::command(path), on_day(&view));
            Answer::page(if asked.races.is_empty() {
                text::predictions(&predictions, &next, pen)
            } else {
                text::predictions_by_model(&predictions, pen)
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
