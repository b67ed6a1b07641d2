//! Each run among its neighbours: what one run alone cannot show. Looks at days, lengths and
//! purposes, never at samples.

use std::ops::Range;
use training::calendar::days_between;
use training::{MetresPerSecond, NamedRun, Purpose, SegmentKind, Trust};

/// Days before and after a run whose runs tell what is usual.
const USUAL_DAYS: i64 = 42;
/// Something hard this recently leaves something to recover from, in seconds.
const AFTER_HARD_SECONDS: i64 = 96 * 3600;
/// A recovery run is no longer than this, in seconds: 20 to 45 minutes (article "recovery"), and up
/// to an hour for those who run far (our convention).
const RECOVERY_SECONDS_MAX: f64 = 3600.0;
/// How much slower a recovery run is than usual, as a share of the usual speed; each part of it may
/// be made up for by the same part of this share of the usual length. Being slow is what recovers: a
/// short run at the usual speed is a short easy run.
const RECOVERY_SLOWER: f64 = 0.05;
const RECOVERY_SHORTER: f64 = 1.0;
/// The week's longest run is its long run from this multiple of the usual length.
const LONG_LENGTH: f64 = 1.05;
/// … and longer by this step than any other easy running of the days around it.
const LONG_STEP: f64 = 1.1;
/// This long is long for everybody, in seconds (article "context": 90 minutes).
const LONG_FOR_ALL_SECONDS: f64 = 5400.0;
/// … where it is this multiple of the usual length too (article "context").
const LONG_SHARE: f64 = 1.5;
/// A long run lasts at least this long, in seconds.
const LONG_SECONDS_MIN: f64 = 1500.0;
/// A quick run of up to this long beside hard running is still its warm-up, in seconds.
const JOG_SECONDS_MAX: f64 = 1200.0;
/// How sure a name is that a run's neighbours gave it, calibrated on simulated runners, …
const RENAMED_CONFIDENCE: f64 = 0.88;
/// … and where only totals tell of the run (our convention).
const RENAMED_SUMMARY_CONFIDENCE: f64 = 0.5;
/// From this fraction of critical speed running is tempo even without anything before it: it is
/// critical speed within the least error with which that is known.
const UNPREPARED_TEMPO: f64 = 0.98;
/// Races of this length are not run week after week, in seconds: …
const HABIT_SECONDS_MIN: f64 = 2400.0;
/// … so many in six weeks are a habit (our convention).
const HABIT_RUNS_MIN: usize = 5;
/// Files this close together, in seconds, are one outing.
const ONE_OUTING_SECONDS: i64 = 2700;

/// Looks at each run among its neighbours (oldest first) and mends what one run alone cannot show:
/// a short slow run after a hard day is recovery, a run far longer than usual is the long run, a
/// jog recorded just before or after hard running is its warm-up or cool-down.
pub fn settle(runs: &mut [NamedRun]) {
    let verdicts: Vec<Option<Verdict>> = (0..runs.len()).map(|index| look(runs, index)).collect();
    for (run, verdict) in runs.iter_mut().zip(verdicts) {
        match verdict {
            Some(Verdict::Purpose(purpose, reason)) => rename(run, purpose, reason),
            Some(Verdict::Kind(kind)) => recast(run, kind),
            None => {}
        }
    }
}

enum Verdict {
    Purpose(Purpose, String),
    Kind(SegmentKind),
}

fn look(runs: &[NamedRun], index: usize) -> Option<Verdict> {
    let run = &runs[index];
    // How long it is beside the others, and how fast, nobody knows.
    run.time()?;
    let works = [SegmentKind::Work, SegmentKind::Stride, SegmentKind::Steady];
    let plain = run.segments.iter().all(|segment| !works.contains(&segment.kind));
    let usual = Usual::around(runs, index)?;
    if run.inferred == Purpose::Long && plain && is_outdone(runs, index, &usual) {
        let reason = "Longer than usual, but another run of these days was far longer.";
        return Some(Verdict::Purpose(Purpose::Easy, reason.to_owned()));
    }
    if run.inferred == Purpose::Tempo && is_unprepared(runs, index) {
        let reason = "One even pace below critical speed from the first step to the last.";
        return Some(Verdict::Purpose(Purpose::Steady, reason.to_owned()));
    }
    if is_raced_every_week(runs, index) {
        let reason = "Hard for its length, but run like this every week: a habit, not a race.";
        return Some(Verdict::Purpose(Purpose::Steady, reason.to_owned()));
    }
    if !matches!(run.inferred, Purpose::Easy | Purpose::Recovery | Purpose::Steady) {
        return None;
    }
    if let Some(kind) = beside_hard(runs, index) {
        return Some(Verdict::Kind(kind));
    }
    if is_long(runs, index, &usual) {
        let reason = "The longest easy running of its days, above the usual length.";
        return Some(Verdict::Purpose(Purpose::Long, reason.to_owned()));
    }
    let recovers = run.inferred != Purpose::Steady && is_recovery(run, &usual);
    let just_after = hard_before(runs, index, AFTER_HARD_SECONDS);
    match (just_after, recovers, run.inferred) {
        (Some(hard), true, _) => {
            let reason = format!("{}, in the days after {}.", like(run, &usual), called(hard));
            Some(Verdict::Purpose(Purpose::Recovery, reason))
        }
        (None, _, Purpose::Recovery) => {
            let reason = "Shorter and slower than usual, with nothing hard before it.";
            Some(Verdict::Purpose(Purpose::Easy, reason.to_owned()))
        }
        _ => None,
    }
}

/// What is usual in the weeks around a run.
struct Usual {
    moving: f64,
    speed: Option<f64>,
}

impl Usual {
    fn around(runs: &[NamedRun], index: usize) -> Option<Self> {
        let easy = |run: &&NamedRun| matches!(run.inferred, Purpose::Easy | Purpose::Recovery);
        let around = &runs[near(runs, index, USUAL_DAYS)];
        Some(Self {
            moving: upper(
                around.iter().filter_map(NamedRun::time).map(|time| time.0).collect(),
                0.5,
            )?,
            speed: upper(around.iter().filter(easy).filter_map(speed).collect(), 0.7),
        })
    }
}

/// Mean speed of a run's moving segments on the flat, or plain where the ground is not known.
fn speed(run: &NamedRun) -> Option<f64> {
    let moving = run.segments.iter().filter(|segment| segment.kind != SegmentKind::Stop);
    let (mut metres, mut seconds) = (0.0, 0.0);
    for segment in moving {
        let speed = segment.gap_speed.or(segment.speed)?;
        metres += speed.0 * segment.duration().0;
        seconds += segment.duration().0;
    }
    (seconds > 0.0).then(|| metres / seconds)
}

/// Only totals tell of it: no stretch, and no heart beat by beat.
fn is_summary(run: &NamedRun) -> bool {
    run.signal.speed == Trust::Missing && run.signal.hr == Trust::Missing
}

/// How much slower a run was than usual, as a share of the usual speed; negative where it was faster.
fn slower(run: &NamedRun, usual: &Usual) -> Option<f64> {
    usual.speed.zip(speed(run)).map(|(usual, speed)| 1.0 - speed / usual)
}

fn is_recovery(run: &NamedRun, usual: &Usual) -> bool {
    let shorter = 1.0 - run.moving.0 / usual.moving;
    let slower = slower(run, usual);
    if is_summary(run) {
        // Totals show no walking, no hill and no effort: only plainly slow is slow.
        let is_slow = slower.is_some_and(|slower| slower >= RECOVERY_SLOWER);
        return is_slow && shorter > 0.0 && !heart_was_above_easy(run);
    }
    let slower = slower.unwrap_or(0.0);
    let enough = slower / RECOVERY_SLOWER + shorter / RECOVERY_SHORTER >= 1.0;
    run.moving.0 <= RECOVERY_SECONDS_MAX && enough && slower > -0.02
}

fn heart_was_above_easy(run: &NamedRun) -> bool {
    run.hr.zip(run.thresholds.lt1_hr).is_some_and(|(hr, lt1)| hr.0 > lt1.value.0)
}

/// What a recovery run was like beside the usual, with no word for a speed that nobody knows.
fn like(run: &NamedRun, usual: &Usual) -> &'static str {
    let is_slow = slower(run, usual).is_some_and(|slower| slower > 0.0);
    match (run.moving.0 < usual.moving, is_slow) {
        (true, true) => "Short and slow",
        (false, true) => "Slower than usual",
        (_, false) => "Shorter than usual",
    }
}

/// The places of the runs of the days around one, itself among them.
fn near(runs: &[NamedRun], index: usize, days: i64) -> Range<usize> {
    let date = runs[index].date();
    let is_near = |run: &&NamedRun| days_between(date, run.date()).abs() <= days;
    let before = runs[..index].iter().rev().take_while(is_near).count();
    let after = runs[index..].iter().take_while(is_near).count();
    index - before..index + after
}

/// The other runs of the three days before and after.
fn near_days(runs: &[NamedRun], index: usize) -> impl Iterator<Item = &NamedRun> {
    near(runs, index, 3).filter(move |other| *other != index).map(|other| &runs[other])
}

/// The week's longest by a clear step, and longer than usual.
fn is_long(runs: &[NamedRun], index: usize, usual: &Usual) -> bool {
    let length = runs[index].moving.0;
    // A session with its warm-up and cool-down may last as long, but is no long run.
    let mut easy = near_days(runs, index).filter(|other| !other.inferred.is_hard());
    let longest = easy.all(|other| LONG_STEP * other.moving.0 <= length);
    longest && length >= LONG_LENGTH * usual.moving && length >= LONG_SECONDS_MIN
}

/// A run called long that lies beside a far longer one, and is not long for everybody and for this
/// runner.
fn is_outdone(runs: &[NamedRun], index: usize, usual: &Usual) -> bool {
    let length = runs[index].moving.0;
    let long = length >= LONG_FOR_ALL_SECONDS.max(LONG_SHARE * usual.moving);
    !long && near_days(runs, index).any(|other| other.moving.0 >= 1.25 * length)
}

/// A long unbroken race, and so many like it in the weeks around that nobody races so often: what
/// the runner can do is more than was thought.
fn is_raced_every_week(runs: &[NamedRun], index: usize) -> bool {
    let is_long_race = |run: &NamedRun| {
        run.inferred == Purpose::Race
            && run.segments.len() == 1
            && run.moving.0 >= HABIT_SECONDS_MIN
    };
    let alike = || near(runs, index, USUAL_DAYS / 2).filter(|other| is_long_race(&runs[*other]));
    is_long_race(&runs[index]) && alike().count() >= HABIT_RUNS_MIN
}

/// Unbroken running clearly below critical speed with nothing before it, in the file or in one
/// beside it: a tempo run is prepared for, a steady run just begins.
fn is_unprepared(runs: &[NamedRun], index: usize) -> bool {
    let [whole] = runs[index].segments.as_slice() else { return false };
    let critical = runs[index].thresholds.critical_speed;
    let speed = whole.gap_speed.or(whole.speed);
    let below = |(critical, speed): (f64, MetresPerSecond)| speed.0 < UNPREPARED_TEMPO * critical;
    let below = critical.map(|critical| critical.value.0).zip(speed).is_some_and(below);
    below && beside(runs, index).iter().all(Option::is_none)
}

/// The hard or long run that ended shortly before, if any.
fn hard_before(runs: &[NamedRun], index: usize, within_seconds: i64) -> Option<Purpose> {
    let start = runs[index].start.utc.as_second();
    runs[..index]
        .iter()
        .rev()
        .take_while(|earlier| start - earlier.start.utc.as_second() <= within_seconds)
        .map(NamedRun::purpose)
        .find(|purpose| purpose.is_key())
}

/// A jog recorded as a file of its own just before or after hard running.
fn beside_hard(runs: &[NamedRun], index: usize) -> Option<SegmentKind> {
    if runs[index].inferred == Purpose::Steady && runs[index].moving.0 > JOG_SECONDS_MAX {
        return None;
    }
    let [before, after] = beside(runs, index);
    let hard = |run: &&NamedRun| run.purpose().is_hard();
    let warm_up = after.filter(hard).map(|_| SegmentKind::WarmUp);
    warm_up.or(before.filter(hard).map(|_| SegmentKind::CoolDown))
}

/// The runs recorded just before and just after this one.
fn beside(runs: &[NamedRun], index: usize) -> [Option<&NamedRun>; 2] {
    let starts = |run: &NamedRun| run.start.utc.as_second();
    let ends = |run: &NamedRun| starts(run) + run.elapsed.0 as i64;
    let near = |gap: i64| (-60..=ONE_OUTING_SECONDS).contains(&gap);
    let run = &runs[index];
    let before = index.checked_sub(1).map(|before| &runs[before]);
    [
        before.filter(|last| near(starts(run) - ends(last))),
        runs.get(index + 1).filter(|next| near(starts(next) - ends(run))),
    ]
}

fn called(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Race => "a race",
        Purpose::Long => "a long run",
        Purpose::Tempo => "a tempo run",
        Purpose::Hills => "hill reps",
        Purpose::Progression => "a progression run",
        _ => "hard reps",
    }
}

/// A jog that was recorded as a file of its own: its stretches are warm-up or cool-down.
fn recast(run: &mut NamedRun, kind: SegmentKind) {
    let beside = if kind == SegmentKind::WarmUp { "just before" } else { "just after" };
    if run.inferred == Purpose::Steady {
        rename(run, Purpose::Easy, format!("A short run {beside} hard running."));
    }
    let jogs = [SegmentKind::Easy, SegmentKind::Steady];
    for segment in run.segments.iter_mut().filter(|segment| jogs.contains(&segment.kind)) {
        segment.kind = kind;
    }
}

fn rename(run: &mut NamedRun, purpose: Purpose, reason: String) {
    run.confidence = if is_summary(run) { RENAMED_SUMMARY_CONFIDENCE } else { RENAMED_CONFIDENCE };
    let before = std::mem::replace(&mut run.inferred, purpose);
    if purpose == Purpose::Steady {
        run.segments.iter_mut().for_each(|segment| segment.kind = SegmentKind::Steady);
    }
    for segment in run.segments.iter_mut().filter(|segment| segment.purpose == before) {
        segment.purpose = purpose;
    }
    run.reason = reason;
}

/// The value below which `share` of the values lie.
fn upper(mut values: Vec<f64>, share: f64) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    values.get((values.len() as f64 * share) as usize).copied()
}
