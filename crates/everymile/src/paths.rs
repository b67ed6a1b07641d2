//! Paths, held end to end: those of a hundred years of files take little memory.

/// Paths in a list.
#[derive(Debug, Clone, Default)]
pub struct Paths {
    text: String,
    /// Where each of them ends.
    ends: Vec<usize>,
}

impl Paths {
    /// Adds a path to the end of the list.
    pub fn push(&mut self, path: &str) {
        self.text.push_str(path);
        self.ends.push(self.text.len());
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The path at a place in the list.
    ///
    /// # Panics
    /// Where the list is shorter.
    pub fn at(&self, place: usize) -> &str {
        let begin = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[begin..self.ends[place]]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_comes_back_as_it_was() {
        let mut paths = Paths::default();
        let all = ["runs/ü.fit", "", "all.zip!/1.fit"];
        for path in all {
            paths.push(path);
        }
        assert_eq!((0..paths.len()).map(|place| paths.at(place)).collect::<Vec<_>>(), all);
    }
}
