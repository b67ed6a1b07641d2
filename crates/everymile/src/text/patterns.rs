//! Patterns as a page: how many were looked for, then each with its counts and what to supply.

use super::{Pen, ink::Tone, wrap::wrap};
use crate::view::Patterns;
use rulebook::{Pattern, Showing};

/// The patterns as a page; those that show come first.
pub fn patterns(patterns: &Patterns, pen: Pen) -> String {
    let mut sorted: Vec<&Pattern> = patterns.patterns.iter().collect();
    sorted.sort_by_key(|pattern| match pattern.showing {
        Showing::Shows => 0,
        Showing::DoesNotShow => 1,
        Showing::CannotTell => 2,
    });
    let lines: String = sorted.into_iter().map(|pattern| line(pattern, pen)).collect();
    let heading = pen.ink.paint(Tone::Strong, &wrap("", &patterns.summary));
    format!(
        "{heading}\n\n{lines}\nWhat follows is not what causes. With few events chance plays along.\n"
    )
}

fn line(pattern: &Pattern, pen: Pen) -> String {
    let (word, tone) = match pattern.showing {
        Showing::Shows => ("shows", Tone::Doubt),
        Showing::DoesNotShow => ("does not show", Tone::Good),
        Showing::CannotTell => ("cannot tell", Tone::Faint),
    };
    let word = pen.ink.paint(tone, word);
    let advice = match pattern.advice.as_str() {
        "" => String::new(),
        advice => wrap("    → ", advice) + "\n",
    };
    format!("  {}: {word}\n{}\n{advice}", pattern.id, wrap("    ", &pattern.message))
}
