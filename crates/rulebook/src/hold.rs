//! What a rule leaves of today's running, and what the runner could say that would lift it. Rules only
//! hold back; what is run is proposed elsewhere.

use serde::Serialize;
use training::{CheckIn, Metres, OutOfTen, Pain, Question, Seconds};

/// What a rule leaves of today's running, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Hold {
    /// What may be done at all.
    pub allows: Allows,
    /// No longer than this.
    pub longest: Option<Seconds>,
    /// No farther than this.
    pub farthest: Option<Metres>,
    /// Why, with its numbers, in a sentence.
    pub message: String,
    /// What would lift it if all of it were said of today; empty when only time does.
    pub lifted_by: Vec<Fact>,
}

/// What may be done today, the strictest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Allows {
    /// No running, and a clinician is asked before the next run.
    Clinician,
    /// No running; a walk is welcome.
    Rest,
    /// No running; something without impact may take its place.
    Swap,
    /// Short and easy running only.
    Short,
    /// Easy running only.
    Easy,
    /// Anything.
    Anything,
}

/// An answer of today's check-in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fact {
    /// So much or less.
    AtMost(Question, f64),
    /// So much or more.
    AtLeast(Question, f64),
    /// Less than so much.
    Below(Question, f64),
    /// Yes or no.
    Is(Question, bool),
    /// Nothing hurts.
    NoPain,
    /// The pain is still so strong, and its place no longer swollen.
    SwellingDown {
        /// How strong, 0 to 10.
        pain: u8,
    },
}

impl Hold {
    /// Holds the day to what is allowed.
    pub fn to(allows: Allows, message: impl Into<String>) -> Self {
        let message = message.into();
        Self { allows, longest: None, farthest: None, message, lifted_by: Vec::new() }
    }

    /// The same, and no longer than this.
    #[must_use]
    pub fn no_longer_than(self, longest: Seconds) -> Self {
        Self { longest: Some(longest), ..self }
    }

    /// The same, and no farther than this.
    #[must_use]
    pub fn no_farther_than(self, farthest: Metres) -> Self {
        Self { farthest: Some(farthest), ..self }
    }

    /// The same, with an answer that it takes to lift it.
    #[must_use]
    pub fn lifted_by(mut self, fact: Fact) -> Self {
        self.lifted_by.push(fact);
        self
    }
}

impl Allows {
    /// Whether it leaves a day of running.
    pub fn running(self) -> bool {
        self >= Self::Short
    }
}

impl Fact {
    /// The most that is still below a number, on a scale of whole numbers.
    pub fn below(question: Question, from: f64) -> Self {
        Self::AtMost(question, from.ceil() - 1.0)
    }

    /// The question it answers.
    pub const fn question(self) -> Question {
        match self {
            Self::AtMost(question, _)
            | Self::AtLeast(question, _)
            | Self::Below(question, _)
            | Self::Is(question, _) => question,
            Self::NoPain => Question::Pain,
            Self::SwellingDown { .. } => Question::Swollen,
        }
    }

    /// It as it follows "with": `soreness at 4 or less`.
    pub fn in_words(self) -> String {
        match self {
            Self::AtLeast(Question::Pain, _) => "any pain".to_owned(),
            Self::AtMost(Question::Sleep, hours) => format!("{hours} hours of sleep or less"),
            Self::AtLeast(Question::Sleep, hours) => format!("{hours} hours of sleep or more"),
            Self::Below(Question::Sleep, hours) => format!("less than {hours} hours of sleep"),
            Self::AtLeast(Question::Fatigue, 5.0) => "fatigue at 5".to_owned(),
            Self::AtMost(question, value) => format!("{} at {value} or less", question.word()),
            Self::AtLeast(question, value) => format!("{} at {value} or more", question.word()),
            Self::Below(question, value) => format!("{} below {value}", question.word()),
            Self::Is(Question::Ill, false) => "you well again".to_owned(),
            Self::Is(Question::Limping, false) => "the limp gone".to_owned(),
            Self::Is(question, true) => format!("{}: yes", question.word()),
            Self::Is(question, false) => format!("{}: no", question.word()),
            Self::NoPain => "the pain gone".to_owned(),
            Self::SwellingDown { .. } => "the swelling down".to_owned(),
        }
    }

    /// Says it of a day, over what was said before; what its scale does not hold stays unsaid.
    pub fn say(self, of: &mut CheckIn) {
        let answer = match self {
            Self::AtMost(_, value) | Self::AtLeast(_, value) => value.to_string(),
            Self::Below(Question::Sleep, hours) => (hours - 0.1).max(0.0).to_string(),
            Self::Below(_, value) => (value - 1.0).to_string(),
            Self::Is(_, is) => if is { "yes" } else { "no" }.to_owned(),
            Self::NoPain => "0".to_owned(),
            Self::SwellingDown { pain } => {
                let level = OutOfTen::try_from(pain).unwrap_or(OutOfTen::NONE);
                let pain = of.pain.get_or_insert_with(|| Pain::of(level));
                pain.is_swollen = Some(false);
                return;
            }
        };
        let _ = self.question().tell(&answer, of);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use training::Date;

    const THURSDAY: Date = jiff::civil::date(2026, 3, 5);

    fn check(fact: Fact, words: &str, answer: &str) {
        let mut day = CheckIn::on(THURSDAY);
        fact.say(&mut day);
        assert_eq!(fact.in_words(), words);
        assert_eq!(fact.question().answer(&day).as_deref(), Some(answer));
    }

    #[test]
    fn a_fact_is_said_in_words_and_said_of_a_day() {
        check(Fact::AtMost(Question::Soreness, 4.0), "soreness at 4 or less", "4");
        check(Fact::AtLeast(Question::Fatigue, 5.0), "fatigue at 5", "5");
        check(Fact::AtLeast(Question::Sleep, 5.0), "5 hours of sleep or more", "5:00");
        check(Fact::Is(Question::Ill, false), "you well again", "no");
        check(Fact::NoPain, "the pain gone", "0");
        check(Fact::SwellingDown { pain: 3 }, "the swelling down", "no");
    }

    #[test]
    fn below_a_number_is_the_whole_number_before_it() {
        check(Fact::below(Question::Soreness, 5.0), "soreness at 4 or less", "4");
        check(Fact::below(Question::Soreness, 4.5), "soreness at 4 or less", "4");
    }

    #[test]
    fn a_pain_that_is_gone_takes_all_that_was_said_of_it_with_it() {
        let mut day = CheckIn::on(THURSDAY);
        Question::Pain.tell("4", &mut day).unwrap();
        Question::PainDays.tell("3", &mut day).unwrap();
        Fact::NoPain.say(&mut day);
        assert_eq!(day.pain, Some(Pain::of(OutOfTen::NONE)));
    }
}
