//! Activities of which only a summary exists: one row of a log, one object of a listing. Knows no
//! format.

use crate::{
    recording::{Kind, Recording},
    sport_words,
};
use training::{LocalStart, Metres, OddityKind, Seconds, Sport, Totals};

/// Faster than anyone has run (Bolt's best 20 m, 12.4 m/s; Graubner & Nixdorf 2011).
const FASTEST_MPS: f64 = 12.5;

/// The recording, without samples, that a summary tells of. Without a word for the sport it was
/// running; a word that nobody knows is another sport.
pub(crate) fn recording(start: LocalStart, sport: Option<&str>, claimed: Totals) -> Recording {
    let kind = match sport.map(sport_words::kind) {
        None => Kind::Run,
        Some(Kind::Unsaid) => Kind::Other(Sport::Other),
        Some(kind) => kind,
    };
    let mut recording = Recording {
        start: Some(Seconds(start.utc.as_second() as f64)),
        offset_seconds: start.offset_seconds,
        setting: sport.map(sport_words::setting).unwrap_or_default(),
        called: sport.unwrap_or_default().to_owned(),
        kind,
        claimed,
        ..Recording::default()
    };
    if kind == Kind::Run {
        drop_impossible_time(&mut recording);
    }
    recording
}

/// A time in which nobody covers the distance is a slip of the pen: it is left out, and said.
fn drop_impossible_time(recording: &mut Recording) {
    let claimed = &mut recording.claimed;
    let (Some(distance), Some(time)) = (claimed.distance, claimed.moving.or(claimed.elapsed))
    else {
        return;
    };
    if distance.over(time).is_none_or(|speed| speed.0 <= FASTEST_MPS) {
        return;
    }
    claimed.moving = None;
    claimed.elapsed = None;
    let (km, seconds) = (distance.km(), time.0);
    let message = format!(
        "{km:.2} km in {seconds:.0} s is faster than anyone runs; the time is taken as unknown"
    );
    recording.note(OddityKind::TotalsDisagree, message);
}

/// A distance, where zero means that none was recorded.
pub(crate) fn distance(metres: f64) -> Option<Metres> {
    (metres.is_finite() && metres > 0.0).then_some(Metres(metres))
}

/// A time, where zero means that none was recorded.
pub(crate) fn time(seconds: f64) -> Option<Seconds> {
    (seconds.is_finite() && seconds > 0.0).then_some(Seconds(seconds))
}
