//! What was odd about a recording: said beside the run, never hidden, never a reason to lose it.

use crate::quantity::Seconds;
use serde::{Deserialize, Serialize};

/// One thing that was odd about a recording, and where in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Oddity {
    /// What kind of oddity.
    pub kind: OddityKind,
    /// When it began, since the first sample; `None` when it concerns the whole recording.
    pub at: Option<Seconds>,
    /// How long it lasted, where that has a meaning.
    pub lasted: Option<Seconds>,
    /// A plain sentence with the numbers.
    pub message: String,
}

/// The kinds of oddity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum OddityKind {
    /// The file is damaged: what could be read was kept.
    DamagedFile,
    /// The file breaks its format's rules but could be read.
    FormatFault,
    /// The position jumped farther than anyone runs.
    GpsJump,
    /// Heart rate went missing for a while.
    HrDropout,
    /// Heart rate leapt implausibly.
    HrSpike,
    /// The optical sensor followed the cadence instead of the pulse.
    CadenceLock,
    /// The clock went backwards.
    ClockBackwards,
    /// No sample, or a long silence, where there should be samples.
    Gap,
    /// No altitude was recorded.
    NoAltitude,
    /// No distance or position was recorded.
    NoDistance,
    /// No heart rate was recorded.
    NoHeartRate,
    /// The file's own totals disagree with its samples.
    TotalsDisagree,
    /// The file holds several sports; the running legs were kept.
    Multisport,
    /// The file does not name the sport: it was decided by the speed.
    SportGuessed,
    /// The local time had to be guessed.
    LocalTimeGuessed,
    /// The file tells the day and no time of it: noon was taken.
    NoTimeOfDay,
    /// Only a summary exists, no samples.
    NoStream,
    /// Something was measured in another way than everymile compares; it was kept and is not used.
    OtherMeasure,
}

impl Oddity {
    /// An oddity of the whole recording.
    pub fn whole(kind: OddityKind, message: impl Into<String>) -> Self {
        Self { kind, at: None, lasted: None, message: message.into() }
    }

    /// An oddity of a stretch of it.
    pub fn stretch(
        kind: OddityKind,
        at: Seconds,
        lasted: Seconds,
        message: impl Into<String>,
    ) -> Self {
        Self { kind, at: Some(at), lasted: Some(lasted), message: message.into() }
    }
}
