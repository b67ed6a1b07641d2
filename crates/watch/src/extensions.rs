//! The dialects in which TCX and GPX files write what their formats forgot: heart rate, cadence,
//! power, speed and temperature, by local name, wherever they stand.

use training::{Bpm, Celsius, Metres, MetresPerSecond, Sample, StepsPerMinute, Watts};

/// Puts a value of an extension into the sample it belongs to; unknown names are left alone.
pub(crate) fn fill(sample: &mut Sample, name: &str, text: &str) {
    let Some(value) = text.parse::<f64>().ok().filter(|value| value.is_finite()) else { return };
    match name.to_ascii_lowercase().as_str() {
        "hr" | "heartrate" | "heart_rate" => sample.hr = Some(Bpm(value)),
        "cad" | "cadence" | "runcadence" | "run_cadence" => {
            sample.cadence = Some(StepsPerMinute(value));
        }
        "power" | "watts" | "powerinwatts" => sample.power = Some(Watts(value)),
        "speed" => sample.speed = Some(MetresPerSecond(value)),
        "atemp" | "temp" | "temperature" => sample.temperature = Some(Celsius(value)),
        "distance" | "dist" => sample.distance = Some(Metres(value)),
        _ => {}
    }
}
