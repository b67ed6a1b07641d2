//! How a channel is written down: in whole steps of two bytes, as watches record, where that loses
//! nothing; else bit for bit. Knows nothing of what it measures.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// Zero, in steps: below it lies what is negative. No step at all is a missing value.
const ZERO: f32 = 32_768.0;

/// A channel written in so many steps to the unit; for serde's `with`.
pub(super) struct Written<const STEPS: u16>;

impl<const STEPS: u16> Written<STEPS> {
    /// Whether the values are in steps, and their bytes, two or four for each.
    pub fn serialize<S: Serializer>(values: &[f32], serializer: S) -> Result<S::Ok, S::Error> {
        let mut steps = vec![0; 2 * values.len()];
        let mut is_exact = true;
        for (two, value) in steps.as_chunks_mut().0.iter_mut().zip(values) {
            *two = Self::steps(*value).to_le_bytes();
            let again = Self::value(u16::from_le_bytes(*two));
            is_exact &= again.to_bits() == value.to_bits() || again.is_nan() & value.is_nan();
        }
        if is_exact {
            return (true, Bytes(&steps)).serialize(serializer);
        }
        let bits: Vec<u8> = values.iter().flat_map(|value| value.to_le_bytes()).collect();
        (false, Bytes(&bits)).serialize(serializer)
    }

    /// The values as they were.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<f32>, D::Error> {
        let (is_in_steps, bytes) = <(bool, &[u8])>::deserialize(deserializer)?;
        let (steps, bits) = (bytes.as_chunks(), bytes.as_chunks());
        match (is_in_steps, steps.1, bits.1) {
            (true, [], _) => {
                Ok(steps.0.iter().map(|two| Self::value(u16::from_le_bytes(*two))).collect())
            }
            (false, _, []) => Ok(bits.0.iter().map(|four| f32::from_le_bytes(*four)).collect()),
            _ => Err(D::Error::custom("a value is cut off")),
        }
    }

    /// The nearest step to a value; 0 where it is missing.
    fn steps(value: f32) -> u16 {
        (value * f32::from(STEPS) + ZERO + 0.5) as i32 as u16
    }

    fn value(steps: u16) -> f32 {
        let value = (f32::from(steps) - ZERO) / f32::from(STEPS);
        if steps == 0 { f32::NAN } else { value }
    }
}

/// Bytes that are written at once, not one by one.
struct Bytes<'a>(&'a [u8]);

impl Serialize for Bytes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize, Deserialize)]
    struct Channel(#[serde(with = "Written::<100>")] Vec<f32>);

    /// Three bytes say how the values are written and how much there is; then so many for each.
    fn check(values: &[f32; 400], expected_bytes: usize) {
        let written = postcard::to_extend(&Channel(values.to_vec()), Vec::new()).unwrap();
        assert_eq!(written.len(), 3 + 400 * expected_bytes);
        let Channel(read) = postcard::from_bytes(&written).unwrap();
        let bits = |values: &[f32]| values.iter().map(|value| value.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(&read), bits(values));
    }

    #[test]
    fn what_a_watch_recorded_takes_two_bytes() {
        check(&std::array::from_fn(|second| (second as f64 / 100.0 - 1.0) as f32), 2);
        let mut values = [3.07; 400];
        values[7] = f32::NAN;
        check(&values, 2);
    }

    #[test]
    fn what_lies_between_two_steps_or_beyond_them_is_written_bit_for_bit() {
        for odd in [3.074_999, 400.0, -400.0, f32::INFINITY, -0.0] {
            let mut values = [3.07; 400];
            values[7] = odd;
            check(&values, 4);
        }
    }

    #[test]
    fn a_value_that_is_cut_off_is_seen() {
        assert!(postcard::from_bytes::<Channel>(&[1, 3, 0, 0, 0]).is_err());
        assert!(postcard::from_bytes::<Channel>(&[0, 2, 0, 0]).is_err());
    }
}
