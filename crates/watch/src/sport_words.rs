//! What a platform or a runner calls an activity, in many languages, into running or another sport.
//! Knows no file format.

use crate::recording::Kind;
use training::{Setting, Sport};

/// What a word names: `Laufen`, `treadmill_running`, `HKWorkoutActivityTypeRunning`.
pub(crate) fn kind(word: &str) -> Kind {
    let word = plain(word);
    if says(&word, RUNNING) && !says(&word, NOT_RUNNING) {
        return Kind::Run;
    }
    let other = OTHERS.iter().find(|(_, stems)| says(&word, stems));
    other.map_or(Kind::Unsaid, |(sport, _)| Kind::Other(*sport))
}

/// Where a word for running says that it was.
pub(crate) fn setting(word: &str) -> Setting {
    let word = plain(word);
    if says(&word, TREADMILL) {
        Setting::Treadmill
    } else if says(&word, TRAIL) {
        Setting::Trail
    } else if says(&word, TRACK) {
        Setting::Track
    } else {
        Setting::Outdoor
    }
}

fn plain(word: &str) -> String {
    word.to_lowercase().replace(['_', '-'], " ")
}

fn says(word: &str, stems: &[&str]) -> bool {
    stems.iter().any(|stem| word.contains(stem))
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
        &[
            "hik",
            "wander",
            "vandr",
            "wędrów",
            "randonn",
            "senderis",
            "escurs",
            "wandel",
            "trek",
            "mountaineer",
        ],
    ),
    (
        Sport::Walking,
        &[
            "walk", "gehen", "spazier", "gang", "gåtur", "gåing", "chód", "marche", "camin",
            "cammin", "kävely", "stroll",
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
            "interval training",
            "flexibility",
            "hiit",
            "highintensity",
        ],
    ),
    (Sport::Skiing, &["ski", "snow", "skat", "lauf", "nordic", "alpine"]),
    (Sport::Machine, &["elliptic", "stair", "step", "crosstrainer", "ellip", "machine"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &[&str], expected: Kind) {
        for word in words {
            assert_eq!(kind(word), expected, "{word}");
        }
    }

    #[test]
    fn running_is_running_in_every_language() {
        check(&["Run", "running", "Laufen", "Løb", "Bieganie", "Hardlopen"], Kind::Run);
        check(&["Course à pied", "Carrera", "HKWorkoutActivityTypeRunning"], Kind::Run);
    }

    #[test]
    fn the_place_is_kept() {
        for word in ["Treadmill Running", "treadmill_running", "Laufbandlaufen", "Virtual Run"] {
            assert_eq!((kind(word), setting(word)), (Kind::Run, Setting::Treadmill), "{word}");
        }
        assert_eq!(setting("Trail Run"), Setting::Trail);
        assert_eq!(setting("Bahnlaufen"), Setting::Track);
        assert_eq!(setting("Run"), Setting::Outdoor);
    }

    #[test]
    fn other_sports_are_not_runs() {
        check(&["Ride", "VirtualRide", "Radfahren", "Kolarstwo"], Kind::Other(Sport::Cycling));
        check(&["Indoor Rowing"], Kind::Other(Sport::Rowing));
        check(&["Pool Swim", "lap_swimming"], Kind::Other(Sport::Swimming));
        check(&["WeightTraining", "strength_training"], Kind::Other(Sport::Strength));
        check(&["Skilanglauf", "Nordic Ski"], Kind::Other(Sport::Skiing));
        check(&["Breathwork"], Kind::Unsaid);
    }
}
