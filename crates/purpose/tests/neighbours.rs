//! What a run's neighbours tell of it: recovery, long runs, and jogs recorded as files of their own.

use purpose::settle;
use training::{
    Declared, LocalStart, Metres, MetresPerSecond, NamedRun, Purpose, RunId, Seconds, Segment,
    SegmentKind, Setting, Signal, Thresholds, Trust, Uncertain,
};

/// A run as inferred alone: when it began, for what, how many minutes, at what speed in m/s.
type Told = (&'static str, Purpose, f64, f64);

fn named((start, purpose, minutes, speed): Told) -> NamedRun {
    let (seconds, speed) = (Seconds::from_minutes(minutes), MetresPerSecond(speed));
    let distance = Some(Metres(seconds.0 * speed.0));
    let hard = purpose.is_hard();
    let segment = Segment {
        kind: if hard { SegmentKind::Work } else { SegmentKind::Easy },
        purpose,
        start: Seconds(0.0),
        end: seconds,
        distance,
        speed: Some(speed),
        gap_speed: None,
        hr: None,
        climb: None,
        reason: String::new(),
    };
    NamedRun {
        id: RunId(start.to_owned()),
        start: LocalStart { utc: start.parse().unwrap(), offset_seconds: Some(0) },
        distance,
        moving: seconds,
        elapsed: seconds,
        ascent: None,
        setting: Setting::Outdoor,
        hr: None,
        temperature: None,
        inferred: purpose,
        confidence: 0.9,
        reason: String::new(),
        declared: None::<Declared>,
        thresholds: Thresholds::default(),
        speed_variation: None,
        even_windows: vec![],
        signal: Signal { speed: Trust::Good, hr: Trust::Missing },
        segments: vec![segment],
        oddities: vec![],
    }
}

fn settled<const RUNS: usize>(told: [Told; RUNS]) -> [NamedRun; RUNS] {
    let mut runs = told.map(named);
    settle(&mut runs);
    runs
}

#[test]
fn a_slow_short_run_the_day_after_reps_is_recovery() {
    let [.., last] = settled([
        ("2026-03-02T07:00:00Z", Purpose::Easy, 50.0, 3.0),
        ("2026-03-03T07:00:00Z", Purpose::Easy, 50.0, 3.0),
        ("2026-03-04T07:00:00Z", Purpose::Intervals, 55.0, 3.3),
        ("2026-03-05T07:00:00Z", Purpose::Easy, 30.0, 2.8),
    ]);
    assert_eq!(last.inferred, Purpose::Recovery);
    assert_eq!(last.segments[0].purpose, Purpose::Recovery);
}

#[test]
fn the_same_run_with_nothing_hard_before_it_is_easy() {
    let [.., last] = settled([
        ("2026-03-02T07:00:00Z", Purpose::Easy, 50.0, 3.0),
        ("2026-03-03T07:00:00Z", Purpose::Easy, 50.0, 3.0),
        ("2026-03-04T07:00:00Z", Purpose::Easy, 55.0, 3.0),
        ("2026-03-05T07:00:00Z", Purpose::Recovery, 30.0, 2.8),
    ]);
    assert_eq!(last.inferred, Purpose::Easy);
}

#[test]
fn a_short_run_at_the_usual_speed_is_a_short_easy_run() {
    let [.., last] = settled([
        ("2026-03-02T07:00:00Z", Purpose::Easy, 50.0, 3.0),
        ("2026-03-03T07:00:00Z", Purpose::Easy, 50.0, 3.0),
        ("2026-03-04T07:00:00Z", Purpose::Intervals, 55.0, 3.3),
        ("2026-03-05T07:00:00Z", Purpose::Easy, 30.0, 3.0),
    ]);
    assert_eq!(last.inferred, Purpose::Easy);
}

#[test]
fn a_plainly_slow_run_later_in_a_hard_week_is_recovery_too() {
    let [.., last] = settled([
        ("2026-03-02T07:00:00Z", Purpose::Easy, 50.0, 3.0),
        ("2026-03-03T07:00:00Z", Purpose::Intervals, 55.0, 3.3),
        ("2026-03-04T07:00:00Z", Purpose::Easy, 50.0, 3.0),
        ("2026-03-06T07:00:00Z", Purpose::Easy, 35.0, 2.75),
    ]);
    assert_eq!(last.inferred, Purpose::Recovery);
}

#[test]
fn an_ordinary_run_the_day_after_reps_stays_easy() {
    let [.., last] = settled([
        ("2026-03-02T07:00:00Z", Purpose::Easy, 50.0, 3.0),
        ("2026-03-03T07:00:00Z", Purpose::Easy, 50.0, 3.0),
        ("2026-03-04T07:00:00Z", Purpose::Intervals, 55.0, 3.3),
        ("2026-03-05T07:00:00Z", Purpose::Easy, 50.0, 3.0),
    ]);
    assert_eq!(last.inferred, Purpose::Easy);
}

#[test]
fn the_longest_run_of_the_week_by_a_clear_step_is_the_long_run() {
    let [.., last] = settled([
        ("2026-03-03T07:00:00Z", Purpose::Easy, 40.0, 3.0),
        ("2026-03-05T07:00:00Z", Purpose::Easy, 45.0, 3.0),
        ("2026-03-07T07:00:00Z", Purpose::Easy, 65.0, 2.9),
    ]);
    assert_eq!(last.inferred, Purpose::Long);
}

#[test]
fn a_session_with_its_warm_up_does_not_outlast_the_long_run() {
    let runs = settled([
        ("2026-03-03T07:00:00Z", Purpose::Intervals, 55.0, 2.8),
        ("2026-03-05T07:00:00Z", Purpose::Easy, 40.0, 2.5),
        ("2026-03-07T07:00:00Z", Purpose::Easy, 54.0, 2.5),
        ("2026-03-12T07:00:00Z", Purpose::Easy, 40.0, 2.5),
        ("2026-03-13T07:00:00Z", Purpose::Easy, 40.0, 2.5),
    ]);
    assert_eq!(runs[2].inferred, Purpose::Long);
}

/// Ten unbroken minutes at a share of a critical speed of 4 m/s, with nothing before or after.
fn unprepared_tempo(share: f64) -> Purpose {
    let mut runs = [named(("2026-03-05T07:00:00Z", Purpose::Tempo, 10.0, 4.0 * share))];
    let (value, se) = (MetresPerSecond(4.0), MetresPerSecond(0.06));
    runs[0].thresholds.critical_speed = Some(Uncertain { value, se });
    settle(&mut runs);
    runs[0].inferred
}

#[test]
fn unbroken_running_at_critical_speed_is_tempo_without_a_warm_up_and_below_it_steady() {
    assert_eq!(unprepared_tempo(0.99), Purpose::Tempo);
    assert_eq!(unprepared_tempo(0.95), Purpose::Steady);
}

#[test]
fn a_long_run_beside_a_far_longer_one_is_easy() {
    let [first, last] = settled([
        ("2026-03-06T07:00:00Z", Purpose::Long, 80.0, 3.0),
        ("2026-03-08T07:00:00Z", Purpose::Long, 150.0, 2.9),
    ]);
    assert_eq!((first.inferred, last.inferred), (Purpose::Easy, Purpose::Long));
}

#[test]
fn jogs_just_before_and_after_a_race_are_its_warm_up_and_cool_down() {
    let [before, _, after] = settled([
        ("2026-03-08T08:00:00Z", Purpose::Easy, 20.0, 2.8),
        ("2026-03-08T08:30:00Z", Purpose::Race, 22.0, 3.8),
        ("2026-03-08T09:00:00Z", Purpose::Easy, 15.0, 2.5),
    ]);
    assert_eq!(before.segments[0].kind, SegmentKind::WarmUp);
    assert_eq!(after.segments[0].kind, SegmentKind::CoolDown);
}

#[test]
fn nobody_races_for_more_than_an_hour_every_week() {
    let weekly = settled([
        ("2026-03-07T07:00:00Z", Purpose::Race, 74.0, 3.6),
        ("2026-03-12T07:00:00Z", Purpose::Race, 89.0, 3.6),
        ("2026-03-14T07:00:00Z", Purpose::Race, 70.0, 3.6),
        ("2026-03-18T07:00:00Z", Purpose::Race, 80.0, 3.6),
        ("2026-03-21T07:00:00Z", Purpose::Race, 81.0, 3.6),
    ]);
    assert!(weekly.iter().all(|run| run.inferred == Purpose::Steady));
    let [.., race] = settled([
        ("2026-03-07T07:00:00Z", Purpose::Race, 20.0, 4.0),
        ("2026-03-12T07:00:00Z", Purpose::Easy, 50.0, 3.0),
        ("2026-03-21T07:00:00Z", Purpose::Race, 81.0, 3.6),
    ]);
    assert_eq!(race.inferred, Purpose::Race);
}
