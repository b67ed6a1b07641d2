//! Numbers as a person reads them. The one place where metres become kilometres or miles and speed
//! becomes pace: converted once, in floating point, rounded last.

pub use rulebook::Units;
use rulebook::words::clock_time;
use training::{Bpm, Metres, MetresPerSecond, Seconds};

/// What shows where there is no number.
pub const NOTHING: &str = "–";

/// The unit of distance: `km` or `mi`.
pub const fn word(units: Units) -> &'static str {
    match units {
        Units::Kilometres => "km",
        Units::Miles => "mi",
    }
}

/// The units a word names.
pub fn parse(word: &str) -> Result<Units, String> {
    match word.to_lowercase().as_str() {
        "km" | "kilometres" | "kilometers" => Ok(Units::Kilometres),
        "mi" | "miles" => Ok(Units::Miles),
        _ => Err(format!("'{word}' is no unit of distance; say km or mi")),
    }
}

/// A distance as a bare number in the runner's unit.
pub const fn number(distance: Metres, units: Units) -> f64 {
    match units {
        Units::Kilometres => distance.km(),
        Units::Miles => distance.miles(),
    }
}

/// A distance with one decimal and its unit: `12.4 km`.
pub fn distance(distance: Metres, units: Units) -> String {
    format!("{:.1} {}", number(distance, units), word(units))
}

/// A distance with one decimal for a table: a trace of something is not nothing.
pub fn small(distance: Metres, units: Units) -> String {
    let number = number(distance, units);
    if number > 0.0 && number < 0.05 { "<0.1".to_owned() } else { format!("{number:.1}") }
}

/// A large distance without decimals, a half rounded up: `512 km`; a small one keeps one.
pub fn total(metres: Metres, units: Units) -> String {
    let number = number(metres, units);
    if number < 10.0 {
        distance(metres, units)
    } else {
        format!("{:.0} {}", number.round(), word(units))
    }
}

/// A speed as pace, without its unit: `4:58`. Slower than an hour is standing.
pub fn pace(speed: MetresPerSecond, units: Units) -> String {
    let seconds = match units {
        Units::Kilometres => speed.seconds_per_km(),
        Units::Miles => speed.seconds_per_mile(),
    };
    seconds.filter(|seconds| *seconds < 3600.0).map_or_else(|| NOTHING.to_owned(), minutes)
}

/// A speed as pace with its unit: `4:58/km`.
pub fn pace_with_unit(speed: MetresPerSecond, units: Units) -> String {
    format!("{}/{}", pace(speed, units), word(units))
}

/// A time as `m:ss`, or `h:mm:ss` from one hour on.
pub fn duration(time: Seconds) -> String {
    clock_time(time)
}

/// A heart rate without its unit.
pub fn hr(hr: Option<Bpm>) -> String {
    hr.map_or_else(|| NOTHING.to_owned(), |hr| format!("{:.0}", hr.0))
}

/// A part of a whole in percent, `61 %` with a no-break space; a trace of something is not nothing.
pub fn share(part: Metres, whole: Metres) -> String {
    if whole.0 <= 0.0 {
        return NOTHING.to_owned();
    }
    let percent = 100.0 * part.0 / whole.0 + 0.0;
    if percent > 0.0 && percent < 0.5 {
        return "<1\u{a0}%".to_owned();
    }
    format!("{percent:.0}\u{a0}%")
}

fn minutes(seconds: f64) -> String {
    let whole = seconds.round().max(0.0) as u64;
    format!("{}:{:02}", whole / 60, whole % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mile_pace_reads_back_to_the_second() {
        for seconds in 240..900 {
            let speed = Metres::from_miles(1.0).over(Seconds(f64::from(seconds))).unwrap();
            let expected = format!("{}:{:02}", seconds / 60, seconds % 60);
            assert_eq!(pace(speed, Units::Miles), expected);
        }
    }

    #[test]
    fn seconds_never_reach_sixty() {
        let almost_seven = MetresPerSecond::from_seconds_per_km(419.7);
        assert_eq!(pace(almost_seven, Units::Kilometres), "7:00");
        assert_eq!(duration(Seconds(3599.8)), "1:00:00");
    }

    #[test]
    fn half_a_kilometre_is_rounded_up_whatever_stands_before_it() {
        let told = [16.5, 17.5, 19.5].map(|km| total(Metres::from_km(km), Units::Kilometres));
        assert_eq!(told, ["17 km", "18 km", "20 km"]);
    }

    #[test]
    fn a_few_steps_are_not_nothing() {
        let told = [0.0, 40.0, 60.0].map(|metres| small(Metres(metres), Units::Kilometres));
        assert_eq!(told, ["0.0", "<0.1", "0.1"]);
    }

    #[test]
    fn standing_has_no_pace_and_nothing_has_no_share() {
        assert_eq!(pace(MetresPerSecond(0.0), Units::Kilometres), NOTHING);
        assert_eq!(share(Metres(0.0), Metres(0.0)), NOTHING);
        assert_eq!(share(Metres(1.0), Metres(1000.0)), "<1\u{a0}%");
    }
}
