//! The ground: altitude cleaned, grade over 40 m, and what a grade does to speed at the same effort
//! (science.md section 3.2).

use super::series::{rolling_median, smoothed};

/// Grades are measured over this many metres.
const GRADE_METRES: f64 = 40.0;
/// Barometers drift by about this much, so a smaller rise is not counted.
const DRIFT_METRES: f32 = 3.0;
/// Steeper than this is an error of the altitude.
const GRADE_MAX: f32 = 0.35;

/// Nobody climbs faster than this for minutes (a vertical kilometre in half an hour is 0.55 m/s), so
/// an altitude that says so is not the ground's; in m/s.
const CLIMBING_RATE_MAX: f32 = 0.45;
/// … over at least this many seconds of climbing.
const CLIMBING_SECONDS_MIN: i32 = 60;

/// Speed on the flat over speed on the grade at equal heart rate: the points that Strava published
/// in 2017 from six million runs, as transcribed in `GoldenCheetah`. Grade as rise over run.
const FLAT_FACTORS: [(f32, f32); 13] = [
    (-0.20, 1.085),
    (-0.10, 0.875),
    (-0.09, 0.875),
    (-0.07, 0.875),
    (-0.05, 0.900),
    (-0.02, 0.950),
    (0.00, 1.000),
    (0.02, 1.050),
    (0.05, 1.190),
    (0.10, 1.480),
    (0.14, 1.770),
    (0.20, 2.280),
    (0.30, 3.160),
];

/// How much faster the same effort is on the flat, for a grade as rise over run. Linear between the
/// published points and along the last ones beyond them, up to ±0.35.
pub(crate) fn flat_factor(grade: f32) -> f32 {
    let grade = grade.clamp(-GRADE_MAX, GRADE_MAX);
    // Counted, not searched: so few comparisons wait for nothing.
    let above = FLAT_FACTORS.iter().map(|point| usize::from(point.0 < grade)).sum::<usize>();
    let above = above.clamp(1, FLAT_FACTORS.len() - 1);
    let [(low, from), (high, to)] = [FLAT_FACTORS[above - 1], FLAT_FACTORS[above]];
    from + (to - from) * (grade - low) / (high - low)
}

/// Altitude without spikes (median) and without jitter (low-pass).
pub(super) fn cleaned(altitude: &[f32]) -> Vec<f32> {
    if altitude.iter().all(|metres| metres.is_nan()) {
        return altitude.to_vec();
    }
    smoothed(&rolling_median(altitude, 5), 9)
}

/// Metres climbed in all. A rise smaller than a barometer's drift is none.
pub(super) fn ascent(altitude: &[f32]) -> f64 {
    let (mut climbed, mut from) = (0.0, f32::NAN);
    for &metres in altitude.iter().filter(|metres| metres.is_finite()) {
        if from.is_nan() || metres < from {
            from = metres;
        } else if metres - from >= DRIFT_METRES {
            climbed += f64::from(metres - from);
            from = metres;
        }
    }
    climbed
}

/// Metres climbed in each second, negative when descending; `NaN` where the altitude is not known.
pub(super) fn climbing(altitude: &[f32]) -> Vec<f32> {
    let last = altitude.len().saturating_sub(1);
    (0..altitude.len())
        .map(|second| {
            let (before, after) = (second.saturating_sub(1), (second + 1).min(last));
            (altitude[after] - altitude[before]) / (after - before).max(1) as f32
        })
        .collect()
}

/// The grade at each second, over 40 m around it; 0 where it is not known. An altitude that jitters
/// more than ground can is believed less: its grades shrink toward the flat.
pub(super) fn grades(altitude: &[f32], speed: &[f32]) -> Vec<f32> {
    if altitude.iter().all(|metres| metres.is_nan()) || speed.iter().all(|speed| speed.is_nan()) {
        return vec![0.0; altitude.len()];
    }
    let along = travelled(speed);
    let near = grades_over(altitude, &along, GRADE_METRES);
    if climbing_rate(&near, speed) > CLIMBING_RATE_MAX {
        return vec![0.0; altitude.len()];
    }
    let believed = reliability(&near, &grades_over(altitude, &along, 4.0 * GRADE_METRES));
    near.iter().map(|grade| (grade * believed).clamp(-GRADE_MAX, GRADE_MAX)).collect()
}

/// Metres travelled up to the middle of each second.
fn travelled(speed: &[f32]) -> Vec<f64> {
    let mut total = 0.0;
    speed
        .iter()
        .map(|speed| {
            let metres = f64::from(*speed);
            total += metres;
            total - metres / 2.0
        })
        .collect()
}

fn grades_over(altitude: &[f32], along: &[f64], metres: f64) -> Vec<f32> {
    let (mut back, mut front) = (0, 0);
    (0..along.len())
        .map(|here| {
            while along[here] - along[back] > metres / 2.0 {
                back += 1;
            }
            while front + 1 < along.len() && along[front] - along[here] < metres / 2.0 {
                front += 1;
            }
            let run = (along[front] - along[back]) as f32;
            let rise = altitude[front] - altitude[back];
            if rise.is_nan() || f64::from(run) < metres / 4.0 { 0.0 } else { rise / run }
        })
        .collect()
}

/// Metres climbed per second, on average over the seconds that climb.
fn climbing_rate(grades: &[f32], speed: &[f32]) -> f32 {
    let climbing = grades.iter().zip(speed).filter(|(grade, _)| **grade > 0.03);
    let (metres, seconds) = climbing
        .map(|(grade, speed)| grade * speed)
        .filter(|rate| rate.is_finite())
        .fold((0.0, 0), |(metres, seconds), rate| (metres + rate, seconds + 1));
    if seconds < CLIMBING_SECONDS_MIN { 0.0 } else { metres / seconds as f32 }
}

/// How much of the grades is ground, 0.25 to 1. Ground keeps its grade over longer stretches; the
/// wander of a GPS altitude does not, so that its variance falls to a sixteenth over four times the
/// length. Real ground is taken to keep half of it.
fn reliability(near: &[f32], far: &[f32]) -> f32 {
    let power = |grades: &[f32]| grades.iter().map(|grade| grade * grade).sum::<f32>();
    let kept = power(far) / power(near).max(f32::MIN_POSITIVE);
    ((kept - 0.0625) / (0.5 - 0.0625)).clamp(0.25, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_points_are_met() {
        for (grade, factor) in FLAT_FACTORS {
            assert!((flat_factor(grade) - factor).abs() < 1e-6, "{grade}");
        }
    }

    #[test]
    fn between_points_the_factor_is_linear() {
        assert!((flat_factor(0.035) - 1.12).abs() < 1e-5);
        assert!((flat_factor(-0.15) - 0.98).abs() < 1e-5);
        assert!((flat_factor(0.25) - 2.72).abs() < 1e-5);
    }

    #[test]
    fn an_absurd_grade_counts_as_the_steepest() {
        assert_eq!(flat_factor(2.0), flat_factor(0.35));
        assert_eq!(flat_factor(-2.0), flat_factor(-0.35));
    }

    #[test]
    fn a_steady_climb_has_its_grade() {
        let altitude: Vec<f32> = (0..300).map(|second| second as f32 * 0.12).collect();
        let grades = grades(&cleaned(&altitude), &[3.0; 300]);
        assert!(grades[20..280].iter().all(|grade| (grade - 0.04).abs() < 0.002));
    }

    #[test]
    fn what_is_climbed_in_a_second_does_not_ask_how_fast_the_runner_is() {
        let altitude: Vec<f32> = (0..60).map(|second| second as f32 * 0.3).collect();
        assert!(climbing(&altitude).iter().all(|metres| (metres - 0.3).abs() < 1e-4));
    }

    #[test]
    fn the_wander_of_a_gps_altitude_is_mostly_not_believed() {
        let wander: Vec<f32> =
            (0..1800).map(|second| 100.0 + 2.0 * (second as f32 / 4.0).sin()).collect();
        let grades = grades(&cleaned(&wander), &[3.0; 1800]);
        let steepest = grades.iter().copied().fold(0.0, f32::max);
        assert!(steepest < 0.025, "a quarter of the 8 % it claims, not {steepest}");
    }
}
