//! Bad bytes are data: whatever happens to a file, `read` gives an answer and never panics.

mod bytes;

use bytes::{Fit, START, UINT8, UINT16, UINT32};

const ROUNDS: u32 = 3000;

/// A seeded generator of random numbers (`SplitMix64`; Steele, Lea & Flood 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }
}

/// Flips, overwrites, cuts, repeats or doubles a few bytes.
fn mutate(original: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = original.to_vec();
    for _ in 0..=random.below(8) {
        let at = random.below(bytes.len());
        let end = (at + 1 + random.below(40)).min(bytes.len());
        match random.below(6) {
            0 | 1 => bytes[at] ^= 1 << random.below(8),
            2 => bytes[at] = [0x00, 0xFF, 0x7F, 0x80, b'<', b'9'][random.below(6)],
            3 => drop(bytes.drain(at..end)),
            4 => bytes.extend_from_within(at..end),
            _ => bytes.truncate(at.max(20)),
        }
        if bytes.len() < 20 {
            break;
        }
    }
    bytes
}

fn survives(original: &[u8], seed: u64) {
    let mut random = Random(seed);
    assert!(watch::read(original).is_ok());
    for _ in 0..ROUNDS {
        let _answer = watch::read(&mutate(original, &mut random));
    }
}

fn fit(mut fit: Fit) -> Vec<u8> {
    fit.define(6, 27, &[(254, UINT16), (1, UINT8), (2, UINT32), (4, UINT32), (7, UINT8)]);
    fit.data(6, &[0, 6, 0, 5, 0]);
    let record = [(253, UINT32), (0, UINT32), (1, UINT32), (5, UINT32), (3, UINT8), (4, UINT8)];
    fit.define(0, 20, &record);
    fit.define(2, 21, &[(253, UINT32), (0, UINT8), (1, UINT8)]);
    fit.define(5, 78, &[(0, UINT16)]);
    for second in 0..60 {
        fit.data(0, &[START + second, 560_000_000 + 300 * second, 1, 300 * second, 140, 86]);
        fit.data(5, &[420]);
    }
    fit.data(2, &[START + 20, 0, 4]);
    fit.data(2, &[START + 30, 0, 0]);
    fit.define(7, 19, &[(2, UINT32), (253, UINT32), (7, UINT32), (71, UINT16)]);
    fit.data(7, &[START, START + 30, 30_000, 0]);
    fit.define(1, 18, &[(2, UINT32), (5, UINT8), (6, UINT8), (7, UINT32), (8, UINT32)]);
    fit.data(1, &[START, 1, 0, 60_000, 60_000]);
    fit.finish()
}

#[test]
fn a_mutated_fit_file_never_panics() {
    survives(&fit(Fit::new()), 1);
    survives(&fit(Fit::big_endian()), 2);
}

#[test]
fn a_mutated_gpx_file_never_panics() {
    let point = |t: u32| {
        format!(
            "<trkpt lat=\"47.00{t:02}\" lon=\"8.5\"><ele>400.5</ele>\
             <time>2026-03-05T06:00:{t:02}Z</time><extensions><a:hr>15{}</a:hr>\
             <a:cad>8{}</a:cad></extensions></trkpt>",
            t % 10,
            t % 10
        )
    };
    let points: String = (0..40).map(point).collect();
    let text = format!(
        "<?xml version=\"1.0\"?><gpx><trk><name>A &amp; B</name><type>9</type><trkseg>{points}\
         </trkseg><trkseg>{points}</trkseg></trk></gpx>"
    );
    survives(text.as_bytes(), 3);
}

#[test]
fn a_mutated_tcx_file_never_panics() {
    let point = |t: u32| {
        format!(
            "<Trackpoint><Time>2026-03-05T06:00:{t:02}Z</Time><DistanceMeters>{}.5\
             </DistanceMeters><HeartRateBpm><Value>150</Value></HeartRateBpm></Trackpoint>",
            3 * t
        )
    };
    let points: String = (0..40).map(point).collect();
    let text = format!(
        "<TrainingCenterDatabase><Activities><Activity Sport=\"Running\"><Id>2026-03-05T06:00:00Z\
         </Id><Lap StartTime=\"2026-03-05T06:00:00Z\"><TotalTimeSeconds>40</TotalTimeSeconds>\
         <DistanceMeters>120</DistanceMeters><Track>{points}</Track></Lap></Activity></Activities>\
         </TrainingCenterDatabase>"
    );
    survives(text.as_bytes(), 4);
}

#[test]
fn what_tells_of_days_never_panics_when_mutated() {
    let garmin = br#"[{"calendarDate":"2026-01-15","deepSleepSeconds":3600,"restingHeartRate":48,
        "metrics":[{"type":"HRV","value":62.0,"status":"BALANCED"}]}]"#;
    survives(garmin, 5);
    let table = b"date,sleep_h,soreness,where,pain,swollen\n2026-03-05,7:30,6,left calf,3,no\n";
    survives(table, 6);
    let apple = b"# one day of a health export: 2024-01-15\n\
        resting-hr,52,2024-01-15 09:00:00 +0100,2024-01-15 21:00:00 +0100\n\
        sleep,AsleepCore,2024-01-14 23:00:00 +0100,2024-01-15 06:00:00 +0100\n";
    survives(apple, 7);
}
