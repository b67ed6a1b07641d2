//! What became of every file of an import. The paths are held end to end: a hundred years of files take
//! little memory.

/// What became of every file, in the order it was told.
#[derive(Debug, Default)]
pub struct Outcomes {
    paths: String,
    list: Vec<Outcome>,
}

#[derive(Debug)]
struct Outcome {
    /// Where its path ends among all of them.
    end: usize,
    /// The place of the file it was found in.
    place: usize,
    fate: Fate,
}

/// What became of a file.
#[derive(Debug)]
pub enum Fate {
    /// It was read: so many runs, so many other activities, so many days.
    New {
        /// How many runs.
        runs: usize,
        /// How many other activities.
        others: usize,
        /// How many days it tells of.
        days: usize,
    },
    /// The same bytes are in the logbook already.
    Known,
    /// The same bytes are in the logbook; they were set aside, and count again.
    CountsAgain,
    /// It could not be read.
    Failed(String),
}

impl Outcomes {
    /// Adds what became of what was found at a path, in the file at a place of a list.
    pub fn push(&mut self, path: &str, place: usize, fate: Fate) {
        self.paths.push_str(path);
        self.list.push(Outcome { end: self.paths.len(), place, fate });
    }

    /// Whether there was no file.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Each path as it was found, with what became of it.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Fate)> {
        (0..self.list.len()).map(|index| (self.path(index), &self.list[index].fate))
    }

    /// For each of so many places, what was found in the file there and what became of it.
    pub fn by_place(&self, places: usize) -> impl Iterator<Item = Vec<(&str, &Fate)>> {
        let mut by_place: Vec<usize> = (0..self.list.len()).collect();
        by_place.sort_by_key(|&index| self.list[index].place);
        let mut told = 0;
        (0..places).map(move |place| {
            let here =
                by_place[told..].iter().take_while(|index| self.list[**index].place == place);
            let here: Vec<_> =
                here.map(|&index| (self.path(index), &self.list[index].fate)).collect();
            told += here.len();
            here
        })
    }

    fn path(&self, index: usize) -> &str {
        let begin = index.checked_sub(1).map_or(0, |before| self.list[before].end);
        &self.paths[begin..self.list[index].end]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_is_told_in_order_and_by_the_file_it_was_found_in() {
        let mut outcomes = Outcomes::default();
        outcomes.push("all.zip!/1.fit", 1, Fate::Known);
        outcomes.push("runs/ü.fit", 0, Fate::Failed("cut off".into()));
        outcomes.push("all.zip!/2.fit", 1, Fate::Known);
        let told: Vec<&str> = outcomes.iter().map(|(path, _)| path).collect();
        assert_eq!(told, ["all.zip!/1.fit", "runs/ü.fit", "all.zip!/2.fit"]);
        let found: Vec<String> = outcomes
            .by_place(3)
            .map(|here| here.iter().map(|(path, _)| *path).collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(found, ["runs/ü.fit", "all.zip!/1.fit all.zip!/2.fit", ""]);
    }
}
