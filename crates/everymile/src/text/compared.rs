//! The same weeks under several doctrines, as a page: how the distance stands, where the verdicts
//! agree, where they part, and on which numbers.

use super::rules::disagreements;
use super::{
    Pen, count, day,
    finding::{numbers, verdict},
    ink::Tone,
    table::{Side, Table, cell},
    values::values,
    wrap::wrap,
};
use crate::{
    units::share,
    view::{Compared, Number, Parted, Shares, Under},
};
use training::Standing;

/// The page.
pub fn compared(compared: &Compared, pen: Pen) -> String {
    let parted = compared.parted.iter().map(|parted| part(parted, compared, pen));
    let rule = compared.parted.first().map_or("take-rest-days", |parted| parted.rule.0);
    let parts = [heading(compared, pen), shares(&compared.doctrines, pen), agreed(compared, pen)];
    let end = format!("A rule opened: everymile rules {rule}\n");
    parts.into_iter().chain(parted).chain([end]).collect::<Vec<_>>().join("\n")
}

fn heading(compared: &Compared, pen: Pen) -> String {
    let said = format!(
        "{} from {} to {} under {} doctrines: they agree on {} and part on {}.",
        count(compared.weeks, "week"),
        day(compared.first),
        day(compared.date),
        compared.doctrines.len(),
        count(compared.agreed.len(), "rule"),
        compared.parted.len(),
    );
    pen.ink.paint(Tone::Strong, &wrap("", &said)) + "\n"
}

/// How the distance of the weeks stands under each doctrine.
fn shares(doctrines: &[Shares], pen: Pen) -> String {
    let mut table = Table::new(&[
        ("distance under", Side::Left),
        ("purposeful", Side::Right),
        ("questionable", Side::Right),
        ("junk", Side::Right),
        ("cannot tell", Side::Right),
    ]);
    for Shares { doctrine, sums } in doctrines {
        let shares = Standing::ALL
            .map(|standing| cell(share(sums.standing(standing), sums.total())).in_tone(standing));
        table.row([cell(doctrine)].into_iter().chain(shares));
    }
    table.write(pen.ink)
}

/// The rules on which all say the same, in a few words.
fn agreed(compared: &Compared, pen: Pen) -> String {
    let rules: Vec<String> = compared
        .agreed
        .iter()
        .map(|finding| {
            let (word, _) = verdict(finding.verdict);
            format!("{} ({})", finding.rule, word.replace(' ', "\u{a0}"))
        })
        .collect();
    if rules.is_empty() {
        return "They agree on no rule.\n".to_owned();
    }
    let heading = pen.ink.paint(Tone::Strong, "Where they agree");
    format!("{heading}\n{}\n", wrap("  ", &(rules.join(", ") + ".")))
}

/// One rule on which they part: the verdicts side by side, then the numbers behind them.
fn part(parted: &Parted, compared: &Compared, pen: Pen) -> String {
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
