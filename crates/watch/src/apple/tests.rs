//! What a health export must be read as.

use super::{Export, days, read};
use crate::Activity;
use training::{Bpm, CheckIn, Metres, OddityKind, Pause, Run, Seconds, Setting, Sport};

const ROUTE: &str = r#"<?xml version="1.0"?>
<gpx version="1.1" creator="Apple Health Export"><trk><trkseg>
<trkpt lat="51.4400" lon="-2.6"><ele>25</ele><time>2024-01-15T10:00:02Z</time></trkpt>
<trkpt lat="51.4401" lon="-2.6"><ele>25</ele><time>2024-01-15T10:00:06Z</time></trkpt>
<trkpt lat="51.4402" lon="-2.6"><ele>26</ele><time>2024-01-15T10:00:10Z</time></trkpt>
</trkseg></trk></gpx>"#;

/// One heart rate per line of `records` falls into the workout that follows.
fn export(records: &str, workout: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout)*)>
<!ATTLIST Record type CDATA #REQUIRED>
]>
<HealthData locale="en_GB">
 <Me/>
 {records}
 {workout}
</HealthData>"#
    )
}

fn heart(time: &str, bpm: u32) -> String {
    format!(
        r#"<Record type="HKQuantityTypeIdentifierHeartRate" sourceName="Watch" unit="count/min"
        startDate="2024-01-15 {time} +0000" endDate="2024-01-15 {time} +0000" value="{bpm}"/>"#
    )
}

fn bundles(export: &str) -> Vec<Vec<u8>> {
    let mut found = Export::default();
    found.note_workouts(export.as_bytes());
    found.note_records(export.as_bytes());
    let route = &mut |name: &str| (name == "workout-routes/r.gpx").then(|| ROUTE.into());
    found.into_bundles(route).map(|(_, bundle)| bundle).collect()
}

fn only_run(export: &str) -> Run {
    let bundles = bundles(export);
    let [bundle] = bundles.as_slice() else { panic!("one workout") };
    match read(bundle).unwrap().activities.as_slice() {
        [Activity::Run(run)] => run.clone(),
        _ => panic!("one run"),
    }
}

#[test]
fn the_heart_rate_is_laid_over_the_route() {
    let records = [heart("09:00:00", 60), heart("10:00:04", 150), heart("10:00:09", 154)].concat();
    let run = only_run(&export(
        &records,
        r#"<Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="0.25"
        durationUnit="min" sourceName="Watch" startDate="2024-01-15 10:00:00 +0000"
        endDate="2024-01-15 10:00:15 +0000">
        <MetadataEntry key="HKTimeZone" value="Europe/Berlin"/>
        <MetadataEntry key="HKElevationAscended" value="850 cm"/>
        <WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="0.0222" unit="km"/>
        <WorkoutRoute><FileReference path="/workout-routes/r.gpx"/></WorkoutRoute></Workout>"#,
    ));
    let rates: Vec<Option<f64>> =
        run.samples.iter().map(|sample| sample.hr.map(|bpm| bpm.0)).collect();
    assert_eq!(rates, [None, Some(150.0), Some(154.0)]);
    assert!((run.distance().unwrap().0 - 22.2).abs() < 0.2);
    assert_eq!(run.claimed.ascent, Some(Metres(8.5)));
    assert_eq!(run.start.civil().to_string(), "2024-01-15T11:00:02");
}

#[test]
fn an_old_export_writes_its_totals_as_attributes_and_in_miles() {
    let run = only_run(&export(
        "",
        r#"<Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="50"
        durationUnit="min" totalDistance="5" totalDistanceUnit="mi" sourceName="Watch"
        startDate="2016-11-14 07:25:41 -0700" endDate="2016-11-14 08:15:41 -0700"/>"#,
    ));
    assert!((run.distance().unwrap().miles() - 5.0).abs() < 1e-9);
    assert_eq!(run.moving(), Seconds(3000.0));
    assert_eq!(run.start.offset_seconds, Some(-7 * 3600));
    assert!(run.oddities.iter().any(|oddity| oddity.kind == OddityKind::NoStream));
}

#[test]
fn a_treadmill_run_is_measured_by_the_watch_and_not_by_the_phone() {
    let distance = |source: &str, second: u32, km: f64| {
        format!(
            r#"<Record type="HKQuantityTypeIdentifierDistanceWalkingRunning" sourceName="{source}"
            unit="km" startDate="2024-01-15 10:00:00 +0000"
            endDate="2024-01-15 10:00:{second} +0000" value="{km}"/>"#
        )
    };
    let records =
        [distance("Watch", 10, 0.03), distance("Phone", 20, 0.5), distance("Watch", 20, 0.04)];
    let run = only_run(&export(
        &records.concat(),
        r#"<Workout workoutActivityType="HKWorkoutActivityTypeRunning" sourceName="Watch"
        startDate="2024-01-15 10:00:00 +0000" endDate="2024-01-15 10:00:30 +0000">
        <MetadataEntry key="HKIndoorWorkout" value="1"/></Workout>"#,
    ));
    assert_eq!(run.setting, Setting::Treadmill);
    let covered: Vec<f64> = run.samples.iter().filter_map(|s| s.distance).map(|d| d.0).collect();
    assert!((covered.last().unwrap() - 70.0).abs() < 1e-3, "{covered:?}");
}

#[test]
fn stops_are_pauses() {
    let run = only_run(&export(
        "",
        r#"<Workout workoutActivityType="HKWorkoutActivityTypeRunning" sourceName="Watch"
        startDate="2024-01-15 10:00:00 +0000" endDate="2024-01-15 10:00:15 +0000">
        <WorkoutEvent type="HKWorkoutEventTypePause" date="2024-01-15 10:00:06 +0000"/>
        <WorkoutEvent type="HKWorkoutEventTypeResume" date="2024-01-15 10:00:09 +0000"/>
        <WorkoutRoute><FileReference path="/workout-routes/r.gpx"/></WorkoutRoute></Workout>"#,
    ));
    assert_eq!(run.pauses, [Pause { start: Seconds(4.0), end: Seconds(7.0) }]);
}

#[test]
fn a_walk_is_no_run() {
    let bundles = bundles(&export(
        "",
        r#"<Workout workoutActivityType="HKWorkoutActivityTypeWalking" duration="45"
        durationUnit="min" sourceName="Watch" startDate="2024-01-15 10:00:00 +0000"
        endDate="2024-01-15 10:45:00 +0000"></Workout>"#,
    ));
    let reading = read(&bundles[0]).unwrap();
    let [Activity::Other(walk)] = reading.activities.as_slice() else { panic!("a walk") };
    assert_eq!(walk.sport, Sport::Walking);
    assert_eq!(walk.claimed.moving, Some(Seconds(2700.0)));
}

#[test]
fn what_comes_before_the_damage_is_kept_and_the_damage_said() {
    let whole = export(
        "",
        r#"<Workout workoutActivityType="HKWorkoutActivityTypeRunning" sourceName="Watch"
        startDate="2024-01-15 10:00:00 +0000" endDate="2024-01-15 10:45:00 +0000"/>
        <Workout workoutActivityType="HKWorkoutActivityTypeRunning" sourceN"#,
    );
    let cut = &whole[..whole.rfind("sourceN").unwrap()];
    let mut found = Export::default();
    found.note_workouts(cut.as_bytes());
    assert!(found.damage().unwrap().to_string().contains("after 1 workouts"));
    assert_eq!(found.into_bundles(&mut |_| None).count(), 1);
}

#[test]
fn no_damage_makes_it_panic() {
    let whole = export(
        &heart("10:00:04", 150),
        r#"<Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="1"
        durationUnit="min" sourceName="Watch" startDate="2024-01-15 10:00:00 +0000"
        endDate="2024-01-15 10:00:15 +0000"><WorkoutRoute>
        <FileReference path="/workout-routes/r.gpx"/></WorkoutRoute></Workout>"#,
    );
    for at in 0..whole.len() {
        for byte in [b'<', b'"', b'9', 0xff] {
            let mut damaged = whole.clone().into_bytes();
            damaged[at] = byte;
            let mut found = Export::default();
            found.note_workouts(damaged.as_slice());
            found.note_records(damaged.as_slice());
            let route = &mut |_: &str| Some(ROUTE.into());
            found.into_bundles(route).for_each(|(_, bundle)| drop(read(&bundle)));
        }
    }
}

fn record(kind: &str, value: &str, (start, end): (&str, &str)) -> String {
    format!(
        r#"<Record type="{kind}" sourceName="Watch" startDate="{start} +0100"
        endDate="{end} +0100" value="{value}"/>"#
    )
}

fn sleep(stage: &str, start: &str, end: &str) -> String {
    let value = format!("HKCategoryValueSleepAnalysis{stage}");
    record("HKCategoryTypeIdentifierSleepAnalysis", &value, (start, end))
}

fn documents(records: &[String]) -> Vec<(String, Vec<u8>)> {
    let export = export(&records.concat(), "");
    let mut found = Export::default();
    found.note_workouts(export.as_bytes());
    found.note_records(export.as_bytes());
    found.take_days().collect()
}

fn days(records: &[String]) -> Vec<CheckIn> {
    let documents = documents(records);
    documents.iter().flat_map(|(_, day)| days::read(day).unwrap().check_ins).collect()
}

#[test]
fn a_night_belongs_to_the_day_it_ends_on_and_counts_once_whoever_recorded_it() {
    let days = days(&[
        sleep("InBed", "2024-01-14 22:30:00", "2024-01-15 07:30:00"),
        sleep("AsleepCore", "2024-01-14 23:00:00", "2024-01-15 03:00:00"),
        sleep("Awake", "2024-01-15 03:00:00", "2024-01-15 03:30:00"),
        sleep("AsleepREM", "2024-01-15 03:30:00", "2024-01-15 06:30:00"),
        sleep("Asleep", "2024-01-14 23:10:00", "2024-01-15 02:50:00"),
        sleep("AsleepDeep", "2024-01-15 21:00:00", "2024-01-15 21:40:00"),
    ]);
    let slept: Vec<_> = days.iter().map(|day| (day.date.day(), day.sleep)).collect();
    assert_eq!(slept, [(15, Some(Seconds(7.0 * 3600.0))), (16, Some(Seconds(2400.0)))]);
}

#[test]
fn a_time_in_bed_is_no_sleep() {
    assert_eq!(days(&[sleep("InBed", "2024-01-14 22:30:00", "2024-01-15 07:30:00")]), []);
}

#[test]
fn the_last_resting_heart_rate_of_a_day_counts_and_sdnn_is_told_to_nobody() {
    let day = |kind: &str, value: &str, hour: u8| {
        let moment = format!("2024-01-15 {hour:02}:00:00");
        record(&format!("HKQuantityTypeIdentifier{kind}"), value, (&moment, &moment))
    };
    let records = [
        day("RestingHeartRate", "52", 21),
        day("RestingHeartRate", "54", 9),
        day("HeartRateVariabilitySDNN", "61.3", 4),
    ];
    let told = days(&records);
    let [told] = &told[..] else { panic!("one day") };
    assert_eq!((told.resting_hr, told.hrv), (Some(Bpm(52.0)), None));
    let (name, document) = &documents(&records)[0];
    assert_eq!(name, "2024-01-15");
    assert!(String::from_utf8_lossy(document).contains("sdnn,61.3,"));
}
