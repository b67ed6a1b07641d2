//! What was intended for a day, as parts with amounts and targets. Written and read by
//! [`crate::notation`].

use crate::{
    calendar::Date,
    purpose::Purpose,
    quantity::{Bpm, Metres, MetresPerSecond, Seconds},
};

/// What was intended for a day; no parts means rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Session {
    /// The parts, in order.
    pub parts: Vec<Part>,
}

/// One part of a session.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// Unbroken running with one purpose.
    Unbroken {
        /// What it is for.
        purpose: Purpose,
        /// How much of it, and how fast.
        effort: Effort,
    },
    /// Work and rest, repeated.
    Reps {
        /// The purpose the work is named after; `intervals` unless said.
        purpose: Purpose,
        /// How often.
        count: u32,
        /// One work stretch.
        work: Effort,
        /// The rest after each work stretch.
        rest: Effort,
        /// How the rest is spent.
        style: RestStyle,
    },
}

/// How much, how fast, and under which cap.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effort {
    /// How much.
    pub amount: Amount,
    /// The speed aimed at.
    pub speed: Option<MetresPerSecond>,
    /// The heart rate not to exceed.
    pub hr_cap: Option<Bpm>,
}

/// How much: a distance or a time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Amount {
    /// A distance.
    Distance(Metres),
    /// A time.
    Time(Seconds),
}

/// How a rest between reps is spent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RestStyle {
    /// Jogging.
    Jog,
    /// Walking.
    Walk,
    /// Standing.
    Stand,
}

/// A session meant for a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Planned {
    /// The day.
    pub date: Date,
    /// What is to be done; rest is a session too.
    pub session: Session,
}

impl Part {
    /// What it is for; for reps, what their work is for.
    pub const fn purpose(&self) -> Purpose {
        match self {
            Self::Unbroken { purpose, .. } | Self::Reps { purpose, .. } => *purpose,
        }
    }
}

impl Session {
    /// A day without running.
    pub const REST: Self = Self { parts: Vec::new() };

    /// The purpose it is named after: its hardest part's, else its first that is not plain easy.
    pub fn main_purpose(&self) -> Purpose {
        let purposes = self.parts.iter().map(|part| match part {
            Part::Unbroken { purpose, .. } | Part::Reps { purpose, .. } => *purpose,
        });
        purposes
            .max_by_key(|purpose| (purpose.is_hard(), *purpose != Purpose::Easy))
            .unwrap_or(Purpose::Easy)
    }

    /// Whether nothing is to be run.
    pub fn is_rest(&self) -> bool {
        self.parts.is_empty()
    }
}
