//! Shoes: the pairs a runner names, which of them are the usual ones from when on, and in which pair a
//! run was run by their own word.

use crate::{Date, Metres, RunId};
use std::collections::BTreeMap;

/// A pair of shoes, known by its name.
#[derive(Debug, Clone, PartialEq)]
pub struct Shoes {
    /// What the runner calls them.
    pub name: String,
    /// The day from which on they are run in, where it was said.
    pub since: Option<Date>,
    /// What they had been run before the runs that are known.
    pub before: Metres,
    /// The day from which on they are put away.
    pub retired: Option<Date>,
}

/// All that the runner said of their shoes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rack {
    /// The pairs, in the order in which they were first named.
    pub pairs: Vec<Shoes>,
    /// The usual pair from a day on (from ever, without a day), in the order in which it was said.
    pub usual: Vec<(Option<Date>, String)>,
    /// In which pair runs were run.
    pub worn: BTreeMap<RunId, String>,
}

/// Who says in which pair a run was run, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "kebab-case")]
pub enum WornBy {
    /// Nobody: it is the usual pair of that day.
    Usual,
    /// The platform that the run was exported from.
    Platform,
    /// The runner.
    Runner,
}

impl Rack {
    /// The pair with this name.
    pub fn pair(&self, name: &str) -> Option<&Shoes> {
        self.pairs.iter().find(|pair| pair.name == name)
    }

    /// The usual pair on a day; none once it is put away.
    pub fn usual_on(&self, day: Date) -> Option<&str> {
        let begun = self.usual.iter().filter(|(since, _)| since.is_none_or(|since| since <= day));
        // Of two that begin on one day the one that was said last.
        let (_, name) = begun.max_by_key(|(since, _)| *since)?;
        let is_put_away = |pair: &Shoes| pair.retired.is_some_and(|retired| retired <= day);
        (!self.pair(name).is_some_and(is_put_away)).then_some(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(name: &str, retired: Option<&str>) -> Shoes {
        let retired = retired.map(|day| day.parse().unwrap());
        Shoes { name: name.to_owned(), since: None, before: Metres(0.0), retired }
    }

    fn usual(rack: &Rack, day: &str) -> Option<String> {
        rack.usual_on(day.parse().unwrap()).map(str::to_owned)
    }

    #[test]
    fn the_usual_pair_is_the_last_that_was_made_so_by_then() {
        let since = |day: &str| Some(day.parse().unwrap());
        let rack = Rack {
            pairs: vec![pair("Dusk", None), pair("Fell", Some("2026-06-01"))],
            usual: vec![(since("2026-05-01"), "Fell".into()), (None, "Dusk".into())],
            ..Rack::default()
        };
        assert_eq!(usual(&rack, "2026-04-30").as_deref(), Some("Dusk"));
        assert_eq!(usual(&rack, "2026-05-01").as_deref(), Some("Fell"));
        assert_eq!(usual(&rack, "2026-06-01"), None, "it is put away, and nobody named another");
    }

    #[test]
    fn of_two_said_for_one_day_the_last_counts() {
        let usual_ones = vec![(None, "Dusk".to_owned()), (None, "Fell".to_owned())];
        let pairs = vec![pair("Dusk", None), pair("Fell", None)];
        let rack = Rack { pairs, usual: usual_ones, ..Rack::default() };
        assert_eq!(usual(&rack, "2026-05-01").as_deref(), Some("Fell"));
        assert_eq!(usual(&Rack::default(), "2026-05-01"), None);
    }
}
