//! The runner's own answers over some days. A day without an answer is not a zero.

use super::statistics::{mean, standard_deviation};
use crate::case::Case;
use training::CheckIn;

/// How many of the last days were answered, and how many of those answers show something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// Days with an answer.
    pub answered: usize,
    /// Days whose answer shows it.
    pub showing: usize,
}

/// Counts the last `days` days; `shows` gives `None` for a day without an answer to its question.
pub fn count_days(case: &Case<'_>, days: i64, shows: fn(&CheckIn) -> Option<bool>) -> Days {
    let answers: Vec<bool> = case.recent_check_ins(days).iter().filter_map(shows).collect();
    Days { answered: answers.len(), showing: answers.iter().filter(|shows| **shows).count() }
}

/// How the last seven days compare with the last twenty-eight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trend {
    /// Mean of the last seven days.
    pub lately: f64,
    /// Mean of the last twenty-eight.
    pub usual: f64,
    /// Their sample standard deviation.
    pub spread: f64,
}

/// The trend of an answer; `None` with fewer than three answers in seven days or ten in
/// twenty-eight.
pub fn trend(case: &Case<'_>, answer: fn(&CheckIn) -> Option<f64>) -> Option<Trend> {
    let answers =
        |days| -> Vec<f64> { case.recent_check_ins(days).iter().filter_map(answer).collect() };
    let (lately, usual) = (answers(7), answers(28));
    if lately.len() < 3 || usual.len() < 10 {
        return None;
    }
    Some(Trend {
        lately: mean(&lately)?,
        usual: mean(&usual)?,
        spread: standard_deviation(&usual)?,
    })
}
