//! everymile: what was asked, what the answer is, how it went.

use everymile::{cli, commands};
use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::asked().and_then(commands::run) {
        Ok(answer) => answer.write(),
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::from(2)
        }
    }
}
