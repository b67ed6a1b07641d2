//! Whether the runner's own answers say that training agrees with them: worse than usual, good for
//! two weeks, or neither.

use super::answers::{count_days, trend};
use crate::case::Case;
use training::{CheckIn, OutOfFive, OutOfTen};

/// Four weeks that hold more than this share more than the four before hold much more (the article
/// on context: 15 %, our reading of "volume for its own sake").
pub const MUCH_MORE: f64 = 0.15;
/// Days that are all good make a runner fresh (the article on safe progression).
const FRESH_DAYS: i64 = 14;
/// Of these, so many are answered (our own convention).
const FEWEST_ANSWERS: usize = 10;
/// The last seven days are worse than usual by one standard deviation, and by this much at the
/// least, so that steady answers are not read too finely (our own convention).
const WORSE_OF_FIVE: f64 = 0.5;
const WORSE_OF_TEN: f64 = 1.0;
/// A good day has no more than this (our own convention).
const SORE: u8 = 4;
const TIRED: u8 = 3;
const LOW: u8 = 3;

/// What the answers say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Freshness {
    /// The last week was worse than the last four; what changed, as in `fatigue rose`.
    Worse(Vec<&'static str>),
    /// Every answered day of two weeks was good.
    Fresh,
    /// Neither.
    AsUsual,
}

/// What the answers say; `None` with too few of them.
pub fn freshness(case: &Case<'_>) -> Option<Freshness> {
    let changes = [
        ("fatigue rose", rise(case, |it| it.fatigue.map(of_five), WORSE_OF_FIVE)),
        ("soreness rose", rise(case, |it| it.soreness.map(of_ten), WORSE_OF_TEN)),
        ("mood fell", rise(case, |it| it.mood.map(|mood| -of_five(mood)), WORSE_OF_FIVE)),
        ("motivation fell", rise(case, |it| it.motivation.map(|it| -of_five(it)), WORSE_OF_FIVE)),
    ];
    let worse: Vec<_> =
        changes.iter().filter(|(_, rose)| *rose == Some(true)).map(|(what, _)| *what).collect();
    if !worse.is_empty() {
        return Some(Freshness::Worse(worse));
    }
    let days = count_days(case, FRESH_DAYS, is_good);
    if days.answered >= FEWEST_ANSWERS && days.showing == days.answered {
        return Some(Freshness::Fresh);
    }
    changes.iter().any(|(_, rose)| rose.is_some()).then_some(Freshness::AsUsual)
}

/// Whether an answer that is better the lower it is rose clearly above its own usual.
fn rise(case: &Case<'_>, answer: fn(&CheckIn) -> Option<f64>, least: f64) -> Option<bool> {
    let trend = trend(case, answer)?;
    Some(trend.lately - trend.usual >= trend.spread.max(least))
}

fn of_five(answer: OutOfFive) -> f64 {
    f64::from(u8::from(answer))
}

fn of_ten(answer: OutOfTen) -> f64 {
    f64::from(u8::from(answer))
}

/// Whether all that was answered on a day was good; `None` where nothing was asked.
fn is_good(day: &CheckIn) -> Option<bool> {
    let answers = [
        day.soreness.map(|it| u8::from(it) <= SORE),
        day.fatigue.map(|it| u8::from(it) <= TIRED),
        day.mood.map(|it| u8::from(it) >= LOW),
        day.motivation.map(|it| u8::from(it) >= LOW),
        day.pain.as_ref().map(|pain| u8::from(pain.level) == 0),
        day.is_ill.map(|is_ill| !is_ill),
    ];
    answers.into_iter().flatten().reduce(|one, other| one && other)
}
