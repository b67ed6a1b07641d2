//! TCX, Garmin's older XML: activities of laps of tracks of points. Damage is said and what can be
//! read kept.

use crate::{
    Unreadable, extensions, limit, moment,
    recording::{Kind, Recording, kind_of_word},
    xml::{self, Attributes, Token},
};
use training::{
    Bpm, Declaration, Lap, LapIntensity, Metres, Oddity, Position, Sample, Seconds, Totals,
};

/// The recordings in a TCX file, in order, what was odd about it and what it says of itself.
pub(crate) fn read(bytes: &[u8]) -> Result<(Vec<Recording>, Vec<Oddity>, Declaration), Unreadable> {
    let mut file = File::default();
    let oddities = xml::read(bytes, &mut |token| file.take(token));
    file.finish_activity();
    limit::points(file.points)?;
    if file.recordings.is_empty() {
        let remedy = "export the activity again (courses and workouts are not read)";
        return Err(xml::nothing_in_it(("this TCX file holds no activity", remedy), &oddities));
    }
    Ok((file.recordings, oddities, file.declaration))
}

/// What has been read so far.
#[derive(Default)]
struct File {
    recordings: Vec<Recording>,
    declaration: Declaration,
    activity: Option<Recording>,
    lap: Option<LapTotals>,
    sample: Option<Sample>,
    points: usize,
    position: (Option<f64>, Option<f64>),
}

#[derive(Default)]
struct LapTotals {
    start: Option<Seconds>,
    seconds: Option<f64>,
    distance: Option<f64>,
    intensity: Option<LapIntensity>,
    hr_max: Option<f64>,
}

impl File {
    fn take(&mut self, token: Token<'_>) {
        match token {
            Token::Open(name, attributes) => self.open(name, &attributes),
            Token::Text { name, parent, text } => self.text(name, parent, text),
            Token::Close(name) => self.close(name),
        }
    }

    fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
        match name {
            "Activity" => {
                self.finish_activity();
                let sport = attributes.get("Sport");
                self.activity = Some(Recording {
                    kind: sport.as_deref().map_or(Kind::Unsaid, kind_of_word),
                    called: sport.unwrap_or_default(),
                    ..Recording::default()
                });
            }
            "Lap" => {
                let start = attributes.get("StartTime").and_then(|text| self.time(&text));
                self.lap = Some(LapTotals { start, ..LapTotals::default() });
            }
            "Trackpoint" => {
                self.sample = Some(Sample { at: Seconds(f64::NAN), ..Sample::default() });
            }
            "Position" => self.position = (None, None),
            _ => {}
        }
    }

    fn text(&mut self, name: &str, parent: &str, text: &str) {
        if self.sample.is_some() {
            self.point_text(name, parent, text);
        } else if self.lap.is_some() {
            self.lap_text(name, parent, text);
        } else if let Some(activity) = &mut self.activity {
            match (name, parent) {
                ("Id", "Activity") => activity.start = moment::parse(text).map(|time| time.at),
                ("Notes", "Activity") => self.declaration.description = Some(text.to_owned()),
                ("Name", "Creator") => activity.device = Some(text.to_owned()),
                _ => {}
            }
        }
    }

    fn lap_text(&mut self, name: &str, parent: &str, text: &str) {
        let Some(lap) = &mut self.lap else { return };
        match (name, parent) {
            ("TotalTimeSeconds", _) => lap.seconds = text.parse().ok(),
            ("DistanceMeters", "Lap") => lap.distance = text.parse().ok(),
            ("Intensity", _) => lap.intensity = intensity(text),
            ("Value", "MaximumHeartRateBpm") => lap.hr_max = text.parse().ok(),
            _ => {}
        }
    }

    fn point_text(&mut self, name: &str, parent: &str, text: &str) {
        let time = (name == "Time").then(|| self.time(text)).flatten();
        let Some(sample) = &mut self.sample else { return };
        let value = text.parse::<f64>().ok().filter(|value| value.is_finite());
        match (name, parent) {
            ("Time", _) => sample.at = time.unwrap_or(sample.at),
            ("LatitudeDegrees", _) => self.position.0 = value,
            ("LongitudeDegrees", _) => self.position.1 = value,
            ("AltitudeMeters", _) => sample.altitude = value.map(Metres),
            ("DistanceMeters", _) => sample.distance = value.map(Metres),
            ("Value", "HeartRateBpm") => sample.hr = value.map(Bpm),
            _ => extensions::fill(sample, name, text),
        }
    }

    /// Reads a time; an offset written with it is the local time's.
    fn time(&mut self, text: &str) -> Option<Seconds> {
        let time = moment::parse(text)?;
        if let Some(activity) = &mut self.activity {
            activity.offset_seconds = activity.offset_seconds.or(time.offset_seconds);
        }
        Some(time.at)
    }

    fn close(&mut self, name: &str) {
        match name {
            "Position" => {
                if let (Some(sample), (Some(latitude), Some(longitude))) =
                    (&mut self.sample, self.position)
                {
                    sample.position = Some(Position { latitude, longitude });
                }
            }
            "Trackpoint" => self.finish_point(),
            "Track" => self.break_track(),
            "Lap" => self.finish_lap(),
            "Activity" => self.finish_activity(),
            _ => {}
        }
    }

    fn last_time(&self) -> Option<Seconds> {
        self.activity.as_ref()?.samples.last().map(|sample| sample.at)
    }

    fn break_track(&mut self) {
        let last = self.last_time();
        if let Some(activity) = &mut self.activity {
            activity.breaks.extend(last);
        }
    }

    fn finish_point(&mut self) {
        let Some(sample) = self.sample.take().filter(|sample| sample.at.0.is_finite()) else {
            return;
        };
        let Some(activity) = &mut self.activity else { return };
        self.points += 1;
        if self.points <= limit::POINTS_MAX {
            activity.samples.push(sample);
        }
    }

    fn finish_lap(&mut self) {
        let Some(lap) = self.lap.take() else { return };
        let last = self.last_time();
        let Some(activity) = &mut self.activity else { return };
        add_totals(&mut activity.claimed, &lap);
        let Some(start) = lap.start else { return };
        let by_clock = lap.seconds.map_or(start, |seconds| start + Seconds(seconds));
        let end = last.filter(|last| last.0 > by_clock.0).unwrap_or(by_clock);
        activity.laps.push(Lap {
            start,
            end,
            distance: lap.distance.map(Metres),
            intensity: lap.intensity,
            step: None,
        });
    }

    fn finish_activity(&mut self) {
        self.finish_lap();
        if let Some(mut activity) = self.activity.take() {
            let laps_tell_nothing = activity.claimed.moving.is_none_or(|time| time.0 <= 0.0);
            if activity.samples.is_empty() && laps_tell_nothing {
                return;
            }
            meet(&mut activity.laps);
            self.recordings.push(activity);
        }
    }
}

/// A lap ends where the next begins, pauses included.
fn meet(laps: &mut [Lap]) {
    for i in 1..laps.len() {
        laps[i - 1].end = laps[i].start;
    }
}

fn add_totals(totals: &mut Totals, lap: &LapTotals) {
    let plus = |sum: Option<f64>, part: Option<f64>| match (sum, part) {
        (None, part) => part,
        (sum, None) => sum,
        (Some(sum), Some(part)) => Some(sum + part),
    };
    let distance = lap.distance.filter(|&metres| metres > 0.0);
    totals.distance = plus(totals.distance.map(|sum| sum.0), distance).map(Metres);
    let seconds = lap.seconds.filter(|&seconds| seconds > 0.0);
    totals.moving = plus(totals.moving.map(|sum| sum.0), seconds).map(Seconds);
    let highest = lap.hr_max.unwrap_or(0.0).max(totals.hr_max.map_or(0.0, |hr| hr.0));
    totals.hr_max = (highest > 0.0).then_some(Bpm(highest));
}

fn intensity(text: &str) -> Option<LapIntensity> {
    match text {
        "Active" => Some(LapIntensity::Active),
        "Resting" => Some(LapIntensity::Rest),
        _ => None,
    }
}
