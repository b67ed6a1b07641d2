//! `everymile analyze`: files in, verdicts out, nothing kept.

use crate::{
    analysis::{Failed, History, Judgement, history_of_files},
    answer::{Answer, Outcome},
    cli::{Analyze, Format},
    clock,
    failure::Failure,
    profile_words::{self, Word},
    settings::Settings,
    sources,
    text::{self, Period, count},
    view::{Analysis, Scope},
};
use training::{Date, NamedRun, Profile};

/// Answers `everymile analyze`. Without a day it looks from the last run, so that the answer to the
/// same files is always the same.
pub fn run(asked: &Analyze) -> Result<Answer, Failure> {
    let (profile, settings) = said(&asked.said)?;
    profile_words::check_birth(&profile, clock::today(asked.view.on))?;
    let mut history = history_of_files(&sources::files(&asked.paths)?, profile);
    history.set_aside_after(present(asked.view.on, history.first_day()));
    refuse_to_come(&mut history);
    let on = asked.view.on.or(history.last_day()).unwrap_or_else(|| clock::today(None));
    let lens = settings.lens(&asked.view, on)?;
    let judgement = Judgement::new(&history, &lens);
    let analysis = Analysis::new(&judgement, Scope::Whole);
    let result = match (asked.format, judgement.runs().first().map(NamedRun::date)) {
        (Format::Json, _) => Outcome::Json(Box::new(analysis)),
        (Format::Text, None) => Outcome::Page(no_runs(&history, &analysis)),
        (Format::Text, Some(first)) => {
            let period = Period { weeks: None, first, last: on, is_current: true };
            Outcome::Page(text::report(&analysis, period, settings.pen(&asked.view)))
        }
    };
    let failed = &history.files.failed;
    Ok(Answer { result, messages: messages(failed), is_complete: failed.is_empty() })
}

/// What is said of the runner, and how they want to see things.
fn said(pairs: &[String]) -> Result<(Profile, Settings), Failure> {
    let (mut profile, mut settings) = (Profile::default(), Settings::default());
    for pair in pairs {
        let (word, value) = pair.split_once('=').ok_or_else(|| {
            let remedy = "write the word, = and the value: --set hr-max=188";
            Failure::new(format!("'{pair}' has no value"), remedy)
        })?;
        match profile_words::find(word)? {
            Word::Field(_) => profile_words::read_field(word, value, &mut profile)?,
            Word::Setting(_) => settings.choose(word, value)?,
        }
    }
    Ok((profile, settings))
}

/// The last day that runs can be of. When every run is later than this machine's clock says, the
/// clock is wrong.
fn present(asked: Option<Date>, first: Option<Date>) -> Date {
    let present = clock::last_possible_day();
    match asked {
        Some(on) => on.max(present),
        None if first.is_some_and(|first| first > present) => Date::MAX,
        None => present,
    }
}

/// A run still to come among runs of the past: a damaged file, or a watch that lost its clock.
fn refuse_to_come(history: &mut History) {
    let refused: Vec<Failed> = history
        .to_come
        .iter()
        .map(|run| Failed {
            file: history.path_of(&run.id).to_owned(),
            error: format!(
                "its run is dated {0}, which is still to come; correct the date where the file \
                 came from, or look from that day: --on {0}",
                run.date()
            ),
        })
        .collect();
    history.files.failed.extend(refused);
}

/// One paragraph for each file that could not be read.
pub fn messages(failed: &[Failed]) -> String {
    let lines: Vec<String> =
        failed.iter().map(|one| Failure::from(one).to_string() + "\n").collect();
    lines.concat()
}

fn no_runs(history: &History, analysis: &Analysis) -> String {
    let days = match history.check_ins.len() {
        0 => String::new(),
        days => format!(" What was told of {} was read.", count(days, "day")),
    };
    format!("No run was found.{days}\n{}", text::others(&analysis.others))
}
