//! Training beside running: strength, the bike, the pool. It has a place in a plan and a length, and
//! is no session: no rule on running looks at it.
//!
//! ```text
//! beside = sport time ["easy"]
//! sport  = strength | cross | bike | swim | row | ski | hike | machine
//! ```

use crate::{
    notation::{NotTraining, parse_time},
    quantity::Seconds,
    run::Sport,
};
use std::{fmt, str::FromStr};

/// Training beside running.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Beside {
    /// What it is; [`Sport::Other`] leaves the choice to the runner.
    pub sport: Sport,
    /// How long it takes.
    pub time: Seconds,
}

const WORDS: [(Sport, &str); 8] = [
    (Sport::Strength, "strength"),
    (Sport::Other, "cross"),
    (Sport::Cycling, "bike"),
    (Sport::Swimming, "swim"),
    (Sport::Rowing, "row"),
    (Sport::Skiing, "ski"),
    (Sport::Hiking, "hike"),
    (Sport::Machine, "machine"),
];

impl Beside {
    /// The word for its sport, as written in plans.
    pub fn word(&self) -> &'static str {
        WORDS.iter().find(|(sport, _)| *sport == self.sport).map_or("cross", |(_, word)| word)
    }

    /// Whether a text begins with a sport, and so is no running.
    pub fn is_meant(text: &str) -> bool {
        sport(text.split_whitespace().next().unwrap_or_default()).is_some()
    }

    /// Whether something that was done is what was meant: strength for strength, anything else for
    /// what leaves the choice.
    pub fn is_met_by(&self, done: Sport) -> bool {
        match self.sport {
            Sport::Other => done != Sport::Strength,
            meant => done == meant,
        }
    }
}

fn sport(word: &str) -> Option<Sport> {
    let word = word.to_lowercase();
    WORDS.into_iter().find(|(_, own)| *own == word).map(|(sport, _)| sport)
}

impl FromStr for Beside {
    type Err = NotTraining;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let fault = || NotTraining {
            text: text.trim().to_owned(),
            hint: "training beside running is a sport and a time: strength 30min, bike 40min",
        };
        let mut words = text.split_whitespace();
        let sport = words.next().and_then(sport).ok_or_else(fault)?;
        let time = words.next().and_then(parse_time).ok_or_else(fault)?;
        match (words.next(), words.next()) {
            (None | Some("easy"), None) => Ok(Self { sport, time }),
            _ => Err(fault()),
        }
    }
}

impl fmt::Display for Beside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}min", self.word(), self.time.minutes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back_the_same() {
        for text in ["strength 30min", "cross 40min", "bike 45min", "swim 25min"] {
            assert_eq!(text.parse::<Beside>().unwrap().to_string(), text);
        }
        assert_eq!("bike 40min easy".parse::<Beside>().unwrap().to_string(), "bike 40min");
    }

    #[test]
    fn a_mistake_says_what_was_expected() {
        for text in ["strength", "bike 20km", "strength 30min hard"] {
            let fault = text.parse::<Beside>().unwrap_err().to_string();
            assert!(fault.contains("strength 30min"), "{fault}");
        }
    }

    #[test]
    fn strength_is_met_by_strength_and_a_free_choice_by_anything_else() {
        let meant = |text: &str| text.parse::<Beside>().unwrap();
        assert!(meant("strength 30min").is_met_by(Sport::Strength));
        assert!(!meant("strength 30min").is_met_by(Sport::Cycling));
        assert!(meant("cross 40min").is_met_by(Sport::Swimming));
        assert!(!meant("cross 40min").is_met_by(Sport::Strength));
    }
}
