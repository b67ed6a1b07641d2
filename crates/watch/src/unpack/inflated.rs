//! An archive inside an archive as a seekable source, without holding it: going forward inflates
//! and drops, going back begins again. Knows no archive format.

use super::Source;
use flate2::read::DeflateDecoder;
use std::io::{self, Read, Seek, SeekFrom, Take};

/// A stretch of a source, inflated as it is read.
pub(super) struct Inflated<'a> {
    decoder: Option<Decoder<'a>>,
    start: u64,
    compressed: u64,
    length: u64,
    at: u64,
    wanted: u64,
}

type Decoder<'a> = DeflateDecoder<Take<&'a mut dyn Source>>;

impl<'a> Inflated<'a> {
    /// The stretch of `compressed` bytes from `start`, which holds `length` bytes.
    pub fn new(
        source: &'a mut dyn Source,
        start: u64,
        compressed: u64,
        length: u64,
    ) -> io::Result<Self> {
        let decoder = begin(source, start, compressed)?;
        Ok(Self { decoder: Some(decoder), start, compressed, length, at: 0, wanted: 0 })
    }

    fn begin_again(&mut self) -> io::Result<()> {
        let decoder = self.decoder.take().ok_or_else(lost)?;
        let source = decoder.into_inner().into_inner();
        self.decoder = Some(begin(source, self.start, self.compressed)?);
        self.at = 0;
        Ok(())
    }

    fn go_to_wanted(&mut self) -> io::Result<()> {
        if self.wanted < self.at {
            self.begin_again()?;
        }
        let decoder = self.decoder.as_mut().ok_or_else(lost)?;
        let ahead = self.wanted - self.at;
        self.at += io::copy(&mut decoder.by_ref().take(ahead), &mut io::sink())?;
        Ok(())
    }
}

fn begin<'a>(source: &'a mut dyn Source, start: u64, compressed: u64) -> io::Result<Decoder<'a>> {
    source.seek(SeekFrom::Start(start))?;
    Ok(DeflateDecoder::new(source.take(compressed)))
}

fn lost() -> io::Error {
    io::Error::other("the archive around it could not be read again")
}

impl Read for Inflated<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.wanted >= self.length {
            return Ok(0);
        }
        self.go_to_wanted()?;
        let count =
            buffer.len().min(usize::try_from(self.length - self.wanted).unwrap_or(usize::MAX));
        let decoder = self.decoder.as_mut().ok_or_else(lost)?;
        let read = decoder.read(&mut buffer[..count])?;
        self.at += read as u64;
        self.wanted = self.at;
        Ok(read)
    }
}

impl Seek for Inflated<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let wanted = match to {
            SeekFrom::Start(position) => Some(position),
            SeekFrom::End(offset) => self.length.checked_add_signed(offset),
            SeekFrom::Current(offset) => self.wanted.checked_add_signed(offset),
        };
        self.wanted = wanted.ok_or_else(|| io::Error::other("a seek before the beginning"))?;
        Ok(self.wanted)
    }
}
