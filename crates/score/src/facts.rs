//! What simpler detectors look at in a run: its means, its shares of heart-rate zones, its drift.

use training::{NamedRun, Run};

/// Upper ends of the usual five zones, as shares of the highest heart rate.
const FIVE_ZONES: [f64; 4] = [0.60, 0.70, 0.80, 0.90];

/// Upper ends of the low and the moderate of three zones, as shares of the highest heart rate
/// (Seiler's five folded to three).
const THREE_ZONES: [f64; 2] = [0.82, 0.88];

/// What simpler detectors look at. `None` where a sensor or a threshold is missing.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Facts {
    /// Time with the timer running, in minutes.
    pub minutes: f64,
    /// Distance in kilometres.
    pub km: f64,
    /// Mean speed as a share of critical speed.
    pub of_critical_speed: Option<f64>,
    /// Mean heart rate as a share of the runner's highest.
    pub of_hr_max: Option<f64>,
    /// Mean heart rate as a share of this run's highest.
    pub of_own_hr_max: Option<f64>,
    /// Shares of time in five heart-rate zones.
    pub five_zones: Option<[f64; 5]>,
    /// Shares of time in three heart-rate zones.
    pub three_zones: Option<[f64; 3]>,
    /// Rise of heart rate from the first half to the second, in percent.
    pub drift_percent: Option<f64>,
    /// Variation of the flat-equivalent speed, in percent.
    pub variation_percent: Option<f64>,
}

impl Facts {
    /// The facts of a run, with the thresholds that everymile found: no detector does worse for
    /// want of them.
    pub fn of(run: &Run, named: &NamedRun) -> Self {
        let beats: Vec<f64> = run.samples.iter().filter_map(|it| it.hr).map(|hr| hr.0).collect();
        let hr_max = named.thresholds.hr_max.map(|it| it.value.0);
        let critical = named.thresholds.critical_speed.map(|it| it.value.0);
        let speed = named.distance.and_then(|distance| distance.over(named.moving));
        let own_max = beats.iter().copied().reduce(f64::max);
        let (first, second) = beats.split_at(beats.len() / 2);
        let drift = mean(first).zip(mean(second)).map(|(first, second)| second / first - 1.0);
        Self {
            minutes: named.moving.minutes(),
            km: named.distance.map_or(0.0, training::Metres::km),
            of_critical_speed: speed.zip(critical).map(|(speed, critical)| speed.0 / critical),
            of_hr_max: mean(&beats).zip(hr_max).map(|(mean, max)| mean / max),
            of_own_hr_max: mean(&beats).zip(own_max).map(|(mean, max)| mean / max),
            five_zones: hr_max.and_then(|max| shares(&beats, FIVE_ZONES.map(|it| it * max))),
            three_zones: hr_max.and_then(|max| shares(&beats, THREE_ZONES.map(|it| it * max))),
            drift_percent: drift.map(|it| it * 100.0),
            variation_percent: named.speed_variation.map(|it| it * 100.0),
        }
    }
}

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// The shares of the values below the first limit, between the limits, and above the last.
fn shares<const LIMITS: usize, const ZONES: usize>(
    values: &[f64],
    limits: [f64; LIMITS],
) -> Option<[f64; ZONES]> {
    let mut shares = [0.0; ZONES];
    for value in values {
        shares[limits.partition_point(|limit| limit <= value)] += 1.0 / values.len() as f64;
    }
    (!values.is_empty()).then_some(shares)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_on_a_limit_belongs_to_the_zone_above() {
        let found: Option<[f64; 3]> = shares(&[100.0, 120.0, 150.0, 119.0], [120.0, 150.0]);
        assert_eq!(found, Some([0.5, 0.25, 0.25]));
    }
}
