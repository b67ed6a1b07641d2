//! A stretch of a run with one job, and the run with its purpose named. Inferred, so it can always
//! be thrown away and made again. Holds no sample: this is what the rulebook may see.

use crate::{
    calendar::{Date, LocalStart},
    oddity::Oddity,
    purpose::{Declared, Purpose},
    quantity::{Bpm, Celsius, Metres, MetresPerSecond, Seconds, StepsPerMinute},
    run::{RunId, Setting},
    runner::Thresholds,
};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The kind of a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SegmentKind {
    /// Easy running before the first work.
    WarmUp,
    /// Running below the first threshold.
    Easy,
    /// Running between the thresholds without a work pattern.
    Steady,
    /// A hard stretch with a job.
    Work,
    /// Jog, walk or stand between reps.
    Rest,
    /// A short relaxed acceleration.
    Stride,
    /// Easy running after the last work.
    CoolDown,
    /// Standing still: stop lights, pauses.
    Stop,
}

impl SegmentKind {
    /// The word for it, as written in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::WarmUp => "warm-up",
            Self::Easy => "easy",
            Self::Steady => "steady",
            Self::Work => "work",
            Self::Rest => "rest",
            Self::Stride => "stride",
            Self::CoolDown => "cool-down",
            Self::Stop => "stop",
        }
    }
}

impl fmt::Display for SegmentKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

/// A stretch of a run with one job.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Segment {
    /// What it is within the run.
    pub kind: SegmentKind,
    /// What it was for.
    pub purpose: Purpose,
    /// Seconds since the run's first sample, on the clock.
    pub start: Seconds,
    /// Seconds since the run's first sample, on the clock; the next segment's start.
    pub end: Seconds,
    /// Distance covered, pauses and silences included: the segments of a run add up to its distance.
    /// `None` when nothing measured it.
    pub distance: Option<Metres>,
    /// Mean speed over the time that was not paused.
    pub speed: Option<MetresPerSecond>,
    /// Mean speed on the flat for the same effort; `None` without altitude and speed.
    pub gap_speed: Option<MetresPerSecond>,
    /// Mean heart rate where the sensor can be believed.
    pub hr: Option<Bpm>,
    /// Metres climbed less metres descended; `None` without altitude.
    pub climb: Option<Metres>,
    /// Why it was named so, in one sentence.
    pub reason: String,
}

impl Segment {
    /// How long it took on the clock.
    pub fn duration(&self) -> Seconds {
        self.end - self.start
    }
}

/// A window of even running: grade below 3 %, no stop, speed varying little.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct EvenWindow {
    /// Seconds from the run's first sample to the window's middle.
    pub at: Seconds,
    /// Mean speed on the flat for the same effort.
    pub gap_speed: MetresPerSecond,
    /// Mean heart rate.
    pub hr: Bpm,
    /// Mean cadence; `None` where it was not recorded.
    pub cadence: Option<StepsPerMinute>,
    /// Mean air temperature at the device.
    pub temperature: Option<Celsius>,
}

/// How far a recording can be believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signal {
    /// Speed and distance.
    pub speed: Trust,
    /// Heart rate.
    pub hr: Trust,
}

/// How far one channel of a recording can be believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trust {
    /// It can be judged by.
    Good,
    /// Too faulty to judge by.
    Poor,
    /// It was not recorded.
    Missing,
}

/// A run with its purpose named and every stretch of it accounted for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NamedRun {
    /// Which run.
    pub id: RunId,
    /// When and in which local time it began.
    pub start: LocalStart,
    /// Distance; `None` when nothing measured it.
    pub distance: Option<Metres>,
    /// Time with the timer running; zero where [`NamedRun::time`] knows none.
    pub moving: Seconds,
    /// Time on the clock; zero where [`NamedRun::time`] knows none.
    pub elapsed: Seconds,
    /// Metres climbed in all; `None` without altitude.
    pub ascent: Option<Metres>,
    /// Where it was run.
    pub setting: Setting,
    /// Mean heart rate where the sensor can be believed.
    pub hr: Option<Bpm>,
    /// Mean air temperature at the device.
    pub temperature: Option<Celsius>,
    /// What it was for, as inferred.
    pub inferred: Purpose,
    /// How sure the inference is, 0 to 1: of runs named with confidence 0.8, about 80 % are right.
    pub confidence: f64,
    /// Why, in one sentence.
    pub reason: String,
    /// What somebody stated it was for; outranks the inference.
    pub declared: Option<Declared>,
    /// The runner's thresholds on the day of the run.
    pub thresholds: Thresholds,
    /// Coefficient of variation of the flat-equivalent speed over whole minutes, after the first
    /// 8 minutes and before the last 5; `None` for short runs and without speed.
    pub speed_variation: Option<f64>,
    /// Five-minute windows of even running on gentle ground, for comparing heart rate at the same
    /// speed between days.
    pub even_windows: Vec<EvenWindow>,
    /// How far the recording can be believed.
    pub signal: Signal,
    /// Stretches that cover the run from its first to its last sample without gaps.
    pub segments: Vec<Segment>,
    /// What was odd about the recording.
    pub oddities: Vec<Oddity>,
}

impl NamedRun {
    /// What the run was for: as declared, else as inferred.
    pub fn purpose(&self) -> Purpose {
        self.declared.map_or(self.inferred, |declared| declared.purpose)
    }

    /// Time with the timer running; `None` where nothing tells it, as in a log of distances.
    pub fn time(&self) -> Option<Seconds> {
        Some(self.moving).filter(|time| time.0 > 0.0)
    }

    /// The local day it belongs to.
    pub fn date(&self) -> Date {
        self.start.date()
    }
}
