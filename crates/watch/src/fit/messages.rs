//! The messages and fields of FIT that a runner needs, under running words. Knows where they stand
//! in the profile; does not know how they make an activity.

use super::{
    decode::{Fields, MESSAGE_INDEX, TIMESTAMP},
    developer::Developer,
    workout,
};
use crate::limit;
use rustyfit::profile::typedef::{GarminProduct, Manufacturer};
use training::{
    Bpm, Celsius, LapIntensity, Metres, MetresPerSecond, Position, Sample, Seconds, StepsPerMinute,
    Totals, Watts, WorkoutStep,
};

/// Seconds from the Unix epoch to FIT's, 1989-12-31T00:00:00Z.
pub(crate) const FIT_EPOCH: f64 = 631_065_600.0;
const DEGREES_PER_SEMICIRCLE: f64 = 180.0 / 2_147_483_648.0;

/// What one sequence says. Every `Seconds` that is a time counts from the Unix epoch.
#[derive(Default)]
pub(super) struct Messages {
    /// What the file is for; 4 is an activity.
    pub file_type: Option<u32>,
    pub device: Option<String>,
    pub records: Vec<Sample>,
    pub laps: Vec<LapMessage>,
    pub sessions: Vec<SessionMessage>,
    pub steps: Vec<(u32, WorkoutStep)>,
    /// When the timer started (`true`) or stopped.
    pub timer: Vec<(Seconds, bool)>,
    /// Time between two heart beats, in seconds, with the record it follows.
    pub beats: Vec<(usize, f64)>,
    /// How far the watch's local time is ahead of the time its messages carry, in seconds.
    pub local_ahead: Option<f64>,
    /// Sport and sub-sport where no session tells them.
    pub sport: Option<(u32, u32)>,
    /// How many messages there were of any kind.
    pub count: usize,
    developer: Developer,
}

/// A lap as the watch claims it.
pub(super) struct LapMessage {
    pub start: Seconds,
    pub end: Seconds,
    pub distance: Option<Metres>,
    pub intensity: Option<LapIntensity>,
    pub step: Option<u32>,
}

/// A session as the watch claims it.
pub(super) struct SessionMessage {
    pub start: Option<Seconds>,
    pub end: Option<Seconds>,
    pub sport: u32,
    pub sub_sport: u32,
    pub name: Option<String>,
    pub totals: Totals,
}

impl Messages {
    /// None yet, with room for the records of a sequence of so many bytes.
    pub fn for_bytes(size: usize) -> Self {
        const RECORD_SIZE: usize = 24;
        const ROOM_MAX: usize = 16_384;
        let records = Vec::with_capacity((size / RECORD_SIZE).min(ROOM_MAX));
        Self { records, ..Self::default() }
    }

    /// Takes in one message.
    pub fn take(&mut self, fields: &Fields<'_>) {
        self.count += 1;
        if self.is_endless() {
            return;
        }
        match fields.kind {
            0 => self.take_file_id(fields),
            12 => self.sport = fields.whole(0).zip(fields.whole(1).or(Some(0))),
            18 => self.sessions.push(session(fields)),
            19 => self.laps.extend(lap(fields)),
            20 => self.records.extend(self.record(fields)),
            21 => self.timer.extend(timer_event(fields)),
            23 => self.take_device(fields),
            27 => self.steps.push((index(fields).unwrap_or(u32::MAX), workout::step(fields))),
            34 => self.local_ahead = local_ahead(fields, 5).or(self.local_ahead),
            78 => self.take_beats(fields),
            162 => self.local_ahead = self.local_ahead.or(local_ahead(fields, 3)),
            206 => self.developer.describe(fields),
            _ => {}
        }
    }

    /// Whether it holds more than any watch records; what comes then is not taken in.
    pub fn is_endless(&self) -> bool {
        let marks = self.laps.len() + self.steps.len() + self.timer.len();
        self.records.len() > limit::POINTS_MAX
            || self.beats.len() > limit::BEATS_MAX
            || marks > limit::MARKS_MAX
            || self.sessions.len() > limit::LEGS_MAX
    }

    fn take_file_id(&mut self, fields: &Fields<'_>) {
        self.file_type = self.file_type.or(fields.whole(0));
        self.device = self.device.take().or_else(|| device_name(fields, 8, 1, 2));
    }

    fn take_device(&mut self, fields: &Fields<'_>) {
        const CREATOR: u32 = 0;
        if fields.whole(0) == Some(CREATOR) {
            self.device = device_name(fields, 27, 2, 4).or(self.device.take());
        }
    }

    fn take_beats(&mut self, fields: &Fields<'_>) {
        let after = self.records.len().saturating_sub(1);
        self.beats.extend(fields.list(0).into_iter().map(|raw| (after, raw / 1000.0)));
    }

    fn record(&self, fields: &Fields<'_>) -> Option<Sample> {
        let mut sample = Sample {
            at: time(fields, TIMESTAMP)?,
            distance: fields.scaled(5, 100.0).map(Metres),
            speed: fields.scaled(73, 1000.0).or(fields.scaled(6, 1000.0)).map(MetresPerSecond),
            altitude: altitude(fields, 78).or(altitude(fields, 2)),
            hr: fields.number(3).map(Bpm),
            cadence: cadence(fields),
            power: fields.number(7).map(Watts),
            position: position(fields),
            temperature: fields.number(13).map(Celsius),
        };
        self.developer.fill(&mut sample, fields);
        Some(sample)
    }
}

fn time(fields: &Fields<'_>, number: u8) -> Option<Seconds> {
    fields.number(number).map(|seconds| Seconds(seconds + FIT_EPOCH))
}

fn index(fields: &Fields<'_>) -> Option<u32> {
    // The upper bits of a message index are flags.
    fields.whole(MESSAGE_INDEX).map(|index| index & 0x0FFF)
}

fn altitude(fields: &Fields<'_>, number: u8) -> Option<Metres> {
    fields.scaled(number, 5.0).map(|metres| Metres(metres - 500.0))
}

/// Cadence as written: strides of one foot, in most files. Clean-up decides.
fn cadence(fields: &Fields<'_>) -> Option<StepsPerMinute> {
    let fraction = fields.scaled(53, 128.0).filter(|&fraction| fraction < 1.0).unwrap_or(0.0);
    fields.number(4).map(|strides| StepsPerMinute(strides + fraction))
}

fn position(fields: &Fields<'_>) -> Option<Position> {
    Some(Position {
        latitude: fields.number(0)? * DEGREES_PER_SEMICIRCLE,
        longitude: fields.number(1)? * DEGREES_PER_SEMICIRCLE,
    })
}

fn lap(fields: &Fields<'_>) -> Option<LapMessage> {
    let start = time(fields, 2)?;
    let elapsed = fields.scaled(7, 1000.0).or(fields.scaled(8, 1000.0));
    let end = elapsed.map(|elapsed| start + Seconds(elapsed)).or(time(fields, TIMESTAMP))?;
    Some(LapMessage {
        start,
        end,
        distance: fields.scaled(9, 100.0).map(Metres),
        intensity: fields.whole(23).and_then(workout::intensity),
        step: fields.whole(71),
    })
}

fn session(fields: &Fields<'_>) -> SessionMessage {
    SessionMessage {
        start: time(fields, 2),
        end: time(fields, TIMESTAMP),
        sport: fields.whole(5).unwrap_or(0),
        sub_sport: fields.whole(6).unwrap_or(0),
        name: fields.text(110),
        totals: Totals {
            distance: fields.scaled(9, 100.0).filter(|&metres| metres > 0.0).map(Metres),
            moving: fields.scaled(8, 1000.0).filter(|&time| time > 0.0).map(Seconds),
            elapsed: fields.scaled(7, 1000.0).map(Seconds),
            ascent: fields.number(22).map(Metres),
            hr_mean: fields.number(16).map(Bpm),
            hr_max: fields.number(17).map(Bpm),
        },
    }
}

fn timer_event(fields: &Fields<'_>) -> Option<(Seconds, bool)> {
    const TIMER: u32 = 0;
    let is_timer = fields.whole(0) == Some(TIMER);
    let is_start = match fields.whole(1).filter(|_| is_timer)? {
        0 => true,
        1 | 4 | 8 | 9 => false,
        _ => return None,
    };
    Some((time(fields, TIMESTAMP)?, is_start))
}

fn local_ahead(fields: &Fields<'_>, local: u8) -> Option<f64> {
    Some(fields.number(local)? - fields.number(TIMESTAMP)?)
}

fn device_name(fields: &Fields<'_>, name: u8, maker: u8, product: u8) -> Option<String> {
    const GARMIN: u16 = 1;
    if let Some(name) = fields.text(name) {
        return Some(name);
    }
    let maker = Manufacturer(fields.whole(maker)? as u16);
    let product = fields.whole(product).map(|product| product as u16);
    match product {
        Some(product) if maker.0 == GARMIN => Some(format!("garmin {}", GarminProduct(product))),
        _ => Some(maker.to_string()),
    }
}
