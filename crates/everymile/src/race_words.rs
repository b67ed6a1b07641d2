//! Races by the words of a person: `10k`, `half`, `marathon`, `10mi`; and back.

use crate::units::{self, Units};
use training::{Metres, quantity::METRES_PER_MILE};

/// Races that have a name of their own, whatever units the runner reads.
const NAMED: [(Metres, &str); 13] = [
    (Metres(1_500.0), "1500 m"),
    (Metres::from_miles(1.0), "mile"),
    (Metres(3_000.0), "3 km"),
    (Metres(5_000.0), "5 km"),
    (Metres::from_miles(5.0), "5 miles"),
    (Metres(10_000.0), "10 km"),
    (Metres(15_000.0), "15 km"),
    (Metres::from_miles(10.0), "10 miles"),
    (Metres(20_000.0), "20 km"),
    (Metres(21_097.5), "half-marathon"),
    (Metres(25_000.0), "25 km"),
    (Metres(30_000.0), "30 km"),
    (Metres(42_195.0), "marathon"),
];

/// The distance that a word means.
pub fn parse(word: &str) -> Result<Metres, String> {
    let lower = word.trim().to_lowercase();
    let named = match lower.as_str() {
        "marathon" => Some(Metres(42_195.0)),
        "half" | "half-marathon" => Some(Metres(21_097.5)),
        "mile" => Some(Metres::from_miles(1.0)),
        _ => None,
    };
    named.or_else(|| measured(&lower)).ok_or_else(|| {
        format!(
            "'{word}' is no race; say 5k, 10k, half, marathon, or a distance like 15km, 10mi or \
             3000m"
        )
    })
}

/// `10km`, `10k`, `5mi`, `3000m`.
fn measured(word: &str) -> Option<Metres> {
    let (number, metres) = [("km", 1000.0), ("mi", METRES_PER_MILE), ("k", 1000.0), ("m", 1.0)]
        .into_iter()
        .find_map(|(unit, metres)| Some((word.strip_suffix(unit)?, metres)))?;
    let number: f64 = number.trim().parse().ok()?;
    (0.1..=1_000_000.0).contains(&number).then_some(Metres(number * metres))
}

/// A race by its name: `10 km`, `half-marathon`; by its distance where it has none.
pub fn name(race: Metres, units: Units) -> String {
    let named = NAMED.iter().find(|(distance, _)| (distance.0 - race.0).abs() < 0.5);
    named.map_or_else(|| units::distance(race, units), |(_, name)| (*name).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_write_a_race_is_read() {
        let check = |word: &str, metres: f64| assert_eq!(parse(word), Ok(Metres(metres)), "{word}");
        check("5k", 5_000.0);
        check("10 km", 10_000.0);
        check("Half", 21_097.5);
        check("marathon", 42_195.0);
        check("5mi", 5.0 * METRES_PER_MILE);
        check("3000m", 3_000.0);
    }

    #[test]
    fn what_is_no_race_is_answered_with_the_words_for_races() {
        for word in ["far", "-5k", "10", "k", "NaNkm", "inf m"] {
            let refused = parse(word).unwrap_err();
            assert!(refused.contains("say 5k, 10k, half, marathon"), "{refused}");
        }
    }

    #[test]
    fn a_race_reads_back_by_its_name() {
        for (race, _) in NAMED {
            assert!(!name(race, Units::Miles).is_empty());
        }
        assert_eq!(name(Metres(21_097.5), Units::Miles), "half-marathon");
        assert_eq!(name(Metres(12_300.0), Units::Kilometres), "12.3 km");
    }
}
