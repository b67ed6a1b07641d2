//! What a run is run in and recorded with: terrain, heat, traffic, watch, and what goes wrong.

use training::Celsius;

/// What a run is run in and recorded with.
#[derive(Debug, Clone, PartialEq)]
pub struct Conditions {
    /// What the ground is like.
    pub terrain: Terrain,
    /// Air temperature at the wrist.
    pub temperature: Celsius,
    /// Stops at lights in an hour of easy running; 0 for none.
    pub stops_per_hour: f64,
    /// The watch and how it is set.
    pub watch: Watch,
    /// What goes wrong with the sensors.
    pub faults: Vec<Fault>,
}

impl Default for Conditions {
    /// A cool, flat, undisturbed run, recorded every second with a chest strap and automatic laps.
    fn default() -> Self {
        Self {
            terrain: Terrain::Flat,
            temperature: Celsius(12.0),
            stops_per_hour: 0.0,
            watch: Watch::default(),
            faults: Vec::new(),
        }
    }
}

/// What the ground is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Terrain {
    /// Grades within about one percent.
    Flat,
    /// Grades up to about three percent.
    Rolling,
    /// Grades up to about eight percent.
    Hilly,
    /// A 400 m oval.
    Track,
    /// A treadmill: no position, no altitude.
    Treadmill,
}

/// A watch and how it is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Watch {
    /// Where heart rate comes from.
    pub hr: HrSensor,
    /// How laps come about.
    pub laps: LapHabit,
    /// Whether samples are kept only where something changes.
    pub smart_recording: bool,
    /// Whether the timer stops by itself when the runner stands.
    pub auto_pause: bool,
}

impl Default for Watch {
    fn default() -> Self {
        Self {
            hr: HrSensor::Chest,
            laps: LapHabit::EveryKilometre,
            smart_recording: false,
            auto_pause: false,
        }
    }
}

/// Where heart rate comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HrSensor {
    /// Nowhere.
    None,
    /// A chest strap.
    Chest,
    /// An optical sensor at the wrist: noisier.
    Optical,
}

/// How laps come about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LapHabit {
    /// One lap for the whole run.
    Single,
    /// By the watch, every kilometre.
    EveryKilometre,
    /// By the watch, every mile.
    EveryMile,
    /// By hand where the effort changes: mostly late, sometimes forgotten.
    Button,
    /// By a workout loaded on the watch, step by step.
    Workout,
}

/// What can go wrong with a sensor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// Heart rate goes missing for up to two minutes, several times.
    HrDropouts,
    /// Heart rate leaps for a few seconds, several times.
    HrSpikes,
    /// The optical sensor follows the cadence for several minutes.
    CadenceLock,
    /// The optical sensor needs three minutes to find the pulse.
    OpticalLag,
    /// The position leaps away and back.
    GpsJump,
    /// No altitude is recorded.
    NoAltitude,
}
