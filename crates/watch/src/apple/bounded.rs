//! A source that fails where one element of XML goes on without end, so that it cannot fill the memory.

use crate::limit::ELEMENT_MAX;
use std::io::{self, BufRead, Read};

/// A source of elements of which each may have so many bytes.
pub(super) struct Bounded<R> {
    source: R,
    left: usize,
}

impl<R> Bounded<R> {
    /// A source whose first element begins.
    pub fn new(source: R) -> Self {
        Self { source, left: ELEMENT_MAX }
    }

    /// The next element begins.
    pub fn begin(&mut self) {
        self.left = ELEMENT_MAX;
    }

    fn refuse_endless(&self) -> io::Result<()> {
        if self.left > 0 {
            return Ok(());
        }
        Err(io::Error::other("an element in it has no end"))
    }
}

impl<R: BufRead> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.refuse_endless()?;
        let count = self.source.read(buffer)?;
        self.left = self.left.saturating_sub(count);
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Bounded<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.refuse_endless()?;
        self.source.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        self.left = self.left.saturating_sub(count);
        self.source.consume(count);
    }
}
