//! Kills processes at moments that a seed decides. How often is for the environment to say: a few
//! times in every test run, 500 times by `just soak`.
#![allow(clippy::disallowed_methods, dead_code, reason = "killing takes a clock")]

use std::{
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

/// How often a story kills: `EVERYMILE_KILLS`, else ten times.
pub fn kills() -> u64 {
    std::env::var("EVERYMILE_KILLS").ok().and_then(|many| many.parse().ok()).unwrap_or(10)
}

/// What became of a process that was to be killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It was killed in the middle.
    Killed,
    /// It was done before.
    Done,
}

/// Kills by a seed, within the time a command takes.
pub struct Killer {
    state: u64,
    /// How long the command takes when it is left alone.
    takes: Duration,
    /// How many were killed in the middle.
    pub killed: u64,
}

impl Killer {
    /// Learns how long a command takes, by running it once.
    pub fn of(seed: u64, command: &mut Command) -> Self {
        let begun = Instant::now();
        let status = quietly(command).wait().unwrap();
        assert!(status.success(), "the command works when it is left alone: {status}");
        Self { state: seed, takes: begun.elapsed(), killed: 0 }
    }

    /// Starts a command and kills it (SIGKILL) at a moment within its time.
    pub fn kill(&mut self, command: &mut Command) -> End {
        let mut child = quietly(command);
        sleep(self.takes.mul_f64(self.chance()));
        let end = match child.try_wait().unwrap() {
            Some(status) => {
                assert!(status.success(), "{status}");
                End::Done
            }
            None => End::Killed,
        };
        child.kill().unwrap();
        child.wait().unwrap();
        self.killed += u64::from(end == End::Killed);
        end
    }

    /// From 0 to 1 (`SplitMix64`; Steele, Lea & Flood 2014).
    fn chance(&mut self) -> f64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.state;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((bits ^ (bits >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }
}

fn quietly(command: &mut Command) -> Child {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}
