//! The checksum of FIT, a CRC of 16 bits (polynomial 0x8005, reflected), sixteen bytes at a step.

/// How many bytes are taken at a step.
const STEP: usize = 16;
/// What a byte does to the checksum when so many bytes follow it in the same step.
const TABLES: [[u16; 256]; STEP] = tables();

const fn tables() -> [[u16; 256]; STEP] {
    const POLYNOMIAL: u16 = 0xA001;
    let mut tables = [[0; 256]; STEP];
    let mut byte = 0;
    while byte < 256 {
        let mut sum = byte as u16;
        let mut bit = 0;
        while bit < 8 {
            sum = if sum & 1 == 1 { sum >> 1 ^ POLYNOMIAL } else { sum >> 1 };
            bit += 1;
        }
        tables[0][byte] = sum;
        byte += 1;
    }
    let mut after = 1;
    while after < STEP {
        let mut byte = 0;
        while byte < 256 {
            let sum = tables[after - 1][byte];
            tables[after][byte] = sum >> 8 ^ tables[0][(sum & 0xFF) as usize];
            byte += 1;
        }
        after += 1;
    }
    tables
}

/// The checksum of some bytes.
pub(super) fn checksum(bytes: &[u8]) -> u16 {
    let (steps, rest) = bytes.as_chunks::<STEP>();
    let sum = steps.iter().fold(0, |sum: u16, step| {
        let [low, high] = sum.to_le_bytes();
        let [a, b, others @ ..] = *step;
        let others = others.iter().zip(TABLES.iter().rev().skip(2));
        others.fold(
            TABLES[STEP - 1][usize::from(a ^ low)] ^ TABLES[STEP - 2][usize::from(b ^ high)],
            |sum, (&byte, table)| sum ^ table[usize::from(byte)],
        )
    });
    rest.iter()
        .fold(sum, |sum, &byte| sum >> 8 ^ TABLES[0][usize::from(sum.to_le_bytes()[0] ^ byte)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_has_the_checksum_that_its_watch_wrote() {
        let header = [14, 32, 84, 8, 214, 204, 9, 0, 46, 70, 73, 84];
        assert_eq!(checksum(&header), 12_856);
        assert_eq!(checksum(&[&header[..], &12_856_u16.to_le_bytes()].concat()), 0);
    }

    #[test]
    fn steps_of_many_bytes_are_the_same_as_single_bytes() {
        let bytes: Vec<u8> = (0..1003_u32).map(|i| (i * i % 251) as u8).collect();
        let by_one = bytes.iter().fold(0, |sum: u16, byte| {
            sum >> 8 ^ TABLES[0][usize::from(sum.to_le_bytes()[0] ^ byte)]
        });
        assert_eq!(checksum(&bytes), by_one);
    }
}
