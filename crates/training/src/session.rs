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

/// Where a part stands in its session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Easy running at the beginning that prepares for something faster.
    WarmUp,
    /// What the session is about.
    Main,
    /// Easy running at the end, after something faster.
    CoolDown,
}

impl Amount {
    /// How far, at a speed where it is a time.
    pub fn distance(self, speed: Option<MetresPerSecond>) -> Option<Metres> {
        match self {
            Self::Distance(distance) => Some(distance),
            Self::Time(time) => Some(Metres(time.0 * speed?.0)),
        }
    }

    /// How long, at a speed where it is a distance.
    pub fn time(self, speed: Option<MetresPerSecond>) -> Option<Seconds> {
        match self {
            Self::Time(time) => Some(time),
            Self::Distance(distance) => {
                let speed = speed.filter(|speed| speed.0 > 0.0)?;
                Some(Seconds(distance.0 / speed.0))
            }
        }
    }

    /// Whether there is nothing to it.
    pub fn is_nothing(self) -> bool {
        matches!(self, Self::Distance(Metres(amount)) | Self::Time(Seconds(amount)) if amount <= 0.0)
    }
}

impl Effort {
    /// An amount without a pace and without a cap.
    pub const fn of(amount: Amount) -> Self {
        Self { amount, speed: None, hr_cap: None }
    }
}

impl Part {
    /// What it is for; for reps, what their work is for.
    pub const fn purpose(&self) -> Purpose {
        match self {
            Self::Unbroken { purpose, .. } | Self::Reps { purpose, .. } => *purpose,
        }
    }

    /// What of it is run, each with how often it comes: a rest spent standing goes nowhere.
    fn moving(&self) -> impl Iterator<Item = (Effort, u32)> {
        let stands = matches!(self, Self::Reps { style: RestStyle::Stand, .. });
        self.efforts().take(if stands { 1 } else { 2 })
    }

    /// Its efforts, each with how often it comes.
    pub fn efforts(&self) -> impl Iterator<Item = (Effort, u32)> + use<> {
        let (first, second) = match *self {
            Self::Unbroken { effort, .. } => ((effort, 1), None),
            Self::Reps { count, work, rest, .. } => ((work, count), Some((rest, count))),
        };
        std::iter::once(first).chain(second)
    }
}

impl Session {
    /// A day without running.
    pub const REST: Self = Self { parts: Vec::new() };

    /// Unbroken running of one purpose.
    pub fn unbroken(purpose: Purpose, effort: Effort) -> Self {
        Self { parts: vec![Part::Unbroken { purpose, effort }] }
    }

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

    /// Where one of its parts stands. Easy running before strides prepares for nothing: it is the
    /// run.
    pub fn place(&self, index: usize) -> Place {
        let is_plain = matches!(
            self.parts.get(index),
            Some(Part::Unbroken { purpose: Purpose::Easy | Purpose::Recovery | Purpose::Walk, .. })
        );
        let is_faster = |part: &Part| {
            !matches!(
                part.purpose(),
                Purpose::Easy
                    | Purpose::Recovery
                    | Purpose::Long
                    | Purpose::Walk
                    | Purpose::Strides
            )
        };
        if !is_plain || !self.parts.iter().any(is_faster) {
            Place::Main
        } else if index == 0 {
            Place::WarmUp
        } else if index + 1 == self.parts.len() {
            Place::CoolDown
        } else {
            Place::Main
        }
    }

    /// Its efforts in order, each with how often it comes.
    pub fn efforts(&self) -> impl Iterator<Item = (Effort, u32)> {
        self.parts.iter().flat_map(Part::efforts)
    }

    /// How far it goes. What is asked by time and without a pace goes at the speed given; without
    /// one it cannot be told.
    pub fn distance(&self, otherwise: Option<MetresPerSecond>) -> Option<Metres> {
        let of = |(effort, count): (Effort, u32)| {
            let once = effort.amount.distance(effort.speed.or(otherwise))?;
            Some(Metres(f64::from(count) * once.0))
        };
        self.parts.iter().flat_map(Part::moving).map(of).sum()
    }

    /// How long it takes. What is asked by distance and without a pace goes at the speed given;
    /// without one it cannot be told.
    pub fn time(&self, otherwise: Option<MetresPerSecond>) -> Option<Seconds> {
        let of = |(effort, count): (Effort, u32)| {
            let once = effort.amount.time(effort.speed.or(otherwise))?;
            Some(Seconds(f64::from(count) * once.0))
        };
        self.efforts().map(of).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::parse_session;

    fn places(text: &str) -> Vec<Place> {
        let session = parse_session(text).unwrap();
        (0..session.parts.len()).map(|index| session.place(index)).collect()
    }

    #[test]
    fn easy_running_around_something_faster_prepares_and_ends() {
        let expected = [Place::WarmUp, Place::Main, Place::CoolDown];
        assert_eq!(places("easy 10min + 6x(800m / 2min jog) + easy 10min"), expected);
        assert_eq!(places("easy 2km + steady 6km + walk 5min"), expected);
    }

    #[test]
    fn easy_running_with_strides_is_the_run_itself() {
        assert_eq!(places("easy 8km + strides 6x(20s / 1min walk)"), [Place::Main; 2]);
        assert_eq!(places("easy 8km"), [Place::Main]);
    }

    #[test]
    fn a_session_is_as_long_as_its_parts() {
        let session =
            parse_session("easy 2km @5:00 + 3x(1km @4:00 / 2min stand) + easy 10min @5:00")
                .unwrap();
        assert!((session.distance(None).unwrap().0 - 7000.0).abs() < 1e-6);
        assert!((session.time(None).unwrap().minutes() - 38.0).abs() < 1e-6);
    }

    #[test]
    fn what_has_no_pace_goes_at_the_usual_one_or_cannot_be_told() {
        let session = parse_session("easy 30min").unwrap();
        assert_eq!(session.distance(None), None);
        assert_eq!(session.distance(Some(MetresPerSecond(3.0))), Some(Metres(5400.0)));
        assert_eq!(session.time(None), Some(Seconds(1800.0)));
    }
}
