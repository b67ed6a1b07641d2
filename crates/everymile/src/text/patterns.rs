//! Patterns as a page: how many were looked for, then each with its counts, its effect size, its grade
//! and what to supply.

use super::{Pen, finding::amount, ink::Tone, wrap::wrap};
use crate::view::Patterns;
use rulebook::{Pattern, Showing, patterns::EFFECT_MIN};

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
    let end = format!(
        "What follows is not what causes. With few events chance plays along: an effect counts from \
         {EFFECT_MIN:.0} standard deviation of your own ups and downs on, and from more while there \
         are few. A pattern opened: everymile rules ID"
    );
    format!("{heading}\n\n{lines}\n{}\n", wrap("", &end))
}

fn line(pattern: &Pattern, pen: Pen) -> String {
    let (word, tone) = match pattern.showing {
        Showing::Shows => ("shows", Tone::Doubt),
        Showing::DoesNotShow => ("does not show", Tone::Good),
        Showing::CannotTell => ("cannot tell", Tone::Faint),
    };
    let word = pen.ink.paint(tone, word);
    let grade = pen.ink.paint(Tone::Faint, &format!(" · {}", pattern.grade));
    let advice = match pattern.advice.as_str() {
        "" => String::new(),
        advice => wrap("    → ", advice) + "\n",
    };
    let message = wrap("    ", &pattern.message);
    let numbers = wrap("    ", &numbers(pattern, pen));
    format!("  {}: {word}{grade}\n{numbers}\n{message}\n{advice}", pattern.id)
}

/// `12 against 30: 0.8 points more, an effect of 1.3 standard deviations`.
fn numbers(pattern: &Pattern, pen: Pen) -> String {
    let counts = format!("{} against {}", pattern.events, pattern.others);
    let Some((difference, effect)) = pattern.difference.zip(pattern.effect) else {
        return format!("{counts}: no effect size yet");
    };
    let side = if difference.value < 0.0 { "less" } else { "more" };
    let size = amount(difference.value.abs(), difference.unit, pen.units);
    format!("{counts}: {size} {side}, an effect of {:.1} standard deviations", effect.abs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{text::Ink, units::Units};
    use rulebook::{Amount, Grade, Unit};

    const PEN: Pen = Pen { units: Units::Kilometres, ink: Ink::NONE };

    fn pattern(difference: Option<f64>, effect: Option<f64>) -> Pattern {
        Pattern {
            id: "tired-after-hard-runs",
            looked_at: "",
            showing: Showing::Shows,
            events: 12,
            others: 30,
            difference: difference.map(|value| Amount { value, unit: Unit::Points }),
            effect,
            message: String::new(),
            advice: String::new(),
            grade: Grade::Weak,
        }
    }

    #[test]
    fn a_pattern_is_told_with_its_counts_its_effect_size_and_its_grade() {
        let told = line(&pattern(Some(0.8), Some(1.34)), PEN);
        assert!(told.starts_with("  tired-after-hard-runs: shows · weak\n"), "{told}");
        let numbers = "12 against 30: 0.8 points more, an effect of 1.3 standard deviations\n";
        assert!(told.contains(numbers), "{told}");
    }

    #[test]
    fn where_it_cannot_be_told_no_effect_is() {
        assert_eq!(numbers(&pattern(None, None), PEN), "12 against 30: no effect size yet");
    }
}
