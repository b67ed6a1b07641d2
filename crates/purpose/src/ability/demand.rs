//! What a run demands of the runner: the least critical speed with which it can be run at all. Each
//! second above critical speed empties the reserve D′, each second below refills it (Skiba et al.
//! 2015, balance in differential form), and over a long effort critical speed itself fades. So a
//! race, an interval session and a fast finish are measured with one ruler.

use crate::effort::{Track, smoothed};
use serde::{Deserialize, Serialize};
use training::{Bpm, MetresPerSecond, Seconds};

/// The reserves that a demand is worked out for, in metres: between and beyond them it is linear,
/// exactly so for an even effort.
pub(super) const RESERVES: [f64; 3] = [100.0, 200.0, 300.0];
/// The reserve a runner is taken to have until theirs is known, in seconds at critical speed, and
/// its standard error. In metres it lies mostly between 100 and 300 m, less for the slow and more for
/// the fast: times over two distances keep nearly the same ratio at every level (Riegel 1981).
pub(crate) const USUAL_RESERVE: (f64, f64) = (45.0, 12.0);

/// Speed is looked at in steps of this many seconds.
const STEP: usize = 5;
/// Nobody's critical speed is higher (world records demand 6.3 m/s): this was no run.
const CRITICAL_SPEED_MAX: f64 = 6.8;
/// Within an effort, anything slower than this share of critical speed is rest.
const REST_SHARE: f64 = 0.8;
/// From this share of critical speed on, minutes tire.
const TIRING_SHARE: f64 = 0.78;
/// What is left of critical speed after so many tiring minutes: set so that whole races are run at
/// the share of critical speed that is seen in races: an hour at 0.97, marathons of 2:30, 3:40 and
/// 6:00 at 0.93, 0.85 and 0.79 (Smyth & Muniz-Pumares 2020).
const FADE: [(f64, f64); 8] = [
    (20.0, 1.0),
    (30.0, 0.975),
    (60.0, 0.94),
    (90.0, 0.915),
    (120.0, 0.895),
    (180.0, 0.855),
    (240.0, 0.82),
    (360.0, 0.765),
];

/// The least critical speed with which a run can be run.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Demand {
    /// For a reserve D′ of 100, 200 and 300 m.
    pub critical_speed: [MetresPerSecond; 3],
    /// From the last full reserve to the moment it was emptiest.
    pub lasted: Seconds,
    /// Time of it above the demanded critical speed.
    pub above: Seconds,
    /// Share of it that was not rest: near 1 for a race, about 0.6 for reps.
    pub unbroken: f64,
    /// Highest heart rate (quarter-minute median) in the last minute before that moment.
    pub hr_at_end: Option<Bpm>,
}

impl Demand {
    /// The demand on a runner with this reserve.
    pub(super) fn with_reserve(&self, reserve: f64) -> f64 {
        let [small, usual, large] = self.critical_speed.map(|speed| speed.0);
        if reserve < RESERVES[1] {
            usual + (small - usual) * (RESERVES[1] - reserve) / (RESERVES[1] - RESERVES[0])
        } else {
            usual + (large - usual) * (reserve - RESERVES[1]) / (RESERVES[2] - RESERVES[1])
        }
    }

    /// What of the usual demand is speed: running that only lasts tires, and demands more without
    /// being hard.
    pub(super) fn speed(&self) -> f64 {
        self.usual() * fade(self.unbroken * self.lasted.minutes())
    }

    /// The demand on a runner with the usual reserve, which is in proportion to what is demanded.
    pub(super) fn usual(&self) -> f64 {
        let [small, usual, large] = self.critical_speed.map(|speed| speed.0);
        let on_line = |slope: f64| (usual - slope * RESERVES[1]) / (1.0 - slope * USUAL_RESERVE.0);
        let gentle = on_line((usual - small) / (RESERVES[1] - RESERVES[0]));
        if gentle * USUAL_RESERVE.0 < RESERVES[1] {
            gentle
        } else {
            on_line((large - usual) / (RESERVES[2] - RESERVES[1]))
        }
    }
}

/// What the run demands, its heart rate given as quarter-minute medians; `None` without speed, for less than two minutes, and for what no human
/// runs.
pub(super) fn demand(track: &Track, calm_hr: &[f32]) -> Option<Demand> {
    if !track.speed_known || track.seconds < 120 {
        return None;
    }
    let steps = steps(&track.gap);
    let fades = fades(steps.len());
    let needed = least_critical_speeds(&steps, &fades);
    if needed[1] > CRITICAL_SPEED_MAX || needed[1] < 0.5 {
        return None;
    }
    let effort = balance(&steps, &fades, needed[1], RESERVES[1]);
    let span = &steps[effort.start..effort.end];
    let working = span.iter().filter(|speed| **speed > REST_SHARE * needed[1]).count();
    let end = (effort.end * STEP).min(track.seconds);
    Some(Demand {
        critical_speed: needed.map(MetresPerSecond),
        lasted: Seconds((span.len() * STEP) as f64),
        above: Seconds((effort.above * STEP) as f64),
        unbroken: working as f64 / span.len().max(1) as f64,
        hr_at_end: super::best_efforts::highest(&calm_hr[end.saturating_sub(60)..end]).map(Bpm),
    })
}

/// Mean speed of each step, after a little smoothing: the reserve feels seconds of noise.
fn steps(gap: &[f32]) -> Vec<f64> {
    let calm = smoothed(gap, 11);
    calm.chunks(STEP)
        .map(|step| step.iter().map(|speed| f64::from(*speed)).sum::<f64>() / step.len() as f64)
        .collect()
}

/// The least critical speed for each reserve, by halving. All are asked in one walk over the steps,
/// because each must wait for its own step before, but none for another.
fn least_critical_speeds(steps: &[f64], fades: &[f64]) -> [f64; 3] {
    let most = steps.iter().copied().fold(0.0, f64::max) / fade(1e9);
    let (mut low, mut high) = ([0.0; 3], [most; 3]);
    for _ in 0..16 {
        let middle = std::array::from_fn(|one| f64::midpoint(low[one], high[one]));
        let is_too_low = are_emptied(steps, fades, &middle);
        for one in 0..3 {
            if is_too_low[one] {
                low[one] = middle[one];
            } else {
                high[one] = middle[one];
            }
        }
    }
    high
}

/// Whether each reserve is emptied by the steps at its critical speed.
fn are_emptied(steps: &[f64], fades: &[f64], critical_speeds: &[f64; 3]) -> [bool; 3] {
    let mut left = [1.0; 3];
    let mut tired = [0; 3];
    let mut is_emptied = [false; 3];
    for speed in steps {
        for one in 0..3 {
            let critical_speed = critical_speeds[one];
            tired[one] += usize::from(*speed > TIRING_SHARE * critical_speed);
            let deficit = speed - critical_speed * fades[tired[one]];
            left[one] = after_step(left[one], deficit, RESERVES[one]);
            is_emptied[one] |= left[one] < 0.0;
        }
        if is_emptied[0] & is_emptied[1] & is_emptied[2] {
            break;
        }
    }
    is_emptied
}

/// What is left of a reserve, as a share, after a step so far above critical speed; below it, it
/// refills, the slower the fuller it is.
fn after_step(left: f64, deficit: f64, reserve: f64) -> f64 {
    let spent = if deficit > 0.0 { 1.0 } else { 1.0 - left };
    left - deficit * (STEP as f64 / reserve) * spent
}

/// How the reserve fared: its least share, and the effort that led there.
struct Balance {
    least: f64,
    start: usize,
    end: usize,
    above: usize,
}

fn balance(steps: &[f64], fades: &[f64], critical_speed: f64, reserve: f64) -> Balance {
    let (mut left, mut tired, mut start, mut above) = (1.0, 0, 0, 0);
    let mut worst = Balance { least: left, start: 0, end: 0, above: 0 };
    for (index, speed) in steps.iter().enumerate() {
        if *speed > TIRING_SHARE * critical_speed {
            tired += 1;
        }
        let deficit = speed - critical_speed * fades[tired];
        left = after_step(left, deficit, reserve);
        above += usize::from(deficit > 0.0);
        if deficit <= 0.0 && left > 0.98 {
            (start, above) = (index + 1, 0);
        }
        if left < worst.least {
            worst = Balance { least: left, start, end: index + 1, above };
        }
    }
    worst
}

/// What is left of critical speed after 0, 1, 2 … tiring steps.
fn fades(steps: usize) -> Vec<f64> {
    (0..=steps).map(|tired| fade((tired * STEP) as f64 / 60.0)).collect()
}

/// The share of critical speed that is left after so many tiring minutes.
fn fade(minutes: f64) -> f64 {
    let after = FADE.partition_point(|point| point.0 < minutes);
    if after == 0 || after == FADE.len() {
        return FADE[after.min(FADE.len() - 1)].1;
    }
    let [(from, high), (to, low)] = [FADE[after - 1], FADE[after]];
    high + (low - high) * (minutes / from).ln() / (to / from).ln()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::effort::tests::{laid_out, run_of};

    #[test]
    fn an_easy_hour_and_a_half_is_no_faster_than_an_easy_half_hour() {
        let short = demand_of(&[(1800, 3.0, 0.0, 140.0)]);
        let long = demand_of(&[(5400, 3.0, 0.0, 140.0)]);
        assert!(long.usual() > 1.07 * short.usual(), "it demands more");
        assert!(long.speed() < 1.06 * short.speed(), "but is hardly any harder");
    }

    fn demand_of(stretches: &[(usize, f64, f64, f64)]) -> Demand {
        let track = laid_out(&run_of(stretches));
        demand(&track, &track.hr).unwrap()
    }

    #[test]
    fn an_even_race_demands_what_the_hyperbola_says() {
        // 5000 m in 1200 s: CS = (5000 − D′) / 1200 (science.md section 2.1).
        let race = demand_of(&[(1200, 5000.0 / 1200.0, 0.0, 178.0)]);
        for (critical_speed, reserve) in race.critical_speed.iter().zip(RESERVES) {
            let expected = (5000.0 - reserve) / 1200.0;
            assert!((critical_speed.0 - expected).abs() < 0.01, "{critical_speed:?} {expected}");
        }
        assert!(race.unbroken > 0.97);
        assert!((race.lasted.0 - 1200.0).abs() <= 10.0, "{:?}", race.lasted);
    }

    #[test]
    fn the_usual_reserve_is_45_seconds_of_critical_speed() {
        for speed in [2.6, 5.2] {
            let race = demand_of(&[(1200, speed, 0.0, 178.0)]).usual();
            assert!((race - speed * 1200.0 / 1245.0).abs() < 0.015, "{speed}: {race}");
        }
    }

    #[test]
    fn a_warm_up_before_the_race_changes_little() {
        let cold = demand_of(&[(700, 3000.0 / 700.0, 0.0, 178.0)]).usual();
        let warm = demand_of(&[(900, 2.6, 0.0, 140.0), (700, 3000.0 / 700.0, 0.0, 178.0)]);
        assert!((warm.usual() - cold).abs() < 0.02);
        assert!(warm.unbroken > 0.9);
    }

    #[test]
    fn reps_demand_less_than_their_speed_and_more_than_the_mean() {
        let mut session = vec![(900, 2.8, 0.0, 140.0)];
        for _ in 0..6 {
            session.extend([(190, 4.2, 0.0, 178.0), (120, 2.0, 0.0, 150.0)]);
        }
        let reps = demand_of(&session);
        assert!((3.4..3.9).contains(&reps.usual()), "{}", reps.usual());
        assert!(reps.unbroken < 0.85);
    }

    #[test]
    fn a_three_hour_forty_marathon_is_run_at_85_percent() {
        let marathon = demand_of(&[(13_200, 3.18, 0.0, 165.0)]);
        let share = 3.18 / marathon.usual();
        assert!((0.845..0.885).contains(&share), "{share}");
    }

    #[test]
    fn a_bicycle_is_no_runner() {
        let track = laid_out(&run_of(&[(3600, 8.5, 0.0, 140.0)]));
        assert_eq!(demand(&track, &track.hr), None);
    }
}
