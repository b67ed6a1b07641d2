//! Counting how often everymile is right about runs whose truth is known.

use crate::{
    matching::{Boundaries, Stretch, boundaries_but, work_of},
    population::{Career, Told},
    table::share,
};
use simulator::{TrueSegment, Truth};
use training::{NamedRun, Purpose, SegmentKind};

/// How many bins of confidence the calibration is measured in.
const BINS: usize = 10;

/// What was counted over some runs.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// True purpose, named purpose, confidence.
    named: Vec<(Purpose, Purpose, f64)>,
    /// Runs with reps: with the exact count, and all.
    reps: (usize, usize),
    /// Boundaries of work.
    boundaries: Boundaries,
    /// Runs without work: with work found in them, and all.
    steady: (usize, usize),
    /// Relative errors of critical speed, signed, one for each career.
    critical_speed: Vec<f64>,
    /// Errors of the highest heart rate in beats per minute, signed, one for each career.
    hr_max: Vec<f64>,
}

impl Tally {
    /// Counts careers.
    pub fn of<'a>(careers: impl IntoIterator<Item = &'a Career>) -> Self {
        let mut tally = Self::default();
        for career in careers {
            career.runs.iter().for_each(|run| tally.add_run(run));
            tally.add_ability(career);
        }
        tally
    }

    fn add_run(&mut self, told: &Told) {
        let (truth, named) = (&told.truth, &told.named);
        self.named.push((truth.purpose, named.inferred, named.confidence));
        let (real, gradual) = true_work(truth);
        let found = work_of(&named.segments);
        self.boundaries += boundaries_but(&real, &found, &gradual);
        if truth.reps > 0 {
            self.reps.0 += usize::from(found.len() == truth.reps);
            self.reps.1 += 1;
        } else if has_no_work(truth) {
            self.steady.0 += usize::from(holds_work(named));
            self.steady.1 += 1;
        }
    }

    fn add_ability(&mut self, career: &Career) {
        let thresholds = career.ability.thresholds();
        let real = &career.runner;
        let speed = thresholds.critical_speed.map(|it| it.value.0 / real.critical_speed.0 - 1.0);
        self.critical_speed.extend(speed);
        self.hr_max.extend(thresholds.hr_max.map(|it| it.value.0 - real.hr_max.0));
    }

    /// How many runs were counted.
    pub fn runs(&self) -> usize {
        self.named.len()
    }

    /// How many runs of one purpose were named another: rows of truth, columns of names.
    pub fn confusion(&self, real: Purpose, named: Purpose) -> usize {
        self.named.iter().filter(|(is, said, _)| *is == real && *said == named).count()
    }

    /// The harmonic mean of precision and recall for one purpose; `None` where no run has it.
    pub fn f1(&self, purpose: Purpose) -> Option<f64> {
        let real = self.named.iter().filter(|(is, _, _)| *is == purpose).count();
        let said = self.named.iter().filter(|(_, said, _)| *said == purpose).count();
        share(2 * self.confusion(purpose, purpose), real + said).filter(|_| real > 0)
    }

    /// The mean of the purposes' F1, over the purposes that occur in truth.
    pub fn macro_f1(&self) -> Option<f64> {
        mean(Purpose::ALL.into_iter().filter_map(|purpose| self.f1(purpose)))
    }

    /// Runs with reps whose count is exact.
    pub fn reps_exact(&self) -> Option<f64> {
        share(self.reps.0, self.reps.1)
    }

    /// Boundaries of work within 5 s, as F1.
    pub fn boundary_f1(&self) -> Option<f64> {
        self.boundaries.f1()
    }

    /// Runs without work in which work was found.
    pub fn work_on_steady(&self) -> Option<f64> {
        share(self.steady.0, self.steady.1)
    }

    /// Mean absolute error of critical speed, relative.
    pub fn critical_speed_error(&self) -> Option<f64> {
        mean(self.critical_speed.iter().map(|error| error.abs()))
    }

    /// Mean error of critical speed, relative and signed: the bias.
    pub fn critical_speed_bias(&self) -> Option<f64> {
        mean(self.critical_speed.iter().copied())
    }

    /// Mean absolute error of the highest heart rate, in beats per minute.
    pub fn hr_max_error(&self) -> Option<f64> {
        mean(self.hr_max.iter().map(|error| error.abs()))
    }

    /// Expected calibration error: how far confidence is from the share that is right, over ten
    /// bins weighted by their runs (Guo et al. 2017).
    pub fn calibration_error(&self) -> Option<f64> {
        let bins = (0..BINS).filter_map(|bin| self.bin(bin));
        let off: f64 = bins.map(|(sure, right, runs)| (sure - right).abs() * runs as f64).sum();
        (!self.named.is_empty()).then(|| off / self.named.len() as f64)
    }

    /// Mean confidence, share right and number of runs of one bin; `None` of an empty one.
    pub fn bin(&self, bin: usize) -> Option<(f64, f64, usize)> {
        let is_here = |sure: f64| ((sure * BINS as f64) as usize).min(BINS - 1) == bin;
        let here: Vec<_> = self.named.iter().filter(|(_, _, sure)| is_here(*sure)).collect();
        let right = here.iter().filter(|(is, said, _)| is == said).count();
        Some((mean(here.iter().map(|(_, _, sure)| *sure))?, share(right, here.len())?, here.len()))
    }
}

/// The true stretches of work whose boundaries can be told, and the boundaries that nobody could
/// tell to the second because the effort slides.
fn true_work(truth: &Truth) -> (Vec<Stretch>, Vec<f64>) {
    let mut work = Vec::new();
    let mut gradual = Vec::new();
    for (at, segment) in truth.segments.iter().enumerate() {
        if !is_work(segment.kind) {
            continue;
        }
        work.push((segment.start.0, segment.end.0));
        gradual.extend(segment.gradual.then_some(segment.start.0));
        let next = truth.segments.get(at + 1).filter(|next| next.gradual);
        gradual.extend(next.map(|next| next.start.0));
    }
    (work, gradual)
}

/// Easy, recovery, long and steady runs with nothing in them that is work.
fn has_no_work(truth: &Truth) -> bool {
    let purposes = [Purpose::Easy, Purpose::Recovery, Purpose::Long, Purpose::Steady];
    let is_free = |segment: &TrueSegment| !is_work(segment.kind);
    purposes.contains(&truth.purpose) && truth.segments.iter().all(is_free)
}

fn holds_work(named: &NamedRun) -> bool {
    named.segments.iter().any(|segment| segment.kind == SegmentKind::Work)
}

fn is_work(kind: SegmentKind) -> bool {
    matches!(kind, SegmentKind::Work | SegmentKind::Stride)
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let values: Vec<f64> = values.collect();
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(named: &[(Purpose, Purpose, f64)]) -> Tally {
        Tally { named: named.to_vec(), ..Tally::default() }
    }

    #[test]
    fn macro_f1_weighs_rare_purposes_like_common_ones() {
        let tally = tally(&[
            (Purpose::Easy, Purpose::Easy, 0.9),
            (Purpose::Easy, Purpose::Easy, 0.9),
            (Purpose::Race, Purpose::Tempo, 0.9),
        ]);
        assert_eq!(tally.macro_f1(), Some(0.5));
    }

    #[test]
    fn confidence_of_nine_tenths_with_half_right_is_off_by_four_tenths() {
        let tally =
            tally(&[(Purpose::Easy, Purpose::Easy, 0.9), (Purpose::Easy, Purpose::Long, 0.9)]);
        assert!((tally.calibration_error().unwrap() - 0.4).abs() < 1e-12);
    }
}
