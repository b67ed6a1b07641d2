//! A comparison in full: every rule on which doctrines part, with each verdict in its own words and
//! every number that is set differently.

use crate::{
    text::{
        Pen, count,
        finding::{numbers, verdict},
        ink::Tone,
        rules::disagreements,
        values::values,
        wrap::wrap,
    },
    view::{Compared, Number, Parted, Under},
};

/// One rule on which they part: the verdicts side by side, then the numbers behind them.
pub fn part(parted: &Parted, compared: &Compared, pen: Pen) -> String {
    let sources: Vec<&str> = parted.sources.iter().map(|source| source.0).collect();
    let title = format!("{} · {}; {}", parted.rule, parted.grade, sources.join(", "));
    let title =
        wrap("", &title).replacen(parted.rule.0, &pen.ink.paint(Tone::Strong, parted.rule.0), 1);
    let mut verdicts = String::new();
    let mut rest: Vec<&Under> = parted.under.iter().collect();
    rest.sort_by_key(|under| under.finding.is_none());
    while let Some(first) = rest.first().copied() {
        let (alike, others): (Vec<_>, Vec<_>) =
            rest.into_iter().partition(|under| first.agrees(under));
        verdicts += &side(first, &alike, compared.weeks, pen);
        rest = others;
    }
    let numbers = parted.numbers.iter().map(|number| number_lines(number, compared));
    let disagreements = disagreements(parted.rule);
    format!("{title}\n{verdicts}{}{disagreements}", numbers.collect::<String>())
}

/// The doctrines that say the same, and what they say.
fn side(first: &Under, alike: &[&Under], weeks: usize, pen: Pen) -> String {
    const COLUMN: usize = 18;
    let (word, tone) = match &first.finding {
        Some(finding) => verdict(finding.verdict),
        None => ("not asked", Tone::Faint),
    };
    let doctrines: Vec<&str> = alike.iter().map(|under| under.doctrine.as_str()).collect();
    let doctrines = wrap(&format!("  {word:<0$}", COLUMN - 2), &doctrines.join(", "));
    let doctrines = doctrines.replacen(word, &pen.ink.paint(tone, word), 1);
    let Some(finding) = &first.finding else { return doctrines + "\n" };
    let lead = " ".repeat(COLUMN);
    let numbers = numbers(finding, pen.units).map(|numbers| format!("{numbers}; "));
    let broken = match first.weeks_broken {
        0 => "broken at the end of no week".to_owned(),
        broken => format!("broken at the end of {broken} of {}", count(weeks, "week")),
    };
    let numbers = wrap(&lead, &(numbers.unwrap_or_default() + &broken + "."));
    format!("{doctrines}\n{numbers}\n{}\n", wrap(&lead, &finding.message))
}

fn number_lines(number: &Number, compared: &Compared) -> String {
    let doctrines = compared.doctrines.iter().map(|shares| shares.doctrine.as_str());
    let set = doctrines.zip(&number.values).filter_map(|(name, value)| Some((name, (*value)?)));
    let Number { name, means, source, grade, .. } = number;
    let heading = wrap("  ", &format!("{name}: {means} ({grade}, {source})"));
    format!("{heading}\n{}", values(set))
}
