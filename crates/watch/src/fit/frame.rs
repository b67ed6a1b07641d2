//! Walks one FIT sequence message by message: headers, definitions, timestamps packed into headers,
//! and the checksum. Values are read in place, with the size, type and byte order that the *file*
//! defines; a profile would turn invalid values of another width into valid ones.

use super::{
    checksum::checksum,
    decode::{Fields, Layout, TIMESTAMP},
    packed::Packed,
};
use training::{Oddity, OddityKind};

/// Set in the header byte of a definition.
const IS_DEFINITION: u8 = 0x40;
/// Set in the header byte of a message that carries the low bits of its time there.
const IS_COMPRESSED: u8 = 0x80;
/// Set in the header byte of a definition with developer fields.
const HAS_DEVELOPER_FIELDS: u8 = 0x20;
/// The bits of time in a header byte.
const TIME_BITS: u32 = 0x1F;
const CHECKSUM_SIZE: usize = 2;
/// Headers of this size have a checksum of their own and are not part of the file's.
const LONG_HEADER: usize = 14;

/// Why a sequence could not be walked to its end.
enum Damage {
    /// The data ends or makes no sense.
    Lost,
    /// The data is not what its checksum says.
    Checksum,
}

/// Where the walk stands.
struct Frame<'a> {
    bytes: &'a [u8],
    at: usize,
    layouts: [Option<Layout>; 16],
    /// The last full timestamp, in FIT's own seconds.
    time: u32,
    packed: Packed,
}

/// Hands every message of a sequence to `take`; says what was wrong with the rest.
pub(super) fn walk(
    bytes: &[u8],
    is_checkable: bool,
    take: &mut dyn FnMut(&Fields<'_>),
) -> Option<Oddity> {
    let mut frame =
        Frame { bytes, at: 0, layouts: [const { None }; 16], time: 0, packed: Packed::default() };
    let message = match frame.walk(is_checkable, take).err()? {
        Damage::Checksum => "the checksum does not match: some values may be wrong".to_owned(),
        Damage::Lost => {
            let (at, size) = (frame.at, bytes.len());
            format!("the data cannot be followed beyond byte {at} of {size}: read to there")
        }
    };
    Some(Oddity::whole(OddityKind::DamagedFile, message))
}

impl Frame<'_> {
    /// Walks to the end of the data, which a data message reaches: where it ends in a definition,
    /// it was cut.
    fn walk(
        &mut self,
        is_checkable: bool,
        take: &mut dyn FnMut(&Fields<'_>),
    ) -> Result<(), Damage> {
        let header = usize::from(*self.bytes.first().ok_or(Damage::Lost)?);
        self.bytes.get(..header).ok_or(Damage::Lost)?;
        self.at = header;
        let end = self.bytes.len().saturating_sub(CHECKSUM_SIZE);
        loop {
            let header = *self.bytes.get(self.at).ok_or(Damage::Lost)?;
            if header & (IS_COMPRESSED | IS_DEFINITION) == IS_DEFINITION {
                self.define(header)?;
            } else {
                self.hand_out(header, take)?;
                if self.at >= end {
                    break;
                }
            }
        }
        let summed = if header == LONG_HEADER { header } else { 0 };
        let found = self.bytes.get(self.at..self.at + CHECKSUM_SIZE).ok_or(Damage::Lost)?;
        let is_whole = || checksum(&self.bytes[summed..self.at]).to_le_bytes() == found;
        if is_checkable && !is_whole() { Err(Damage::Checksum) } else { Ok(()) }
    }

    /// Header, reserved, byte order, message number, count of fields, three bytes a field; then the
    /// same count and bytes for developer fields.
    fn define(&mut self, header: u8) -> Result<(), Damage> {
        let [_, _, order, number_a, number_b, count, rest @ ..] = &self.bytes[self.at..] else {
            return Err(Damage::Lost);
        };
        let (fields, rest) = rest.split_at_checked(3 * usize::from(*count)).ok_or(Damage::Lost)?;
        let mut size = 6 + fields.len();
        let mut developer: &[u8] = &[];
        if header & HAS_DEVELOPER_FIELDS != 0 {
            let (count, rest) = rest.split_first().ok_or(Damage::Lost)?;
            developer = rest.get(..3 * usize::from(*count)).ok_or(Damage::Lost)?;
            size += 1 + developer.len();
        }
        let layout = Layout::of(*order != 0, [*number_a, *number_b], fields, developer);
        self.layouts[usize::from(header & 0x0F)] = Some(layout);
        self.at += size;
        Ok(())
    }

    fn hand_out(&mut self, header: u8, take: &mut dyn FnMut(&Fields<'_>)) -> Result<(), Damage> {
        let is_compressed = header & IS_COMPRESSED != 0;
        let local = if is_compressed { header >> 5 & 0x03 } else { header & 0x0F };
        let layout = self.layouts[usize::from(local)].as_ref().ok_or(Damage::Lost)?;
        let start = self.at + 1;
        let raw = self.bytes.get(start..start + layout.size).ok_or(Damage::Lost)?;
        let mut fields = Fields::new(layout, raw);
        if is_compressed {
            let ahead = u32::from(header).wrapping_sub(self.time) & TIME_BITS;
            self.time = self.time.wrapping_add(ahead);
            fields.time = Some(self.time);
        }
        if let Some(time) = fields.exact_u32(TIMESTAMP) {
            self.time = time;
        }
        self.packed.unpack(&mut fields);
        take(&fields);
        self.at = start + layout.size;
        Ok(())
    }
}
