//! The ways to fill a week that are tried one after the other, the gentlest first: how many runs, how
//! many of them for recovery, and in the week before a race how long its runs may be.

/// A week this share short of what it is to hold is as good as full.
const AS_GOOD_AS: f64 = 0.03;
/// Where few days are left before a race its runs may be so much longer, the later ones with more easy
/// running around the hard work, …
const LONGER: [(f64, bool); 5] =
    [(1.15, false), (1.3, false), (1.45, true), (1.6, true), (1.8, true)];
/// … and the week this share short of half the largest: at most 58 % less (Wang 2023: 41 to 60).
const SHORT_OF_HALF: f64 = 0.16;

/// One way to fill a week.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trial {
    /// The runs of the week, before any are taken from it.
    pub runs: usize,
    /// The recovery runs among them.
    pub recovery: usize,
    /// By what the longest that a run may be is multiplied.
    pub longer: f64,
    /// Whether the day before the race may hold a short run.
    pub eve: bool,
    /// Whether there is more easy running around hard work.
    pub is_drawn_out: bool,
    /// How far short of its distance the week may stay, as a share.
    pub as_good_as: f64,
}

/// What is tried for a week: the fewest runs first, and as many recovery runs as have a reason.
pub fn trials(runs: &[(usize, usize)]) -> Vec<Trial> {
    let each = |(runs, recovery): &(usize, usize)| {
        let trial = Trial::plain(*runs);
        (0..=*recovery).rev().map(move |recovery| Trial { recovery, ..trial })
    };
    runs.iter().flat_map(each).collect()
}

/// What is tried for the last week before a race: where its days do not hold half of a large week, longer
/// runs, and a short one on the day before.
pub fn trials_before_race(runs: &[(usize, usize)]) -> Vec<Trial> {
    let plain = trials(runs);
    let longer = LONGER.into_iter().flat_map(|by| [(by, false), (by, true)]);
    let longer = longer.flat_map(|((longer, is_drawn_out), eve)| {
        let as_good_as = SHORT_OF_HALF;
        let trial = move |plain: &Trial| Trial { longer, eve, is_drawn_out, as_good_as, ..*plain };
        plain.iter().map(trial)
    });
    plain.iter().copied().chain(longer).collect()
}

impl Trial {
    fn plain(runs: usize) -> Self {
        Self {
            runs,
            recovery: 0,
            longer: 1.0,
            eve: false,
            is_drawn_out: false,
            as_good_as: AS_GOOD_AS,
        }
    }
}
