//! The rulebook opened: all rules by topic, one rule's page, or whatever else it knows by a name.

use super::{Pen, capital, ink::Tone, markdown::markdown, values::values, wrap::wrap};
use rulebook::{
    Carrier, Conflict, Doctrine, Entry, Parameter, Position, Rule, RuleId, Source, SourceId, Topic,
    asked_by, conflicts_at, set_by, source, statements,
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

fn disagreement(conflict: &Conflict) -> String {
    let Conflict { id, question, known, grade, settled, .. } = conflict;
    let said = format!("{question} {known} ({grade}) {settled}");
    format!("  {id}\n{}\n", wrap("    ", &said))
}

fn section(heading: &str, lines: String, pen: Pen) -> String {
    if lines.is_empty() {
        return lines;
    }
    format!("{}\n{lines}", pen.ink.paint(Tone::Strong, heading))
}

/// What a number means, who says so, and what each doctrine that asks the rule sets it to.
fn parameter(parameter: &Parameter, rule: &Rule, doctrines: &[Doctrine]) -> String {
    let Parameter { name, means, value, source, grade } = parameter;
    let heading = wrap("  ", &format!("{name}: {means} ({grade}, {source})"));
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

fn source_lines(source: &Source) -> String {
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

/// Whatever else the rulebook knows by a name; a rule in short.
pub fn entry(entry: Entry, pen: Pen) -> String {
    let title = pen.ink.paint(Tone::Strong, entry.name());
    match entry {
        Entry::Rule(rule) => format!("{title}\n{}\n", wrap("  ", rule.asks)),
        Entry::Term(term) => format!("{title}\n{}\n", wrap("  ", term.means)),
        Entry::Tip(tip) => format!("{title} · tip, {}\n{}\n", tip.grade, wrap("  ", tip.text)),
        Entry::Source(source) => {
            format!("{title}\n{}{}", source_lines(source), resting_on(source.id))
        }
        Entry::Conflict(conflict) => {
            let number = format!(" · disagreement C{}, {}", conflict.number, conflict.grade);
            format!("{title}{number}\n{}", opened(conflict))
        }
        Entry::Statement(statement) => {
            let label = wrap("  ", statement.label);
            format!("{title}\n{label}\n{}", carried_by(statement.carrier))
        }
    }
}

/// A disagreement with its positions, what each doctrine holds, and how it is settled.
fn opened(conflict: &Conflict) -> String {
    let position = |position: &Position| {
        let behind = position.statements.join(", ");
        let behind = if behind.is_empty() { behind } else { format!(" ({behind})") };
        wrap("  - ", &format!("{}{behind}", position.says)) + "\n"
    };
    let positions: String = conflict.positions.iter().map(position).collect();
    let stances = conflict.stances.all().map(|(name, holds)| wrap(&format!("  {name}: "), holds));
    let sources: Vec<&str> = conflict.sources.iter().map(|source| source.0).collect();
    let arises: Vec<&str> = conflict.arises_at.iter().map(|rule| rule.0).collect();
    let arises = if arises.is_empty() {
        "where sample weeks are shown".to_owned()
    } else {
        arises.join(", ")
    };
    format!(
        "{}\n\nWho says what\n{positions}\nWhat the doctrines hold\n{}\n\nWhat is known\n{}\n\n\
         How everymile settles it\n{}\n\n{}\n",
        wrap("  ", conflict.question),
        stances.join("\n"),
        wrap("  ", &format!("{} ({})", conflict.known, sources.join(", "))),
        wrap("  ", conflict.settled),
        wrap("  ", &format!("It arises at: {arises}.")),
    )
}

fn resting_on(source: SourceId) -> String {
    let rests = |rule: &&&Rule| {
        let mut numbers = rule.parameters.iter();
        rule.sources.contains(&source) || numbers.any(|one| one.source == source)
    };
    let rules: Vec<&str> = rulebook::rules().iter().filter(rests).map(|rule| rule.id.0).collect();
    if rules.is_empty() {
        return "  No rule rests on it yet.\n".to_owned();
    }
    wrap("  ", &format!("What rests on it: {}.", rules.join(", "))) + "\n"
}

fn carried_by(carrier: Carrier) -> String {
    let said = match carrier {
        Carrier::Rule(name) => {
            let asks = rulebook::rule(name).map_or("", |rule| rule.asks);
            format!("The rule {name} carries it: {asks}")
        }
        Carrier::Tip(tip) => format!("The tip {tip} carries it."),
        Carrier::Term(word) => format!("It is in what '{word}' means here."),
        Carrier::Signs => "All seven signs together carry it: everymile signs.".to_owned(),
        Carrier::Pattern(pattern) => format!("The log is searched for it: {pattern}."),
        Carrier::SampleWeek(week) => format!("The sample week {week} carries it."),
        Carrier::Conflict(conflict) => format!("It is one side of the disagreement {conflict}."),
        Carrier::Exception(reason) => format!("Nothing carries it: {reason}"),
    };
    wrap("  ", &said) + "\n"
}
