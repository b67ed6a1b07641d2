//! What was trained besides running, in one paragraph.

use super::{count, wrap::wrap};
use crate::{units::duration, view::Other};
use std::collections::BTreeMap;
use training::Seconds;

/// Each sport with its time, and the load as far as heart rates tell it; nothing where there is none.
pub fn others(others: &[Other]) -> String {
    if others.is_empty() {
        return String::new();
    }
    let mut by_sport: BTreeMap<&str, Vec<&Other>> = BTreeMap::new();
    for other in others {
        by_sport.entry(other.sport.word()).or_default().push(other);
    }
    let sports: Vec<String> =
        by_sport.iter().map(|(sport, own)| format!("{sport} {}", lasted(own))).collect();
    let said = format!(
        "Besides running, {}: {}.{}",
        count(others.len(), "time"),
        sports.join(", "),
        load(others)
    );
    wrap("", &said) + "\n"
}

fn lasted(own: &[&Other]) -> String {
    let known: Vec<f64> = own.iter().filter_map(|other| other.moving_s).collect();
    if known.is_empty() {
        return "of unknown length".to_owned();
    }
    let more = if known.len() < own.len() { " or more" } else { "" };
    duration(Seconds(known.iter().sum())) + more
}

fn load(others: &[Other]) -> String {
    let known: Vec<f64> = others.iter().filter_map(|other| other.load).collect();
    let sum: f64 = known.iter().sum();
    match known.len() {
        0 => " How hard it was, no heart rate tells.".to_owned(),
        all if all == others.len() => format!(" Its load was that of {sum:.0} easy minutes."),
        some => {
            format!(" The load of the {some} with a heart rate was that of {sum:.0} easy minutes.")
        }
    }
}
