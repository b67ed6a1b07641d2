//! Bytes as they are stored. A watch writes rows of one length, second after second, in which hardly
//! anything changes from one to the next: laid out column by column they pack into half of what they
//! take row by row, in a fifth of the time. Knows nothing of what the bytes mean.

use crate::ContentHash;
use flate2::bufread::DeflateDecoder;
use std::{borrow::Cow, cell::RefCell, io::Read};
use zstd::zstd_safe::{CCtx, DCtx, compress_bound, get_frame_content_size};

/// Bytes as they are stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Packed {
    pub(crate) manner: Manner,
    pub(crate) bytes: Vec<u8>,
}

/// How bytes are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// As they were found.
    AsFound,
    /// Deflated, as formats before the seventh did.
    Deflated,
    /// In columns, packed by zstd; rows of so many bytes.
    InColumns(usize),
}

/// Columns pack as small on this level as on the next, a fifth faster; …
const LEVEL_OF_COLUMNS: i32 = -1;
/// … text takes a third less on the next, and little less on higher ones.
const LEVEL_OF_TEXT: i32 = 1;
/// The longest rows that are looked for: longer ones are rare, and pack well as they are.
const ROW_MAX: usize = 128;
/// So many bytes from the middle tell how long the rows are.
const LOOKED_AT: usize = 2048;
/// Rows are rows when this share of their bytes is the same as one row before.
const SAME_SHARE: f64 = 0.5;

thread_local! {
    /// What packs and unpacks: to make it anew takes as long as a small original.
    static PACKER: RefCell<CCtx<'static>> = RefCell::new(CCtx::create());
    static UNPACKER: RefCell<DCtx<'static>> = RefCell::new(DCtx::create());
}

/// Packs bytes for storing. What is gzipped gets no smaller.
pub(crate) fn pack(bytes: &[u8]) -> Packed {
    const GZIPPED: [u8; 2] = [0x1F, 0x8B];
    let as_found = || Packed { manner: Manner::AsFound, bytes: bytes.to_vec() };
    if bytes.starts_with(&GZIPPED) {
        return as_found();
    }
    let row = row_size(bytes);
    let packed = pack_rows(bytes, row);
    if packed.len() < bytes.len() {
        Packed { manner: Manner::InColumns(row), bytes: packed }
    } else {
        as_found()
    }
}

/// The bytes that were packed, or `None` when they are no longer the same.
pub(crate) fn unpack(packed: Packed, size: u64, hash: ContentHash) -> Option<Vec<u8>> {
    let bytes = match packed.manner {
        Manner::AsFound => packed.bytes,
        Manner::Deflated => inflate(&packed.bytes, size)?,
        Manner::InColumns(row) => in_rows(unpacked(&packed.bytes, size)?, row),
    };
    (ContentHash::of(&bytes) == hash).then_some(bytes)
}

/// Packs rows of so many bytes.
///
/// # Panics
/// Never: there is room for what gets no smaller.
pub fn pack_rows(rows: &[u8], row: usize) -> Vec<u8> {
    let columns = in_columns(rows, row);
    let level = if row == 1 { LEVEL_OF_TEXT } else { LEVEL_OF_COLUMNS };
    let mut packed = Vec::with_capacity(compress_bound(columns.len()));
    PACKER
        .with_borrow_mut(|packer| packer.compress(&mut packed, &columns[..], level))
        .expect("there is room for what gets no smaller");
    packed
}

/// What [`pack_rows`] packed; `None` when it is damaged.
pub fn unpack_rows(packed: &[u8], row: usize) -> Option<Vec<u8>> {
    let size = get_frame_content_size(packed).ok()??;
    Some(in_rows(unpacked(packed, size)?, row))
}

/// Never unpacks beyond the known size, nor makes room for more than the bytes can hold (blocks of
/// 128 KiB in four bytes, RFC 8878), so that damage cannot fill the memory.
fn unpacked(packed: &[u8], size: u64) -> Option<Vec<u8>> {
    const GROWTH_MAX: u64 = 1 << 15;
    let mut bytes = Vec::with_capacity(size.min(GROWTH_MAX * packed.len() as u64) as usize);
    UNPACKER.with_borrow_mut(|unpacker| unpacker.decompress(&mut bytes, packed)).ok()?;
    Some(bytes)
}

/// Never inflates beyond the known size either.
fn inflate(deflated: &[u8], size: u64) -> Option<Vec<u8>> {
    const GROWTH_MAX: u64 = 1032;
    let mut bytes = Vec::with_capacity(size.min(GROWTH_MAX * deflated.len() as u64) as usize);
    DeflateDecoder::new(deflated).take(size).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// How long the rows are; 1 where there are none, as in any text.
fn row_size(bytes: &[u8]) -> usize {
    let middle = bytes.len() / 2;
    let from = middle.saturating_sub(LOOKED_AT / 2);
    let piece = &bytes[from..(from + LOOKED_AT).min(bytes.len())];
    if !piece.contains(&0) {
        return 1;
    }
    let same = |row: usize| {
        let later = piece.get(row..).unwrap_or_default();
        later.iter().zip(piece).map(|(later, earlier)| u32::from(later == earlier)).sum()
    };
    let (count, row): (u32, usize) =
        (2..=ROW_MAX).map(|row| (same(row), row)).max().unwrap_or((0, 1));
    if f64::from(count) >= SAME_SHARE * piece.len() as f64 { row } else { 1 }
}

/// The first byte of every row, then the second of every row, …; what is left over comes last.
fn in_columns(bytes: &[u8], row: usize) -> Cow<'_, [u8]> {
    if row == 1 {
        return Cow::Borrowed(bytes);
    }
    let count = bytes.len() / row;
    let (rows, left) = bytes.split_at(count * row);
    let mut columns = vec![0; rows.len()];
    for (column, values) in columns.chunks_exact_mut(count.max(1)).enumerate() {
        for (value, row) in values.iter_mut().zip(rows.chunks_exact(row)) {
            *value = row[column];
        }
    }
    columns.extend_from_slice(left);
    Cow::Owned(columns)
}

/// What [`in_columns`] laid out, as it was.
fn in_rows(columns: Vec<u8>, row: usize) -> Vec<u8> {
    if row == 1 {
        return columns;
    }
    let count = columns.len() / row;
    let (columns, left) = columns.split_at(count * row);
    let mut rows = vec![0; columns.len()];
    for (column, values) in columns.chunks_exact(count.max(1)).enumerate() {
        for (value, row) in values.iter().zip(rows.chunks_exact_mut(row)) {
            row[column] = *value;
        }
    }
    rows.extend_from_slice(left);
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], manner: Manner) {
        let packed = pack(bytes);
        assert_eq!(packed.manner, manner);
        let unpacked = unpack(packed, bytes.len() as u64, ContentHash::of(bytes));
        assert_eq!(unpacked.as_deref(), Some(bytes));
    }

    /// An hour of rows of seven bytes: a header, the second, two numbers that stay, one that rises and
    /// falls.
    fn rows() -> Vec<u8> {
        let row = |second: u32| {
            let [high, low] = (second as u16).to_be_bytes();
            [0, high, low, 7, 9, 140 + (20.0 * (f64::from(second) / 97.0).sin()).abs() as u8, 0]
        };
        (0..3600).flat_map(row).chain([1, 2, 3]).collect()
    }

    #[test]
    fn rows_are_laid_out_in_columns_and_come_back_the_same() {
        check(&rows(), Manner::InColumns(7));
    }

    #[test]
    fn what_is_remembered_in_rows_comes_back_or_is_seen_to_be_damaged() {
        let mut packed = pack_rows(&rows(), 4);
        assert_eq!(unpack_rows(&packed, 4), Some(rows()));
        packed.truncate(packed.len() / 2);
        assert_eq!(unpack_rows(&packed, 4), None);
        assert_eq!(unpack_rows(b"", 4), None);
    }

    #[test]
    fn columns_take_half_of_what_rows_take() {
        let row_by_row = pack_rows(&rows(), 1);
        assert!(2 * pack(&rows()).bytes.len() < row_by_row.len());
    }

    #[test]
    fn text_is_packed_as_it_reads() {
        check("<Trackpoint>the same again</Trackpoint>\n".repeat(900).as_bytes(), {
            Manner::InColumns(1)
        });
    }

    #[test]
    fn what_gets_no_smaller_is_stored_as_it_was_found() {
        check(b"short", Manner::AsFound);
        check(b"", Manner::AsFound);
        check(b"\x1f\x8b gzipped gzipped gzipped gzipped gzipped", Manner::AsFound);
    }

    #[test]
    fn one_changed_bit_is_noticed() {
        let (bytes, mut packed) = (rows(), pack(&rows()));
        let middle = packed.bytes.len() / 2;
        packed.bytes[middle] ^= 1;
        assert_eq!(unpack(packed, bytes.len() as u64, ContentHash::of(&bytes)), None);
    }

    #[test]
    fn what_was_deflated_before_still_comes_back() {
        // "a run, a run, a run" as RFC 1951 writes it.
        let bytes = [0x4B, 0x54, 0x28, 0x2A, 0xCD, 0xD3, 0x51, 0x48, 0x44, 0xA2, 0x00];
        let packed = Packed { manner: Manner::Deflated, bytes: bytes.to_vec() };
        let hash = ContentHash::of(b"a run, a run, a run");
        assert_eq!(unpack(packed, 19, hash).as_deref(), Some(&b"a run, a run, a run"[..]));
    }
}
