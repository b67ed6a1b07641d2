//! The fields of one FIT message, read with the size, type and byte order that the *file* defines.
//! Knows where a field lies; does not know what it means.

use super::packed::Pair;

/// The number of the timestamp field in every message.
pub(super) const TIMESTAMP: u8 = 253;
/// The number of the index field in every message that has one.
pub(super) const MESSAGE_INDEX: u8 = 254;

const UINT32: u8 = 0x06;

/// A message with the bytes it was written in.
pub(super) struct Fields<'a> {
    /// The global message number: which kind of message this is.
    pub kind: u16,
    /// The time that was packed into the header.
    pub time: Option<u32>,
    /// Speed and distance that were packed into one field.
    pub pair: Option<Pair>,
    layout: &'a Layout,
    raw: &'a [u8],
}

/// Where the fields of a local message type lie, and how they are written.
pub(super) struct Layout {
    /// How many bytes a message has.
    pub size: usize,
    kind: u16,
    is_big_endian: bool,
    fields: Vec<Place>,
    /// For every field number, one more than its index into `fields`; 0 where it is absent.
    index: [u8; 256],
    developer: Vec<(u8, Place)>,
}

#[derive(Clone, Copy)]
struct Place {
    number: u8,
    offset: usize,
    size: usize,
    base_type: u8,
}

impl Layout {
    /// The layout that a definition gives: `fields` and `developer` hold three bytes for each.
    pub fn of(is_big_endian: bool, kind: [u8; 2], fields: &[u8], developer: &[u8]) -> Self {
        let kind = if is_big_endian { u16::from_be_bytes(kind) } else { u16::from_le_bytes(kind) };
        let (places, others) = (Vec::with_capacity(fields.len() / 3), Vec::new());
        let mut layout = Self {
            size: 0,
            kind,
            is_big_endian,
            fields: places,
            index: [0; 256],
            developer: others,
        };
        for &[number, size, base_type] in fields.as_chunks::<3>().0 {
            let place = layout.append(number, size, base_type);
            layout.fields.push(place);
            layout.index[usize::from(number)] = layout.fields.len() as u8;
        }
        for &[number, size, developer] in developer.as_chunks::<3>().0 {
            let place = layout.append(number, size, u8::MAX);
            layout.developer.push((developer, place));
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

impl<'a> Fields<'a> {
    /// A message, written in `raw` as `layout` says.
    pub fn new(layout: &'a Layout, raw: &'a [u8]) -> Self {
        Self { kind: layout.kind, time: None, pair: None, layout, raw }
    }

    /// The raw number of a field; `None` where it is absent, invalid or not a number.
    pub fn number(&self, number: u8) -> Option<f64> {
        match self.place(number) {
            Some(place) => self.first_at(place, place.base_type),
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
        let is_big_endian = self.layout.is_big_endian;
        let chunks = self.bytes_at(place).chunks_exact(base_size(place.base_type));
        chunks.filter_map(|chunk| self::number(chunk, place.base_type, is_big_endian)).collect()
    }

    /// The bits of a field that is written as the four bytes it should have, valid or not.
    pub fn exact_u32(&self, number: u8) -> Option<u32> {
        let place = self.place(number).filter(|place| place.base_type & 0x1F == UINT32)?;
        let bytes = <[u8; 4]>::try_from(self.bytes_at(place)).ok()?;
        let is_big_endian = self.layout.is_big_endian;
        Some(if is_big_endian { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) })
    }

    /// The bytes of a field as they are.
    pub fn bytes(&self, number: u8) -> Option<&'a [u8]> {
        self.place(number).map(|place| self.bytes_at(place))
    }

    /// The text of a field; `None` where it is absent or empty.
    pub fn text(&self, number: u8) -> Option<String> {
        let bytes = self.bytes(number)?;
        let end = bytes.iter().position(|&byte| byte == 0).unwrap_or(bytes.len());
        let text = String::from_utf8_lossy(&bytes[..end]).trim().to_owned();
        (!text.is_empty()).then_some(text)
    }

    /// The number of a developer field, which is written in the type its description names.
    pub fn developer_number(&self, developer: u8, number: u8, base_type: u8) -> Option<f64> {
        let is_wanted = |field: &&(u8, Place)| field.0 == developer && field.1.number == number;
        let (_, place) = self.layout.developer.iter().find(is_wanted)?;
        self.first_at(place, base_type)
    }

    /// Whether the message carries developer fields.
    pub fn has_developer_fields(&self) -> bool {
        !self.layout.developer.is_empty()
    }

    fn place(&self, number: u8) -> Option<&'a Place> {
        let index = usize::from(self.layout.index[usize::from(number)]);
        self.layout.fields.get(index.checked_sub(1)?)
    }

    fn bytes_at(&self, place: &Place) -> &'a [u8] {
        self.raw.get(place.offset..place.offset + place.size).unwrap_or_default()
    }

    fn first_at(&self, place: &Place, base_type: u8) -> Option<f64> {
        number(self.bytes_at(place), base_type, self.layout.is_big_endian)
    }

    /// A field the file does not hold itself: a packed timestamp, or one half of a packed pair.
    fn made_up(&self, number: u8) -> Option<f64> {
        match number {
            TIMESTAMP => self.time.filter(|&time| time != u32::MAX).map(f64::from),
            5 => self.pair.map(|pair| f64::from(pair.distance)),
            6 | 73 => self.pair.map(|pair| f64::from(pair.speed)),
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

/// The first number in some bytes, as FIT writes it; `None` for the value its type reserves for
/// "invalid", and where there are too few bytes.
fn number(bytes: &[u8], base_type: u8, is_big_endian: bool) -> Option<f64> {
    let one = || bytes.first().copied();
    let two = || {
        let two = *bytes.first_chunk()?;
        Some(if is_big_endian { u16::from_be_bytes(two) } else { u16::from_le_bytes(two) })
    };
    let four = || {
        let four = *bytes.first_chunk()?;
        Some(if is_big_endian { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) })
    };
    let eight = || {
        let eight = *bytes.first_chunk()?;
        Some(if is_big_endian { u64::from_be_bytes(eight) } else { u64::from_le_bytes(eight) })
    };
    match base_type & 0x1F {
        0 | 2 | 13 => one().filter(|bits| *bits != u8::MAX).map(f64::from),
        4 => two().filter(|bits| *bits != u16::MAX).map(f64::from),
        6 => four().filter(|bits| *bits != u32::MAX).map(f64::from),
        15 => eight().filter(|bits| *bits != u64::MAX).map(|bits| bits as f64),
        10 => one().filter(|bits| *bits != 0).map(f64::from),
        11 => two().filter(|bits| *bits != 0).map(f64::from),
        12 => four().filter(|bits| *bits != 0).map(f64::from),
        16 => eight().filter(|bits| *bits != 0).map(|bits| bits as f64),
        1 => one().map(u8::cast_signed).filter(|value| *value != i8::MAX).map(f64::from),
        3 => two().map(u16::cast_signed).filter(|value| *value != i16::MAX).map(f64::from),
        5 => four().map(u32::cast_signed).filter(|value| *value != i32::MAX).map(f64::from),
        14 => eight().map(u64::cast_signed).filter(|it| *it != i64::MAX).map(|it| it as f64),
        8 => four().map(f32::from_bits).filter(|value| value.is_finite()).map(f64::from),
        9 => eight().map(f64::from_bits).filter(|value| value.is_finite()),
        _ => None,
    }
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
