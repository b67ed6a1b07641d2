//! What a FIT file says it is, from its first message alone: an account export holds thousands of
//! days of monitoring among its activities.

const ACTIVITY: u8 = 4;
const FILE_ID: [u8; 2] = [0, 0];
const TYPE_FIELD: u8 = 0;

/// Whether a file may hold an activity: it says so, or does not begin as files do.
pub(crate) fn may_be_activity(bytes: &[u8]) -> bool {
    file_type(bytes).is_none_or(|file_type| file_type == ACTIVITY)
}

/// The type in the first message: a definition (header, reserved, byte order, message number, count
/// of fields, three bytes a field), then the data (header, fields).
fn file_type(bytes: &[u8]) -> Option<u8> {
    const IS_DEFINITION: u8 = 0x40;
    const HAS_DEVELOPER_FIELDS: u8 = 0x20;
    let header_size = usize::from(*bytes.first()?);
    let message = bytes.get(header_size..)?;
    let [header, _, _, number_a, number_b, count, rest @ ..] = message else { return None };
    if header & (IS_DEFINITION | HAS_DEVELOPER_FIELDS) != IS_DEFINITION
        || [*number_a, *number_b] != FILE_ID
    {
        return None;
    }
    let (fields, data) = rest.split_at_checked(usize::from(*count) * 3)?;
    let mut at = 1;
    for field in fields.chunks_exact(3) {
        if field[0] == TYPE_FIELD {
            return data.get(at).copied();
        }
        at += usize::from(field[1]);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A header of 14 bytes, and a first message with a serial number before the type.
    fn begins_as(file_type: u8) -> Vec<u8> {
        let mut bytes = b"\x0e\x20\x54\x08\0\0\0\0.FIT\0\0".to_vec();
        bytes.extend([0x40, 0, 0, 0, 0, 2, 3, 4, 0x8c, 0, 1, 0]);
        bytes.extend([0x00, 9, 9, 9, 9, file_type]);
        bytes
    }

    #[test]
    fn an_activity_is_told_from_a_day_of_monitoring() {
        assert!(may_be_activity(&begins_as(4)));
        assert!(!may_be_activity(&begins_as(32)));
    }

    #[test]
    fn what_cannot_be_told_may_be_an_activity() {
        let whole = begins_as(32);
        for length in 0..whole.len() {
            assert!(may_be_activity(&whole[..length]));
        }
    }
}
