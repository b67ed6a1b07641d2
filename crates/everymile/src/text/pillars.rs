//! The five pillars as a page: the weakest first in words, then each with a bar.

use super::{Pen, day, ink::Tone, wrap::wrap};
use crate::view::{Pillar, Pillars};
use rulebook::Verdict;

/// Columns of a full bar.
const BAR: f64 = 20.0;

/// The pillars as a page.
pub fn pillars(pillars: &Pillars, pen: Pen) -> String {
    let heading = format!("What happens between the runs, in the week to {}", day(pillars.date));
    let conclusion = match pillars.weakest {
        Some(weakest) => format!("The weakest decides: {weakest}."),
        None => "Nothing is known of them yet.".to_owned(),
    };
    let lines: String = pillars.pillars.iter().map(|pillar| line(pillar, pen)).collect();
    format!("{}\n{conclusion}\n\n{lines}", pen.ink.paint(Tone::Strong, &heading))
}

fn line(pillar: &Pillar, pen: Pen) -> String {
    let (word, tone) = match pillar.verdict {
        Verdict::Kept => ("carries", Tone::Good),
        Verdict::Broken => ("does not carry", Tone::Doubt),
        Verdict::NotApplicable => ("not asked", Tone::Faint),
        Verdict::CannotTell => ("cannot tell", Tone::Faint),
    };
    let filled = (BAR * pillar.reached.unwrap_or(0.0).clamp(0.0, 1.0)).round() as usize;
    let bar = format!("{}{}", "#".repeat(filled), "-".repeat(BAR as usize - filled));
    let bar = pillar.reached.map_or_else(|| " ".repeat(BAR as usize), |_| bar);
    let advice = match pillar.advice {
        "" => String::new(),
        advice => wrap("    → ", advice) + "\n",
    };
    let verdict = pen.ink.paint(tone, word);
    format!("  {bar}  {verdict}\n{}\n{advice}", wrap("    ", &capital(&pillar.message)))
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).chain(['.']).collect()
    })
}
