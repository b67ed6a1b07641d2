//! The same weeks under several doctrines: where they agree, where they part, on what evidence.

use super::{finding::Finding, week::Sums};
use crate::analysis::{History, Judgement, Lens};
use rayon::prelude::*;
use rulebook::{
    Doctrine, Grade, Parameter, Rule, RuleId, SourceId, Value as SetTo, Verdict, rules,
};
use serde::Serialize;
use std::iter;
use training::{Date, Week};
use utoipa::ToSchema;

/// The name of this shape. It changes when a field changes its name or its meaning.
const SCHEMA: &str = "everymile.comparison/1";

/// The same weeks under several doctrines.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Compared {
    /// The name of this shape.
    pub schema: &'static str,
    /// The first day of the weeks.
    pub first: Date,
    /// The day judged, the last of the weeks.
    pub date: Date,
    /// How many weeks there are.
    pub weeks: usize,
    /// How the distance of these weeks stands under each doctrine.
    pub doctrines: Vec<Shares>,
    /// What the rules say on which all of them agree.
    pub agreed: Vec<Finding>,
    /// The rules on which they part.
    pub parted: Vec<Parted>,
}

/// The distance of the weeks under one doctrine.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Shares {
    /// The doctrine.
    pub doctrine: String,
    /// The distance, by purpose and by standing.
    #[serde(flatten)]
    pub sums: Sums,
}

/// A rule on which doctrines part.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Parted {
    /// The rule.
    pub rule: RuleId,
    /// How strongly it is known.
    pub grade: Grade,
    /// Who says so.
    pub sources: &'static [SourceId],
    /// What each doctrine makes of it, in the order of the doctrines.
    pub under: Vec<Under>,
    /// The numbers they set differently.
    pub numbers: Vec<Number>,
}

/// What one doctrine makes of a rule.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Under {
    /// The doctrine.
    pub doctrine: String,
    /// What the rule says on the day; `None` where the doctrine does not ask it.
    pub finding: Option<Finding>,
    /// At the end of how many of the weeks the rule was broken.
    pub weeks_broken: usize,
}

/// A number that doctrines set differently.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Number {
    /// Its name in a doctrine.
    pub name: &'static str,
    /// What it means, with its unit.
    pub means: &'static str,
    /// Who says so.
    pub source: SourceId,
    /// How strongly.
    pub grade: Grade,
    /// What each doctrine sets, in the order of the doctrines; `None` where it does not ask.
    pub values: Vec<Option<SetTo>>,
}

impl Compared {
    /// Judges the weeks from the one that begins on `first` to the day of the lens under each
    /// doctrine.
    pub fn new(history: &History, lens: &Lens, first: Date, doctrines: Vec<Doctrine>) -> Self {
        let weeks = weeks(first, lens);
        let under: Vec<Judged> = doctrines
            .into_par_iter()
            .map(|doctrine| Judged::new(history, Lens { doctrine, ..lens.clone() }, &weeks))
            .collect();
        let (mut agreed, mut parted) = (Vec::new(), Vec::new());
        for rule in rules() {
            let verdicts: Vec<Under> = under.iter().map(|judged| judged.on(rule)).collect();
            let doctrines: Vec<&Doctrine> = under.iter().map(|judged| &judged.doctrine).collect();
            match verdicts.first().filter(|first| verdicts.iter().all(|it| first.agrees(it))) {
                Some(Under { finding, .. }) => agreed.extend(finding.clone()),
                None => parted.push(Parted {
                    rule: rule.id,
                    grade: rule.grade,
                    sources: rule.sources,
                    under: verdicts,
                    numbers: numbers(rule, &doctrines),
                }),
            }
        }
        let doctrines = under.into_iter().map(Judged::shares).collect();
        let weeks = weeks.len();
        Self { schema: SCHEMA, first, date: lens.on, weeks, doctrines, agreed, parted }
    }
}

impl Under {
    /// Whether another doctrine says the same of the day and of the weeks.
    pub fn agrees(&self, other: &Self) -> bool {
        let verdict = |under: &Self| under.finding.as_ref().map(|finding| finding.verdict);
        (verdict(self), self.weeks_broken) == (verdict(other), other.weeks_broken)
    }
}

/// The weeks under one doctrine.
struct Judged {
    doctrine: Doctrine,
    sums: Sums,
    findings: Vec<rulebook::Finding>,
    /// The rules broken at the end of each week.
    broken: Vec<RuleId>,
}

impl Judged {
    fn new(history: &History, lens: Lens, weeks: &[Week]) -> Self {
        let since = weeks.first().map_or(lens.on, |week| week.start);
        let judgement = Judgement::since(history, &lens, since);
        let postings = judgement.ledger.postings.iter();
        let ends = weeks.iter().flat_map(|week| judgement.findings_as_of(week.end()));
        let broken = ends.filter(|finding| finding.verdict == Verdict::Broken);
        Self {
            sums: Sums::of(postings.filter(|posting| posting.date >= since)),
            findings: judgement.findings(),
            broken: broken.map(|finding| finding.rule).collect(),
            doctrine: lens.doctrine,
        }
    }

    fn on(&self, rule: &Rule) -> Under {
        let finding = self.findings.iter().find(|finding| finding.rule == rule.id);
        Under {
            doctrine: self.doctrine.name.clone(),
            finding: finding.cloned().map(Finding::from),
            weeks_broken: self.broken.iter().filter(|broken| **broken == rule.id).count(),
        }
    }

    fn shares(self) -> Shares {
        Shares { doctrine: self.doctrine.name, sums: self.sums }
    }
}

fn weeks(first: Date, lens: &Lens) -> Vec<Week> {
    let first = Week::of(first, lens.first_day);
    let weeks = iter::successors(Some(first), |week| Some(week.plus(1)));
    weeks.take_while(|week| week.start <= lens.on).collect()
}

/// The numbers of a rule that are not the same under all doctrines that ask it.
fn numbers(rule: &Rule, doctrines: &[&Doctrine]) -> Vec<Number> {
    let numbers = rule.parameters.iter().map(|parameter| number(parameter, rule, doctrines));
    let differ = |number: &Number| {
        let mut set = number.values.iter().flatten();
        let first = set.next();
        set.any(|other| Some(other) != first)
    };
    numbers.filter(differ).collect()
}

fn number(parameter: &Parameter, rule: &Rule, doctrines: &[&Doctrine]) -> Number {
    let value = |doctrine: &&Doctrine| Some(doctrine.choice(rule.id)?.value(parameter));
    Number {
        name: parameter.name,
        means: parameter.means,
        source: parameter.source,
        grade: parameter.grade,
        values: doctrines.iter().map(value).collect(),
    }
}
