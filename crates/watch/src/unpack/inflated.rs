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

fn begin(source: &mut dyn Source, start: u64, compressed: u64) -> io::Result<Decoder<'_>> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::DeflateEncoder};
    use std::io::{Cursor, Write};

    #[test]
    fn any_place_can_be_read_in_any_order() {
        let plain: Vec<u8> =
            (0..100_000u32).flat_map(|n| (n.wrapping_mul(2_654_435_761)).to_le_bytes()).collect();
        let mut encoder = DeflateEncoder::new(b"head".to_vec(), Compression::fast());
        encoder.write_all(&plain).unwrap();
        let mut file = Cursor::new(encoder.finish().unwrap());
        let compressed = file.get_ref().len() as u64 - 4;
        let mut inflated = Inflated::new(&mut file, 4, compressed, plain.len() as u64).unwrap();
        for at in [399_000, 10, 200_000, 0, 399_999] {
            inflated.seek(SeekFrom::Start(at)).unwrap();
            let mut read = Vec::new();
            inflated.by_ref().take(1000).read_to_end(&mut read).unwrap();
            let at = at as usize;
            assert_eq!(read, plain[at..plain.len().min(at + 1000)]);
        }
    }
}
