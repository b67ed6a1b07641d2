//! What the runner said of days: one day in a line or two, many as a table.

use super::{
    Pen, day,
    table::{Side, Table, cell},
    wrap,
};
use crate::units::NOTHING;
use std::fmt::Write;
use training::{CheckIn, Question};

/// A day as it stands, and what was not said of it.
pub fn day_said(said: &CheckIn) -> String {
    let answers: Vec<String> =
        Question::all().filter_map(|question| phrase(question, said)).collect();
    let not_said: Vec<&str> = Question::all()
        .filter(|question| question.answer(said).is_none() && can_be_said(*question, said))
        .map(Question::word)
        .collect();
    let stands = if answers.is_empty() { "nothing is said".to_owned() } else { answers.join(", ") };
    let mut page = wrap("", &format!("{}: {stands}.", day(said.date))) + "\n";
    if !not_said.is_empty() {
        page += &(wrap("", &format!("Not said: {}.", not_said.join(", "))) + "\n");
    }
    page
}

/// Days as a table, oldest first; under a day what has no column.
pub fn days_said(days: &[CheckIn], pen: Pen) -> String {
    let columns: Vec<(Question, &str)> = COLUMNS
        .into_iter()
        .filter(|(question, _)| days.iter().any(|day| question.answer(day).is_some()))
        .collect();
    let heading = columns.iter().map(|(_, name)| (*name, Side::Right));
    let heading: Vec<(&str, Side)> = [("day", Side::Left)].into_iter().chain(heading).collect();
    let mut table = Table::new(&heading);
    for said in days {
        let answer = |(question, _): &(Question, &str)| {
            question.answer(said).unwrap_or_else(|| NOTHING.into())
        };
        table.row([cell(day(said.date))].into_iter().chain(columns.iter().map(answer).map(cell)));
    }
    let written = table.write(pen.ink);
    let mut lines = written.lines();
    let mut page = lines.next().unwrap_or_default().to_owned() + "\n";
    for (line, said) in lines.zip(days) {
        let _ = write!(page, "{line}\n{}", beside(said));
    }
    page + "\n  sore and pain 0 to 10; tired, keen, mood and stress 1 to 5; – not said\n"
}

/// The columns of the table, in its own short words.
const COLUMNS: [(Question, &str); 9] = [
    (Question::Soreness, "sore"),
    (Question::Pain, "pain"),
    (Question::Fatigue, "tired"),
    (Question::Motivation, "keen"),
    (Question::Mood, "mood"),
    (Question::Stress, "stress"),
    (Question::Sleep, "sleep"),
    (Question::RestingHr, "HR"),
    (Question::Hrv, "HRV"),
];

/// What was said of a day and has no column.
fn beside(said: &CheckIn) -> String {
    let details = [("sore", Question::Soreness), ("pain", Question::Pain)].map(|(word, of)| {
        let details = details(of, said);
        (!details.is_empty()).then(|| format!("{word}: {}", details.join(", ")))
    });
    let has_column = |question| COLUMNS.iter().any(|(column, _)| *column == question);
    let rest = Question::all().filter(|question| !has_column(*question));
    let rest = rest.filter_map(|question| phrase(question, said));
    let words: Vec<String> = details.into_iter().flatten().chain(rest).collect();
    if words.is_empty() {
        return String::new();
    }
    wrap("      ", &words.join("; ")) + "\n"
}

/// An answer as a part of a sentence; what says more of another is in that one's brackets.
fn phrase(question: Question, said: &CheckIn) -> Option<String> {
    if of_what(question).is_some() {
        return None;
    }
    let answer = question.answer(said)?;
    Some(match question {
        Question::Soreness | Question::Pain => {
            let details = details(question, said);
            let more = if details.is_empty() {
                String::new()
            } else {
                format!(" ({})", details.join(", "))
            };
            format!("{} {answer}{more}", question.word())
        }
        Question::Limping => yes_or_not(&answer, "limping"),
        Question::Ill => yes_or_not(&answer, "ill"),
        Question::Sleep => format!("slept {answer} h"),
        Question::SleepQuality => format!("slept well {answer} of 5"),
        Question::RestingHr => format!("resting heart rate {answer}"),
        Question::Hrv => format!("HRV {answer} ms"),
        Question::Effort => format!("effort {answer} of 10"),
        Question::FeltAfter => format!("felt {answer} after the run"),
        Question::TalkTest => format!("could talk: {answer}"),
        Question::Motive => format!("ran for {answer}"),
        _ => format!("{} {answer} of 5", question.word()),
    })
}

/// What was said beside the level of soreness or pain.
fn details(of: Question, said: &CheckIn) -> Vec<String> {
    let more = Question::all().filter(|question| of_what(*question) == Some(of));
    let detail = |question: Question| {
        let answer = question.answer(said)?;
        Some(match question {
            Question::PainDays => days(&answer),
            Question::Swollen => yes_or_not(&answer, "swollen"),
            Question::Sharp => yes_or_not(&answer, "sharp"),
            _ => answer,
        })
    };
    more.filter_map(detail).collect()
}

/// The question that another says more of.
const fn of_what(question: Question) -> Option<Question> {
    match question {
        Question::SoreSite => Some(Question::Soreness),
        Question::PainSite | Question::PainDays | Question::Swollen | Question::Sharp => {
            Some(Question::Pain)
        }
        _ => None,
    }
}

fn days(number: &str) -> String {
    format!("{number} {}", if number == "1" { "day" } else { "days" })
}

fn yes_or_not(answer: &str, what: &str) -> String {
    if answer == "yes" { what.to_owned() } else { format!("not {what}") }
}

/// Whether a question makes sense on a day: nothing more can be said of what is not there.
fn can_be_said(question: Question, said: &CheckIn) -> bool {
    let is_there = |of: Question| of.answer(said).is_some_and(|level| level != "0");
    of_what(question).is_none_or(is_there)
}
