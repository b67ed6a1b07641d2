//! Ordinary running, written as training, run by simulated runners from beginner to elite, and
//! judged with their true thresholds: every purpose and every rep must be found.

use purpose::{Heard, Inference, infer};
use simulator::{
    Conditions, Fault, HrSensor, LapHabit, SimulatedRun, SimulatedRunner, Terrain, Watch, perform,
    runner,
};
use training::{
    Bpm, Capacity, LocalStart, Metres, MetresPerSecond, Purpose, Run, Seconds, Segment,
    SegmentKind, Thresholds, Uncertain, notation::parse_session,
};

/// One runner of each level.
fn runners() -> [SimulatedRunner; 4] {
    [0, 9, 4, 1].map(runner)
}

fn morning() -> LocalStart {
    LocalStart { utc: "2026-03-05T06:12:09Z".parse().unwrap(), offset_seconds: Some(3600) }
}

/// What is true of the runner, as if it were known from the history.
fn truth_about(runner: &SimulatedRunner) -> Capacity {
    let speed = |value| Some(Uncertain { value, se: MetresPerSecond(0.05) });
    let hr_at = |share_of_critical_speed: f64| {
        let below = runner.hr_slope * (1.0 - share_of_critical_speed);
        let share = runner.hr_fraction_at_critical_speed - below;
        Some(Uncertain { value: Bpm(runner.hr_max.0 * share), se: Bpm(3.0) })
    };
    let thresholds = Thresholds {
        critical_speed: speed(runner.critical_speed),
        lt1_speed: speed(runner.lt1_speed()),
        lt1_hr: hr_at(runner.lt1_fraction),
        lt2_hr: hr_at(1.0),
        hr_max: Some(Uncertain { value: runner.hr_max, se: Bpm(3.0) }),
    };
    Capacity {
        thresholds,
        d_prime: Some(runner.d_prime),
        easy_speed: Some(runner.easy_speed()),
        usual_duration: Some(Seconds::from_minutes(50.0)),
    }
}

fn run(runner: &SimulatedRunner, session: &str, conditions: &Conditions) -> SimulatedRun {
    perform(runner, &parse_session(session).unwrap(), conditions, morning(), 1)
}

fn judged(runner: &SimulatedRunner, session: &str, conditions: &Conditions) -> Inference {
    infer(&Heard::of(&run(runner, session, conditions).run), &truth_about(runner))
}

fn reps(segments: &[Segment]) -> usize {
    let is_rep = |kind| matches!(kind, SegmentKind::Work | SegmentKind::Stride);
    segments.iter().filter(|segment| is_rep(segment.kind)).count()
}

/// Every runner's run must have this purpose and so many reps.
fn check(session: &str, conditions: &Conditions, purpose: Purpose, count: usize) {
    for runner in runners() {
        let found = judged(&runner, session, conditions);
        let named = (found.purpose, reps(&found.segments));
        assert_eq!(named, (purpose, count), "{session}: {:?}: {}", runner.level, found.reason);
    }
}

/// Every runner's run must have this purpose, however many reps it holds.
fn check_purpose(session: &str, conditions: &Conditions, purpose: Purpose) {
    for runner in runners() {
        let found = judged(&runner, session, conditions);
        assert_eq!(found.purpose, purpose, "{session}: {:?}: {}", runner.level, found.reason);
    }
}

fn fair() -> Conditions {
    Conditions::default()
}

fn on(terrain: Terrain) -> Conditions {
    Conditions { terrain, ..fair() }
}

fn with(watch: Watch) -> Conditions {
    Conditions { watch, ..fair() }
}

fn faulty(fault: Fault) -> Conditions {
    Conditions { faults: vec![fault], ..fair() }
}

#[test]
fn reps_of_twenty_seconds_are_found() {
    check("easy 15min + 16x(20s / 40s jog) + easy 10min", &fair(), Purpose::Intervals, 16);
}

#[test]
fn reps_of_thirty_seconds_are_found() {
    check("easy 15min + 12x(30s / 60s jog) + easy 10min", &fair(), Purpose::Intervals, 12);
}

#[test]
fn reps_of_forty_five_seconds_are_found() {
    check("easy 15min + 10x(45s / 75s jog) + easy 10min", &fair(), Purpose::Intervals, 10);
}

#[test]
fn classic_reps_are_found() {
    check("easy 15min + 6x(800m / 2min jog) + easy 10min", &fair(), Purpose::Intervals, 6);
}

#[test]
fn standing_rests_divide_reps() {
    check("easy 15min + 6x(400m / 90s stand) + easy 10min", &fair(), Purpose::Intervals, 6);
}

#[test]
fn standing_rests_divide_reps_when_the_watch_pauses_by_itself() {
    let watch = Watch { auto_pause: true, ..Watch::default() };
    check("easy 15min + 6x(400m / 90s stand) + easy 10min", &with(watch), Purpose::Intervals, 6);
}

#[test]
fn walked_rests_divide_reps() {
    check("easy 15min + 5x(1km / 3min walk) + easy 10min", &fair(), Purpose::Intervals, 5);
}

#[test]
fn hill_reps_are_told_by_their_climbs() {
    check("easy 15min + hills 8x(60s / 90s jog) + easy 10min", &fair(), Purpose::Hills, 8);
}

#[test]
fn an_unbroken_tempo_is_one_bout() {
    check("easy 15min + tempo 25min + easy 10min", &fair(), Purpose::Tempo, 1);
}

#[test]
fn long_reps_with_short_rests_are_tempo() {
    check("easy 15min + tempo 3x(10min / 90s jog) + easy 10min", &fair(), Purpose::Tempo, 3);
}

/// Three minutes over and three minutes under critical speed, five times, without a rest.
#[test]
fn over_unders_are_intervals() {
    for runner in runners() {
        let [over, under] = [1.05, 0.88].map(|share| clock(runner.fraction(share)));
        let session = format!("easy 15min + 5x(3min @{over} / 3min @{under} jog) + easy 10min");
        let found = judged(&runner, &session, &fair());
        let named = (found.purpose, reps(&found.segments));
        assert_eq!(named, (Purpose::Intervals, 5), "{:?}: {}", runner.level, found.reason);
    }
}

fn clock(speed: MetresPerSecond) -> String {
    let seconds = (1000.0 / speed.0).round();
    format!("{}:{:02}", (seconds / 60.0).floor(), seconds % 60.0)
}

#[test]
fn surges_without_a_pattern_are_fartlek() {
    check_purpose("easy 12min + fartlek 30min + easy 10min", &fair(), Purpose::Fartlek);
}

#[test]
fn strides_after_an_easy_run_are_strides() {
    check("easy 40min + strides 6x(20s / 60s jog)", &fair(), Purpose::Strides, 6);
}

#[test]
fn getting_faster_all_the_way_is_a_progression() {
    check_purpose("progression 45min", &fair(), Purpose::Progression);
}

#[test]
fn a_race_needs_no_warm_up() {
    check("race 10km", &fair(), Purpose::Race, 1);
}

#[test]
fn a_race_is_found_between_warm_up_and_cool_down() {
    check("easy 15min + race 5km + easy 10min", &fair(), Purpose::Race, 1);
}

#[test]
fn a_long_run_with_a_fast_finish_is_long() {
    check("long 90min + tempo 15min", &fair(), Purpose::Long, 1);
}

#[test]
fn a_few_quick_minutes_make_no_session_of_a_long_run() {
    let session = "easy 90min + 3x(50s / 20s jog) + easy 60min";
    check_purpose(session, &fair(), Purpose::Long);
}

#[test]
fn walking_breaks_make_no_reps() {
    check("easy 10x(4min / 1min walk)", &fair(), Purpose::Easy, 0);
}

#[test]
fn stop_lights_make_no_reps() {
    let lights = Conditions { stops_per_hour: 8.0, ..fair() };
    check("easy 50min", &lights, Purpose::Easy, 0);
}

#[test]
fn stop_lights_make_no_reps_when_the_watch_pauses_by_itself() {
    let watch = Watch { auto_pause: true, ..Watch::default() };
    let lights = Conditions { stops_per_hour: 8.0, ..with(watch) };
    check("easy 50min", &lights, Purpose::Easy, 0);
}

#[test]
fn stop_lights_on_the_way_leave_the_reps_alone() {
    let lights = Conditions { stops_per_hour: 8.0, ..fair() };
    check("easy 20min + 5x(1km / 2min jog) + easy 15min", &lights, Purpose::Intervals, 5);
}

#[test]
fn an_easy_run_is_easy() {
    check("easy 45min", &fair(), Purpose::Easy, 0);
}

#[test]
fn hills_make_no_work_of_an_easy_run() {
    check("easy 45min", &on(Terrain::Hilly), Purpose::Easy, 0);
}

#[test]
fn a_steady_run_on_rolling_ground_holds_no_work() {
    check("steady 50min", &on(Terrain::Rolling), Purpose::Steady, 0);
}

#[test]
fn a_treadmill_shows_reps_too() {
    let reps = "easy 15min + 6x(3min / 2min jog) + easy 10min";
    check(reps, &on(Terrain::Treadmill), Purpose::Intervals, 6);
}

#[test]
fn reps_need_no_heart_rate() {
    let watch = Watch { hr: HrSensor::None, ..Watch::default() };
    check("easy 15min + 6x(800m / 2min jog) + easy 10min", &with(watch), Purpose::Intervals, 6);
}

#[test]
fn an_easy_run_needs_no_heart_rate() {
    let watch = Watch { hr: HrSensor::None, ..Watch::default() };
    check("easy 45min", &with(watch), Purpose::Easy, 0);
}

#[test]
fn reps_need_no_altitude() {
    let reps = "easy 15min + 6x(800m / 2min jog) + easy 10min";
    check(reps, &faulty(Fault::NoAltitude), Purpose::Intervals, 6);
}

#[test]
fn an_altitude_that_nobody_could_climb_is_as_good_as_none() {
    let runner = runner(9);
    let mut run = run(&runner, "easy 45min", &on(Terrain::Flat)).run;
    let seen = |run: &Run| {
        let it = infer(&Heard::of(run), &truth_about(&runner));
        let stretch = |it: Segment| (it.kind, it.purpose, it.start, it.end);
        let stretches: Vec<_> = it.segments.into_iter().map(stretch).collect();
        (it.purpose, stretches, it.speed_variation, it.even_windows)
    };
    for sample in &mut run.samples {
        sample.altitude = None;
    }
    let without = seen(&run);
    // Up for eight minutes of every ten, as fast as an altitude can be believed.
    for sample in &mut run.samples {
        let (steps, within) = ((sample.at.0 / 600.0).floor(), sample.at.0 % 600.0);
        sample.altitude = Some(Metres(0.4 * (480.0 * steps + within.min(480.0))));
    }
    assert_eq!(seen(&run), without);
}

#[test]
fn a_leaping_position_makes_no_work() {
    check("easy 45min", &faulty(Fault::GpsJump), Purpose::Easy, 0);
}

#[test]
fn a_leaping_position_hides_no_reps() {
    let reps = "easy 15min + 6x(800m / 2min jog) + easy 10min";
    check(reps, &faulty(Fault::GpsJump), Purpose::Intervals, 6);
}

#[test]
fn laps_and_steps_do_not_change_the_answer() {
    let watch = Watch { laps: LapHabit::Workout, ..Watch::default() };
    let session = "easy 15min + 6x(800m / 2min jog) + easy 10min";
    for runner in runners() {
        let mut run = run(&runner, session, &with(watch)).run;
        let with_laps = infer(&Heard::of(&run), &truth_about(&runner));
        run.laps.clear();
        run.steps.clear();
        assert_eq!(infer(&Heard::of(&run), &truth_about(&runner)), with_laps);
    }
}

#[test]
fn segments_cover_every_run_without_gaps() {
    const SESSIONS: [&str; 6] = [
        "easy 20min",
        "easy 8min + 5x(1min / 1min stand) + easy 5min",
        "easy 8min + hills 5x(45s / 75s jog) + easy 5min",
        "easy 15min + strides 5x(20s / 60s walk)",
        "steady 25min",
        "race 3km",
    ];
    const FAULTS: [Fault; 4] =
        [Fault::GpsJump, Fault::NoAltitude, Fault::HrDropouts, Fault::HrSpikes];
    for seed in 0..60_usize {
        let runner = runner(seed as u64);
        let session = SESSIONS[seed % SESSIONS.len()];
        let conditions = Conditions {
            stops_per_hour: (seed % 9) as f64,
            watch: runner.watch,
            ..faulty(FAULTS[seed % FAULTS.len()])
        };
        let run = run(&runner, session, &conditions).run;
        let segments = infer(&Heard::of(&run), &truth_about(&runner)).segments;
        assert_eq!(segments[0].start, Seconds(0.0), "{seed}");
        assert!(segments.windows(2).all(|pair| pair[0].end == pair[1].start), "{seed}");
        assert!(segments.iter().all(|segment| segment.start < segment.end), "{seed}");
        assert_eq!(segments[segments.len() - 1].end, Seconds(run.elapsed().0.ceil()), "{seed}");
    }
}
