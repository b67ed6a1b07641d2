//! Recordings of any format, all the way: read, traced, and every stretch of them named.
#![no_main]

use libfuzzer_sys::fuzz_target;
use purpose::{hear, infer};
use training::Capacity;
use watch::Activity;

fuzz_target!(|bytes: &[u8]| {
    let Ok(reading) = watch::read(bytes) else { return };
    for activity in reading.activities {
        let Activity::Run(run) = activity else { continue };
        let (heard, _trace) = hear(&run);
        let inference = infer(&heard, &Capacity::default());
        assert!(!inference.reason.is_empty());
    }
});
