//! Whether what was run did the job of a session: work of its kind, and as much of it as was asked.

use super::beyond::{AS_ASKED, size};
use training::{MetresPerSecond, NamedRun, Part, Purpose, SegmentKind, Session};

/// Less than this share of a long run is another run, and less than this share of a session does not
/// take its place on another day (convention of this project).
pub(super) const IN_PLACE: f64 = 0.5;

/// How much of a session's job was done.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub(super) enum Did {
    /// As much as was asked, or as much as can be told.
    All,
    /// Its job, but shorter by this share.
    Part(f64),
    /// Easy running that was not short, and hard.
    TooHard,
    /// Another job.
    Other,
}

impl Did {
    /// By which share it was too short.
    pub(super) const fn short(self) -> Option<f64> {
        match self {
            Self::Part(short) => Some(short),
            _ => None,
        }
    }
}

/// The kinds of work among which one session stands for another.
#[derive(PartialEq, Eq)]
enum Kind {
    /// Running that is not hard.
    Easy,
    /// Told by its length.
    Long,
    /// Hard and unbroken, or in a few long pieces.
    Sustained,
    /// Hard and broken by rest.
    Repeated,
    /// As hard as it gets.
    Race,
}

/// What the runs did of a session's job.
pub(super) fn did(session: &Session, runs: &[&NamedRun], easy: MetresPerSecond) -> Did {
    let short = size(session, runs, easy).map(|(asked, ran)| (asked - ran) / asked);
    let is_half = short.is_none_or(|short| 1.0 - short >= IN_PLACE);
    let short = short.filter(|short| *short > AS_ASKED);
    let is_hard = runs.iter().any(|run| run.purpose().is_hard());
    let is_its_kind = match kind_asked(session) {
        Kind::Easy if is_hard && short.is_none() => return Did::TooHard,
        Kind::Easy => !is_hard,
        Kind::Long if is_hard => short.is_none(),
        Kind::Long => is_half,
        Kind::Race => is_hard,
        kind => runs.iter().any(|run| has_work_of(run, &kind)),
    };
    match short {
        _ if !is_its_kind => Did::Other,
        Some(short) => Did::Part(short),
        None => Did::All,
    }
}

/// A long run stays one whatever is run within it.
fn kind_asked(session: &Session) -> Kind {
    let is_long = session.parts.iter().map(Part::purpose).any(|it| it == Purpose::Long);
    if is_long { Kind::Long } else { kind(session.main_purpose()) }
}

const fn kind(purpose: Purpose) -> Kind {
    match purpose {
        Purpose::Recovery | Purpose::Easy | Purpose::Strides | Purpose::Walk => Kind::Easy,
        Purpose::Long => Kind::Long,
        Purpose::Steady | Purpose::Tempo | Purpose::Progression => Kind::Sustained,
        Purpose::Intervals | Purpose::Hills | Purpose::Fartlek => Kind::Repeated,
        Purpose::Race => Kind::Race,
    }
}

/// Whether a run was named so, or a stretch of its work was; what the runner says it was for leaves no
/// question open.
fn has_work_of(run: &NamedRun, asked: &Kind) -> bool {
    let is_it = |purpose: Purpose| [asked, &Kind::Race].contains(&&kind(purpose));
    let in_a_stretch = || {
        let work = run.segments.iter().filter(|segment| segment.kind == SegmentKind::Work);
        work.map(|segment| segment.purpose).any(is_it)
    };
    is_it(run.purpose()) || (run.declared.is_none() && in_a_stretch())
}
