//! How much may come out of an archive: archives that blow up are refused, honest ones never notice.

use crate::{Unreadable, limit};
use std::io::{self, Read};

/// The largest original, in bytes.
pub(super) const ORIGINAL_MAX: u64 = limit::RECORDING_MAX as u64;

/// What any archive may unpack to, however small it is.
const ARCHIVE_FLOOR: u64 = 64 << 20;

/// What an archive may unpack to, as a multiple of its size. Health exports, the tightest honest
/// text, shrink to about a fortieth; deflate can at best reach 1032.
const ARCHIVE_RATIO: u64 = 200;

/// The bytes that may still come out of an archive and those inside it.
pub(super) struct Budget {
    left: u64,
}

impl Budget {
    /// The budget of an archive of `length` bytes.
    pub fn for_archive(length: u64) -> Self {
        Self::of(ARCHIVE_FLOOR.saturating_add(length.saturating_mul(ARCHIVE_RATIO)))
    }

    /// A budget of so many bytes.
    pub fn of(bytes: u64) -> Self {
        Self { left: bytes }
    }

    /// The bytes that may still come out.
    pub fn left(&self) -> u64 {
        self.left
    }

    /// Reads `source` to its end, at most `most` bytes, at the cost of the budget: what turns out to
    /// be damaged or too much was inflated, too.
    pub fn read_all(&mut self, source: impl Read, most: u64) -> Result<Vec<u8>, Unreadable> {
        let limit = most.min(self.left);
        let mut bytes = Vec::new();
        let read = source.take(limit + 1).read_to_end(&mut bytes);
        let length = bytes.len() as u64;
        self.left -= length.min(limit);
        read.map_err(|error| damaged(&error))?;
        match length {
            _ if length <= limit => Ok(bytes),
            _ if limit < most => Err(dishonest()),
            _ => Err(too_large(most)),
        }
    }

    /// A reader that costs the budget.
    pub fn meter<R: Read>(&mut self, source: R) -> Metered<'_, R> {
        Metered { source, left: &mut self.left }
    }
}

/// Reads a plain file of `length` bytes to its end.
pub(super) fn read_all(source: impl Read, length: u64) -> Result<Vec<u8>, Unreadable> {
    if length > ORIGINAL_MAX {
        return Err(too_large(ORIGINAL_MAX));
    }
    let mut bytes = Vec::with_capacity(length as usize);
    source.take(ORIGINAL_MAX).read_to_end(&mut bytes).map_err(|error| damaged(&error))?;
    Ok(bytes)
}

/// A reader that fails once the budget is spent.
pub(super) struct Metered<'a, R> {
    source: R,
    left: &'a mut u64,
}

impl<R: Read> Read for Metered<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if *self.left == 0 {
            return Err(io::Error::other(dishonest().what));
        }
        let count = buffer.len().min(usize::try_from(*self.left).unwrap_or(usize::MAX));
        let read = self.source.read(&mut buffer[..count])?;
        *self.left -= read as u64;
        Ok(read)
    }
}

/// What is said of a part that cannot be inflated.
pub(super) fn damaged(error: &dyn std::fmt::Display) -> Unreadable {
    Unreadable {
        what: format!("this part of the archive is damaged ({error})"),
        remedy: "ask for the export again, or unpack the archive by hand".to_owned(),
    }
}

fn dishonest() -> Unreadable {
    Unreadable {
        what: "it unpacks to far more than an archive of its size honestly holds".to_owned(),
        remedy: "leave it out, or unpack it by hand and look at it".to_owned(),
    }
}

fn too_large(most: u64) -> Unreadable {
    Unreadable {
        what: format!("it is larger than {} MiB, which no activity is", most >> 20),
        remedy: "leave it out, or look at what it is".to_owned(),
    }
}
