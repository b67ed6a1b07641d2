//! Doctrines as pages: which there are, and what one of them stands for, asks and sets.

use super::{Pen, capital, count, ink::Tone, page, rules::section, wrap::wrap};
use crate::view::{DoctrineTold, Doctrines};
use rulebook::{
    Choice, DEFAULT_DOCTRINE, Doctrine, Parameter, Parting, Parts, SampleWeek, Topic,
    sample_weeks_of,
};

/// The doctrines, and which of them the runner chose.
pub fn doctrines(doctrines: &Doctrines, command: &str, pen: Pen) -> String {
    let chosen = &doctrines.chosen;
    let entries: String = doctrines.doctrines.iter().map(|one| listed(one, chosen, pen)).collect();
    format!(
        "{entries}One of them opened, your weeks under all of them, and how to choose one:\n  \
         {command} doctrines quality-first\n  {command} doctrines compare\n  {command} profile \
         set doctrine quality-first\nHow to write your own: everymile doctrines --help\n"
    )
}

fn listed(doctrine: &DoctrineTold, chosen: &str, pen: Pen) -> String {
    let yours = if doctrine.name == chosen { " · yours" } else { "" };
    let name = pen.ink.paint(Tone::Strong, &doctrine.name);
    let parts = match doctrine.parts.len() {
        0 => String::new(),
        many => format!(" and parts from {DEFAULT_DOCTRINE} on {many}"),
    };
    let asks = format!("Asks {}{parts}.", count(doctrine.asks, "rule"));
    let asks = pen.ink.paint(Tone::Faint, &wrap("  ", &asks));
    format!("{name}{yours}\n{}\n{asks}\n\n", wrap("  ", &doctrine.about))
}

/// One doctrine: what it stands for, where it parts from the one it builds on and from the default, its
/// rules and numbers.
pub fn doctrine(doctrine: &Doctrine, command: &str, pen: Pen) -> String {
    let parent = doctrine.inherits.as_ref().map(|parent| format!(" · builds on {parent}"));
    let name = pen.ink.paint(Tone::Strong, &doctrine.name);
    let head = format!("{name}{}\n{}\n", parent.unwrap_or_default(), wrap("", &doctrine.about));
    let topics = Topic::ALL.map(|topic| one_topic(doctrine, topic, pen));
    page([
        head,
        where_it_parts(doctrine, pen),
        section("What it asks", page(topics), pen),
        weeks(doctrine, pen),
        format!("A rule opened:\n  {command} rules take-rest-days\n"),
    ])
}

/// Its sample weeks, each with the command that opens it.
fn weeks(doctrine: &Doctrine, pen: Pen) -> String {
    let line = |week: &SampleWeek| format!("  everymile rules {:<22} {}\n", week.id, week.headed());
    section("Its sample weeks", sample_weeks_of(&doctrine.name).map(line).collect(), pen)
}

fn where_it_parts(doctrine: &Doctrine, pen: Pen) -> String {
    let parent = doctrine.inherits.as_deref().filter(|parent| *parent != DEFAULT_DOCTRINE);
    let others = parent.into_iter().chain([DEFAULT_DOCTRINE]);
    let parted = others.filter_map(|name| rulebook::doctrine(name).ok()).map(|other| {
        let lines = doctrine.parts_from(&other).iter().map(|one| parting(one, pen)).collect();
        section(&format!("Where it parts from {}", other.name), lines, pen)
    });
    page(parted)
}

fn parting(Parting { rule, how }: &Parting, pen: Pen) -> String {
    let (verb, lines) = match how {
        Parts::Adds => ("asks as well", vec![rule.asks.to_owned()]),
        Parts::LeavesOut => ("leaves out", vec![rule.asks.to_owned()]),
        Parts::Sets(numbers) => {
            let line = numbers.iter().map(|(parameter, theirs, ours)| {
                format!("{} {ours} instead of {theirs}: {}", parameter.name, parameter.means)
            });
            ("sets", line.collect())
        }
    };
    let lines: String = lines.iter().map(|line| wrap(&" ".repeat(16), line) + "\n").collect();
    format!("  {verb:<14}{}\n{lines}", pen.ink.paint(Tone::Strong, rule.id.0))
}

fn one_topic(doctrine: &Doctrine, topic: Topic, pen: Pen) -> String {
    let own = doctrine.choices.iter().filter(|choice| choice.rule.topic == topic);
    let lines: String = own.map(|choice| asked(choice, pen)).collect();
    if lines.is_empty() {
        return lines;
    }
    let outranks = if topic == Topic::Safety { ", in every doctrine" } else { "" };
    format!("  {}{outranks}\n{lines}", capital(topic.word()))
}

fn asked(choice: &Choice, pen: Pen) -> String {
    let rule = choice.rule;
    let grade = pen.ink.paint(Tone::Faint, &format!(" · {}", rule.grade));
    let width = |text: fn(&Parameter, &Choice) -> String| {
        let widths = rule.parameters.iter().map(|parameter| text(parameter, choice).len());
        widths.max().unwrap_or(0)
    };
    let names = width(|parameter, _| parameter.name.to_owned());
    let values = width(|parameter, choice| choice.value(parameter).to_string());
    let numbers = rule.parameters.iter().map(|parameter| {
        let (name, value) = (parameter.name, choice.value(parameter).to_string());
        wrap(&format!("      {name:<names$}  {value:>values$}  "), parameter.means) + "\n"
    });
    format!("    {}{grade}\n{}", rule.id, numbers.collect::<String>())
}
