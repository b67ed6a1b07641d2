//! What a run took out of the runner: its minutes, weighed by how hard they were (Lucia's weights,
//! as used for training impulses in three zones; Lucía and others 2003). Describes, and predicts
//! nothing.

use super::intensity::{Intensity, Proof, intensity, is_running};
use training::NamedRun;

/// A run's load: 1 for every easy minute, 2 for every moderate, 3 for every hard one; `None` where
/// neither speed nor heart rate tells how hard they were.
pub fn load(run: &NamedRun) -> Option<f64> {
    let running = run.segments.iter().filter(|segment| is_running(segment));
    let weighed = running.map(|segment| {
        let weight = match intensity(run, segment, Proof::Likely)? {
            Intensity::Easy => 1.0,
            Intensity::Moderate => 2.0,
            Intensity::Hard => 3.0,
        };
        Some(weight * segment.duration().minutes())
    });
    weighed.sum::<Option<f64>>().filter(|load| *load > 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    fn check(day: &str, expected: Option<f64>) {
        let example = example(day);
        let found = load(&example.runs[0]);
        assert_eq!(found.map(f64::round), expected, "{day}");
    }

    #[test]
    fn hard_minutes_weigh_three_times_as_much_as_easy_ones() {
        check("1 week:\nTue easy 40min", Some(40.0));
        check("1 week:\nTue steady 40min @4:25", Some(80.0));
        check("1 week:\nTue easy 10min + intervals 5x(2min @3:50 / 2min jog)", Some(50.0));
    }

    #[test]
    fn without_thresholds_nothing_is_told() {
        check("runner: thresholds unknown\n1 week:\nTue easy 40min", None);
    }
}
