//! Sentences that differ only in their numbers, said once: *at 101 %*, *at 106 %* become *at
//! 101–106 %*. Knows no meaning, only letters and digits.

/// One sentence for all of `sentences`, with the range of each number; `None` when they differ in
/// more than their numbers.
pub fn in_one(sentences: &[&str]) -> Option<String> {
    let (first, others) = sentences.split_first()?;
    let mut merged: Vec<Range<'_>> = pieces(first).into_iter().map(Range::of).collect();
    for other in others {
        let other = pieces(other);
        if other.len() != merged.len() {
            return None;
        }
        for (range, piece) in merged.iter_mut().zip(other) {
            range.widen(piece)?;
        }
    }
    Some(merged.iter().map(Range::write).collect())
}

/// A piece of a sentence: the least and the greatest it takes.
struct Range<'a> {
    least: &'a str,
    greatest: &'a str,
}

impl<'a> Range<'a> {
    fn of(piece: &'a str) -> Self {
        Self { least: piece, greatest: piece }
    }

    fn widen(&mut self, piece: &'a str) -> Option<()> {
        if piece == self.least || piece == self.greatest {
            return Some(());
        }
        let (value, least, greatest) = (value(piece)?, value(self.least)?, value(self.greatest)?);
        if value < least {
            self.least = piece;
        }
        if value > greatest {
            self.greatest = piece;
        }
        Some(())
    }

    fn write(&self) -> String {
        if self.least == self.greatest {
            return self.least.to_owned();
        }
        format!("{}–{}", self.least, self.greatest)
    }
}

/// Words and numbers by turns; `2:04` and `4.1` are one number each.
fn pieces(sentence: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = sentence;
    while !rest.is_empty() {
        let is_number = rest.starts_with(|letter: char| letter.is_ascii_digit());
        let end =
            if is_number { number_end(rest) } else { rest.find(|c: char| c.is_ascii_digit()) };
        let (piece, after) = rest.split_at(end.unwrap_or(rest.len()));
        pieces.push(piece);
        rest = after;
    }
    pieces
}

fn number_end(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    (1..bytes.len()).find(|&at| {
        let joins =
            matches!(bytes[at], b'.' | b':') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        !bytes[at].is_ascii_digit() && !joins
    })
}

/// The value of a number, or of a time such as `2:04`; `None` for words.
fn value(piece: &str) -> Option<f64> {
    piece.split(':').try_fold(0.0, |sum, part| Some(sum * 60.0 + part.parse::<f64>().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_differ_become_a_range() {
        let sentences = ["1:28 at 106 % of 4.1 km.", "1:32 at 101 % of 4.1 km."];
        assert_eq!(in_one(&sentences).unwrap(), "1:28–1:32 at 101–106 % of 4.1 km.");
    }

    #[test]
    fn other_words_are_another_sentence() {
        assert_eq!(in_one(&["Standing still.", "Easy running."]), None);
        assert_eq!(in_one(&["At 5 km.", "At 5 km again."]), None);
    }
}
