//! The seven signs of junk miles as a page, each opened to its rule; the report shows them shorter.

use super::{
    Pen, day,
    finding::{self, advice},
    ink::Tone,
    wrap::wrap,
};
use crate::view::{OpenedSign, Sign, Signs};
use rulebook::Verdict;
use training::Date;

/// The signs as a page; how everymile is called for this logbook and for the day is handed in.
pub fn signs(signs: &Signs, (command, on): &(String, String), pen: Pen) -> String {
    let shown = signs.signs.iter().map(|opened| &opened.sign);
    let heading = heading(shown, signs.date, pen);
    let lines: String = signs.signs.iter().map(|opened| opened_lines(opened, pen)).collect();
    let first = signs.signs.iter().find(|opened| opened.sign.verdict == Verdict::Broken);
    let rule = first.or(signs.signs.first()).map_or("", |opened| opened.sign.rule.0);
    format!(
        "{heading}\n{lines}\nJudged by the doctrine {}.\nA rule opened, and all the others judged:\n  \
         {command} rules {rule}\n  {command} judge{on}\n",
        signs.doctrine
    )
}

/// How many signs show.
pub fn heading<'a>(signs: impl Iterator<Item = &'a Sign>, on: Date, pen: Pen) -> String {
    let verdicts: Vec<Verdict> = signs.map(|sign| sign.verdict).collect();
    let count = |verdict| verdicts.iter().filter(|own| **own == verdict).count();
    let shown = match count(Verdict::Broken) {
        0 => "none shows".to_owned(),
        1 => "one shows".to_owned(),
        shown => format!("{shown} show"),
    };
    let untold = match count(Verdict::CannotTell) {
        0 => String::new(),
        untold => format!(", {untold} cannot tell"),
    };
    let heading = format!("The seven signs of junk miles, on {}: {shown}{untold}", day(on));
    pen.ink.paint(Tone::Strong, &heading)
}

/// A sign, what was found, and what to do.
pub fn sign_lines(sign: &Sign, pen: Pen) -> String {
    let message = wrap("     ", &sign.message);
    format!("{}{message}\n{}", name(sign, pen), advice(5, sign.verdict, &sign.advice))
}

fn name(sign: &Sign, pen: Pen) -> String {
    let (word, tone) = match sign.verdict {
        Verdict::Kept => ("no", Tone::Good),
        Verdict::Broken => ("SHOWS", Tone::Bad),
        Verdict::NotApplicable => ("not asked", Tone::Faint),
        Verdict::CannotTell => ("cannot tell", Tone::Doubt),
    };
    format!("  {}  {}: {}\n", sign.sign, sign.name, pen.ink.paint(tone, word))
}

fn opened_lines(opened: &OpenedSign, pen: Pen) -> String {
    let Some(finding) = &opened.finding else {
        let rule = pen.ink.paint(Tone::Faint, &format!("rule {}", opened.sign.rule));
        return format!("{}     {rule}\n", sign_lines(&opened.sign, pen));
    };
    let rule = format!("rule {}, {}", finding.rule, finding.grade);
    let rule = pen.ink.paint(Tone::Faint, &rule);
    let told = finding::told(5, finding, pen);
    format!("{}{told}{}     {rule}\n", name(&opened.sign, pen), over_time(opened))
}

/// At the end of how many of the last weeks it showed, where it could be told at all.
fn over_time(opened: &OpenedSign) -> String {
    let count = |verdict| opened.weeks.iter().filter(|week| week.verdict == verdict).count();
    let (shown, told) = (count(Verdict::Broken), count(Verdict::Broken) + count(Verdict::Kept));
    if told < 2 {
        return String::new();
    }
    format!("     it showed at the end of {shown} of the last {told} weeks that tell\n")
}
