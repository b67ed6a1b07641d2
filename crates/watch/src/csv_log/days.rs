//! Tables of days: one row is what was measured of one day or what the runner said of it. Knows no
//! activity: a table with distances or durations is a log.
//!
//! Our own header; a date and one column more are enough, in any order:
//!
//! ```csv
//! date,sleep_h,resting_hr,hrv_ms,soreness,where,fatigue,motivation,mood,stress
//! 2026-03-05,7.5,48,62,6,left calf,3,4,4,2
//! ```
//!
//! Every question of a check-in has a column of its name, with `_` for `-`.

use super::{
    columns::{self, Field},
    dates,
    habits::Habits,
    table::{Row, alone, header, header_and_rows},
};
use crate::{Reading, Unreadable};
use training::{CheckIn, Date, Oddity, OddityKind, Question};

const WHAT_DAYS_NEED: &str = "a table of days needs a header with a date and something of the day, \
    as in: date,sleep_h,resting_hr,hrv_ms,soreness,fatigue,motivation,mood,stress";

/// What columns are also called, in words. Whoever exports answers has scales of their own; only
/// what is measured has a name of others here.
const ALSO: [(Question, &[&str]); 3] = [
    (Question::Sleep, &["sleep h", "sleep hours", "hours slept", "sleep duration"]),
    (Question::RestingHr, &["resting hr bpm", "resting heart rate", "rhr"]),
    (Question::Hrv, &["hrv ms", "rmssd", "hrv rmssd", "rmssd ms"]),
];

/// Sleep in seconds, as intervals.icu exports it.
const SLEEP_SECONDS: &str = "sleep secs";

/// What is looked at to find the header.
const HEAD: usize = 16 * 1024;

/// A table of days.
pub(crate) struct DayTable {
    header: Vec<String>,
    date_at: usize,
    columns: Vec<Column>,
    rows: Vec<Row>,
    habits: Habits,
}

/// A column that answers a question.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Column {
    at: usize,
    question: Question,
    is_in_seconds: bool,
}

/// Whether this is a table of days, by its header.
pub(crate) fn looks_like(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    let whole_lines = head.iter().rposition(|byte| *byte == b'\n').map_or(head, |end| &head[..end]);
    super::looks_like(bytes) && header(whole_lines).is_some_and(|header| is_header_of_days(&header))
}

/// Reads every row. A row that cannot be read is left out and said.
pub(crate) fn read(bytes: &[u8]) -> Result<Reading, Unreadable> {
    let table = DayTable::parse(bytes)?;
    let mut reading = Reading::default();
    for row in table.rows() {
        match table.check_in(row) {
            Ok(check_in) => reading.check_ins.extend(check_in),
            Err(error) => {
                let message = format!("line {} was left out: {}", row.line, error.what);
                reading.oddities.push(Oddity::whole(OddityKind::FormatFault, message));
            }
        }
    }
    if reading.check_ins.is_empty() {
        let what = reading.oddities.first().map_or_else(
            || "this table of days says nothing of any day".to_owned(),
            |oddity| format!("no row of this table of days could be read ({})", oddity.message),
        );
        return Err(Unreadable { what, remedy: WHAT_DAYS_NEED.to_owned() });
    }
    Ok(reading)
}

impl DayTable {
    /// Reads a table's text.
    pub fn parse(bytes: &[u8]) -> Result<Self, Unreadable> {
        let (stated, header, rows) = header_and_rows(bytes)?;
        let understood = columns::understand(&header);
        let date = understood.iter().find(|column| column.field == Field::Date);
        let Some(date) = date.filter(|_| is_header_of_days(&header)) else {
            let what = "the header of this table names nothing of a day".to_owned();
            return Err(Unreadable { what, remedy: WHAT_DAYS_NEED.to_owned() });
        };
        let columns = questions(&header);
        let habits = stated.unwrap_or_else(|| Habits::seen_in(&understood, &rows));
        Ok(Self { date_at: date.at, header, columns, rows, habits })
    }

    /// The rows, in the order of the file.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// One row as a table of its own.
    pub fn alone(&self, row: &Row) -> Vec<u8> {
        alone(self.habits, &self.header, row)
    }

    /// What a row says of its day; `None` where it says nothing.
    pub fn check_in(&self, row: &Row) -> Result<Option<CheckIn>, Unreadable> {
        row.refuse_open()?;
        let answers: Vec<(Question, String)> =
            self.columns.iter().filter_map(|column| column.answer(row)).collect();
        if answers.is_empty() {
            return Ok(None);
        }
        let mut check_in = CheckIn::on(self.date(row).ok_or_else(|| no_date(row))?);
        for (question, answer) in answers {
            question.tell(&answer, &mut check_in).map_err(|error| {
                let text = error.to_string();
                let (what, remedy) = text.split_once("; ").unwrap_or((&text, "correct the answer"));
                Unreadable { what: what.to_owned(), remedy: format!("{remedy}, then try again") }
            })?;
        }
        Ok(Some(check_in))
    }

    fn date(&self, row: &Row) -> Option<Date> {
        Some(dates::parse(row.cells.get(self.date_at)?, self.habits.dates)?.date)
    }
}

impl Column {
    /// The answer in a row; nothing measures a heart rate of zero, so zero is missing there.
    fn answer(&self, row: &Row) -> Option<(Question, String)> {
        let cell = row.cells.get(self.at)?.trim();
        let is_measured =
            self.is_in_seconds || matches!(self.question, Question::RestingHr | Question::Hrv);
        let number = cell.replace(',', ".").parse::<f64>().ok();
        let is_missing =
            matches!(cell.to_lowercase().as_str(), "" | "-" | "--" | "–" | "n/a" | "null");
        if is_missing || (is_measured && number == Some(0.0)) {
            return None;
        }
        match number {
            Some(seconds) if self.is_in_seconds => {
                Some((self.question, (seconds / 3600.0).to_string()))
            }
            _ => Some((self.question, cell.to_owned())),
        }
    }
}

fn is_header_of_days(header: &[String]) -> bool {
    let understood = columns::understand(header);
    let has = |fields: &[Field]| understood.iter().any(|column| fields.contains(&column.field));
    has(&[Field::Date])
        && !has(&[Field::Distance, Field::Timer, Field::Moving, Field::Elapsed, Field::Place])
        && !questions(header).is_empty()
}

/// The columns in the order of their questions. A table that counts sleep in seconds is another
/// program's, and its answers are on other scales: only what is measured is taken of it.
fn questions(header: &[String]) -> Vec<Column> {
    let names: Vec<String> = header.iter().map(|cell| name_of(cell)).collect();
    let is_foreign = names.iter().any(|name| name == SLEEP_SECONDS);
    let is_measured = |question: Question| {
        matches!(question, Question::Sleep | Question::RestingHr | Question::Hrv)
    };
    let mut columns: Vec<Column> = (0..)
        .zip(&names)
        .filter_map(|(at, name)| {
            let is_in_seconds = name == SLEEP_SECONDS;
            let question = if is_in_seconds { Question::Sleep } else { question_of(name)? };
            let is_ours = !is_foreign || is_measured(question);
            is_ours.then_some(Column { at, question, is_in_seconds })
        })
        .collect();
    columns.sort_by_key(|column| column.question as usize);
    columns
}

fn name_of(cell: &str) -> String {
    columns::spread_words(cell)
        .replace(['-', '(', ')'], " ")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn question_of(name: &str) -> Option<Question> {
    let also = ALSO.iter().find(|(_, names)| names.contains(&name)).map(|(question, _)| *question);
    also.or_else(|| Question::of_word(&name.replace(' ', "-")))
}

fn no_date(row: &Row) -> Unreadable {
    Unreadable {
        what: format!("no date could be read in '{}'", row.cells.join(",")),
        remedy: "write the day as in 2026-03-05, then try again".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &str) -> Vec<CheckIn> {
        assert!(looks_like(text.as_bytes()));
        read(text.as_bytes()).unwrap().check_ins
    }

    fn told(check_in: &CheckIn) -> String {
        let answers = Question::all().filter_map(|question| {
            Some(format!("{} {}", question.word(), question.answer(check_in)?))
        });
        format!("{}: {}", check_in.date, answers.collect::<Vec<_>>().join(", "))
    }

    #[test]
    fn our_own_header_is_read_whole_and_in_any_order() {
        let text = "mood,where,soreness,weather,date,sleep_h,resting_hr,hrv_ms,fatigue,stress\n\
                    4,left calf,6,rain,2026-03-05,7.5,48,62,3,2\n\
                    ,,,,2026-03-06,,,,,\n\
                    ,,0,,2026-03-07,6:45,,,,\n";
        let days: Vec<String> = days(text).iter().map(told).collect();
        assert_eq!(
            days,
            [
                "2026-03-05: soreness 6, where left calf, fatigue 3, mood 4, stress 2, \
                 sleep 7:30, resting-hr 48, hrv 62",
                "2026-03-07: soreness 0, sleep 6:45",
            ]
        );
    }

    #[test]
    fn every_question_has_a_column_of_its_name() {
        for question in Question::all() {
            let column = question.word().replace('-', "_");
            let header = ["date".to_owned(), column];
            assert_eq!(questions(&header)[0].question, question);
        }
    }

    #[test]
    fn answers_on_the_scales_of_others_are_passed_over() {
        let text = "date,ctl,restingHR,hrv,hrvSDNN,sleepSecs,soreness,mood\n\
                    2026-03-05,51.2,48,62.0,71,27000,2,1\n\
                    2026-03-06,51.2,0,,,0,1,1\n";
        let days: Vec<String> = days(text).iter().map(told).collect();
        assert_eq!(days, ["2026-03-05: sleep 7:30, resting-hr 48, hrv 62"]);
    }

    #[test]
    fn an_impossible_answer_leaves_out_its_row_and_says_so() {
        let text = "date,soreness\n2026-03-05,12\n2026-03-06,4\nsome day,4\n";
        let reading = read(text.as_bytes()).unwrap();
        assert_eq!(reading.check_ins.len(), 1);
        let said: Vec<&str> = reading.oddities.iter().map(|one| one.message.as_str()).collect();
        assert_eq!(said[0], "line 2 was left out: '12' is no answer to 'soreness'");
        assert!(said[1].starts_with("line 4 was left out: no date"), "{said:?}");
    }

    #[test]
    fn a_row_with_a_quote_that_is_never_closed_is_said() {
        let text =
            "date,soreness,where\n2026-03-05,4,calf\n2026-03-06,3,\"left calf\n2026-03-07,4,\n";
        let reading = read(text.as_bytes()).unwrap();
        assert_eq!(reading.check_ins.len(), 1);
        let said = &reading.oddities[0].message;
        assert!(said.starts_with("line 3 was left out: a quote that begins in this row"), "{said}");
    }

    #[test]
    fn a_quote_that_is_closed_and_one_that_is_a_letter_are_no_fault() {
        for place in ["\"left calf\"", "left \"calf", "\"left \"\"calf\"\"\"", "\"left\ncalf\""] {
            let text = format!("date,mood,notes\n2026-03-05,4,{place}\n");
            let table = DayTable::parse(text.as_bytes()).unwrap();
            assert!(table.rows()[0].refuse_open().is_ok(), "{place}");
        }
    }

    #[test]
    fn a_row_alone_reads_as_it_did_among_the_others() {
        let text = "date;sleep_h\n5/2/2021;7,5\n5/4/2021;8\n5/16/2021;6,25\n";
        let table = DayTable::parse(text.as_bytes()).unwrap();
        let alone: Vec<CheckIn> = table
            .rows()
            .iter()
            .flat_map(|row| read(&table.alone(row)).unwrap().check_ins)
            .collect();
        assert_eq!(alone, days(text));
        assert_eq!(alone[0].date, jiff::civil::date(2021, 5, 2));
    }

    #[test]
    fn a_log_of_runs_is_no_table_of_days() {
        assert!(!looks_like(b"date,distance_km,duration,mood\n2026-03-05,10,50:00,4\n"));
        assert!(!looks_like(b"date,weight\n2026-03-05,70\n"));
        assert!(!looks_like(b"sleep_h,mood\n7,4\n"));
    }
}
