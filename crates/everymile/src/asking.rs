//! Asks at the terminal: a check-in, a few questions, each answered or skipped with Enter; and whether
//! the runner agrees to what would be done. The questions go to standard error; what is answered is
//! for others to keep.

use crate::{failure::Failure, text};
use dialoguer::{Confirm, Input, Password, theme::SimpleTheme};
use std::io::{self, IsTerminal, Write};
use training::{CheckIn, Question};

/// What is asked, in this order; more of soreness and of pain only where there is some.
const ASKED: [(Question, &str); 12] = [
    (Question::Soreness, "Soreness, 0 none to 10 the worst"),
    (Question::SoreSite, "  sore where, like left calf"),
    (Question::Pain, "Pain, 0 none to 10 the worst"),
    (Question::PainSite, "  pain where, like left shin"),
    (Question::PainDays, "  for how many days"),
    (Question::Swollen, "  swollen, yes or no"),
    (Question::Sharp, "  sharp and in one place, yes or no"),
    (Question::Limping, "  limping, or running differently to spare it, yes or no"),
    (Question::Ill, "Ill, yes or no"),
    (Question::Fatigue, "Tired, 1 fresh to 5 exhausted"),
    (Question::Motivation, "Keen to run, 1 dreading it to 5 keen"),
    (Question::Sleep, "Hours slept, like 7.5"),
];

/// Asks what can be asked in twenty seconds. What stands already of the day is the default; a place
/// is so too from the day before.
pub fn ask(stands: &CheckIn, before: &CheckIn) -> Result<Vec<(Question, String)>, Failure> {
    if !is_terminal() {
        return Err(Failure::new(
            "nothing was said, and there is no terminal to ask at",
            "say it as options: everymile check-in --soreness 3 --fatigue 2 --sleep 7.5 \
             (all of them: everymile check-in --help)",
        ));
    }
    let day = text::day(stands.date);
    tell(&format!("{day} (Enter skips a question, or keeps what stands in brackets)"));
    go_through(stands, before, &mut prompt).map_err(|error| {
        let remedy = "say it as options: everymile check-in --help shows them";
        Failure::new(format!("the answers could not be read: {error}"), remedy)
    })
}

/// Shows what would be done and asks whether the runner agrees; `None` where there is no terminal to
/// ask at, and nothing is shown.
pub fn agree(page: &str, question: &str) -> Result<Option<bool>, Failure> {
    if !is_terminal() {
        return Ok(None);
    }
    tell(page);
    let question = Confirm::with_theme(&SimpleTheme).with_prompt(question);
    question.interact().map(Some).map_err(|dialoguer::Error::IO(error)| {
        let remedy = "type the same again with --yes";
        Failure::new(format!("the answer could not be read: {error}"), remedy)
    })
}

/// Says something at once, while the command goes on; whether or not it can be read.
pub fn tell(words: &str) {
    let _ = writeln!(io::stderr(), "{words}");
}

/// Asks for a new password, twice; without a terminal it is the first line of standard input.
pub fn password() -> Result<String, Failure> {
    if is_terminal() {
        let question = Password::with_theme(&SimpleTheme).with_prompt("A password for the page");
        let again = question.with_confirmation("The same again", "They differ.");
        return again.interact().map_err(|dialoguer::Error::IO(error)| unread(&error));
    }
    let mut line = String::new();
    io::stdin().read_line(&mut line).map_err(|error| unread(&error))?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

fn unread(error: &io::Error) -> Failure {
    Failure::new(format!("the password could not be read: {error}"), "try again")
}

fn is_terminal() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Asks one question; `None` skips it.
type Ask<'a> = &'a mut dyn FnMut(
    (Question, &'static str),
    Option<String>,
    &CheckIn,
) -> io::Result<Option<String>>;

fn go_through(
    stands: &CheckIn,
    before: &CheckIn,
    ask: Ask<'_>,
) -> io::Result<Vec<(Question, String)>> {
    let mut so_far = stands.clone();
    let mut answers = Vec::new();
    for (question, words) in ASKED {
        if !is_worth_asking(question, &so_far) {
            continue;
        }
        let default = question.answer(&so_far).or_else(|| usual(question, before));
        let Some(answer) = ask((question, words), default, &so_far)? else { continue };
        let stands = question.answer(&so_far);
        if stands.as_ref() != Some(&answer) && question.tell(&answer, &mut so_far).is_ok() {
            answers.push((question, answer));
        }
    }
    Ok(answers)
}

/// More is asked where there is something to say more of.
fn is_worth_asking(question: Question, so_far: &CheckIn) -> bool {
    let hurts = |level: Option<training::OutOfTen>| level.is_some_and(|level| u8::from(level) > 0);
    match question {
        Question::SoreSite => hurts(so_far.soreness),
        Question::PainSite
        | Question::PainDays
        | Question::Swollen
        | Question::Sharp
        | Question::Limping => hurts(so_far.pain.as_ref().map(|pain| pain.level)),
        _ => true,
    }
}

/// What was so the day before is likely to be so still only of a place.
fn usual(question: Question, before: &CheckIn) -> Option<String> {
    match question {
        Question::SoreSite | Question::PainSite => question.answer(before),
        _ => None,
    }
}

fn prompt(
    (question, words): (Question, &'static str),
    default: Option<String>,
    so_far: &CheckIn,
) -> io::Result<Option<String>> {
    let check = |answer: &String| {
        if answer.trim().is_empty() {
            return Ok(());
        }
        question.tell(answer, &mut so_far.clone()).map_err(|error| Failure::from(error).remedy)
    };
    let mut input = Input::<String>::with_theme(&SimpleTheme)
        .with_prompt(words)
        .allow_empty(true)
        .validate_with(check);
    if let Some(default) = default {
        input = input.default(default);
    }
    let answer = input.interact_text().map_err(|dialoguer::Error::IO(error)| error)?;
    Ok(Some(answer).filter(|answer| !answer.trim().is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use training::Date;

    const THURSDAY: Date = jiff::civil::date(2026, 3, 5);

    /// Goes through the questions with these answers, Enter where there is none; gives every
    /// question asked with its default, and what was answered.
    fn asked(stands: &CheckIn, before: &CheckIn, typed: &[&str]) -> (Vec<String>, Vec<String>) {
        let (mut typed, mut asked) = (typed.iter(), Vec::new());
        let mut ask =
            |(question, _): (Question, &'static str), default: Option<String>, _: &CheckIn| {
                asked.push(format!("{} {}", question.word(), default.as_deref().unwrap_or("-")));
                let answer = typed.next().filter(|answer| !answer.is_empty());
                Ok(answer.map(|answer| (*answer).to_owned()).or(default))
            };
        let answers = go_through(stands, before, &mut ask).unwrap();
        let answers =
            answers.iter().map(|(question, answer)| format!("{} {answer}", question.word()));
        (asked, answers.collect())
    }

    #[test]
    fn enter_skips_everything_and_nothing_is_made_up() {
        let nothing = CheckIn::on(THURSDAY);
        let (asked, answers) = asked(&nothing, &nothing, &[]);
        assert_eq!(
            asked,
            ["soreness -", "pain -", "ill -", "fatigue -", "motivation -", "sleep -"]
        );
        assert!(answers.is_empty());
    }

    #[test]
    fn a_place_is_asked_only_of_what_hurts_and_is_likely_yesterdays() {
        let nothing = CheckIn::on(THURSDAY);
        let mut before = CheckIn::on(THURSDAY.yesterday().unwrap());
        Question::Soreness.tell("5", &mut before).unwrap();
        Question::SoreSite.tell("left calf", &mut before).unwrap();
        let (asked, answers) = asked(&nothing, &before, &["4", "", "0"]);
        assert_eq!(asked[..3], ["soreness -", "where left calf", "pain -"]);
        assert_eq!(answers, ["soreness 4", "where left calf", "pain 0"]);
    }

    #[test]
    fn a_pain_is_asked_after_and_no_pain_is_not() {
        let nothing = CheckIn::on(THURSDAY);
        let (hurting, answers) =
            asked(&nothing, &nothing, &["0", "4", "right knee", "3", "no", "yes", "no"]);
        assert_eq!(
            hurting[1..7],
            ["pain -", "pain-where -", "pain-days -", "swollen -", "sharp -", "limping -"]
        );
        assert_eq!(
            answers[2..6],
            ["pain-where right knee", "pain-days 3", "swollen no", "sharp yes"]
        );
        let (free, _) = asked(&nothing, &nothing, &["0", "0"]);
        assert_eq!(free, ["soreness -", "pain -", "ill -", "fatigue -", "motivation -", "sleep -"]);
    }

    #[test]
    fn what_stands_of_the_day_is_left_by_enter() {
        let mut stands = CheckIn::on(THURSDAY);
        Question::Fatigue.tell("4", &mut stands).unwrap();
        let (asked, answers) = asked(&stands, &CheckIn::on(THURSDAY), &[]);
        assert!(asked.contains(&"fatigue 4".to_owned()));
        assert!(answers.is_empty(), "it is not said again: {answers:?}");
    }
}
