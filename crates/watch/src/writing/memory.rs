//! A growing stretch of memory that can be written like a file, as the FIT encoder wants it: it
//! goes back to the header when the length is known.

use embedded_io::{ErrorType, Seek, SeekFrom, Write};
use std::convert::Infallible;

/// Bytes written so far, and where the next will go.
#[derive(Debug, Default)]
pub struct Memory {
    bytes: Vec<u8>,
    at: usize,
}

impl Memory {
    /// What was written.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

impl ErrorType for Memory {
    type Error = Infallible;
}

impl Write for Memory {
    fn write(&mut self, fresh: &[u8]) -> Result<usize, Infallible> {
        let end = self.at + fresh.len();
        if self.bytes.len() < end {
            self.bytes.resize(end, 0);
        }
        self.bytes[self.at..end].copy_from_slice(fresh);
        self.at = end;
        Ok(fresh.len())
    }

    fn flush(&mut self) -> Result<(), Infallible> {
        Ok(())
    }
}

impl Seek for Memory {
    fn seek(&mut self, to: SeekFrom) -> Result<u64, Infallible> {
        self.at = match to {
            SeekFrom::Start(at) => at as usize,
            SeekFrom::Current(by) => self.at.saturating_add_signed(by as isize),
            SeekFrom::End(by) => self.bytes.len().saturating_add_signed(by as isize),
        };
        Ok(self.at as u64)
    }
}
