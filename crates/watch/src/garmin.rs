//! Garmin's listings of activities as JSON: `summarizedActivities.json` of an account export
//! (centimetres and milliseconds) and the listing of Garmin Connect (metres and seconds). The
//! recordings lie beside them as FIT. Knows no recording.

pub(crate) mod days;

use crate::{Reading, Unreadable, clean, limit, recording::Recording, summary};
use jiff::{Timestamp, civil::DateTime, tz::Offset};
use serde_json::{Map, Value, json};
use training::{Bpm, Declaration, LocalStart, Metres, Oddity, OddityKind, Seconds, Totals};

/// What is looked at to tell what JSON this is.
const JSON_HEAD: usize = 64 * 1024;

const EXPORT: &str = "summarizedActivitiesExport";

/// The start by Greenwich, in one listing and in the other.
const STARTS: [&str; 2] = ["startTimeGmt", "startTimeGMT"];

/// Which of the two listings an activity is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Listing {
    /// `summarizedActivities.json` of an account export.
    AccountExport,
    /// What Garmin Connect lists.
    Connect,
}

/// Whether this is a listing that [`read`] knows.
pub(crate) fn looks_like(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(JSON_HEAD)];
    let says = |word: &str| head.windows(word.len()).any(|window| window == word.as_bytes());
    is_json(bytes) && (says(EXPORT) || (says("\"activityId\"") && says("\"startTimeGMT\"")))
}

/// Whether this is JSON as exports write it, perhaps after a byte order mark.
fn is_json(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    matches!(text.trim_ascii_start().first(), Some(b'[' | b'{'))
}

/// Reads every activity of a listing.
pub(crate) fn read(bytes: &[u8]) -> Result<Reading, Unreadable> {
    let (listing, activities) = parse(bytes)?;
    let mut reading = Reading::default();
    for activity in &activities {
        match recording(listing, activity) {
            Some(recording) => reading.activities.extend(clean::activity(recording)),
            None => reading.oddities.push(left_out(activity)),
        }
    }
    if let [activity] = activities.as_slice() {
        reading.declaration = declaration(activity);
    }
    if reading.activities.is_empty() {
        return Err(not_a_listing(
            "no start in this listing of activities could be read".to_owned(),
        ));
    }
    Ok(reading)
}

/// Hands out each activity of a listing with its number, as a listing of its own.
pub(crate) fn split(bytes: &[u8]) -> Result<impl Iterator<Item = (String, Vec<u8>)>, Unreadable> {
    let (listing, activities) = parse(bytes)?;
    Ok(activities.into_iter().map(move |activity| {
        let number = activity.get("activityId").map(plain).unwrap_or_default();
        let alone = match listing {
            Listing::AccountExport => json!([{ EXPORT: [activity] }]),
            Listing::Connect => json!([activity]),
        };
        (number, alone.to_string().into_bytes())
    }))
}

fn parse(bytes: &[u8]) -> Result<(Listing, Vec<Map<String, Value>>), Unreadable> {
    let document = document(bytes, not_a_listing)?;
    let mut activities = Vec::new();
    let mut listing = Listing::Connect;
    for value in values_of(document) {
        match value {
            Value::Object(mut object) if object.contains_key(EXPORT) => {
                listing = Listing::AccountExport;
                activities.extend(object.remove(EXPORT).map(values_of).into_iter().flatten());
            }
            Value::Object(mut object) if object.contains_key("activityList") => {
                activities
                    .extend(object.remove("activityList").map(values_of).into_iter().flatten());
            }
            value => activities.push(value),
        }
    }
    let objects = activities.into_iter().filter_map(|value| match value {
        Value::Object(object) if STARTS.iter().any(|name| object.contains_key(*name)) => {
            Some(object)
        }
        _ => None,
    });
    let objects: Vec<_> = objects.collect();
    if objects.is_empty() {
        return Err(not_a_listing("this JSON lists no activity with a start".to_owned()));
    }
    Ok((listing, objects))
}

/// The whole of a file; `refused` says what to give instead where it is damaged.
fn document(bytes: &[u8], refused: fn(String) -> Unreadable) -> Result<Value, Unreadable> {
    limit::json(bytes)?;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    serde_json::from_slice(bytes)
        .map_err(|error| refused(format!("this JSON is damaged ({error})")))
}

fn values_of(value: Value) -> Vec<Value> {
    match value {
        Value::Array(values) => values,
        value => vec![value],
    }
}

fn not_a_listing(what: String) -> Unreadable {
    let remedy =
        "give the activities' FIT files, or summarizedActivities.json of an account export";
    Unreadable { what, remedy: remedy.to_owned() }
}

fn left_out(activity: &Map<String, Value>) -> Oddity {
    let number = activity.get("activityId").map(plain).unwrap_or_default();
    Oddity::whole(OddityKind::FormatFault, format!("activity {number} names no start: left out"))
}

fn recording(listing: Listing, activity: &Map<String, Value>) -> Option<Recording> {
    let sport = text(activity, "activityType").or_else(|| text(activity, "sportType"));
    let totals = totals(listing, activity);
    Some(summary::recording(start(activity)?, sport.as_deref(), totals))
}

fn declaration(activity: &Map<String, Value>) -> Declaration {
    Declaration {
        title: text(activity, "name").or_else(|| text(activity, "activityName")),
        description: text(activity, "description"),
        activity_type: text(activity, "activityType"),
        workout_type: None,
        gear: None,
    }
}

fn totals(listing: Listing, activity: &Map<String, Value>) -> Totals {
    let number = |name: &str| activity.get(name)?.as_f64().filter(|value| value.is_finite());
    let (metre, second) = match listing {
        Listing::AccountExport => (0.01, 0.001),
        Listing::Connect => (1.0, 1.0),
    };
    let time = |name: &str| number(name).and_then(|value| summary::time(value * second));
    let hr = |name: &str| number(name).filter(|bpm| *bpm > 0.0).map(Bpm);
    let moving = time("duration").or_else(|| time("movingDuration"));
    Totals {
        distance: number("distance").and_then(|value| summary::distance(value * metre)),
        moving,
        elapsed: time("elapsedDuration").map(|elapsed| without_milliseconds(elapsed, moving)),
        ascent: number("elevationGain").map(|value| Metres(value * metre)),
        hr_mean: hr("avgHr").or_else(|| hr("averageHR")),
        hr_max: hr("maxHr").or_else(|| hr("maxHR")),
    }
}

/// Garmin Connect once listed the elapsed time in milliseconds beside a duration in seconds.
fn without_milliseconds(elapsed: Seconds, moving: Option<Seconds>) -> Seconds {
    match moving {
        Some(moving) if elapsed.0 > 500.0 * moving.0 => Seconds(elapsed.0 / 1000.0),
        _ => elapsed,
    }
}

fn start(activity: &Map<String, Value>) -> Option<LocalStart> {
    let gmt = STARTS.iter().find_map(|name| activity.get(*name));
    let local = activity.get("startTimeLocal").and_then(wall_clock);
    let utc = gmt.and_then(wall_clock).or(local)?;
    let offset = local
        .map(|local| local.as_second() - utc.as_second())
        .and_then(|seconds| Offset::from_seconds(i32::try_from(seconds).ok()?).ok());
    Some(LocalStart { utc, offset_seconds: gmt.and(offset).map(Offset::seconds) })
}

/// A time written as text or as milliseconds, as if it were UTC.
fn wall_clock(value: &Value) -> Option<Timestamp> {
    if let Some(milliseconds) = value.as_f64() {
        return Timestamp::from_millisecond(milliseconds as i64).ok();
    }
    let civil: DateTime = value.as_str()?.parse().ok()?;
    Offset::UTC.to_timestamp(civil).ok()
}

fn text(activity: &Map<String, Value>, name: &str) -> Option<String> {
    let value = match activity.get(name)? {
        Value::Object(object) => object.get("typeKey")?,
        value => value,
    };
    value.as_str().filter(|text| !text.trim().is_empty()).map(str::to_owned)
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Activity;

    const ACCOUNT_EXPORT: &[u8] = br#"[{"summarizedActivitiesExport":[
        {"activityId":11,"name":"Morning 5","activityType":"running","distance":500000,
         "duration":1800000,"elapsedDuration":1860000,"elevationGain":4200,"avgHr":150,
         "startTimeGmt":1767254400000,"startTimeLocal":1767258000000},
        {"activityId":12,"name":"Spin","activityType":"indoor_cycling","duration":3600000,
         "startTimeGmt":1767254400000,"startTimeLocal":"2026-01-01T09:00:00"}]}]"#;

    #[test]
    fn an_account_export_counts_centimetres_and_milliseconds() {
        let reading = read(ACCOUNT_EXPORT).unwrap();
        let [Activity::Run(run), Activity::Other(spin)] = reading.activities.as_slice() else {
            panic!("a run and a ride")
        };
        assert_eq!(run.distance(), Some(Metres(5000.0)));
        assert_eq!(run.moving(), Seconds(1800.0));
        assert_eq!(run.claimed.ascent, Some(Metres(42.0)));
        assert_eq!(run.start.civil().to_string(), "2026-01-01T09:00:00");
        assert_eq!(spin.start.offset_seconds, Some(3600));
    }

    #[test]
    fn every_activity_can_stand_alone() {
        let alone: Vec<(String, Vec<u8>)> = split(ACCOUNT_EXPORT).unwrap().collect();
        assert_eq!(alone[0].0, "11");
        assert!(looks_like(&alone[0].1));
        let reading = read(&alone[0].1).unwrap();
        assert_eq!(reading.activities.len(), 1);
        assert_eq!(reading.declaration.title.as_deref(), Some("Morning 5"));
    }

    #[test]
    fn garmin_connect_lists_metres_and_seconds() {
        let listing =
            br#"[{"activityId":1,"activityName":"Home","activityType":{"typeKey":"running"},
            "startTimeGMT":"2019-09-08 09:52:45","startTimeLocal":"2019-09-08 10:52:45",
            "distance":8016.4,"duration":2400.5,"elapsedDuration":2500500.0,"averageHR":149}]"#;
        let reading = read(listing).unwrap();
        let [Activity::Run(run)] = reading.activities.as_slice() else { panic!("one run") };
        assert_eq!(run.distance(), Some(Metres(8016.4)));
        assert_eq!(run.claimed.elapsed, Some(Seconds(2500.5)));
        assert_eq!(run.start.offset_seconds, Some(3600));
        assert_eq!(reading.declaration.title.as_deref(), Some("Home"));
    }

    #[test]
    fn damaged_json_is_refused_with_a_reason() {
        let error = read(&ACCOUNT_EXPORT[..200]).unwrap_err();
        assert!(error.to_string().contains("damaged"), "{error}");
    }
}
