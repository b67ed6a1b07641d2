//! Speed and distance in three bytes, as some footpods write them: twelve bits of speed in cm/s,
//! twelve bits of distance in sixteenths of a metre, which roll over and are added up.

use super::decode::Fields;

const RECORD: u16 = 20;
const DISTANCE: u8 = 5;
const PAIR: u8 = 8;
const TWELVE_BITS: u32 = 0x0FFF;

/// The distance added up so far, and its last value.
#[derive(Default)]
pub(super) struct Packed {
    distance: Option<(u32, u32)>,
}

/// A pair in the scales of the fields it stands for: mm/s and cm.
#[derive(Clone, Copy)]
pub(super) struct Pair {
    pub speed: u32,
    pub distance: u32,
}

impl Packed {
    /// Gives a record the speed and distance that are packed in it.
    pub fn unpack(&mut self, fields: &mut Fields<'_>) {
        if fields.kind != RECORD {
            return;
        }
        if let Some(distance) = fields.exact_u32(DISTANCE) {
            self.distance = Some((distance, distance));
        }
        let Some(&[low, middle, high, ..]) = fields.bytes(PAIR) else { return };
        if [low, middle, high] == [u8::MAX; 3] {
            return;
        }
        let bits = u32::from_le_bytes([low, middle, high, 0]);
        let speed = f64::from(bits & TWELVE_BITS) / 100.0 * 1000.0;
        let distance = f64::from(self.add(bits >> 12)) / 16.0 * 100.0;
        fields.pair = Some(Pair { speed: speed as u32, distance: distance as u32 });
    }

    fn add(&mut self, rolling: u32) -> u32 {
        let (total, last) = self.distance.unwrap_or((rolling, rolling));
        let total = total.wrapping_add(rolling.wrapping_sub(last) & TWELVE_BITS);
        self.distance = Some((total, rolling));
        total
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distance_that_rolls_over_goes_on() {
        let mut packed = Packed::default();
        assert_eq!([4090, 4, 20].map(|rolling| packed.add(rolling)), [4090, 4100, 4116]);
    }
}
