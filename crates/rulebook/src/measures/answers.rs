//! The runner's own answers over some days. A day without an answer is not a zero.

use super::{
    days::ran_on,
    statistics::{mean, standard_deviation},
};
use crate::case::Case;
use training::{CheckIn, Date};

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

/// The latest answer of the last `days` days, the day judged included, and the day it was given.
pub fn latest<T>(
    case: &Case<'_>,
    days: i64,
    answer: impl Fn(&CheckIn) -> Option<T>,
) -> Option<(Date, T)> {
    let mut check_ins = case.recent_check_ins(days).iter().rev();
    check_ins.find_map(|check_in| Some((check_in.date, answer(check_in)?)))
}

/// Days whose answer shows something, and those of them that were run on all the same.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shown {
    /// Days with an answer.
    pub answered: usize,
    /// Days whose answer shows it, oldest first.
    pub days: Vec<Date>,
    /// Those of them with a run, oldest first.
    pub run: Vec<Date>,
}

/// Looks at the last `days` days; `shows` gives `None` for a day without an answer to its question.
pub fn shown(case: &Case<'_>, days: i64, shows: impl Fn(&CheckIn) -> Option<bool>) -> Shown {
    let mut shown = Shown::default();
    for check_in in case.recent_check_ins(days) {
        let Some(shows) = shows(check_in) else { continue };
        shown.answered += 1;
        if shows {
            shown.days.push(check_in.date);
        }
    }
    shown.run = shown.days.iter().copied().filter(|day| ran_on(case, *day)).collect();
    shown
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
