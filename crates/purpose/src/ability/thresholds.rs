//! The thresholds below critical speed, and the usual easy speed: derived by published shares, read
//! off the runner's own pulse line where that helps, or seen in long hard efforts.

use super::{
    Anchors,
    evidence::{Evidence, Known, middle},
};

/// LT1 as a share of critical speed (Muniz-Pumares et al. 2025, 151,813 marathons); its standard
/// error is of the order of the 0.6 to 0.8 km/h that Nuuttila et al. 2025 found for LT1.
const LT1_SHARE: (f64, f64) = (0.823, 0.035);
/// LT1 as a share of heart-rate maximum (Seiler), with a standard error in bpm (Nuuttila 2025).
const LT1_HR: (f64, f64) = (0.81, 7.0);
/// LT2 as a share of heart-rate maximum (Seiler), with a standard error in bpm (Nuuttila 2025).
const LT2_HR: (f64, f64) = (0.88, 5.0);
/// Standard error of a second threshold seen in long hard efforts, in bpm.
const LT2_SEEN_SE: f64 = 4.0;
/// The speed that can be held for an hour, as a share of critical speed.
const HOUR_SHARE: f64 = 0.97;
/// Running up to this share of critical speed may be easy.
const EASY_SHARE_MAX: f64 = 0.86;
/// Easy running is known no better than this, as a share of its speed …
const EASY_SE_MIN: f64 = 0.01;
/// … nor, from one run alone, which shows no spread, than this (our convention).
const EASY_SE_ALONE: f64 = 0.05;

/// Speed at the first threshold: a share of critical speed, or else where the pulse line meets the
/// heart rate of it.
pub(super) fn lt1_speed(anchors: &Anchors<'_>) -> Option<Known> {
    if let Some(critical) = &anchors.critical_speed {
        let se = (LT1_SHARE.0 * critical.se).hypot(LT1_SHARE.1 * critical.value);
        return Some(Known::derived(LT1_SHARE.0 * critical.value, se, critical.from.clone()));
    }
    let hr = share_of_hr_max(anchors, LT1_HR)?;
    let crossing = anchors.line.as_ref()?.speed_at(hr.value, hr.se);
    (crossing.se < 0.2 * crossing.value).then_some(crossing)
}

/// Heart rate at the first threshold: a share of the maximum, and the pulse line at its speed, by
/// the inverse of their variance.
pub(super) fn lt1_hr(anchors: &Anchors<'_>) -> Option<Known> {
    let by_share = share_of_hr_max(anchors, LT1_HR);
    let by_line = anchors.critical_speed.as_ref().and_then(|critical| {
        let speed_se = (LT1_SHARE.0 * critical.se).hypot(LT1_SHARE.1 * critical.value);
        Some(anchors.line.as_ref()?.hr_at(LT1_SHARE.0 * critical.value, speed_se))
    });
    let (Some(share), Some(line)) = (&by_share, &by_line) else { return by_share };
    let [by_share, by_line] = [share.se.powi(-2), line.se.powi(-2)];
    let weight = by_share + by_line;
    let value = (share.value * by_share + line.value * by_line) / weight;
    Some(Known::derived(value, weight.powf(-0.5), line.from.clone()))
}

/// Heart rate at the second threshold: seen in half hours run near the speed of an hour's race, or
/// else a share of the maximum.
pub(super) fn lt2_hr(anchors: &Anchors<'_>) -> Option<Known> {
    lt2_hr_seen(anchors).or_else(|| share_of_hr_max(anchors, LT2_HR))
}

/// The median heart rate of the three fastest half hours at 0.97 or more of the hour's speed,
/// accepted between 0.80 and 0.96 of the maximum (science.md section 1.5).
fn lt2_hr_seen(anchors: &Anchors<'_>) -> Option<Known> {
    let (critical, hr_max) = (anchors.critical_speed.as_ref()?, anchors.hr_max.as_ref()?);
    let mut efforts: Vec<_> = anchors
        .runs
        .iter()
        .filter_map(|run| Some((run.trace().half_hour?, run.id())))
        .filter(|(half_hour, _)| half_hour.gap_speed.0 >= 0.97 * HOUR_SHARE * critical.value)
        .collect();
    efforts.sort_by(|a, b| b.0.gap_speed.0.total_cmp(&a.0.gap_speed.0));
    efforts.truncate(3);
    let value = middle(efforts.iter().map(|(half_hour, _)| half_hour.hr.0).collect())?;
    let from = efforts.iter().map(|(_, id)| (*id).clone()).collect();
    let is_sane = (0.80..=0.96).contains(&(value / hr_max.value));
    is_sane.then(|| Known::observed(value, LT2_SEEN_SE, from).widened_if_alone())
}

fn share_of_hr_max(anchors: &Anchors<'_>, (share, se): (f64, f64)) -> Option<Known> {
    let hr_max = anchors.hr_max.as_ref()?;
    Some(Known::derived(share * hr_max.value, se.hypot(share * hr_max.se), hr_max.from.clone()))
}

/// The usual speed of easy runs on the flat: the median over the runs that were not hard.
pub(super) fn easy_speed(anchors: &Anchors<'_>) -> Option<Known> {
    let limit =
        anchors.critical_speed.as_ref().map_or(f64::MAX, |known| EASY_SHARE_MAX * known.value);
    let easy: Vec<(f64, &Evidence<'_>)> = anchors
        .runs
        .iter()
        .filter(|run| !run.is_hard() && run.trace().moving.minutes() >= 15.0)
        .filter_map(|run| Some((run.trace().gap_speed?.0, run)))
        .filter(|(speed, _)| *speed <= limit)
        .collect();
    let value = middle(easy.iter().map(|(speed, _)| *speed).collect())?;
    let spread = middle(easy.iter().map(|(speed, _)| (speed - value).abs()).collect())?;
    let se = 1.4826 * spread / (easy.len() as f64).sqrt();
    let least = if easy.len() == 1 { EASY_SE_ALONE } else { EASY_SE_MIN };
    let from = easy.iter().map(|(_, run)| run.id().clone()).collect();
    Some(Known::observed(value, se.max(least * value), from))
}
