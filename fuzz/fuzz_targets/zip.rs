//! Archives of any depth, with whatever is in them.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use std::io::Cursor;

fuzz_target!(|bytes: &[u8]| -> Corpus {
    if !bytes.starts_with(b"PK") {
        return Corpus::Reject;
    }
    watch::unpack("export.zip", Cursor::new(bytes), &mut |_, _| ());
    Corpus::Keep
});
