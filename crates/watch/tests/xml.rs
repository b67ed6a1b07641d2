//! TCX and GPX files as software really writes them, and what `read` makes of them.

use flate2::{Compression, write::GzEncoder};
use std::io::Write;
use training::{LapIntensity, OddityKind, Run, Sport};
use watch::{Activity, read};

/// A GPX track of one point a second, 3 m apart, with `extra` inside every point.
fn gpx(kind: &str, count: u32, extra: &str) -> String {
    let points: Vec<String> = (0..count)
        .map(|second| {
            let latitude = 47.0 + f64::from(second) * 3.0 / 111_195.0;
            let (minute, second) = (second / 60, second % 60);
            format!(
                "<trkpt lat=\"{latitude:.7}\" lon=\"8.5\"><ele>400</ele>\
                 <time>2026-03-05T06:{minute:02}:{second:02}Z</time>{extra}</trkpt>"
            )
        })
        .collect();
    let points = points.concat();
    format!(
        "<?xml version=\"1.0\"?><gpx creator=\"w\"><trk><name>Morning</name>{kind}\
         <trkseg>{points}</trkseg></trk></gpx>"
    )
}

fn tcx(laps: &str) -> String {
    format!(
        "<TrainingCenterDatabase><Activities><Activity Sport=\"Running\">\
         <Id>2026-03-05T06:00:00Z</Id>{laps}</Activity></Activities></TrainingCenterDatabase>"
    )
}

fn lap(start: u32, seconds: u32, intensity: &str) -> String {
    let points: Vec<String> = (start..start + seconds)
        .map(|t| {
            format!(
                "<Trackpoint><Time>2026-03-05T06:{:02}:{:02}Z</Time><DistanceMeters>{}\
                 </DistanceMeters><HeartRateBpm><Value>150</Value></HeartRateBpm><Extensions>\
                 <ns3:TPX><ns3:RunCadence>88</ns3:RunCadence></ns3:TPX></Extensions></Trackpoint>",
                t / 60,
                t % 60,
                3 * t
            )
        })
        .collect();
    let points = points.concat();
    format!(
        "<Lap StartTime=\"2026-03-05T06:{:02}:{:02}Z\"><TotalTimeSeconds>{seconds}\
         </TotalTimeSeconds><DistanceMeters>{}</DistanceMeters><Intensity>{intensity}</Intensity>\
         <Track>{points}</Track></Lap>",
        start / 60,
        start % 60,
        3 * seconds
    )
}

fn only_run(text: &str) -> Run {
    match read(text.as_bytes()).unwrap().activities.as_slice() {
        [Activity::Run(run)] => run.clone(),
        other => panic!("one run, not {other:?}"),
    }
}

#[test]
fn a_track_without_distance_is_measured_along_its_positions() {
    let run = only_run(&gpx("<type>running</type>", 101, ""));
    assert!((run.distance().unwrap().0 - 300.0).abs() < 0.1);
    assert_eq!(run.elapsed().0, 100.0);
}

#[test]
fn every_dialect_of_heart_rate_is_understood() {
    for extra in [
        "<extensions><gpxtpx:TrackPointExtension><gpxtpx:hr>151</gpxtpx:hr>\
         </gpxtpx:TrackPointExtension></extensions>",
        "<extensions><ns3:TrackPointExtension><ns3:hr>151</ns3:hr></ns3:TrackPointExtension>\
         </extensions>",
        "<extensions><gpxdata:hr>151</gpxdata:hr></extensions>",
        "<extensions><heartrate>151</heartrate></extensions>",
    ] {
        let run = only_run(&gpx("<type>running</type>", 20, extra));
        assert_eq!(run.samples[5].hr.unwrap().0, 151.0, "{extra}");
    }
}

#[test]
fn a_ride_is_kept_as_cross_training() {
    let reading = read(gpx("<type>cycling</type>", 20, "").as_bytes()).unwrap();
    assert!(matches!(&reading.activities[0], Activity::Other(o) if o.sport == Sport::Cycling));
}

#[test]
fn an_unnamed_sport_is_decided_by_its_speed_and_said() {
    let run = only_run(&gpx("", 60, ""));
    assert!(run.oddities.iter().any(|oddity| oddity.kind == OddityKind::SportGuessed));
}

#[test]
fn the_title_of_a_track_is_declared() {
    let reading = read(gpx("<type>running</type>", 20, "").as_bytes()).unwrap();
    assert_eq!(reading.declaration.title.as_deref(), Some("Morning"));
}

#[test]
fn space_before_the_declaration_and_gzip_around_it_do_no_harm() {
    let padded = format!("\u{feff}          {}", gpx("<type>running</type>", 20, ""));
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(padded.as_bytes()).unwrap();
    let zipped = gzip.finish().unwrap();
    assert_eq!(read(&zipped), read(padded.as_bytes()));
    assert_eq!(only_run(&padded).samples.len(), 20);
}

#[test]
fn a_cut_file_gives_what_stands_before_the_cut() {
    let whole = gpx("<type>running</type>", 100, "");
    let run = only_run(&whole[..whole.len() / 2]);
    assert!(run.samples.len() > 40);
    assert!(run.oddities.iter().any(|oddity| oddity.kind == OddityKind::DamagedFile));
}

#[test]
fn a_route_is_refused_by_name() {
    let route = "<gpx><rte><rtept lat=\"47\" lon=\"8\"/></rte></gpx>";
    assert!(read(route.as_bytes()).unwrap_err().to_string().contains("route"));
}

#[test]
fn a_track_without_times_is_refused_by_name() {
    let track = "<gpx><trk><trkseg><trkpt lat=\"47\" lon=\"8\"/></trkseg></trk></gpx>";
    assert!(read(track.as_bytes()).unwrap_err().to_string().contains("no times"));
}

#[test]
fn a_cut_track_without_times_is_told_what_to_do_where_no_copy_is_whole() {
    let track = "<gpx><trk><trkseg><trkpt lat=\"47\" lon=\"8\"/><trkpt lat";
    let refusal = read(track.as_bytes()).unwrap_err();
    assert!(refusal.what.contains("no times (the file is damaged: "), "{refusal}");
    let remedy =
        "copy it again from its source; if it is the same there, export it with time stamps";
    assert_eq!(refusal.remedy, remedy);
}

#[test]
fn laps_keep_their_claims() {
    let run = only_run(&tcx(&[lap(0, 60, "Active"), lap(60, 30, "Resting")].concat()));
    let claims: Vec<_> = run.laps.iter().map(|l| (l.start.0, l.end.0, l.intensity)).collect();
    let (active, rest) = (Some(LapIntensity::Active), Some(LapIntensity::Rest));
    assert_eq!(claims, [(0.0, 60.0, active), (60.0, 90.0, rest)]);
    assert_eq!(run.samples[7].cadence.unwrap().0, 176.0);
    assert_eq!(run.claimed.moving.unwrap().0, 90.0);
}

#[test]
fn a_break_that_the_totals_leave_out_is_a_pause() {
    let run = only_run(&tcx(&[lap(0, 60, "Active"), lap(180, 60, "Active")].concat()));
    let pauses: Vec<_> = run.pauses.iter().map(|pause| (pause.start.0, pause.end.0)).collect();
    assert_eq!(pauses, [(59.0, 180.0)]);
}

#[test]
fn totals_that_disagree_are_said_with_both_numbers() {
    let text = tcx(&lap(0, 60, "Active")).replace("<DistanceMeters>180<", "<DistanceMeters>250<");
    let run = only_run(&text);
    let said = run.oddities.iter().find(|oddity| oddity.kind == OddityKind::TotalsDisagree);
    let message = &said.unwrap().message;
    assert!(message.contains("250 m") && message.contains("177 m"), "{message}");
}
