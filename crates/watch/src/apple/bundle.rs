//! One workout's bundle into an activity: the route gives the samples, or the distance records where
//! there is none; the heart rate is laid over them. Knows no export.

use super::workout::{Location, Workout};
use crate::{
    Activity, Reading, Unreadable,
    sport_words::{self, Done},
    summary::Summary,
};
use jiff::Timestamp;
use training::{
    Bpm, CrossTraining, Declaration, Lap, LocalStart, Metres, Oddity, OddityKind, Pause, Run,
    Sample, Seconds, Setting,
};

/// How long a heart rate is held: the watch writes one about every five seconds in a workout.
const HR_HOLD: Seconds = Seconds(20.0);

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
    let activity = match sport_words::parse(&workout.kind) {
        Done::Running(_) => run(&workout, inside),
        Done::Other(sport) => Activity::Other(CrossTraining {
            start: local(&workout, workout.start),
            sport,
            called: workout.kind.clone(),
            claimed: workout.totals,
        }),
    };
    Ok(Reading { activities: vec![activity], oddities: Vec::new(), declaration })
}

fn no_workout() -> Unreadable {
    Unreadable {
        what: "this piece of a health export holds no workout with a time".to_owned(),
        remedy: "import the health export again".to_owned(),
    }
}

fn local(workout: &Workout, utc: Timestamp) -> LocalStart {
    LocalStart { utc, offset_seconds: Some(workout.offset.seconds()) }
}

fn run(workout: &Workout, inside: &str) -> Activity {
    let hearts = pairs(inside, "heart");
    let recorded = route(workout, inside).or_else(|| indoors(workout, &hearts, inside));
    let Some(mut run) = recorded else { return summary(workout) };
    let late = since(run.start.utc, workout.start).0;
    if !hearts.is_empty() {
        lay_heart_rate(&mut run.samples, &hearts, late);
        run.oddities.retain(|oddity| oddity.kind != OddityKind::NoHeartRate);
    }
    run.start = local(workout, run.start.utc);
    run.claimed = workout.totals;
    run.device.clone_from(&workout.device);
    let end = run.samples.last().map_or(Seconds(0.0), |last| last.at);
    run.pauses = pauses(workout, run.start.utc, end);
    run.laps = laps(workout, run.start.utc, end);
    if workout.is_indoor {
        run.setting = Setting::Treadmill;
    }
    Activity::Run(run)
}

/// A workout of which nothing but the totals was kept.
fn summary(workout: &Workout) -> Activity {
    let start = local(workout, workout.start);
    let sport = if workout.is_indoor { "treadmill running" } else { "running" };
    let (totals, oddities) = (workout.totals, Vec::new());
    Summary { start, sport: Some(sport.to_owned()), totals, oddities }.into_activity()
}

/// The recording of the first route that can be read; a second one is a part of it in most exports.
fn route(workout: &Workout, inside: &str) -> Option<Run> {
    let mut found = inside.split("<route>").skip(1).filter_map(|part| part.split_once("</route>"));
    let written = found.find_map(|(gpx, _)| recording(gpx));
    written.or_else(|| recording(&as_gpx(&workout.locations)?))
}

fn recording(gpx: &str) -> Option<Run> {
    let reading = crate::read(gpx.as_bytes()).ok()?;
    reading.activities.into_iter().find_map(|activity| match activity {
        Activity::Run(run) if !run.samples.is_empty() => Some(run),
        _ => None,
    })
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

/// A run without a route: samples where there is a heart rate or a distance.
fn indoors(workout: &Workout, hearts: &[(f64, f64)], inside: &str) -> Option<Run> {
    let distances = running_sum(&pairs(inside, "distance"));
    let mut times: Vec<f64> = hearts.iter().chain(&distances).map(|(at, _)| *at).collect();
    times.sort_by(f64::total_cmp);
    times.dedup();
    let first = *times.first()?;
    let samples = times.iter().map(|at| Sample {
        at: Seconds(at - first),
        distance: between(&distances, *at).map(Metres),
        ..Sample::default()
    });
    let began = Timestamp::from_second(workout.start.as_second() + first as i64).ok()?;
    let mut oddities = Vec::new();
    if distances.is_empty() {
        oddities
            .push(Oddity::whole(OddityKind::NoDistance, "the export holds no distance over time"));
    }
    if hearts.is_empty() {
        oddities.push(Oddity::whole(OddityKind::NoHeartRate, "the export holds no heart rate"));
    }
    Some(Run {
        start: local(workout, began),
        samples: samples.collect(),
        laps: Vec::new(),
        steps: Vec::new(),
        pauses: Vec::new(),
        claimed: workout.totals,
        setting: Setting::Outdoor,
        device: None,
        oddities,
    })
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
    let mut pairs: Vec<(f64, f64)> = list.lines().filter_map(pair).collect();
    pairs.sort_by(|a, b| a.0.total_cmp(&b.0));
    pairs
}

fn running_sum(parts: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut sum = 0.0;
    let sums = parts.iter().map(|(at, part)| {
        sum += part;
        (*at, sum)
    });
    sums.collect()
}

/// The value at a time, on the straight line between its neighbours; from zero at the start.
fn between(line: &[(f64, f64)], at: f64) -> Option<f64> {
    let after = line.partition_point(|(time, _)| *time < at);
    let (end, above) = *line.get(after).or(line.last())?;
    let (start, below) = after.checked_sub(1).map_or((0.0, 0.0), |index| line[index]);
    if end <= start || at >= end {
        return Some(above);
    }
    Some(below + (above - below) * (at - start).max(0.0) / (end - start))
}

/// Gives every sample the last heart rate before it, held for a bounded time. `late` is by how many
/// seconds the samples begin after the workout.
fn lay_heart_rate(samples: &mut [Sample], hearts: &[(f64, f64)], late: f64) {
    for sample in samples {
        let now = sample.at.0 + late;
        let after = hearts.partition_point(|(at, _)| *at <= now);
        let last = after.checked_sub(1).map(|index| hearts[index]);
        sample.hr =
            last.filter(|(at, bpm)| now - at <= HR_HOLD.0 && *bpm > 0.0).map(|(_, bpm)| Bpm(bpm));
    }
}

fn since(later: Timestamp, earlier: Timestamp) -> Seconds {
    Seconds(later.duration_since(earlier).as_secs_f64())
}

/// Stops by button and by themselves, within the samples.
fn pauses(workout: &Workout, zero: Timestamp, end: Seconds) -> Vec<Pause> {
    let mut pauses = Vec::new();
    let mut stopped: Option<Seconds> = None;
    for event in &workout.events {
        let at = Seconds(since(event.at, zero).0.clamp(0.0, end.0));
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
fn laps(workout: &Workout, zero: Timestamp, end: Seconds) -> Vec<Lap> {
    let laps = workout.events.iter().filter(|event| event.kind == "Lap").filter_map(|event| {
        let start = since(event.at, zero).0.max(0.0);
        let until = (start + event.lasted?.0).min(end.0);
        let (start, end) = (Seconds(start), Seconds(until));
        (end.0 > start.0).then_some(Lap { start, end, distance: None, intensity: None, step: None })
    });
    laps.collect()
}
