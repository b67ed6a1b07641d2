//! The shape of a plan: which weeks belong to which phase, and how far each week and its long run
//! go. Knows no day of the week.

use super::{baseline::Baseline, demand::Demand};
use training::{Level, Metres, Phase};

/// The numbers a plan grows by, from the doctrine's rules.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Growth {
    /// By how much a week may exceed the largest before it, as a share.
    pub weekly: f64,
    /// By how much a run may exceed the longest of thirty days, as a share.
    pub single: f64,
    /// Every so many weeks one is lighter.
    pub lighter_every: usize,
}

/// One week in outline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outline {
    /// What it is for.
    pub phase: Phase,
    /// Its place in its phase, above 0 up to 1.
    pub progress: f64,
    /// Whether it is lighter.
    pub is_lighter: bool,
    /// How far it goes, the race left out.
    pub distance: Metres,
    /// How far its long run goes.
    pub long: Metres,
    /// What the rules took from it.
    pub eased: Eased,
}

/// What the rules took from a week.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Eased {
    /// Hard sessions fewer than the phase would hold.
    pub hard_fewer: usize,
    /// Runs fewer than a usual week holds.
    pub runs_fewer: usize,
    /// The share of the hard minutes that is left.
    pub hard: f64,
    /// The share of a recovery run that is left.
    pub recovery: f64,
}

impl Eased {
    /// Nothing taken.
    pub const NOT: Self = Self { hard_fewer: 0, runs_fewer: 0, hard: 1.0, recovery: 1.0 };
}

/// Below this weekly distance a tenth is too little to speak of, and so much may always be added
/// (our own convention, as in the evidence base).
const SMALL_WEEK: Metres = Metres::from_km(20.0);
const SMALL_STEP: Metres = Metres::from_km(3.0);
/// A lighter week holds this share of the one before (20 to 30 % less, convention).
const LIGHTER: f64 = 0.75;
/// The long run of a lighter week, as a share of the one before.
const LIGHTER_LONG: f64 = 0.8;
/// The last weeks, as shares of the peak: 41 to 60 % less in the end, progressively (Wang 2023).
const TAPER: [&[f64]; 4] = [&[], &[0.5], &[0.7, 0.45], &[0.8, 0.6, 0.45]];
/// No long run is longer in time (convention, 150 to 180 minutes).
const LONGEST_MINUTES: f64 = 165.0;
/// A long run's share of its week from five runs a week on, and with fewer (convention).
const LONG_SHARES: (f64, f64) = (0.33, 0.45);
/// The largest week a plan needs, beyond what the race asks of a beginner, by level.
const WEEK_BY_LEVEL: [(Level, f64); 4] = [
    (Level::Beginner, 1.0),
    (Level::Intermediate, 1.35),
    (Level::Advanced, 1.8),
    (Level::Elite, 2.4),
];

/// Lays out the weeks of a plan, one after the other.
#[derive(Debug, Clone)]
pub struct Shape<'a> {
    baseline: &'a Baseline,
    growth: Growth,
    /// Running days a week.
    days: usize,
    /// Enough is enough.
    enough: Enough,
    /// The largest week so far.
    peak: Metres,
    /// The long runs so far, the longest of the baseline first.
    longs: Vec<Metres>,
    since_lighter: usize,
}

/// What a plan need not exceed.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Enough {
    week: Metres,
    long: Metres,
}

impl<'a> Shape<'a> {
    /// Begins at a baseline; without a race there is no demand.
    pub fn from(
        baseline: &'a Baseline,
        demand: Option<&Demand>,
        days: usize,
        growth: Growth,
    ) -> Self {
        Self {
            baseline,
            growth,
            days,
            enough: Enough::of(baseline, demand, days),
            peak: baseline.usual_week(),
            longs: vec![baseline.longest],
            since_lighter: 0,
        }
    }

    /// The weeks in outline.
    pub fn weeks(mut self, phases: &[(Phase, usize)]) -> Vec<Outline> {
        let mut weeks = Vec::new();
        for &(phase, count) in phases {
            for index in 0..count {
                let progress = (index + 1) as f64 / count as f64;
                let (distance, long, is_lighter) = match phase {
                    Phase::Taper => self.taper(TAPER[count.min(3)][index.min(2)]),
                    _ => self.rise(phase),
                };
                let eased = Eased::NOT;
                weeks.push(Outline { phase, progress, is_lighter, distance, long, eased });
            }
        }
        weeks
    }

    fn rise(&mut self, phase: Phase) -> (Metres, Metres, bool) {
        self.since_lighter += 1;
        if self.since_lighter >= self.growth.lighter_every {
            return self.lighter();
        }
        // The peak holds what was built: its work is harder, not more.
        if phase != Phase::Peak {
            self.peak = self.grown();
        }
        let long = self.long();
        self.longs.push(long);
        (self.peak, long, false)
    }

    fn lighter(&mut self) -> (Metres, Metres, bool) {
        self.since_lighter = 0;
        let long = Metres(LIGHTER_LONG * self.last_long().0);
        self.longs.push(long);
        (Metres(LIGHTER * self.peak.0), long, true)
    }

    fn taper(&mut self, share: f64) -> (Metres, Metres, bool) {
        let long = Metres(share * self.last_long().0);
        self.longs.push(long);
        (Metres(share * self.peak.0), long, true)
    }

    fn grown(&self) -> Metres {
        let tenth = self.growth.weekly * self.peak.0;
        let step = if self.peak < SMALL_WEEK { tenth.max(SMALL_STEP.0) } else { tenth };
        Metres((self.peak.0 + step).min(self.enough.week.0.max(self.peak.0)))
    }

    /// No farther than the thirty days before allow, than its share of the week, than its time, and
    /// than is needed.
    fn long(&self) -> Metres {
        let safe = (1.0 + self.growth.single) * self.longest_lately().0;
        let by_time = LONGEST_MINUTES * 60.0 * self.baseline.easy_speed.0;
        let limits = [safe, long_share(self.days) * self.peak.0, by_time, self.enough.long.0];
        Metres(limits.into_iter().fold(f64::INFINITY, f64::min))
    }

    fn last_long(&self) -> Metres {
        self.longs.last().copied().unwrap_or_default()
    }

    /// The longest of the last four weeks, which lie within thirty days.
    fn longest_lately(&self) -> Metres {
        Metres(self.longs.iter().rev().take(4).map(|metres| metres.0).fold(0.0, f64::max))
    }
}

impl Enough {
    /// The demand of the race, or a little more than the runner does already.
    fn of(baseline: &Baseline, demand: Option<&Demand>, days: usize) -> Self {
        let own = baseline.usual_week();
        let Some(demand) = demand else {
            return Self {
                week: Metres((1.3 * own.0).max(SMALL_WEEK.0)),
                long: Metres((1.25 * baseline.longest.0).max(8_000.0)),
            };
        };
        let by_level = WEEK_BY_LEVEL.iter().find(|(level, _)| *level == baseline.level);
        let factor = by_level.map_or(1.0, |(_, factor)| *factor);
        // A week so large that the long run is no more than its share of it.
        let for_the_long_run = demand.longest.0 / long_share(days);
        Self {
            week: Metres((factor * demand.week.0).max(1.1 * own.0).max(for_the_long_run)),
            long: Metres(demand.longest.0.max(baseline.longest.0)),
        }
    }
}

fn long_share(days: usize) -> f64 {
    if days >= 5 { LONG_SHARES.0 } else { LONG_SHARES.1 }
}

/// How many weeks each phase takes: the taper first, then the peak, then the build; what is left is
/// base.
pub fn phases(demand: Option<&Demand>, weeks: usize) -> Vec<(Phase, usize)> {
    let Some(demand) = demand else { return vec![(Phase::Base, weeks)] };
    let taper = demand.taper.min(weeks.div_ceil(4));
    let left = weeks - taper;
    let usual = demand.base + demand.build + demand.peak;
    let scale = (left as f64 / usual).min(1.2);
    let peak = ((demand.peak * scale).round() as usize).min(left);
    let build = ((demand.build * scale).round() as usize).min(left - peak);
    let counts = [
        (Phase::Base, left - peak - build),
        (Phase::Build, build),
        (Phase::Peak, peak),
        (Phase::Taper, taper),
    ];
    counts.into_iter().filter(|(_, count)| *count > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use training::MetresPerSecond;

    const GROWTH: Growth = Growth { weekly: 0.10, single: 0.10, lighter_every: 4 };

    fn baseline(week_km: f64, longest_km: f64) -> Baseline {
        Baseline {
            week: Some(Metres::from_km(week_km)),
            peak: Metres::from_km(week_km),
            longest: Metres::from_km(longest_km),
            days: 5.0,
            easy_speed: MetresPerSecond::from_seconds_per_km(360.0),
            critical_speed: MetresPerSecond(3.8),
            level: Level::Intermediate,
        }
    }

    fn weeks(baseline: &Baseline, race: Option<Metres>, weeks: usize) -> Vec<Outline> {
        let demand = race.map(Demand::of);
        let shape = Shape::from(baseline, demand.as_ref(), 5, GROWTH);
        shape.weeks(&phases(demand.as_ref(), weeks))
    }

    #[test]
    fn a_plan_ends_in_a_taper_of_at_most_three_weeks() {
        let outline = weeks(&baseline(50.0, 18.0), Some(Metres(42_195.0)), 18);
        let taper: Vec<_> = outline.iter().filter(|week| week.phase == Phase::Taper).collect();
        assert_eq!(taper.len(), 3);
        let peak = outline.iter().map(|week| week.distance.0).fold(0.0, f64::max);
        let last = taper[2].distance.0 / peak;
        assert!((0.40..=0.59).contains(&last), "{last}");
    }

    #[test]
    fn every_fourth_week_is_lighter_by_a_quarter() {
        let outline = weeks(&baseline(30.0, 10.0), None, 9);
        let lighter: Vec<usize> = (0..9).filter(|&week| outline[week].is_lighter).collect();
        assert_eq!(lighter, [3, 7]);
        assert!((outline[3].distance.0 / outline[2].distance.0 - 0.75).abs() < 1e-9);
    }

    #[test]
    fn lighter_weeks_do_not_set_the_growth_back() {
        let outline = weeks(&baseline(30.0, 12.0), Some(Metres(42_195.0)), 20);
        let km: Vec<f64> = outline[..5].iter().map(|week| week.distance.km()).collect();
        let expected = [33.0, 36.3, 39.93, 29.9475, 43.923];
        assert!(
            km.iter().zip(expected).all(|(km, expected)| (km - expected).abs() < 1e-6),
            "{km:?}"
        );
    }

    #[test]
    fn no_long_run_jumps() {
        let mut longest = vec![10.0];
        for week in weeks(&baseline(40.0, 10.0), Some(Metres(42_195.0)), 20) {
            let lately = longest.iter().rev().take(4).copied().fold(0.0, f64::max);
            assert!(week.long.km() <= 1.1 * lately + 1e-9);
            longest.push(week.long.km());
        }
    }
}
