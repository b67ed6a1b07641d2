//! Hard bouts in a run: the level of effort that best divides its stretches, and whether what lies
//! above it is work. Knows stretches, not purposes.

mod extent;
mod levels;
mod sets;

use crate::measured::Stretch;
use crate::shape::share_with_twins;
use extent::grown;
use levels::Levels;
use sets::bouts_above;

/// A hard stretch, in whole seconds since the first sample.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Bout {
    /// First second.
    pub from: usize,
    /// The second after the last.
    pub to: usize,
    /// Mean effort, as a fraction of critical speed.
    pub effort: f64,
    /// Mean rise over run.
    pub grade: f64,
    /// Metres covered.
    pub metres: f64,
}

/// The bouts of a run and how clearly they stand out.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Pattern {
    /// The bouts, in order.
    pub bouts: Vec<Bout>,
    /// Mean effort of the bouts.
    pub work: f64,
    /// Mean effort of what lies beside and between them.
    pub rest: f64,
    /// The room between the easiest work and the hardest rest.
    pub margin: f64,
    /// Mean rise over run between the bouts.
    pub rest_grade: f64,
}

/// How hard a stretch must be to be called work, as a fraction of critical speed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Hardness {
    /// The least mean effort of reps.
    pub reps: f64,
    /// The least mean effort of bouts that last.
    pub lasting: f64,
}

impl Bout {
    /// How long it lasted, in seconds.
    pub fn seconds(&self) -> f64 {
        (self.to - self.from) as f64
    }

    fn holds(&self, stretch: &Stretch) -> bool {
        self.from <= stretch.from && stretch.to <= self.to
    }

    /// A row of stretches, not empty, as one bout.
    fn of(row: &[Stretch]) -> Self {
        let seconds: f64 = row.iter().map(Stretch::seconds).sum();
        let mean = |value: fn(&Stretch) -> f64| {
            row.iter().map(|stretch| value(stretch) * stretch.seconds()).sum::<f64>() / seconds
        };
        Self {
            from: row[0].from,
            to: row[row.len() - 1].to,
            effort: mean(|stretch| stretch.effort),
            grade: mean(|stretch| stretch.grade),
            metres: seconds * mean(|stretch| stretch.speed),
        }
    }

    /// This bout and a later one as one. What lies between them counts as distance, not as the
    /// effort of the work.
    fn with(self, easing: &[Stretch], later: Self) -> Self {
        let (early, late) = (self.seconds(), later.seconds());
        let mean = |one: f64, other: f64| (one * early + other * late) / (early + late);
        Self {
            from: self.from,
            to: later.to,
            effort: mean(self.effort, later.effort),
            grade: mean(self.grade, later.grade),
            metres: self.metres + metres(easing) + later.metres,
        }
    }

    /// This bout with the rows of stretches just before and just after it. They count as distance,
    /// not as the effort of the work.
    fn reaching_over(self, before: &[Stretch], after: &[Stretch]) -> Self {
        Self {
            from: before.first().map_or(self.from, |first| first.from),
            to: after.last().map_or(self.to, |last| last.to),
            metres: metres(before) + self.metres + metres(after),
            ..self
        }
    }

    fn is_beside(&self, stretch: &Stretch) -> bool {
        stretch.to + BESIDE_SECONDS > self.from && stretch.from < self.to + BESIDE_SECONDS
    }
}

impl Pattern {
    /// How far work stands above rest, as a fraction of critical speed.
    pub fn contrast(&self) -> f64 {
        self.work - self.rest
    }

    /// Seconds between each bout and the next.
    pub fn rest_seconds(&self) -> Vec<f64> {
        self.bouts.windows(2).map(|pair| (pair[1].from - pair[0].to) as f64).collect()
    }
}

/// Bouts that are nearly the whole run are the run, unless they are plainly hard.
const WHOLE_RUN_SHARE: f64 = 0.85;
/// From this fraction of critical speed running is hard whatever surrounds it.
const PLAINLY_HARD: f64 = 0.97;
/// With less moving than this beside the bouts, in seconds, the runner only stood there, …
const MOVING_REST_SECONDS_MIN: f64 = 60.0;
/// … or with less than this share of the work.
const MOVING_REST_SHARE_MIN: f64 = 0.1;
/// What lies within this many seconds of a bout is what the bout is compared with.
const BESIDE_SECONDS: usize = 300;
/// Work stands at least this far above what is beside it.
const CONTRAST_MIN: f64 = 0.10;
/// Work that lasts stands at least this far above what is beside it (science.md section 9: below
/// 8 % of critical speed nothing should be judged).
const LASTING_CONTRAST_MIN: f64 = 0.08;
/// A bout lasts from here, in seconds.
const LASTING_SECONDS: f64 = 480.0;
/// The easiest and the hardest tenth of work and rest are left out of their borders.
const OUTERMOST: f64 = 0.1;
/// Levels at which a run is divided, in percent of critical speed.
const CUTS: std::ops::RangeInclusive<u8> = 70..=125;

/// The clearest pattern of work in the stretches; `None` when nothing stands out.
pub(crate) fn pattern(stretches: &[Stretch], hardness: Hardness) -> Option<Pattern> {
    CUTS.filter_map(|percent| Division::at(f64::from(percent) / 100.0, stretches))
        .filter(|division| division.is_work(hardness))
        .max_by(|one, other| one.worth().total_cmp(&other.worth()))
        .map(|division| grown(division.pattern, stretches))
}

/// A run divided at a level of effort into work and the rest.
struct Division {
    cut: f64,
    pattern: Pattern,
    /// The room between the easiest and the hardest work.
    spread: f64,
    /// The share of all running that is in the bouts.
    share: f64,
    /// The share of hard running that belongs to no bout.
    left_out: f64,
    /// Whether the runner only stood beside and between the bouts.
    only_stands: bool,
}

impl Division {
    /// `None` when no bout lies above the cut.
    fn at(cut: f64, stretches: &[Stretch]) -> Option<Self> {
        let bouts = bouts_above(cut, stretches);
        if bouts.is_empty() {
            return None;
        }
        let work = Levels::of(stretches.iter().filter(|it| is_in(&bouts, it)));
        let beside = easier_beside(&bouts, cut, stretches);
        let mut rest = Levels::of(beside.iter().copied().filter(|it| !it.standing));
        let moving_min = MOVING_REST_SECONDS_MIN.min(MOVING_REST_SHARE_MIN * work.seconds());
        let only_stands = rest.seconds() < moving_min;
        if only_stands {
            rest = Levels::of(beside.into_iter());
        }
        let in_bouts: f64 = bouts.iter().map(Bout::seconds).sum();
        let running = seconds(stretches.iter().filter(|it| !it.standing));
        let hard = seconds(stretches.iter().filter(|it| it.effort >= cut));
        Some(Self {
            cut,
            spread: work.quantile(1.0 - OUTERMOST) - work.quantile(OUTERMOST),
            share: in_bouts / running.max(1.0),
            left_out: (1.0 - in_bouts / hard.max(1.0)).max(0.0),
            only_stands,
            pattern: Pattern {
                work: work.mean(),
                rest: rest.mean(),
                margin: work.quantile(OUTERMOST) - rest.quantile(1.0 - OUTERMOST),
                rest_grade: grade_between(&bouts, stretches),
                bouts,
            },
        })
    }

    /// A run is best divided where the margin is wide, the work alike, and the level near the border
    /// of hard running: below it easy running would be called work, above it part of the work is
    /// lost.
    fn worth(&self) -> f64 {
        let too_low = 1.5 * (0.82 - self.cut).max(0.0);
        let too_high = 0.3 * (self.cut - 0.95).max(0.0);
        self.pattern.margin.min(0.25)
            - 0.15 * self.spread
            - 0.2 * self.left_out
            - too_low
            - too_high
    }

    fn is_work(&self, hardness: Hardness) -> bool {
        let found = &self.pattern;
        if self.share > WHOLE_RUN_SHARE && found.work < PLAINLY_HARD {
            return false;
        }
        if self.only_stands && !is_set_with_standing_rests(found) {
            return false;
        }
        let lasting = found.bouts.iter().all(|bout| bout.seconds() >= LASTING_SECONDS);
        let (least, contrast) = if lasting {
            (hardness.lasting, LASTING_CONTRAST_MIN)
        } else {
            (hardness.reps, CONTRAST_MIN)
        };
        found.work >= least && found.contrast() >= contrast && found.margin > 0.0
    }
}

/// Stop lights divide an easy run too: with nothing but standing between the bouts they are reps
/// only when they are hard and alike.
fn is_set_with_standing_rests(found: &Pattern) -> bool {
    const ALIKE: f64 = 0.08;
    const ALIKE_SHARE: f64 = 0.7;
    let seconds: Vec<f64> = found.bouts.iter().map(Bout::seconds).collect();
    found.bouts.len() >= 3
        && found.work >= PLAINLY_HARD
        && share_with_twins(&seconds, ALIKE) >= ALIKE_SHARE
}

fn is_in(bouts: &[Bout], stretch: &Stretch) -> bool {
    bouts.iter().any(|bout| bout.holds(stretch))
}

/// The easier stretches beside and between the bouts.
fn easier_beside<'a>(bouts: &[Bout], cut: f64, stretches: &'a [Stretch]) -> Vec<&'a Stretch> {
    stretches
        .iter()
        .filter(|it| it.effort < cut && !is_in(bouts, it))
        .filter(|it| bouts.iter().any(|bout| bout.is_beside(it)))
        .collect()
}

/// Mean rise over run of the moving time between the bouts; 0 without any.
fn grade_between(bouts: &[Bout], stretches: &[Stretch]) -> f64 {
    let (Some(first), Some(last)) = (bouts.first(), bouts.last()) else { return 0.0 };
    let between = stretches
        .iter()
        .filter(|it| first.to <= it.from && it.to <= last.from)
        .filter(|it| !it.standing && !is_in(bouts, it));
    let climbed: f64 = between.clone().map(|it| it.grade * it.seconds()).sum();
    climbed / seconds(between).max(1.0)
}

fn metres(stretches: &[Stretch]) -> f64 {
    stretches.iter().map(|it| it.speed * it.seconds()).sum()
}

/// How long the stretches lasted together.
fn seconds<'a>(stretches: impl Iterator<Item = &'a Stretch>) -> f64 {
    stretches.map(Stretch::seconds).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HARD: Hardness = Hardness { reps: 0.88, lasting: 0.80 };

    /// Stretches of (seconds, effort, effort by the legs alone), one after the other.
    fn run(told: &[(usize, f64, f64)]) -> Vec<Stretch> {
        let mut from = 0;
        let stretch = |&(seconds, effort, legs): &(usize, f64, f64)| {
            let to = from + seconds;
            let standing = effort == 0.0;
            let stretch =
                Stretch { from, to, effort, legs, speed: 4.0 * legs, grade: 0.0, standing };
            from = to;
            stretch
        };
        told.iter().map(stretch).collect()
    }

    fn bouts(told: &[(usize, f64, f64)]) -> Vec<(usize, usize)> {
        let found = pattern(&run(told), HARD);
        found.map_or_else(Vec::new, |it| it.bouts.iter().map(|it| (it.from, it.to)).collect())
    }

    #[test]
    fn a_stop_light_is_no_rest_between_reps() {
        let easy = (600, 0.7, 0.7);
        let light = [easy, (198, 0.95, 0.95), (24, 0.0, 0.0), (134, 0.95, 0.95), easy];
        assert_eq!(bouts(&light), []);
        let rest = [easy, (198, 0.95, 0.95), (60, 0.3, 0.3), (134, 0.95, 0.95), easy];
        assert_eq!(bouts(&rest).len(), 2);
    }

    #[test]
    fn a_climb_begins_with_the_legs_before_the_heart_answers() {
        let climb = [(600, 0.5, 0.5), (30, 0.72, 0.72), (900, 1.0, 0.75), (600, 0.5, 0.5)];
        assert_eq!(bouts(&climb), [(600, 1530)]);
    }
}
