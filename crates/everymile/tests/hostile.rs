//! Stories of files that are made to harm: bombs, claims of gigabytes, archives without end, ways out
//! of the folder. Each is refused by name, with what to do, within 640 MiB of address space and 60
//! seconds of the processor; the good file beside it is read. The limits are the system's (`ulimit`),
//! so that what breaks them dies.
#![allow(clippy::disallowed_methods, reason = "the stories write files and run the binary")]

mod desk;

use desk::{Desk, RUNS, Told};
use flate2::{Compress, Compression, Crc, FlushCompress};
use std::{fmt::Write, fs};

/// Address space in KiB: what the memory of the process can at most be, with its code and stacks.
const MEMORY_KIB: u32 = 640 * 1024;
/// Seconds of the processor.
const SECONDS: u32 = 60;

/// What is told of a hostile file beside a good one.
fn told(story: &str, name: &str, bytes: &[u8]) -> Told {
    let desk = Desk::empty(&format!("hostile-{story}"));
    fs::create_dir_all(desk.files()).unwrap();
    fs::write(desk.files().join("good.fit"), &RUNS[0]).unwrap();
    fs::write(desk.folder.join(name), bytes).unwrap();
    let limits = format!("ulimit -v {MEMORY_KIB}; ulimit -t {SECONDS}; RAYON_NUM_THREADS=2");
    let told = desk.types_after(&limits, &format!("import FILES {name} --verbose"));
    assert!(told.result.contains("The logbook holds "), "{}{}", told.messages, told.result);
    told
}

/// A hostile file is refused, and it is said why and what to do.
#[track_caller]
fn check_refused(story: &str, name: &str, bytes: &[u8], says: &str) {
    let told = told(story, name, bytes);
    assert_eq!(told.status, 1, "{}", told.result);
    let said = told.unwrapped();
    assert!(said.contains(says), "{said}");
    assert!(said.contains(name) && said.contains(" → "), "{said}");
}

/// So many megabytes of one letter, deflated: the same deflated megabyte again and again.
fn deflated(letter: u8, megabytes: usize) -> Vec<u8> {
    let mut compress = Compress::new(Compression::best(), false);
    let mut megabyte = Vec::with_capacity(1 << 20);
    let plain = vec![letter; 1 << 20];
    compress.compress_vec(&plain, &mut megabyte, FlushCompress::Full).unwrap();
    let end = [0x03, 0x00];
    [megabyte.repeat(megabytes).as_slice(), &end].concat()
}

fn gzipped(deflated: &[u8], claims: u32) -> Vec<u8> {
    let head = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF];
    [&head[..], deflated, &[0; 4], &claims.to_le_bytes()].concat()
}

/// One file of an archive: its name, its bytes as they are packed, and what is claimed of them.
struct Packed<'a> {
    name: &'a str,
    bytes: &'a [u8],
    is_deflated: bool,
    claims: u32,
}

fn stored<'a>(name: &'a str, bytes: &'a [u8]) -> Packed<'a> {
    Packed { name, bytes, is_deflated: false, claims: bytes.len() as u32 }
}

/// A zip archive, written by hand so that it can lie ("APPNOTE" 6.3, sections 4.3.7 and 4.3.12).
fn zip(files: &[Packed<'_>]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for file in files {
        let mut crc = Crc::new();
        crc.update(file.bytes);
        let about = [
            [20, 0, 0, 0].to_vec(),
            vec![if file.is_deflated { 8 } else { 0 }, 0, 0, 0, 0, 0],
            crc.sum().to_le_bytes().to_vec(),
            (file.bytes.len() as u32).to_le_bytes().to_vec(),
            file.claims.to_le_bytes().to_vec(),
            (file.name.len() as u16).to_le_bytes().to_vec(),
            vec![0, 0],
        ]
        .concat();
        let place = (archive.len() as u32).to_le_bytes();
        directory.extend([b"PK\x01\x02\x14\x00".as_slice(), &about, &[0; 10], &place].concat());
        directory.extend(file.name.bytes());
        archive
            .extend([b"PK\x03\x04".as_slice(), &about, file.name.as_bytes(), file.bytes].concat());
    }
    let count = (files.len() as u16).to_le_bytes();
    let (size, place) = (directory.len() as u32, archive.len() as u32);
    archive.extend(directory);
    archive.extend([b"PK\x05\x06\0\0\0\0".as_slice(), &count, &count].concat());
    archive.extend([size.to_le_bytes(), place.to_le_bytes()].concat());
    archive.extend([0, 0]);
    archive
}

#[test]
fn a_gzip_bomb_is_refused() {
    let bomb = gzipped(&deflated(0, 2048), 0);
    assert!(bomb.len() < 16 << 20);
    check_refused("gzip", "bomb.fit.gz", &bomb, "unpacks to more than 64 MiB");
}

#[test]
fn a_gzip_file_that_claims_four_gigabytes_is_read_as_what_it_is() {
    let small = gzipped(&deflated(b' ', 1), u32::MAX);
    check_refused("gzip-claim", "claim.fit.gz", &small, "this is neither FIT nor TCX nor GPX");
}

#[test]
fn a_zip_bomb_is_refused() {
    let zeros = deflated(0, 2048);
    let bomb = Packed { name: "a.fit", bytes: &zeros, is_deflated: true, claims: u32::MAX - 1 };
    check_refused("zip", "bomb.zip", &zip(&[bomb]), "it is larger than 64 MiB");
    let many = deflated(0, 60);
    let packed = |name| Packed { name, bytes: &many, is_deflated: true, claims: 60 << 20 };
    let names: Vec<String> = (0..20).map(|number| format!("{number}.fit")).collect();
    let files: Vec<Packed> = names.iter().map(|name| packed(name.as_str())).collect();
    check_refused("zip-many", "many.zip", &zip(&files), "far more than an archive of its size");
}

#[test]
fn archives_inside_archives_without_end_are_refused() {
    let mut archive = zip(&[stored("run.fit", &RUNS[0])]);
    for depth in 0..12 {
        archive = zip(&[stored(&format!("{depth}.zip"), &archive)]);
    }
    check_refused("nested", "nested.zip", &archive, "archives inside archives without end");
}

#[test]
fn bombs_in_archives_in_an_archive_share_what_may_come_out() {
    let zeros = deflated(0, 60);
    let bomb = Packed { name: "a.fit", bytes: &zeros, is_deflated: true, claims: 60 << 20 };
    let inner = zip(&[bomb]);
    let names: Vec<String> = (0..20).map(|number| format!("{number}.zip")).collect();
    let files: Vec<Packed> = names.iter().map(|name| stored(name, &inner)).collect();
    check_refused("shared", "shared.zip", &zip(&files), "far more than an archive of its size");
}

#[test]
fn a_path_that_leads_out_of_the_folder_leads_nowhere() {
    let out = "../../../../../../../../tmp/everymile-was-here.fit";
    let told =
        told("paths", "out.zip", &zip(&[stored(out, &RUNS[0]), stored("/etc/passwd.fit", b"x")]));
    assert!(!std::path::Path::new("/tmp/everymile-was-here.fit").exists());
    assert!(told.unwrapped().contains("out.zip!//etc/passwd.fit: "), "{}", told.messages);

    let desk = Desk::empty("hostile-listing");
    fs::create_dir_all(desk.files()).unwrap();
    fs::write(desk.folder.join("secret.fit"), &RUNS[0]).unwrap();
    let listing = "date,km,time,file\n2026-01-01,5,25:00,../secret.fit\n";
    fs::write(desk.files().join("log.csv"), listing).unwrap();
    let told = desk.types("analyze FILES --format json").well().json();
    let files: Vec<&str> =
        told["runs"].as_array().unwrap().iter().map(|run| run["file"].as_str().unwrap()).collect();
    assert!(files.iter().all(|file| file.ends_with("log.csv!/2")), "{files:?}");
}

#[test]
fn files_of_an_archive_that_lie_on_each_other_share_what_may_come_out() {
    let bytes = deflated(0, 60);
    let one = zip(&[Packed { name: "00.fit", bytes: &bytes, is_deflated: true, claims: 60 << 20 }]);
    let directory = one.len() - 22 - 46 - "00.fit".len();
    let entry = one[directory..one.len() - 22].to_vec();
    let mut bomb = one[..directory].to_vec();
    for number in 0..60_u8 {
        let mut entry = entry.clone();
        entry[46..48].copy_from_slice(format!("{number:02}").as_bytes());
        bomb.extend(entry);
    }
    let size = (60 * entry.len()) as u32;
    bomb.extend(b"PK\x05\x06\0\0\0\0\x3c\0\x3c\0");
    bomb.extend([size.to_le_bytes(), (directory as u32).to_le_bytes()].concat());
    bomb.extend([0, 0]);
    check_refused("overlap", "overlap.zip", &bomb, "far more than an archive of its size");
}

/// Entities of entities: a thousand million laughs from a kilobyte.
fn laughs(root: &str) -> String {
    let mut text = format!("<?xml version=\"1.0\"?>\n<!DOCTYPE {root} [\n<!ENTITY l0 \"laugh\">\n");
    for depth in 1..10 {
        let inner = format!("&l{};", depth - 1).repeat(10);
        writeln!(text, "<!ENTITY l{depth} \"{inner}\">").unwrap();
    }
    writeln!(text, "<!ENTITY x SYSTEM \"file:///etc/passwd\">\n]>").unwrap();
    text
}

#[test]
fn entities_of_entities_are_never_unfolded_and_no_file_is_read_by_them() {
    let gpx = laughs("gpx") + "<gpx><trk><name>&l9;&x;</name></trk></gpx>";
    check_refused("laughs-gpx", "laughs.gpx", gpx.as_bytes(), "this GPX file holds no track");
    let tcx = laughs("TrainingCenterDatabase")
        + "<TrainingCenterDatabase><Activities><Activity Sport=\"&l9;\"><Notes>&l9;&x;</Notes>\
           </Activity></Activities></TrainingCenterDatabase>";
    check_refused("laughs-tcx", "laughs.tcx", tcx.as_bytes(), "this TCX file holds no activity");
    let apple = laughs("HealthData")
        + "<HealthData><Workout workoutActivityType=\"HKWorkoutActivityTypeRunning\" \
           startDate=\"2026-03-05 06:00:00 +0100\" endDate=\"2026-03-05 06:30:00 +0100\" \
           duration=\"30\" durationUnit=\"min\" sourceName=\"&l9;&x;\"/></HealthData>";
    let desk = Desk::empty("hostile-laughs-apple");
    fs::write(desk.folder.join("export.xml"), apple).unwrap();
    let limits = format!("ulimit -v {MEMORY_KIB}; ulimit -t {SECONDS};");
    let told = desk.types_after(&limits, "import export.xml");
    assert!(told.status <= 1, "{}", told.messages);
    assert!(!told.result.contains("root:"));
}

#[test]
fn elements_inside_each_other_without_end_are_refused() {
    let deep = "<gpx>".to_owned() + &"<a>".repeat(5_000_000);
    let says = "its elements lie inside each other without end";
    check_refused("deep", "deep.gpx", deep.as_bytes(), says);
    let deep = "<TrainingCenterDatabase>".to_owned() + &"<a>".repeat(5_000_000);
    check_refused("deep-tcx", "deep.tcx", deep.as_bytes(), says);
    let deep = "<?xml version=\"1.0\"?><HealthData>".to_owned() + &"<a>".repeat(5_000_000);
    let says = "there is no activity and no day in it";
    check_refused("deep-apple", "export.xml", deep.as_bytes(), says);
}

#[test]
fn a_header_that_claims_four_gigabytes_is_not_believed() {
    let mut fit = RUNS[1].clone();
    fit[4..8].copy_from_slice(&u32::MAX.to_le_bytes());
    let told = self::told("fit-claim", "claim.fit", &fit[..fit.len() / 2]);
    assert!(told.result.contains("2 runs"), "{}", told.messages);

    let bytes = &RUNS[2];
    let claim = Packed { name: "a.fit", bytes, is_deflated: false, claims: u32::MAX - 1 };
    let told = self::told("zip-claim", "claim.zip", &zip(&[claim]));
    assert!(told.result.contains("2 runs"), "{}", told.messages);
}

#[test]
fn ten_million_points_are_refused() {
    check_refused("many-fit", "many.fit", &fit_of_points(10_000_000), "more than a million points");
    let point = "<trkpt lat=\"1\" lon=\"1\"><time>2026-03-05T06:00:00Z</time></trkpt>";
    let gpx = format!("<gpx><trk><trkseg>{}", point.repeat(1_000_010));
    check_refused("many-gpx", "many.gpx", gpx.as_bytes(), "more than a million points");
    let point = "<Trackpoint><Time>2026-03-05T06:00:00Z</Time></Trackpoint>".repeat(1_000_010);
    let tcx = "<TrainingCenterDatabase><Activities><Activity Sport=\"Running\"><Lap><Track>";
    let tcx = tcx.to_owned() + &point;
    check_refused("many-tcx", "many.tcx", tcx.as_bytes(), "more than a million points");
    let point = "<trkpt lat=\"1\" lon=\"1\"><time>2026-03-05T06:00:00Z</time></trkpt>";
    let huge = format!("<gpx><trk><trkseg>{}", point.repeat(10_000_000 / 2));
    check_refused("huge-gpx", "huge.gpx", huge.as_bytes(), "it is larger than 64 MiB");
}

/// A FIT file with so many records of a time and a heart rate.
fn fit_of_points(count: u32) -> Vec<u8> {
    let mut data = vec![0x40, 0, 0, 0, 0, 1, 0, 1, 0, 0x00, 4];
    data.extend([0x41, 0, 0, 20, 0, 2, 253, 4, 0x86, 3, 1, 0x02]);
    for point in 0..count {
        data.push(1);
        data.extend((1_141_625_529 + point).to_le_bytes());
        data.push(140);
    }
    let mut fit = vec![14, 0x20, 0x54, 0x08];
    fit.extend((data.len() as u32).to_le_bytes());
    fit.extend(b".FIT\0\0");
    fit.extend(data);
    fit.extend([0, 0]);
    fit
}

#[test]
fn a_chain_of_files_without_end_is_refused() {
    let empty = fit_of_points(1);
    check_refused("chain", "chain.fit", &empty.repeat(500_000), "more than two hundred activities");
}

#[test]
fn a_table_without_end_is_refused() {
    let cells = "date,distance_km,duration\n".to_owned() + &",\n".repeat(5_000_000);
    check_refused("cells", "cells.csv", cells.as_bytes(), "more than four million cells");
    let rows = "date,km,time\n".to_owned() + &"2026-03-05,5,25:00\n".repeat(900_000);
    check_refused("rows", "rows.csv", rows.as_bytes(), "more than forty thousand rows");
    let rows = "date,mood\n".to_owned() + &"2026-03-05,4\n".repeat(900_000);
    check_refused("day-rows", "days.csv", rows.as_bytes(), "more than forty thousand rows");
}

#[test]
fn a_listing_without_end_is_refused() {
    let json = "[{\"activityId\":1,\"startTimeGMT\":\"\"}".to_owned() + &",{}".repeat(12_000_000);
    check_refused("json", "list.json", json.as_bytes(), "more than 32 MiB of JSON");
    let deep = "[{\"activityId\":1,\"startTimeGMT\":\"\"}".to_owned() + &"[".repeat(10_000_000);
    check_refused("json-deep", "deep.json", deep.as_bytes(), "this JSON is damaged");
}

#[test]
fn an_element_without_end_in_a_health_export_is_refused() {
    let endless = "<?xml version=\"1.0\"?><HealthData><Record type=\"".to_owned();
    let endless = endless + &"a".repeat(100 << 20);
    check_refused("element", "export.xml", endless.as_bytes(), "an element in it has no end");
}
