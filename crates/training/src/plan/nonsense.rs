//! What can be written as a plan and that nobody can run: distances, times, paces and caps beyond what is
//! human, and a week that is there twice. A plan that somebody hands in is looked at for it; one that was
//! kept is not.

use super::{NotAPlan, meant};
use crate::{
    notation::parse_day,
    quantity::{Metres, MetresPerSecond, Seconds},
    session::{Amount, Effort, Part},
};
use std::{collections::BTreeMap, ops::RangeInclusive};

/// From a stride to longer than anybody runs in one go, in metres (our own convention).
const METRES: RangeInclusive<f64> = 10.0..=500_000.0;
/// From a few steps to two days, in seconds (our own convention).
const SECONDS: RangeInclusive<f64> = 5.0..=172_800.0;
/// From a little faster than 100 m in 9.58 s, which is 1:36/km, to a stroll, in seconds a kilometre.
const SECONDS_PER_KM: RangeInclusive<f64> = 90.0..=1800.0;
/// Heart rates that a heart may be held to, in beats a minute.
const BPM: RangeInclusive<f64> = 60.0..=230.0;
/// How often something is done again.
const REPS: RangeInclusive<u32> = 1..=100;

/// Refuses the first line of a plan that nobody can run, with what would do. Lines that cannot be read
/// are left to who reads them.
pub fn refuse_nonsense(text: &str) -> Result<(), NotAPlan> {
    let mut weeks = BTreeMap::new();
    for (number, line) in meant(text) {
        let fault = match line.to_lowercase().strip_prefix("week") {
            Some(head) => again(head, number, &mut weeks),
            None => {
                parse_day(line).ok().and_then(|(_, session)| session.parts.iter().find_map(odd))
            }
        };
        if let Some(why) = fault {
            return Err(NotAPlan { line: number, why });
        }
    }
    Ok(())
}

/// What is wrong with the head of a week whose number was there before.
fn again(head: &str, line: usize, weeks: &mut BTreeMap<usize, usize>) -> Option<String> {
    let week: usize = head.split(',').next()?.trim().parse().ok()?;
    let first = weeks.insert(week, line)?;
    Some(format!(
        "week {week} begins on line {first} already; number the weeks one after the other"
    ))
}

/// What is wrong with a part of a session.
fn odd(part: &Part) -> Option<String> {
    match part {
        Part::Unbroken { effort, .. } => odd_effort(effort),
        Part::Reps { count, .. } if !REPS.contains(count) => {
            Some(format!("nobody does it {count} times; reps are 1 to 100"))
        }
        Part::Reps { work, rest, .. } => odd_effort(work).or_else(|| odd_effort(rest)),
    }
}

fn odd_effort(effort: &Effort) -> Option<String> {
    let amount = effort.amount;
    let is_odd = match amount {
        Amount::Distance(Metres(metres)) => !METRES.contains(&metres),
        Amount::Time(Seconds(seconds)) => !SECONDS.contains(&seconds),
    };
    if is_odd {
        let range = match amount {
            Amount::Distance(_) => "distances are 10m to 500km",
            Amount::Time(_) => "times are 5s to 48h",
        };
        return Some(format!("nobody runs {amount}; {range}"));
    }
    let pace = effort.speed.and_then(MetresPerSecond::seconds_per_km);
    if pace.is_some_and(|pace| !SECONDS_PER_KM.contains(&pace)) {
        return Some(format!("nobody runs {effort}; paces are 1:30/km to 30:00/km"));
    }
    let is_odd = effort.hr_cap.is_some_and(|hr| !BPM.contains(&hr.0));
    is_odd.then(|| format!("no heart is held to {effort}; caps are hr<=60 to hr<=230"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: &str) {
        let fault = refuse_nonsense(&format!("Mon rest\n{line}\n")).unwrap_err();
        assert_eq!(fault.to_string(), format!("line 2: {expected}"));
    }

    #[test]
    fn what_nobody_can_run_is_refused_by_its_line_with_what_would_do() {
        check("Tue easy 9999999km", "nobody runs 9999999km; distances are 10m to 500km");
        check("Tue easy 0km", "nobody runs 0m; distances are 10m to 500km");
        check("Tue easy 0min", "nobody runs 0s; times are 5s to 48h");
        check("Tue tempo 5km @1:00/km", "nobody runs 5km @1:00; paces are 1:30/km to 30:00/km");
        check(
            "Tue 6x(800m @0:40 / 2min jog)",
            "nobody runs 800m @0:40; paces are 1:30/km to 30:00/km",
        );
        check("Tue 0x(800m / 2min jog)", "nobody does it 0 times; reps are 1 to 100");
        check(
            "Tue easy 8km hr<=900",
            "no heart is held to 8km hr<=900; caps are hr<=60 to hr<=230",
        );
    }

    #[test]
    fn a_week_that_is_there_twice_is_refused_with_where_it_was() {
        let fault =
            refuse_nonsense("Week 1, base\nTue easy 8km\n\nWeek 1\nTue easy 8km").unwrap_err();
        let expected =
            "line 4: week 1 begins on line 1 already; number the weeks one after the other";
        assert_eq!(fault.to_string(), expected);
    }

    #[test]
    fn what_people_run_is_let_be() {
        let plan = "Week 1\nMon strength 30min\nTue strides 6x(20s @2:30 / 60s walk)\nSat race 160km\n\
                    \nWeek 2\nSun long 2h30min @9:00/mi hr<=150";
        assert_eq!(refuse_nonsense(plan), Ok(()));
    }
}
