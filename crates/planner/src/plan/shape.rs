//! The shape of a plan: which weeks belong to which phase, and how far each week and its long run are
//! to go. Knows no day of the week.

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
    /// What of the largest week it holds, where it is a lighter one.
    pub lighter: Option<f64>,
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
    /// Recovery runs fewer; they become easy runs.
    pub recovery_fewer: usize,
    /// Whether there is no long run.
    pub no_long: bool,
    /// Whether there are no hills.
    pub no_hills: bool,
    /// The share of the hard minutes that is left.
    pub hard: f64,
    /// The share of a recovery run that is left.
    pub recovery: f64,
    /// The share of the long run that is left.
    pub long: f64,
    /// The share of the week that is left.
    pub week: f64,
}

impl Eased {
    /// Nothing taken.
    pub const NOT: Self = Self {
        hard_fewer: 0,
        runs_fewer: 0,
        recovery_fewer: 0,
        no_long: false,
        no_hills: false,
        hard: 1.0,
        recovery: 1.0,
        long: 1.0,
        week: 1.0,
    };
}

/// Below this weekly distance a tenth is too little to speak of, and so much may always be added
/// (our own convention, as in the evidence base).
const SMALL_WEEK: Metres = Metres::from_km(20.0);
const SMALL_STEP: Metres = Metres::from_km(3.0);
/// Who grows by less than this is in no hurry for it.
const SMALL_GROWTH: f64 = 0.1;
/// A lighter week holds this share of the one before (20 to 30 % less, convention).
pub const LIGHTER: f64 = 0.75;
/// The last weeks, as shares of the peak: 41 to 60 % less in the end, progressively (Wang 2023).
const TAPER: [&[f64]; 4] = [&[], &[0.5], &[0.72, 0.5], &[0.8, 0.65, 0.5]];
/// A taper lasts 21 days at the most (Wang 2023).
const MOST_TAPER: usize = 3;
/// No long run is longer in time: 150 minutes, before a marathon 180 (convention, 150 to 180).
const LONGEST_MINUTES: (f64, f64) = (150.0, 180.0);
/// A long run's share of its week with five runs or more, with four, and with fewer (convention, 30
/// to 35 % from five runs on).
const LONG_SHARES: (f64, f64, f64) = (0.33, 0.40, 0.45);
/// Who runs much needs no larger share (Daniels' number).
const MUCH_SHARE: f64 = 0.25;
/// The same before a marathon or more: in published plans of few kilometres the long run is 20.5 km
/// of weeks of 43.5 (Knopp 2024).
const MARATHON_SHARE: f64 = 0.47;
/// The largest week a plan needs, beyond what the race asks of a beginner, by level.
const WEEK_BY_LEVEL: [(Level, f64); 4] = [
    (Level::Beginner, 1.0),
    (Level::Intermediate, 1.35),
    (Level::Advanced, 1.8),
    (Level::Elite, 2.4),
];
/// A plan that has time grows by no less than this from week to week (our own convention).
const LEAST_GROWTH: f64 = 0.02;
/// What a plan adds to the runner's own week where the race asks for no more: this share of it, and
/// no more than so far (our own convention).
const MORE: f64 = 0.4;
const MOST_MORE: Metres = Metres::from_km(12.0);

/// Lays out the weeks of a plan, one after the other.
#[derive(Debug, Clone)]
pub struct Shape<'a> {
    baseline: &'a Baseline,
    growth: Growth,
    /// Running days a week.
    days: usize,
    demand: Option<Demand>,
    /// Enough is enough.
    enough: Enough,
    /// By how much weeks and long runs grow from one to the next.
    pace: Pace,
    /// The largest week so far.
    peak: Metres,
    /// The long runs so far, the longest of the baseline first.
    longs: Vec<Metres>,
}

/// What a plan need not exceed.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Enough {
    week: Metres,
    long: Metres,
}

/// By how much weeks and long runs grow from one to the next, as shares: no faster than is needed to
/// be there in time.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Pace {
    week: f64,
    long: f64,
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
            demand: demand.copied(),
            enough: Enough::of(baseline, demand, days),
            pace: Pace { week: growth.weekly, long: growth.single },
            peak: baseline.first_week(days),
            longs: vec![baseline.first_long()],
        }
    }

    /// The weeks in outline; with a race early in its week the week before it is the last to train in.
    pub fn weeks(mut self, phases: &[(Phase, usize)], is_early: bool) -> Vec<Outline> {
        let count = |wanted: &[Phase]| -> usize {
            phases.iter().filter(|(phase, _)| wanted.contains(phase)).map(|(_, count)| count).sum()
        };
        let taper = count(&[Phase::Taper]);
        let rising = count(&[Phase::Base, Phase::Build, Phase::Peak]);
        let lighter = self.lighter_weeks(rising, taper > 0);
        let before_peak = rising - count(&[Phase::Peak]);
        self.pace = self.pace(before_peak, rising, &lighter);
        let mut weeks = Vec::new();
        for &(phase, count) in phases {
            for index in 0..count {
                let progress = (index + 1) as f64 / count as f64;
                let lighter = match phase {
                    Phase::Taper => Some(taper_share(count, index, is_early)),
                    _ => lighter.contains(&weeks.len()).then_some(LIGHTER),
                };
                weeks.push(self.week(phase, progress, lighter));
            }
        }
        weeks
    }

    /// Every so many weeks one is lighter. Before a taper, which is lighter itself, the weeks are
    /// divided evenly, so that the largest come last.
    fn lighter_weeks(&self, rising: usize, has_taper: bool) -> Vec<usize> {
        let every = self.growth.lighter_every;
        if !has_taper {
            return (1..=rising / every).map(|block| every * block - 1).collect();
        }
        let blocks = (rising + 1).div_ceil(every);
        (1..blocks).map(|block| (rising + 1) * block / blocks - 1).collect()
    }

    /// Weeks are as large as they get when the peak begins, long runs at its end.
    fn pace(&self, before_peak: usize, rising: usize, lighter: &[usize]) -> Pace {
        let steps = |weeks: usize| {
            let heavy = weeks - lighter.iter().filter(|week| **week < weeks).count();
            heavy.max(1) as f64
        };
        let rate = |from: f64, to: f64, steps: f64, most: f64| {
            let needed = (to / from.max(1.0)).max(1.0).powf(1.0 / steps) - 1.0;
            needed.max(LEAST_GROWTH).min(most)
        };
        let long = [
            self.enough.long.0,
            long_share(self.days, self.demand.as_ref()) * self.enough.week.0,
            longest_by_time(self.baseline, self.demand.as_ref()).0,
        ];
        let long = long.into_iter().fold(f64::INFINITY, f64::min);
        let last_long = rising.saturating_sub(1).max(1);
        Pace {
            week: rate(self.peak.0, self.enough.week.0, steps(before_peak), self.growth.weekly),
            long: rate(self.longest_lately().0, long, steps(last_long), self.growth.single),
        }
    }

    fn week(&mut self, phase: Phase, progress: f64, lighter: Option<f64>) -> Outline {
        let (distance, long) = if let Some(share) = lighter {
            (Metres(share * self.peak.0), Metres(share * self.longest_lately().0))
        } else {
            self.peak = self.grown();
            (self.peak, self.long())
        };
        self.longs.push(long);
        Outline { phase, progress, lighter, distance, long, eased: Eased::NOT }
    }

    fn grown(&self) -> Metres {
        let most = largest_after(self.peak, self.pace.week);
        Metres(most.0.min(self.enough.week.0.max(self.peak.0)))
    }

    /// No farther than the thirty days before allow, than its share of the week, than its time, and
    /// than is needed.
    fn long(&self) -> Metres {
        let safe = (1.0 + self.pace.long) * self.longest_lately().0;
        let by_time = longest_by_time(self.baseline, self.demand.as_ref());
        let share = long_share(self.days, self.demand.as_ref());
        let limits = [safe, share * self.peak.0, by_time.0, self.enough.long.0];
        Metres(limits.into_iter().fold(f64::INFINITY, f64::min))
    }

    /// The longest of the last four weeks, which lie within thirty days.
    fn longest_lately(&self) -> Metres {
        Metres(self.longs.iter().rev().take(4).map(|metres| metres.0).fold(0.0, f64::max))
    }
}

/// The largest week after weeks of which the largest held so much.
pub fn largest_after(peak: Metres, growth: f64) -> Metres {
    let tenth = growth * peak.0;
    let step =
        if peak < SMALL_WEEK && growth >= SMALL_GROWTH { tenth.max(SMALL_STEP.0) } else { tenth };
    Metres(peak.0 + step)
}

/// The longest run by the time it takes.
pub fn longest_by_time(baseline: &Baseline, demand: Option<&Demand>) -> Metres {
    let (usual, marathon) = LONGEST_MINUTES;
    let is_long = demand.is_some_and(Demand::is_of_a_marathon);
    let minutes = if is_long { marathon } else { usual };
    Metres(60.0 * minutes * baseline.easy_speed.0)
}

impl Enough {
    /// The demand of the race, or a little more than the runner does already.
    fn of(baseline: &Baseline, demand: Option<&Demand>, days: usize) -> Self {
        let own = baseline.usual_week();
        let more = Metres((own.0 + (MORE * own.0).min(MOST_MORE.0)).max(SMALL_WEEK.0));
        let Some(demand) = demand else {
            return Self { week: more, long: Metres((1.25 * baseline.longest.0).max(10_000.0)) };
        };
        let by_level = WEEK_BY_LEVEL.iter().find(|(level, _)| *level == baseline.level);
        let factor = by_level.map_or(1.0, |(_, factor)| *factor);
        let week = (factor * demand.week.0).max(more.0);
        let own_long = (1.15 * baseline.longest.0).min(MUCH_SHARE * week).max(baseline.longest.0);
        // A week so large that the long run is no more than its share of it.
        let for_the_long_run = demand.longest.0 / long_share(days, Some(demand));
        Self {
            week: Metres(week.max(for_the_long_run)),
            long: Metres(demand.farthest.0.max(own_long)),
        }
    }
}

fn long_share(days: usize, demand: Option<&Demand>) -> f64 {
    let (many, four, few) = LONG_SHARES;
    match days {
        _ if demand.is_some_and(Demand::is_of_a_marathon) => MARATHON_SHARE,
        5.. => many,
        4 => four,
        _ => few,
    }
}

/// What of the largest week a week of the taper holds.
fn taper_share(count: usize, index: usize, is_early: bool) -> f64 {
    let weeks = count - usize::from(is_early && count > 1);
    let shares = TAPER[weeks.min(3)];
    shares.get(index).or(shares.last()).copied().unwrap_or(1.0)
}

/// How many weeks each phase takes: the taper first, then the peak, then the build; what is left is
/// base.
pub fn phases(demand: Option<&Demand>, weeks: usize, is_early: bool) -> Vec<(Phase, usize)> {
    let Some(demand) = demand else { return vec![(Phase::Base, weeks)] };
    let usual = if is_early { (demand.taper + 1).min(MOST_TAPER) } else { demand.taper };
    let taper = usual.min(weeks.div_ceil(4).max(1 + usize::from(is_early))).min(weeks - 1);
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
        shape.weeks(&phases(demand.as_ref(), weeks, false), false)
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
        let lighter: Vec<usize> = (0..9).filter(|&week| outline[week].lighter.is_some()).collect();
        assert_eq!(lighter, [3, 7]);
        assert!((outline[3].distance.0 / outline[2].distance.0 - 0.75).abs() < 1e-9);
    }

    #[test]
    fn the_weeks_before_the_taper_are_the_largest() {
        let outline = weeks(&baseline(40.0, 14.0), Some(Metres(21_097.5)), 14);
        let lighter: Vec<usize> = (0..12).filter(|&week| outline[week].lighter.is_some()).collect();
        assert_eq!(lighter, [2, 5, 8]);
        let peak = outline.iter().map(|week| week.distance.0).fold(0.0, f64::max);
        assert!(outline[9..12].iter().all(|week| week.distance.0 > 0.9 * peak));
    }

    #[test]
    fn lighter_weeks_do_not_set_the_growth_back() {
        let outline = weeks(&baseline(30.0, 12.0), Some(Metres(42_195.0)), 14);
        let km: Vec<f64> = outline[..6].iter().map(|week| week.distance.km()).collect();
        let expected = [33.0, 36.3, 39.93, 0.75 * 39.93, 43.923, 48.3153];
        assert!(
            km.iter().zip(expected).all(|(km, expected)| (km - expected).abs() < 1e-6),
            "{km:?}"
        );
    }

    #[test]
    fn who_has_time_grows_no_faster_than_needed() {
        let outline = weeks(&baseline(40.0, 14.0), Some(Metres(21_097.5)), 20);
        let km: Vec<f64> = outline[..3].iter().map(|week| week.distance.km()).collect();
        assert!(km[0] < 42.0 && km[0] > 40.5, "{km:?}");
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
