//! Cuts the bytes of a FIT file into its sequences, also where a crashed watch left the headers
//! wrong. Knows the frame of a FIT file, none of its messages.

use crate::{Unreadable, limit};
use training::{Oddity, OddityKind};

const HEADER_SIZES: [u8; 2] = [12, 14];
const CHECKSUM_SIZE: usize = 2;

/// One FIT sequence: a file has one, a chained file several.
pub(super) struct Sequence<'a> {
    /// The header, the data, and the checksum where there is one. What the header says of the size
    /// of the data is not to be trusted.
    pub bytes: &'a [u8],
    /// Whether the checksum still fits these bytes.
    pub is_checkable: bool,
    /// What was wrong with the header.
    pub oddities: Vec<Oddity>,
}

/// Whether `bytes` begin like a FIT sequence.
pub(crate) fn is_fit(bytes: &[u8]) -> bool {
    bytes.len() >= 12 && HEADER_SIZES.contains(&bytes[0]) && &bytes[8..12] == b".FIT"
}

/// The sequences of a file, in order. What follows the last of them is said, not read.
pub(super) fn sequences(bytes: &[u8]) -> Result<Vec<Sequence<'_>>, Unreadable> {
    let mut sequences: Vec<Sequence> = Vec::new();
    let mut rest = bytes;
    while is_fit(rest) {
        if sequences.len() == limit::LEGS_MAX {
            return Err(limit::endless("two hundred activities"));
        }
        let size = sequence_size(rest);
        sequences.push(sequence(&rest[..size], is_fit(&rest[size..])));
        rest = &rest[size..];
    }
    if let Some(last) = sequences.last_mut()
        && !rest.is_empty()
    {
        let message = format!("{} bytes after the end of the data were left unread", rest.len());
        last.oddities.push(Oddity::whole(OddityKind::FormatFault, message));
    }
    Ok(sequences)
}

/// How many bytes belong to the sequence at the front: what its header says where that can be, else
/// everything up to the next header.
fn sequence_size(bytes: &[u8]) -> usize {
    let claimed = usize::from(bytes[0]) + claimed_data_size(bytes) + CHECKSUM_SIZE;
    if claimed_data_size(bytes) > 0 && claimed <= bytes.len() {
        return claimed;
    }
    let next = (12..bytes.len()).find(|&at| is_fit(&bytes[at..]));
    next.unwrap_or(bytes.len())
}

fn claimed_data_size(bytes: &[u8]) -> usize {
    u32::from_le_bytes([bytes[4], bytes[5], bytes[6], bytes[7]]) as usize
}

/// A sequence as long as it was found to be, with what its header says wrongly.
fn sequence(bytes: &[u8], another_follows: bool) -> Sequence<'_> {
    let claimed = claimed_data_size(bytes);
    let held = bytes.len().saturating_sub(usize::from(bytes[0]) + CHECKSUM_SIZE);
    if claimed == held {
        return Sequence { bytes, is_checkable: true, oddities: Vec::new() };
    }
    let place = if another_follows { "the next part begins" } else { "the file ends" };
    let message = format!(
        "the header promises {claimed} bytes of data, but {place} after {held}: read to there"
    );
    let oddities = vec![Oddity::whole(OddityKind::DamagedFile, message)];
    Sequence { bytes, is_checkable: false, oddities }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes_of(claimed: u32, data: &[u8]) -> Vec<u8> {
        let mut bytes = vec![14, 0x20, 0x54, 0x08];
        bytes.extend(claimed.to_le_bytes());
        bytes.extend(b".FIT\x01\x02");
        bytes.extend(data);
        bytes.extend([0xAA, 0xBB]);
        bytes
    }

    #[test]
    fn a_zero_data_size_is_known_better_from_the_length_of_the_file() {
        let bytes = bytes_of(0, &[1, 2, 3]);
        let found = sequences(&bytes).unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].bytes, bytes);
        assert!(!found[0].is_checkable);
        assert_eq!(found[0].oddities[0].kind, OddityKind::DamagedFile);
    }

    #[test]
    fn a_chained_file_is_cut_at_its_headers() {
        let chained = [bytes_of(3, &[1, 2, 3]), bytes_of(1, &[9])].concat();
        let parts = sequences(&chained).unwrap();
        assert_eq!(parts.len(), 2);
        assert!(parts.iter().all(|part| part.is_checkable && part.oddities.is_empty()));
    }

    #[test]
    fn bytes_after_the_end_are_said_and_left() {
        let bytes = [bytes_of(2, &[1, 2]), vec![0; 300]].concat();
        let parts = sequences(&bytes).unwrap();
        assert_eq!(parts.len(), 1);
        assert!(parts[0].oddities[0].message.contains("300 bytes"));
    }

    #[test]
    fn a_header_alone_holds_no_data() {
        assert_eq!(sequences(&bytes_of(0, &[])[..14]).unwrap().len(), 1);
    }
}
