//! Nine detectors of junk miles found in other programs, written here from their published rules
//! and thresholds, to be measured on the same runs. Each is given everymile's own thresholds and,
//! where it asks whether a run was easy, everymile's own purpose; none does worse for want of them.

use crate::facts::Facts;
use training::{Date, Purpose, Week, Weekday, calendar::days_between};

/// One run as a detector sees it.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// Its local day.
    pub date: Date,
    /// What everymile says it was for.
    pub purpose: Purpose,
    /// What was measured.
    pub facts: &'a Facts,
}

/// A detector: whether it calls a run junk, among the runner's runs, oldest first. Those that judge
/// weeks name no run, so every run of a week they warn about is called junk.
pub struct Baseline {
    /// Its number and kind.
    pub name: &'static str,
    /// Its rule.
    pub rule: &'static str,
    /// Whether it calls the run at this place junk.
    pub calls_junk: fn(&[Seen<'_>], usize) -> bool,
}

/// The nine, in the order of the survey they were found in.
pub const BASELINES: [Baseline; 9] = [
    Baseline {
        name: "B1 third zone",
        rule: "more than 20 % of the time in the third of five heart-rate zones",
        calls_junk: third_zone,
    },
    Baseline {
        name: "B2 mean pace",
        rule: "mean pace between easy and threshold, in 14 days of which much is so",
        calls_junk: mean_pace,
    },
    Baseline {
        name: "B3 points",
        rule: "drift 40, zones 3 and 4 30, uneven pace 20: junk from 60",
        calls_junk: points,
    },
    Baseline {
        name: "B4 long and light",
        rule: "over an hour with little stress",
        calls_junk: long_and_light,
    },
    Baseline {
        name: "B5 counted as easy",
        rule: "between marathon and easy pace without quality: counted as easy",
        calls_junk: never,
    },
    Baseline {
        name: "B6 own maximum",
        rule: "an easy run whose mean heart rate is over 80 % of that run's highest",
        calls_junk: own_maximum,
    },
    Baseline {
        name: "B7 moderate share",
        rule: "over four weeks more than 20 % in the moderate of three zones (names the runs mostly \
               in it)",
        calls_junk: moderate_share,
    },
    Baseline {
        name: "B8 easy share and growth",
        rule: "a week with less than 70 % easy, or 10 % more than the week before",
        calls_junk: easy_share_and_growth,
    },
    Baseline {
        name: "B9 polarization",
        rule: "a week whose polarization index is 2 or less",
        calls_junk: polarization,
    },
];

fn third_zone(runs: &[Seen<'_>], at: usize) -> bool {
    runs[at].facts.five_zones.is_some_and(|zones| zones[2] > 0.20)
}

/// Speeds as shares of critical speed, which stands for threshold pace: slower than easy pace × 0.92
/// is easy (easy taken as 0.78), faster than threshold pace × 1.06 is threshold.
fn is_between_easy_and_threshold(speed: f64) -> bool {
    (0.78 / 0.92..1.0 / 1.06).contains(&speed)
}

fn mean_pace(runs: &[Seen<'_>], at: usize) -> bool {
    let speed = |run: &Seen<'_>| run.facts.of_critical_speed;
    if !speed(&runs[at]).is_some_and(is_between_easy_and_threshold) {
        return false;
    }
    let (mut grey, mut quality, mut all) = (0.0, 0.0, 0.0);
    for run in last_days(runs, at, 14) {
        let Some(speed) = speed(run) else { continue };
        let minutes = run.facts.minutes;
        all += minutes;
        grey += if is_between_easy_and_threshold(speed) { minutes } else { 0.0 };
        quality += if speed >= 1.0 / 1.06 { minutes } else { 0.0 };
    }
    let (is_high, is_medium) =
        (grey >= 0.45 * all && quality < 0.25 * all, grey >= 0.30 * all && quality < 0.30 * all);
    all >= 120.0 && (is_high || is_medium)
}

fn points(runs: &[Seen<'_>], at: usize) -> bool {
    let facts = runs[at].facts;
    let drifts = facts.drift_percent.is_some_and(|drift| drift > 10.0);
    let is_hard = facts.five_zones.is_some_and(|zones| zones[2] + zones[3] > 0.60);
    let is_uneven = facts.variation_percent.is_some_and(|variation| variation > 10.0);
    40 * u32::from(drifts) + 30 * u32::from(is_hard) + 20 * u32::from(is_uneven) >= 60
}

fn long_and_light(runs: &[Seen<'_>], at: usize) -> bool {
    let facts = runs[at].facts;
    facts.minutes > 60.0 && facts.of_hr_max.is_some_and(|share| share < 0.75)
}

fn never(_: &[Seen<'_>], _: usize) -> bool {
    false
}

fn own_maximum(runs: &[Seen<'_>], at: usize) -> bool {
    is_without_structure(runs[at].purpose)
        && runs[at].facts.of_own_hr_max.is_some_and(|share| share > 0.80)
}

fn moderate_share(runs: &[Seen<'_>], at: usize) -> bool {
    let share = |runs: &[Seen<'_>]| zone_shares(runs).map(|zones| zones[1]);
    let is_much = share(last_days(runs, at, 28)).is_some_and(|share| share > 0.20);
    is_much && share(&runs[at..=at]).is_some_and(|share| share > 0.50)
}

fn easy_share_and_growth(runs: &[Seen<'_>], at: usize) -> bool {
    let week = Week::of(runs[at].date, Weekday::Monday);
    let km = |week: Week| week_of(runs, week).map(|run| run.facts.km).sum::<f64>();
    let easy = week_of(runs, week).filter(|run| run.purpose.is_easy());
    let easy: f64 = easy.map(|run| run.facts.km).sum();
    let (this, before) = (km(week), km(week.plus(-1)));
    easy < 0.70 * this || (before > 0.0 && this > 1.10 * before)
}

fn polarization(runs: &[Seen<'_>], at: usize) -> bool {
    let week = Week::of(runs[at].date, Weekday::Monday);
    let week: Vec<Seen<'_>> = week_of(runs, week).copied().collect();
    let Some([low, moderate, high]) = zone_shares(&week) else { return false };
    moderate > 0.0 && high > 0.0 && (low / moderate * high * 100.0).log10() <= 2.0
}

fn is_without_structure(purpose: Purpose) -> bool {
    matches!(purpose, Purpose::Easy | Purpose::Recovery | Purpose::Long | Purpose::Steady)
}

/// Shares of three zones over several runs, weighted by time; `None` without heart rate.
fn zone_shares(runs: &[Seen<'_>]) -> Option<[f64; 3]> {
    let mut shares = [0.0; 3];
    let mut all = 0.0;
    for (run, zones) in runs.iter().filter_map(|run| Some((run, run.facts.three_zones?))) {
        all += run.facts.minutes;
        for (share, zone) in shares.iter_mut().zip(zones) {
            *share += zone * run.facts.minutes;
        }
    }
    (all > 0.0).then(|| shares.map(|share| share / all))
}

fn last_days<'r, 'f>(runs: &'r [Seen<'f>], at: usize, days: i64) -> &'r [Seen<'f>] {
    let from = runs.partition_point(|run| days_between(run.date, runs[at].date) >= days);
    &runs[from..=at]
}

fn week_of<'r, 'f>(runs: &'r [Seen<'f>], week: Week) -> impl Iterator<Item = &'r Seen<'f>> {
    runs.iter().filter(move |run| week.holds(run.date))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_planned_tempo_is_junk_to_a_detector_that_knows_only_its_heart_rate() {
        let tempo = Facts { five_zones: Some([0.1, 0.1, 0.3, 0.5, 0.0]), ..Facts::default() };
        let run =
            Seen { date: jiff::civil::date(2026, 3, 3), purpose: Purpose::Tempo, facts: &tempo };
        assert!(third_zone(&[run], 0));
    }
}
