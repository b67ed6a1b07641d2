//! Every rule, in the order they are shown. One rule is two files with one name in `rules/`: one
//! judges, one explains.

mod take_rest_days;

use crate::rule::Rule;

static RULES: [&Rule; 1] = [&take_rest_days::RULE];

/// A name no rule has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no rule '{name}'; did you mean '{nearest}'?")]
pub struct UnknownRule {
    /// The name as given.
    pub name: String,
    /// The nearest name there is.
    pub nearest: &'static str,
}

/// Every rule, in the order they are shown.
pub fn rules() -> &'static [&'static Rule] {
    &RULES
}

/// One rule by its name.
pub fn rule(name: &str) -> Result<&'static Rule, UnknownRule> {
    rules().iter().copied().find(|rule| rule.id.0 == name).ok_or_else(|| {
        let nearest = nearest(name, rules().iter().map(|rule| rule.id.0));
        UnknownRule { name: name.to_owned(), nearest: nearest.unwrap_or_default() }
    })
}

/// The name that takes the fewest changed letters; `None` without names.
pub(crate) fn nearest<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    names.min_by_key(|other| changes(name, other))
}

/// How many letters must be changed, added or dropped (Levenshtein 1966).
fn changes(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (index, letter) in from.chars().enumerate() {
        let mut corner = std::mem::replace(&mut row[0], index + 1);
        for column in 0..to.len() {
            let swapped = corner + usize::from(letter != to[column]);
            corner = row[column + 1];
            row[column + 1] = swapped.min(row[column] + 1).min(corner + 1);
        }
    }
    row[to.len()]
}
