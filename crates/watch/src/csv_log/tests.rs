//! What a log must be read as.

use super::{Log, read};
use crate::Activity;
use training::{Metres, OddityKind, Run, Seconds, Sport};

fn runs(text: &str) -> Vec<Run> {
    let reading = read(text.as_bytes()).unwrap();
    reading
        .activities
        .into_iter()
        .map(|activity| match activity {
            Activity::Run(run) => run,
            Activity::Other(other) => panic!("{} is not a run", other.called),
        })
        .collect()
}

#[test]
fn a_row_of_our_own_log_is_a_run_without_samples() {
    let text = "date,start,distance_km,duration,type,title,hr_avg,hr_max,ascent_m,purpose\n\
                2026-03-05,06:12,12.4,1:04:10,Run,Along the river,141,158,86,easy\n";
    let reading = read(text.as_bytes()).unwrap();
    let [Activity::Run(run)] = reading.activities.as_slice() else { panic!("one run") };
    assert_eq!(run.start.civil().to_string(), "2026-03-05T06:12:00");
    assert_eq!(run.distance(), Some(Metres(12400.0)));
    assert_eq!(run.moving(), Seconds(3850.0));
    assert_eq!(run.claimed.hr_max.map(|bpm| bpm.0), Some(158.0));
    let odd: Vec<OddityKind> = run.oddities.iter().map(|oddity| oddity.kind).collect();
    assert_eq!(odd, [OddityKind::LocalTimeGuessed, OddityKind::NoStream]);
    assert_eq!(reading.declaration.title.as_deref(), Some("Along the river"));
    assert_eq!(reading.declaration.workout_type.as_deref(), Some("easy"));
}

#[test]
fn miles_stay_miles() {
    let run = &runs("date,distance_mi,duration\n2026-03-05,6.2,55:48\n")[0];
    assert!((run.distance().unwrap().miles() - 6.2).abs() < 1e-9);
}

#[test]
fn rest_days_and_blank_lines_are_no_runs() {
    assert_eq!(runs("date,km,time\n2026-03-05,10,50:00\n2026-03-06,,\n,,\n").len(), 1);
}

#[test]
fn a_number_that_cannot_be_read_is_unknown_and_said() {
    let run = &runs("date,distance_km,duration\n2026-03-05,ten,50:00\n")[0];
    assert_eq!((run.distance(), run.moving()), (None, Seconds(3000.0)));
    let said = run.oddities.iter().find(|oddity| oddity.kind == OddityKind::FormatFault).unwrap();
    assert_eq!(said.message, "the distance 'ten' cannot be read; it is taken as unknown");
}

#[test]
fn a_row_of_which_nothing_can_be_read_is_left_out_and_said() {
    let text = "date,distance_km,duration\n2026-03-05,ten,\n2026-03-06,10,50:00\n";
    let reading = read(text.as_bytes()).unwrap();
    assert_eq!(reading.activities.len(), 1);
    assert_eq!(
        reading.oddities[0].message,
        "line 2 was left out: the distance 'ten' cannot be read"
    );
}

#[test]
fn other_sports_stay_other_sports() {
    let reading = read(b"date,type,distance_km,duration\n2026-03-05,Ride,40,1:30:00\n").unwrap();
    let [Activity::Other(ride)] = reading.activities.as_slice() else { panic!("a ride") };
    assert_eq!(ride.sport, Sport::Cycling);
}

#[test]
fn semicolons_and_decimal_commas_are_read() {
    let run = &runs("Datum;Distanz;Zeit\n05.03.2026;10,5;52:30\n")[0];
    assert_eq!(run.distance(), Some(Metres(10500.0)));
    assert_eq!(run.start.date().to_string(), "2026-03-05");
}

#[test]
fn a_log_in_american_dates_is_recognised_by_its_order() {
    let text = "date,miles,duration\n5/2/2021,3,24:00\n5/4/2021,3,24:00\n5/6/2021,3,24:00\n";
    let days: Vec<String> = runs(text).iter().map(|run| run.start.date().to_string()).collect();
    assert_eq!(days, ["2021-05-02", "2021-05-04", "2021-05-06"]);
}

#[test]
fn a_row_alone_reads_as_it_did_among_the_others() {
    let text = "date,miles,duration\n5/2/2021,3,24:00\n5/4/2021,4,32:00\n5/6/2021,5,40:00\n";
    let log = Log::parse(text.as_bytes()).unwrap();
    let alone: Vec<Run> = log
        .rows()
        .iter()
        .flat_map(|row| runs(std::str::from_utf8(&log.alone(row)).unwrap()))
        .collect();
    assert_eq!(alone, runs(text));
}

#[test]
fn strides_tell_miles_from_kilometres() {
    let text = "Activity Type,Date,Distance,Time,Avg Run Cadence,Avg Stride Length\n\
                Running,2023-03-31 08:10:41,2.63,00:22:07,165,1.16\n";
    assert!((runs(text)[0].distance().unwrap().miles() - 2.63).abs() < 1e-9);
}

#[test]
fn an_export_in_an_unknown_language_is_read_by_position() {
    let text = "Tunniste,Pvm,Nimeke,Laji,Kuvaus,Kulunut,Pituus,Tiedosto\n\
                9200000007,\"Apr 4, 2015, 6:46:35 AM\",Lenkki,Run,,2400,7.39,activities/1.fit.gz\n";
    let run = &runs(text)[0];
    assert_eq!(run.distance(), Some(Metres(7390.0)));
    let log = Log::parse(text.as_bytes()).unwrap();
    assert_eq!(log.file(&log.rows()[0]), Some("activities/1.fit.gz"));
}

#[test]
fn a_time_nobody_could_run_is_taken_as_unknown() {
    let run = &runs("date,distance_km,time\n2021-09-11,3.5,1:00\n")[0];
    assert_eq!(run.claimed.moving, None);
    assert!(run.oddities.iter().any(|oddity| oddity.kind == OddityKind::TotalsDisagree));
}

#[test]
fn a_table_that_is_no_log_says_what_a_log_needs() {
    let error = read(b"lap,role,avg_hr\n1,work,168\n").unwrap_err();
    assert!(error.to_string().contains("lap, role, avg_hr"), "{error}");
    assert!(error.to_string().contains("date,start,distance_km"), "{error}");
}
