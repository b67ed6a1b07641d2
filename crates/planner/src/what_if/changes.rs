//! Weeks with one thing changed, run by run.

use super::WhatIf;
use crate::plan::imagined::imagined;
use rulebook::{
    Case, Doctrine,
    ledger::post_run,
    measures::{
        intensity::{
            Intensity, Proof, easy_hr_limit, easy_speed_limit, effort_speed, intensity, is_running,
        },
        structure::{is_hard_or_long, is_structured},
    },
};
use std::collections::BTreeSet;
use training::{
    Bpm, Date, Metres, MetresPerSecond, NamedRun, Planned, Purpose, Seconds, Segment, SegmentKind,
    Session, Standing, Weekday,
    calendar::{add_days, days_between},
};

/// Heart rate on a slowed stretch, as a share of that at the first threshold (our own convention:
/// clearly below it).
const EASY_HR: f64 = 0.96;

/// The runs from a day to the day judged, with one thing changed.
pub(super) fn changed(
    case: &Case<'_>,
    doctrine: &Doctrine,
    change: &WhatIf,
    first: Date,
) -> Vec<NamedRun> {
    let runs = case.runs_between(first, case.on);
    match change {
        WhatIf::DropJunk => {
            runs.iter().filter_map(|run| without_junk(case, doctrine, run)).collect()
        }
        WhatIf::SlowEasy => runs.iter().map(slowed).collect(),
        WhatIf::Rest { days } => rested(case, first, *days),
        WhatIf::AddRun { session, on } => with_added(case, first, session, *on),
    }
}

/// A run without its stretches that had no job; nothing where none is left.
fn without_junk(case: &Case<'_>, doctrine: &Doctrine, run: &NamedRun) -> Option<NamedRun> {
    let postings = post_run(case, doctrine, run);
    let is_junk = |index: usize| {
        postings.iter().any(|it| it.segment == index && it.standing == Standing::Junk)
    };
    let junk: Vec<&Segment> = run
        .segments
        .iter()
        .enumerate()
        .filter(|(index, _)| is_junk(*index))
        .map(|(_, segment)| segment)
        .collect();
    if junk.is_empty() {
        return Some(run.clone());
    }
    let left: Vec<Segment> =
        run.segments.iter().filter(|segment| !junk.contains(segment)).cloned().collect();
    if left.iter().all(|segment| segment.kind == SegmentKind::Stop) {
        return None;
    }
    let far: Metres = junk.iter().filter_map(|segment| segment.distance).sum();
    let long: Seconds = junk.iter().map(|segment| segment.duration()).sum();
    Some(NamedRun {
        distance: run.distance.map(|distance| Metres((distance - far).0.max(0.0))),
        moving: Seconds((run.moving - long).0.max(0.0)),
        elapsed: Seconds((run.elapsed - long).0.max(0.0)),
        segments: left,
        ..run.clone()
    })
}

/// An unstructured run with what was above the first threshold run below it: as long in time, not as
/// far. Strides stay.
fn slowed(run: &NamedRun) -> NamedRun {
    let is_left = matches!(run.purpose(), Purpose::Race | Purpose::Walk | Purpose::Strides);
    if is_left || is_structured(run) {
        return run.clone();
    }
    let segments: Vec<Segment> =
        run.segments.iter().map(|segment| slowed_stretch(run, segment)).collect();
    let far = |segments: &[Segment]| -> Metres {
        segments.iter().filter_map(|segment| segment.distance).sum()
    };
    let lost = far(&run.segments) - far(&segments);
    if segments == run.segments {
        return run.clone();
    }
    let was_pressed = matches!(run.inferred, Purpose::Steady | Purpose::Tempo);
    NamedRun {
        distance: run.distance.map(|distance| Metres((distance - lost).0.max(0.0))),
        hr: run.hr.map(|hr| capped(run, hr)),
        inferred: if was_pressed { Purpose::Easy } else { run.inferred },
        even_windows: Vec::new(),
        segments,
        ..run.clone()
    }
}

fn slowed_stretch(run: &NamedRun, segment: &Segment) -> Segment {
    let is_above = matches!(
        intensity(run, segment, Proof::Likely),
        Some(Intensity::Moderate | Intensity::Hard)
    );
    if !is_above || !is_running(segment) || segment.kind == SegmentKind::Stride {
        return segment.clone();
    }
    let share = effort_speed(run, segment)
        .zip(easy_speed(run))
        .map_or(1.0, |(speed, easy)| (easy.0 / speed.0).min(1.0));
    let slower = |speed: MetresPerSecond| MetresPerSecond(share * speed.0);
    let is_named = matches!(segment.purpose, Purpose::Long | Purpose::Recovery);
    Segment {
        kind: SegmentKind::Easy,
        purpose: if is_named { segment.purpose } else { Purpose::Easy },
        distance: segment.distance.map(|distance| Metres(share * distance.0)),
        speed: segment.speed.map(slower),
        gap_speed: segment.gap_speed.map(slower),
        hr: segment.hr.map(|hr| capped(run, hr)),
        ..segment.clone()
    }
}

/// One standard error below the first threshold: easy without a doubt.
fn easy_speed(run: &NamedRun) -> Option<MetresPerSecond> {
    let likely = easy_speed_limit(run, Proof::Likely)?;
    let clear = easy_speed_limit(run, Proof::Clear)?;
    Some(MetresPerSecond(2.0 * likely.0 - clear.0))
}

fn capped(run: &NamedRun, hr: Bpm) -> Bpm {
    easy_hr_limit(run, Proof::Likely).map_or(hr, |limit| Bpm(hr.0.min(EASY_HR * limit.0)))
}

/// The runs with so many days off in every seven: days that hold neither a hard nor a long run go
/// first, the shortest of them before the others.
fn rested(case: &Case<'_>, first: Date, rest: usize) -> Vec<NamedRun> {
    let mut off: BTreeSet<Date> = BTreeSet::new();
    let weeks = (days_between(first, case.on) + 1) / 7;
    for week in 0..weeks {
        let start = add_days(first, 7 * week);
        let runs = case.runs_between(start, add_days(start, 6));
        let mut days: Vec<Date> = runs.iter().map(NamedRun::date).collect();
        days.dedup();
        days.sort_by(|one, other| {
            let (key, time) = worth(runs, *one);
            let (other_key, other_time) = worth(runs, *other);
            key.cmp(&other_key).then(time.total_cmp(&other_time)).then(other.cmp(one))
        });
        let too_many = days.len().saturating_sub(7_usize.saturating_sub(rest));
        off.extend(&days[..too_many]);
    }
    let runs = case.runs_between(first, case.on).iter();
    runs.filter(|run| !off.contains(&run.date())).cloned().collect()
}

/// Whether a day is a key one, and how long was run on it.
fn worth(runs: &[NamedRun], day: Date) -> (bool, f64) {
    let on = || runs.iter().filter(|run| run.date() == day);
    (on().any(is_hard_or_long), on().map(|run| run.moving.0).sum())
}

/// The runs with one more in each week, where its day holds none.
fn with_added(case: &Case<'_>, first: Date, session: &Session, on: Weekday) -> Vec<NamedRun> {
    let mut runs = case.runs_between(first, case.on).to_vec();
    let days = (0..=days_between(first, case.on)).map(|day| add_days(first, day));
    let free = days.filter(|day| day.weekday() == on && case.runs_between(*day, *day).is_empty());
    let planned: Vec<Planned> =
        free.map(|date| Planned { date, session: session.clone() }).collect();
    runs.extend(imagined(&planned, case).into_iter().map(|run| as_on_the_day(case, run)));
    runs.sort_by_key(|run| run.start.wall_seconds());
    runs
}

/// Judged by what the runner could do on the day of an added run, as the run before it tells.
fn as_on_the_day(case: &Case<'_>, run: NamedRun) -> NamedRun {
    let before = case.runs_between(add_days(run.date(), -28), run.date()).last();
    NamedRun { thresholds: before.map_or(run.thresholds, |before| before.thresholds), ..run }
}
