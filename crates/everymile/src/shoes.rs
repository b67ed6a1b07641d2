//! In which shoes the runs were run: by the runner's word, else by what the export names, else the usual
//! pair of that day. It decides nothing else: no rule asks for shoes.

use crate::{analysis::History, failure::Failure};
use logbook::{Logbook, LogbookError, ShoesWord};
use std::collections::BTreeMap;
use training::{
    Date, Metres, NamedRun, RunId,
    shoes::{Rack, WornBy},
};

/// A name is no longer than this.
const NAME_MAX: usize = 60;
/// More than any pair is run.
pub const RUN_MAX: Metres = Metres::from_km(20_000.0);

/// What is known of the runner's shoes.
#[derive(Debug)]
pub struct KnownShoes {
    /// What the runner said.
    pub rack: Rack,
    /// The runner's word, by the run that counts.
    worn: BTreeMap<RunId, String>,
    /// What exports name, by the run that counts.
    gear: BTreeMap<RunId, String>,
}

impl KnownShoes {
    /// What a logbook tells of the shoes of a history. A word on a copy is one on the run that counts.
    pub fn of(book: &Logbook, history: &History) -> Result<Self, LogbookError> {
        let (rack, gear) = (book.rack()?, book.gear()?);
        let counted = |words: &BTreeMap<RunId, String>| {
            let of_counted =
                |(id, name): (&RunId, &String)| Some((history.counted(id)?.clone(), name.clone()));
            words.iter().filter_map(of_counted).collect::<BTreeMap<_, _>>()
        };
        let (worn, mut gear) = (counted(&rack.worn), counted(&gear));
        for name in gear.values_mut() {
            *name = called(&rack, name).to_owned();
        }
        Ok(Self { rack, worn, gear })
    }

    /// The pair in which a run was run, and who says so.
    pub fn worn(&self, run: &NamedRun) -> Option<(&str, WornBy)> {
        let by_runner = self.worn.get(&run.id).map(|name| (name.as_str(), WornBy::Runner));
        let by_platform = self.gear.get(&run.id).map(|name| (name.as_str(), WornBy::Platform));
        let usual = || self.rack.usual_on(run.date()).map(|name| (name, WornBy::Usual));
        by_runner.or(by_platform).or_else(usual)
    }

    /// Every pair by its name: those the runner named first, then those that only exports name.
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.rack.pairs.iter().map(|pair| pair.name.as_str()).collect();
        for name in self.worn.values().chain(self.gear.values()) {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        names
    }

    /// The pair that a word names, if there is one.
    pub fn find(&self, name: &str) -> Result<&str, Failure> {
        let names = self.names();
        names.iter().copied().find(|own| is_alike(own, name)).ok_or_else(|| {
            let remedy = match names.as_slice() {
                [] => format!("name a pair first: everymile shoes add '{}'", name.trim()),
                names => format!("the pairs are {}", names.join(", ")),
            };
            Failure::new(format!("no shoes are called '{}'", name.trim()), remedy)
        })
    }
}

/// A name as the runner writes it, whatever its capitals.
fn called<'a>(rack: &'a Rack, name: &'a str) -> &'a str {
    let mut own = rack.pairs.iter().map(|pair| pair.name.as_str());
    own.find(|own| is_alike(own, name)).unwrap_or_else(|| name.trim())
}

fn is_alike(own: &str, name: &str) -> bool {
    own.to_lowercase() == name.trim().to_lowercase()
}

/// What the runner wants to say of a pair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Saying {
    /// It is there; what is left out stays as it was said before.
    There {
        /// The day from which on it is run in.
        since: Option<Date>,
        /// What it had been run before.
        before: Option<Metres>,
    },
    /// It is the usual one from a day on.
    Usual(Date),
    /// It is put away from a day on.
    Retired(Date),
    /// It was never there.
    Withdrawn,
}

/// The word that the logbook keeps, with the name as it is written there; or why it cannot be.
pub fn word(
    known: &KnownShoes,
    name: &str,
    saying: Saying,
) -> Result<(String, ShoesWord), Failure> {
    let Saying::There { since, before } = saying else {
        let name = known.find(name)?.to_owned();
        return Ok(match saying {
            Saying::Usual(since) => (name, ShoesWord::Usual(Some(since))),
            Saying::Retired(since) => (name, ShoesWord::Retired(since)),
            _ => (name, ShoesWord::Withdrawn),
        });
    };
    let name = name.trim();
    if name.is_empty() || name.chars().count() > NAME_MAX || name.chars().any(char::is_control) {
        let remedy = format!("call them by a name of 1 to {NAME_MAX} letters");
        return Err(Failure::new("shoes cannot be called that", remedy));
    }
    if before.is_some_and(|before| !(0.0..=RUN_MAX.0).contains(&before.0)) {
        let remedy = format!("say how far from 0 to {:.0} km", RUN_MAX.km());
        return Err(Failure::new("no pair of shoes was run so far", remedy));
    }
    let name = called(&known.rack, name).to_owned();
    let pair = known.rack.pair(&name);
    let since = since.or_else(|| pair?.since);
    let before = before.or_else(|| Some(pair?.before)).unwrap_or(Metres(0.0));
    Ok((name, ShoesWord::There { since, before }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distance_that_no_pair_is_run_is_refused_and_not_left_out() {
        let known =
            KnownShoes { rack: Rack::default(), worn: BTreeMap::new(), gear: BTreeMap::new() };
        let add = |km| {
            let before = Some(Metres::from_km(km));
            word(&known, "Blue ones", Saying::There { since: None, before })
        };
        assert!(add(19_999.0).is_ok());
        for km in [20_001.0, -1.0, f64::NAN] {
            assert_eq!(add(km).unwrap_err().remedy, "say how far from 0 to 20000 km", "{km}");
        }
    }
}
