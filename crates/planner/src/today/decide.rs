//! What is left of an intention when every hold is applied: the strictest wins, the shortest cap
//! counts.

use super::{intention::Intention, limits::Limits, session};
use crate::prescription::{Action, Prescribed, in_words};
use rulebook::{Allows, Hold, Occasion};
use training::{Metres, Purpose, Seconds};

/// Running shorter than this share of what the day would have held is a shortened run.
const SHORTENED: f64 = 0.95;

/// What is done.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Outcome {
    pub action: Action,
    pub session: Option<Prescribed>,
    pub instead: String,
}

/// Applies holds to an intention.
pub(super) fn decide<'a>(
    intention: &Intention,
    limits: &Limits,
    holds: impl Iterator<Item = &'a Hold> + Clone,
) -> Outcome {
    let allows = holds.clone().map(|hold| hold.allows).min().unwrap_or(Allows::Anything);
    if intention.is_done() && allows > Allows::Clinician {
        return done();
    }
    if !allows.running() {
        return without_running(allows);
    }
    let Some(purpose) = intention.purpose else { return rest() };
    let longest = least(holds.clone().filter_map(|hold| hold.longest).map(Seconds::minutes));
    let farthest = least(holds.filter_map(|hold| hold.farthest).map(|metres| metres.0)).map(Metres);
    if !purpose.is_easy() {
        return instead_of_hard(intention, purpose, allows, (longest, farthest), limits);
    }
    if purpose == Purpose::Long && allows == Allows::Short {
        let minutes = intention.easy_instead().minutes;
        let short = easy(Purpose::Easy, minutes, (longest, farthest), limits);
        return Outcome { action: Action::Shorten, ..short };
    }
    easy(purpose, intention.minutes, (longest, farthest), limits)
}

fn easy(
    purpose: Purpose,
    minutes: (f64, f64),
    (longest, farthest): (Option<f64>, Option<Metres>),
    limits: &Limits,
) -> Outcome {
    let most = longest.map_or(minutes.1, |longest| longest.min(minutes.1));
    let session = session::easy(purpose, (minutes.0.min(most), most), farthest, limits);
    let is_shortened = f64::from(session.minutes.1) < SHORTENED * minutes.1.floor() - 4.0;
    let action = if is_shortened { Action::Shorten } else { Action::Run };
    Outcome { action, session: Some(session), instead: String::new() }
}

/// A hard session where nothing speaks against it, else an easy run in its place.
fn instead_of_hard(
    intention: &Intention,
    purpose: Purpose,
    allows: Allows,
    caps: (Option<f64>, Option<Metres>),
    limits: &Limits,
) -> Outcome {
    let hard = session::hard(purpose, intention.planned.as_ref(), limits);
    let is_too_long = caps.0.is_some_and(|longest| f64::from(hard.minutes.1) > longest);
    if allows == Allows::Anything && !is_too_long {
        return Outcome { action: Action::Run, session: Some(hard), instead: String::new() };
    }
    let minutes = intention.easy_instead().minutes;
    Outcome { action: Action::Swap, ..easy(Purpose::Easy, minutes, caps, limits) }
}

fn without_running(allows: Allows) -> Outcome {
    let (action, instead) = match allows {
        Allows::Clinician => (
            Action::SeeAClinician,
            "No running until a clinician has looked at it. Walk only if walking is free of pain.",
        ),
        Allows::Swap => (
            Action::Swap,
            "20 to 40 minutes without impact, as gently as a recovery run: a walk, the bike, the \
             pool, or yoga. Nothing of it if it hurts.",
        ),
        _ => (Action::Rest, "No running. A walk is welcome; so is nothing at all."),
    };
    Outcome { action, session: None, instead: instead.to_owned() }
}

fn done() -> Outcome {
    let instead = "That was enough for today. A walk is welcome; so is nothing at all.";
    Outcome { action: Action::Rest, session: None, instead: instead.to_owned() }
}

fn rest() -> Outcome {
    let instead = "A day without running. Strength work, a walk or nothing at all fit in.";
    Outcome { action: Action::Rest, session: None, instead: instead.to_owned() }
}

fn least(values: impl Iterator<Item = f64>) -> Option<f64> {
    values.min_by(f64::total_cmp)
}

impl Outcome {
    /// It in a few words: `easy, 25 to 30 minutes`, `no running, something without impact instead`.
    pub fn in_words(&self) -> String {
        in_words(self.action, self.session.as_ref())
    }

    /// The occasion it is for advice.
    pub fn occasion(&self) -> Occasion {
        match (&self.session, self.action) {
            (None, Action::Swap) => Occasion::SwapToday,
            (None, _) => Occasion::RestToday,
            (Some(session), _) => match session.purpose {
                Purpose::Recovery => Occasion::RecoveryRunToday,
                Purpose::Long => Occasion::LongRunToday,
                purpose if purpose.is_easy() => Occasion::EasyRunToday,
                _ => Occasion::HardRunToday,
            },
        }
    }
}
