//! The weekly distance with which a runner got faster: blocks of four weeks, sorted by how much
//! they held, beside the change of critical speed over them.

use super::{statistics::mean, volume::total_distance};
use crate::case::Case;
use std::collections::BTreeMap;
use training::{Metres, NamedRun, calendar::add_days};

/// A block lasts four weeks.
pub const BLOCK_DAYS: i64 = 28;
/// The blocks of a year before the last four weeks.
const BLOCKS: i64 = 12;
/// Weeks of about the same distance: a band this wide.
const BAND: Metres = Metres::from_km(10.0);
/// A band with fewer blocks tells nothing.
const FEWEST: usize = 2;

/// The weekly distances that went with the greatest gain.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BestVolume {
    /// The lower end of the band.
    pub from: Metres,
    /// Its upper end.
    pub to: Metres,
    /// The mean change of critical speed over a block, as a share.
    pub gain: f64,
}

/// The band with the greatest gain in the year before the last four weeks; `None` where fewer than
/// two bands hold two blocks with distances and critical speed, or none brought a gain.
pub fn best_volume(case: &Case<'_>) -> Option<BestVolume> {
    let mut bands: BTreeMap<i64, Vec<f64>> = BTreeMap::new();
    for step in 1..=BLOCKS {
        let last = add_days(case.on, -BLOCK_DAYS * step);
        let runs = case.runs_between(add_days(last, 1 - BLOCK_DAYS), last);
        let Some((weekly, gain)) = weekly_distance(runs).zip(gain(runs)) else { continue };
        bands.entry((weekly.0 / BAND.0).floor() as i64).or_default().push(gain);
    }
    bands.retain(|_, gains| gains.len() >= FEWEST);
    if bands.len() < 2 {
        return None;
    }
    let gains = bands.into_iter().filter_map(|(band, gains)| Some((band, mean(&gains)?)));
    let (band, gain) = gains.max_by(|one, other| one.1.total_cmp(&other.1))?;
    let from = Metres(band as f64 * BAND.0);
    (gain > 0.0).then_some(BestVolume { from, to: from + BAND, gain })
}

fn weekly_distance(runs: &[NamedRun]) -> Option<Metres> {
    let weeks = BLOCK_DAYS as f64 / 7.0;
    total_distance(runs).map(|metres| Metres(metres.0 / weeks)).filter(|weekly| weekly.0 > 0.0)
}

/// How critical speed changed over a block, as a share.
fn gain(runs: &[NamedRun]) -> Option<f64> {
    let speed = |run: &NamedRun| run.thresholds.critical_speed.map(|critical| critical.value.0);
    let (first, last) = (runs.iter().find_map(speed)?, runs.iter().rev().find_map(speed)?);
    Some(last / first - 1.0)
}
