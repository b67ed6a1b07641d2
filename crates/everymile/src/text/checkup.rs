//! Whether a logbook is sound, as a page.

use super::{count, cut_front, wrap::wrap};
use crate::view::{Checkup, FlawFound, Holds};

/// The checkup as a page.
pub fn checkup(checkup: &Checkup) -> String {
    let path = cut_front(&checkup.logbook, 76);
    if checkup.is_sound {
        return format!("The logbook is sound.\n  {path}\n{}", kept(&checkup.holds));
    }
    let wrong = match checkup.flaws.len() {
        1 => "1 thing is wrong".to_owned(),
        many => format!("{many} things are wrong"),
    };
    let flaws: String = checkup.flaws.iter().map(flaw).collect();
    format!("The logbook is not sound: {wrong}.\n  {path}\n{flaws}")
}

/// What is kept in a sound logbook.
pub fn kept(holds: &Holds) -> String {
    let originals = match holds.originals {
        0 => "no original yet".to_owned(),
        many => format!(
            "{}, {}, each bit for bit as it came",
            count(many, "original"),
            size(holds.originals_bytes)
        ),
    };
    let others = match holds.others {
        0 => String::new(),
        1 => " and 1 other activity".to_owned(),
        many => format!(" and {many} other activities"),
    };
    let runs = format!("{}{others} in them", count(holds.runs, "run"));
    let said = format!(
        "{} of check-in, {}, {}",
        count(holds.days, "day"),
        count(holds.corrections, "correction"),
        count(holds.plans, "plan")
    );
    let failed = match holds.failed {
        0 => String::new(),
        many => {
            let files = count(many, "file");
            wrap("  ", &format!("{files} could not be read; import tells why: import them again"))
                + "\n"
        }
    };
    format!("  {originals}\n  {runs}\n  {said}\n{failed}")
}

fn flaw(flaw: &FlawFound) -> String {
    format!("\n{}\n{}\n", wrap("  ", &flaw.what), wrap("    → ", &flaw.remedy))
}

/// Bytes as a person reads them.
pub fn size(bytes: u64) -> String {
    const KIB: f64 = 1024.0;
    let bytes = bytes as f64;
    if bytes < KIB * KIB {
        return format!("{:.0} KiB", (bytes / KIB).ceil());
    }
    format!("{:.1} MiB", bytes / KIB / KIB)
}
