//! FIT files written by hand, byte by byte, and what `read` makes of them.

mod bytes;

use bytes::{Fit, START, UINT8, UINT16, UINT32};
use training::{LapIntensity, OddityKind, Setting, Sport, StepAmount};
use watch::{Activity, Reading, read};

/// A run of `count` seconds at 3 m/s and 140 bpm.
fn steady_run(count: u32) -> Fit {
    let mut fit = Fit::new();
    fit.define(0, 20, &[(253, UINT32), (5, UINT32), (3, UINT8), (4, UINT8)]);
    for second in 0..count {
        fit.data(0, &[START + second, 300 * second, 140, 86]);
    }
    fit
}

fn session(fit: &mut Fit, sport: u32, sub_sport: u32, start: u32, seconds: u32) {
    let fields = [(2, UINT32), (253, UINT32), (5, UINT8), (6, UINT8), (7, UINT32), (8, UINT32)];
    fit.define(1, 18, &fields);
    fit.data(1, &[start, start + seconds, sport, sub_sport, seconds * 1000, seconds * 1000]);
}

fn only_run(bytes: &[u8]) -> training::Run {
    match read(bytes).unwrap().activities.as_slice() {
        [Activity::Run(run)] => run.clone(),
        other => panic!("one run, not {other:?}"),
    }
}

fn kinds(reading: &Reading) -> Vec<OddityKind> {
    reading.oddities.iter().map(|oddity| oddity.kind).collect()
}

#[test]
fn a_plain_run_has_its_samples_in_running_words() {
    let mut fit = steady_run(60);
    session(&mut fit, 1, 0, START, 59);
    let run = only_run(&fit.finish());
    assert_eq!(run.samples.len(), 60);
    assert_eq!(run.distance().unwrap().0, 177.0);
    assert_eq!(run.samples[10].hr.unwrap().0, 140.0);
    assert_eq!(run.samples[10].cadence.unwrap().0, 172.0);
    assert_eq!(run.moving().0, 59.0);
}

#[test]
fn a_header_without_a_size_is_mended() {
    let mut fit = steady_run(60);
    session(&mut fit, 1, 0, START, 59);
    let mut bytes = fit.finish();
    bytes[4..8].fill(0);
    assert_eq!(only_run(&bytes).samples.len(), 60);
    assert_eq!(kinds(&read(&bytes).unwrap()), [OddityKind::DamagedFile]);
}

#[test]
fn a_cut_file_gives_what_stands_before_the_cut() {
    let bytes = steady_run(600).finish();
    let run = only_run(&bytes[..bytes.len() / 2]);
    assert!((298..=300).contains(&run.samples.len()), "{}", run.samples.len());
    assert!(run.oddities.iter().any(|oddity| oddity.kind == OddityKind::DamagedFile));
}

#[test]
fn a_wrong_checksum_is_said_and_the_run_is_kept() {
    let mut fit = steady_run(60);
    session(&mut fit, 1, 0, START, 59);
    let mut bytes = fit.finish();
    *bytes.last_mut().unwrap() ^= 0xFF;
    assert_eq!(only_run(&bytes).samples.len(), 60);
    assert_eq!(kinds(&read(&bytes).unwrap()), [OddityKind::DamagedFile]);
}

#[test]
fn bytes_after_the_end_do_no_harm() {
    let mut fit = steady_run(60);
    session(&mut fit, 1, 0, START, 59);
    let bytes = [fit.finish(), vec![0; 40]].concat();
    assert_eq!(only_run(&bytes).samples.len(), 60);
    assert_eq!(kinds(&read(&bytes).unwrap()), [OddityKind::FormatFault]);
}

#[test]
fn chained_files_are_activities_one_after_the_other() {
    let chained = [steady_run(30).finish(), steady_run(40).finish()].concat();
    assert_eq!(read(&chained).unwrap().activities.len(), 2);
}

#[test]
fn a_narrow_field_keeps_its_own_invalid_value() {
    let mut fit = Fit::new();
    // Distance in 16 instead of 32 bits: 0xFFFF means "none", not 655.35 m.
    fit.define(0, 20, &[(253, UINT32), (5, UINT16), (3, UINT8)]);
    for second in 0..60 {
        fit.data(0, &[START + second, if second < 30 { 300 * second } else { 0xFFFF }, 140]);
    }
    let run = only_run(&fit.finish());
    assert_eq!(run.distance().unwrap().0, 87.0);
    assert_eq!(run.samples[40].distance, None);
}

#[test]
fn a_wide_field_in_big_endian_keeps_its_value() {
    let mut fit = Fit::big_endian();
    // Heart rate in 32 instead of 8 bits.
    fit.define(0, 20, &[(253, UINT32), (5, UINT32), (3, UINT32)]);
    for second in 0..60 {
        fit.data(0, &[START + second, 300 * second, 151]);
    }
    assert_eq!(only_run(&fit.finish()).samples[5].hr.unwrap().0, 151.0);
}

#[test]
fn compressed_timestamps_roll_over() {
    let mut fit = Fit::new();
    fit.define(0, 20, &[(253, UINT32), (5, UINT32)]);
    fit.data(0, &[START, 0]);
    fit.define(1, 20, &[(5, UINT32)]);
    for second in 1..100 {
        fit.compressed(1, START + second, &[300 * second]);
    }
    let run = only_run(&fit.finish());
    assert_eq!(run.samples.len(), 100);
    assert_eq!(run.elapsed().0, 99.0);
}

#[test]
fn of_a_triathlon_the_run_is_kept_and_the_rest_is_named() {
    let mut fit = steady_run(300);
    session(&mut fit, 5, 18, START, 99);
    session(&mut fit, 2, 0, START + 100, 99);
    session(&mut fit, 1, 0, START + 200, 99);
    let reading = read(&fit.finish()).unwrap();
    let [Activity::Other(swim), Activity::Other(ride), Activity::Run(run)] =
        reading.activities.as_slice()
    else {
        panic!("three legs, not {:?}", reading.activities)
    };
    assert_eq!((swim.sport, ride.sport), (Sport::Swimming, Sport::Cycling));
    assert_eq!(run.samples.len(), 100);
    assert_eq!(run.distance().unwrap().0, 297.0);
    assert_eq!(kinds(&reading), [OddityKind::Multisport]);
}

#[test]
fn a_treadmill_run_has_its_setting() {
    let mut fit = steady_run(60);
    session(&mut fit, 1, 1, START, 59);
    assert_eq!(only_run(&fit.finish()).setting, Setting::Treadmill);
}

#[test]
fn an_unknown_sport_number_is_tolerated() {
    let mut fit = steady_run(60);
    session(&mut fit, 201, 0, START, 59);
    let reading = read(&fit.finish()).unwrap();
    assert!(
        matches!(&reading.activities[0], Activity::Other(other) if other.sport == Sport::Other)
    );
}

#[test]
fn a_stop_of_the_timer_is_a_pause() {
    let mut fit = Fit::new();
    fit.define(0, 20, &[(253, UINT32), (5, UINT32)]);
    fit.define(2, 21, &[(253, UINT32), (0, UINT8), (1, UINT8)]);
    fit.data(2, &[START, 0, 0]);
    (0..30).for_each(|second| fit.data(0, &[START + second, 300 * second]));
    fit.data(2, &[START + 30, 0, 4]);
    fit.data(2, &[START + 90, 0, 0]);
    (90..120).for_each(|second| fit.data(0, &[START + second, 300 * (second - 60)]));
    let run = only_run(&fit.finish());
    let pauses: Vec<_> = run.pauses.iter().map(|pause| (pause.start.0, pause.end.0)).collect();
    assert_eq!(pauses, [(30.0, 90.0)]);
    assert_eq!(run.moving().0, 59.0);
}

#[test]
fn local_time_is_the_watchs_own() {
    let mut fit = steady_run(60);
    session(&mut fit, 1, 0, START, 59);
    fit.define(3, 34, &[(253, UINT32), (5, UINT32)]);
    fit.data(3, &[START + 60, START + 60 + 5 * 3600 + 1800]);
    assert_eq!(only_run(&fit.finish()).start.offset_seconds, Some(5 * 3600 + 1800));
}

#[test]
fn a_developer_field_stands_in_for_a_missing_native_one() {
    let mut fit = Fit::new();
    fit.define(4, 206, &[(0, UINT8), (1, UINT8), (2, UINT8), (14, UINT16), (15, UINT8)]);
    fit.data(4, &[0, 9, 0x84, 20, 7]);
    fit.define_with_developer(0, 20, &[(253, UINT32), (5, UINT32)], &[(9, 2, 0)]);
    (0..60).for_each(|second| fit.developer(0, &[START + second, 300 * second], 245));
    assert_eq!(only_run(&fit.finish()).samples[30].power.unwrap().0, 245.0);
}

#[test]
fn beats_tell_the_rate_where_the_record_does_not() {
    let mut fit = Fit::new();
    fit.define(0, 20, &[(253, UINT32), (5, UINT32)]);
    fit.define(5, 78, &[(0, UINT16)]);
    for second in 0..60 {
        fit.data(0, &[START + second, 300 * second]);
        fit.data(5, &[400]);
    }
    assert_eq!(only_run(&fit.finish()).samples[30].hr.unwrap().0, 150.0);
}

#[test]
fn steps_and_laps_are_kept_as_claimed() {
    let mut fit = steady_run(60);
    session(&mut fit, 1, 0, START, 59);
    fit.define(6, 27, &[(254, UINT16), (1, UINT8), (2, UINT32), (4, UINT32), (7, UINT8)]);
    fit.data(6, &[0, 1, 100_000, 0, 0]);
    fit.data(6, &[1, 0, 90_000, 0, 1]);
    fit.data(6, &[2, 6, 0, 5, 0xFF]);
    fit.define(7, 19, &[(2, UINT32), (253, UINT32), (7, UINT32), (23, UINT8), (71, UINT16)]);
    fit.data(7, &[START, START + 30, 30_000, 0, 0]);
    fit.data(7, &[START + 30, START + 59, 29_000, 1, 1]);
    let run = only_run(&fit.finish());
    let amounts: Vec<_> = run.steps.iter().map(|step| step.amount).collect();
    assert_eq!(
        amounts,
        [
            StepAmount::Distance(training::Metres(1000.0)),
            StepAmount::Time(training::Seconds(90.0)),
            StepAmount::Repeat { from: 0, times: 5 },
        ]
    );
    assert_eq!(run.laps[1].intensity, Some(LapIntensity::Rest));
    assert_eq!((run.laps[1].start.0, run.laps[1].end.0, run.laps[1].step), (30.0, 59.0, Some(1)));
}

#[test]
fn a_workout_file_is_refused_by_name() {
    let mut fit = Fit::of_type(5);
    fit.define(6, 27, &[(254, UINT16), (1, UINT8)]);
    fit.data(6, &[0, 5]);
    assert!(read(&fit.finish()).unwrap_err().to_string().contains("a workout"));
}
