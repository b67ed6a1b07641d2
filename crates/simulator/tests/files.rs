//! What the simulator writes, the reader reads: a simulated file is as good as a real one.

use jiff::civil::date;
use simulator::{Habits, SimulatedRun, career, fit_bytes, runner_with};
use training::{Lap, Pause, Run, Sample, WorkoutStep};
use watch::Activity;

fn read_back(run: &Run) -> Run {
    let reading = watch::read(&fit_bytes(run)).unwrap();
    match reading.activities.as_slice() {
        [Activity::Run(run)] => run.clone(),
        other => panic!("one run was written, {} activities were read", other.len()),
    }
}

fn a_fortnight_of(seeds: std::ops::Range<u64>) -> Vec<SimulatedRun> {
    let first_day = date(2026, 1, 5);
    seeds.flat_map(|seed| career(&runner_with(seed, Habits::drawn(seed)), first_day, 2)).collect()
}

fn near(a: Option<f64>, b: Option<f64>, tolerance: f64) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() <= tolerance,
        (a, b) => a == b,
    }
}

fn same_sample(a: &Sample, b: &Sample) -> bool {
    near(Some(a.at.0), Some(b.at.0), 0.0)
        && near(a.distance.map(|d| d.0), b.distance.map(|d| d.0), 1e-6)
        && near(a.speed.map(|s| s.0), b.speed.map(|s| s.0), 1e-6)
        && near(a.altitude.map(|m| m.0), b.altitude.map(|m| m.0), 1e-6)
        && near(a.cadence.map(|c| c.0), b.cadence.map(|c| c.0), 1e-6)
        && near(a.temperature.map(|t| t.0), b.temperature.map(|t| t.0), 0.0)
        && near(a.position.map(|p| p.latitude), b.position.map(|p| p.latitude), 1e-7)
        && near(a.position.map(|p| p.longitude), b.position.map(|p| p.longitude), 1e-7)
}

fn same_laps(a: &[Lap], b: &[Lap]) -> bool {
    let same = |a: &Lap, b: &Lap| {
        let far = near(a.distance.map(|d| d.0), b.distance.map(|d| d.0), 1e-6);
        (a.start, a.end, a.intensity, a.step) == (b.start, b.end, b.intensity, b.step) && far
    };
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
}

#[test]
fn what_is_written_is_read_back() {
    for SimulatedRun { run, truth } in a_fortnight_of(0..6) {
        let read = read_back(&run);
        let session = &truth.session;
        assert_eq!(read.start, run.start, "{session}");
        assert_eq!(read.setting, run.setting, "{session}");
        assert_eq!(read.samples.len(), run.samples.len(), "{session}");
        let differs = read.samples.iter().zip(&run.samples).find(|(a, b)| !same_sample(a, b));
        assert!(
            truth.faults.contains(&simulator::Fault::GpsJump) || differs.is_none(),
            "{session}: {differs:?}"
        );
        assert!(same_laps(&read.laps, &run.laps), "{session}: {:?} {:?}", read.laps, run.laps);
        assert_eq!(read.pauses, run.pauses as Vec<Pause>, "{session}");
        assert_eq!(read.steps, run.steps as Vec<WorkoutStep>, "{session}");
    }
}

#[test]
fn heart_rate_is_read_back_where_the_sensor_worked() {
    for SimulatedRun { run, truth } in a_fortnight_of(0..6) {
        if !truth.faults.is_empty() {
            continue;
        }
        let read = read_back(&run);
        let differs = read.samples.iter().zip(&run.samples).find(|(a, b)| a.hr != b.hr);
        assert!(differs.is_none(), "{}: {differs:?}", truth.session);
    }
}
