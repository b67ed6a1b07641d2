//! What the sensors of a watch make of a run: noise, lag, faults and rounding. Knows no laps.

use crate::{
    conditions::{Conditions, Fault, HrSensor, Terrain},
    course::Path,
    life::Moment,
    random::{Drifting, Random},
    runner::SimulatedRunner,
};
use std::ops::Range;
use training::{
    Bpm, Celsius, Metres, MetresPerSecond, Pause, Position, Sample, Seconds, StepsPerMinute,
};

/// What was sensed: a sample for every second the timer ran, and the odometer for every second.
pub struct Sensed {
    /// One sample a second, none in pauses.
    pub samples: Vec<Sample>,
    /// Metres shown by the watch at every second of the clock.
    pub odometer: Vec<f64>,
}

/// The faults that can happen with this watch in this place.
pub fn possible_faults(conditions: &Conditions) -> Vec<Fault> {
    let hr = conditions.watch.hr;
    let indoors = conditions.terrain == Terrain::Treadmill;
    let possible = |fault: &Fault| match fault {
        Fault::HrDropouts | Fault::HrSpikes => hr != HrSensor::None,
        Fault::CadenceLock | Fault::OpticalLag => hr == HrSensor::Optical,
        Fault::GpsJump | Fault::NoAltitude => !indoors,
    };
    conditions.faults.iter().copied().filter(possible).collect()
}

/// Senses a run. Nothing is recorded inside the pauses.
pub fn sense(
    runner: &SimulatedRunner,
    conditions: &Conditions,
    moments: &[Moment],
    pauses: &[Pause],
    random: &mut Random,
) -> Sensed {
    let faults = possible_faults(conditions);
    let mut speedometer = Speedometer::new(conditions.terrain, random);
    let mut pulse = PulseSensor::new(conditions.watch.hr, &faults, moments, runner, random);
    let mut compass = Locator::new(conditions.terrain, runner.home, &faults, moments.len(), random);
    let mut barometer = Barometer::new(conditions.terrain, &faults, random);
    let mut thermometer = Drifting::new(0.999, 0.8, random);
    let mut sensed = Sensed { samples: Vec::new(), odometer: Vec::with_capacity(moments.len()) };
    let mut distance = 0.0;
    for (second, moment) in moments.iter().enumerate() {
        let at = second as f64;
        if pauses.iter().any(|pause| pause.start.0 < at && at < pause.end.0) {
            sensed.odometer.push(distance);
            continue;
        }
        let speed = speedometer.read(moment.speed, random);
        let moved = if second == 0 { 0.0 } else { speed + compass.leap(second) };
        distance += moved;
        sensed.odometer.push(distance);
        sensed.samples.push(Sample {
            at: Seconds(at),
            distance: Some(Metres(rounded(distance, 100.0))),
            speed: Some(MetresPerSecond(rounded(speed, 1000.0))),
            altitude: barometer.read(moment.altitude, random),
            hr: pulse.read(second, moment, random),
            cadence: moment.cadence.map(|steps| StepsPerMinute(steps.round())),
            power: None,
            position: compass.read(second, speed, random),
            temperature: Some(Celsius(
                (conditions.temperature.0 + thermometer.next(random)).round(),
            )),
        });
    }
    sensed
}

/// A value as a file with so many steps per unit keeps it.
pub fn rounded(value: f64, steps_per_unit: f64) -> f64 {
    (value * steps_per_unit).round() / steps_per_unit
}

/// Speed by satellite outside, by foot pod inside.
struct Speedometer {
    scale: f64,
    noise: Drifting,
}

impl Speedometer {
    fn new(terrain: Terrain, random: &mut Random) -> Self {
        let (bias, spread) =
            if terrain == Terrain::Treadmill { (0.012, 0.05) } else { (0.004, 0.15) };
        let scale = random.near(1.0, bias, 2.0);
        Self { scale, noise: Drifting::new(0.9, spread, random) }
    }

    fn read(&mut self, speed: f64, random: &mut Random) -> f64 {
        let noise = self.noise.next(random);
        if speed < 0.3 {
            return if random.chance(0.8) { 0.0 } else { noise.abs() };
        }
        (speed * self.scale + noise).max(0.0)
    }
}

/// Position by satellite.
struct Locator {
    path: Option<Path>,
    aside: Drifting,
    jump: Option<Jump>,
}

struct Jump {
    seconds: Range<usize>,
    latitude: f64,
    longitude: f64,
    metres: f64,
}

impl Locator {
    fn new(
        terrain: Terrain,
        home: Position,
        faults: &[Fault],
        seconds: usize,
        random: &mut Random,
    ) -> Self {
        let indoors = terrain == Terrain::Treadmill;
        Self {
            path: (!indoors).then(|| Path::drawn(terrain, home, random)),
            aside: Drifting::new(0.995, 1.5, random),
            jump: faults.contains(&Fault::GpsJump).then(|| Jump::drawn(seconds, random)),
        }
    }

    /// Metres the odometer leaps at this second because the position did.
    fn leap(&self, second: usize) -> f64 {
        match &self.jump {
            Some(jump) if jump.seconds.start == second => jump.metres,
            _ => 0.0,
        }
    }

    fn read(&mut self, second: usize, moved: f64, random: &mut Random) -> Option<Position> {
        let path = self.path.as_mut()?;
        let aside = self.aside.next(random);
        let mut place = path.follow(moved, aside, random);
        if let Some(jump) = self.jump.as_ref().filter(|jump| jump.seconds.contains(&second)) {
            place.latitude += jump.latitude;
            place.longitude += jump.longitude;
        }
        let (latitude, longitude) = (semicircle(place.latitude), semicircle(place.longitude));
        Some(Position { latitude, longitude })
    }
}

impl Jump {
    /// Most jumps are kept out of the distance by the watch, some are not.
    fn drawn(seconds: usize, random: &mut Random) -> Self {
        let start = window_start(seconds, 10, random);
        let counted = random.chance(0.4);
        Self {
            seconds: start..start + random.whole(3, 8) as usize,
            latitude: random.between(0.0015, 0.004),
            longitude: random.between(-0.004, 0.004),
            metres: if counted { random.between(100.0, 300.0) } else { 0.0 },
        }
    }
}

/// An angle in degrees as a 32-bit file keeps it.
fn semicircle(degrees: f64) -> f64 {
    const PER_DEGREE: f64 = 2_147_483_648.0 / 180.0;
    rounded(degrees, PER_DEGREE)
}

/// Altitude by air pressure, which drifts with the weather.
struct Barometer {
    home: f64,
    weather: Drifting,
    noise: Drifting,
    works: bool,
}

impl Barometer {
    fn new(terrain: Terrain, faults: &[Fault], random: &mut Random) -> Self {
        Self {
            home: random.between(5.0, 400.0),
            weather: Drifting::new(0.9997, 2.5, random),
            noise: Drifting::new(0.8, 0.25, random),
            works: terrain != Terrain::Treadmill && !faults.contains(&Fault::NoAltitude),
        }
    }

    fn read(&mut self, climbed: f64, random: &mut Random) -> Option<Metres> {
        let metres = self.home + climbed + self.weather.next(random) + self.noise.next(random);
        self.works.then(|| Metres(rounded(metres, 5.0)))
    }
}

/// Heart rate by strap or by light.
struct PulseSensor {
    sensor: HrSensor,
    noise: Drifting,
    missing: Vec<Range<usize>>,
    spikes: Vec<(Range<usize>, f64)>,
    locked: Option<Range<usize>>,
    lag_from: Option<f64>,
}

impl PulseSensor {
    fn new(
        sensor: HrSensor,
        faults: &[Fault],
        moments: &[Moment],
        runner: &SimulatedRunner,
        random: &mut Random,
    ) -> Self {
        let seconds = moments.len();
        let spread = if sensor == HrSensor::Optical { 2.0 } else { 1.0 };
        let has = |fault| faults.contains(&fault);
        let mut pulse = Self {
            sensor,
            noise: Drifting::new(0.9, spread, random),
            missing: Vec::new(),
            spikes: Vec::new(),
            locked: has(Fault::CadenceLock).then(|| lock_window(seconds, random)),
            lag_from: has(Fault::OpticalLag).then_some(runner.hr_rest.0 + 25.0),
        };
        if has(Fault::HrDropouts) {
            pulse.missing = windows(2, 5, 10, 120, seconds, random);
        }
        if has(Fault::HrSpikes) {
            let spans = windows(1, 4, 3, 15, seconds, random);
            pulse.spikes =
                spans.into_iter().map(|span| (span, random.between(25.0, 55.0))).collect();
        }
        pulse
    }

    fn read(&mut self, second: usize, moment: &Moment, random: &mut Random) -> Option<Bpm> {
        let noise = self.noise.next(random);
        if self.sensor == HrSensor::None || self.missing.iter().any(|span| span.contains(&second)) {
            return None;
        }
        if let (Some(span), Some(cadence)) = (&self.locked, moment.cadence)
            && span.contains(&second)
        {
            return Some(Bpm((cadence + 0.4 * noise).round()));
        }
        let spike: f64 = self
            .spikes
            .iter()
            .filter(|(span, _)| span.contains(&second))
            .map(|(_, lift)| lift)
            .sum();
        let seen = self.lag_from.map_or(moment.hr, |from| lagging(from, moment.hr, second));
        Some(Bpm((seen + noise + spike).clamp(30.0, 240.0).round()))
    }
}

/// In its first three minutes a cold optical sensor creeps from a resting guess to the pulse.
fn lagging(from: f64, pulse: f64, second: usize) -> f64 {
    let found = (second as f64 / 180.0).min(1.0);
    from + (pulse - from) * found * found
}

fn lock_window(seconds: usize, random: &mut Random) -> Range<usize> {
    let start = (random.between(0.02, 0.6) * seconds as f64) as usize;
    start..start + random.whole(180, 1200) as usize
}

fn windows(
    fewest: u32,
    most: u32,
    shortest: u32,
    longest: u32,
    seconds: usize,
    random: &mut Random,
) -> Vec<Range<usize>> {
    (0..random.whole(fewest, most))
        .map(|_| {
            let start = window_start(seconds, longest as usize, random);
            start..start + random.whole(shortest, longest) as usize
        })
        .collect()
}

fn window_start(seconds: usize, longest: usize, random: &mut Random) -> usize {
    let latest = seconds.saturating_sub(longest).max(1);
    (random.unit() * latest as f64) as usize
}
