//! The rulebook: every rule in a line, and one rule's page.

use super::today::Dispute;
use rulebook::{
    Doctrine, Grade, Maturity, Parameter, Rule, RuleId, Source, SourceId, Topic, Value as SetTo,
    asked_by, by_value, conflicts_at, rules, set_by, source, statements,
};
use serde::Serialize;
use std::collections::BTreeSet;
use utoipa::ToSchema;

// A value that is set is called otherwise here: of a field called `Value` the description would say
// that it holds anything.

/// Every rule, in the order of the topics.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Rulebook {
    /// The name of this shape.
    pub schema: &'static str,
    /// The doctrine that the runner chose.
    pub doctrine: String,
    /// The rules.
    pub rules: Vec<RuleInBrief>,
}

/// A rule in a line.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RuleInBrief {
    /// Its name.
    pub id: RuleId,
    /// What it is about.
    pub topic: Topic,
    /// What it asks, in one sentence.
    pub asks: &'static str,
    /// How strongly it is known.
    pub grade: Grade,
    /// How far it may be relied on.
    pub maturity: Maturity,
    /// Whether it outranks every doctrine.
    pub safety: bool,
    /// Who says so.
    pub sources: &'static [SourceId],
    /// Which doctrines ask it, in a sentence.
    pub asked_by: String,
    /// Whether the doctrine that the runner chose asks it.
    pub is_asked: bool,
}

/// One rule's page.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RulePage {
    /// The name of this shape.
    pub schema: &'static str,
    /// The doctrine that the runner chose.
    pub doctrine: String,
    /// The runner's own doctrine, by its name; `null` where there is none yet.
    pub own_doctrine: Option<String>,
    /// Whether the runner's own doctrine asks it; `null` where there is none yet.
    pub is_asked_by_own: Option<bool>,
    /// The rule in a line.
    pub rule: RuleInBrief,
    /// Its page as Markdown, without its title and its statements.
    pub page: &'static str,
    /// Its numbers.
    pub numbers: Vec<NumberOfRule>,
    /// Where the articles disagree.
    pub disagreements: Vec<Dispute>,
    /// Who says so, in full: the sources of the rule and of its numbers, each once.
    pub told_by: Vec<Source>,
    /// The statements it carries.
    pub statements: Vec<StatementTold>,
}

/// A number of a rule.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct NumberOfRule {
    /// Its name in a doctrine.
    pub name: &'static str,
    /// What it means, with its unit.
    pub means: &'static str,
    /// What it is unless a doctrine says otherwise.
    pub usual: SetTo,
    /// The least it may be; `null` of a yes or no.
    pub least: Option<f64>,
    /// The most it may be; `null` of a yes or no.
    pub most: Option<f64>,
    /// How strongly.
    pub grade: Grade,
    /// Who says so.
    pub source: SourceId,
    /// What each doctrine that asks the rule sets it to, those that agree together.
    pub set_by: Vec<ValueSet>,
    /// What the doctrine that the runner chose sets it to; `null` where it does not ask the rule.
    pub yours: Option<SetTo>,
    /// What the runner's own doctrine sets it to; `null` where it does not ask the rule or is not there.
    pub own: Option<SetTo>,
}

/// A value with the doctrines that set it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ValueSet {
    /// The value.
    pub value: SetTo,
    /// The doctrines.
    pub doctrines: Vec<String>,
}

/// A statement of a founding article.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct StatementTold {
    /// Its id.
    pub id: &'static str,
    /// What it is about.
    pub label: &'static str,
}

/// The doctrines that there are, which of them the runner chose, and which is their own.
#[derive(Debug, Clone, Copy)]
pub struct Choosing<'a> {
    /// Every doctrine.
    pub doctrines: &'a [Doctrine],
    /// The name of the one chosen.
    pub chosen: &'a str,
    /// The name of the runner's own.
    pub own: Option<&'a str>,
}

impl<'a> Choosing<'a> {
    fn named(&self, name: &str) -> Option<&'a Doctrine> {
        self.doctrines.iter().find(|doctrine| doctrine.name == name)
    }
}

impl Rulebook {
    /// Every rule.
    pub fn new(choosing: Choosing<'_>) -> Self {
        let topics = Topic::ALL.into_iter();
        let own = |topic| rules().iter().filter(move |rule| rule.topic == topic);
        let brief = |rule: &&Rule| RuleInBrief::new(rule, choosing);
        Self {
            schema: "everymile.rulebook/1",
            doctrine: choosing.chosen.to_owned(),
            rules: topics.flat_map(own).map(|rule| brief(&&**rule)).collect(),
        }
    }
}

impl RuleInBrief {
    fn new(rule: &Rule, choosing: Choosing<'_>) -> Self {
        let chosen = choosing.named(choosing.chosen);
        Self {
            id: rule.id,
            topic: rule.topic,
            asks: rule.asks,
            grade: rule.grade,
            maturity: rule.maturity,
            safety: rule.is_safety(),
            sources: rule.sources,
            asked_by: asked_by(rule, choosing.doctrines),
            is_asked: chosen.is_some_and(|chosen| chosen.choice(rule.id).is_some()),
        }
    }
}

impl RulePage {
    /// The page of a rule.
    pub fn new(rule: &'static Rule, choosing: Choosing<'_>) -> Self {
        let own = choosing.own.and_then(|name| choosing.named(name));
        let carried = statements().filter(|statement| rule.statements.contains(&statement.id));
        Self {
            schema: "everymile.rule/1",
            doctrine: choosing.chosen.to_owned(),
            own_doctrine: own.map(|own| own.name.clone()),
            is_asked_by_own: own.map(|own| own.choice(rule.id).is_some()),
            rule: RuleInBrief::new(rule, choosing),
            page: without_statements(rule.page),
            numbers: rule
                .parameters
                .iter()
                .map(|it| NumberOfRule::new(it, rule, choosing))
                .collect(),
            disagreements: conflicts_at(rule.id).map(Dispute::from).collect(),
            told_by: sources(rule),
            statements: carried
                .map(|statement| StatementTold { id: statement.id, label: statement.label })
                .collect(),
        }
    }
}

/// The page without its title and its statements, which stand beside it.
fn without_statements(page: &'static str) -> &'static str {
    let page = page.split("## Statements").next().unwrap_or(page);
    page.split_once('\n')
        .map_or(page, |(title, rest)| if title.starts_with("# ") { rest } else { page })
        .trim()
}

/// The sources of a rule and of its numbers, each once.
fn sources(rule: &Rule) -> Vec<Source> {
    let numbers = rule.parameters.iter().map(|parameter| parameter.source);
    let mut ids: Vec<SourceId> = rule.sources.iter().copied().chain(numbers).collect();
    let mut seen = BTreeSet::new();
    ids.retain(|id| seen.insert(*id));
    ids.into_iter().filter_map(source).copied().collect()
}

impl NumberOfRule {
    fn new(parameter: &Parameter, rule: &Rule, choosing: Choosing<'_>) -> Self {
        let set = |name: &str| Some(choosing.named(name)?.choice(rule.id)?.value(parameter));
        let range = match parameter.value {
            SetTo::Flag(_) => None,
            SetTo::Number(_) => Some(parameter.range),
        };
        let by_value = by_value(set_by(parameter, rule, choosing.doctrines));
        Self {
            name: parameter.name,
            means: parameter.means,
            usual: parameter.value,
            least: range.map(|range| range.least),
            most: range.map(|range| range.most),
            grade: parameter.grade,
            source: parameter.source,
            set_by: by_value.into_iter().map(ValueSet::from).collect(),
            yours: set(choosing.chosen),
            own: choosing.own.and_then(set),
        }
    }
}

impl From<(SetTo, Vec<&str>)> for ValueSet {
    fn from((value, doctrines): (SetTo, Vec<&str>)) -> Self {
        Self { value, doctrines: doctrines.into_iter().map(str::to_owned).collect() }
    }
}
