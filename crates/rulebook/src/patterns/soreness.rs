//! Patterns of soreness: on the day after long runs, and how long it lasts after hard ones.

use super::{
    Gathered, Look,
    following::{run_days, said_after, said_on},
    of_ten,
};
use crate::{
    case::Case,
    finding::Unit,
    measures::{statistics::median, structure::is_hard},
    source::Grade,
};
use std::collections::BTreeMap;
use training::{
    CheckIn, Date, NamedRun, Purpose,
    calendar::{add_days, days_between},
};

pub(super) const SLOWER_RECOVERY: Look = Look {
    id: "slower-recovery-from-hard-runs",
    looked_at: "days until soreness was back at your usual after a hard run, in the last eight weeks \
                against the year before",
    measured: "the time until soreness was back at your usual",
    concludes: "You recover more slowly from hard runs than you did",
    these: "hard runs of the last eight weeks",
    those: "hard runs of the year before",
    unit: Unit::Days,
    told: |days| format!("{days:.1} days"),
    sign: 1.0,
    fewest: 5,
    least: 0.0,
    finest: 0.5,
    grade: Grade::Weak,
    supply: "Say in the check-in how sore you are, every day from a hard run until the soreness is \
             gone.",
    gather: days_of_soreness,
};

pub(super) const AFTER_LONG_RUNS: Look = Look {
    id: "soreness-after-long-runs",
    looked_at: "soreness on the day after a long run, against the day after other runs",
    measured: "soreness the next day",
    concludes: "Long runs leave you sore",
    these: "long runs",
    those: "other runs",
    unit: Unit::Points,
    told: of_ten,
    sign: 1.0,
    fewest: 5,
    least: 0.0,
    finest: 0.5,
    grade: Grade::Convention,
    supply: "Say in the check-in how sore you are and where, on days after long runs and on others.",
    gather: after_long_runs,
};

/// Recovery now is that of the last eight weeks …
const NOW_DAYS: i64 = 56;
/// … and before is the year before them.
const BEFORE_DAYS: i64 = 364;
/// Soreness is followed for a week; what lasts longer counts as a week.
const FOLLOWED_DAYS: i64 = 7;

fn days_of_soreness(case: &Case<'_>) -> Gathered {
    let mut gathered = Gathered::default();
    let answers: Vec<f64> =
        case.recent_check_ins(NOW_DAYS + BEFORE_DAYS).iter().filter_map(how_sore).collect();
    let Some(usual) = median(&answers) else { return gathered };
    let first = add_days(case.on, 1 - NOW_DAYS - BEFORE_DAYS);
    let hard: Vec<Date> = case
        .runs_between(first, case.on)
        .iter()
        .filter(|run| is_hard(run))
        .map(NamedRun::date)
        .collect();
    for (index, day) in hard.iter().enumerate() {
        let next = hard.get(index + 1).copied();
        let Some(days) = days_until_usual(case, *day, next, usual) else { continue };
        let is_now = days_between(*day, case.on) < NOW_DAYS;
        let side = if is_now { &mut gathered.these } else { &mut gathered.those };
        side.push(days as f64);
    }
    gathered
}

/// Days from a hard run until soreness was back at the usual, at least to the next hard run;
/// `None` where a day in between was not answered.
fn days_until_usual(case: &Case<'_>, day: Date, next: Option<Date>, usual: f64) -> Option<i64> {
    let last = next.map_or(FOLLOWED_DAYS, |next| days_between(day, next).min(FOLLOWED_DAYS));
    for days in 1..=last {
        let sore = said_on(case, add_days(day, days)).and_then(how_sore)?;
        if sore <= usual {
            return Some(days);
        }
    }
    (last > 0).then_some(last)
}

fn after_long_runs(case: &Case<'_>) -> Gathered {
    let mut gathered = Gathered::default();
    let (mut sites, mut other_sites) = (Sites::default(), Sites::default());
    for (day, runs) in run_days(case) {
        let Some(said) = said_after(case, day) else { continue };
        let Some(sore) = how_sore(said) else { continue };
        if runs.iter().any(|run| run.purpose() == Purpose::Long) {
            gathered.these.push(sore);
            sites.note(said);
        } else {
            gathered.those.push(sore);
            other_sites.note(said);
        }
    }
    gathered.remark = sites.standing_out(&other_sites);
    gathered
}

/// Where it was sore, by how often the runner named the place.
#[derive(Default)]
struct Sites {
    answers: usize,
    named: BTreeMap<String, usize>,
}

/// A place stands out when it was named after so many long runs …
const NAMED_MIN: usize = 5;
/// … and so many times as often as after other runs.
const NAMED_TIMES: f64 = 2.0;

impl Sites {
    fn note(&mut self, said: &CheckIn) {
        self.answers += 1;
        if let Some(site) = &said.sore_site {
            *self.named.entry(site.trim().to_lowercase()).or_default() += 1;
        }
    }

    /// The share of the answers that named a place.
    fn share(&self, site: &str) -> f64 {
        let named = self.named.get(site).copied().unwrap_or_default();
        named as f64 / self.answers.max(1) as f64
    }

    fn standing_out(&self, others: &Self) -> Option<String> {
        let (site, times) = self.named.iter().max_by_key(|(_, times)| **times)?;
        let stands_out =
            *times >= NAMED_MIN && self.share(site) >= NAMED_TIMES * others.share(site);
        stands_out.then(|| format!("After {times} of the long runs you named one place: {site}."))
    }
}

/// How sore, from 0 to 10.
fn how_sore(check_in: &CheckIn) -> Option<f64> {
    check_in.soreness.map(|answer| f64::from(u8::from(answer)))
}
