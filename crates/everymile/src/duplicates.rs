//! The same run twice: from two devices, in two formats, exported again. The richest copy counts,
//! the others are named; nothing is deleted. Knows only when, how long, how far and how rich.

use serde::{Deserialize, Serialize};
use training::{LocalStart, Metres, OddityKind, Run, Sample, Seconds};

/// What is needed to recognise a run in another copy.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Outline {
    /// When it began.
    pub start: LocalStart,
    /// Only the day is known: the time of it was guessed.
    pub is_day_only: bool,
    /// Time on the clock.
    pub elapsed: Seconds,
    /// Time with the timer running.
    pub moving: Seconds,
    /// Distance, where it is known.
    pub distance: Option<Metres>,
    /// How much the copy tells.
    pub richness: Richness,
}

/// How much a copy tells; compared field by field, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[allow(clippy::struct_excessive_bools, reason = "five independent things a copy may tell")]
pub struct Richness {
    /// It has samples, not a summary only.
    pub samples: bool,
    /// It has heart rate for at least half of them.
    pub hr: bool,
    /// It has altitude for at least half of them.
    pub altitude: bool,
    /// It has cadence for at least half of them.
    pub cadence: bool,
    /// It has laps or workout steps.
    pub laps: bool,
    /// How many samples.
    pub count: usize,
}

/// Overlap in time, as a part of the longer copy, from which two copies are one run.
const OVERLAP_MIN: f64 = 0.8;
/// How far the distances of two copies of one run may lie apart: two devices, two filters.
const DISTANCE_TOLERANCE: f64 = 0.05;
/// How far the starts may lie apart when somebody pressed two buttons.
const START_TOLERANCE: f64 = 120.0;
/// How far the times of two copies may lie apart when only their starts agree.
const TIME_TOLERANCE: f64 = 0.10;
/// How far distances and times may lie apart when a log tells of a recording.
const TOLD_DISTANCE_TOLERANCE: f64 = 0.02;
const TOLD_TIME_TOLERANCE: f64 = 0.03;
/// No place is farther from UTC than this.
const LARGEST_OFFSET: f64 = 14.0 * 3600.0;
/// Copies lie no farther apart than this: noon and an hour of the same day in another zone.
const FARTHEST_APART: f64 = LARGEST_OFFSET + 12.0 * 3600.0;

impl Outline {
    /// What is needed to recognise `run` elsewhere.
    pub fn of(run: &Run) -> Self {
        Self {
            start: run.start,
            is_day_only: run.oddities.iter().any(|oddity| oddity.kind == OddityKind::NoTimeOfDay),
            elapsed: run.elapsed(),
            moving: run.moving(),
            distance: run.distance(),
            richness: Richness::of(run),
        }
    }

    /// Whether both are copies of one run.
    pub fn is_of_the_run(&self, other: &Self) -> bool {
        self.was_with(other) || self.tells_of(other)
    }

    /// Whether both were surely recorded on one run, by their clocks.
    fn was_with(&self, other: &Self) -> bool {
        if self.is_day_only || other.is_day_only {
            return self.is_the_same_entry(other);
        }
        let close = self.distances_agree(other, DISTANCE_TOLERANCE);
        (close != Some(false) && self.overlaps(other))
            || (close == Some(true) && self.begins_with(other))
            || self.is_recorded_from_the_same_second(other)
    }

    /// Nobody begins two runs in one second: one recording was cut off, or a watch gave up.
    fn is_recorded_from_the_same_second(&self, other: &Self) -> bool {
        let are_recorded = self.richness.samples && other.richness.samples;
        are_recorded && self.start.utc.as_second() == other.start.utc.as_second()
    }

    /// Two entries of a day without its hours may be a warm-up and a cool-down: only what is alike
    /// to the last figure is one run.
    fn is_the_same_entry(&self, other: &Self) -> bool {
        (self.start, self.is_day_only) == (other.start, other.is_day_only)
            && (self.moving, self.elapsed, self.distance)
                == (other.moving, other.elapsed, other.distance)
    }

    /// Whether one may be a word of a log about the other.
    fn tells_of(&self, other: &Self) -> bool {
        let is_possible = match (self.is_day_only, other.is_day_only) {
            (true, true) => false,
            (false, false) => self.is_on_another_clock(other),
            _ => self.start.date() == other.start.date(),
        };
        is_possible
            && self.distances_agree(other, TOLD_DISTANCE_TOLERANCE) == Some(true)
            && (agree(self.moving.0, other.moving.0, TOLD_TIME_TOLERANCE)
                || agree(self.elapsed.0, other.elapsed.0, TOLD_TIME_TOLERANCE))
    }

    /// `None` where one of them has no distance.
    fn distances_agree(&self, other: &Self, tolerance: f64) -> Option<bool> {
        let (Metres(one), Metres(two)) = (self.distance?, other.distance?);
        Some(agree(one, two, tolerance))
    }

    fn overlaps(&self, other: &Self) -> bool {
        let later_start = self.starts().max(other.starts());
        let earlier_end = (self.starts() + self.elapsed.0).min(other.starts() + other.elapsed.0);
        let longer = self.elapsed.0.max(other.elapsed.0);
        longer > 0.0 && (earlier_end - later_start) / longer >= OVERLAP_MIN
    }

    fn begins_with(&self, other: &Self) -> bool {
        (self.starts() - other.starts()).abs() <= START_TOLERANCE
            && agree(self.moving.0, other.moving.0, TIME_TOLERANCE)
    }

    /// A row of a log often gives the wall clock without its offset: the same run then seems to
    /// begin some quarter hours earlier or later than its recording.
    fn is_on_another_clock(&self, other: &Self) -> bool {
        if self.richness.samples == other.richness.samples {
            return false;
        }
        let shift = (self.starts() - other.starts()).abs();
        let to_quarter = (shift / 900.0).fract();
        let off_quarter = to_quarter.min(1.0 - to_quarter) * 900.0;
        shift <= LARGEST_OFFSET + START_TOLERANCE && off_quarter <= START_TOLERANCE / 2.0
    }

    fn starts(&self) -> f64 {
        self.start.utc.as_second() as f64
    }
}

impl Richness {
    fn of(run: &Run) -> Self {
        let mostly = |has: fn(&Sample) -> bool| {
            2 * run.samples.iter().filter(|sample| has(sample)).count() > run.samples.len()
        };
        Self {
            samples: !run.samples.is_empty(),
            hr: mostly(|sample| sample.hr.is_some()),
            altitude: mostly(|sample| sample.altitude.is_some()),
            cadence: mostly(|sample| sample.cadence.is_some()),
            laps: run.laps.len() > 1 || !run.steps.is_empty(),
            count: run.samples.len(),
        }
    }
}

/// For every copy the index of the copy that counts instead of it; `None` for those that count.
/// Of two equally rich copies the earlier in the list counts.
pub fn instead_of<'a>(copies: impl IntoIterator<Item = &'a Outline>) -> Vec<Option<usize>> {
    let copies: Vec<&Outline> = copies.into_iter().collect();
    let mut by_start: Vec<usize> = (0..copies.len()).collect();
    by_start.sort_unstable_by_key(|&index| (copies[index].start.utc, index));
    let mut group: Vec<usize> = (0..copies.len()).collect();
    for (position, &index) in by_start.iter().enumerate() {
        let copy = copies[index];
        let is_near =
            |earlier: &&usize| copy.starts() - copies[**earlier].starts() <= FARTHEST_APART;
        let near = || by_start[..position].iter().rev().take_while(is_near);
        // A log tells of one run: where it fits two, the second is a run of its own.
        let fits_all_of = |wanted: usize| {
            let mut of_group = near().filter(|&&other| group[other] == wanted);
            of_group.all(|&other| copy.is_of_the_run(copies[other]))
        };
        let is_same = |earlier: &&usize| {
            let earlier = **earlier;
            copy.was_with(copies[earlier])
                || (copy.tells_of(copies[earlier]) && fits_all_of(group[earlier]))
        };
        if let Some(&earlier) = near().find(is_same) {
            group[index] = group[earlier];
        }
    }
    let richest = richest_of_groups(&copies, &group);
    (0..copies.len()).map(|index| Some(richest[group[index]]).filter(|&one| one != index)).collect()
}

fn richest_of_groups(copies: &[&Outline], group: &[usize]) -> Vec<usize> {
    let mut richest: Vec<usize> = group.to_vec();
    for (index, &of) in group.iter().enumerate() {
        let best = richest[of];
        let order = copies[index].richness.cmp(&copies[best].richness);
        if order.is_gt() || (order.is_eq() && index < best) {
            richest[of] = index;
        }
    }
    richest
}

fn agree(one: f64, two: f64, tolerance: f64) -> bool {
    (one - two).abs() <= tolerance * one.max(two)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn copy(start: &str, minutes: f64, km: f64, count: usize) -> Outline {
        Outline {
            start: LocalStart { utc: start.parse().unwrap(), offset_seconds: None },
            is_day_only: false,
            elapsed: Seconds::from_minutes(minutes),
            moving: Seconds::from_minutes(minutes),
            distance: Some(Metres::from_km(km)),
            richness: Richness { samples: count > 0, count, ..Richness::default() },
        }
    }

    #[test]
    fn two_devices_on_one_run_count_once_and_the_richer_counts() {
        let watch = copy("2026-03-05T06:12:09Z", 50.0, 10.0, 3000);
        let phone = copy("2026-03-05T06:12:40Z", 49.0, 10.2, 600);
        assert_eq!(instead_of(&[phone, watch]), [Some(1), None]);
    }

    #[test]
    fn a_copy_that_was_cut_off_is_the_same_run_and_the_whole_one_counts() {
        let cut_off = copy("2026-03-05T06:12:09Z", 6.0, 0.9, 350);
        let whole = copy("2026-03-05T06:12:09Z", 78.0, 10.4, 4700);
        assert_eq!(instead_of(&[cut_off, whole]), [Some(1), None]);
    }

    #[test]
    fn a_warm_up_and_the_race_after_it_are_two_runs() {
        let warm_up = copy("2026-03-05T09:00:00Z", 15.0, 2.5, 900);
        let race = copy("2026-03-05T09:20:00Z", 40.0, 10.0, 2400);
        assert_eq!(instead_of(&[warm_up, race]), [None, None]);
    }

    #[test]
    fn a_log_row_on_the_wall_clock_is_the_run_recorded_in_utc() {
        let recording = copy("2026-07-05T04:12:09Z", 50.0, 10.0, 3000);
        let row = copy("2026-07-05T06:12:00Z", 50.2, 10.05, 0);
        assert_eq!(instead_of(&[row, recording]), [Some(1), None]);
    }

    /// An entry of a log that tells the day only.
    fn entry(minutes: f64, km: f64) -> Outline {
        Outline { is_day_only: true, ..copy("2026-03-05T12:00:00Z", minutes, km, 0) }
    }

    #[test]
    fn a_warm_up_and_a_cool_down_in_a_log_without_hours_are_two_runs() {
        let day = [entry(12.0, 2.0), entry(40.0, 8.0), entry(12.5, 2.0)];
        assert_eq!(instead_of(&day), [None, None, None]);
    }

    #[test]
    fn the_same_entry_twice_is_one_run() {
        assert_eq!(instead_of(&[entry(12.0, 2.0), entry(12.0, 2.0)]), [None, Some(0)]);
    }

    #[test]
    fn an_entry_without_its_hour_is_the_run_recorded_that_day() {
        let evening = copy("2026-03-05T18:40:11Z", 50.0, 10.0, 3000);
        assert_eq!(instead_of(&[entry(50.2, 10.0), evening]), [Some(1), None]);
        let next_day = copy("2026-03-06T06:40:11Z", 50.0, 10.0, 3000);
        assert_eq!(instead_of(&[entry(50.2, 10.0), next_day]), [None, None]);
    }

    #[test]
    fn one_entry_does_not_swallow_two_recordings() {
        let there = copy("2026-03-05T17:00:00Z", 12.0, 2.0, 700);
        let back = copy("2026-03-05T18:00:00Z", 12.1, 2.0, 720);
        let counted = instead_of(&[entry(12.0, 2.0), there, back]);
        assert_eq!(counted.iter().filter(|copy| copy.is_none()).count(), 2, "{counted:?}");
    }

    #[test]
    fn two_entries_are_not_both_the_one_recording() {
        let morning = copy("2026-03-05T07:00:00Z", 12.0, 2.0, 700);
        let counted = instead_of(&[entry(12.0, 2.0), entry(12.1, 2.0), morning]);
        assert_eq!(counted.iter().filter(|copy| copy.is_none()).count(), 2, "{counted:?}");
    }

    #[test]
    fn the_same_loop_morning_and_evening_is_two_runs() {
        let morning = copy("2026-07-05T05:00:00Z", 50.0, 10.0, 3000);
        let evening = copy("2026-07-05T16:00:00Z", 50.0, 10.0, 3000);
        assert_eq!(instead_of(&[morning, evening]), [None, None]);
    }

    #[test]
    fn three_copies_all_point_to_the_richest() {
        let gpx = copy("2026-03-05T06:12:09Z", 50.0, 10.0, 600);
        let fit = copy("2026-03-05T06:12:09Z", 50.0, 10.0, 3000);
        let row = copy("2026-03-05T06:12:00Z", 50.0, 10.0, 0);
        assert_eq!(instead_of(&[gpx, fit, row]), [Some(1), None, Some(1)]);
    }
}
