//! The five pillars of what happens between the runs: sleep, drinking, eating, calm, and days that
//! recover. The weakest decides. How well somebody really drank or ate is not known, only how well
//! they say they did.

use super::{sleep::nights, statistics::mean};
use crate::{case::Case, finding::Verdict};
use training::{
    CheckIn, Purpose,
    calendar::{add_days, days_between},
};

/// Hours of sleep a night that carry, as a mean of seven days (Walsh 2021: the usual line).
const ENOUGH_SLEEP: f64 = 7.0;
/// The middle of a scale from 1 to 5.
const MIDDLE: f64 = 3.0;
/// Days of seven without a run, or with nothing but a recovery run or a walk.
const ENOUGH_QUIET_DAYS: f64 = 1.0;
/// Answers of seven days it takes to speak of them.
const FEWEST: usize = 3;

/// One pillar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pillar {
    /// Its name.
    pub name: &'static str,
    /// What it is measured in, as it follows the value: `hours a night`.
    pub unit: &'static str,
    /// The value of the last seven days; `None` where it is not known.
    pub value: Option<f64>,
    /// What carries: at least this, or at most this for stress.
    pub asked: f64,
    /// How much of what is asked is reached: 1 carries, less does not; `None` where it is not known.
    pub reached: Option<f64>,
    /// What to do where it does not carry.
    pub remedy: &'static str,
    /// What would tell where it is not known.
    pub supply: &'static str,
}

impl Pillar {
    /// Whether it carries.
    pub fn verdict(&self) -> Verdict {
        match self.reached {
            None => Verdict::CannotTell,
            Some(reached) if reached < 1.0 => Verdict::Broken,
            Some(_) => Verdict::Kept,
        }
    }

    /// The pillar with its numbers: `sleep 6.4 hours a night (7 or more)`.
    pub fn in_words(&self) -> String {
        let Some(value) = self.value else { return format!("{} not known", self.name) };
        let side = if self.name == STRESS { "or less" } else { "or more" };
        let value = format!("{value:.1}");
        let value = value.trim_end_matches(".0");
        format!("{} {value} {} ({:.0} {side})", self.name, self.unit, self.asked)
    }
}

const STRESS: &str = "stress";

/// The five pillars over the last seven days.
pub fn pillars(case: &Case<'_>) -> [Pillar; 5] {
    [
        Pillar {
            name: "sleep",
            unit: "hours a night",
            remedy: "Go to bed half an hour earlier this week, at the same hour each night.",
            supply: "Say each morning how long you slept.",
            ..at_least(ENOUGH_SLEEP, nights(case).mean)
        },
        Pillar {
            name: "drinking",
            unit: "of 5",
            remedy: "Drink through the day, not only around runs, and more when it is warm.",
            supply: "Say each day how well you drank (1 to 5).",
            ..at_least(MIDDLE, of_five(case, |said| said.drinking.map(u8::from)))
        },
        Pillar {
            name: "eating",
            unit: "of 5",
            remedy: "Eat soon after hard and long runs, and regular meals of plain food otherwise.",
            supply: "Say each day how well you ate (1 to 5).",
            ..at_least(MIDDLE, of_five(case, |said| said.eating.map(u8::from)))
        },
        Pillar {
            name: STRESS,
            unit: "of 5",
            remedy: "Keep a quiet hour free of screens and tasks, and run easily while it lasts.",
            supply: "Say each day how much stress you are under (1 to 5).",
            ..at_most(MIDDLE, of_five(case, |said| said.stress.map(u8::from)))
        },
        Pillar {
            name: "days that recover",
            unit: "in seven",
            remedy: "Keep one day a week for a walk, a gentle ride, a recovery run, or nothing.",
            supply: "Import the runs of a week or more.",
            ..at_least(ENOUGH_QUIET_DAYS, quiet_days(case))
        },
    ]
}

/// The pillar that carries least, of those that are known; `None` where none is.
pub fn weakest(pillars: &[Pillar]) -> Option<&Pillar> {
    let known = pillars.iter().filter_map(|pillar| Some((pillar, pillar.reached?)));
    known.min_by(|one, other| one.1.total_cmp(&other.1)).map(|(pillar, _)| pillar)
}

fn at_least(asked: f64, value: Option<f64>) -> Pillar {
    let reached = value.map(|value| value / asked);
    Pillar { name: "", unit: "", value, asked, reached, remedy: "", supply: "" }
}

/// On a scale from 1 to 5 that is better the lower it is.
fn at_most(asked: f64, value: Option<f64>) -> Pillar {
    let reached = value.map(|value| (6.0 - value) / (6.0 - asked));
    Pillar { reached, ..at_least(asked, value) }
}

fn of_five(case: &Case<'_>, answer: fn(&CheckIn) -> Option<u8>) -> Option<f64> {
    let check_ins = case.recent_check_ins(7).iter();
    let answers: Vec<f64> = check_ins.filter_map(answer).map(f64::from).collect();
    (answers.len() >= FEWEST).then(|| mean(&answers)).flatten()
}

/// Days of the last seven without a run, or with nothing but recovery runs and walks.
fn quiet_days(case: &Case<'_>) -> Option<f64> {
    let first = add_days(case.on, -6);
    if days_between(case.first_run_day()?, first) < 0 {
        return None;
    }
    let is_quiet = |back: &i64| {
        let day = add_days(case.on, -back);
        let mut runs = case.runs_between(day, day).iter();
        runs.all(|run| matches!(run.purpose(), Purpose::Recovery | Purpose::Walk))
    };
    Some((0..7).filter(is_quiet).count() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    fn of(week: &str) -> [Pillar; 5] {
        pillars(&example(&format!("1 week:\nMon easy 45min\n{week}")).case())
    }

    #[test]
    fn a_pillar_nobody_spoke_of_is_not_known() {
        let verdicts = of("check-in Mon: drinking 1").map(|pillar| pillar.verdict());
        let [sleep, drinking, _, _, quiet] = verdicts;
        assert_eq!((sleep, drinking), (Verdict::CannotTell, Verdict::CannotTell));
        assert_eq!(quiet, Verdict::Kept);
    }

    #[test]
    fn the_weakest_decides() {
        let days = ["Mon", "Tue", "Wed", "Thu"];
        let said: Vec<String> = days
            .iter()
            .map(|day| format!("check-in {day}: sleep 6.3, drinking 4, eating 2, stress 3"))
            .collect();
        let pillars = of(&said.join("\n"));
        assert_eq!(weakest(&pillars).unwrap().name, "eating");
        assert_eq!(pillars[3].verdict(), Verdict::Kept);
        assert!(pillars[0].reached.unwrap() < 1.0);
    }

    #[test]
    fn seven_days_of_running_leave_none_that_recovers() {
        let days = ["Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
        let all: Vec<String> = days.iter().map(|day| format!("{day} easy 45min")).collect();
        assert_eq!(of(&all.join("\n"))[4].value, Some(0.0));
        let but_one = all.join("\n").replace("Fri easy 45min", "Fri recovery 25min");
        assert_eq!(of(&but_one)[4].value, Some(1.0));
    }
}
