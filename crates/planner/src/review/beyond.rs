//! How a run went beyond what its session asked: longer, faster, or harder.

use training::{Metres, MetresPerSecond, NamedRun, Purpose, Seconds, Session};

/// What is longer, faster or shorter than a session by no more than this share is as asked (convention of
/// this project, as the rules allow of a week).
pub(super) const AS_ASKED: f64 = 0.15;

/// How a run went beyond what was asked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Beyond {
    /// Longer, by a share.
    Longer(f64),
    /// Faster, by a share.
    Faster(f64),
    /// Above easy running where easy running was asked.
    Harder,
}

/// How the runs for a session went beyond it.
pub fn beyond(session: &Session, runs: &[&NamedRun], easy: MetresPerSecond) -> Vec<Beyond> {
    if runs.is_empty() {
        return Vec::new();
    }
    let more = |(asked, ran): (f64, f64)| Some(ran / asked - 1.0).filter(|more| *more > AS_ASKED);
    let longer = size(session, runs, easy).and_then(more).map(Beyond::Longer);
    let faster = speeds(session, runs).and_then(more).map(Beyond::Faster);
    let harder = is_harder(session, runs).then_some(Beyond::Harder);
    longer.into_iter().chain(faster).chain(harder).collect()
}

/// How much was asked and how much was run: in metres where the session is written so, else in
/// seconds, else as far as it goes at the easy speed. `None` where that cannot be told.
pub fn size(session: &Session, runs: &[&NamedRun], easy: MetresPerSecond) -> Option<(f64, f64)> {
    let asked = match (session.distance(None), session.time(None)) {
        (Some(distance), _) => (distance.0, ran(runs)?.0),
        (None, Some(time)) => (time.0, moving(runs).0),
        (None, None) => (session.distance(Some(easy))?.0, ran(runs)?.0),
    };
    Some(asked).filter(|(asked, _)| *asked > 0.0)
}

/// The mean speed asked and the one run; `None` where no pace was asked for all of it.
fn speeds(session: &Session, runs: &[&NamedRun]) -> Option<(f64, f64)> {
    let asked = session.distance(None)?.over(session.time(None)?)?;
    Some((asked.0, ran(runs)?.over(moving(runs))?.0))
}

fn is_harder(session: &Session, runs: &[&NamedRun]) -> bool {
    let asked = session.main_purpose();
    let is_short_and_easy = matches!(asked, Purpose::Easy | Purpose::Recovery | Purpose::Strides);
    runs.iter().map(|run| run.purpose()).any(|run| {
        (run.is_hard() && !asked.is_hard() && asked != Purpose::Steady)
            || (run == Purpose::Steady && is_short_and_easy)
    })
}

fn ran(runs: &[&NamedRun]) -> Option<Metres> {
    runs.iter().map(|run| run.distance).sum()
}

fn moving(runs: &[&NamedRun]) -> Seconds {
    runs.iter().fold(Seconds(0.0), |sum, run| sum + run.moving)
}
