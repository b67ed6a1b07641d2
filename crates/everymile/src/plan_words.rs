//! The words of `everymile plan new`: weekdays, times, minutes and weeks as a person writes them, and
//! a whole wish as words that the logbook keeps.

use crate::{profile_words, units};
use jiff::civil::Time;
use logbook::AgreedPlan;
use planner::Wish;
use std::collections::BTreeMap;
use training::{Seconds, Weekday};

/// The fewest and the most minutes that a day may be held to.
const MINUTES: std::ops::RangeInclusive<f64> = 10.0..=600.0;

/// A weekday: `tue` or `tuesday`.
pub fn weekday(word: &str) -> Result<Weekday, String> {
    let week = || Weekday::Monday.cycle_forward().take(7);
    let short = week().find(|day| short(*day) == word.to_lowercase());
    short.or_else(|| profile_words::weekday(word)).ok_or_else(|| {
        format!("'{word}' is no day of the week; the days are mon, tue, wed, thu, fri, sat, sun")
    })
}

/// The most minutes on a day: `tue=60`.
pub fn minutes(words: &str) -> Result<(Weekday, f64), String> {
    let (day, minutes) = words
        .split_once('=')
        .ok_or_else(|| format!("'{words}' names no minutes; write a day and them, like tue=60"))?;
    let minutes = minutes.parse().ok().filter(|minutes| MINUTES.contains(minutes));
    let minutes =
        minutes.ok_or_else(|| format!("'{words}' is no limit; give 10 to 600 minutes: tue=60"))?;
    Ok((weekday(day)?, minutes))
}

/// A time aimed at: `1:45:00` or `42:30`.
pub fn time(word: &str) -> Result<Seconds, String> {
    let parts: Option<Vec<u32>> = word.split(':').map(|part| part.parse().ok()).collect();
    match parts.as_deref() {
        Some([minutes, seconds]) if *seconds < 60 => Ok(Seconds(f64::from(60 * minutes + seconds))),
        Some([hours, minutes, seconds]) if *hours < 100 && *minutes < 60 && *seconds < 60 => {
            Ok(Seconds(f64::from(3600 * hours + 60 * minutes + seconds)))
        }
        _ => Err(format!("'{word}' is no time; write h:mm:ss, like 1:45:00, or mm:ss")),
    }
}

/// A time of the day: `6:30`.
pub fn clock(word: &str) -> Result<Time, String> {
    let time = word
        .split_once(':')
        .and_then(|(hour, minute)| Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok());
    time.ok_or_else(|| format!("'{word}' is no time of the day; write it like 6:30 or 18:00"))
}

/// Weeks of a plan: `3` or `3-6`.
pub fn weeks(word: &str) -> Result<(usize, usize), String> {
    let (first, last) = word.split_once('-').unwrap_or((word, word));
    let weeks = first.trim().parse().ok().zip(last.trim().parse().ok());
    weeks
        .filter(|(first, last)| 1 <= *first && first <= last)
        .ok_or_else(|| format!("'{word}' are no weeks; write 3 or 3-6"))
}

/// `tue` for Tuesday.
pub fn short(day: Weekday) -> String {
    format!("{day:?}")[..3].to_lowercase()
}

/// Days of the week: `mon,tue,sat`.
pub fn days(days: &[Weekday]) -> String {
    days.iter().map(|day| short(*day)).collect::<Vec<_>>().join(",")
}

/// What was wished for beside the goal, each by the word that asks for it.
pub fn kept(wish: &Wish) -> BTreeMap<String, String> {
    let limits = wish.most_minutes.iter().map(|(day, most)| format!("{}={most}", short(*day)));
    let limits: Vec<String> = limits.collect();
    let words = [
        ("time", wish.time.map(units::duration)),
        ("days", Some(days(&wish.days))),
        ("long", wish.long_day.map(short)),
        ("max-minutes", Some(limits.join(",")).filter(|limits| !limits.is_empty())),
        ("doubles", wish.doubles.then(|| "yes".to_owned())),
        ("weeks", wish.weeks.map(|weeks| weeks.to_string())),
    ];
    words.into_iter().filter_map(|(word, value)| Some((word.to_owned(), value?))).collect()
}

/// What was wished for when a plan was agreed to; words that are not understood are passed over.
pub fn wish(agreed: &AgreedPlan) -> Wish {
    let said = |word: &str| agreed.wishes.get(word).map(String::as_str);
    let list = |word: &str| said(word).unwrap_or_default().split(',');
    Wish {
        goal: agreed.goal.clone(),
        time: said("time").and_then(|word| time(word).ok()),
        days: list("days").filter_map(|day| weekday(day).ok()).collect(),
        long_day: said("long").and_then(|day| weekday(day).ok()),
        most_minutes: list("max-minutes").filter_map(|limit| minutes(limit).ok()).collect(),
        doubles: said("doubles").is_some(),
        weeks: said("weeks").and_then(|weeks| weeks.parse().ok()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use training::{Date, Goal, Metres, Plan};

    #[test]
    fn what_was_wished_for_is_kept_in_the_words_that_asked_for_it() {
        let wish = Wish {
            goal: Goal::Race { distance: Metres(21_097.5), on: Some(Date::constant(2027, 4, 18)) },
            time: Some(Seconds(6300.0)),
            days: vec![Weekday::Tuesday, Weekday::Saturday, Weekday::Sunday],
            long_day: Some(Weekday::Sunday),
            most_minutes: vec![(Weekday::Tuesday, 60.0)],
            doubles: false,
            weeks: Some(12),
        };
        let words = kept(&wish);
        assert_eq!(words["time"], "1:45:00");
        assert_eq!(words["days"], "tue,sat,sun");
        assert_eq!(words["max-minutes"], "tue=60");
        let agreed = AgreedPlan {
            plan: Plan { begins: Date::default(), weeks: Vec::new() },
            goal: wish.goal.clone(),
            wishes: words,
            doctrine: "evidence-first".to_owned(),
            since: Date::default(),
        };
        assert_eq!(super::wish(&agreed), wish);
    }

    #[test]
    fn a_time_is_hours_or_minutes_by_its_colons() {
        assert_eq!(time("1:45:00"), Ok(Seconds(6300.0)));
        assert_eq!(time("42:30"), Ok(Seconds(2550.0)));
        assert!(time("1:75:00").is_err());
        assert!(time("two hours").unwrap_err().contains("like 1:45:00"));
    }

    #[test]
    fn a_day_is_named_in_short_or_in_full() {
        assert_eq!(weekday("Tue"), Ok(Weekday::Tuesday));
        assert_eq!(weekday("tuesday"), Ok(Weekday::Tuesday));
        assert!(weekday("tues").unwrap_err().contains("mon, tue, wed"));
        assert!(minutes("tue").unwrap_err().contains("like tue=60"));
        assert!(minutes("tue=5").unwrap_err().contains("10 to 600 minutes"));
    }

    #[test]
    fn weeks_are_one_or_a_row_of_them() {
        assert_eq!(weeks("3"), Ok((3, 3)));
        assert_eq!(weeks("3-6"), Ok((3, 6)));
        assert!(weeks("6-3").is_err());
        assert!(weeks("0").is_err());
    }
}
