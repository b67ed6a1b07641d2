//! What a run was for, from its work and from the run as a whole. One question after the other, the
//! most telling first; each answer carries its reason.

use crate::ability::USUAL_RESERVE;
use crate::bouts::{Bout, Pattern};
use crate::race::{Attempt, race};
use crate::shape::{is_ladder, levels, rank_correlation, share_with_twins, variation};
use crate::whole::{Whole, parts};
use crate::work::{STEEP_BOUT_MIN, WALKING_SPEED, Work};
use crate::yardstick::{LT1, Yardstick};
use training::{Capacity, Purpose};

/// A purpose with its reason, and how clearly the run shows it: 0 is a toss-up, 1 is plain.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Named {
    /// What the run was for.
    pub purpose: Purpose,
    /// How clearly it shows.
    pub clarity: f64,
    /// Why, in one sentence.
    pub reason: String,
}

impl Named {
    pub fn new(purpose: Purpose, clarity: f64, reason: String) -> Self {
        Self { purpose, clarity: clarity.clamp(0.0, 1.0), reason }
    }
}

/// What a run is held against.
pub(crate) struct Runner {
    /// By what effort is measured.
    pub critical_speed_known: bool,
    /// First threshold as a fraction of critical speed.
    pub lt1: f64,
    /// D′ in seconds at critical speed.
    pub reserve_seconds: f64,
    /// Usual effort of easy runs, as a fraction of critical speed.
    pub easy: Option<f64>,
    /// Usual duration of a run, in seconds.
    pub usual: Option<f64>,
    /// Highest heart rate, in bpm.
    pub hr_max: Option<f64>,
}

impl Runner {
    /// What is known of the runner, in fractions of critical speed.
    pub fn of(capacity: &Capacity, yardstick: &Yardstick) -> Self {
        let speed = yardstick.critical_speed;
        let lt1 = capacity.thresholds.lt1_speed.filter(|_| yardstick.known);
        Self {
            critical_speed_known: yardstick.known,
            lt1: lt1.map_or(LT1, |lt1| lt1.value.0 / speed).clamp(0.7, 0.92),
            reserve_seconds: capacity.d_prime.map_or(USUAL_RESERVE.0, |d_prime| d_prime.0 / speed),
            easy: capacity.easy_speed.map(|easy| easy.0 / speed),
            usual: capacity.usual_duration.map(|usual| usual.0),
            hr_max: capacity.thresholds.hr_max.map(|hr_max| hr_max.value.0),
        }
    }

    /// From here on a run is long, in seconds.
    pub fn long_from(&self) -> f64 {
        self.usual.map_or(5400.0, |usual| (LONG_SHARE * usual).clamp(2400.0, 5400.0))
    }
}

/// A run this much longer than usual is a long run (article "context": 1.5 times the median, or 90
/// minutes).
const LONG_SHARE: f64 = 1.5;
/// Bouts this long at or below critical speed are tempo, in seconds.
const TEMPO_SECONDS_MIN: f64 = 270.0;
/// Between tempo reps and intervals: effort as a fraction of critical speed, rest as a share of the
/// bout, and the bout's length in seconds.
const TEMPO_REPS_EFFORT: f64 = 1.01;
const TEMPO_REPS_REST: f64 = 0.25;
const TEMPO_REPS_SECONDS: f64 = 420.0;
/// A bout below this fraction of critical speed is steady running when it lasts.
const STEADY_BOUT_BELOW: f64 = 0.915;
const STEADY_BOUT_SECONDS_MIN: f64 = 1500.0;
/// … and below this one in any case.
const SHORT_STEADY_BOUT_BELOW: f64 = 0.89;
/// This long is long for everybody, strides or not, in seconds.
const LONG_FOR_ALL_SECONDS: f64 = 5400.0;
/// So little of a run that is long for everybody makes no session of it.
const BURSTS_SHARE_MAX: f64 = 0.03;
/// Nobody warms up for a race for longer than this, in seconds.
const WARM_UP_SECONDS_MAX: usize = 3000;
/// A block of race pace inside a long run comes after this much easy running, in seconds.
const BLOCK_AFTER_SECONDS: usize = 1500;
/// After this much easy running a fast end makes a long run rather than a tempo run, in seconds.
const LATE_SECONDS: usize = 2100;
/// Bouts on climbs of this mean grade are hill reps.
const HILL_GRADE_MIN: f64 = 0.03;
/// … or of this one, when the rests lead down again: doubtful altitudes are shrunk toward flat.
const GENTLE_HILL_GRADE_MIN: f64 = 0.012;

/// Names a run.
pub(crate) fn name(work: &Work, whole: &Whole, runner: &Runner, seconds: f64) -> Named {
    if let Some(race) = race(&Attempt::of(whole), runner) {
        return race;
    }
    if is_walk(whole) {
        let reason = format!("{} at walking pace.", minutes(whole.moving));
        return Named::new(Purpose::Walk, 0.9, reason);
    }
    match work {
        Work::Hills(found) => hills(found),
        Work::Strides(found) => strides(found, whole, runner),
        Work::RunWalk(found) => run_walk(found, whole, runner),
        Work::Bouts(found) => bouts(found, whole, runner, seconds),
        Work::None => unbroken(whole, runner),
    }
}

fn is_walk(whole: &Whole) -> bool {
    let walking_steps = whole.cadence.map_or(whole.speed < 1.8, |cadence| cadence < 140.0);
    whole.speed > 0.0 && whole.speed < WALKING_SPEED && walking_steps && whole.climbing < 0.06
}

fn hills(found: &Pattern) -> Named {
    let reason = format!(
        "{} climbs of about {} at {} % grade, each followed by the way back down.",
        found.bouts.len(),
        clock(mean(found.bouts.iter().map(Bout::seconds))),
        (100.0 * mean(found.bouts.iter().map(|bout| bout.grade))).round(),
    );
    Named::new(Purpose::Hills, 0.5 + found.margin, reason)
}

fn strides(found: &Pattern, whole: &Whole, runner: &Runner) -> Named {
    let base = unbroken(whole, runner);
    let reason = format!(
        "Easy running with {} strides of about {} s.",
        found.bouts.len(),
        mean(found.bouts.iter().map(Bout::seconds)).round(),
    );
    if base.purpose == Purpose::Long && whole.moving >= LONG_FOR_ALL_SECONDS {
        return Named { reason, ..base };
    }
    Named::new(Purpose::Strides, 0.6, reason)
}

fn run_walk(found: &Pattern, whole: &Whole, runner: &Runner) -> Named {
    let reason = format!(
        "{} stretches of running with walking in between, at {} % of critical speed.",
        found.bouts.len(),
        percent(found.work),
    );
    let long = whole.moving >= runner.long_from();
    Named::new(if long { Purpose::Long } else { Purpose::Easy }, 0.5, reason)
}

/// A run with hard bouts.
fn bouts(found: &Pattern, whole: &Whole, runner: &Runner, seconds: f64) -> Named {
    let grades = mean(found.bouts.iter().map(|bout| bout.grade));
    let steep =
        grades > HILL_GRADE_MIN && found.bouts.iter().all(|bout| bout.grade > STEEP_BOUT_MIN);
    let up_and_down = grades > GENTLE_HILL_GRADE_MIN && found.rest_grade < -0.5 * grades;
    if (steep || up_and_down && found.bouts.len() > 2) && found.bouts.len() > 1 {
        return hills(found);
    }
    if let Some(progression) = progression(found, whole) {
        return progression;
    }
    match found.bouts.as_slice() {
        [bout] => one_bout(*bout, found, whole, runner, seconds),
        _ => many_bouts(found, whole, runner),
    }
}

fn one_bout(bout: Bout, found: &Pattern, whole: &Whole, runner: &Runner, seconds: f64) -> Named {
    let share = bout.seconds() / whole.moving.max(1.0);
    let attempt = Attempt {
        effort: bout.effort,
        seconds: bout.seconds(),
        metres: bout.metres,
        heart: None,
        whole: false,
    };
    if bout.from <= WARM_UP_SECONDS_MAX
        && let Some(race) = race(&attempt, runner)
    {
        return race;
    }
    let at_end = seconds - (bout.to as f64) < 600.0;
    let clarity = 0.3 + 2.0 * found.margin.min(0.3);
    let quick_finish = at_end && share < 0.45 && bout.effort < 1.02;
    let late = bout.from >= LATE_SECONDS && seconds - (bout.to as f64) < 180.0;
    let block = share < 0.6 && bout.effort < STEADY_BOUT_BELOW && bout.from >= BLOCK_AFTER_SECONDS;
    let long = whole.moving >= runner.long_from().max(3600.0) && (quick_finish || block);
    if long || quick_finish && late {
        let reason =
            format!("{} in all, {} of it faster.", minutes(whole.moving), minutes(bout.seconds()));
        return Named::new(Purpose::Long, clarity, reason);
    }
    let reason = format!(
        "One unbroken bout of {} at {} % of critical speed.",
        minutes(bout.seconds()),
        percent(bout.effort)
    );
    let steady = bout.effort < STEADY_BOUT_BELOW && bout.seconds() >= STEADY_BOUT_SECONDS_MIN
        || bout.effort < SHORT_STEADY_BOUT_BELOW;
    Named::new(if steady { Purpose::Steady } else { Purpose::Tempo }, clarity, reason)
}

fn many_bouts(found: &Pattern, whole: &Whole, runner: &Runner) -> Named {
    let seconds: Vec<f64> = found.bouts.iter().map(Bout::seconds).collect();
    let rests = found.rest_seconds();
    let hard: f64 = seconds.iter().sum();
    if whole.moving >= LONG_FOR_ALL_SECONDS && hard < BURSTS_SHARE_MAX * whole.moving {
        return unbroken(whole, runner);
    }
    let clarity = 0.3 + 2.0 * found.margin.min(0.3);
    let lasting = is_tempo(found, &seconds, &rests);
    let reason = format!(
        "{} bouts of about {} at {} % of critical speed, with about {} between them.",
        seconds.len(),
        clock(mean(seconds.iter().copied())),
        percent(found.work),
        clock(mean(rests.iter().copied())),
    );
    let inside_long = found.bouts[0].from >= BLOCK_AFTER_SECONDS && hard < 0.5 * whole.moving;
    if lasting && inside_long && whole.moving >= runner.long_from().max(4800.0) {
        return Named::new(Purpose::Long, clarity - 0.2, reason);
    }
    if lasting {
        return Named::new(Purpose::Tempo, clarity - 0.1, reason);
    }
    if is_fartlek(&seconds, &rests) {
        let reason = format!(
            "{} bouts of {} to {} in no fixed pattern.",
            seconds.len(),
            clock(seconds.iter().copied().fold(f64::INFINITY, f64::min)),
            clock(seconds.iter().copied().fold(0.0, f64::max)),
        );
        return Named::new(Purpose::Fartlek, clarity - 0.1, reason);
    }
    Named::new(Purpose::Intervals, clarity + 0.1, reason)
}

/// Longer bouts, shorter rests and less speed make tempo of what would else be intervals: a sum of
/// how far each is from the border, in units that count the same.
fn is_tempo(found: &Pattern, seconds: &[f64], rests: &[f64]) -> bool {
    let length = mean(seconds.iter().copied());
    let rest = mean(rests.iter().copied()) / length;
    let towards_intervals = (found.work - TEMPO_REPS_EFFORT) / 0.03
        + (rest - TEMPO_REPS_REST) / 0.12
        + (TEMPO_REPS_SECONDS - length) / 180.0;
    length >= TEMPO_SECONDS_MIN && towards_intervals < 0.0
}

/// Among many bouts some are alike by chance; a set has fewer lengths than this.
const MANY_LEVELS: usize = 5;

/// Bouts of changing length with changing rests, and no ladder.
fn is_fartlek(bouts: &[f64], rests: &[f64]) -> bool {
    let uneven = |values: &[f64]| variation(values).unwrap_or(0.0);
    bouts.len() >= 4
        && uneven(bouts) > 0.25
        && uneven(rests) > 0.22
        && (share_with_twins(bouts, 0.05) < 0.8 || levels(bouts, 0.08) >= MANY_LEVELS)
        && !is_ladder(bouts)
}

/// A run without bouts.
fn unbroken(whole: &Whole, runner: &Runner) -> Named {
    if let Some(progression) = steadily_faster(&whole.minutes) {
        return progression;
    }
    let effort = percent(whole.effort);
    let length = minutes(whole.moving);
    let off = |border: f64| 4.0 * (whole.effort - border).abs();
    if runner.critical_speed_known && whole.effort >= TEMPO_FROM && whole.moving < 4500.0 {
        let reason = format!("{length} without a break at {effort} % of critical speed.");
        return Named::new(Purpose::Tempo, off(TEMPO_FROM), reason);
    }
    if whole.moving >= runner.long_from() {
        let clarity = (whole.moving / runner.long_from() - 1.0) * 3.0;
        let reason = match runner.usual {
            Some(usual) => format!("{length}, where {} is usual.", minutes(usual)),
            None => format!("{length} of running."),
        };
        return Named::new(Purpose::Long, clarity, reason);
    }
    if runner.critical_speed_known && whole.effort >= runner.lt1 {
        let reason = format!(
            "{length} without a break at {effort} % of critical speed, above the first threshold."
        );
        return Named::new(Purpose::Steady, off(runner.lt1), reason);
    }
    let usual = runner.usual.unwrap_or(3600.0);
    let slow = runner.easy.is_some_and(|easy| whole.effort <= 0.95 * easy);
    if runner.critical_speed_known && slow && whole.moving <= 0.9 * usual {
        let reason =
            format!("{length}, shorter and slower than usual, at {effort} % of critical speed.");
        return Named::new(Purpose::Recovery, 0.3, reason);
    }
    let reason = if runner.critical_speed_known {
        format!("{length} at {effort} % of critical speed, below the first threshold.")
    } else {
        format!("{length} of even running; what the runner can do is not known yet.")
    };
    Named::new(Purpose::Easy, off(runner.lt1), reason)
}

/// From this fraction of critical speed an unbroken run is tempo rather than steady.
const TEMPO_FROM: f64 = 0.95;

/// One bout at the end of a rise that was prepared by steps; the jog after it does not count.
fn progression(found: &Pattern, whole: &Whole) -> Option<Named> {
    let [bout] = found.bouts.as_slice() else { return None };
    let until = (bout.to / 60).min(whole.minutes.len());
    steadily_faster(&whole.minutes[..until])
}

/// Each part of the run faster than the one before, without one jump making most of it.
fn steadily_faster(minutes: &[f64]) -> Option<Named> {
    const GAIN_MIN: f64 = 0.10;
    const JUMP_SHARE_MAX: f64 = 0.7;
    const MINUTES_MIN: usize = 15;
    let parts = parts(minutes);
    let (first, last) = (*parts.first()?, *parts.last()?);
    let gain = last - first;
    // A jump may fall inside a part, so that two neighbours share it.
    let jump = parts.windows(3).map(|three| three[2] - three[0]).fold(0.0, f64::max);
    let reason = format!(
        "Faster from start to end, from {} to {} % of critical speed.",
        percent(first),
        percent(last)
    );
    let faster = gain >= GAIN_MIN && rank_correlation(&parts) >= 0.8;
    (minutes.len() >= MINUTES_MIN && faster && jump <= JUMP_SHARE_MAX * gain)
        .then(|| Named::new(Purpose::Progression, 3.0 * (gain - GAIN_MIN) + 0.2, reason))
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0), |(sum, count), value| (sum + value, count + 1));
    if count == 0 { 0.0 } else { sum / f64::from(count) }
}

pub(crate) fn percent(share: f64) -> f64 {
    (100.0 * share).round()
}

pub(crate) fn minutes(seconds: f64) -> String {
    let minutes = (seconds / 60.0).round() as u64;
    if minutes < 100 {
        format!("{minutes} min")
    } else {
        format!("{} h {:02} min", minutes / 60, minutes % 60)
    }
}

fn clock(seconds: f64) -> String {
    let seconds = seconds.round() as u64;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
