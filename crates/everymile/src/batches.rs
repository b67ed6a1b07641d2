//! Many originals at a time, never all of them: the disk is walked in order, a bounded batch is
//! worked on by all cores while the next is gathered, the results come out in the order of the walk.
//! Memory stays flat.

use rayon::prelude::*;
use std::sync::mpsc::{Receiver, channel};

/// How many pieces make a batch. Two are held at a time.
const PIECES: usize = 32;
/// How many bytes make a batch, whatever their number.
const BYTES: usize = 3 << 20;

/// Works on the pieces that a walk adds, each with the number of bytes it holds, batch by batch, and
/// hands over the results of each batch, in order. What the walk gives is given back. Not to be called
/// by a worker of `rayon`: it waits for others.
pub fn in_batches<Piece: Send, Done: Send, Walked>(
    work: impl Fn(Piece) -> Done + Sync,
    mut take: impl FnMut(Vec<Done>),
    walk: impl FnOnce(&mut dyn FnMut(Piece, usize)) -> Walked,
) -> Walked {
    let work = &work;
    rayon::in_place_scope(|scope| {
        let mut under_way: Option<Receiver<Vec<Done>>> = None;
        let mut hand_over = |pieces: Vec<Piece>| {
            let (done, results) = channel();
            scope.spawn(move |_| {
                // Nobody waits for them any more where those before could not be taken.
                let _ = done.send(pieces.into_par_iter().map(work).collect());
            });
            under_way.replace(results).into_iter().flatten().for_each(&mut take);
        };
        let (mut pieces, mut bytes) = (Vec::new(), 0_usize);
        let walked = walk(&mut |piece, size| {
            pieces.push(piece);
            bytes = bytes.saturating_add(size);
            if pieces.len() >= PIECES || bytes >= BYTES {
                bytes = 0;
                hand_over(std::mem::take(&mut pieces));
            }
        });
        hand_over(pieces);
        under_way.into_iter().flatten().for_each(take);
        walked
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_worked_on_meanwhile_the_results_come_in_the_order_of_the_walk() {
        let mut taken = Vec::new();
        let walked = in_batches(
            |mile: usize| 10 * mile,
            |done| taken.extend(done),
            |add| (0..1000).map(|mile| add(mile, 1)).count(),
        );
        assert_eq!(walked, 1000);
        assert!(taken.iter().copied().eq((0..1000).map(|mile| 10 * mile)));
    }

    #[test]
    fn a_size_that_cannot_be_ends_a_batch_and_nothing_else() {
        let sizes = [1, usize::MAX, 1, 1, usize::MAX];
        let mut taken = Vec::new();
        in_batches(
            |size: usize| size,
            |done| taken.extend(done),
            |add| {
                for size in sizes {
                    add(size, size);
                }
            },
        );
        assert_eq!(taken, sizes);
    }
}
