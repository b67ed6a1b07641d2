//! The rulebook opened: all rules by topic, or one rule's page.

use super::{Pen, capital, ink::Tone, markdown::markdown, values::values, wrap::wrap};
use rulebook::{
    Conflict, Doctrine, Parameter, Rule, RuleId, Source, SourceId, Topic, Value, asked_by,
    conflicts_at, set_by, source, statements,
};
use std::collections::BTreeSet;

/// All rules by topic: what each asks, how strongly it is known, who asks it.
pub fn rules(doctrines: &[Doctrine], pen: Pen) -> String {
    let topics: String = Topic::ALL
        .iter()
        .map(|topic| {
            let own = rulebook::rules().iter().filter(|rule| rule.topic == *topic);
            let lines: String = own.map(|rule| one_line(rule, doctrines, pen)).collect();
            let heading = pen.ink.paint(Tone::Strong, &capital(topic.word()));
            if lines.is_empty() { lines } else { format!("{heading}\n{lines}\n") }
        })
        .collect();
    format!("{topics}One of them opened: everymile rules take-rest-days\n")
}

fn one_line(rule: &Rule, doctrines: &[Doctrine], pen: Pen) -> String {
    let known = pen.ink.paint(Tone::Faint, &format!(" · {}", known(rule)));
    let asked = pen.ink.paint(Tone::Faint, &wrap("     ", &asked_by(rule, doctrines)));
    format!("  {}{known}\n{}\n{asked}\n", rule.id, wrap("     ", rule.asks))
}

/// How strongly a rule is known and how far it may be relied on.
fn known(rule: &Rule) -> String {
    format!("{}, {}", rule.grade, rule.maturity.word())
}

/// One rule's page: what it says, its numbers in each doctrine, its sources and statements in full.
pub fn rule(rule: &Rule, doctrines: &[Doctrine], pen: Pen) -> String {
    let known = format!("{}, {}", rule.topic.word(), known(rule));
    let page = rule.page.split("## Statements").next().unwrap_or(rule.page);
    let numbers = rule.parameters.iter().map(|one| parameter(one, rule, doctrines)).collect();
    let sources = sources(rule).into_iter().map(source_lines).collect();
    let parts = [
        format!("{} · {known}\n{}\n", pen.ink.paint(Tone::Strong, rule.id.0), wrap("", rule.asks)),
        markdown(page, pen).trim_end().to_owned() + "\n",
        section("Who asks it", wrap("  ", &asked_by(rule, doctrines)) + "\n", pen),
        section("Its numbers", numbers, pen),
        section("Where the articles disagree", disagreements(rule.id), pen),
        section("Who says so", sources, pen),
        section("Statements", statement_lines(rule.statements), pen),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The disagreements that arise at a rule, what is known, and how they are settled.
pub fn disagreements(rule: RuleId) -> String {
    conflicts_at(rule).map(disagreement).collect()
}

/// A disagreement: the question, what is known, how it is settled.
pub fn disagreement(conflict: &Conflict) -> String {
    let Conflict { id, question, known, grade, settled, .. } = conflict;
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
fn parameter(parameter: &Parameter, rule: &Rule, doctrines: &[Doctrine]) -> String {
    let Parameter { name, means, value, range, source, grade } = parameter;
    let range = match value {
        Value::Flag(_) => "true or false".to_owned(),
        Value::Number(_) => format!("may be {range}"),
    };
    let heading = wrap("  ", &format!("{name}: {means} ({range}; {grade}, {source})"));
    let set = values(set_by(parameter, rule, doctrines));
    if set.is_empty() {
        return format!("{heading}\n    {value}: unless a doctrine says otherwise\n");
    }
    format!("{heading}\n{set}")
}

/// The sources of a rule and of its numbers, each once.
fn sources(rule: &Rule) -> Vec<&'static Source> {
    let numbers = rule.parameters.iter().map(|parameter| parameter.source);
    let mut ids: Vec<SourceId> = rule.sources.iter().copied().chain(numbers).collect();
    let mut seen = BTreeSet::new();
    ids.retain(|id| seen.insert(*id));
    ids.into_iter().filter_map(source).collect()
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

fn statement_lines(carried: &[&str]) -> String {
    let carried = statements().filter(|statement| carried.contains(&statement.id));
    carried
        .map(|statement| wrap(&format!("  {}: ", statement.id), statement.label) + "\n")
        .collect()
}
