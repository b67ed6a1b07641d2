//! How far the runs of a week go: what is left after its long and hard runs, shared among the others.

use super::{contents::Kitchen, layout::Role};
use std::collections::BTreeMap;
use training::{Metres, Session};

/// Shorter easy runs are not planned.
pub const SHORTEST: Metres = Metres::from_km(3.0);
/// A recovery run is this share of an easy run.
const RECOVERY_OF_EASY: f64 = 0.6;
/// An easy run beside something hard is this share of one that stands alone.
const BESIDE_HARD: f64 = 0.8;
/// An easy run stays below this share of the week's long run.
const EASY_OF_LONG: f64 = 0.85;

/// How far the runs of a week go, the easy ones by day from Monday on, and what they leave over.
#[derive(Debug, Clone)]
pub struct Lengths {
    /// The long run.
    pub long: Metres,
    /// The easy runs.
    pub easy: Vec<Metres>,
    /// Each recovery run.
    pub recovery: Metres,
    /// What they cannot hold.
    pub second: Metres,
}

/// What is left of the week after its long and hard runs, shared among the others: recovery runs
/// are short, the easy ones take the rest, those beside something hard less of it.
pub fn lengths(
    (week, longest): (Metres, Metres),
    roles: [Role; 7],
    hard: &BTreeMap<usize, Session>,
    kitchen: &Kitchen<'_>,
    most_recovery: Metres,
) -> Lengths {
    let count = |role: Role| roles.iter().filter(|own| **own == role).count() as f64;
    let shares: Vec<f64> = easy_shares(roles, hard);
    let easy_runs: f64 = shares.iter().sum();
    let in_long = if count(Role::Long) > 0.0 { longest.0 } else { 0.0 };
    let in_hard: f64 = hard.values().map(|session| kitchen.distance(session).0).sum();
    let left = (week.0 - in_long - in_hard).max(0.0);
    let most = (EASY_OF_LONG * longest.0).max(SHORTEST.0.min(longest.0));
    let shared = left / (easy_runs + RECOVERY_OF_EASY * count(Role::Recovery)).max(1.0);
    let short = Metres((RECOVERY_OF_EASY * shared.min(most)).min(most_recovery.0));
    let left = (left - count(Role::Recovery) * short.0).max(0.0);
    let easy = filled(&shares, left, (SHORTEST.0.min(most), most));
    let second = (left - easy.iter().sum::<f64>()).max(0.0);
    Lengths {
        long: longest,
        easy: easy.into_iter().map(Metres).collect(),
        recovery: short,
        second: Metres(second),
    }
}

/// Whether a day holds easy running: also one on which a hard session would not be worth it.
pub fn is_easy(day: usize, roles: [Role; 7], hard: &BTreeMap<usize, Session>) -> bool {
    roles[day] == Role::Easy || (roles[day] == Role::Hard && !hard.contains_key(&day))
}

/// How the easy runs share what there is, by day from Monday on.
fn easy_shares(roles: [Role; 7], hard: &BTreeMap<usize, Session>) -> Vec<f64> {
    let is_key = |day: usize| roles[day] == Role::Long || hard.contains_key(&day);
    let share = |day: usize| {
        let is_beside = is_key((day + 1) % 7) || is_key((day + 6) % 7);
        if is_beside { BESIDE_HARD } else { 1.0 }
    };
    (0..7).filter(|day| is_easy(*day, roles, hard)).map(share).collect()
}

/// Lengths in the shares given, each between the least and the most, that come to the whole where they
/// can.
fn filled(shares: &[f64], whole: f64, (least, most): (f64, f64)) -> Vec<f64> {
    let lengths = |unit: f64| shares.iter().map(move |share| (share * unit).clamp(least, most));
    let unit = whole / shares.iter().sum::<f64>().max(1.0);
    let over = lengths(unit).sum::<f64>();
    // What a long one cannot take goes to the others.
    let open: f64 = shares.iter().filter(|share| **share * unit < most).sum();
    let unit = if open > 0.0 { unit + (whole - over).max(0.0) / open } else { unit };
    lengths(unit).collect()
}
