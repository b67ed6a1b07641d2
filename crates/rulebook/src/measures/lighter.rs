//! Weeks and spans that were lighter than those around them, on purpose or not.

use super::{
    statistics::{mean, median},
    weeks::{GUARD, WeekRun},
};
use crate::case::Case;
use training::{
    Date,
    calendar::{add_days, days_between},
};

/// A week is compared with so many weeks before it that were not lighter themselves.
const BLOCK: usize = 3;
/// A lighter week holds at most this share of the block's mean (the article on safe progression).
const OF_THE_MEAN: f64 = 0.85;
/// Or this share of the week before it: in a block that grows, a fifth less is less of a cut from
/// the mean (the same article: 20 to 30 % less).
const OF_THE_LAST: f64 = 0.8;
/// After so many lighter weeks in a row this is what is usual now.
const NEW_USUAL: usize = 3;
/// A year of whole weeks.
pub const YEAR_DAYS: i64 = 364;
/// A lighter span lasts at least this many days.
const SPAN_DAYS: usize = 7;

/// Which of some weeks, oldest first and given by their sizes, were lighter than the up to three
/// heavier weeks before. The first two have too little before them to tell, and the third lighter
/// one in a row is no longer lighter than usual.
pub fn lighter(sizes: &[f64]) -> Vec<bool> {
    let (mut heavier, mut row) = (Vec::new(), Vec::new());
    let is_lighter = |size: &f64| {
        let block = &heavier[heavier.len().saturating_sub(BLOCK)..];
        let is_lighter = block.len() > 1 && *size <= most_of_a_lighter_week(block) + GUARD;
        if !is_lighter {
            heavier.push(*size);
            row.clear();
            return false;
        }
        row.push(*size);
        if row.len() == NEW_USUAL {
            heavier = std::mem::take(&mut row);
            return false;
        }
        true
    };
    sizes.iter().map(is_lighter).collect()
}

fn most_of_a_lighter_week(block: &[f64]) -> f64 {
    let by_mean = OF_THE_MEAN * mean(block).unwrap_or_default();
    let by_last = OF_THE_LAST * block.last().copied().unwrap_or_default();
    by_mean.max(by_last)
}

/// How many weeks in a row, up to the last, were not lighter.
pub fn weeks_since_lighter(lighter: &[bool]) -> usize {
    lighter.iter().rev().take_while(|is_lighter| !**is_lighter).count()
}

/// The days on which a lighter span of the last year began: seven days or more with at most `share`
/// of the usual week's running time. Two that begin less than `apart` days from one another count
/// once, and so does a long one.
pub fn lighter_spans(case: &Case<'_>, weeks: &[WeekRun], share: f64, apart: i64) -> Vec<Date> {
    let minutes: Vec<f64> = weeks.iter().map(|week| week.moving.0).collect();
    let most = share * median(&minutes).unwrap_or_default();
    let mut began: Vec<Date> = Vec::new();
    let mut was_light = false;
    for (day, week) in daily(case).windows(SPAN_DAYS).enumerate() {
        let is_light = week.iter().sum::<f64>() <= most;
        let day = add_days(case.on, 1 - YEAR_DAYS + day as i64);
        let is_new = began.last().is_none_or(|last| add_days(*last, apart) <= day);
        if is_light && !was_light && is_new {
            began.push(day);
        }
        was_light = is_light;
    }
    began
}

/// The running time of each day of the last year, in seconds, oldest first.
fn daily(case: &Case<'_>) -> Vec<f64> {
    let first = add_days(case.on, 1 - YEAR_DAYS);
    let mut days = vec![0.0; YEAR_DAYS as usize];
    for run in case.recent_runs(YEAR_DAYS) {
        days[days_between(first, run.date()) as usize] += run.moving.0;
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fourth_week_is_lighter_in_a_block_that_grows() {
        let weeks = [30.0, 33.0, 36.3, 29.04, 39.93, 43.92, 48.32, 38.65];
        let found = lighter(&weeks);
        assert_eq!(found, [false, false, false, true, false, false, false, true]);
    }

    #[test]
    fn a_cutback_does_not_lower_what_the_next_is_compared_with() {
        assert_eq!(lighter(&[40.0, 40.0, 30.0, 33.0]), [false, false, true, true]);
    }

    #[test]
    fn who_goes_on_with_less_has_a_new_usual() {
        let found = lighter(&[60.0, 60.0, 40.0, 40.0, 40.0, 40.0, 30.0]);
        assert_eq!(found, [false, false, true, true, false, false, true]);
    }

    #[test]
    fn the_row_of_heavy_weeks_is_counted_from_the_end() {
        assert_eq!(weeks_since_lighter(&[true, false, false]), 2);
        assert_eq!(weeks_since_lighter(&[false, true]), 0);
    }
}
