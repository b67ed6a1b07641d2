//! `everymile analyze`: files in, verdicts out, nothing kept.

use crate::{
    analysis::{Failed, Judgement, history_of_files},
    answer::{Answer, Outcome},
    cli::{Analyze, Format},
    clock,
    failure::Failure,
    settings::Settings,
    sources,
    text::{self, Period},
    view::{Analysis, Scope},
};
use training::{NamedRun, Profile};

/// Answers `everymile analyze`. Without a day it looks from the last run, so that the answer to the
/// same files is always the same.
pub fn run(asked: &Analyze) -> Result<Answer, Failure> {
    let settings = Settings::default();
    let history = history_of_files(&sources::files(&asked.paths)?, Profile::default());
    let on = asked.view.on.or(history.last_day()).unwrap_or_else(|| clock::today(None));
    let lens = settings.lens(&asked.view, on)?;
    let judgement = Judgement::new(&history, &lens);
    let analysis = Analysis::new(&judgement, Scope::Whole);
    let first = judgement.runs().first().map_or(on, NamedRun::date);
    let result = match asked.format {
        Format::Json => Outcome::Analysis(Box::new(analysis)),
        Format::Text => {
            let period = Period { weeks: None, first, last: on, is_current: true };
            Outcome::Page(text::report(&analysis, period, settings.pen(&asked.view)))
        }
    };
    let failed = &history.files.failed;
    Ok(Answer { result, messages: messages(failed), is_complete: failed.is_empty() })
}

/// One paragraph for each file that could not be read.
pub fn messages(failed: &[Failed]) -> String {
    let lines = failed.iter().map(|one| format!("everymile: {}\n  → {}\n", one.file, one.error));
    lines.collect()
}
