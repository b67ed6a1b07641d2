//! Tables: logs of runs, tables of days, listings of exports; every row of them read again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::io::Cursor;

fuzz_target!(|bytes: &[u8]| {
    let _declared = watch::declarations(bytes);
    watch::unpack("log.csv", Cursor::new(bytes), &mut |_, original| {
        let _answer = original.and_then(|original| watch::read(&original.bytes));
    });
});
