//! `everymile ledger`: distance posted to purposes and standings, span by span.

use crate::{
    analysis::Judgement,
    answer::{Answer, LedgerLine},
    cli::{Format, Ledger, Span},
    failure::Failure,
    find::no_runs,
    reading::Reading,
    text,
    view::Sums,
};
use std::path::Path;
use training::Date;

/// Answers `everymile ledger`.
pub fn run(asked: &Ledger, path: &Path) -> Result<Answer, Failure> {
    let reading = Reading::of(path, &asked.view)?;
    let judgement = reading.judge();
    if judgement.runs().is_empty() {
        return Err(no_runs(&reading.history, reading.lens.on));
    }
    let lines = lines(&judgement, asked.by);
    let hidden = lines.len().saturating_sub(asked.last);
    let shown = &lines[hidden..];
    Ok(match asked.format {
        Format::Json => Answer::json(shown.iter().map(LedgerLine::from).collect::<Vec<_>>()),
        Format::Text => {
            let page = text::ledger(shown, word(asked.by), reading.pen);
            Answer::page(page + &earlier(hidden, lines.len(), asked.by))
        }
    })
}

fn lines(judgement: &Judgement<'_>, by: Span) -> Vec<(String, Sums)> {
    let name = |day: Date| match by {
        Span::Week => judgement.week_of(day).start.to_string(),
        Span::Month => day.strftime("%Y-%m").to_string(),
        Span::Year => day.strftime("%Y").to_string(),
    };
    let postings = &judgement.ledger.postings;
    let spans = postings.chunk_by(|one, next| name(one.date) == name(next.date));
    spans.map(|postings| (name(postings[0].date), Sums::of(postings))).collect()
}

const fn word(by: Span) -> &'static str {
    match by {
        Span::Week => "week of",
        Span::Month => "month",
        Span::Year => "year",
    }
}

fn earlier(hidden: usize, all: usize, by: Span) -> String {
    if hidden == 0 {
        return String::new();
    }
    let noun = match by {
        Span::Week => "week",
        Span::Month => "month",
        Span::Year => "year",
    };
    format!(
        "  Not shown: {}; all of them: --last {all}\n",
        text::count(hidden, &format!("earlier {noun}"))
    )
}
