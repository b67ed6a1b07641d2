//! everymile: what was asked, what the answer is, how it went.

use clap::Parser;
use everymile::{cli::Cli, commands};
use std::process::ExitCode;

fn main() -> ExitCode {
    match commands::run(Cli::parse()) {
        Ok(answer) => answer.write(),
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::from(2)
        }
    }
}
