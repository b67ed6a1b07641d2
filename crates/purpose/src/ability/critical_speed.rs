//! Critical speed from ordinary training. A training run is a lower bound on what the runner can
//! do; how far below depends on how hard it was, which heart rate and the shape of the effort tell.
//! Races, workouts and the pulse of easy running each vote, by the inverse of their variance.

use super::{
    demand::{Demand, USUAL_RESERVE},
    evidence::{Evidence, Known},
    hyperbola,
    pulse_line::PulseLine,
};

/// Heart rate at critical speed as a share of its maximum: 0.88 at the second threshold (science.md
/// section 1.1), critical speed a little above it.
const HR_SHARE: (f64, f64) = (0.89, 0.03);
/// So many of the most demanding runs are asked.
const WITNESSES: usize = 4;
/// No estimate from training is surer than this.
const SE_SHARE_MIN: f64 = 0.015;
/// A heart-rate maximum less certain than this cannot tell how hard a run was.
const HR_MAX_SE_USABLE: f64 = 5.0;
/// An effort at this share of heart-rate maximum is hard whatever the other runs were like.
const HARD_HR_SHARE: f64 = 0.90;

/// Critical speed (m/s), and D′ (m) where maximal efforts of different lengths tell it.
pub(super) struct Found {
    pub critical_speed: Known,
    pub reserve: Option<Known>,
}

/// What the runs of a window tell; `None` when nothing hard was run and heart rate is of no use.
pub(super) fn find(
    runs: &[Evidence<'_>],
    hr_max: Option<&Known>,
    line: Option<&PulseLine>,
) -> Option<Found> {
    let reserve = reserve(runs, hr_max);
    let mut votes = witnesses(runs, hr_max, reserve.as_ref());
    if let (Some(line), Some(hr_max)) = (line, hr_max) {
        votes.extend(by_pulse(line, hr_max));
    }
    Some(Found { critical_speed: agreed(&votes)?, reserve })
}

/// The most demanding runs, each with the critical speed it points at.
fn witnesses(runs: &[Evidence<'_>], hr_max: Option<&Known>, reserve: Option<&Known>) -> Vec<Known> {
    let needed = |demand: &Demand| {
        reserve.map_or_else(|| demand.usual(), |known| demand.with_reserve(known.value))
    };
    let mut hard: Vec<(f64, &Evidence<'_>, Demand)> = runs
        .iter()
        .filter_map(|run| Some((run, run.trace().demand?)))
        .filter(|(run, demand)| run.is_hard() || hr_share(demand, hr_max) >= Some(HARD_HR_SHARE))
        .map(|(run, demand)| (needed(&demand), run, demand))
        .collect();
    hard.sort_by(|a, b| b.0.total_cmp(&a.0));
    hard.truncate(WITNESSES);
    hard.into_iter()
        .map(|(needed, run, demand)| {
            let (used, used_se) = share_used(&demand, hr_share(&demand, hr_max));
            let value = needed / used;
            let reserve_se = reserve.map_or(USUAL_RESERVE.1 * value, |known| known.se);
            let by_reserve = reserve_se / demand.lasted.0.max(120.0);
            let se = (value * used_se / used).hypot(by_reserve);
            Known::observed(value, se, vec![run.id().clone()])
        })
        .collect()
}

/// How much of critical speed an effort used, and its standard error, by its shape and by the heart
/// rate at its end. Reps leave a little more of the reserve than races do; the most demanding
/// sessions of some weeks, which alone are asked, leave little (our convention).
fn share_used(demand: &Demand, hr_share: Option<f64>) -> (f64, f64) {
    const UNBROKEN: f64 = 0.85;
    let is_unbroken = demand.unbroken >= UNBROKEN;
    let Some(hr_share) = hr_share else {
        return if is_unbroken { (0.975, 0.035) } else { (0.965, 0.04) };
    };
    let spared = (race_hr_share(demand.lasted.minutes()) - hr_share).max(0.0);
    if is_unbroken {
        ((0.99 - 0.7 * spared).max(0.8), 0.02 + 0.3 * spared)
    } else {
        ((0.985 - 0.6 * spared).max(0.8), 0.03 + 0.3 * spared)
    }
}

/// The share of heart-rate maximum at the end of an all-out effort of so many minutes.
fn race_hr_share(minutes: f64) -> f64 {
    (0.97 - 0.024 * (minutes / 20.0).max(1.0).ln()).max(0.90)
}

fn hr_share(demand: &Demand, hr_max: Option<&Known>) -> Option<f64> {
    let hr_max = hr_max.filter(|known| known.se <= HR_MAX_SE_USABLE)?;
    Some(demand.hr_at_end?.0 / hr_max.value)
}

/// The speed at which the pulse of even running would reach the second threshold.
fn by_pulse(line: &PulseLine, hr_max: &Known) -> Option<Known> {
    let hr_se = (HR_SHARE.1 * hr_max.value).hypot(HR_SHARE.0 * hr_max.se);
    let known = line.speed_at(HR_SHARE.0 * hr_max.value, hr_se);
    ((1.5..6.8).contains(&known.value) && known.se < 0.2 * known.value).then_some(known)
}

/// The mean of the votes by inverse variance. What makes one session miss makes its like miss too,
/// so that many votes are no surer than two.
fn agreed(votes: &[Known]) -> Option<Known> {
    let weight: f64 = votes.iter().map(|vote| vote.se.powi(-2)).sum();
    let value = votes.iter().map(|vote| vote.value * vote.se.powi(-2)).sum::<f64>() / weight;
    let apart = votes.iter().map(|vote| ((vote.value - value) / vote.se).powi(2)).sum::<f64>();
    let excess = (apart / votes.len() as f64).sqrt().max(1.0);
    let mut from: Vec<_> = votes.iter().flat_map(|vote| vote.from.clone()).collect();
    from.sort();
    from.dedup();
    let alike = (votes.len() as f64 / 2.0).max(1.0).sqrt();
    let se = (weight.powf(-0.5) * alike * excess).max(SE_SHARE_MIN * value);
    let basis = votes.first()?.basis;
    Some(Known { value, se, from, basis }.widened_if_alone())
}

/// D′ from races of different lengths, where there are enough of them.
fn reserve(runs: &[Evidence<'_>], hr_max: Option<&Known>) -> Option<Known> {
    let mut races: Vec<(f64, f64, &Evidence<'_>)> = vec![];
    for run in runs.iter().filter(|run| run.is_hard()) {
        let Some(demand) = run.trace().demand else { continue };
        let (used, _) = share_used(&demand, hr_share(&demand, hr_max));
        let whole = run.trace().best_efforts.iter().find(|effort| {
            (0.85..=1.15).contains(&(effort.time.0 / demand.lasted.0))
                && (100.0..1500.0).contains(&effort.time.0)
        });
        let Some(effort) = whole.filter(|_| used >= 0.97) else { continue };
        races.push((effort.distance.0, effort.time.0, run));
    }
    races.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    races.dedup_by_key(|race| race.0);
    let efforts: Vec<_> = races.iter().map(|race| (race.0, race.1)).collect();
    let fitted = hyperbola::fit(&efforts)?;
    let from = races.iter().map(|race| race.2.id().clone()).collect();
    Some(Known::observed(fitted.reserve, fitted.reserve_se.max(20.0), from))
}
