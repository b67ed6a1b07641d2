//! A runner's own doctrine, written in TOML.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Err(error) = rulebook::read_doctrine(text) {
        let _said = error.to_string();
    }
});
