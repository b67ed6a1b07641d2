//! Weeks of training by one runner.

use crate::{runner::SimulatedRunner, truth::SimulatedRun};
use training::Date;

/// Weeks of realistic training, in time order: templates by level, growth with lighter weeks, races,
/// and what the runner's habits make of it. `first_day` is the first day of the first week.
pub fn career(
    runner: &SimulatedRunner,
    first_day: Date,
    weeks: usize,
) -> impl Iterator<Item = SimulatedRun> + use<> {
    let _ = (runner, first_day, weeks);
    std::iter::empty()
}
