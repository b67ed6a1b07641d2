//! The questions of a check-in: the word that asks each, how an answer is written and read, and
//! which answers are possible. The keyboard, tables of days and the logbook all go by them.

use crate::{
    body_site::{BodySite, UnknownSite},
    check_in::{self, CheckIn, OutOfFive, OutOfTen},
    quantity::{Bpm, Milliseconds, Seconds},
};
use std::ops::RangeInclusive;

/// One question of a check-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is the field of `CheckIn` or `Pain` with its name")]
pub enum Question {
    Soreness,
    SoreSite,
    Pain,
    PainSite,
    PainDays,
    Swollen,
    Sharp,
    Limping,
    Ill,
    Fatigue,
    Motivation,
    Mood,
    Stress,
    Sleep,
    SleepQuality,
    Drinking,
    Eating,
    RestingHr,
    Hrv,
    Effort,
    FeltAfter,
    TalkTest,
    Motive,
}

/// An answer that cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImpossibleAnswer {
    /// It is not among those the question allows.
    #[error("'{answer}' is no answer to '{word}'; say {allowed}")]
    NotAllowed {
        /// The answer given.
        answer: String,
        /// The word of the question.
        word: &'static str,
        /// What may be answered.
        allowed: &'static str,
    },
    /// It names no place on the body.
    #[error(transparent)]
    UnknownSite(#[from] UnknownSite),
    /// It says more of something that was not said.
    #[error("'{word}' says more of '{of}', which was not answered; answer '{of}' too, {allowed}")]
    OfNothing {
        /// The word of the question.
        word: &'static str,
        /// The word of the question to be answered first.
        of: &'static str,
        /// What may be answered to that.
        allowed: &'static str,
    },
}

const MINUTE: f64 = 60.0;
const HOUR: f64 = 3600.0;
const DAY: f64 = 86_400.0;

/// Resting heart rates that can be, in beats a minute, as in a profile. What is beyond is a slip of
/// the pen or of the sensor: our own convention.
pub const RESTING_HR: RangeInclusive<f64> = 25.0..=120.0;

/// Heart-rate variability that can be, in milliseconds of RMSSD: our own convention, too.
pub const HRV: RangeInclusive<f64> = 1.0..=300.0;

const LONGEST_PAIN_DAYS: f64 = 3650.0;

/// Every question in its place: the word that asks it, the fields that lead to its answer, and what
/// may be answered, to read after "say". What says more of another follows it.
#[rustfmt::skip]
const QUESTIONS: [(Question, &str, &[&str], &str); 23] = [
    (Question::Soreness, "soreness", &["soreness"], "a whole number from 0 (not sore) to 10 (as sore as can be)"),
    (Question::SoreSite, "where", &["sore_site"], "a place on the body, like 'left calf'"),
    (Question::Pain, "pain", &["pain"], "a whole number from 0 (none) to 10 (the worst imaginable)"),
    (Question::PainSite, "pain-where", &["pain", "site"], "a place on the body, like 'left calf'"),
    (Question::PainDays, "pain-days", &["pain", "lasted"], "a number of days from 0 to 3650"),
    (Question::Swollen, "swollen", &["pain", "is_swollen"], "yes or no"),
    (Question::Sharp, "sharp", &["pain", "is_sharp_and_local"], "yes or no"),
    (Question::Limping, "limping", &["is_limping"], "yes or no"),
    (Question::Ill, "ill", &["is_ill"], "yes or no"),
    (Question::Fatigue, "fatigue", &["fatigue"], "a whole number from 1 (fresh) to 5 (exhausted)"),
    (Question::Motivation, "motivation", &["motivation"], "a whole number from 1 (dreading to run) to 5 (keen to run)"),
    (Question::Mood, "mood", &["mood"], "a whole number from 1 (low) to 5 (bright)"),
    (Question::Stress, "stress", &["stress"], "a whole number from 1 (calm) to 5 (under great stress)"),
    (Question::Sleep, "sleep", &["sleep"], "hours from 0 to 24, like 6.5 or 6:30"),
    (Question::SleepQuality, "slept-well", &["sleep_quality"], "a whole number from 1 (broken) to 5 (deep)"),
    (Question::Drinking, "drank", &["drinking"], "a whole number from 1 (hardly) to 5 (well)"),
    (Question::Eating, "ate", &["eating"], "a whole number from 1 (poorly) to 5 (well)"),
    (Question::RestingHr, "resting-hr", &["resting_hr"], "beats a minute at rest, from 25 to 120"),
    (Question::Hrv, "hrv", &["hrv"], "milliseconds (RMSSD), from 1 to 300"),
    (Question::Effort, "effort", &["effort"], "a whole number from 0 (nothing) to 10 (all there is)"),
    (Question::FeltAfter, "felt-after", &["felt_after"], "a whole number from -2 (drained) to 2 (lifted)"),
    (Question::TalkTest, "talk", &["talk_test"], "yes (whole sentences), unsure (phrases) or no (hardly a word)"),
    (Question::Motive, "ran-for", &["motive"], "plan, joy, duty or number (to bring the week's distance up)"),
];

impl Question {
    /// Every question, in the order in which they are answered.
    pub fn all() -> impl Iterator<Item = Self> {
        QUESTIONS.into_iter().map(|(question, ..)| question)
    }

    /// The question that a word asks.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::all().find(|question| question.word() == word)
    }

    /// The word that asks it, as on the command line.
    pub const fn word(self) -> &'static str {
        QUESTIONS[self as usize].1
    }

    /// The fields that lead to its answer where a check-in is written with their names.
    pub const fn path(self) -> &'static [&'static str] {
        QUESTIONS[self as usize].2
    }

    /// What may be answered, to read after "say".
    pub const fn allowed(self) -> &'static str {
        QUESTIONS[self as usize].3
    }

    /// Takes an answer as a person writes it into a check-in, or refuses it and changes nothing.
    pub fn tell(self, answer: &str, into: &mut CheckIn) -> Result<(), ImpossibleAnswer> {
        let told = match self {
            Self::Soreness => {
                let soreness = of_ten(answer);
                into.add(CheckIn { soreness, ..CheckIn::on(into.date) });
                soreness.is_some()
            }
            Self::SoreSite => {
                into.soreness.ok_or_else(|| self.of_nothing(Self::Soreness))?;
                set(&mut into.sore_site, Some(site(answer)?))
            }
            Self::Pain => {
                let pain = of_ten(answer).map(check_in::Pain::of);
                let is_told = pain.is_some();
                into.add(CheckIn { pain, ..CheckIn::on(into.date) });
                is_told
            }
            Self::PainSite | Self::PainDays | Self::Swollen | Self::Sharp => {
                let pain = into.pain.as_mut().ok_or_else(|| self.of_nothing(Self::Pain))?;
                match self {
                    Self::PainSite => set(&mut pain.site, Some(site(answer)?)),
                    Self::PainDays => set(&mut pain.lasted, days(answer)),
                    Self::Swollen => set(&mut pain.is_swollen, yes_or_no(answer)),
                    _ => set(&mut pain.is_sharp_and_local, yes_or_no(answer)),
                }
            }
            Self::Limping => set(&mut into.is_limping, yes_or_no(answer)),
            Self::Ill => set(&mut into.is_ill, yes_or_no(answer)),
            Self::Fatigue => set(&mut into.fatigue, of_five(answer)),
            Self::Motivation => set(&mut into.motivation, of_five(answer)),
            Self::Mood => set(&mut into.mood, of_five(answer)),
            Self::Stress => set(&mut into.stress, of_five(answer)),
            Self::Sleep => set(&mut into.sleep, hours(answer)),
            Self::SleepQuality => set(&mut into.sleep_quality, of_five(answer)),
            Self::Drinking => set(&mut into.drinking, of_five(answer)),
            Self::Eating => set(&mut into.eating, of_five(answer)),
            Self::RestingHr => set(&mut into.resting_hr, number(answer, RESTING_HR).map(Bpm)),
            Self::Hrv => set(&mut into.hrv, number(answer, HRV).map(Milliseconds)),
            Self::Effort => set(&mut into.effort, of_ten(answer)),
            Self::FeltAfter => set(&mut into.felt_after, felt_after(answer)),
            Self::TalkTest => set(&mut into.talk_test, named(&TALK, answer)),
            Self::Motive => set(&mut into.motive, named(&MOTIVES, answer)),
        };
        if told { Ok(()) } else { Err(self.not_allowed(answer)) }
    }

    /// The answer in a check-in, as [`Self::tell`] would read it; `None` where it was not said.
    pub fn answer(self, said: &CheckIn) -> Option<String> {
        let pain = || said.pain.as_ref();
        match self {
            Self::Soreness => said.soreness.map(ten),
            Self::SoreSite => said.sore_site.clone(),
            Self::Pain => pain().map(|pain| ten(pain.level)),
            Self::PainSite => pain()?.site.clone(),
            Self::PainDays => pain()?.lasted.map(|lasted| plain(lasted.0 / DAY)),
            Self::Swollen => pain()?.is_swollen.map(yes),
            Self::Sharp => pain()?.is_sharp_and_local.map(yes),
            Self::Limping => said.is_limping.map(yes),
            Self::Ill => said.is_ill.map(yes),
            Self::Fatigue => said.fatigue.map(five),
            Self::Motivation => said.motivation.map(five),
            Self::Mood => said.mood.map(five),
            Self::Stress => said.stress.map(five),
            Self::Sleep => said.sleep.map(hours_and_minutes),
            Self::SleepQuality => said.sleep_quality.map(five),
            Self::Drinking => said.drinking.map(five),
            Self::Eating => said.eating.map(five),
            Self::RestingHr => said.resting_hr.map(|hr| plain(hr.0)),
            Self::Hrv => said.hrv.map(|hrv| plain(hrv.0)),
            Self::Effort => said.effort.map(ten),
            Self::FeltAfter => said.felt_after.map(|felt| i8::from(felt).to_string()),
            Self::TalkTest => said.talk_test.map(|talk| word_of(&TALK, &talk)),
            Self::Motive => said.motive.map(|motive| word_of(&MOTIVES, &motive)),
        }
    }

    /// Takes the answer out of a check-in; with pain goes all that was said of it.
    pub fn forget(self, said: &mut CheckIn) {
        match self {
            Self::Soreness => said.soreness = None,
            Self::SoreSite => said.sore_site = None,
            Self::Pain => said.pain = None,
            Self::PainSite | Self::PainDays | Self::Swollen | Self::Sharp => {
                let Some(pain) = &mut said.pain else { return };
                match self {
                    Self::PainSite => pain.site = None,
                    Self::PainDays => pain.lasted = None,
                    Self::Swollen => pain.is_swollen = None,
                    _ => pain.is_sharp_and_local = None,
                }
            }
            Self::Limping => said.is_limping = None,
            Self::Ill => said.is_ill = None,
            Self::Fatigue => said.fatigue = None,
            Self::Motivation => said.motivation = None,
            Self::Mood => said.mood = None,
            Self::Stress => said.stress = None,
            Self::Sleep => said.sleep = None,
            Self::SleepQuality => said.sleep_quality = None,
            Self::Drinking => said.drinking = None,
            Self::Eating => said.eating = None,
            Self::RestingHr => said.resting_hr = None,
            Self::Hrv => said.hrv = None,
            Self::Effort => said.effort = None,
            Self::FeltAfter => said.felt_after = None,
            Self::TalkTest => said.talk_test = None,
            Self::Motive => said.motive = None,
        }
    }

    fn not_allowed(self, answer: &str) -> ImpossibleAnswer {
        let (answer, word, allowed) = (answer.to_owned(), self.word(), self.allowed());
        ImpossibleAnswer::NotAllowed { answer, word, allowed }
    }

    const fn of_nothing(self, of: Self) -> ImpossibleAnswer {
        let (word, of, allowed) = (self.word(), of.word(), of.allowed());
        ImpossibleAnswer::OfNothing { word, of, allowed }
    }
}

const TALK: [(&str, check_in::TalkTest); 3] = [
    ("yes", check_in::TalkTest::Comfortable),
    ("unsure", check_in::TalkTest::Unsure),
    ("no", check_in::TalkTest::CannotTalk),
];

const MOTIVES: [(&str, check_in::Motive); 4] = [
    ("plan", check_in::Motive::Plan),
    ("joy", check_in::Motive::Joy),
    ("duty", check_in::Motive::Duty),
    ("number", check_in::Motive::Number),
];

fn set<T>(field: &mut Option<T>, answer: Option<T>) -> bool {
    let is_told = answer.is_some();
    if is_told {
        *field = answer;
    }
    is_told
}

fn of_ten(answer: &str) -> Option<OutOfTen> {
    OutOfTen::try_from(u8::try_from(whole(answer)?).ok()?).ok()
}

fn of_five(answer: &str) -> Option<OutOfFive> {
    OutOfFive::try_from(u8::try_from(whole(answer)?).ok()?).ok()
}

fn felt_after(answer: &str) -> Option<check_in::FeltAfter> {
    check_in::FeltAfter::try_from(i8::try_from(whole(answer)?).ok()?).ok()
}

/// A whole number; `6.0`, as spreadsheets write it, is one.
fn whole(answer: &str) -> Option<i16> {
    let number = number(answer, -100.0..=100.0)?;
    (number.fract() == 0.0).then_some(number as i16)
}

/// A number in a range, with a decimal point or comma.
fn number(answer: &str, range: RangeInclusive<f64>) -> Option<f64> {
    let number: f64 = answer.trim().replace(',', ".").parse().ok()?;
    range.contains(&number).then_some(number)
}

fn days(answer: &str) -> Option<Seconds> {
    number(answer, 0.0..=LONGEST_PAIN_DAYS).map(|days| Seconds(days * DAY))
}

/// `6.5`, `6:30` or `6h30`; a day has 24 hours.
fn hours(answer: &str) -> Option<Seconds> {
    let answer = answer.trim().trim_end_matches(['h', 'H']).trim_end();
    let hours = match answer.split_once([':', 'h', 'H']) {
        Some((hours, minutes)) => {
            number(hours, 0.0..=24.0)?.trunc() + number(minutes, 0.0..=59.0)? / 60.0
        }
        None => number(answer, 0.0..=24.0)?,
    };
    (hours <= 24.0).then_some(Seconds(hours * HOUR))
}

fn yes_or_no(answer: &str) -> Option<bool> {
    match answer.trim().to_lowercase().as_str() {
        "yes" | "y" | "true" | "1" => Some(true),
        "no" | "n" | "false" | "0" => Some(false),
        _ => None,
    }
}

fn site(answer: &str) -> Result<String, UnknownSite> {
    answer.parse().map(|site: BodySite| site.to_string())
}

fn named<T: Copy>(words: &[(&str, T)], answer: &str) -> Option<T> {
    let answer = answer.trim().to_lowercase();
    words.iter().find(|(word, _)| *word == answer).map(|(_, meant)| *meant)
}

fn word_of<T: PartialEq>(words: &[(&str, T)], meant: &T) -> String {
    let found = words.iter().find(|(_, one)| one == meant);
    found.map_or_else(String::new, |(word, _)| (*word).to_owned())
}

fn ten(answer: OutOfTen) -> String {
    u8::from(answer).to_string()
}

fn five(answer: OutOfFive) -> String {
    u8::from(answer).to_string()
}

fn yes(answer: bool) -> String {
    if answer { "yes" } else { "no" }.to_owned()
}

/// A number with at most one decimal.
fn plain(number: f64) -> String {
    format!("{}", (number * 10.0).round() / 10.0)
}

fn hours_and_minutes(time: Seconds) -> String {
    let minutes = (time.0 / MINUTE).round() as u32;
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY_SAID: crate::Date = jiff::civil::date(2026, 3, 5);

    /// An answer to every question, in their order.
    const ANSWERS: [&str; 23] = [
        "6",
        "left calf",
        "3",
        "right shin",
        "4",
        "yes",
        "no",
        "no",
        "yes",
        "3",
        "4",
        "3",
        "2",
        "6:30",
        "4",
        "3",
        "4",
        "48",
        "62.5",
        "5",
        "-1",
        "unsure",
        "joy",
    ];

    fn everything() -> CheckIn {
        let mut said = CheckIn::on(DAY_SAID);
        for (question, answer) in Question::all().zip(ANSWERS) {
            question.tell(answer, &mut said).unwrap();
        }
        said
    }

    #[track_caller]
    fn refusal(question: Question, answer: &str) -> String {
        let before = everything();
        let mut said = before.clone();
        let error = question.tell(answer, &mut said).unwrap_err();
        assert_eq!(said, before);
        error.to_string()
    }

    #[test]
    fn every_question_stands_in_its_place() {
        for (at, question) in Question::all().enumerate() {
            assert_eq!(question as usize, at);
            assert_eq!(Question::of_word(question.word()), Some(question));
        }
    }

    #[test]
    fn every_answer_reads_back_as_it_was_told() {
        let said = everything();
        for (question, answer) in Question::all().zip(ANSWERS) {
            assert_eq!(question.answer(&said).as_deref(), Some(answer), "{question:?}");
        }
    }

    #[test]
    fn an_answer_forgotten_was_not_said() {
        for question in Question::all() {
            let mut said = everything();
            question.forget(&mut said);
            assert_eq!(question.answer(&said), None, "{question:?}");
        }
    }

    #[test]
    fn an_impossible_answer_is_refused_with_what_is_possible_and_changes_nothing() {
        assert_eq!(
            refusal(Question::Soreness, "12"),
            "'12' is no answer to 'soreness'; say a whole number from 0 (not sore) to 10 (as sore \
             as can be)"
        );
        assert!(refusal(Question::Sleep, "31").contains("from 0 to 24"));
        assert!(refusal(Question::Sleep, "24:30").contains("from 0 to 24"));
        assert!(refusal(Question::Fatigue, "3.5").contains("whole number from 1"));
        assert!(refusal(Question::FeltAfter, "-3").contains("from -2"));
        assert!(refusal(Question::RestingHr, "NaN").contains("from 25 to 120"));
        assert!(refusal(Question::SoreSite, "left elbwo").contains("the nearest is 'elbow'"));
    }

    #[test]
    fn what_says_more_of_nothing_is_refused() {
        let mut said = CheckIn::on(DAY_SAID);
        let error = Question::Swollen.tell("yes", &mut said).unwrap_err();
        assert!(error.to_string().contains("answer 'pain' too"), "{error}");
        assert!(Question::SoreSite.tell("calf", &mut said).is_err());
    }

    #[test]
    fn sleep_may_be_written_in_several_ways() {
        for written in ["6.5", "6,5", "6:30", "6h30", "6.5h"] {
            let mut said = CheckIn::on(DAY_SAID);
            Question::Sleep.tell(written, &mut said).unwrap();
            assert_eq!(said.sleep, Some(Seconds(23_400.0)), "{written}");
        }
    }
}
