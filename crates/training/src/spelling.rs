//! Words that were probably meant: how alike two words are written, and the one among several that
//! is near enough to be offered. Knows only letters.

/// Words shorter than this are like too many others.
const TELLING: usize = 3;

/// The name that was probably meant by `word`: one that holds it, or that takes few changed letters.
/// `None` where none is near enough to be offered. Capitals do not matter.
pub fn nearest<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.trim().to_lowercase();
    let letters = word.chars().count();
    if letters < TELLING {
        return None;
    }
    let distance = |name: &str| changes(&word, &name.to_lowercase());
    let is_near = |name: &&str| {
        name.to_lowercase().contains(&word) || distance(name) <= (2 * letters / 5).max(1)
    };
    names.into_iter().filter(is_near).min_by_key(|name| distance(name))
}

/// What to do about a word that nothing is called: the name that was probably meant, else something
/// else.
pub fn did_you_mean(nearest: Option<&str>, otherwise: &str) -> String {
    nearest.map_or_else(|| otherwise.to_owned(), |nearest| format!("did you mean '{nearest}'?"))
}

/// How many letters must be changed, added or dropped to make one word of another (Levenshtein
/// 1966).
pub fn changes(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (index, letter) in from.chars().enumerate() {
        let mut corner = std::mem::replace(&mut row[0], index + 1);
        for column in 0..to.len() {
            let swapped = corner + usize::from(letter != to[column]);
            corner = row[column + 1];
            row[column + 1] = swapped.min(row[column] + 1).min(corner + 1);
        }
    }
    row[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 5] = ["base", "context", "take-rest-days", "grey zone", "soreness"];

    #[test]
    fn letters_are_counted() {
        assert_eq!(changes("kitten", "sitting"), 3);
        assert_eq!(changes("", "abc"), 3);
    }

    #[test]
    fn a_slip_is_answered_with_what_was_meant() {
        assert_eq!(nearest("sorenes", NAMES), Some("soreness"));
        assert_eq!(nearest("Gray zon", NAMES), Some("grey zone"));
        assert_eq!(nearest("rest-days", NAMES), Some("take-rest-days"));
    }

    #[test]
    fn a_word_like_none_is_answered_with_none() {
        for word in ["xyz", "C1", "", "compare"] {
            assert_eq!(nearest(word, NAMES), None, "{word}");
        }
    }
}
