//! Whatever else than a rule the rulebook knows by a name, opened: a term, a source, a tip, a pattern,
//! a disagreement, a sample week, a statement.

use super::{
    Pen,
    ink::Tone,
    page,
    rules::{section, source_lines},
    sample_week::sample_week,
    wrap::wrap,
};
use rulebook::{Carrier, Conflict, Entry, Look, Rule, SourceId, Tip};

/// Whatever else the rulebook knows by a name; a rule in short.
pub fn entry(entry: Entry, pen: Pen) -> String {
    let title = pen.ink.paint(Tone::Strong, entry.name());
    match entry {
        Entry::Rule(rule) => format!("{title}\n{}\n", wrap("  ", rule.asks)),
        Entry::Term(term) => format!("{title}\n{}\n", wrap("  ", term.means)),
        Entry::Tip(tip) => tip_lines(tip, &title),
        Entry::Pattern(look) => pattern(look, &title),
        Entry::Conflict(conflict) => one_conflict(conflict, &title, pen),
        Entry::SampleWeek(week) => sample_week(week, pen),
        Entry::Source(source) => {
            format!("{title}\n{}{}", source_lines(source), resting_on(source.id))
        }
        Entry::Statement(statement) => {
            let label = wrap("  ", statement.label);
            format!("{title}\n{label}\n{}", carried_by(statement.carrier))
        }
    }
}

fn tip_lines(tip: &Tip, title: &str) -> String {
    let when: Vec<&str> = tip.occasions.iter().map(|occasion| occasion.word()).collect();
    let told = format!("everymile today tells it {}.", when.join(", or "));
    let sources: Vec<&str> = tip.sources.iter().map(|source| source.0).collect();
    let from = format!("From {}.", sources.join(", "));
    let lines = [tip.text, &told, &from].map(|line| wrap("  ", line));
    format!("{title} · tip, {}\n{}\n", tip.grade, lines.join("\n"))
}

fn pattern(look: &Look, title: &str) -> String {
    let compared = format!("Compared: {}.", look.looked_at);
    let needed = format!("It takes {} of either to say anything. {}", look.fewest, look.supply);
    let lines = [&compared, &needed, "What your log shows of it: everymile patterns"];
    format!(
        "{title} · pattern, {}\n{}\n",
        look.grade,
        lines.map(|line| wrap("  ", line)).join("\n")
    )
}

/// Who answers what, what each doctrine holds, what is known and how it is settled.
fn one_conflict(conflict: &Conflict, title: &str, pen: Pen) -> String {
    let positions = conflict.positions.iter().map(|position| {
        let by = match position.statements {
            [] => String::new(),
            statements => format!(" ({})", statements.join(", ")),
        };
        wrap("  - ", &format!("{}{by}", position.says)) + "\n"
    });
    let stances = conflict.stances.all();
    let stances = stances.map(|(doctrine, holds)| wrap(&format!("  {doctrine:<16}"), holds) + "\n");
    let rules = conflict.arises_at.iter().map(|rule| format!("  everymile rules {rule}\n"));
    let sources: Vec<&str> = conflict.sources.iter().map(|source| source.0).collect();
    let known = format!("{} ({}; {})", conflict.known, conflict.grade, sources.join(", "));
    page([
        format!("{title} · disagreement\n{}\n", wrap("  ", conflict.question)),
        section("Who says what", positions.collect(), pen),
        section("What each doctrine holds", stances.concat(), pen),
        section("What is known", wrap("  ", &known) + "\n", pen),
        section("How everymile settles it", wrap("  ", conflict.settled) + "\n", pen),
        section("Where it arises", rules.collect(), pen),
    ])
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
    let opened = |name: &str| format!(" Opened: everymile rules {name}");
    let said = match carrier {
        Carrier::Rule(name) => {
            let asks = rulebook::rule(name).map_or("", |rule| rule.asks);
            format!("The rule {name} carries it: {asks}")
        }
        Carrier::Tip(tip) => format!("The tip {tip} carries it.{}", opened(tip)),
        Carrier::Term(word) => format!("It is in what '{word}' means here."),
        Carrier::Command(command) => format!("A command carries it: {command}."),
        Carrier::Pattern(pattern) => {
            format!("The log is searched for it: {pattern}.{}", opened(pattern))
        }
        Carrier::SampleWeek(week) => format!("The sample week {week} carries it.{}", opened(week)),
        Carrier::Conflict(conflict) => {
            format!("It is one side of the disagreement {conflict}.{}", opened(conflict))
        }
        Carrier::Exception(reason) => format!("Nothing carries it: {reason}"),
    };
    wrap("  ", &said) + "\n"
}
