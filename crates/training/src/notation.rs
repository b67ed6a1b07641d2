//! Training as text: one small notation that a person can read and write, shared by tests, rule
//! pages and commands.
//!
//! ```text
//! week     = one line a day: "Mon  rest" or "Tue  " session
//! session  = part (" + " part)*
//! part     = purpose effort | [purpose] N "x(" effort " / " amount style ")"
//! effort   = amount [" @" pace] [" hr<=" bpm]
//! amount   = 800m | 10km | 5mi | 45s | 10min | 1h30min
//! pace     = m:ss [/km | /mi]       style = jog | walk | stand
//! ```

use crate::{
    calendar::Weekday,
    purpose::Purpose,
    quantity::{Bpm, METRES_PER_MILE, Metres, MetresPerSecond, Seconds},
    session::{Amount, Effort, Part, RestStyle, Session},
};
use std::fmt;

/// Text that is not training.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("cannot read '{text}' as training: {hint}")]
pub struct NotTraining {
    /// The part that could not be read.
    pub text: String,
    /// What was expected there.
    pub hint: &'static str,
}

fn not_training(text: &str, hint: &'static str) -> NotTraining {
    NotTraining { text: text.to_owned(), hint }
}

/// Reads a week, one line a day; days that are not named are rest.
pub fn parse_week(text: &str) -> Result<Vec<(Weekday, Session)>, NotTraining> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(parse_day).collect()
}

/// Reads one line: a weekday and its session.
pub fn parse_day(line: &str) -> Result<(Weekday, Session), NotTraining> {
    let (day, rest) = line.split_once(char::is_whitespace).unwrap_or((line, "rest"));
    Ok((parse_weekday(day)?, parse_session(rest)?))
}

/// Reads a session: `easy 10min + 6x(800m @3:50 / 2min jog) + easy 10min`.
pub fn parse_session(text: &str) -> Result<Session, NotTraining> {
    let text = text.trim();
    if text == "rest" {
        return Ok(Session::REST);
    }
    let parts = text.split(" + ").map(|part| parse_part(part.trim())).collect::<Result<_, _>>()?;
    Ok(Session { parts })
}

/// Reads a weekday: `Mon`.
pub(crate) fn parse_weekday(text: &str) -> Result<Weekday, NotTraining> {
    const DAYS: [(&str, Weekday); 7] = [
        ("mon", Weekday::Monday),
        ("tue", Weekday::Tuesday),
        ("wed", Weekday::Wednesday),
        ("thu", Weekday::Thursday),
        ("fri", Weekday::Friday),
        ("sat", Weekday::Saturday),
        ("sun", Weekday::Sunday),
    ];
    let lower = text.trim_end_matches(':').to_lowercase();
    DAYS.into_iter()
        .find(|(name, _)| *name == lower)
        .map(|(_, day)| day)
        .ok_or_else(|| not_training(text, "a line begins with Mon, Tue, Wed, Thu, Fri, Sat or Sun"))
}

fn parse_part(text: &str) -> Result<Part, NotTraining> {
    if let Some((head, body)) = text.split_once("x(") {
        return parse_reps(head, body);
    }
    let (word, rest) = text.split_once(char::is_whitespace).ok_or_else(|| {
        not_training(text, "a part is a purpose and an amount, as in 'easy 10km'")
    })?;
    let purpose = parse_purpose(word)?;
    Ok(Part::Unbroken { purpose, effort: parse_effort(rest)? })
}

fn parse_reps(head: &str, body: &str) -> Result<Part, NotTraining> {
    let (purpose, count) = match head.trim().rsplit_once(char::is_whitespace) {
        Some((word, count)) => (parse_purpose(word)?, count),
        None => (Purpose::Intervals, head.trim()),
    };
    let count = count.parse().map_err(|_| not_training(head, "reps are written as 6x(…)"))?;
    let inside = body
        .strip_suffix(')')
        .ok_or_else(|| not_training(body, "reps end with a closing parenthesis"))?;
    let (work, rest) = inside
        .split_once(" / ")
        .ok_or_else(|| not_training(inside, "reps are written as (work / rest)"))?;
    let (rest, style) = parse_rest(rest.trim())?;
    Ok(Part::Reps { purpose, count, work: parse_effort(work)?, rest, style })
}

fn parse_rest(text: &str) -> Result<(Effort, RestStyle), NotTraining> {
    let (amount, style) = match text.rsplit_once(char::is_whitespace) {
        Some((amount, "jog")) => (amount, RestStyle::Jog),
        Some((amount, "walk")) => (amount, RestStyle::Walk),
        Some((amount, "stand")) => (amount, RestStyle::Stand),
        _ => (text, RestStyle::Jog),
    };
    Ok((parse_effort(amount)?, style))
}

fn parse_purpose(word: &str) -> Result<Purpose, NotTraining> {
    word.parse().map_err(|_| not_training(word, "the first word is a purpose, as in 'easy 10km'"))
}

fn parse_effort(text: &str) -> Result<Effort, NotTraining> {
    let mut words = text.split_whitespace();
    let amount = words.next().ok_or_else(|| not_training(text, "an amount is missing"))?;
    let mut effort = Effort { amount: parse_amount(amount)?, speed: None, hr_cap: None };
    for word in words {
        if let Some(pace) = word.strip_prefix('@') {
            effort.speed = Some(parse_pace(pace)?);
        } else if let Some(bpm) = word.strip_prefix("hr<=") {
            let bpm = bpm.parse().map_err(|_| not_training(word, "a heart-rate cap is hr<=140"))?;
            effort.hr_cap = Some(Bpm(bpm));
        } else {
            return Err(not_training(word, "expected '@pace' or 'hr<=bpm'"));
        }
    }
    Ok(effort)
}

fn parse_amount(text: &str) -> Result<Amount, NotTraining> {
    let hint = "amounts are written 800m, 10km, 5mi, 45s, 10min or 1h30min";
    let number = |digits: &str| {
        digits
            .parse::<f64>()
            .ok()
            .filter(|value| value.is_finite() && *value >= 0.0)
            .ok_or_else(|| not_training(text, hint))
    };
    if let Some((hours, rest)) = text.split_once('h') {
        let minutes = match rest.strip_suffix("min") {
            Some(minutes) => number(minutes)?,
            None if rest.is_empty() => 0.0,
            None => return Err(not_training(text, hint)),
        };
        return Ok(Amount::Time(Seconds(number(hours)? * 3600.0 + minutes * 60.0)));
    }
    if let Some(minutes) = text.strip_suffix("min") {
        return Ok(Amount::Time(Seconds::from_minutes(number(minutes)?)));
    }
    if let Some(km) = text.strip_suffix("km") {
        return Ok(Amount::Distance(Metres::from_km(number(km)?)));
    }
    if let Some(miles) = text.strip_suffix("mi") {
        return Ok(Amount::Distance(Metres::from_miles(number(miles)?)));
    }
    if let Some(seconds) = text.strip_suffix('s') {
        return Ok(Amount::Time(Seconds(number(seconds)?)));
    }
    if let Some(metres) = text.strip_suffix('m') {
        return Ok(Amount::Distance(Metres(number(metres)?)));
    }
    Err(not_training(text, hint))
}

/// Reads a time: `45min`, `1h30min`.
pub(crate) fn parse_time(text: &str) -> Option<Seconds> {
    match parse_amount(text) {
        Ok(Amount::Time(time)) if time.0 > 0.0 => Some(time),
        _ => None,
    }
}

fn parse_pace(text: &str) -> Result<MetresPerSecond, NotTraining> {
    let (clock, metres) = match text.split_once('/') {
        Some((clock, "km")) => (clock, 1000.0),
        Some((clock, "mi")) => (clock, METRES_PER_MILE),
        None => (text, 1000.0),
        Some(_) => return Err(not_training(text, "a pace is m:ss, m:ss/km or m:ss/mi")),
    };
    let seconds = clock
        .split_once(':')
        .and_then(|(m, s)| Some(m.parse::<f64>().ok()? * 60.0 + s.parse::<f64>().ok()?))
        .filter(|seconds| *seconds > 0.0)
        .ok_or_else(|| not_training(text, "a pace is m:ss, m:ss/km or m:ss/mi"))?;
    Ok(MetresPerSecond(metres / seconds))
}

impl fmt::Display for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_rest() {
            return f.write_str("rest");
        }
        for (index, part) in self.parts.iter().enumerate() {
            if index > 0 {
                f.write_str(" + ")?;
            }
            write!(f, "{part}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unbroken { purpose, effort } => write!(f, "{purpose} {effort}"),
            Self::Reps { purpose, count, work, rest, style } => {
                if *purpose != Purpose::Intervals {
                    write!(f, "{purpose} ")?;
                }
                let style = match style {
                    RestStyle::Jog => "jog",
                    RestStyle::Walk => "walk",
                    RestStyle::Stand => "stand",
                };
                write!(f, "{count}x({work} / {rest} {style})")
            }
        }
    }
}

impl fmt::Display for Effort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.amount)?;
        if let Some(pace) = self.speed.and_then(MetresPerSecond::seconds_per_km) {
            let pace = pace.round();
            write!(f, " @{}:{:02}", (pace / 60.0).floor(), pace % 60.0)?;
        }
        if let Some(Bpm(bpm)) = self.hr_cap {
            write!(f, " hr<={bpm}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Distance(Metres(m)) if m >= 1000.0 && (m / 100.0).fract() == 0.0 => {
                write!(f, "{}km", m / 1000.0)
            }
            Self::Distance(Metres(m)) => write!(f, "{m}m"),
            Self::Time(Seconds(s)) if s >= 60.0 && (s / 60.0).fract() == 0.0 => {
                write!(f, "{}min", s / 60.0)
            }
            Self::Time(Seconds(s)) => write!(f, "{s}s"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str) {
        let session = parse_session(text).unwrap();
        assert_eq!(session.to_string(), text);
    }

    #[test]
    fn what_is_written_reads_back_the_same() {
        check("rest");
        check("easy 10min + 6x(800m @3:50 / 2min jog) + easy 10min");
        check("recovery 30min @6:40 hr<=133");
        check("long 26km @5:45");
        check("easy 8km + strides 6x(20s / 60s walk)".replace("60s", "1min").as_str());
    }

    #[test]
    fn miles_and_hours_are_understood() {
        let session = parse_session("long 1h30min @9:00/mi").unwrap();
        let [Part::Unbroken { effort, .. }] = session.parts.as_slice() else { panic!("one part") };
        assert_eq!(effort.amount, Amount::Time(Seconds(5400.0)));
        assert!((effort.speed.unwrap().seconds_per_mile().unwrap() - 540.0).abs() < 1e-9);
    }

    #[test]
    fn a_week_names_its_days() {
        let week = parse_week("Mon  rest\nTue  easy 10km").unwrap();
        assert_eq!(week.len(), 2);
        assert_eq!(week[0], (Weekday::Monday, Session::REST));
    }

    #[test]
    fn an_error_names_the_text_and_what_was_expected() {
        let error = parse_session("easy tenish").unwrap_err();
        assert!(error.to_string().contains("tenish"));
        assert!(error.to_string().contains("800m"));
    }
}
