//! Training as text: what reads as a plan, a week or a session can be written and read again, for so
//! plans are kept.
#![no_main]

use libfuzzer_sys::fuzz_target;
use training::{Date, notation, plan};

fuzz_target!(|text: &str| {
    let _week = notation::parse_week(text);
    if let Ok(session) = notation::parse_session(text) {
        notation::parse_session(&session.to_string()).expect("what was written is read");
    }
    if let Ok(read) = plan::parse_plan(text, Date::constant(2026, 3, 2)) {
        let _days = (read.planned(), read.besides());
        plan::parse_plan(&read.to_string(), Date::MIN).expect("what was written is read");
    }
});
