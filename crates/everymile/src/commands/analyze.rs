//! `everymile analyze`: files in, verdicts out, nothing kept.

use crate::{
    analysis::{Failed, History, Judgement, history_of_files},
    answer::{Answer, Outcome},
    cli::{Analyze, Format},
    clock,
    failure::Failure,
    settings::Settings,
    sources,
    text::{self, Period, count},
    view::{Analysis, Scope},
};
use training::{NamedRun, Profile};

/// Answers `everymile analyze`. Without a day it looks from the last run, so that the answer to the
/// same files is always the same.
pub fn run(asked: &Analyze) -> Result<Answer, Failure> {
    let settings = Settings::default();
    let mut history = history_of_files(&sources::files(&asked.paths)?, Profile::default());
    let present = clock::last_possible_day();
    history.refuse_after(asked.view.on.map_or(present, |on| on.max(present)));
    let on = asked.view.on.or(history.last_day()).unwrap_or_else(|| clock::today(None));
    let lens = settings.lens(&asked.view, on)?;
    let judgement = Judgement::new(&history, &lens);
    let analysis = Analysis::new(&judgement, Scope::Whole);
    let result = match (asked.format, judgement.runs().first().map(NamedRun::date)) {
        (Format::Json, _) => Outcome::Json(Box::new(analysis)),
        (Format::Text, None) => Outcome::Page(no_runs(&history)),
        (Format::Text, Some(first)) => {
            let period = Period { weeks: None, first, last: on, is_current: true };
            Outcome::Page(text::report(&analysis, period, settings.pen(&asked.view)))
        }
    };
    let failed = &history.files.failed;
    Ok(Answer { result, messages: messages(failed), is_complete: failed.is_empty() })
}

/// One paragraph for each file that could not be read.
pub fn messages(failed: &[Failed]) -> String {
    let lines: Vec<String> =
        failed.iter().map(|one| Failure::from(one).to_string() + "\n").collect();
    lines.concat()
}

fn no_runs(history: &History) -> String {
    let others = match history.cross_training().len() {
        0 => String::new(),
        1 => " There is one activity of another kind.".to_owned(),
        others => format!(" There are {others} activities of other kinds."),
    };
    let days = match history.check_ins.len() {
        0 => String::new(),
        days => format!(" What was told of {} was read.", count(days, "day")),
    };
    format!("No run was found.{others}{days}\n")
}
