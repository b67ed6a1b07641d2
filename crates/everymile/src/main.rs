//! everymile: what was asked, what the answer is, how it went.

use everymile::{cli, commands};
use std::{
    io::{self, Write},
    process::ExitCode,
};

fn main() -> ExitCode {
    match cli::asked().and_then(commands::run) {
        Ok(answer) => answer.write(),
        Err(failure) => {
            // Where not even this can be written, the status still tells.
            let _ = writeln!(io::stderr(), "{failure}");
            ExitCode::from(2)
        }
    }
}
