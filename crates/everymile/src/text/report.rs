//! The report: the answer first, then where the miles went, the seven signs, what to change first,
//! and what cannot be told.

use super::{
    Pen,
    bar::{bar, legend},
    count, day,
    ink::Tone,
    others::others,
    page,
    signs::{heading, sign_lines},
    wrap::wrap,
};
use crate::{
    units::{Units, share, small, total, word},
    view::{Analysis, Sums},
};
use rulebook::Verdict;
use training::{Date, Metres, Purpose, Standing};

/// The days a report is about, both included.
#[derive(Debug, Clone, Copy)]
pub struct Period {
    /// How many weeks were asked for; `None` for all there is.
    pub weeks: Option<u16>,
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// Whether the last day is the day asked for, and not that of the last run before it.
    pub is_current: bool,
}

/// The report as a page.
pub fn report(analysis: &Analysis, period: Period, pen: Pen) -> String {
    page([
        answer(&analysis.totals, period, pen),
        purposes(&analysis.totals, pen),
        others(&analysis.others),
        signs(analysis, pen),
        suggestions(analysis, pen),
        unknown(analysis, pen),
        footer(analysis),
    ])
}

fn answer(sums: &Sums, period: Period, pen: Pen) -> String {
    let dates = format!("{} to {}", day(period.first), day(period.last));
    let when = match period.weeks {
        Some(1) => format!("In the last week ({dates})"),
        Some(weeks) if period.is_current => format!("In the last {weeks} weeks ({dates})"),
        Some(weeks) => format!("In the {weeks} weeks up to your last run ({dates})"),
        None if period.first == period.last => format!("On {}", day(period.first)),
        None => format!("From {dates}"),
    };
    let whole = sums.total();
    if sums.runs == 0 {
        return wrap("", &format!("{when} you did not run.")) + "\n";
    }
    let runs = count(sums.runs, "run");
    if whole.0 <= 0.0 {
        let sentence = format!("{when} you ran {runs}; how far is not known.");
        return pen.ink.paint(Tone::Strong, &wrap("", &sentence)) + "\n";
    }
    let sentence =
        format!("{when} you ran {} in {runs}. {}", total(whole, pen.units), standings_said(sums));
    pen.ink.paint(Tone::Strong, &wrap("", &sentence)) + "\n"
}

/// How it stands, in a sentence that leaves out what is nothing.
pub fn standings_said(sums: &Sums) -> String {
    let whole = sums.total();
    let said = |standing, word: &str| {
        let distance = sums.standing(standing);
        (distance.0 > 0.0).then(|| format!("{} {word}", share(distance, whole)))
    };
    let known: Vec<String> = [
        said(Standing::Purposeful, "had a job"),
        said(Standing::Questionable, "was questionable"),
        said(Standing::Junk, "was junk"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let unknown = said(Standing::CannotTell, "cannot be told");
    let parts = match (known.as_slice(), unknown) {
        ([], None) => return String::new(),
        ([], Some(unknown)) => unknown,
        (known, None) => join(known),
        (known, Some(unknown)) => format!("{}; {unknown}", join(known)),
    };
    parts + "."
}

/// Parts of a sentence: `a, b and c`.
fn join(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// One line for each purpose that occurs, the largest first; its bar shows how it stands.
fn purposes(sums: &Sums, pen: Pen) -> String {
    const BAR: usize = 42;
    let whole = sums.total();
    let mut rows: Vec<(Purpose, Metres)> =
        Purpose::ALL.map(|purpose| (purpose, sums.purpose(purpose))).to_vec();
    rows.retain(|(_, distance)| distance.0 > 0.0);
    rows.sort_by(|one, two| two.1.0.total_cmp(&one.1.0));
    let Some((_, largest)) = rows.first().copied() else { return String::new() };
    let lines = rows.iter().map(|(purpose, distance)| {
        let by = |standing| sums.by_both.get(&(*purpose, standing)).copied().unwrap_or_default();
        format!(
            "  {}{:>8}  {:>5}  {}\n",
            pen.ink.paint((*purpose).into(), &format!("{purpose:<12}")),
            small(*distance, pen.units),
            share(*distance, whole),
            bar(by, largest, BAR, pen.ink)
        )
    });
    let heading = format!("  {:<12}{:>8}  {:>5}\n", "What for", word(pen.units), "share");
    let heading = pen.ink.paint(Tone::Faint, &heading);
    format!("{heading}{}\n  {}\n", lines.collect::<String>(), legend(pen.ink))
}

fn signs(analysis: &Analysis, pen: Pen) -> String {
    let signs = &analysis.signs;
    let heading = heading(signs.iter(), analysis.on, pen);
    let lines = signs.iter().map(|sign| sign_lines(sign, pen));
    format!("{heading}\n{}{}", reconciled(analysis), lines.collect::<String>())
}

/// Why there is junk though no sign shows: signs are habits, junk is posted stretch by stretch.
fn reconciled(analysis: &Analysis) -> String {
    let (whole, junk) = (analysis.totals.total(), analysis.totals.standing(Standing::Junk));
    if junk.0 <= 0.0 || analysis.signs.iter().any(|sign| sign.verdict == Verdict::Broken) {
        return String::new();
    }
    let said = format!(
        "A sign is a habit of the last days or weeks; the {} of junk above are single stretches, \
         counted over the whole time.",
        share(junk, whole)
    );
    wrap("  ", &said) + "\n"
}

fn suggestions(analysis: &Analysis, pen: Pen) -> String {
    if analysis.suggestions.is_empty() {
        return String::new();
    }
    let lines = (1..)
        .zip(&analysis.suggestions)
        .map(|(place, suggestion)| wrap(&format!("  {place}. "), &suggestion.text) + "\n");
    let heading = pen.ink.paint(Tone::Strong, "What to change first");
    format!("{heading}\n{}", lines.collect::<String>())
}

/// What is not known of the runner yet, and what would tell it.
fn unknown(analysis: &Analysis, pen: Pen) -> String {
    let runner = &analysis.runner;
    let mut lines: Vec<String> = Vec::new();
    if runner.critical_speed_mps.is_none() {
        let example = match pen.units {
            Units::Kilometres => "4:30/km",
            Units::Miles => "7:15/mi",
        };
        lines.push(format!(
            "Your threshold pace is not known yet. A few hard efforts of 3 to 20 minutes or a \
             race show it; or say it: everymile profile set threshold-pace {example}",
        ));
    }
    if runner.hr_max_bpm.is_none() {
        lines.push(
            "Your highest heart rate is not known yet. Say what you know: everymile profile set \
             hr-max 188, or birth-year 1985 for a first guess"
                .to_owned(),
        );
    }
    if lines.is_empty() {
        return String::new();
    }
    let heading = pen.ink.paint(Tone::Strong, "What is not known yet");
    let lines = lines.into_iter().map(|line| wrap("  - ", &line) + "\n");
    format!("{heading}\n{}", lines.collect::<String>())
}

fn footer(analysis: &Analysis) -> String {
    format!("Judged by the rulebook {}.\n", analysis.doctrine)
}
