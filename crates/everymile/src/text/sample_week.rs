//! A sample week as a page: its days as training text, what does not add up, and its source.

use super::{
    Pen,
    ink::Tone,
    page,
    rules::{disagreement, section, source_lines},
    wrap::wrap,
};
use rulebook::{
    SampleDay, SampleWeek, conflicts_over, sample_weeks::notes, source, words::level_word,
};

/// The page.
pub fn sample_week(week: &SampleWeek, pen: Pen) -> String {
    let title = pen.ink.paint(Tone::Strong, week.id);
    let about = format!(
        "A sample week of {} for {} runners, as the article of the doctrine {} lists it.",
        week.headed(),
        level_word(week.level),
        week.doctrine
    );
    let statements: Vec<&str> = week.statements().collect();
    let own = source(week.source()).map_or_else(String::new, source_lines);
    page([
        format!("{title} · sample week, convention\n{}\n", wrap("  ", &about)),
        week.days.iter().map(day).collect(),
        section("What does not add up", not_adding_up(week), pen),
        section("Who says so", own, pen),
        section("Statements", wrap("  ", &(statements.join(", ") + ".")) + "\n", pen),
    ])
}

fn day(day: &SampleDay) -> String {
    let besides = if day.besides.is_empty() { "" } else { "; " };
    let name: String = format!("{:?}", day.day).chars().take(3).collect();
    let more = (day.at_most != day.session).then(|| format!("       at most {}\n", day.at_most));
    let more = more.unwrap_or_default();
    let is_for = wrap("       ", &format!("{}{besides}{}", day.is_for, day.besides));
    format!("  {name}  {}\n{more}{is_for}\n", day.session)
}

/// The notes of the lint, and how the disagreement about them is settled.
fn not_adding_up(week: &SampleWeek) -> String {
    let notes: String = notes(week).iter().map(|note| wrap("  - ", note) + "\n").collect();
    notes + &conflicts_over(week.statement).map(|it| disagreement(&it.into())).collect::<String>()
}
