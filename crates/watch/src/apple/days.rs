//! What a health export tells of days: sleep and resting heart rate. Each day is kept as a small
//! document of our own, its records as found:
//!
//! ```text
//! # one day of a health export: 2024-01-02
//! resting-hr,52,2024-01-02 00:03:10 +0100,2024-01-02 21:40:00 +0100
//! sdnn,61.3,2024-01-02 04:00:00 +0100,2024-01-02 04:01:00 +0100
//! sleep,AsleepCore,2024-01-01 23:10:00 +0100,2024-01-02 00:05:30 +0100
//! ```
//!
//! Apple's heart-rate variability is SDNN over a minute, another measure than the RMSSD of other
//! watches. It is kept with its day, that it was seen is said, and it is not used: the two must not
//! share a baseline.

use super::{dates, export::attribute};
use crate::{Reading, Unreadable};
use quick_xml::events::BytesStart;
use std::collections::{BTreeMap, BTreeSet};
use training::{
    Bpm, CheckIn, Date, Oddity, OddityKind, Seconds, calendar::add_days, question::RESTING_HR,
};

const HEADING: &str = "# one day of a health export: ";

/// Who falls asleep from this hour of the evening on sleeps into the next day.
const EVENING_HOUR: i8 = 18;

const DAY_SECONDS: i64 = 86_400;

/// The records of days, by day; each written as a line, so that the same record twice is one.
#[derive(Default)]
pub(super) struct Days {
    lines: BTreeMap<Date, BTreeSet<String>>,
}

impl Days {
    /// Takes a record of this type, if it is one of a day.
    pub fn note(&mut self, kind: &str, tag: &BytesStart<'_>) {
        let word = match kind {
            "HKCategoryTypeIdentifierSleepAnalysis" => "sleep",
            "HKQuantityTypeIdentifierRestingHeartRate" => "resting-hr",
            "HKQuantityTypeIdentifierHeartRateVariabilitySDNN" => "sdnn",
            _ => return,
        };
        let text = |name| attribute(tag, name).filter(|text| !text.contains([',', '\n']));
        let (Some(value), Some(start), Some(end)) =
            (text("value"), text("startDate"), text("endDate"))
        else {
            return;
        };
        let value = value.trim_start_matches("HKCategoryValueSleepAnalysis");
        let date = if word == "sleep" { day_of_sleep(&end) } else { day_of(&start) };
        if let Some(date) = date {
            self.lines.entry(date).or_default().insert(format!("{word},{value},{start},{end}"));
        }
    }

    /// One document for each day of which something is told, with its date.
    pub fn into_documents(self) -> impl Iterator<Item = (Date, Vec<u8>)> {
        let written = self.lines.into_iter().map(|(date, lines)| {
            let lines: Vec<String> = lines.into_iter().collect();
            (date, format!("{HEADING}{date}\n{}\n", lines.join("\n")).into_bytes())
        });
        written.filter(|(_, document)| check_in(document).is_some_and(|day| !day.is_empty()))
    }
}

/// Whether this is a day of a health export.
pub(crate) fn looks_like(bytes: &[u8]) -> bool {
    bytes.starts_with(HEADING.as_bytes())
}

/// Reads the document of a day.
pub(crate) fn read(bytes: &[u8]) -> Result<Reading, Unreadable> {
    let check_in = check_in(bytes).filter(|day| !day.is_empty()).ok_or_else(|| Unreadable {
        what: "this piece of a health export tells nothing of its day".to_owned(),
        remedy: "import the health export again".to_owned(),
    })?;
    Ok(Reading { check_ins: vec![check_in], oddities: sdnn(bytes), ..Reading::default() })
}

/// That a variability was seen, where one was, and why it is not used.
fn sdnn(document: &[u8]) -> Vec<Oddity> {
    let text = String::from_utf8_lossy(document);
    let is_there = text.lines().any(|line| line.starts_with("sdnn,"));
    let message = "Apple's heart-rate variability (SDNN) was seen and is kept, but not used: it is \
                   another measure than the RMSSD of other watches, and the two must not share a \
                   baseline";
    is_there.then(|| Oddity::whole(OddityKind::OtherMeasure, message)).into_iter().collect()
}

fn check_in(document: &[u8]) -> Option<CheckIn> {
    let text = String::from_utf8_lossy(document);
    let (date, lines) = text.strip_prefix(HEADING)?.split_once('\n')?;
    let (mut stretches, mut resting) = (Vec::new(), None);
    for line in lines.lines() {
        let mut cells = line.split(',');
        let (Some(word), Some(value), Some(start), Some(end)) =
            (cells.next(), cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        let (Some(start), Some(end)) = (dates::seconds(start), dates::seconds(end)) else {
            continue;
        };
        match word {
            "sleep" if value.starts_with("Asleep") => stretches.push((start, end)),
            "resting-hr" => resting = resting.max(measured(value).map(|bpm| (end, bpm))),
            _ => {}
        }
    }
    Some(CheckIn {
        sleep: asleep(stretches),
        resting_hr: resting.map(|(_, tenths)| Bpm(f64::from(tenths) / 10.0)),
        ..CheckIn::on(date.trim().parse().ok()?)
    })
}

/// A heart rate in tenths of a beat, so that it has an order.
fn measured(value: &str) -> Option<u16> {
    let bpm = value.parse::<f64>().ok().filter(|bpm| RESTING_HR.contains(bpm))?;
    Some((10.0 * bpm).round() as u16)
}

/// The time covered by stretches of sleep; what a phone and a watch both tell counts once.
fn asleep(mut stretches: Vec<(i64, i64)>) -> Option<Seconds> {
    stretches.sort_unstable();
    let (mut total, mut covered) = (0, i64::MIN);
    for (start, end) in stretches {
        total += (end - start.max(covered)).max(0);
        covered = covered.max(end);
    }
    (0 < total && total <= DAY_SECONDS).then_some(Seconds(total as f64))
}

fn day_of(moment: &str) -> Option<Date> {
    let (instant, offset) = dates::parse(moment)?;
    Some(offset.to_datetime(instant).date())
}

/// The day on which the runner woke.
fn day_of_sleep(end: &str) -> Option<Date> {
    let (instant, offset) = dates::parse(end)?;
    let woke = offset.to_datetime(instant);
    Some(if woke.hour() < EVENING_HOUR { woke.date() } else { add_days(woke.date(), 1) })
}
