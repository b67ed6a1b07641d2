//! One workout's bundle into an activity: the route gives the samples, or the distance records where
//! there is none; the heart rate is laid over them. Knows no export.

use super::workout::{Location, Workout};
use crate::{
    Reading, Unreadable, clean, gpx,
    recording::{Kind, Recording},
    sport_words,
};
use training::{Bpm, Declaration, Lap, Metres, Pause, Sample, Seconds, Setting, Sport};

/// A heart rate is laid on a sample this close after it; farther away it gets one of its own.
const SAME_MOMENT: f64 = 3.0;

/// How far a route may reach beyond its workout, in seconds; one that lies elsewhere is another's.
const ROUTE_MARGIN: f64 = 60.0;

/// Whether this is a bundle.
pub(crate) fn looks_like(bytes: &[u8]) -> bool {
    bytes.starts_with(b"<everymile-apple>")
}

/// Reads a bundle.
pub(crate) fn read(bytes: &[u8]) -> Result<Reading, Unreadable> {
    let text = String::from_utf8_lossy(bytes);
    let (_, inside) = text.split_once("<everymile-apple>").ok_or_else(no_workout)?;
    let workout = Workout::parse(inside).ok_or_else(no_workout)?;
    let declaration = Declaration {
        title: workout.brand.clone(),
        activity_type: Some(workout.kind.clone()),
        ..Declaration::default()
    };
    let activity = clean::activity(recording(workout, inside)).ok_or_else(no_workout)?;
    Ok(Reading { activities: vec![activity], declaration, ..Reading::default() })
}

fn no_workout() -> Unreadable {
    Unreadable {
        what: "this piece of a health export holds no workout with a time".to_owned(),
        remedy: "import the health export again".to_owned(),
    }
}

fn recording(workout: Workout, inside: &str) -> Recording {
    let start = Seconds(workout.start.as_second() as f64);
    let mut recording = route(&workout, inside)
        .unwrap_or_else(|| Recording { samples: indoors(start, inside), ..Recording::default() });
    lay_heart_rate(&mut recording.samples, &pairs(inside, "heart"), start);
    recording.start = Some(start);
    recording.offset_seconds = Some(workout.offset.seconds());
    recording.pauses = pauses(&workout);
    recording.laps = laps(&workout);
    recording.kind = match sport_words::kind(&workout.kind) {
        Kind::Unsaid => Kind::Other(Sport::Other),
        kind => kind,
    };
    if workout.is_indoor {
        recording.setting = Setting::Treadmill;
    }
    Recording { claimed: workout.totals, called: workout.kind, device: workout.device, ..recording }
}

/// The recording of the first route that can be read and is of the workout's time.
fn route(workout: &Workout, inside: &str) -> Option<Recording> {
    let mut found = inside.split("<route>").skip(1).filter_map(|part| part.split_once("</route>"));
    let written = found.find_map(|(gpx, _)| track(workout, gpx));
    written.or_else(|| track(workout, &as_gpx(&workout.locations)?))
}

fn track(workout: &Workout, gpx: &str) -> Option<Recording> {
    let (recordings, oddities, _) = gpx::read(gpx.as_bytes()).ok()?;
    let mut longest = recordings.into_iter().max_by_key(|recording| recording.samples.len())?;
    let start = workout.start.as_second() as f64;
    let end = start + workout.totals.elapsed.map_or(0.0, |elapsed| elapsed.0);
    let span = start - ROUTE_MARGIN..=end + ROUTE_MARGIN;
    longest.samples.retain(|sample| span.contains(&sample.at.0));
    longest.oddities.extend(oddities);
    (longest.span().0 > 0.0).then_some(longest)
}

/// Exports before 2019 write the places into the workout.
fn as_gpx(locations: &[Location]) -> Option<String> {
    locations.first()?;
    let points: Vec<String> = locations
        .iter()
        .map(|Location { at, place: [latitude, longitude, altitude] }| {
            format!(
                "<trkpt lat=\"{latitude}\" lon=\"{longitude}\"><ele>{altitude}</ele>\
                 <time>{at}</time></trkpt>"
            )
        })
        .collect();
    Some(format!("<gpx version=\"1.1\"><trk><trkseg>{}</trkseg></trk></gpx>", points.concat()))
}

/// The samples of a run without a route: the distance so far, wherever some was recorded.
fn indoors(start: Seconds, inside: &str) -> Vec<Sample> {
    let mut covered = Metres(0.0);
    let samples = pairs(inside, "distance").into_iter().map(|(at, metres)| {
        covered += Metres(metres);
        Sample { at: start + Seconds(at), distance: Some(covered), ..Sample::default() }
    });
    samples.collect()
}

/// The lines of a list in the bundle: seconds since the workout's start, and a value.
fn pairs(inside: &str, name: &str) -> Vec<(f64, f64)> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    let Some((_, rest)) = inside.split_once(&open) else { return Vec::new() };
    let list = rest.split_once(&close).map_or("", |(list, _)| list);
    let pair = |line: &str| {
        let (at, value) = line.split_once(' ')?;
        let (at, value): (f64, f64) = (at.parse().ok()?, value.parse().ok()?);
        (at.is_finite() && value.is_finite() && value >= 0.0).then_some((at, value))
    };
    list.lines().filter_map(pair).collect()
}

/// Gives each heart rate to the first sample at or after it, or a sample of its own where there is
/// none near. Clean-up holds it over the samples that follow.
fn lay_heart_rate(samples: &mut Vec<Sample>, hearts: &[(f64, f64)], start: Seconds) {
    samples.sort_by(|a, b| a.at.0.total_cmp(&b.at.0));
    let mut alone = Vec::new();
    for (at, bpm) in hearts {
        let (at, hr) = (start + Seconds(*at), Some(Bpm(*bpm)));
        let after = samples.partition_point(|sample| sample.at.0 < at.0);
        match samples.get_mut(after) {
            Some(sample) if (sample.at - at).0 <= SAME_MOMENT => sample.hr = hr,
            _ => alone.push(Sample { at, hr, ..Sample::default() }),
        }
    }
    samples.extend(alone);
    samples.sort_by(|a, b| a.at.0.total_cmp(&b.at.0));
}

/// Stops by button and by themselves.
fn pauses(workout: &Workout) -> Vec<Pause> {
    let mut pauses = Vec::new();
    let mut stopped: Option<Seconds> = None;
    for event in &workout.events {
        let at = Seconds(event.at.as_second() as f64);
        match event.kind.as_str() {
            "Pause" | "MotionPaused" => stopped = stopped.or(Some(at)),
            "Resume" | "MotionResumed" => {
                pauses.extend(stopped.take().map(|start| Pause { start, end: at }));
            }
            _ => {}
        }
    }
    pauses.retain(|pause| pause.end.0 > pause.start.0);
    pauses
}

/// Laps by button. Apple's own kilometre and mile splits are segments, and are no laps.
fn laps(workout: &Workout) -> Vec<Lap> {
    let laps = workout.events.iter().filter(|event| event.kind == "Lap").filter_map(|event| {
        let start = Seconds(event.at.as_second() as f64);
        let end = start + event.lasted?;
        Some(Lap { start, end, distance: None, intensity: None, step: None })
    });
    laps.collect()
}
