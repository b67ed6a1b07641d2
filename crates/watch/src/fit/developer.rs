//! Developer fields: what an app on the watch or a footpod adds to a record and says is really
//! heart rate, cadence, power or speed. They fill what the watch itself did not measure.

use super::decode::Fields;
use training::{Bpm, Metres, MetresPerSecond, Sample, StepsPerMinute, Watts};

const RECORD: u32 = 20;
const FLOATS: [u8; 2] = [0x88, 0x89];

/// The developer fields of a sequence that stand for a field of the record message.
#[derive(Default)]
pub(super) struct Developer {
    natives: Vec<Native>,
}

#[derive(Clone, Copy)]
struct Native {
    developer: u8,
    number: u8,
    base_type: u8,
    /// The record field it stands for.
    stands_for: u8,
}

impl Developer {
    /// Takes in a field description.
    pub fn describe(&mut self, fields: &Fields<'_>) {
        let whole = |number| fields.whole(number).map(|value| value as u8);
        let is_of_record = fields.whole(14).is_none_or(|message| message == RECORD);
        let (Some(developer), Some(number), Some(base_type), Some(stands_for), true) =
            (whole(0), whole(1), whole(2), whole(15), is_of_record)
        else {
            return;
        };
        self.natives.retain(|native| (native.developer, native.number) != (developer, number));
        self.natives.push(Native { developer, number, base_type, stands_for });
    }

    /// Fills what is missing in a sample from the developer fields of its record.
    pub fn fill(&self, sample: &mut Sample, fields: &Fields<'_>) {
        if !fields.has_developer_fields() {
            return;
        }
        for native in &self.natives {
            let Some(value) =
                fields.developer_number(native.developer, native.number, native.base_type)
            else {
                continue;
            };
            native.fill(sample, value);
        }
    }
}

impl Native {
    fn fill(self, sample: &mut Sample, value: f64) {
        // Whole numbers are written in the scale of the field they stand for, floats in its unit.
        let scaled = |scale: f64| {
            if FLOATS.contains(&self.base_type) { value } else { value / scale }
        };
        match self.stands_for {
            3 => sample.hr = sample.hr.or(Some(Bpm(value))),
            4 => sample.cadence = sample.cadence.or(Some(StepsPerMinute(value))),
            5 => sample.distance = sample.distance.or(Some(Metres(scaled(100.0)))),
            6 | 73 => sample.speed = sample.speed.or(Some(MetresPerSecond(scaled(1000.0)))),
            7 => sample.power = sample.power.or(Some(Watts(value))),
            _ => {}
        }
    }
}
