//! Many originals at a time, never all of them: the disk is walked in order, a bounded batch is
//! worked on by all cores, the results come out in the order of the walk. Memory stays flat.

use rayon::prelude::*;

/// How many pieces make a batch.
const PIECES: usize = 64;
/// How many bytes make a batch, whatever their number.
const BYTES: usize = 16 << 20;

/// Collects pieces of work and does them batch by batch.
#[derive(Debug)]
pub struct Batches<Piece, Work, Take> {
    pieces: Vec<Piece>,
    bytes: usize,
    work: Work,
    take: Take,
}

impl<Piece, Done, Work, Take> Batches<Piece, Work, Take>
where
    Piece: Send,
    Done: Send,
    Work: Fn(Piece) -> Done + Sync,
    Take: FnMut(Vec<Done>),
{
    /// Work to be done on every piece, and who takes the results of each batch, in order.
    pub fn new(work: Work, take: Take) -> Self {
        Self { pieces: Vec::new(), bytes: 0, work, take }
    }

    /// Adds a piece that holds so many bytes.
    pub fn add(&mut self, piece: Piece, bytes: usize) {
        self.pieces.push(piece);
        self.bytes += bytes;
        if self.pieces.len() >= PIECES || self.bytes >= BYTES {
            self.do_batch();
        }
    }

    /// Does what is left.
    pub fn finish(mut self) {
        self.do_batch();
    }

    fn do_batch(&mut self) {
        let pieces = std::mem::take(&mut self.pieces);
        self.bytes = 0;
        (self.take)(pieces.into_par_iter().map(&self.work).collect());
    }
}
