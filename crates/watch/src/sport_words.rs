//! What a platform or a runner calls an activity, in many languages, into running or another sport.
//! Knows no file format.

use training::{Setting, Sport};

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Done {
    /// Running, and where.
    Running(Setting),
    /// Another sport.
    Other(Sport),
}

/// Reads a word for an activity: `Laufen`, `treadmill_running`, `HKWorkoutActivityTypeRunning`.
pub(crate) fn parse(word: &str) -> Done {
    let word = word.to_lowercase().replace(['_', '-'], " ");
    let says = |stems: &[&str]| stems.iter().any(|stem| word.contains(stem));
    if says(NOT_RUNNING) || !says(RUNNING) {
        return Done::Other(other_sport(&word));
    }
    Done::Running(if says(TREADMILL) {
        Setting::Treadmill
    } else if says(TRAIL) {
        Setting::Trail
    } else if says(TRACK) {
        Setting::Track
    } else {
        Setting::Outdoor
    })
}

fn other_sport(word: &str) -> Sport {
    OTHERS
        .iter()
        .find(|(_, stems)| stems.iter().any(|stem| word.contains(stem)))
        .map_or(Sport::Other, |(sport, _)| *sport)
}

/// Words that hold a running stem and are not running.
const NOT_RUNNING: &[&str] =
    &["langlauf", "eislauf", "skilauf", "schlittschuh", "swimbikerun", "wheelchair"];

const RUNNING: &[&str] = &[
    "running",
    "run",
    "jog",
    "treadmill",
    "lauf",
    "løb",
    "løp",
    "löp",
    "bieg",
    "bież",
    "course",
    "correr",
    "carrera",
    "corrida",
    "corsa",
    "hardlopen",
    "hardloop",
    "loopband",
    "juoksu",
    "běh",
    "futás",
    "koşu",
    "бег",
    "跑",
    "ランニング",
    "달리기",
    "tapis roulant",
    "mølle",
    "tredemølle",
];

const TREADMILL: &[&str] = &[
    "treadmill",
    "indoor",
    "virtual",
    "laufband",
    "løbebånd",
    "mølle",
    "löpband",
    "bieżni",
    "tapis",
    "cinta",
    "esteira",
    "loopband",
    "juoksumatto",
    "跑步机",
    "トレッドミル",
];

const TRAIL: &[&str] = &["trail", "terræn", "terreng", "terräng", "gelände", "polku", "ultra"];

const TRACK: &[&str] = &["track", "bahn", "bane", "stadion", "piste", "pista"];

/// Stems in the order in which they decide: "indoor rowing" before the Polish bicycle "rower".
const OTHERS: &[(Sport, &[&str])] = &[
    (Sport::Rowing, &["rowing", "kayak", "canoe", "paddl", "rudern", "roning", "aviron", "remo"]),
    (
        Sport::Cycling,
        &[
            "cycl",
            "ride",
            "bik",
            "spin",
            "rad",
            "vélo",
            "velo",
            "cicl",
            "fiets",
            "cykl",
            "sykkel",
            "kolar",
            "rower",
            "pyörä",
            "bmx",
            "вело",
            "骑",
            "サイクル",
        ],
    ),
    (
        Sport::Swimming,
        &[
            "swim", "schwimm", "svøm", "svøm", "simning", "pływa", "natation", "nata", "nuoto",
            "zwem", "uinti",
        ],
    ),
    (
        Sport::Hiking,
        &["hik", "wander", "vandr", "wędrów", "randonn", "senderis", "escurs", "wandel"],
    ),
    (
        Sport::Walking,
        &[
            "walk", "gehen", "spazier", "gang", "gåtur", "gåing", "chód", "marche", "camin",
            "cammin", "kävely",
        ],
    ),
    (
        Sport::Strength,
        &[
            "strength",
            "weight",
            "core",
            "pilates",
            "yoga",
            "crossfit",
            "gym",
            "kraft",
            "styrke",
            "styrka",
            "siłow",
            "muscul",
            "fuerza",
            "forza",
            "kracht",
            "workout",
            "interval training",
            "flexibility",
            "hiit",
            "highintensity",
        ],
    ),
    (Sport::Skiing, &["ski", "snow", "skat", "lauf", "nordic"]),
    (Sport::Machine, &["elliptic", "stair", "step", "crosstrainer", "ellip"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &[&str], expected: Done) {
        for word in words {
            assert_eq!(parse(word), expected, "{word}");
        }
    }

    #[test]
    fn running_is_running_in_every_language() {
        check(
            &[
                "Run",
                "running",
                "Laufen",
                "Løb",
                "Bieganie",
                "Hardlopen",
                "Course à pied",
                "Carrera",
            ],
            Done::Running(Setting::Outdoor),
        );
        check(&["HKWorkoutActivityTypeRunning"], Done::Running(Setting::Outdoor));
    }

    #[test]
    fn the_place_is_kept() {
        check(
            &["Treadmill Running", "treadmill_running", "Laufbandlaufen", "Virtual Run"],
            Done::Running(Setting::Treadmill),
        );
        check(&["Trail Run", "trail_running"], Done::Running(Setting::Trail));
        check(&["Track Running", "Bahnlaufen"], Done::Running(Setting::Track));
    }

    #[test]
    fn other_sports_are_not_runs() {
        check(&["Ride", "VirtualRide", "Radfahren", "Kolarstwo"], Done::Other(Sport::Cycling));
        check(&["Indoor Rowing"], Done::Other(Sport::Rowing));
        check(&["Pool Swim", "lap_swimming"], Done::Other(Sport::Swimming));
        check(&["WeightTraining", "strength_training"], Done::Other(Sport::Strength));
        check(&["Skilanglauf", "Nordic Ski"], Done::Other(Sport::Skiing));
        check(&["Breathwork"], Done::Other(Sport::Other));
    }
}
