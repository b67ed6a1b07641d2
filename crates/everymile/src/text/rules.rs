//! The rulebook opened: all rules by topic, or one rule's page.

use super::{Pen, capital, ink::Tone, markdown::markdown, wrap::wrap};
use crate::view::{Dispute, NumberOfRule, RuleInBrief, RulePage, Rulebook, ValueSet};
use rulebook::{RuleId, Source, Topic, conflicts_at};

/// All rules by topic: what each asks, how strongly it is known, who asks it.
pub fn rules(book: &Rulebook, pen: Pen) -> String {
    let topics: String = Topic::ALL
        .iter()
        .map(|topic| {
            let own = book.rules.iter().filter(|rule| rule.topic == *topic);
            let lines: String = own.map(|rule| one_line(rule, pen)).collect();
            let heading = pen.ink.paint(Tone::Strong, &capital(topic.word()));
            if lines.is_empty() { lines } else { format!("{heading}\n{lines}\n") }
        })
        .collect();
    format!("{topics}One of them opened: everymile rules take-rest-days\n")
}

fn one_line(rule: &RuleInBrief, pen: Pen) -> String {
    let known = pen.ink.paint(Tone::Faint, &format!(" · {}", known(rule)));
    let asked = pen.ink.paint(Tone::Faint, &wrap("     ", &rule.asked_by));
    format!("  {}{known}\n{}\n{asked}\n", rule.id, wrap("     ", rule.asks))
}

/// How strongly a rule is known and how far it may be relied on.
fn known(rule: &RuleInBrief) -> String {
    format!("{}, {}", rule.grade, rule.maturity.word())
}

/// One rule's page: what it says, its numbers in each doctrine, its sources and statements in full.
pub fn rule(page: &RulePage, pen: Pen) -> String {
    let rule = &page.rule;
    let known = format!("{}, {}", rule.topic.word(), known(rule));
    let statements = page.statements.iter();
    let statements =
        statements.map(|told| wrap(&format!("  {}: ", told.id), told.label) + "\n").collect();
    super::page([
        format!("{} · {known}\n{}\n", pen.ink.paint(Tone::Strong, rule.id.0), wrap("", rule.asks)),
        markdown(page.page, pen).trim_end().to_owned() + "\n",
        section("Who asks it", wrap("  ", &rule.asked_by) + "\n", pen),
        section("Its numbers", page.numbers.iter().map(number).collect(), pen),
        section(
            "Where the articles disagree",
            page.disagreements.iter().map(disagreement).collect(),
            pen,
        ),
        section("Who says so", page.told_by.iter().map(source_lines).collect(), pen),
        section("Statements", statements, pen),
    ])
}

/// The disagreements that arise at a rule, what is known, and how they are settled.
pub fn disagreements(rule: RuleId) -> String {
    conflicts_at(rule).map(|conflict| disagreement(&conflict.into())).collect()
}

/// A disagreement: the question, what is known, how it is settled.
pub fn disagreement(told: &Dispute) -> String {
    let Dispute { id, question, known, grade, settled } = told;
    let said = format!("{question} {known} ({grade}) {settled}");
    format!("  {id}\n{}\n", wrap("    ", &said))
}

/// A heading with its lines; nothing where there are none.
pub fn section(heading: &str, lines: String, pen: Pen) -> String {
    if lines.is_empty() {
        return lines;
    }
    format!("{}\n{lines}", pen.ink.paint(Tone::Strong, heading))
}

/// What a number means, who says so, and what each doctrine that asks the rule sets it to.
fn number(number: &NumberOfRule) -> String {
    let NumberOfRule { name, means, usual, least, most, source, grade, set_by, .. } = number;
    let range = match (least, most) {
        (Some(least), Some(most)) => format!("may be {least} to {most}"),
        _ => "true or false".to_owned(),
    };
    let heading = wrap("  ", &format!("{name}: {means} ({range}; {grade}, {source})"));
    let line =
        |set: &ValueSet| wrap(&format!("    {}: ", set.value), &set.doctrines.join(", ")) + "\n";
    if set_by.is_empty() {
        return format!("{heading}\n    {usual}: unless a doctrine says otherwise\n");
    }
    format!("{heading}\n{}", set_by.iter().map(line).collect::<String>())
}

/// A source: who, when, where to find it, and what it showed.
pub fn source_lines(source: &Source) -> String {
    let Source { id, who, year, kind, found_at, says } = source;
    let year = year.map_or_else(String::new, |year| format!(" {year}"));
    wrap("  ", &format!("{id}: {who}{year}, {kind}. {}.", capital(found_at)))
        + "\n"
        + &wrap("    ", says)
        + "\n"
}
