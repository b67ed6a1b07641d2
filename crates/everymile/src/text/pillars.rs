//! The five pillars as a page: the weakest first in words, then each with a bar.

use super::{Pen, capital, day, ink::Tone, wrap::wrap};
use crate::view::{Pillar, Pillars};
use rulebook::Verdict;

/// Columns of a full bar.
const BAR: f64 = 20.0;

/// The pillars as a page.
pub fn pillars(pillars: &Pillars, pen: Pen) -> String {
    let heading = format!("What happens between the runs, in the week to {}", day(pillars.date));
    let conclusion = wrap("", &conclusion(pillars));
    let lines: String = pillars.pillars.iter().map(|pillar| line(pillar, pen)).collect();
    format!("{}\n{conclusion}\n\n{lines}", pen.ink.paint(Tone::Strong, &heading))
}

/// What the pillars say together: the weakest decides where it does not carry; that all carry is only
/// said where all are known.
fn conclusion(pillars: &Pillars) -> String {
    let of = |verdict| pillars.pillars.iter().filter(move |pillar| pillar.verdict == verdict);
    let unknown: Vec<&str> = of(Verdict::CannotTell).map(|pillar| pillar.name).collect();
    let known = pillars.pillars.len() - unknown.len();
    let first = match (of(Verdict::Broken).count(), pillars.weakest) {
        (0, _) if unknown.is_empty() => return format!("All {known} carry."),
        (_, None) => return "Nothing is known of them yet.".to_owned(),
        (0, Some(only)) if known == 1 => format!("The one that is known carries: {only}."),
        (0, Some(_)) => format!("The {known} that are known carry."),
        (_, Some(weakest)) => format!("The weakest decides: {weakest}."),
    };
    match unknown.as_slice() {
        [] => first,
        [one] => format!("{first} Of {one} too little is known yet."),
        [some @ .., last] => {
            format!("{first} Of {} and {last} too little is known yet.", some.join(", "))
        }
    }
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
    format!("  {bar}  {verdict}\n{}\n{advice}", wrap("    ", &(capital(&pillar.message) + ".")))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The conclusion where the five pillars reach so much of what is asked.
    #[track_caller]
    fn check(reached: [Option<f64>; 5], expected: &str) {
        let names = ["sleep", "drinking", "eating", "stress", "days that recover"];
        let pillar = |(name, reached): (&'static str, Option<f64>)| Pillar {
            name,
            verdict: match reached {
                None => Verdict::CannotTell,
                Some(reached) if reached < 1.0 => Verdict::Broken,
                Some(_) => Verdict::Kept,
            },
            value: reached,
            counts: "",
            asked: 1.0,
            reached,
            message: String::new(),
            advice: "",
        };
        let known = names.into_iter().zip(reached).filter_map(|(name, it)| Some((name, it?)));
        let pillars = Pillars {
            schema: "",
            date: jiff::civil::date(2026, 3, 22),
            weakest: known.min_by(|one, two| one.1.total_cmp(&two.1)).map(|(name, _)| name),
            pillars: names.into_iter().zip(reached).map(pillar).collect(),
        };
        assert_eq!(conclusion(&pillars), expected);
    }

    #[test]
    fn the_weakest_decides_only_where_it_does_not_carry() {
        let full = Some(1.2);
        check([full, Some(0.5), full, Some(0.8), full], "The weakest decides: drinking.");
        check([full, Some(1.0), full, full, full], "All 5 carry.");
    }

    #[test]
    fn what_is_not_known_is_said_beside_what_is() {
        check([None; 5], "Nothing is known of them yet.");
        check(
            [None, None, None, None, Some(7.0)],
            "The one that is known carries: days that recover. Of sleep, drinking, eating and stress too little is known yet.",
        );
        check(
            [Some(1.1), None, Some(1.0), Some(1.3), Some(2.0)],
            "The 4 that are known carry. Of drinking too little is known yet.",
        );
    }
}
