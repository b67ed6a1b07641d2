//! Bytes by their content: the hash that names them, and the packing they are stored in. Knows
//! nothing of what the bytes mean.

use flate2::{Compression, bufread::DeflateDecoder, write::DeflateEncoder};
use std::{
    fmt,
    io::{Read, Write},
    str::FromStr,
};

/// The BLAKE3 hash of an original's bytes: its name, whatever its path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ContentHash(blake3::Hash);

impl ContentHash {
    /// The hash of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(blake3::hash(bytes))
    }
}

impl From<blake3::Hash> for ContentHash {
    fn from(hash: blake3::Hash) -> Self {
        Self(hash)
    }
}

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0.to_hex())
    }
}

impl FromStr for ContentHash {
    type Err = NotAHash;

    fn from_str(hex: &str) -> Result<Self, Self::Err> {
        blake3::Hash::from_hex(hex).map(Self).map_err(|_| NotAHash(hex.to_owned()))
    }
}

/// Text that is no content hash.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a content hash; one has 64 hexadecimal letters")]
pub struct NotAHash(String);

/// Bytes as they are stored: deflated where that makes them smaller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Packed {
    pub(crate) is_deflated: bool,
    pub(crate) bytes: Vec<u8>,
}

/// Packs bytes for storing. Watch files shrink by about half; what is gzipped does not.
pub(crate) fn pack(bytes: &[u8]) -> Packed {
    const GZIPPED: [u8; 2] = [0x1F, 0x8B];
    if bytes.starts_with(&GZIPPED) {
        return Packed { is_deflated: false, bytes: bytes.to_vec() };
    }
    let mut encoder = DeflateEncoder::new(Vec::with_capacity(bytes.len()), Compression::fast());
    let deflated = encoder.write_all(bytes).and_then(|()| encoder.finish());
    match deflated {
        Ok(deflated) if deflated.len() < bytes.len() => {
            Packed { is_deflated: true, bytes: deflated }
        }
        _ => Packed { is_deflated: false, bytes: bytes.to_vec() },
    }
}

/// The bytes that were packed, or `None` when they are no longer the same.
pub(crate) fn unpack(packed: Packed, size: u64, hash: ContentHash) -> Option<Vec<u8>> {
    let bytes = if packed.is_deflated { inflate(&packed.bytes, size)? } else { packed.bytes };
    (ContentHash::of(&bytes) == hash).then_some(bytes)
}

/// Never inflates beyond the known size, so that damage cannot fill the memory.
fn inflate(deflated: &[u8], size: u64) -> Option<Vec<u8>> {
    const GROWTH_MAX: u64 = 1032;
    let mut bytes = Vec::with_capacity(size.min(GROWTH_MAX * deflated.len() as u64) as usize);
    DeflateDecoder::new(deflated).take(size).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], is_deflated: bool) {
        let packed = pack(bytes);
        assert_eq!(packed.is_deflated, is_deflated);
        let unpacked = unpack(packed, bytes.len() as u64, ContentHash::of(bytes));
        assert_eq!(unpacked.as_deref(), Some(bytes));
    }

    #[test]
    fn bytes_are_deflated_only_when_it_helps_and_come_back_the_same() {
        check(&vec![7; 60_000], true);
        check(b"short", false);
        check(b"", false);
    }

    #[test]
    fn one_changed_bit_is_noticed() {
        let bytes = vec![7; 60_000];
        let mut packed = pack(&bytes);
        packed.bytes[2] ^= 1;
        assert_eq!(unpack(packed, 60_000, ContentHash::of(&bytes)), None);
    }

    #[test]
    fn a_hash_reads_back_from_its_text() {
        let hash = ContentHash::of(b"a run");
        assert_eq!(hash.to_string().parse(), Ok(hash));
    }
}
