//! What a `<Workout>` element says: its kind, its totals in the old and the new way of writing them,
//! its pauses and laps. Knows no samples.

use super::{dates, export::attribute};
use jiff::{
    Timestamp,
    tz::{Offset, TimeZone},
};
use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};
use training::{Bpm, Metres, Seconds, Totals};

/// What a workout says of itself.
pub(super) struct Workout {
    /// The kind, without Apple's prefix: `Running`.
    pub kind: String,
    /// Whether it was done indoors.
    pub is_indoor: bool,
    /// When it began.
    pub start: Timestamp,
    /// The offset of its place, or of the phone that exported it.
    pub offset: Offset,
    /// Its totals.
    pub totals: Totals,
    /// Stops and restarts of the timer, and laps, in order.
    pub events: Vec<WorkoutEvent>,
    /// The device that recorded it.
    pub device: Option<String>,
    /// The name of a workout that was loaded on the watch.
    pub brand: Option<String>,
    /// Places inside the element, as exports before 2019 write them.
    pub locations: Vec<Location>,
}

/// Something that happened during a workout.
pub(super) struct WorkoutEvent {
    /// What: `Pause`, `Resume`, `Lap`, without Apple's prefix.
    pub kind: String,
    /// When.
    pub at: Timestamp,
    /// How long, for a lap.
    pub lasted: Option<Seconds>,
}

/// A place inside an old export's route.
pub(super) struct Location {
    /// When.
    pub at: Timestamp,
    /// Degrees north, degrees east and altitude in metres, as written.
    pub place: [String; 3],
}

impl Workout {
    /// Reads the element at the head of `xml`; `None` when it names no time.
    pub fn parse(xml: &str) -> Option<Self> {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().check_end_names = false;
        let mut workout: Option<Self> = None;
        let mut depth = 0;
        loop {
            match reader.read_event().ok()? {
                Event::Start(tag) => {
                    note(&mut workout, &tag, depth);
                    depth += 1;
                }
                Event::Empty(tag) => note(&mut workout, &tag, depth),
                Event::End(_) => depth -= 1,
                Event::Eof => return workout,
                _ => {}
            }
            if depth == 0 && workout.is_some() {
                return workout;
            }
        }
    }

    fn new(tag: &BytesStart<'_>) -> Option<Self> {
        let (start, offset) = dates::parse(&attribute(tag, "startDate")?)?;
        let end = dates::parse(&attribute(tag, "endDate")?)?.0;
        let kind = attribute(tag, "workoutActivityType").unwrap_or_default();
        let totals = Totals {
            moving: quantity(tag, "duration", "durationUnit").map(Seconds),
            elapsed: Some(Seconds((end.as_second() - start.as_second()) as f64))
                .filter(|elapsed| elapsed.0 > 0.0),
            distance: quantity(tag, "totalDistance", "totalDistanceUnit").map(Metres),
            ..Totals::default()
        };
        Some(Self {
            kind: kind.trim_start_matches("HKWorkoutActivityType").to_owned(),
            is_indoor: false,
            start,
            offset,
            totals,
            events: Vec::new(),
            device: device(tag),
            brand: None,
            locations: Vec::new(),
        })
    }

    fn note_metadata(&mut self, tag: &BytesStart<'_>) {
        let (Some(key), Some(value)) = (attribute(tag, "key"), attribute(tag, "value")) else {
            return;
        };
        match key.as_str() {
            "HKIndoorWorkout" => self.is_indoor = value == "1",
            "HKWorkoutBrandName" => self.brand = Some(value),
            "HKTimeZone" => {
                if let Ok(zone) = TimeZone::get(&value) {
                    self.offset = zone.to_offset(self.start);
                }
            }
            "HKElevationAscended" => {
                if let Some((number, unit)) = value.split_once(' ') {
                    self.totals.ascent = in_si(number, unit).map(Metres);
                }
            }
            _ => {}
        }
    }

    /// Totals as exports write them since 2022.
    fn note_statistics(&mut self, tag: &BytesStart<'_>) {
        let kind = attribute(tag, "type").unwrap_or_default();
        if kind.starts_with("HKQuantityTypeIdentifierDistance") {
            let sum = quantity(tag, "sum", "unit").map(Metres);
            self.totals.distance = sum.or(self.totals.distance);
        }
        if kind == "HKQuantityTypeIdentifierHeartRate" {
            let bpm = |name| attribute(tag, name)?.parse().ok().filter(|bpm| *bpm > 0.0).map(Bpm);
            self.totals.hr_mean = bpm("average");
            self.totals.hr_max = bpm("maximum");
        }
    }

    fn note_event(&mut self, tag: &BytesStart<'_>) {
        let Some((at, _)) = attribute(tag, "date").as_deref().and_then(dates::parse) else {
            return;
        };
        let kind = attribute(tag, "type").unwrap_or_default();
        let kind = kind.trim_start_matches("HKWorkoutEventType").to_owned();
        let lasted = quantity(tag, "duration", "durationUnit").map(Seconds);
        self.events.push(WorkoutEvent { kind, at, lasted });
    }

    fn note_location(&mut self, tag: &BytesStart<'_>) {
        let Some((at, _)) = attribute(tag, "date").as_deref().and_then(dates::parse) else {
            return;
        };
        let place = ["latitude", "longitude", "altitude"].map(|name| attribute(tag, name));
        if let [Some(latitude), Some(longitude), altitude] = place {
            let altitude = altitude.unwrap_or_default();
            self.locations.push(Location { at, place: [latitude, longitude, altitude] });
        }
    }
}

/// Only what stands directly in the workout speaks of the whole of it; its legs repeat it.
fn note(workout: &mut Option<Workout>, tag: &BytesStart<'_>, depth: i32) {
    let name = tag.name();
    match (workout, name.as_ref(), depth) {
        (empty @ None, "Workout", 0) => *empty = Workout::new(tag),
        (Some(workout), "MetadataEntry", 1) => workout.note_metadata(tag),
        (Some(workout), "WorkoutStatistics", 1) => workout.note_statistics(tag),
        (Some(workout), "WorkoutEvent", 1) => workout.note_event(tag),
        (Some(workout), "Location", 2) => workout.note_location(tag),
        _ => {}
    }
}

/// A quantity in metres or seconds, where zero means that none was recorded.
fn quantity(tag: &BytesStart<'_>, name: &str, unit: &str) -> Option<f64> {
    let unit = attribute(tag, unit).unwrap_or_default();
    in_si(&attribute(tag, name)?, &unit).filter(|value| *value > 0.0)
}

fn in_si(number: &str, unit: &str) -> Option<f64> {
    let factor = match unit {
        "km" => 1000.0,
        "mi" => Metres::from_miles(1.0).0,
        "yd" => 0.9144,
        "ft" => 0.3048,
        "cm" => 0.01,
        "min" => 60.0,
        "hr" => 3600.0,
        _ => 1.0,
    };
    number.parse::<f64>().ok().filter(|value| value.is_finite()).map(|value| value * factor)
}

/// `<<HKDevice: …>, name:Apple Watch, …, hardware:Watch6,7, …>` is the `Apple Watch`.
fn device(tag: &BytesStart<'_>) -> Option<String> {
    let described = attribute(tag, "device")?;
    let (_, name) = described.split_once("name:")?;
    Some(name.split([',', '>']).next().unwrap_or(name).trim().to_owned())
}
