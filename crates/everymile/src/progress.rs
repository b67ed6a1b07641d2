//! How far a long command is: bar, rate and time left on standard error, and nothing at all where
//! that is no terminal.

use indicatif::{
    DecimalBytes, FormattedDuration, ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle,
};
use std::{
    cell::RefCell,
    fmt::Write,
    io::IsTerminal,
    sync::{Arc, Mutex, PoisonError},
};

/// How far a long command is.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
    on: Option<Arc<LookOn>>,
}

/// How far a long command is, for somebody who looks on from another thread.
#[derive(Debug, Default)]
pub struct LookOn(Mutex<Option<(&'static str, ProgressBar)>>);

/// How far it is: what is being done, how much of how much, how much a second, and seconds left.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct HowFar {
    /// What is being done, in a word.
    pub doing: &'static str,
    /// So much is done.
    pub done: u64,
    /// Of so much.
    pub of: u64,
    /// So much a second.
    pub per_second: f64,
    /// Seconds left.
    pub left_s: f64,
}

thread_local! {
    static LOOKING_ON: RefCell<Option<Arc<LookOn>>> = const { RefCell::new(None) };
}

impl LookOn {
    /// Does something long on this thread, and lets others see how far it is.
    pub fn during<T>(self: &Arc<Self>, work: impl FnOnce() -> T) -> T {
        LOOKING_ON.set(Some(self.clone()));
        let done = work();
        LOOKING_ON.set(None);
        self.show(None);
        done
    }

    /// How far it is; `None` while nothing is done that takes long.
    pub fn how_far(&self) -> Option<HowFar> {
        let shown = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (doing, bar) = shown.as_ref()?;
        Some(HowFar {
            doing,
            done: bar.position(),
            of: bar.length()?,
            per_second: bar.per_sec(),
            left_s: bar.eta().as_secs_f64(),
        })
    }

    fn show(&self, shown: Option<(&'static str, ProgressBar)>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = shown;
    }
}

impl Progress {
    /// Shows nothing.
    pub fn hidden() -> Self {
        Self { bar: ProgressBar::hidden(), on: None }
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
        if let Some(on) = &self.on {
            on.show(None);
        }
    }

    fn new(doing: &'static str, length: u64, line: &str) -> Self {
        if let Some(on) = LOOKING_ON.with_borrow(Clone::clone) {
            let bar = ProgressBar::with_draw_target(Some(length), ProgressDrawTarget::hidden());
            on.show(Some((doing, bar.clone())));
            return Self { bar, on: Some(on) };
        }
        if length == 0 || !std::io::stderr().is_terminal() {
            return Self::hidden();
        }
        let style = style(line);
        let bar = ProgressBar::with_draw_target(Some(length), ProgressDrawTarget::stderr());
        bar.set_style(style.progress_chars("##-"));
        bar.set_prefix(doing);
        Self { bar, on: None }
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
    fn somebody_may_look_on_from_another_thread() {
        let on = Arc::new(LookOn::default());
        assert_eq!(on.how_far(), None);
        on.during(|| {
            let progress = Progress::of_runs("naming", 4);
            progress.advance(3);
            let far = on.how_far().unwrap();
            assert_eq!((far.doing, far.done, far.of), ("naming", 3, 4));
            progress.finish();
            assert_eq!(on.how_far(), None);
        });
    }

    #[test]
    fn a_rate_is_whole_and_none_before_there_is_one() {
        assert_eq!(rate(1882.9615, |rate| rate.to_string()), "1883/s");
        assert_eq!(rate(12_300_000.4, |rate| DecimalBytes(rate).to_string()), "12.30 MB/s");
        assert_eq!(rate(0.0, |rate| DecimalBytes(rate).to_string()), "");
    }
}
