//! What a run or a stretch of it was for, who says so, and how it stands in the ledger.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// What a run or a segment was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// A short, slow run to move blood after something hard.
    Recovery,
    /// Easy aerobic running.
    Easy,
    /// The long run.
    Long,
    /// Unbroken running between the first and the second threshold.
    Steady,
    /// Running that gets faster from start to end.
    Progression,
    /// Sustained running near the second threshold.
    Tempo,
    /// Repeated hard reps with recoveries.
    Intervals,
    /// Repeated climbs, or a run made of climbing.
    Hills,
    /// Faster and slower running without a fixed pattern.
    Fartlek,
    /// Short relaxed accelerations.
    Strides,
    /// A race or time trial.
    Race,
    /// Walking.
    Walk,
}

impl Purpose {
    /// Every purpose, in the order they are shown.
    pub const ALL: [Self; 12] = [
        Self::Recovery,
        Self::Easy,
        Self::Long,
        Self::Steady,
        Self::Progression,
        Self::Tempo,
        Self::Intervals,
        Self::Hills,
        Self::Fartlek,
        Self::Strides,
        Self::Race,
        Self::Walk,
    ];

    /// The word for it, as written in files, JSON and commands.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Recovery => "recovery",
            Self::Easy => "easy",
            Self::Long => "long",
            Self::Steady => "steady",
            Self::Progression => "progression",
            Self::Tempo => "tempo",
            Self::Intervals => "intervals",
            Self::Hills => "hills",
            Self::Fartlek => "fartlek",
            Self::Strides => "strides",
            Self::Race => "race",
            Self::Walk => "walk",
        }
    }

    /// Whether a run with this purpose asks for days of recovery around it.
    pub const fn is_hard(self) -> bool {
        matches!(
            self,
            Self::Tempo
                | Self::Intervals
                | Self::Hills
                | Self::Fartlek
                | Self::Race
                | Self::Progression
        )
    }

    /// Whether a run with this purpose is one of those that a plan is about: hard, or long.
    pub const fn is_key(self) -> bool {
        self.is_hard() || matches!(self, Self::Long)
    }

    /// Whether a run with this purpose belongs to easy running: nothing in it is faster than that.
    pub const fn is_easy(self) -> bool {
        matches!(self, Self::Recovery | Self::Easy | Self::Long | Self::Walk)
    }
}

impl fmt::Display for Purpose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

/// A word that names no purpose.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "'{0}' is not a purpose; the purposes are recovery, easy, long, steady, progression, tempo, intervals, hills, fartlek, strides, race and walk"
)]
pub struct UnknownPurpose(pub String);

impl FromStr for Purpose {
    type Err = UnknownPurpose;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        let lower = word.trim().to_lowercase();
        Self::ALL
            .into_iter()
            .find(|purpose| purpose.word() == lower)
            .ok_or_else(|| UnknownPurpose(word.to_owned()))
    }
}

/// A purpose that somebody stated, as opposed to one that was inferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declared {
    /// The stated purpose.
    pub purpose: Purpose,
    /// Who stated it.
    pub by: DeclaredBy,
}

/// Who stated a purpose, weakest first: a later one outranks an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DeclaredBy {
    /// A word in the run's title or description.
    Title,
    /// The workout type a platform stored with the run.
    Platform,
    /// The runner's own correction, kept for ever.
    Correction,
}

/// What an export says about an activity beside its recording: facts, kept as found. Never read to
/// infer anything; a purpose named in them is shown as declared.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Declaration {
    /// The activity's title.
    pub title: Option<String>,
    /// The runner's description.
    pub description: Option<String>,
    /// The platform's activity type, as found ("Run", "Laufen").
    pub activity_type: Option<String>,
    /// The platform's workout type, as found ("Race", "Long Run", "Workout").
    pub workout_type: Option<String>,
    /// The shoes that the platform names, as found.
    pub gear: Option<String>,
}

/// How a stretch stands in the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It had a job and did it.
    Purposeful,
    /// Its job is in doubt.
    Questionable,
    /// It had no job, or did harm; the cause and the alternative are named.
    Junk,
    /// The signal or the facts do not allow a judgement.
    CannotTell,
}

impl Standing {
    /// Every standing, best first.
    pub const ALL: [Self; 4] = [Self::Purposeful, Self::Questionable, Self::Junk, Self::CannotTell];

    /// The word for it, as written in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Purposeful => "purposeful",
            Self::Questionable => "questionable",
            Self::Junk => "junk",
            Self::CannotTell => "cannot-tell",
        }
    }
}

impl fmt::Display for Standing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_purpose_reads_back_from_its_word() {
        for purpose in Purpose::ALL {
            assert_eq!(purpose.word().parse(), Ok(purpose));
        }
        assert!("junk".parse::<Purpose>().is_err());
    }
}
