//! FIT files: the binary format of watches.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|bytes: &[u8]| -> Corpus {
    if !bytes.windows(4).take(4096).any(|seen| seen == b".FIT") {
        return Corpus::Reject;
    }
    let _answer = watch::read(bytes);
    Corpus::Keep
});
