//! One session, run and recorded, with what is true of it.

use crate::{
    conditions::Conditions,
    life::{Moment, live},
    random::{Random, branch_seed},
    record::record,
    runner::SimulatedRunner,
    script::{Stretch, purpose_of, script, with_stops},
    sensors::possible_faults,
    truth::{SimulatedRun, TrueSegment, Truth},
};
use training::{LocalStart, Seconds, SegmentKind, Session};

/// Runs one session and records it. The same arguments give the same run. Paces the session leaves
/// open are the runner's own.
pub fn perform(
    runner: &SimulatedRunner,
    session: &Session,
    conditions: &Conditions,
    start: LocalStart,
    seed: u64,
) -> SimulatedRun {
    let seed = branch_seed(runner.seed, seed);
    let mut will = Random::branch(seed, 1);
    let planned = script(runner, session, &mut will);
    let script = with_stops(planned, conditions.stops_per_hour, &mut will);
    let moments = live(runner, &script, conditions, &mut Random::branch(seed, 2));
    let mut watch = Random::branch(seed, 3);
    let run = record(runner, session, &script, &moments, conditions, start, &mut watch);
    let segments = segments(&script, &moments);
    let truth = Truth {
        purpose: purpose_of(session),
        reps: segments.iter().filter(|segment| is_rep(segment.kind)).count(),
        segments,
        session: session.clone(),
        junk: None,
        faults: possible_faults(conditions),
        innocent_because: None,
    };
    SimulatedRun { run, truth }
}

fn is_rep(kind: SegmentKind) -> bool {
    matches!(kind, SegmentKind::Work | SegmentKind::Stride)
}

fn segments(script: &[Stretch], moments: &[Moment]) -> Vec<TrueSegment> {
    let mut segments: Vec<TrueSegment> = Vec::new();
    let mut current = None;
    for (second, moment) in moments.iter().enumerate() {
        let at = Seconds(second as f64);
        if let Some(last) = segments.last_mut() {
            last.end = at;
        }
        if current == Some(moment.stretch) {
            continue;
        }
        current = Some(moment.stretch);
        let begun = begin(&script[moment.stretch], at);
        if segments.last().is_none_or(|last| !goes_on(last, &begun)) {
            segments.push(begun);
        }
    }
    segments
}

fn begin(stretch: &Stretch, at: Seconds) -> TrueSegment {
    let (kind, purpose, gradual) = (stretch.kind, stretch.purpose, stretch.gradual);
    TrueSegment { kind, purpose, start: at, end: at, gradual }
}

/// Whether two neighbours are one stretch in truth. Two works never are.
fn goes_on(last: &TrueSegment, next: &TrueSegment) -> bool {
    last.kind == next.kind && last.purpose == next.purpose && !is_rep(next.kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        conditions::{Fault, HrSensor, LapHabit, Terrain, Watch},
        runner::runner,
    };
    use training::{Purpose, Run, notation::parse_session};

    fn morning() -> LocalStart {
        LocalStart { utc: "2026-03-05T06:12:09Z".parse().unwrap(), offset_seconds: Some(3600) }
    }

    fn run_with(text: &str, conditions: &Conditions) -> SimulatedRun {
        perform(&runner(9), &parse_session(text).unwrap(), conditions, morning(), 1)
    }

    fn run(text: &str) -> SimulatedRun {
        run_with(text, &Conditions::default())
    }

    fn mean_speed(run: &Run, start: f64, end: f64) -> f64 {
        let distance = |at: f64| {
            let sample = run.samples.iter().find(|sample| sample.at.0 >= at).unwrap();
            sample.distance.unwrap().0
        };
        (distance(end) - distance(start)) / (end - start)
    }

    #[test]
    fn the_same_seed_gives_the_same_run() {
        assert_eq!(run("easy 20min"), run("easy 20min"));
    }

    #[test]
    fn truth_covers_the_run_without_gaps() {
        let conditions = Conditions { stops_per_hour: 5.0, ..Conditions::default() };
        let SimulatedRun { run, truth } =
            run_with("easy 15min + 5x(3min / 90s walk) + easy 10min", &conditions);
        assert_eq!(truth.segments[0].start, Seconds(0.0));
        assert!(truth.segments.windows(2).all(|pair| pair[0].end == pair[1].start));
        assert_eq!(truth.segments.last().unwrap().end, run.elapsed());
        assert_eq!(truth.reps, 5);
    }

    #[test]
    fn distance_is_the_integral_of_speed() {
        let SimulatedRun { run, .. } = run("easy 30min");
        let integral: f64 = run.samples.iter().skip(1).map(|s| s.speed.unwrap().0).sum();
        assert!((run.distance().unwrap().0 - integral).abs() < 1.0);
    }

    #[test]
    fn work_is_run_faster_than_rest() {
        let SimulatedRun { run, truth } = run("easy 10min + 4x(1km / 2min jog) + easy 10min");
        let speeds = |kind| -> Vec<f64> {
            let of_kind = truth.segments.iter().filter(|segment| segment.kind == kind);
            of_kind.map(|s| mean_speed(&run, s.start.0, s.end.0)).collect()
        };
        let slowest_work = speeds(SegmentKind::Work).into_iter().fold(f64::MAX, f64::min);
        let fastest_rest = speeds(SegmentKind::Rest).into_iter().fold(0.0, f64::max);
        assert!(slowest_work > 1.1 * fastest_rest, "{slowest_work} {fastest_rest}");
    }

    #[test]
    fn on_hill_reps_speed_falls_while_effort_rises() {
        let SimulatedRun { run, truth } = run("easy 12min + hills 6x(60s / 2min jog) + easy 10min");
        let climb = truth.segments.iter().find(|s| s.kind == SegmentKind::Work).unwrap();
        let altitude = |at: f64| run.samples[at as usize].altitude.unwrap().0;
        let grade = (altitude(climb.end.0) - altitude(climb.start.0))
            / (run.samples[climb.end.0 as usize].distance.unwrap().0
                - run.samples[climb.start.0 as usize].distance.unwrap().0);
        assert!((0.04..0.12).contains(&grade), "{grade}");
        let hr = |at: f64| run.samples[at as usize].hr.unwrap().0;
        assert!(hr(climb.end.0) > hr(climb.start.0) + 5.0);
    }

    #[test]
    fn a_standing_rest_pauses_a_watch_that_pauses_by_itself() {
        let watch = Watch { auto_pause: true, ..Watch::default() };
        let conditions = Conditions { watch, ..Conditions::default() };
        let SimulatedRun { run, .. } =
            run_with("easy 10min + 3x(400m / 60s stand) + easy 5min", &conditions);
        assert!(run.pauses.len() >= 2);
        let pause = run.pauses[0];
        let inside = |sample: &&training::Sample| pause.start < sample.at && sample.at < pause.end;
        assert_eq!(run.samples.iter().filter(inside).count(), 0);
        assert!(run.moving() < run.elapsed());
    }

    #[test]
    fn a_treadmill_knows_no_place_and_no_altitude() {
        let conditions = Conditions { terrain: Terrain::Treadmill, ..Conditions::default() };
        let SimulatedRun { run, .. } = run_with("easy 20min", &conditions);
        let known = |s: &training::Sample| s.position.is_some() || s.altitude.is_some();
        assert!(!run.samples.iter().any(known));
        assert!(run.distance().unwrap().0 > 1000.0);
    }

    #[test]
    fn a_workout_on_the_watch_makes_a_lap_of_every_step() {
        let watch = Watch { laps: LapHabit::Workout, ..Watch::default() };
        let conditions = Conditions { watch, ..Conditions::default() };
        let SimulatedRun { run, truth } =
            run_with("easy 10min + 4x(800m @4:00 / 2min jog) + easy 10min", &conditions);
        assert_eq!(run.laps.len(), truth.segments.len());
        assert_eq!(run.steps.len(), 5);
        assert_eq!(run.laps[1].step, Some(1));
        assert_eq!(run.laps[2].step, Some(2));
        assert_eq!(run.laps[8].step, Some(4));
    }

    #[test]
    fn smart_recording_keeps_fewer_samples_and_the_same_distance() {
        let watch = Watch { smart_recording: true, ..Watch::default() };
        let smart = run_with("easy 30min", &Conditions { watch, ..Conditions::default() }).run;
        let full = run("easy 30min").run;
        assert!(smart.samples.len() < full.samples.len() / 2);
        assert_eq!(smart.distance(), full.distance());
    }

    #[test]
    fn a_locked_sensor_follows_the_cadence() {
        let watch = Watch { hr: HrSensor::Optical, ..Watch::default() };
        let faults = vec![Fault::CadenceLock];
        let conditions = Conditions { watch, faults, ..Conditions::default() };
        let SimulatedRun { run, .. } = run_with("easy 40min", &conditions);
        let locked = run.samples.iter().filter(|sample| {
            let (hr, cadence) = (sample.hr.unwrap().0, sample.cadence.map_or(0.0, |c| c.0));
            (hr - cadence).abs() <= 4.0
        });
        assert!(locked.count() > 150);
    }

    #[test]
    fn a_fault_the_watch_cannot_have_does_not_happen() {
        let faults = vec![Fault::CadenceLock, Fault::GpsJump];
        let conditions = Conditions { faults, ..Conditions::default() };
        let truth = run_with("easy 20min", &conditions).truth;
        assert_eq!(truth.faults, [Fault::GpsJump]);
        assert_eq!(truth.purpose, Purpose::Easy);
    }
}
