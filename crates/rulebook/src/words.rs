//! Numbers as a runner reads them: paces, distances and counts in the runner's own units.

use crate::measures::{
    grey::Moderate,
    intensity::{Proof, easy_hr_limit, easy_speed_limit},
};
use serde::{Deserialize, Serialize};
use training::{
    Date, Level, Metres, MetresPerSecond, NamedRun, Purpose, Seconds, calendar::days_between,
};

/// The units a runner reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Units {
    /// Kilometres.
    #[default]
    Kilometres,
    /// Statute miles.
    Miles,
}

/// A distance: `4.1 km`, `2.5 miles`.
pub fn distance(metres: Metres, units: Units) -> String {
    match units {
        Units::Kilometres => format!("{:.1} km", metres.km()),
        Units::Miles => format!("{:.1} miles", metres.miles()),
    }
}

/// A pace: `6:12/km`, `9:59/mi`; `standing` where nothing moves.
pub fn pace(speed: MetresPerSecond, units: Units) -> String {
    let (seconds, unit) = match units {
        Units::Kilometres => (speed.seconds_per_km(), "km"),
        Units::Miles => (speed.seconds_per_mile(), "mi"),
    };
    let Some(seconds) = seconds.filter(|seconds| seconds.is_finite()) else {
        return "standing".to_owned();
    };
    let seconds = seconds.round();
    format!("{:.0}:{:02.0}/{unit}", (seconds / 60.0).floor(), seconds % 60.0)
}

/// A count with its noun: `no day`, `1 day`, `3 days`.
pub fn count(number: usize, noun: &str) -> String {
    match number {
        0 => format!("no {noun}"),
        1 => format!("1 {noun}"),
        _ => format!("{number} {noun}s"),
    }
}

/// A duration in whole minutes: `1 minute`, `45 minutes`.
pub fn minutes(time: Seconds) -> String {
    count(time.minutes().round() as usize, "minute")
}

/// A time on the clock: `26:34`, `1:45:00`.
pub fn clock_time(time: Seconds) -> String {
    let whole = time.0.round() as i64;
    let (hours, minutes, seconds) = (whole / 3600, whole / 60 % 60, whole % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

/// Several things in a row: `goals`, `goals and form`, `goals, cycles and form`.
pub fn listed<Thing: AsRef<str>>(things: &[Thing]) -> String {
    let things: Vec<&str> = things.iter().map(AsRef::as_ref).collect();
    match things.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => things.concat(),
    }
}

/// A count within a whole: `none`, `3`.
pub fn how_many(number: usize) -> String {
    if number == 0 { "none".to_owned() } else { number.to_string() }
}

/// Days of the last week by their names: `Tuesday`, `Tuesday, Thursday and Sunday`.
pub fn weekdays(days: &[Date]) -> String {
    let names: Vec<String> = days.iter().map(|day| day.strftime("%A").to_string()).collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None => "no day".to_owned(),
    }
}

/// A word or a sentence with a capital letter.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// A day of the year: `3 March`.
pub fn date(day: Date) -> String {
    day.strftime("%-d %B").to_string()
}

/// A day as it is spoken of on another: `today`, `yesterday`, `on Friday`, `on 5 March`.
pub fn when(day: Date, on: Date) -> String {
    match days_between(day, on) {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        2..=6 => day.strftime("on %A").to_string(),
        _ => format!("on {}", date(day)),
    }
}

/// How a number changed, given as a share: `rose by 0.5 %`, `fell by 3 %`, `stayed as it was`.
pub fn changed(share: f64, decimals: usize) -> String {
    let percent = format!("{:.decimals$} %", 100.0 * share.abs());
    let steps = 10_f64.powi(decimals as i32);
    match (100.0 * share * steps).round() {
        change if change > 0.0 => format!("rose by {percent}"),
        change if change < 0.0 => format!("fell by {percent}"),
        _ => "stayed as it was".to_owned(),
    }
}

/// A race by its distance, as it follows "you prepare": `a marathon`, `a race of 10 km`.
pub fn race_name(race: Metres) -> String {
    const NAMED: [(f64, &str); 2] = [(21_097.5, "a half-marathon"), (42_195.0, "a marathon")];
    let named = NAMED.iter().find(|(metres, _)| (metres - race.0).abs() < 150.0);
    match named {
        Some((_, name)) => (*name).to_owned(),
        None => format!("a race of {} km", (race.km() * 10.0).round() / 10.0),
    }
}

/// A training level: `intermediate`.
pub const fn level_word(level: Level) -> &'static str {
    match level {
        Level::Beginner => "beginner",
        Level::Intermediate => "intermediate",
        Level::Advanced => "advanced",
        Level::Elite => "elite",
    }
}

/// How often: `once`, `twice`, `3 times`.
pub fn times(number: usize) -> String {
    match number {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        _ => format!("{number} times"),
    }
}

/// A run by what it was for and how far it went: `a tempo run (8.2 km)`, `intervals (45 minutes)`.
pub fn named_run(run: &NamedRun, units: Units) -> String {
    let amount = run.distance.map_or_else(|| minutes(run.moving), |far| distance(far, units));
    format!("{} ({amount})", called(run.purpose()))
}

/// A run by what it was for: `a tempo run`, `intervals`.
pub const fn called(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Recovery => "a recovery run",
        Purpose::Easy => "an easy run",
        Purpose::Long => "a long run",
        Purpose::Steady => "a steady run",
        Purpose::Progression => "a progression run",
        Purpose::Tempo => "a tempo run",
        Purpose::Intervals => "intervals",
        Purpose::Hills => "hills",
        Purpose::Fartlek => "a fartlek",
        Purpose::Strides => "a run with strides",
        Purpose::Race => "a race",
        Purpose::Walk => "a walk",
    }
}

/// What would have made the same minutes useful: `Slower than 4:43/km these 7.9 km would have been
/// recovery.`
pub fn slower_instead(
    run: &NamedRun,
    moderate: Moderate,
    proof: Proof,
    job: &str,
    units: Units,
) -> String {
    let these = moderate.distance.map_or_else(
        || "the same minutes".to_owned(),
        |metres| format!("these {}", distance(metres, units)),
    );
    match easy_limit(run, proof, units) {
        Some(limit) => format!("Run {limit}, {these} would have been {job}."),
        None => format!("At a pace that lets you talk, {these} would have been {job}."),
    }
}

/// How a run would have had to be run to be easy: `slower than 4:43/km` or `below 154 beats a
/// minute`; `None` where the first threshold is not known.
pub fn easy_limit(run: &NamedRun, proof: Proof, units: Units) -> Option<String> {
    let by_speed =
        easy_speed_limit(run, proof).map(|limit| format!("slower than {}", pace(limit, units)));
    by_speed.or_else(|| Some(format!("below {:.0} beats a minute", easy_hr_limit(run, proof)?.0)))
}

/// How the latest of some runs would have had to be run to be easy, after a comma: `, slower than
/// 4:52/km`; nothing where it is not known.
pub fn latest_easy_limit(runs: &[NamedRun], units: Units) -> String {
    let limit = runs.last().and_then(|run| easy_limit(run, Proof::Likely, units));
    limit.map_or_else(String::new, |limit| format!(", {limit}"))
}

/// Where the first threshold lies, in brackets, with one standard error: ` (4:52/km, give or take
/// 0:08)`; nothing where it is not known as a speed.
pub fn first_threshold(run: &NamedRun, units: Units) -> String {
    let Some(lt1) = run.thresholds.lt1_speed else { return String::new() };
    let seconds = |speed: MetresPerSecond| match units {
        Units::Kilometres => speed.seconds_per_km(),
        Units::Miles => speed.seconds_per_mile(),
    };
    let error = seconds(lt1.value - lt1.se).zip(seconds(lt1.value));
    let Some(error) = error.map(|(slower, value)| (slower - value).round()) else {
        return format!(" ({})", pace(lt1.value, units));
    };
    format!(
        " ({}, give or take {:.0}:{:02.0})",
        pace(lt1.value, units),
        (error / 60.0).floor(),
        error % 60.0
    )
}

/// A stretch above the first threshold, with its numbers: `7.9 km at 4:27/km, above your first
/// threshold (4:52/km, give or take 0:08)`.
pub fn too_fast(run: &NamedRun, moderate: Moderate, units: Units) -> String {
    let stretch = match (moderate.distance, moderate.speed) {
        (Some(metres), Some(speed)) => {
            format!("{} at {}", distance(metres, units), pace(speed, units))
        }
        (Some(metres), None) => distance(metres, units),
        (None, _) => format!("{:.0} minutes", moderate.share * run.moving.minutes()),
    };
    format!("{stretch}, above your first threshold{}", first_threshold(run, units))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pace_never_shows_sixty_seconds() {
        let speed = MetresPerSecond(1000.0 / 359.7);
        assert_eq!(pace(speed, Units::Kilometres), "6:00/km");
    }

    #[test]
    fn things_are_listed_as_one_says_them() {
        assert_eq!(listed(&["goals"]), "goals");
        assert_eq!(listed(&["goals", "cycles", "form"]), "goals, cycles and form");
    }

    #[test]
    fn a_race_is_called_by_its_name() {
        assert_eq!(race_name(Metres(42_195.0)), "a marathon");
        assert_eq!(race_name(Metres(10_000.0)), "a race of 10 km");
        assert_eq!(race_name(Metres::from_miles(5.0)), "a race of 8 km");
    }

    #[test]
    fn a_mile_in_11_41_reads_11_41() {
        let speed = Metres::from_miles(1.0).over(Seconds(701.0)).unwrap();
        assert_eq!(pace(speed, Units::Miles), "11:41/mi");
    }
}
