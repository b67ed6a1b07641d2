//! What was said of body and mind, day by day, kept for ever. The check-in of a day is everything
//! said of it: later answers over earlier ones, the runner's over the imported. Taking back is one
//! more thing said, and takes back what was said before it, by whomever.

use crate::{
    ContentHash, Logbook, LogbookError,
    row::{spelled, spelled_if_any, unreadable},
};
use jiff::Timestamp;
use rusqlite::{Connection, Row};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use training::{CheckIn, Date, Question};

/// One thing said of a day.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckInEntry {
    /// The day.
    pub date: Date,
    /// What was said.
    pub said: SaidOfADay,
    /// Who said it.
    pub by: SaidBy,
    /// When it was said.
    pub said_at: Timestamp,
}

/// What can be said of a day.
#[derive(Debug, Clone, PartialEq)]
pub enum SaidOfADay {
    /// Answers.
    Answers(CheckIn),
    /// These answers are taken back.
    NotThese(Vec<Question>),
    /// The whole day is taken back.
    Nothing,
}

/// Who said something of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaidBy {
    /// The runner.
    Runner,
    /// An original that was imported.
    Original(ContentHash),
}

/// What the runner said, and what originals told that are not set aside.
const COUNTED: &str = "SELECT * FROM check_ins WHERE (original IS NULL OR original NOT IN aside)";

impl Logbook {
    /// Keeps every answer that `said` gives to its day.
    pub fn check_in(&self, said: &CheckIn, by: SaidBy, at: Timestamp) -> Result<(), LogbookError> {
        self.say_of_day(said.date, Some(&answers(said)), by, at)
    }

    /// The runner takes back all that was said of a day.
    pub fn withdraw_check_in(&self, date: Date, at: Timestamp) -> Result<(), LogbookError> {
        self.say_of_day(date, None, SaidBy::Runner, at)
    }

    /// The runner takes back what was answered to some questions on a day.
    pub fn withdraw_answers(
        &self,
        date: Date,
        questions: &[Question],
        at: Timestamp,
    ) -> Result<(), LogbookError> {
        let mut withdrawn = Map::new();
        for question in questions {
            set_null(&mut withdrawn, question.path());
        }
        self.say_of_day(date, Some(&withdrawn), SaidBy::Runner, at)
    }

    /// The check-ins, oldest day first; days of which nothing is said are not among them.
    pub fn check_ins(&self) -> Result<Vec<CheckIn>, LogbookError> {
        let days = self.ask("read the check-ins", |db| {
            let mut all = db.prepare_cached(&format!("{COUNTED} ORDER BY number"))?;
            let mut days = BTreeMap::<Date, Day>::new();
            for said in all.query_map((), entry)? {
                let said = said?;
                days.entry(said.date).or_insert_with(|| Day::of(said.date)).take(said);
            }
            Ok(days)
        })?;
        let said = days.into_values().map(Day::check_in);
        Ok(said.filter(|check_in| !check_in.is_empty()).collect())
    }

    /// The check-in of one day; empty where nothing was said of it.
    pub fn check_in_of(&self, date: Date) -> Result<CheckIn, LogbookError> {
        let mut day = Day::of(date);
        self.check_in_history(date)?.into_iter().for_each(|entry| day.take(entry));
        Ok(day.check_in())
    }

    /// All that was ever said of a day, in the order it was said; without what is set aside.
    pub fn check_in_history(&self, date: Date) -> Result<Vec<CheckInEntry>, LogbookError> {
        self.ask("read the check-ins of a day", |db| {
            db.prepare_cached(&format!("{COUNTED} AND date = ?1 ORDER BY number"))?
                .query_map([date.to_string()], entry)?
                .collect()
        })
    }

    fn say_of_day(
        &self,
        date: Date,
        answers: Option<&Map<String, Value>>,
        by: SaidBy,
        at: Timestamp,
    ) -> Result<(), LogbookError> {
        if answers.is_some_and(Map::is_empty) {
            return Ok(());
        }
        self.ask("keep a check-in", |db| insert(db, date, answers, by, at))
    }
}

/// What is said of a day, the imported and the runner's own apart.
struct Day {
    imported: CheckIn,
    own: CheckIn,
}

impl Day {
    const fn of(date: Date) -> Self {
        Self { imported: CheckIn::on(date), own: CheckIn::on(date) }
    }

    fn take(&mut self, entry: CheckInEntry) {
        match (entry.said, entry.by) {
            (SaidOfADay::Answers(said), SaidBy::Original(_)) => self.imported.add(said),
            (SaidOfADay::Answers(said), SaidBy::Runner) => self.own.add(said),
            (SaidOfADay::NotThese(questions), _) => {
                for question in questions {
                    question.forget(&mut self.imported);
                    question.forget(&mut self.own);
                }
            }
            (SaidOfADay::Nothing, _) => *self = Self::of(entry.date),
        }
    }

    fn check_in(self) -> CheckIn {
        let mut check_in = self.imported;
        check_in.add(self.own);
        check_in
    }
}

fn insert(
    db: &Connection,
    date: Date,
    answers: Option<&Map<String, Value>>,
    by: SaidBy,
    at: Timestamp,
) -> rusqlite::Result<()> {
    let original = match by {
        SaidBy::Runner => None,
        SaidBy::Original(hash) => Some(hash.to_string()),
    };
    let answers = answers.map(|answers| Value::Object(answers.clone()).to_string());
    // The very words that were said last of the day say nothing new.
    db.prepare_cached(
        "INSERT INTO check_ins (date, answers, original, said_at) SELECT ?1, ?2, ?3, ?4
         WHERE NOT EXISTS (
           SELECT 1 FROM check_ins WHERE answers IS ?2 AND original IS ?3
           AND number = (SELECT max(number) FROM check_ins WHERE date = ?1))",
    )?
    .execute((date.to_string(), answers, original, at.to_string()))?;
    Ok(())
}

fn entry(row: &Row<'_>) -> rusqlite::Result<CheckInEntry> {
    let date = spelled(row, "date")?;
    let by = spelled_if_any(row, "original")?.map_or(SaidBy::Runner, SaidBy::Original);
    let said = match spelled_if_any::<Value>(row, "answers")? {
        Some(answers) => said_of_a_day(date, answers).map_err(unreadable)?,
        None => SaidOfADay::Nothing,
    };
    Ok(CheckInEntry { date, said, by, said_at: spelled(row, "said_at")? })
}

/// The answers that were said, each field by its name.
fn answers(said: &CheckIn) -> Map<String, Value> {
    let Ok(Value::Object(mut fields)) = serde_json::to_value(said) else { return Map::new() };
    fields.remove("date");
    without_nulls(&mut fields);
    fields
}

fn without_nulls(fields: &mut Map<String, Value>) {
    fields.retain(|_, value| !value.is_null());
    fields.values_mut().filter_map(Value::as_object_mut).for_each(without_nulls);
}

/// Reads what [`answers`] or a withdrawal wrote. Answers to questions of a newer everymile are
/// passed over.
fn said_of_a_day(date: Date, answers: Value) -> serde_json::Result<SaidOfADay> {
    let withdrawn: Vec<Question> =
        Question::all().filter(|question| holds_null(&answers, question.path())).collect();
    if !withdrawn.is_empty() {
        return Ok(SaidOfADay::NotThese(withdrawn));
    }
    let mut fields = Map::from_iter([("date".to_owned(), Value::String(date.to_string()))]);
    if let Value::Object(answers) = answers {
        let is_known = |field: &str| Question::all().any(|question| question.path()[0] == field);
        fields.extend(answers.into_iter().filter(|(field, _)| is_known(field)));
    }
    serde_json::from_value(Value::Object(fields)).map(SaidOfADay::Answers)
}

fn holds_null(answers: &Value, path: &[&str]) -> bool {
    let found = path.iter().try_fold(answers, |value, field| value.get(field));
    found.is_some_and(Value::is_null)
}

/// Taking back pain takes back all of it, whatever part of it is named beside.
fn set_null(fields: &mut Map<String, Value>, path: &[&str]) {
    match path {
        [] => {}
        [field] => drop(fields.insert((*field).to_owned(), Value::Null)),
        [field, inner @ ..] => {
            let entry = fields.entry((*field).to_owned()).or_insert_with(|| Map::new().into());
            if let Some(inside) = entry.as_object_mut() {
                set_null(inside, inner);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_leads_to_its_answer() {
        let date = jiff::civil::date(2026, 3, 5);
        for question in Question::all() {
            let mut withdrawn = Map::new();
            set_null(&mut withdrawn, question.path());
            let said = said_of_a_day(date, Value::Object(withdrawn)).unwrap();
            assert_eq!(said, SaidOfADay::NotThese(vec![question]));
        }
    }

    #[test]
    fn only_what_was_said_is_written() {
        let mut said = CheckIn::on(jiff::civil::date(2026, 3, 5));
        Question::Pain.tell("3", &mut said).unwrap();
        Question::Swollen.tell("no", &mut said).unwrap();
        let written = Value::Object(answers(&said)).to_string();
        assert_eq!(written, r#"{"pain":{"is_swollen":false,"level":3}}"#);
    }

    #[test]
    fn an_answer_to_a_question_not_known_yet_is_passed_over() {
        let date = jiff::civil::date(2026, 3, 5);
        let answers = serde_json::json!({ "mood": 4, "shoe_comfort": 3 });
        let SaidOfADay::Answers(said) = said_of_a_day(date, answers).unwrap() else {
            panic!("answers")
        };
        assert_eq!(said.mood.map(u8::from), Some(4));
    }
}
