//! The same weeks under several doctrines, side by side in 80 columns: how the distance stands, the
//! verdicts in one line for each rule, and on which numbers and what evidence they part.

mod in_full;

use super::{
    Pen, count, day,
    finding::{amount, bare},
    ink::Tone,
    page,
    rules::section,
    table::{Cell, Side, Table, cell},
    wrap::{WIDTH, wrap},
};
use crate::{
    units::share,
    view::{Compared, Finding, Number, Parted, Under},
};
use rulebook::{Bound, Value, Verdict, by_value};
use training::Standing;

/// The page: in brief where there is a longer command that shows it in full, else with every verdict in its
/// own words. Rules are opened by how everymile is called for this logbook.
pub fn compared(compared: &Compared, longer: Option<&str>, command: &str, pen: Pen) -> String {
    let letters = letters(compared);
    let details = compared.parted.iter().map(|parted| {
        if longer.is_none() {
            return in_full::part(parted, compared, pen) + "\n";
        }
        evidence(parted, &letters, pen)
    });
    page([
        heading(compared, pen),
        shares(compared, &letters, pen),
        agreed(compared, pen),
        verdicts(compared, &letters, pen),
        section("On what numbers and evidence", details.collect(), pen),
        end(compared, longer, command),
    ])
}

/// A letter for each doctrine: their names are too long for columns.
fn letters(compared: &Compared) -> Vec<String> {
    let letters = ('A'..='Z').map(String::from).chain((1..).map(|number| format!("D{number}")));
    letters.take(compared.doctrines.len()).collect()
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

/// How the distance of the weeks stands under each doctrine, with the letter that stands for it.
fn shares(compared: &Compared, letters: &[String], pen: Pen) -> String {
    let mut table = Table::new(&[
        ("", Side::Left),
        ("distance under", Side::Left),
        ("purposeful", Side::Right),
        ("questionable", Side::Right),
        ("junk", Side::Right),
        ("cannot tell", Side::Right),
    ]);
    for (under, letter) in compared.doctrines.iter().zip(letters) {
        let sums = &under.sums;
        let shares = Standing::ALL
            .map(|standing| cell(share(sums.standing(standing), sums.total())).in_tone(standing));
        table.row([cell(letter), cell(&under.doctrine)].into_iter().chain(shares));
    }
    table.write(pen.ink)
}

/// The rules on which all say the same: the verdict, what was measured against what is asked, the
/// grade and the first source.
fn agreed(compared: &Compared, pen: Pen) -> String {
    let mut table = Table::new(&[
        ("rule", Side::Left),
        ("all", Side::Left),
        ("found", Side::Left),
        ("known", Side::Left),
    ]);
    for finding in &compared.agreed {
        let (word, tone) = short(Some(finding.verdict));
        let source = finding.sources.first().map_or_else(String::new, |it| format!(", {it}"));
        table.row([
            cell(finding.rule.0),
            cell(word).in_tone(tone),
            cell(measured(finding, pen).unwrap_or_default()),
            cell(format!("{}{source}", finding.grade)).in_tone(Tone::Faint),
        ]);
    }
    let heading = pen.ink.paint(Tone::Strong, "Where they agree");
    if compared.agreed.is_empty() {
        return format!("{heading}: on no rule\n");
    }
    format!("{heading}\n{}", table.write_within(WIDTH, pen.ink))
}

/// The rules on which they part: one line each, the verdict of each doctrine in its column.
fn verdicts(compared: &Compared, letters: &[String], pen: Pen) -> String {
    if compared.parted.is_empty() {
        return String::new();
    }
    let columns = letters.iter().map(|letter| (letter.as_str(), Side::Left));
    let columns: Vec<_> = [("rule", Side::Left)].into_iter().chain(columns).collect();
    let mut table = Table::new(&columns);
    for parted in &compared.parted {
        let verdicts = parted.under.iter().map(|under| verdict_cell(under, parted));
        table.row([cell(parted.rule.0)].into_iter().chain(verdicts));
    }
    let key = wrap(
        "  ",
        "n/a: it does not apply; ?: cannot tell; -: not asked. A number: at the end of how many of \
         the weeks it was broken.",
    );
    section("Where they part", table.write(pen.ink) + &pen.ink.paint(Tone::Faint, &key) + "\n", pen)
}

/// The verdict, and the weeks in which the rule was broken where that is what tells doctrines apart.
fn verdict_cell(under: &Under, parted: &Parted) -> Cell {
    let (word, tone) = short(under.finding.as_ref().map(|finding| finding.verdict));
    let asking = || parted.under.iter().filter(|under| under.finding.is_some());
    let first = asking().next().map(|under| under.weeks_broken);
    let differ = asking().any(|under| Some(under.weeks_broken) != first);
    match (differ, &under.finding) {
        (true, Some(_)) => cell(format!("{word} {}", under.weeks_broken)).in_tone(tone),
        _ => cell(word).in_tone(tone),
    }
}

const fn short(verdict: Option<Verdict>) -> (&'static str, Tone) {
    match verdict {
        Some(Verdict::Kept) => ("kept", Tone::Good),
        Some(Verdict::Broken) => ("BROKEN", Tone::Bad),
        Some(Verdict::NotApplicable) => ("n/a", Tone::Faint),
        Some(Verdict::CannotTell) => ("?", Tone::Doubt),
        None => ("-", Tone::Faint),
    }
}

/// `2 days (≥ 1)`; `None` where nothing was measured.
fn measured(finding: &Finding, pen: Pen) -> Option<String> {
    let (measured, asked, unit) = (finding.measured?, finding.asked?, finding.unit?);
    let sign = if finding.bound? == Bound::AtLeast { "≥" } else { "≤" };
    let (measured, asked) = (amount(measured, unit, pen.units), bare(asked, unit, pen.units));
    Some(format!("{measured} ({sign} {asked})"))
}

/// Of one rule on which they part: the grade and the sources, what each measured against what it
/// asks, and the numbers they set differently.
fn evidence(parted: &Parted, letters: &[String], pen: Pen) -> String {
    let sources: Vec<&str> = parted.sources.iter().map(|source| source.0).collect();
    let title = format!("{}: {}; {}", parted.rule, parted.grade, sources.join(", "));
    let found = parted.under.iter().zip(letters).filter_map(|(under, letter)| {
        Some((letter.as_str(), measured(under.finding.as_ref()?, pen)?))
    });
    let found = by_value(found).into_iter();
    let found = found.map(|(said, by)| format!("{}: {said}", by.join(" ")));
    let found = found.collect::<Vec<_>>().join("; ");
    let found = if found.is_empty() { found } else { wrap("    found  ", &found) + "\n" };
    let asked = parted.numbers.iter().map(|number| asked(number, letters));
    format!("{}\n{found}{}", wrap("  ", &title), asked.collect::<String>())
}

/// What a number is set to by which doctrines.
fn asked(number: &Number, letters: &[String]) -> String {
    let set = letters.iter().zip(&number.values);
    let set = set.filter_map(|(letter, value)| Some((letter.as_str(), (*value)?)));
    let each = |(value, by): (Value, Vec<&str>)| format!("{}: {value}", by.join(" "));
    let values: Vec<String> = by_value(set).into_iter().map(each).collect();
    let said = format!("{} {} ({})", number.name, values.join(", "), number.grade);
    wrap("    asked  ", &said) + "\n"
}

fn end(compared: &Compared, longer: Option<&str>, command: &str) -> String {
    let rule = compared.parted.first().map_or("take-rest-days", |parted| parted.rule.0);
    let opened = format!("  {command} rules {rule}\n");
    match longer {
        Some(longer) => {
            format!("Each in its own words, and a rule opened:\n  {longer}\n{opened}")
        }
        None => format!("A rule opened:\n{opened}"),
    }
}
