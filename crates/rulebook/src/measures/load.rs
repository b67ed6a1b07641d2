//! What a run or another activity took out of the runner: its minutes, weighed by how hard they were (Lucia's weights,
//! as used for training impulses in three zones; Lucía and others 2003). Describes, and predicts
//! nothing.

use super::intensity::{Intensity, Proof, intensity, is_running};
use training::{Ability, CrossTraining, NamedRun};

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

/// The load of what is no run, in the same measure: its minutes weighed by where its mean heart rate
/// lies between the runner's thresholds. A mean hides what was harder, and another sport has
/// thresholds of its own, some beats lower (science.md section 10): it tells little more than easy,
/// moderate or hard. `None` without a time, a heart rate or the thresholds.
pub fn load_of_other(other: &CrossTraining, ability: &Ability) -> Option<f64> {
    let time = other.claimed.moving.or(other.claimed.elapsed)?;
    let hr = other.claimed.hr_mean?;
    let (lt1, lt2) = (ability.lt1_hr.as_ref()?.value, ability.lt2_hr.as_ref()?.value);
    let weight = if hr.0 <= lt1.0 {
        1.0
    } else if hr.0 <= lt2.0 {
        2.0
    } else {
        3.0
    };
    Some(weight * time.minutes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;
    use training::{Basis, Bpm, Estimate, LocalStart, Seconds, Sport, Totals};

    fn ride(hr: Option<f64>) -> CrossTraining {
        CrossTraining {
            start: LocalStart { utc: jiff::Timestamp::UNIX_EPOCH, offset_seconds: None },
            sport: Sport::Cycling,
            called: "Ride".to_owned(),
            claimed: Totals {
                moving: Some(Seconds::from_minutes(60.0)),
                hr_mean: hr.map(Bpm),
                ..Totals::default()
            },
        }
    }

    #[test]
    fn an_hour_on_the_bike_weighs_what_the_heart_says() {
        let known = |bpm| {
            let as_of = jiff::civil::date(2026, 3, 5);
            let (value, se) = (Bpm(bpm), Bpm(3.0));
            Some(Estimate { value, se, as_of, from: vec![], basis: Basis::Observed })
        };
        let able = Ability { lt1_hr: known(150.0), lt2_hr: known(170.0), ..Ability::default() };
        let load = |hr| load_of_other(&ride(hr), &able);
        assert_eq!([120.0, 160.0, 175.0].map(|hr| load(Some(hr))), [60.0, 120.0, 180.0].map(Some));
        assert_eq!(load(None), None, "nobody knows");
        assert_eq!(load_of_other(&ride(Some(120.0)), &Ability::default()), None);
    }

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
