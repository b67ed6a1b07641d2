//! Cuts the bytes of a FIT file into its sequences and mends headers that a crashed watch left
//! wrong, so that the decoder can walk them. Knows the frame of a FIT file, none of its messages.

use training::{Oddity, OddityKind};

const HEADER_SIZES: [u8; 2] = [12, 14];
const CHECKSUM_SIZE: usize = 2;

/// One FIT sequence, ready to be decoded: a file has one, a chained file several.
pub(super) struct Sequence {
    /// A header that tells the truth about its size, the data, and the checksum where there is one.
    pub bytes: Vec<u8>,
    /// Whether the checksum still fits these bytes.
    pub is_checkable: bool,
    /// What had to be mended.
    pub oddities: Vec<Oddity>,
}

/// Whether `bytes` begin like a FIT sequence.
pub(crate) fn is_fit(bytes: &[u8]) -> bool {
    bytes.len() >= 12 && HEADER_SIZES.contains(&bytes[0]) && &bytes[8..12] == b".FIT"
}

/// The sequences of a file, in order. What follows the last of them is said, not read.
pub(super) fn sequences(bytes: &[u8]) -> Vec<Sequence> {
    let mut sequences: Vec<Sequence> = Vec::new();
    let mut rest = bytes;
    while is_fit(rest) {
        let size = sequence_size(rest);
        sequences.push(mend(&rest[..size], is_fit(&rest[size..])));
        rest = &rest[size..];
    }
    if let Some(last) = sequences.last_mut()
        && !rest.is_empty()
    {
        let message = format!("{} bytes after the end of the data were left unread", rest.len());
        last.oddities.push(Oddity::whole(OddityKind::FormatFault, message));
    }
    sequences
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

/// Copies the sequence with a true data size. The header's own checksum is blanked, because a
/// wrong one says nothing about the recording.
fn mend(bytes: &[u8], another_follows: bool) -> Sequence {
    let header_size = usize::from(bytes[0]);
    let claimed = claimed_data_size(bytes);
    let held = bytes.len().saturating_sub(header_size + CHECKSUM_SIZE);
    let mut bytes = bytes.to_vec();
    if header_size == 14 && bytes.len() >= 14 {
        bytes[12..14].fill(0);
    }
    if claimed == held {
        return Sequence { bytes, is_checkable: true, oddities: Vec::new() };
    }
    bytes[4..8].copy_from_slice(&(held as u32).to_le_bytes());
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

    fn sequence(claimed: u32, data: &[u8]) -> Vec<u8> {
        let mut bytes = vec![14, 0x20, 0x54, 0x08];
        bytes.extend(claimed.to_le_bytes());
        bytes.extend(b".FIT\x01\x02");
        bytes.extend(data);
        bytes.extend([0xAA, 0xBB]);
        bytes
    }

    #[test]
    fn a_zero_data_size_is_mended_from_the_length_of_the_file() {
        let mended = sequences(&sequence(0, &[1, 2, 3]));
        assert_eq!(mended.len(), 1);
        assert_eq!(claimed_data_size(&mended[0].bytes), 3);
        assert!(!mended[0].is_checkable);
        assert_eq!(mended[0].oddities[0].kind, OddityKind::DamagedFile);
    }

    #[test]
    fn a_chained_file_is_cut_at_its_headers() {
        let chained = [sequence(3, &[1, 2, 3]), sequence(1, &[9])].concat();
        let parts = sequences(&chained);
        assert_eq!(parts.len(), 2);
        assert!(parts.iter().all(|part| part.is_checkable && part.oddities.is_empty()));
    }

    #[test]
    fn bytes_after_the_end_are_said_and_left() {
        let parts = sequences(&[sequence(2, &[1, 2]), vec![0; 300]].concat());
        assert_eq!(parts.len(), 1);
        assert!(parts[0].oddities[0].message.contains("300 bytes"));
    }

    #[test]
    fn a_header_alone_holds_no_data() {
        assert_eq!(sequences(&sequence(0, &[])[..14]).len(), 1);
    }
}
