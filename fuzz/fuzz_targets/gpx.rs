//! GPX files: tracks as XML.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|bytes: &[u8]| -> Corpus {
    if !bytes.windows(3).take(4096).any(|seen| seen == b"gpx") {
        return Corpus::Reject;
    }
    let _answer = watch::read(bytes);
    Corpus::Keep
});
