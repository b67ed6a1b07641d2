//! Places on a runner's body, written in one way, so that "the same place again" can be told.

use crate::spelling::changes;
use std::{fmt, str::FromStr};

/// A place on the body: `left calf`, `achilles`, `both knees`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BodySite {
    side: Option<Side>,
    part: &'static Part,
}

/// Left, right or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
    Both,
}

/// A part of the body: its name, its plural, and what else it is called.
#[derive(Debug, PartialEq, Eq)]
struct Part {
    name: &'static str,
    plural: &'static str,
    also: &'static [&'static str],
}

/// A word that names no part of the body.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "'{site}' is no place on the body that everymile knows; the nearest is '{nearest}'; it may be \
     {}, and left, right or both may stand before it",
    names()
)]
pub struct UnknownSite {
    site: String,
    nearest: &'static str,
}

/// The name of every place.
fn names() -> String {
    PARTS.iter().map(|part| part.name).collect::<Vec<_>>().join(", ")
}

#[rustfmt::skip]
const PARTS: [Part; 28] = [
    part("foot", "feet", &["sole", "forefoot", "midfoot", "metatarsal", "metatarsals"]),
    part("heel", "heels", &[]),
    part("arch", "arches", &["plantar fascia", "plantar", "instep"]),
    part("toe", "toes", &["big toe", "toenail", "toenails"]),
    part("ankle", "ankles", &[]),
    part("achilles", "achilles tendons", &["achilles tendon"]),
    part("calf", "calves", &["soleus", "gastrocnemius", "lower leg", "lower legs"]),
    part("shin", "shins", &["tibia", "shin splint", "shin splints"]),
    part("knee", "knees", &["kneecap", "patella"]),
    part("hamstring", "hamstrings", &["hammy", "hammies", "back of thigh"]),
    part("quad", "quads", &["quadriceps", "front of thigh"]),
    part("thigh", "thighs", &["upper leg", "upper legs"]),
    part("leg", "legs", &[]),
    part("it band", "it bands", &["itb", "iliotibial band"]),
    part("adductor", "adductors", &["inner thigh"]),
    part("groin", "groins", &[]),
    part("hip", "hips", &["hip flexor", "hip flexors"]),
    part("glute", "glutes", &["buttock", "buttocks", "bottom", "piriformis"]),
    part("back", "backs", &["lower back", "low back", "upper back", "spine"]),
    part("side", "sides", &["rib", "ribs", "stitch"]),
    part("stomach", "stomachs", &["belly", "abdomen", "abs", "tummy", "gut"]),
    part("chest", "chests", &[]),
    part("shoulder", "shoulders", &[]),
    part("neck", "necks", &[]),
    part("head", "heads", &["headache"]),
    part("arm", "arms", &["elbow", "elbows"]),
    part("hand", "hands", &["wrist", "wrists"]),
    part("all over", "all over", &["everywhere", "whole body"]),
];

const fn part(name: &'static str, plural: &'static str, also: &'static [&'static str]) -> Part {
    Part { name, plural, also }
}

impl Part {
    /// Every way to write it, its plural included.
    fn words(&self) -> impl Iterator<Item = &'static str> {
        [self.name, self.plural].into_iter().chain(self.also.iter().copied())
    }
}

impl FromStr for BodySite {
    type Err = UnknownSite;

    /// Reads `Left calf`, `calf (l)`, `R. achilles tendon`, `both calves`, `shins`.
    fn from_str(text: &str) -> Result<Self, UnknownSite> {
        let lower = text.to_lowercase();
        let words = lower.split(|letter: char| !letter.is_alphanumeric());
        let (sides, part): (Vec<&str>, Vec<&str>) =
            words.filter(|word| !matches!(*word, "" | "and" | "my" | "the")).partition(is_side);
        let part = part.join(" ");
        let found = PARTS.iter().find(|known| known.words().any(|word| word == part));
        let found = found
            .ok_or_else(|| UnknownSite { site: text.trim().to_owned(), nearest: nearest(&part) })?;
        let is_plural = found.plural == part && found.plural != found.name;
        Ok(Self { side: side(&sides).or(is_plural.then_some(Side::Both)), part: found })
    }
}

impl fmt::Display for BodySite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.side {
            None => f.write_str(self.part.name),
            Some(Side::Left) => write!(f, "left {}", self.part.name),
            Some(Side::Right) => write!(f, "right {}", self.part.name),
            Some(Side::Both) => write!(f, "both {}", self.part.plural),
        }
    }
}

fn is_side(word: &&str) -> bool {
    matches!(*word, "left" | "l" | "right" | "r" | "both")
}

fn side(words: &[&str]) -> Option<Side> {
    let has = |initial| words.iter().any(|word| word.starts_with(initial));
    match (has('l'), has('r'), has('b')) {
        (true, true, _) | (_, _, true) => Some(Side::Both),
        (true, ..) => Some(Side::Left),
        (_, true, _) => Some(Side::Right),
        _ => None,
    }
}

/// The known word that is written most like this one.
fn nearest(word: &str) -> &'static str {
    let known = PARTS.iter().flat_map(Part::words);
    known.min_by_key(|known| changes(word, known)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, written: &str) {
        assert_eq!(text.parse::<BodySite>().unwrap().to_string(), written);
    }

    #[test]
    fn one_place_is_written_in_one_way() {
        for text in ["left calf", "Left Calf", "calf, left", "L calf", "calf (l)", "my left soleus"]
        {
            check(text, "left calf");
        }
        check("R. Achilles tendon", "right achilles");
        check("achilles", "achilles");
        check("lower back", "back");
    }

    #[test]
    fn two_sides_are_both() {
        for text in ["both shins", "shins", "left and right shin", "l/r shin splints"] {
            check(text, "both shins");
        }
        check("calves", "both calves");
    }

    #[test]
    fn every_place_reads_back_as_it_is_written() {
        for part in &PARTS {
            for side in [None, Some(Side::Left), Some(Side::Right), Some(Side::Both)] {
                let site = BodySite { side, part };
                assert_eq!(site.to_string().parse(), Ok(site), "{site}");
            }
        }
    }

    #[test]
    fn an_unknown_place_is_answered_with_the_nearest() {
        let error = "left claf".parse::<BodySite>().unwrap_err();
        assert!(error.to_string().contains("'left claf'"), "{error}");
        assert!(error.to_string().contains("the nearest is 'calf'"), "{error}");
        assert!(error.to_string().contains("it may be foot, heel, arch"), "{error}");
        assert!("".parse::<BodySite>().is_err());
        assert!("left".parse::<BodySite>().is_err());
    }
}
