//! How far a long command is: bar, rate and time left on standard error, and nothing at all where
//! that is no terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;

/// How far a long command is.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// Shows nothing.
    pub fn hidden() -> Self {
        Self { bar: ProgressBar::hidden() }
    }

    /// Counts bytes of `size`.
    pub fn of_bytes(doing: &'static str, size: u64) -> Self {
        let line = "{prefix} {bar:24} {percent:>3} %  {decimal_bytes_per_sec}  {eta} left  {msg}";
        Self::new(doing, size, line)
    }

    /// Counts runs.
    pub fn of_runs(doing: &'static str, count: usize) -> Self {
        let line = "{prefix} {bar:24} {pos}/{len} runs  {per_sec}  {eta} left";
        Self::new(doing, count as u64, line)
    }

    /// Goes on by so many.
    pub fn advance(&self, by: u64) {
        self.bar.inc(by);
    }

    /// Says something beside the bar.
    pub fn say(&self, message: String) {
        self.bar.set_message(message);
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }

    fn new(doing: &'static str, length: u64, line: &str) -> Self {
        if length == 0 || !std::io::stderr().is_terminal() {
            return Self::hidden();
        }
        let style = ProgressStyle::with_template(line).expect("the line is a valid template");
        let bar = ProgressBar::with_draw_target(Some(length), ProgressDrawTarget::stderr());
        bar.set_style(style.progress_chars("##-"));
        bar.set_prefix(doing);
        Self { bar }
    }
}
