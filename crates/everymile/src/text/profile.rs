//! What is known of the runner: what was said, and what the runs show, each with its uncertainty,
//! its day and the runs behind it.

use super::{
    Pen, count, day,
    ink::Tone,
    table::{Side, Table, cell},
};
use crate::{
    profile_words::Said,
    units::{NOTHING, Units, duration, pace_with_unit},
};
use training::{Ability, Basis, Bpm, Date, Estimate, Metres, MetresPerSecond, RunId, Seconds};

/// The profile as a page: all that was said, and what the runs show on a day, the last of them on
/// `last_run`.
pub fn profile(
    said: &[Said],
    ability: &Ability,
    (on, last_run): (Date, Option<Date>),
    pen: Pen,
) -> String {
    let can_do = format!("What you can do, as of {}", day(on));
    [
        pen.ink.paint(Tone::Strong, "What you said"),
        spoken(said, pen),
        pen.ink.paint(Tone::Strong, &can_do),
        able(ability, pen),
        long_ago(ability, last_run) + "You know better? everymile profile set hr-max 188\n",
    ]
    .join("\n")
}

fn spoken(said: &[Said], pen: Pen) -> String {
    let mut table = Table::new(&[("word", Side::Left), ("value", Side::Left)]);
    for (word, value) in said {
        let value = value.as_deref().map(cell);
        let nothing = || cell("not said").in_tone(Tone::Faint);
        table.row([cell(*word), value.unwrap_or_else(nothing)]);
    }
    table.write(pen.ink)
}

fn able(ability: &Ability, pen: Pen) -> String {
    let mut table = Table::new(&[
        ("what", Side::Left),
        ("value", Side::Right),
        ("±", Side::Left),
        ("how", Side::Left),
        ("as of", Side::Left),
        ("from", Side::Left),
    ]);
    let pace = |speed: MetresPerSecond| pace_with_unit(speed, pen.units);
    let bpm = |hr: Bpm| format!("{:.0} bpm", hr.0);
    let slack = |estimate: &Estimate<MetresPerSecond>| slack(estimate, pen.units);
    let metres = |distance: Metres| format!("{:.0} m", distance.0);
    for (name, known) in [
        ("2nd threshold pace", ability.critical_speed.as_ref().map(|one| known(one, pace, slack))),
        ("reserve above it D′", ability.d_prime.as_ref().map(|one| known(one, metres, plain))),
        ("1st threshold pace", ability.lt1_speed.as_ref().map(|one| known(one, pace, slack))),
        ("usual easy pace", ability.easy_speed.as_ref().map(|one| known(one, pace, slack))),
        ("highest heart rate", ability.hr_max.as_ref().map(|one| known(one, bpm, plain))),
        ("2nd threshold HR", ability.lt2_hr.as_ref().map(|one| known(one, bpm, plain))),
        ("1st threshold HR", ability.lt1_hr.as_ref().map(|one| known(one, bpm, plain))),
    ] {
        let unknown = || [NOTHING, "", "not known", "", ""].map(str::to_owned);
        let cells = known.unwrap_or_else(unknown).map(cell);
        table.row(std::iter::once(cell(name)).chain(cells));
    }
    table.write(pen.ink)
}

/// Where to look when the runs are too old to tell anything.
fn long_ago(ability: &Ability, last_run: Option<Date>) -> String {
    match last_run {
        Some(last) if ability.easy_speed.is_none() => {
            format!("As it stood at your last run: everymile profile --on {last}\n")
        }
        _ => String::new(),
    }
}

fn known<Q: Copy>(
    estimate: &Estimate<Q>,
    value: impl Fn(Q) -> String,
    error: impl Fn(&Estimate<Q>) -> String,
) -> [String; 5] {
    let how = match estimate.basis {
        Basis::Stated => "you said",
        Basis::Observed => "observed",
        Basis::Derived => "derived",
    };
    [
        value(estimate.value),
        error(estimate),
        how.to_owned(),
        estimate.as_of.to_string(),
        evidence(&estimate.from),
    ]
}

/// An error in speed as an error in pace, in the runner's unit: d(1/v) = dv/v² (first order).
fn slack(estimate: &Estimate<MetresPerSecond>, units: Units) -> String {
    let seconds = match units {
        Units::Kilometres => estimate.value.seconds_per_km(),
        Units::Miles => estimate.value.seconds_per_mile(),
    };
    let seconds = seconds.unwrap_or_default() * estimate.se.0 / estimate.value.0;
    format!("±{}", duration(Seconds(seconds)))
}

fn plain<Q: Copy + Into<Plain>>(estimate: &Estimate<Q>) -> String {
    format!("±{:.0}", estimate.se.into().0)
}

/// The runs an estimate rests on, the first of them by name.
fn evidence(from: &[RunId]) -> String {
    let Some(first) = from.first() else { return String::new() };
    let letters: String = first.0.chars().take(4).collect();
    match from.len() {
        1 => letters,
        more => format!("{} ({letters}…)", count(more, "run")),
    }
}

struct Plain(f64);

impl From<Bpm> for Plain {
    fn from(hr: Bpm) -> Self {
        Self(hr.0)
    }
}

impl From<Metres> for Plain {
    fn from(distance: Metres) -> Self {
        Self(distance.0)
    }
}
