//! The words of `everymile profile set`: what each means, how its value is written and read.

use crate::{
    failure::Failure,
    plan_words, race_words,
    units::{self, Units, pace_with_unit},
};
use training::{Bpm, Date, Goal, Level, Metres, MetresPerSecond, Profile, Seconds, Sex, Weekday};

/// A word of the profile and its value as a person writes it; `None` is *not said*.
pub type Said = (&'static str, Option<String>);

/// What a word is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// A field of the profile, by its name in [`Profile`].
    Field(&'static str),
    /// A setting, by its name in the logbook.
    Setting(&'static str),
}

/// Every word, what it is about, and an example of its value.
pub const WORDS: [(&str, Word, &str); 13] = [
    ("name", Word::Field("name"), "Ada"),
    ("birth-year", Word::Field("birth_year"), "1985"),
    ("sex", Word::Field("sex"), "female or male"),
    ("hr-max", Word::Field("hr_max"), "188"),
    ("hr-rest", Word::Field("hr_rest"), "48"),
    ("threshold-pace", Word::Field("threshold_speed"), "4:10/km or 6:42/mi"),
    ("threshold-hr", Word::Field("threshold_hr"), "170"),
    ("level", Word::Field("level"), "beginner, intermediate, advanced or elite"),
    ("goal", Word::Field("goal"), "marathon:2027-04-18, 10km, base, fitness or wellbeing"),
    ("units", Word::Setting("units"), "km or mi"),
    ("week-start", Word::Setting("week-start"), "monday or sunday"),
    ("days", Word::Setting("days"), "mon,tue,thu,sat,sun"),
    ("doctrine", Word::Setting("doctrine"), "quality-first, or a TOML file of your own"),
];

/// What a word is about.
pub fn find(word: &str) -> Result<Word, Failure> {
    let found = WORDS.iter().find(|(own, ..)| *own == word).map(|(_, about, _)| *about);
    found.ok_or_else(|| {
        let words: Vec<&str> = WORDS.iter().map(|(own, ..)| *own).collect();
        Failure::new(
            format!("'{word}' is no word of a profile"),
            format!("the words are {}", words.join(", ")),
        )
    })
}

/// Reads one value into a profile or refuses it with an example.
pub fn read_field(word: &str, value: &str, into: &mut Profile) -> Result<(), Failure> {
    let is_read = match word {
        "name" => keep(&mut into.name, Some(value.to_owned())),
        "birth-year" => keep(&mut into.birth_year, number(value, 1900.0, 2100.0).map(|n| n as i16)),
        "sex" => keep(&mut into.sex, sex(value)),
        "hr-max" => keep(&mut into.hr_max, number(value, 100.0, 240.0).map(Bpm)),
        "hr-rest" => keep(&mut into.hr_rest, number(value, 25.0, 120.0).map(Bpm)),
        "threshold-pace" => keep(&mut into.threshold_speed, pace(value)),
        "threshold-hr" => keep(&mut into.threshold_hr, number(value, 80.0, 230.0).map(Bpm)),
        "level" => keep(&mut into.level, level(value)),
        "goal" => keep(&mut into.goal, goal(value)),
        _ => false,
    };
    if is_read { Ok(()) } else { Err(refused(word, value)) }
}

/// Refuses a birth that is still to come.
pub fn check_birth(profile: &Profile, today: Date) -> Result<(), Failure> {
    match profile.birth_year.filter(|year| *year > today.year()) {
        None => Ok(()),
        Some(year) => Err(Failure::new(
            format!("{year} is still to come"),
            format!("birth-year is a year from 1900 to {}", today.year()),
        )),
    }
}

/// A setting's value in the one way it is kept, or refused with an example. The doctrine is read
/// elsewhere.
pub fn read_setting(word: &str, value: &str) -> Result<String, Failure> {
    let read = match word {
        "units" => units::parse(value).ok().map(|units| units::word(units).to_owned()),
        "week-start" => weekday(value).map(|_| value.to_lowercase()),
        "days" => days(value).map(|days| plan_words::days(&days)),
        _ => None,
    };
    read.ok_or_else(|| refused(word, value))
}

/// All fields of a profile, as a person writes them.
pub fn said(profile: &Profile, units: Units) -> Vec<Said> {
    let bpm = |hr: Option<Bpm>| hr.map(|hr| format!("{:.0}", hr.0));
    let speed = profile.threshold_speed;
    vec![
        ("name", profile.name.clone()),
        ("birth-year", profile.birth_year.map(|year| year.to_string())),
        ("sex", profile.sex.map(|sex| written(&sex))),
        ("hr-max", bpm(profile.hr_max)),
        ("hr-rest", bpm(profile.hr_rest)),
        ("threshold-pace", speed.map(|speed| pace_with_unit(speed, units))),
        ("threshold-hr", bpm(profile.threshold_hr)),
        ("level", profile.level.map(|level| written(&level))),
        ("goal", profile.goal.as_ref().map(|goal| write_goal(goal, units))),
    ]
}

/// Days of the week: `mon,tue,sat`.
pub fn days(value: &str) -> Option<Vec<Weekday>> {
    value.split(',').map(|word| plan_words::weekday(word.trim()).ok()).collect()
}

/// A weekday by its English name.
pub fn weekday(name: &str) -> Option<Weekday> {
    match name.to_lowercase().as_str() {
        "monday" => Some(Weekday::Monday),
        "tuesday" => Some(Weekday::Tuesday),
        "wednesday" => Some(Weekday::Wednesday),
        "thursday" => Some(Weekday::Thursday),
        "friday" => Some(Weekday::Friday),
        "saturday" => Some(Weekday::Saturday),
        "sunday" => Some(Weekday::Sunday),
        _ => None,
    }
}

fn keep<T>(field: &mut Option<T>, value: Option<T>) -> bool {
    let is_read = value.is_some();
    *field = value;
    is_read
}

fn refused(word: &str, value: &str) -> Failure {
    let example = WORDS.iter().find(|(own, ..)| *own == word).map_or("", |(_, _, example)| example);
    Failure::new(
        format!("'{value}' cannot be read as {word}"),
        format!("write it like this: {example}"),
    )
}

fn number(value: &str, least: f64, most: f64) -> Option<f64> {
    value.parse().ok().filter(|number| (least..=most).contains(number))
}

/// `4:10`, `4:10/km` or `6:42/mi`.
fn pace(value: &str) -> Option<MetresPerSecond> {
    let (time, unit) = value.split_once('/').unwrap_or((value, "km"));
    let (minutes, seconds) = time.split_once(':')?;
    let seconds = Seconds(60.0 * number(minutes, 1.0, 59.0)? + number(seconds, 0.0, 59.99)?);
    match units::parse(unit).ok()? {
        Units::Kilometres => Metres::from_km(1.0).over(seconds),
        Units::Miles => Metres::from_miles(1.0).over(seconds),
    }
}

/// A goal by its word, or what a goal can be.
pub fn goal_of_word(word: &str) -> Result<Goal, String> {
    goal(word).ok_or_else(|| {
        format!(
            "'{word}' is no goal; say 5k, 10k, half, marathon, a distance like 50km, base, fitness \
             or wellbeing"
        )
    })
}

/// `marathon:2027-04-18`, `10km`, `fitness`, `wellbeing`.
fn goal(value: &str) -> Option<Goal> {
    match value.to_lowercase().as_str() {
        "fitness" | "base" => return Some(Goal::Fitness),
        "wellbeing" => return Some(Goal::Wellbeing),
        _ => {}
    }
    let (race, on) = match value.split_once(':').or_else(|| value.split_once(" on ")) {
        Some((race, day)) => (race, Some(day.parse::<Date>().ok()?)),
        None => (value, None),
    };
    Some(Goal::Race { distance: race_words::parse(race).ok()?, on })
}

/// A goal as a person writes it: `half-marathon on 2027-04-18`.
pub fn write_goal(goal: &Goal, units: Units) -> String {
    let Goal::Race { distance, on } = goal else { return written(goal) };
    let race = race_words::name(*distance, units);
    on.map_or_else(|| race.clone(), |day| format!("{race} on {day}"))
}

fn sex(value: &str) -> Option<Sex> {
    match value.to_lowercase().as_str() {
        "female" => Some(Sex::Female),
        "male" => Some(Sex::Male),
        _ => None,
    }
}

fn level(value: &str) -> Option<Level> {
    match value.to_lowercase().as_str() {
        "beginner" => Some(Level::Beginner),
        "intermediate" => Some(Level::Intermediate),
        "advanced" => Some(Level::Advanced),
        "elite" => Some(Level::Elite),
        _ => None,
    }
}

/// A plain enum by its own word.
fn written(value: &impl std::fmt::Debug) -> String {
    format!("{value:?}").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(word: &str, value: &str) -> Result<Profile, Failure> {
        let mut profile = Profile::default();
        read_field(word, value, &mut profile).map(|()| profile)
    }

    #[test]
    fn a_threshold_pace_may_be_given_per_mile() {
        let speed = read("threshold-pace", "6:42/mi").unwrap().threshold_speed.unwrap();
        assert_eq!(units::pace(speed, Units::Miles), "6:42");
        assert_eq!(units::pace(speed, Units::Kilometres), "4:10");
    }

    #[test]
    fn a_goal_is_a_race_with_its_day_or_none() {
        let goal = read("goal", "marathon:2027-04-18").unwrap().goal.unwrap();
        assert_eq!(write_goal(&goal, Units::Kilometres), "marathon on 2027-04-18");
        let told = write_goal(&goal, Units::Kilometres);
        assert_eq!(read("goal", &told).unwrap().goal, Some(goal), "as it is told it is read");
        assert_eq!(read("goal", "wellbeing").unwrap().goal, Some(Goal::Wellbeing));
    }

    #[test]
    fn what_cannot_be_read_is_answered_with_an_example() {
        let failure = read("hr-max", "1888").unwrap_err();
        assert_eq!(failure.what, "'1888' cannot be read as hr-max");
        assert!(failure.remedy.contains("188"));
    }
}
