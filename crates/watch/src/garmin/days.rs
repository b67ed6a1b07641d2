//! What Garmin's account export tells of days, as lists of JSON objects: `*_sleepData.json`,
//! `UDSFile_*.json` (resting heart rate) and `*_healthStatusData.json` (heart-rate variability at
//! night, as RMSSD). The day is the one on which the runner woke. Scores of sleep, stress and
//! readiness are opinions and are passed over.

use super::{JSON_HEAD, document, is_json, text, values_of};
use crate::{Reading, Unreadable};
use jiff::civil::DateTime;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use training::{
    Bpm, CheckIn, Date, Milliseconds, Seconds,
    question::{HRV, RESTING_HR},
};

/// What only such a list holds beside `calendarDate`.
const SIGNS: [&str; 3] = ["\"deepSleepSeconds\"", "\"restingHeartRate\"", "\"HRV\""];

const STAGES: [&str; 3] = ["deepSleepSeconds", "lightSleepSeconds", "remSleepSeconds"];

const DAY_SECONDS: f64 = 86_400.0;

type Object = Map<String, Value>;

/// Whether this is a list of days that [`read`] knows.
pub(crate) fn looks_like(bytes: &[u8]) -> bool {
    if !is_json(bytes) {
        return false;
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(JSON_HEAD)]);
    head.contains("\"calendarDate\"") && SIGNS.iter().any(|sign| head.contains(sign))
}

/// Reads every day of a list.
pub(crate) fn read(bytes: &[u8]) -> Result<Reading, Unreadable> {
    let check_ins: Vec<CheckIn> =
        days(bytes)?.into_values().map(|(check_in, _)| check_in).collect();
    if check_ins.is_empty() {
        return Err(unreadable("this JSON tells nothing of any day".to_owned()));
    }
    Ok(Reading { check_ins, ..Reading::default() })
}

/// Hands out each day of a list with its date, as a list of its own.
pub(crate) fn split(bytes: &[u8]) -> Result<impl Iterator<Item = (Date, Vec<u8>)>, Unreadable> {
    let alone = |(date, (_, object))| (date, json!([object]).to_string().into_bytes());
    Ok(days(bytes)?.into_iter().map(alone))
}

/// The days of which something is told; where naps are listed beside the night, the longest sleep.
fn days(bytes: &[u8]) -> Result<BTreeMap<Date, (CheckIn, Object)>, Unreadable> {
    let mut days = BTreeMap::<Date, (CheckIn, Object)>::new();
    for value in values_of(document(bytes, unreadable)?) {
        let Value::Object(object) = value else { continue };
        let Some(told) = check_in(&object) else { continue };
        let before = days.get(&told.date);
        if before.is_none_or(|(before, _)| sleep_of(before) < sleep_of(&told)) {
            days.insert(told.date, (told, object));
        }
    }
    Ok(days)
}

fn sleep_of(check_in: &CheckIn) -> f64 {
    check_in.sleep.map_or(0.0, |sleep| sleep.0)
}

fn unreadable(what: String) -> Unreadable {
    let remedy = "ask Garmin for the account export again";
    Unreadable { what, remedy: remedy.to_owned() }
}

fn check_in(object: &Object) -> Option<CheckIn> {
    let check_in = CheckIn {
        sleep: sleep(object),
        resting_hr: resting_hr(object),
        hrv: hrv(object),
        ..CheckIn::on(date(object)?)
    };
    (!check_in.is_empty()).then_some(check_in)
}

/// `2026-03-05`, or in older exports `{"date": "Mar 5, 2026 12:00:00 AM"}`.
fn date(object: &Object) -> Option<Date> {
    let written = match object.get("calendarDate")? {
        Value::Object(inside) => inside.get("date")?.as_str()?,
        value => value.as_str()?,
    };
    let iso = written.get(..10).and_then(|day| day.parse().ok());
    iso.or_else(|| Some(DateTime::strptime("%b %d, %Y %I:%M:%S %p", written).ok()?.date()))
}

/// Time asleep. Without stages, or off the wrist, the window is a habit and no measurement.
fn sleep(object: &Object) -> Option<Seconds> {
    if text(object, "sleepWindowConfirmationType").is_some_and(|kind| kind == "OFF_WRIST") {
        return None;
    }
    let stages = STAGES.iter().filter_map(|stage| object.get(*stage)?.as_f64());
    let asleep: f64 = stages.filter(|seconds| *seconds > 0.0).sum();
    (asleep > 0.0 && asleep <= DAY_SECONDS).then_some(Seconds(asleep))
}

/// The value that Garmin Connect shows; the one of the day so far only where there is no other.
fn resting_hr(object: &Object) -> Option<Bpm> {
    let names = ["restingHeartRate", "currentDayRestingHeartRate"];
    let numbers = names.iter().filter_map(|name| object.get(*name)?.as_f64());
    numbers.into_iter().find(|bpm| RESTING_HR.contains(bpm)).map(Bpm)
}

/// Zero and 511 are marks for *none*.
fn hrv(object: &Object) -> Option<Milliseconds> {
    let metrics = object.get("metrics")?.as_array()?;
    let hrv = metrics.iter().find(|metric| metric["type"] == "HRV")?;
    let measured = hrv.get("value")?.as_f64().filter(|value| HRV.contains(value));
    measured.filter(|_| hrv["status"] != "UNKNOWN").map(Milliseconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(json: &str) -> Vec<CheckIn> {
        assert!(looks_like(json.as_bytes()));
        read(json.as_bytes()).unwrap().check_ins
    }

    #[test]
    fn a_night_is_what_was_slept_and_a_nap_is_no_night() {
        let json = r#"[
            {"retro": false},
            {"calendarDate": "2026-01-15", "sleepWindowConfirmationType": "ENHANCED_CONFIRMED_FINAL",
             "deepSleepSeconds": 5340, "lightSleepSeconds": 14400, "remSleepSeconds": 900,
             "awakeSleepSeconds": 6540},
            {"calendarDate": "2026-01-15", "deepSleepSeconds": 0, "lightSleepSeconds": 1500},
            {"calendarDate": "2026-01-16", "sleepWindowConfirmationType": "OFF_WRIST",
             "deepSleepSeconds": 0, "lightSleepSeconds": 36000}]"#;
        let [night] = &days(json)[..] else { panic!("one night") };
        assert_eq!(night.date, jiff::civil::date(2026, 1, 15));
        assert_eq!(night.sleep, Some(Seconds(20_640.0)));
    }

    #[test]
    fn a_resting_heart_rate_of_zero_is_a_watch_that_was_not_worn() {
        let json = r#"[
            {"calendarDate": "2026-01-15", "restingHeartRate": 48, "currentDayRestingHeartRate": 51},
            {"calendarDate": {"date": "Jan 16, 2026 12:00:00 AM"}, "restingHeartRate": 49},
            {"calendarDate": "2026-01-17", "restingHeartRate": 0},
            {"calendarDate": "2026-01-18", "restingHeartRate": null}]"#;
        let hearts: Vec<_> = days(json).iter().map(|day| day.resting_hr).collect();
        assert_eq!(hearts, [Some(Bpm(48.0)), Some(Bpm(49.0))]);
    }

    #[test]
    fn the_variability_of_a_night_is_read_and_the_mark_for_none_is_not() {
        let json = r#"[
            {"calendarDate": "2026-01-15", "metrics": [
                {"type": "HR", "value": 50.0}, {"type": "HRV", "value": 62.0, "status": "BALANCED"}]},
            {"calendarDate": "2026-01-16", "metrics": [{"type": "HRV", "value": 511.0}]},
            {"calendarDate": "2026-01-17", "metrics": [{"type": "HRV"}]}]"#;
        let [night] = &days(json)[..] else { panic!("one night") };
        assert_eq!(night.hrv, Some(Milliseconds(62.0)));
        assert_eq!(night.resting_hr, None);
    }

    #[test]
    fn every_day_can_stand_alone() {
        let json = br#"[{"calendarDate": "2026-01-15", "restingHeartRate": 48},
            {"calendarDate": "2026-01-16", "restingHeartRate": 49}]"#;
        let alone: Vec<(Date, Vec<u8>)> = split(json).unwrap().collect();
        assert_eq!(alone.len(), 2);
        assert!(looks_like(&alone[1].1));
        assert_eq!(read(&alone[1].1).unwrap().check_ins[0].resting_hr, Some(Bpm(49.0)));
    }

    #[test]
    fn damaged_json_is_refused_with_a_reason() {
        let error = read(br#"[{"calendarDate": "2026-01-15", "restingHea"#).unwrap_err();
        assert!(error.to_string().contains("damaged"), "{error}");
    }
}
