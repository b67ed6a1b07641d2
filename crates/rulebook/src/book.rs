//! The whole rulebook as one Markdown document, made from the registry: every rule with its numbers
//! under every doctrine, then the doctrines, the sources, the glossary, the tips, the patterns, the
//! disagreements and the sample weeks.

use crate::{
    conflicts::{Conflict, conflicts},
    doctrine::{Doctrine, Value, asked_by, by_value, doctrine, doctrines, set_by},
    glossary::{Term, glossary},
    patterns::{Look, looks},
    rule::{Parameter, Rule, Topic},
    rules::rules,
    sample_weeks::{SampleWeek, notes, sample_weeks},
    source::{Source, sources},
    statements::statements,
    tips::{Tip, tips},
    words::level_word,
};

const BEGINNING: &str = "\
# The rulebook

Every rule of everymile, with its numbers, its sources and how strongly it is known. `everymile \
rules ID` opens any of them in the terminal, with its page and its examples. This document is made \
from the rules themselves by a test; `UPDATE_GOLDEN=1 cargo test -p rulebook --test book` makes it \
anew.

A grade says how strongly something is known: *strong* (several consistent trials or large cohorts), \
*moderate* (one good trial or large cohort), *weak* (small, indirect or inconsistent studies), \
*convention* (practised, never tested), *contested* (evidence points both ways). A rule on trial is \
shown and steers nothing.
";

/// The document.
pub fn book() -> String {
    let doctrines: Vec<Doctrine> =
        doctrines().into_iter().filter_map(|name| doctrine(name).ok()).collect();
    let topics = Topic::ALL.map(|topic| of_topic(topic, &doctrines));
    [
        BEGINNING.to_owned(),
        topics.concat(),
        chapter("Doctrines", doctrines.iter().map(of_doctrine)),
        chapter("Sources", sources().map(of_source)),
        chapter("Glossary", glossary().iter().map(of_term)),
        chapter("Tips", tips().map(of_tip)),
        chapter("Patterns", looks().map(of_pattern)),
        chapter("Disagreements", conflicts().map(of_conflict)),
        chapter("Sample weeks", sample_weeks().iter().map(of_sample_week)),
    ]
    .concat()
}

fn chapter(title: &str, entries: impl Iterator<Item = String>) -> String {
    format!("\n## {title}\n\n{}", entries.collect::<String>())
}

fn of_topic(topic: Topic, doctrines: &[Doctrine]) -> String {
    let own: Vec<_> = rules().iter().filter(|rule| rule.topic == topic).collect();
    if own.is_empty() {
        return String::new();
    }
    let (first, rest) = topic.word().split_at(1);
    let rules = own.into_iter().map(|rule| of_rule(rule, doctrines));
    format!("\n## {}{rest}\n{}", first.to_uppercase(), rules.collect::<String>())
}

fn of_rule(rule: &Rule, doctrines: &[Doctrine]) -> String {
    let page = format!("../crates/rulebook/src/rules/{}.md", rule.id.0.replace('-', "_"));
    let sources: Vec<&str> = rule.sources.iter().map(|source| source.0).collect();
    format!(
        "\n### {}\n\n{}\n\nGrade {}, {}. Sources: {}. [Its page]({page}).\n{}\n\n{}{}",
        rule.id,
        rule.asks,
        rule.grade,
        rule.maturity.word(),
        sources.join(", "),
        asked_by(rule, doctrines),
        numbers(rule, doctrines),
        carried(rule),
    )
}

/// The numbers of a rule as a table: what each means, who says so, what each doctrine sets.
fn numbers(rule: &Rule, doctrines: &[Doctrine]) -> String {
    if rule.parameters.is_empty() {
        return String::new();
    }
    let rows = rule.parameters.iter().map(|parameter| {
        let Parameter { name, means, source, grade, range, value } = parameter;
        let means = means.replace('|', "\\|");
        let set = set(parameter, rule, doctrines);
        let range =
            if let Value::Flag(_) = value { "true, false".into() } else { range.to_string() };
        format!("| `{name}` | {means} | {set} | {range} | {grade} | {source} |\n")
    });
    format!(
        "| number | means | set to | may be | grade | source |\n|---|---|---|---|---|---|\n{}\n",
        rows.collect::<String>()
    )
}

/// One value where all agree, else each with the doctrines that set it.
fn set(parameter: &Parameter, rule: &Rule, doctrines: &[Doctrine]) -> String {
    match by_value(set_by(parameter, rule, doctrines)).as_slice() {
        [] => parameter.value.to_string(),
        [(value, _)] => value.to_string(),
        groups => {
            let each =
                groups.iter().map(|(value, names)| format!("{value} ({})", names.join(", ")));
            each.collect::<Vec<_>>().join("; ")
        }
    }
}

fn carried(rule: &Rule) -> String {
    let own = statements().filter(|statement| rule.statements.contains(&statement.id));
    let own: Vec<String> =
        own.map(|statement| format!("{} ({})", statement.id, statement.label)).collect();
    if own.is_empty() {
        return String::new();
    }
    format!("Statements: {}.\n", own.join(", "))
}

fn of_doctrine(doctrine: &Doctrine) -> String {
    let parent = doctrine.inherits.as_ref();
    let parent = parent.map_or_else(String::new, |parent| format!(" Builds on {parent}."));
    format!("- **{}**: {}{parent}\n", doctrine.name, doctrine.about)
}

fn of_source(source: &Source) -> String {
    let Source { id, who, year, kind, found_at, says } = source;
    let year = year.map_or_else(String::new, |year| format!(" {year}"));
    format!("- **{id}**: {who}{year}; {kind}; {found_at}. {says}\n")
}

fn of_term(term: &Term) -> String {
    format!("- **{}**: {}\n", term.word, term.means)
}

fn of_tip(tip: &Tip) -> String {
    let when: Vec<&str> = tip.occasions.iter().map(|occasion| occasion.word()).collect();
    format!("- **{}** ({}; {}): {}\n", tip.id, tip.grade, when.join("; "), tip.text)
}

fn of_pattern(look: &Look) -> String {
    let Look { id, looked_at, fewest, grade, .. } = look;
    format!("- **{id}** ({grade}): {looked_at}; from {fewest} of either on.\n")
}

fn of_conflict(conflict: &Conflict) -> String {
    let Conflict { id, question, known, grade, settled, .. } = conflict;
    let says = conflict.positions.iter().map(|position| format!("  - {}\n", position.says));
    let says: String = says.collect();
    format!("- **{id}**: {question} {known} ({grade}) {settled}\n{says}")
}

/// A sample week as a table of training text, with what does not add up.
fn of_sample_week(week: &SampleWeek) -> String {
    let heading = format!(
        "### {}\n\n{}, for {} runners, by the doctrine {} (source: {}).\n",
        week.id,
        week.headed(),
        level_word(week.level),
        week.doctrine,
        week.source(),
    );
    let days = week.days.iter().map(|day| {
        let besides = if day.besides.is_empty() { "" } else { "; " };
        format!(
            "| {:?} | `{}` | {}{besides}{} | {} |\n",
            day.day, day.session, day.is_for, day.besides, day.statement
        )
    });
    let notes = notes(week).into_iter().map(|note| format!("- {note}\n"));
    format!(
        "{heading}\n| day | session | for | statement |\n|---|---|---|---|\n{}\n{}\n",
        days.collect::<String>(),
        notes.collect::<String>()
    )
}
