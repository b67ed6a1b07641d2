//! FIT files written: any messages as the bytes of a file, and sessions as workouts that a watch
//! takes. Touches no disk, and writes the same bytes for the same session for ever.

mod memory;
mod workout;

pub use workout::{NoWorkout, STEPS_MAX, file_name, messages as workout_messages, workout_bytes};

use crate::fit::FIT_EPOCH;
use memory::Memory;
use rustyfit::{
    Encoder,
    profile::{mesgdef, typedef},
    proto::{FIT, Message},
};
use training::LapIntensity;

/// The bytes of a FIT file that holds these messages.
///
/// # Panics
/// Never for messages made from the profile's structures: memory takes every byte.
pub fn fit_file(messages: Vec<Message>) -> Vec<u8> {
    let mut memory = Memory::default();
    let mut fit = FIT { messages, ..FIT::default() };
    Encoder::new()
        .encode(&mut memory, &mut fit)
        .expect("memory takes every byte and the messages are valid");
    memory.into_bytes()
}

/// What a file says first: what it is, and who made it when.
pub fn file_id(
    holds: typedef::File,
    number: u32,
    created: typedef::DateTime,
    device: &str,
) -> Message {
    let mut file_id = mesgdef::FileId::new();
    file_id.r#type = holds;
    file_id.manufacturer = typedef::Manufacturer::DEVELOPMENT;
    file_id.product = 1;
    file_id.serial_number = number;
    file_id.time_created = created;
    file_id.product_name = device.into();
    Message::from(file_id)
}

/// An instant, in seconds of the Unix epoch, as FIT counts them.
pub fn fit_time(unix: i64) -> typedef::DateTime {
    typedef::DateTime((unix - FIT_EPOCH as i64).clamp(0, i64::from(u32::MAX - 1)) as u32)
}

/// The claimed intensity of a lap or a step; no claim is the value that says so.
pub fn intensity(claimed: Option<LapIntensity>) -> typedef::Intensity {
    match claimed {
        None => mesgdef::Lap::new().intensity,
        Some(LapIntensity::Active) => typedef::Intensity::ACTIVE,
        Some(LapIntensity::Rest) => typedef::Intensity::REST,
        Some(LapIntensity::WarmUp) => typedef::Intensity::WARMUP,
        Some(LapIntensity::CoolDown) => typedef::Intensity::COOLDOWN,
    }
}

/// A value as a whole number of a file's steps.
pub fn scaled(value: f64, steps_per_unit: f64) -> u32 {
    (value * steps_per_unit).round() as u32
}
