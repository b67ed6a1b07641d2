//! Walks one FIT sequence message by message. Framing, timestamps and checksum are rustyfit's;
//! values are read with the size, type and byte order that the *file* defines, because the decoder
//! trusts its profile instead and so turns invalid values of another width into valid ones.

use rustyfit::{
    Decoder, DecoderError, DecoderEvent, StreamingIterator,
    proto::{Message, MessageDefinition, Value},
};
use training::{Oddity, OddityKind};

/// The number of the timestamp field in every message.
pub(super) const TIMESTAMP: u8 = 253;
/// The number of the index field in every message that has one.
pub(super) const MESSAGE_INDEX: u8 = 254;

/// A message with the bytes it was written in.
pub(super) struct Fields<'a> {
    /// The global message number: which kind of message this is.
    pub kind: u16,
    message: &'a Message,
    layout: &'a Layout,
    raw: &'a [u8],
}

/// Where the fields of a local message type lie, and how they are written.
struct Layout {
    is_big_endian: bool,
    fields: Vec<Place>,
    /// For every field number, one more than its index into `fields`; 0 where it is absent.
    index: [u8; 256],
    developer: Vec<(u8, Place)>,
    size: usize,
}

#[derive(Clone, Copy)]
struct Place {
    number: u8,
    offset: usize,
    size: usize,
    base_type: u8,
}

/// Hands every message of a sequence to `take`; says what was wrong with the rest.
pub(super) fn walk(
    bytes: &[u8],
    is_checkable: bool,
    take: &mut dyn FnMut(&Fields<'_>),
) -> Option<Oddity> {
    let mut decoder = Decoder::builder().checksum(is_checkable).build();
    let mut stream = decoder.stream(bytes);
    let mut layouts: [Layout; 16] = std::array::from_fn(|_| Layout::empty(false));
    let mut at = 0;
    while let Some(event) = stream.next() {
        match event {
            Ok(DecoderEvent::FileHeader(header)) => at += usize::from(header.size),
            Ok(DecoderEvent::MessageDefinition(definition)) => {
                layouts[usize::from(definition.header & 0x0F)] = Layout::of(definition);
                at += definition_size(definition);
            }
            Ok(DecoderEvent::Message(message)) => {
                let layout = &layouts[local_number(message.header)];
                let raw = bytes.get(at + 1..at + 1 + layout.size).unwrap_or_default();
                take(&Fields { kind: message.num.0, message, layout, raw });
                at += 1 + layout.size;
            }
            Ok(DecoderEvent::Crc(_)) => return None,
            Err(error) => return Some(damage(&error, at, bytes.len())),
        }
    }
    None
}

fn damage<E>(error: &DecoderError<E>, at: usize, size: usize) -> Oddity {
    let message = match error {
        DecoderError::ChecksumMismatch { .. } => {
            "the checksum does not match: some values may be wrong".to_owned()
        }
        _ => format!("the data cannot be followed beyond byte {at} of {size}: read to there"),
    };
    Oddity::whole(OddityKind::DamagedFile, message)
}

fn definition_size(definition: &MessageDefinition) -> usize {
    let developer = if definition.header & 0x20 == 0 {
        0
    } else {
        1 + 3 * definition.developer_field_definitions.len()
    };
    6 + 3 * definition.field_definitions.len() + developer
}

fn local_number(header: u8) -> usize {
    let is_compressed = header & 0x80 != 0;
    usize::from(if is_compressed { (header >> 5) & 0x03 } else { header & 0x0F })
}

impl Layout {
    fn empty(is_big_endian: bool) -> Self {
        let (fields, developer) = (Vec::new(), Vec::new());
        Self { is_big_endian, fields, index: [0; 256], developer, size: 0 }
    }

    fn of(definition: &MessageDefinition) -> Self {
        let mut layout = Self::empty(definition.arch != 0);
        for field in &definition.field_definitions {
            let place = layout.append(field.num, field.size, field.base_type.0);
            layout.fields.push(place);
            layout.index[usize::from(field.num)] = layout.fields.len() as u8;
        }
        for field in &definition.developer_field_definitions {
            let place = layout.append(field.num, field.size, u8::MAX);
            layout.developer.push((field.developer_data_index, place));
        }
        layout
    }

    fn append(&mut self, number: u8, size: u8, base_type: u8) -> Place {
        let size = usize::from(size);
        let place = Place { number, offset: self.size, size, base_type };
        self.size += size;
        place
    }
}

impl Fields<'_> {
    /// The raw number of a field; `None` where it is absent, invalid or not a number.
    pub fn number(&self, number: u8) -> Option<f64> {
        match self.place(number) {
            Some(place) => self.numbers_at(place, place.base_type).next().flatten(),
            None => self.made_up(number),
        }
    }

    /// The number of a field in its unit: the raw number divided by `scale`.
    pub fn scaled(&self, number: u8, scale: f64) -> Option<f64> {
        self.number(number).map(|raw| raw / scale)
    }

    /// The raw number of a field of whole numbers: enumerations, counts, indices, times.
    pub fn whole(&self, number: u8) -> Option<u32> {
        self.number(number).map(|raw| raw as u32)
    }

    /// Every valid number of a field that holds several.
    pub fn list(&self, number: u8) -> Vec<f64> {
        let Some(place) = self.place(number) else { return Vec::new() };
        self.numbers_at(place, place.base_type).flatten().collect()
    }

    /// The text of a field; `None` where it is absent or empty.
    pub fn text(&self, number: u8) -> Option<String> {
        let bytes = self.bytes_at(self.place(number)?);
        let end = bytes.iter().position(|&byte| byte == 0).unwrap_or(bytes.len());
        let text = String::from_utf8_lossy(&bytes[..end]).trim().to_owned();
        (!text.is_empty()).then_some(text)
    }

    /// The number of a developer field, which is written in the type its description names.
    pub fn developer_number(&self, developer: u8, number: u8, base_type: u8) -> Option<f64> {
        let is_wanted = |field: &&(u8, Place)| field.0 == developer && field.1.number == number;
        let (_, place) = self.layout.developer.iter().find(is_wanted)?;
        self.numbers_at(place, base_type).next().flatten()
    }

    /// Whether the message carries developer fields.
    pub fn has_developer_fields(&self) -> bool {
        !self.layout.developer.is_empty()
    }

    fn place(&self, number: u8) -> Option<&Place> {
        let index = usize::from(self.layout.index[usize::from(number)]);
        self.layout.fields.get(index.checked_sub(1)?)
    }

    fn bytes_at(&self, place: &Place) -> &[u8] {
        self.raw.get(place.offset..place.offset + place.size).unwrap_or_default()
    }

    fn numbers_at(&self, place: &Place, base_type: u8) -> impl Iterator<Item = Option<f64>> {
        let is_big_endian = self.layout.is_big_endian;
        self.bytes_at(place)
            .chunks_exact(base_size(base_type))
            .map(move |chunk| number(chunk, base_type, is_big_endian))
    }

    /// A field the file does not hold itself: a compressed timestamp, or one half of a compressed
    /// pair of speed and distance.
    fn made_up(&self, number: u8) -> Option<f64> {
        let field = self.message.fields.iter().find(|field| field.num == number)?;
        match field.value {
            Value::Uint8(value) if value != u8::MAX => Some(f64::from(value)),
            Value::Uint16(value) if value != u16::MAX => Some(f64::from(value)),
            Value::Uint32(value) if value != u32::MAX => Some(f64::from(value)),
            _ => None,
        }
    }
}

const fn base_size(base_type: u8) -> usize {
    match base_type & 0x1F {
        3 | 4 | 11 => 2,
        5 | 6 | 8 | 12 => 4,
        9 | 14..=16 => 8,
        _ => 1,
    }
}

/// One number as FIT writes it; `None` for the value its type reserves for "invalid".
fn number(chunk: &[u8], base_type: u8, is_big_endian: bool) -> Option<f64> {
    let mut bytes = [0; 8];
    let bytes = &mut bytes[..chunk.len()];
    bytes.copy_from_slice(chunk);
    if is_big_endian {
        bytes.reverse();
    }
    let bits = bytes.iter().rev().fold(0_u64, |bits, &byte| bits << 8 | u64::from(byte));
    let width = 8 * bytes.len() as u32;
    let all_ones = u64::MAX >> (64 - width);
    match base_type & 0x1F {
        0 | 2 | 4 | 6 | 13 | 15 => (bits != all_ones).then_some(bits as f64),
        10 | 11 | 12 | 16 => (bits != 0).then_some(bits as f64),
        1 | 3 | 5 | 14 => (bits != all_ones >> 1).then_some(signed(bits, width)),
        8 => Some(f64::from(f32::from_bits(bits as u32))).filter(|value| value.is_finite()),
        9 => Some(f64::from_bits(bits)).filter(|value| value.is_finite()),
        _ => None,
    }
}

fn signed(bits: u64, width: u32) -> f64 {
    let shift = 64 - width;
    (((bits << shift) as i64) >> shift) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_value_that_means_invalid_depends_on_the_type_in_the_file() {
        assert_eq!(number(&[0xFF, 0xFF], 0x84, false), None);
        assert_eq!(number(&[0xFF, 0xFF], 0x83, false), Some(-1.0));
        assert_eq!(number(&[0xFF, 0x7F], 0x83, false), None);
        assert_eq!(number(&[0, 0], 0x8B, false), None);
    }

    #[test]
    fn byte_order_is_the_files_own() {
        assert_eq!(number(&[0x01, 0x02], 0x84, false), Some(513.0));
        assert_eq!(number(&[0x01, 0x02], 0x84, true), Some(258.0));
        assert_eq!(number(&[0xFF, 0xFF, 0xFF, 0xFB], 0x85, true), Some(-5.0));
    }

    #[test]
    fn floats_that_are_not_numbers_are_missing() {
        assert_eq!(number(&f32::NAN.to_le_bytes(), 0x88, false), None);
        assert_eq!(number(&2.5_f32.to_le_bytes(), 0x88, false), Some(2.5));
    }
}
