//! Values no runner and no place on earth can have are missing values; channels that are missing
//! altogether are said.

use crate::recording::Recording;
use training::{OddityKind, Sample, Setting, Totals};

/// Faster than the fastest human; a speed above it is a fault.
pub(super) const SPEED_MAX: f64 = 12.5;
/// Faster than anything else that is trained.
pub(super) const WHEELS_MAX: f64 = 35.0;

/// Drops values that cannot be, and zeros where a device writes zero for "none".
pub(super) fn drop_impossible(recording: &mut Recording) {
    for sample in &mut recording.samples {
        keep_possible(sample);
    }
    drop_channels_of_zeros(&mut recording.samples);
    drop_impossible_claims(&mut recording.claimed);
}

/// A summary that claims a speed beyond all training was hit by the damage of its file.
fn drop_impossible_claims(claimed: &mut Totals) {
    let time = claimed.elapsed.or(claimed.moving).unwrap_or_default();
    claimed.distance.take_if(|distance| time.0 > 0.0 && distance.0 > WHEELS_MAX * time.0);
    claimed.hr_mean.take_if(|hr| !(30.0..230.0).contains(&hr.0));
    claimed.hr_max.take_if(|hr| !(30.0..240.0).contains(&hr.0));
}

fn keep_possible(sample: &mut Sample) {
    sample.distance.take_if(|distance| !(0.0..1e6).contains(&distance.0));
    sample.speed.take_if(|speed| !(0.0..100.0).contains(&speed.0));
    sample.altitude.take_if(|altitude| !(-490.0..9000.0).contains(&altitude.0));
    sample.cadence.take_if(|cadence| !(0.0..300.0).contains(&cadence.0));
    sample.power.take_if(|power| !(0.0..3000.0).contains(&power.0));
    sample.temperature.take_if(|celsius| !(-60.0..70.0).contains(&celsius.0));
    sample.position.take_if(|place| {
        let is_on_earth = place.latitude.abs() <= 90.0 && place.longitude.abs() <= 180.0;
        let is_null_island = place.latitude == 0.0 && place.longitude == 0.0;
        !is_on_earth || is_null_island
    });
}

/// A channel that is zero from start to end was not recorded.
fn drop_channels_of_zeros(samples: &mut [Sample]) {
    let none_above_zero = |value: fn(&Sample) -> Option<f64>| {
        samples.iter().filter_map(value).all(|value| value == 0.0)
    };
    let no_cadence = none_above_zero(|sample| sample.cadence.map(|cadence| cadence.0));
    let no_power = none_above_zero(|sample| sample.power.map(|power| power.0));
    let no_distance = none_above_zero(|sample| sample.distance.map(|distance| distance.0));
    let no_speed = none_above_zero(|sample| sample.speed.map(|speed| speed.0));
    let no_altitude = none_above_zero(|sample| sample.altitude.map(|altitude| altitude.0));
    let mut clear = |is_empty: bool, clear: fn(&mut Sample)| {
        if is_empty {
            samples.iter_mut().for_each(clear);
        }
    };
    clear(no_cadence, |sample| sample.cadence = None);
    clear(no_power, |sample| sample.power = None);
    clear(no_distance, |sample| sample.distance = None);
    clear(no_speed, |sample| sample.speed = None);
    clear(no_altitude, |sample| sample.altitude = None);
}

/// Says which channels a recording lacks.
pub(super) fn say_what_is_missing(recording: &mut Recording) {
    if recording.samples.is_empty() {
        return;
    }
    let lacks = |has: fn(&Sample) -> bool| !recording.samples.iter().any(has);
    let no_altitude = lacks(|sample| sample.altitude.is_some());
    let no_distance = lacks(|sample| sample.distance.is_some());
    let no_hr = lacks(|sample| sample.hr.is_some());
    if no_altitude && recording.setting != Setting::Treadmill {
        recording.note(OddityKind::NoAltitude, "no altitude was recorded");
    }
    if no_distance {
        recording.note(OddityKind::NoDistance, "no distance and no position was recorded");
    }
    if no_hr {
        recording.note(OddityKind::NoHeartRate, "no heart rate was recorded");
    }
}
