//! `everymile check-in`: what the runner says of body and mind on a day. All that is said at once is
//! kept, or, where one answer cannot be, none of it.

use crate::{
    answer::Answer,
    asking,
    cli::{CheckIn as Asked, Format, View},
    clock,
    failure::Failure,
    place,
    settings::Settings,
    text,
    view::DaySaid,
};
use logbook::{Logbook, SaidBy};
use std::path::Path;
use training::{
    CheckIn, Date, OutOfTen, Question,
    calendar::add_days,
    spelling::{did_you_mean, nearest},
};

/// What stands for every question of a day.
const ALL: &str = "all";

/// Answers `everymile check-in`.
pub fn run(asked: &Asked, path: &Path) -> Result<Answer, Failure> {
    let on = clock::today(asked.on);
    if asked.show {
        return show(asked, on, path);
    }
    refuse_impossible(on)?;
    refuse_contradictions(asked)?;
    let stands = as_it_stands(path, on)?;
    let forgotten = forgotten(&asked.forget)?;
    let left = without(&stands, &forgotten);
    let answers = if asked.answers.0.is_empty() && forgotten.is_empty() {
        asking::ask(&left, &as_it_stands(path, add_days(on, -1))?)?
    } else {
        asked.answers.0.clone()
    };
    let said = said(&left, &answers)?;
    if said.is_empty() && forgotten.is_empty() {
        return Ok(Answer::page(format!("Nothing new was said.\n{}", text::day_said(&stands))));
    }
    let book = place::open_or_make(path)?;
    keep(&book, &said, &forgotten)?;
    Ok(Answer::page(text::day_said(&book.check_in_of(on)?)))
}

/// What is taken back of a day.
enum Forgotten {
    Answers(Vec<Question>),
    WholeDay,
}

impl Forgotten {
    fn is_empty(&self) -> bool {
        matches!(self, Self::Answers(questions) if questions.is_empty())
    }
}

/// Nobody has kept a log for longer.
const FIRST_YEAR: i16 = 1900;

fn refuse_impossible(on: Date) -> Result<(), Failure> {
    let today = clock::today(None);
    if on.year() < FIRST_YEAR {
        let remedy = format!("say it of any day from {FIRST_YEAR}-01-01 up to today, {today}");
        return Err(Failure::new(format!("{on} is before anybody's running log"), remedy));
    }
    if on <= today {
        return Ok(());
    }
    let remedy = format!("say it of any day up to today, {today}");
    Err(Failure::new(format!("{on} is still to come"), remedy))
}

/// Says something of a day by the words of the questions, and tells how the day stands then. All of it
/// is kept, or none.
pub(crate) fn say(
    path: &Path,
    on: Date,
    answers: &[(String, String)],
    forget: &[String],
) -> Result<CheckIn, Failure> {
    refuse_impossible(on)?;
    let forgotten = forgotten(forget)?;
    let left = without(&as_it_stands(path, on)?, &forgotten);
    let answered = |(word, answer): &(String, String)| {
        let question = Question::of_word(word).ok_or_else(|| no_question(word))?;
        Ok((question, answer.clone()))
    };
    let mut answers = answers.iter().map(answered).collect::<Result<Vec<_>, Failure>>()?;
    answers.sort_by_key(|(question, _)| Question::all().position(|it| it == *question));
    let book = place::open_or_make(path)?;
    keep(&book, &said(&left, &answers)?, &forgotten)?;
    Ok(book.check_in_of(on)?)
}

/// What is said and taken back in one breath is neither.
fn refuse_contradictions(asked: &Asked) -> Result<(), Failure> {
    let both = asked.answers.0.iter().map(|(question, _)| question.word());
    let mut both =
        both.filter(|word| asked.forget.iter().any(|other| other == word || other == ALL));
    let Some(word) = both.next() else { return Ok(()) };
    Err(Failure::new(
        format!("'{word}' is answered and taken back at once"),
        format!(
            "say --{word} alone to correct the answer, or --forget {word} alone to take it back"
        ),
    ))
}

/// What says more of a soreness or a pain needs one to speak of.
fn refuse_more_of_nothing(said: &CheckIn, answers: &[(Question, String)]) -> Result<(), Failure> {
    let is_none = |level: Option<OutOfTen>| level == Some(OutOfTen::NONE);
    for (question, answer) in answers {
        let (of, is_of_nothing) = match question {
            Question::SoreSite => (Question::Soreness, is_none(said.soreness)),
            Question::PainSite | Question::PainDays | Question::Swollen | Question::Sharp => {
                (Question::Pain, is_none(said.pain.as_ref().map(|pain| pain.level)))
            }
            _ => continue,
        };
        let is_no = answer.trim().eq_ignore_ascii_case("no");
        if is_of_nothing && !is_no {
            let (word, of) = (question.word(), of.word());
            return Err(Failure::new(
                format!("'{word} {answer}' says more of '{of}', which is 0"),
                format!("say --{of} from 1 to 10 with it, or leave --{word} out"),
            ));
        }
    }
    Ok(())
}

/// What is said of a day so far; no logbook is made for asking.
pub(crate) fn as_it_stands(path: &Path, on: Date) -> Result<CheckIn, Failure> {
    if !path.exists() {
        return Ok(CheckIn::on(on));
    }
    Ok(place::open(path)?.check_in_of(on)?)
}

/// Where soreness goes, its place goes too.
fn forgotten(words: &[String]) -> Result<Forgotten, Failure> {
    if words.iter().any(|word| word == ALL) {
        return Ok(Forgotten::WholeDay);
    }
    let mut questions = Vec::new();
    for word in words {
        let question = Question::of_word(word).ok_or_else(|| no_question(word))?;
        questions.push(question);
        if question == Question::Soreness {
            questions.push(Question::SoreSite);
        }
    }
    Ok(Forgotten::Answers(questions))
}

fn no_question(word: &str) -> Failure {
    let words: Vec<&str> = Question::all().map(Question::word).collect();
    let all = format!("the words are {ALL}, {}", words.join(", "));
    let remedy = did_you_mean(nearest(word, words), &all);
    Failure::new(format!("'{word}' is no word of a check-in"), remedy)
}

fn without(stands: &CheckIn, forgotten: &Forgotten) -> CheckIn {
    let mut left = stands.clone();
    match forgotten {
        Forgotten::WholeDay => return CheckIn::on(stands.date),
        Forgotten::Answers(questions) => {
            for question in questions {
                question.forget(&mut left);
            }
        }
    }
    left
}

/// The answers, read in the light of what stands: how long it hurts says more of the pain that was
/// told this morning. What was not answered now is not said again.
fn said(stands: &CheckIn, answers: &[(Question, String)]) -> Result<CheckIn, Failure> {
    let mut said = stands.clone();
    for (question, answer) in answers {
        question.tell(answer, &mut said)?;
    }
    refuse_more_of_nothing(&said, answers)?;
    let is_of = |question: Question| {
        move |(answered, _): &(Question, String)| answered.path()[0] == question.path()[0]
    };
    for question in Question::all().filter(|question| !answers.iter().any(is_of(*question))) {
        question.forget(&mut said);
    }
    Ok(said)
}

/// All at once, or nothing.
fn keep(book: &Logbook, said: &CheckIn, forgotten: &Forgotten) -> Result<(), Failure> {
    let at = clock::now();
    let batch = book.begin()?;
    match forgotten {
        Forgotten::WholeDay => book.withdraw_check_in(said.date, at)?,
        Forgotten::Answers(questions) => book.withdraw_answers(said.date, questions, at)?,
    }
    book.check_in(said, SaidBy::Runner, at)?;
    Ok(batch.commit()?)
}

fn show(asked: &Asked, on: Date, path: &Path) -> Result<Answer, Failure> {
    let book = place::open(path)?;
    let first = add_days(on, 1 - 7 * i64::from(asked.weeks));
    let mut days = book.check_ins()?;
    days.retain(|day| day.date <= on);
    let earlier = days.partition_point(|day| day.date < first);
    let last_earlier = days.drain(..earlier).next_back();
    Ok(match asked.format {
        Format::Json => Answer::json(days.iter().map(DaySaid::from).collect::<Vec<_>>()),
        Format::Text if days.is_empty() => Answer::page(nothing_said(first, on, last_earlier)),
        Format::Text => {
            let pen = Settings::of(&book)?.pen(&View::default());
            Answer::page(text::days_said(&days, pen))
        }
    })
}

fn nothing_said(first: Date, last: Date, before: Option<CheckIn>) -> String {
    let nothing = format!("Nothing was said from {first} to {last}.\n");
    let next = match before.map(|day| day.date) {
        Some(day) => format!("What was said until {day}: everymile check-in --show --on {day}\n"),
        None => "How are you? everymile check-in\n".to_owned(),
    };
    nothing + &next
}
