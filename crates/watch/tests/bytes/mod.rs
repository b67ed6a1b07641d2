//! Writes small FIT files for tests, message by message, in either byte order.
#![allow(dead_code)] // Each test file uses a part of it.

/// A moment in FIT's time: 2026-03-05T06:12:09Z.
pub const START: u32 = 1_141_625_529;
/// A base type and its size in bytes.
pub type BaseType = (u8, u8);
/// One byte.
pub const UINT8: BaseType = (0x02, 1);
/// Two bytes.
pub const UINT16: BaseType = (0x84, 2);
/// Four bytes.
pub const UINT32: BaseType = (0x86, 4);

/// A FIT file being written.
pub struct Fit {
    is_big_endian: bool,
    data: Vec<u8>,
    sizes: [Vec<u8>; 16],
}

impl Fit {
    /// An activity file.
    pub fn new() -> Self {
        Self::of_type(4)
    }

    /// An activity file in big-endian byte order.
    pub fn big_endian() -> Self {
        let mut fit = Self { is_big_endian: true, data: Vec::new(), sizes: Default::default() };
        fit.define(15, 0, &[(0, UINT8)]);
        fit.data(15, &[4]);
        fit
    }

    /// A file of this type.
    pub fn of_type(file_type: u32) -> Self {
        let mut fit = Self { is_big_endian: false, data: Vec::new(), sizes: Default::default() };
        fit.define(15, 0, &[(0, UINT8)]);
        fit.data(15, &[file_type]);
        fit
    }

    /// Defines a local message type.
    pub fn define(&mut self, local: u8, message: u16, fields: &[(u8, BaseType)]) {
        self.data.push(0x40 | local);
        self.definition(local, message, fields);
    }

    /// Defines a local message type with developer fields: number, size, developer.
    pub fn define_with_developer(
        &mut self,
        local: u8,
        message: u16,
        fields: &[(u8, BaseType)],
        developer: &[(u8, u8, u8)],
    ) {
        self.data.push(0x60 | local);
        self.definition(local, message, fields);
        self.data.push(developer.len() as u8);
        for &(number, size, of) in developer {
            self.data.extend([number, size, of]);
        }
    }

    fn definition(&mut self, local: u8, message: u16, fields: &[(u8, BaseType)]) {
        self.data.extend([0, u8::from(self.is_big_endian)]);
        self.number(u32::from(message), 2);
        self.data.push(fields.len() as u8);
        for &(number, (base_type, size)) in fields {
            self.data.extend([number, size, base_type]);
        }
        self.sizes[usize::from(local)] = fields.iter().map(|(_, (_, size))| *size).collect();
    }

    /// Writes a message.
    pub fn data(&mut self, local: u8, values: &[u32]) {
        self.data.push(local);
        self.values(local, values);
    }

    /// Writes a message with one two-byte developer field.
    pub fn developer(&mut self, local: u8, values: &[u32], developer: u16) {
        self.data(local, values);
        self.number(u32::from(developer), 2);
    }

    /// Writes a message with a compressed timestamp.
    pub fn compressed(&mut self, local: u8, time: u32, values: &[u32]) {
        self.data.push(0x80 | local << 5 | (time & 0x1F) as u8);
        self.values(local, values);
    }

    fn values(&mut self, local: u8, values: &[u32]) {
        let sizes = self.sizes[usize::from(local)].clone();
        assert_eq!(sizes.len(), values.len(), "one value a field");
        sizes.iter().zip(values).for_each(|(&size, &value)| self.number(value, usize::from(size)));
    }

    fn number(&mut self, value: u32, size: usize) {
        let bytes = value.to_le_bytes();
        if self.is_big_endian {
            self.data.extend(bytes[..size].iter().rev());
        } else {
            self.data.extend(&bytes[..size]);
        }
    }

    /// The file with its header and checksum.
    pub fn finish(self) -> Vec<u8> {
        let mut bytes = vec![14, 0x20, 0x54, 0x08];
        bytes.extend((self.data.len() as u32).to_le_bytes());
        bytes.extend(b".FIT\0\0");
        bytes.extend(&self.data);
        let checksum = self.data.iter().fold(0, |sum, &byte| checksum(sum, byte));
        bytes.extend(checksum.to_le_bytes());
        bytes
    }
}

/// One step of FIT's checksum (CRC-16/ARC).
fn checksum(sum: u16, byte: u8) -> u16 {
    (0..8).fold(
        sum ^ u16::from(byte),
        |sum, _| {
            if sum & 1 == 1 { (sum >> 1) ^ 0xA001 } else { sum >> 1 }
        },
    )
}
