//! What a runner would say each morning: sore after hard and long runs, tired after short nights,
//! and what they complain of.

use crate::{random::Random, runner::SimulatedRunner, truth::SimulatedRun};
use training::{CheckIn, Date, OutOfFive, OutOfTen, Pain, Purpose, Seconds, calendar::add_days};

/// What a runner complains of in the last days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Complaint {
    /// Very sore muscles.
    Soreness {
        /// For how many mornings.
        days: u32,
    },
    /// Pain in one place.
    Pain {
        /// For how many mornings.
        days: u32,
    },
    /// A night of four hours.
    ShortNight,
}

/// One answer for each morning from the first to the last day, both included; the complaint is of
/// the last mornings. Answers speak of the runs of the days before.
pub fn check_ins(
    runner: &SimulatedRunner,
    runs: &[SimulatedRun],
    (first, last): (Date, Date),
    complaint: Option<Complaint>,
) -> Vec<CheckIn> {
    let mut random = Random::branch(runner.seed, 0xFEE1);
    let mut said = Vec::new();
    let mut day = first;
    while day <= last {
        said.push(ordinary(day, runs, &mut random));
        day = add_days(day, 1);
    }
    if let Some(complaint) = complaint {
        complain(&mut said, complaint);
    }
    said
}

/// A morning as most are.
fn ordinary(day: Date, runs: &[SimulatedRun], random: &mut Random) -> CheckIn {
    let load = load(add_days(day, -1), runs) + 0.4 * load(add_days(day, -2), runs);
    let sleep = random.near(7.6, 0.35, 2.0);
    CheckIn {
        soreness: Some(of_ten(random.near(0.8 + load, 0.7, 2.0).clamp(0.0, 5.0))),
        pain: Some(pain(0, None)),
        fatigue: Some(of_five(random.near(1.8 + 0.4 * load, 0.4, 2.0).min(3.4))),
        motivation: Some(of_five(random.near(4.0, 0.5, 2.0))),
        mood: Some(of_five(random.near(4.0, 0.5, 2.0))),
        stress: Some(of_five(random.near(2.0, 0.5, 2.0))),
        sleep: Some(Seconds(3600.0 * (4.0 * sleep).round() / 4.0)),
        ..CheckIn::on(day)
    }
}

/// How much a day's running leaves in the legs, in points of soreness.
fn load(day: Date, runs: &[SimulatedRun]) -> f64 {
    let of_run = |run: &SimulatedRun| match run.truth.purpose {
        Purpose::Race => 3.0,
        Purpose::Long => 2.0,
        purpose if purpose.is_hard() => 1.8,
        _ => 0.3,
    };
    runs.iter().filter(|run| run.run.start.date() == day).map(of_run).fold(0.0, f64::max)
}

fn complain(said: &mut [CheckIn], complaint: Complaint) {
    let days = match complaint {
        Complaint::Soreness { days } | Complaint::Pain { days } => days as usize,
        Complaint::ShortNight => 1,
    };
    let since = said.len().saturating_sub(days);
    for check_in in &mut said[since..] {
        match complaint {
            Complaint::Soreness { .. } => check_in.soreness = Some(of_ten(7.0)),
            Complaint::Pain { .. } => check_in.pain = Some(pain(4, Some("left shin"))),
            Complaint::ShortNight => check_in.sleep = Some(Seconds(4.0 * 3600.0)),
        }
    }
}

fn pain(level: u8, site: Option<&str>) -> Pain {
    Pain {
        level: of_ten(f64::from(level)),
        site: site.map(str::to_owned),
        lasted: None,
        is_swollen: None,
        is_sharp_and_local: None,
    }
}

fn of_ten(answer: f64) -> OutOfTen {
    (answer.round().clamp(0.0, 10.0) as u8).try_into().expect("clamped to the scale")
}

fn of_five(answer: f64) -> OutOfFive {
    (answer.round().clamp(1.0, 5.0) as u8).try_into().expect("clamped to the scale")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{career::career, runner::runner};
    use jiff::civil::date;

    fn mornings(complaint: Option<Complaint>) -> Vec<CheckIn> {
        let runner = runner(6);
        let monday = date(2026, 1, 5);
        let runs: Vec<SimulatedRun> = career(&runner, monday, 4).collect();
        check_ins(&runner, &runs, (monday, date(2026, 2, 1)), complaint)
    }

    #[test]
    fn an_ordinary_runner_is_never_very_sore_and_answers_every_day() {
        let said = mornings(None);
        assert_eq!(said.len(), 28);
        assert!(said.iter().all(|day| day.soreness.map(u8::from) <= Some(5)));
    }

    #[test]
    fn a_complaint_is_of_the_last_days_only() {
        let said = mornings(Some(Complaint::Soreness { days: 3 }));
        let sore = said.iter().filter(|day| day.soreness.map(u8::from) == Some(7)).count();
        assert_eq!(sore, 3);
        assert_eq!(said.last().unwrap().soreness.map(u8::from), Some(7));
    }
}
