//! Health exports: one XML file with workouts, records and nights, and every part of it read again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::io::Cursor;

fuzz_target!(|bytes: &[u8]| {
    watch::unpack("export.xml", Cursor::new(bytes), &mut |_, original| {
        let _answer = original.and_then(|original| watch::read(&original.bytes));
    });
});
