//! How far a long command is: bar, rate and time left on standard error, and nothing at all where
//! that is no terminal.

use indicatif::{
    DecimalBytes, FormattedDuration, ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle,
};
use std::{fmt::Write, io::IsTerminal};

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
        let line = "{prefix} {bar:24} {percent:>3} %  {bytes_rate}  {left}  {msg}";
        Self::new(doing, size, line)
    }

    /// Counts runs.
    pub fn of_runs(doing: &'static str, count: usize) -> Self {
        let line = "{prefix} {bar:24} {pos}/{len} runs  {rate}  {left}";
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
        let style = style(line);
        let bar = ProgressBar::with_draw_target(Some(length), ProgressDrawTarget::stderr());
        bar.set_style(style.progress_chars("##-"));
        bar.set_prefix(doing);
        Self { bar }
    }
}

/// A line with whole rates, and no rate and no time left before there is one.
fn style(line: &str) -> ProgressStyle {
    let style = ProgressStyle::with_template(line).expect("the line is a valid template");
    style
        .with_key("rate", |state: &ProgressState, out: &mut dyn Write| {
            let _ = write!(out, "{}", rate(state.per_sec(), |rate| rate.to_string()));
        })
        .with_key("bytes_rate", |state: &ProgressState, out: &mut dyn Write| {
            let _ = write!(out, "{}", rate(state.per_sec(), |rate| DecimalBytes(rate).to_string()));
        })
        .with_key("left", |state: &ProgressState, out: &mut dyn Write| {
            if state.pos() > 0 {
                let _ = write!(out, "{} left", FormattedDuration(state.eta()));
            }
        })
}

fn rate(per_second: f64, written: impl Fn(u64) -> String) -> String {
    let whole = per_second.round();
    if whole >= 1.0 { format!("{}/s", written(whole as u64)) } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_whole_and_none_before_there_is_one() {
        assert_eq!(rate(1882.9615, |rate| rate.to_string()), "1883/s");
        assert_eq!(rate(12_300_000.4, |rate| DecimalBytes(rate).to_string()), "12.30 MB/s");
        assert_eq!(rate(0.0, |rate| DecimalBytes(rate).to_string()), "");
    }
}
