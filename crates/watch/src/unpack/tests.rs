//! What comes out of archives.

use super::{Manner, budget::Budget, is_candidate, unpack, unpack_beside, zipped};
use crate::{Activity, Original, Unreadable, read};
use std::io::{Cursor, Write as _};
use training::{Metres, Run, Seconds};
use zip::{ZipWriter, write::SimpleFileOptions};

const GPX: &str = r#"<gpx version="1.1"><trk><type>running</type><trkseg>
<trkpt lat="51.4400" lon="-2.6"><time>2024-01-15T10:00:00Z</time></trkpt>
<trkpt lat="51.4410" lon="-2.6"><time>2024-01-15T10:00:30Z</time></trkpt>
<trkpt lat="51.4420" lon="-2.6"><time>2024-01-15T10:01:00Z</time></trkpt>
</trkseg></trk></gpx>"#;

fn zip_of(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn parts(path: &str, bytes: &[u8]) -> Vec<(String, Result<Original, Unreadable>)> {
    let mut parts = Vec::new();
    unpack(path, Cursor::new(bytes), &mut |path, part| parts.push((path, part)));
    parts
}

fn paths(path: &str, bytes: &[u8]) -> Vec<String> {
    parts(path, bytes).into_iter().map(|(path, _)| path).collect()
}

fn only_run(original: &Original) -> Run {
    match read(&original.bytes).unwrap().activities.as_slice() {
        [Activity::Run(run)] => run.clone(),
        _ => panic!("{} is one run", original.path),
    }
}

#[test]
fn a_recording_is_its_own_original() {
    let parts = parts("run.gpx", GPX.as_bytes());
    let [(path, Ok(original))] = parts.as_slice() else { panic!("one original") };
    assert_eq!((path.as_str(), original.bytes.as_slice()), ("run.gpx", GPX.as_bytes()));
}

#[test]
fn archives_inside_archives_are_walked_and_their_paths_told() {
    let inner = zip_of(&[("user_1.gpx", GPX.as_bytes()), ("note.txt", b"hello")]);
    let outer = zip_of(&[("DI_CONNECT/Part1.zip", &inner), ("photo.jpg", b"\xff\xd8")]);
    assert_eq!(paths("garmin.zip", &outer), ["garmin.zip!/DI_CONNECT/Part1.zip!/user_1.gpx"]);
}

#[test]
fn a_bulk_export_declares_its_recordings_and_hands_out_what_has_none() {
    let listing = b"Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,\
        Filename\n\
        1,\"Jan 15, 2024, 10:00:00 AM\",By the river,Run,60,0.22,activities/1.gpx\n\
        2,\"Jan 16, 2024, 10:00:00 AM\",By hand,Run,1800,5.00,\n\
        3,\"Jan 17, 2024, 10:00:00 AM\",Lost,Run,1500,4.00,activities/3.gpx\n";
    let files: [(&str, &[u8]); 4] = [
        ("export_7/profile.csv", b"Name,City\nA,B\n"),
        ("export_7/activities.csv", listing),
        ("export_7/activities/1.gpx", GPX.as_bytes()),
        ("export_7/media/1.jpg", b""),
    ];
    let parts = parts("strava.zip", &zip_of(&files));
    let [(row, Ok(by_hand)), (_, Ok(lost)), (_, Ok(recorded))] = parts.as_slice() else {
        panic!("three originals, not {parts:?}")
    };
    assert_eq!(row, "strava.zip!/export_7/activities.csv!/3");
    assert_eq!(by_hand.declaration.title.as_deref(), Some("By hand"));
    assert_eq!(only_run(by_hand).distance(), Some(Metres(5000.0)));
    assert_eq!(lost.declaration.title.as_deref(), Some("Lost"));
    assert_eq!(recorded.path, "strava.zip!/export_7/activities/1.gpx");
    assert_eq!(recorded.declaration.title.as_deref(), Some("By the river"));
    assert_eq!(recorded.declaration.activity_type.as_deref(), Some("Run"));
}

#[test]
fn a_listing_in_a_folder_leaves_its_recordings_to_themselves() {
    let listing = "date,km,time,file\n2026-01-01,5,25:00,a.gpx\n2026-01-02,6,30:00,\n";
    let mut paths = Vec::new();
    let beside = &mut |name: &str| (name == "a.gpx").then(|| GPX.as_bytes().to_vec());
    unpack_beside("log.csv", Cursor::new(listing), Manner::Found, beside, &mut |path, _| {
        paths.push(path);
    });
    assert_eq!(paths, ["log.csv!/3"]);
}

#[test]
fn the_days_of_an_account_export_come_one_by_one_and_damage_is_said() {
    let files: [(&str, &[u8]); 3] = [
        (
            "DI_CONNECT/DI-Connect-Wellness/1_sleepData.json",
            br#"[{"calendarDate":"2026-01-15","deepSleepSeconds":3600,"lightSleepSeconds":18000},
                 {"calendarDate":"2026-01-16","deepSleepSeconds":3600,"lightSleepSeconds":21600}]"#,
        ),
        (
            "DI_CONNECT/DI-Connect-Aggregator/UDSFile_1.json",
            br#"[{"calendarDate":"2026-01-15","restingHeartRate":48},{"calendarDa"#,
        ),
        ("DI_CONNECT/DI-Connect-User/user_profile.json", br#"{"restingHeartRate":48}"#),
    ];
    let parts = parts("garmin.zip", &zip_of(&files));
    let [(first, Ok(night)), (_, Ok(_)), (damaged, Err(_))] = parts.as_slice() else {
        panic!("two nights and a damaged file, not {parts:?}")
    };
    assert!(first.ends_with("1_sleepData.json!/2026-01-15"), "{first}");
    assert!(damaged.ends_with("UDSFile_1.json"), "{damaged}");
    let told = read(&night.bytes).unwrap().check_ins;
    assert_eq!(told[0].sleep, Some(Seconds(21_600.0)));
}

#[test]
fn the_rows_of_a_table_of_days_come_one_by_one_and_an_impossible_one_is_said() {
    let table = b"date,soreness,mood\n2026-03-05,6,4\n2026-03-06,12,4\n2026-03-07,,\n";
    let parts = parts("days.csv", table);
    let [(first, Ok(day)), (second, Err(error))] = parts.as_slice() else {
        panic!("a day and an error, not {parts:?}")
    };
    assert_eq!((first.as_str(), second.as_str()), ("days.csv!/2", "days.csv!/3"));
    assert_eq!(read(&day.bytes).unwrap().check_ins.len(), 1);
    assert!(error.to_string().contains("from 0 (not sore) to 10"), "{error}");
}

#[test]
fn a_damaged_entry_is_said_and_the_rest_goes_on() {
    let mut archive = zip_of(&[("a.gpx", GPX.as_bytes()), ("b.gpx", GPX.as_bytes())]);
    let inside_a = 60;
    archive[inside_a..inside_a + 20].fill(0xff);
    let parts = parts("x.zip", &archive);
    let [(a, Err(_)), (b, Ok(_))] = parts.as_slice() else { panic!("one lost: {parts:?}") };
    assert_eq!((a.as_str(), b.as_str()), ("x.zip!/a.gpx", "x.zip!/b.gpx"));
}

#[test]
fn an_archive_that_blows_up_is_refused() {
    let bomb = zip_of(&[("b.gpx", GPX.as_bytes()), ("a.fit", &vec![0; 1 << 20])]);
    let mut parts = Vec::new();
    let emit = &mut |path, part: Result<Original, Unreadable>| parts.push((path, part));
    zipped::unpack("bomb.zip", &mut Cursor::new(bomb), &mut Budget::of(1 << 19), 0, emit).unwrap();
    let [(_, Ok(_)), (path, Err(error))] = parts.as_slice() else { panic!("one is refused") };
    assert_eq!(path, "bomb.zip!/a.fit");
    assert!(error.to_string().contains("far more than an archive of its size"), "{error}");
}

#[test]
fn a_file_cut_off_in_the_middle_says_so() {
    let archive = zip_of(&[("a.gpx", GPX.as_bytes())]);
    let parts = parts("cut.zip", &archive[..archive.len() / 2]);
    let [(path, Err(error))] = parts.as_slice() else { panic!("one error") };
    assert_eq!(path, "cut.zip");
    let said = error.to_string();
    assert!(said.contains("the list of what is in it, at its end, is missing"), "{said}");
}

#[test]
fn no_damage_to_an_archive_makes_it_panic() {
    let inner = zip_of(&[("a.gpx", GPX.as_bytes()), ("log.csv", b"date,km\n2026-01-01,5\n")]);
    let archive = zip_of(&[("inner.zip", &inner), ("b.gpx", GPX.as_bytes())]);
    for at in 0..archive.len() {
        for bits in [0x01, 0x80, 0xff] {
            let mut damaged = archive.clone();
            damaged[at] ^= bits;
            parts("x.zip", &damaged);
        }
        parts("x.zip", &archive[..at]);
    }
}

#[test]
fn a_walk_through_folders_knows_what_to_open() {
    for name in ["1.fit", "a/2.GPX", "3.tcx.gz", "export.zip", "activities.csv", "export.xml"] {
        assert!(is_candidate(name), "{name}");
    }
    for name in ["1.jpg", "._1.fit", "__MACOSX/1.fit", "workout-routes/r.gpx", "readme.md"] {
        assert!(!is_candidate(name), "{name}");
    }
}

#[test]
fn a_fit_file_without_an_ending_is_known_by_its_first_bytes() {
    let fit = b"\x0e\x20\x54\x08\0\0\0\0.FIT\0\0\0\0";
    let archive = zip_of(&[("garmin/84217", fit), ("garmin/README", b"hello"), ("photo.jpg", fit)]);
    assert_eq!(paths("x.zip", &archive), ["x.zip!/garmin/84217"]);
}
