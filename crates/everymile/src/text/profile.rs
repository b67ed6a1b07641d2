//! What is known of the runner: what was said, and what the runs show, each with its uncertainty,
//! its day and the runs behind it.

use super::{
    Pen, count, day,
    ink::Tone,
    page,
    rules::section,
    table::{Side, Table, cell},
    wrap::wrap,
};
use crate::{
    units::{NOTHING, Units, duration, pace_with_unit},
    view::{CanDo, Estimate, Known, Profile, RunInBrief, WordSaid},
};
use rulebook::by_value;
use training::{Basis, MetresPerSecond, RunId, Seconds};

/// So many of the runs behind a number are named, the newest first.
const NAMED: usize = 8;

/// In which unit a number is shown.
#[derive(Debug, Clone, Copy)]
enum Shown {
    Pace,
    Metres,
    Beats,
}

/// The profile as a page: all that was said, what the runner can do, and what that rests on.
pub fn profile(profile: &Profile, pen: Pen) -> String {
    let can_do = format!("What you can do, as of {}", day(profile.on));
    page([
        section("What you said", spoken(&profile.said, pen), pen),
        section(&can_do, able(&profile.can_do, pen), pen),
        section("Without your word the runs would say", by_runs(&profile.can_do, pen), pen),
        section("The runs behind it", behind(profile), pen),
        what_next(profile),
    ])
}

fn spoken(said: &[WordSaid], pen: Pen) -> String {
    let mut table = Table::new(&[("word", Side::Left), ("value", Side::Left)]);
    for WordSaid { word, value, .. } in said {
        let value = value.as_deref().map(cell);
        let nothing = || cell("not said").in_tone(Tone::Faint);
        table.row([cell(*word), value.unwrap_or_else(nothing)]);
    }
    table.write(pen.ink)
}

/// The numbers by the names they are shown under.
fn named(can_do: &CanDo) -> impl Iterator<Item = (&'static str, Shown, &Known)> {
    let names = [
        ("2nd threshold pace", Shown::Pace),
        ("reserve above it D′", Shown::Metres),
        ("1st threshold pace", Shown::Pace),
        ("usual easy pace", Shown::Pace),
        ("highest heart rate", Shown::Beats),
        ("2nd threshold HR", Shown::Beats),
        ("1st threshold HR", Shown::Beats),
    ];
    names.into_iter().zip(can_do.all()).map(|((name, shown), known)| (name, shown, known))
}

fn able(can_do: &CanDo, pen: Pen) -> String {
    let mut table = Table::new(&[
        ("what", Side::Left),
        ("value", Side::Right),
        ("±", Side::Left),
        ("how", Side::Left),
        ("newest run", Side::Left),
        ("from", Side::Left),
    ]);
    for (name, shown, known) in named(can_do) {
        let unknown = || [NOTHING, "", "not known", "", ""].map(str::to_owned);
        let cells = known.counts.as_ref().map(|known| told(known, shown, pen));
        let cells = cells.unwrap_or_else(unknown).map(cell);
        table.row(std::iter::once(cell(name)).chain(cells));
    }
    table.write(pen.ink)
}

/// What the runs alone show where the runner said something else.
fn by_runs(can_do: &CanDo, pen: Pen) -> String {
    let is_said =
        |known: &Known| known.counts.as_ref().is_some_and(|counts| counts.basis == Basis::Stated);
    let line = |(name, shown, known): (&str, Shown, &Known)| {
        let alone = known.by_runs.as_ref().map(|known| told(known, shown, pen));
        let alone =
            alone.map(|[value, error, _, on, runs]| format!("{value} {error}, {runs}, {on}"));
        format!("  {name:<21}{}\n", alone.unwrap_or_else(|| "nothing yet".to_owned()))
    };
    named(can_do).filter(|(.., known)| is_said(known)).map(line).collect()
}

/// The runs of each number, newest first; numbers that rest on the same runs in one line.
fn behind(profile: &Profile) -> String {
    let rests = named(&profile.can_do)
        .filter_map(|(name, _, known)| Some((name, known.counts.as_ref()?.from.as_slice())));
    let line = |(from, names): (&[RunId], Vec<&str>)| {
        format!("  {}\n{}\n", names.join(", "), wrap("    ", &dated(from, &profile.runs)))
    };
    by_value(rests.filter(|(_, from)| !from.is_empty())).into_iter().map(line).collect()
}

/// Some runs with their days, newest first: `2026-03-05 0c1b65, 2026-03-02 131cc6`.
fn dated(ids: &[RunId], runs: &[RunInBrief]) -> String {
    let own: Vec<&RunInBrief> = runs.iter().filter(|run| ids.contains(&run.id)).collect();
    let name = |run: &&RunInBrief| {
        let letters: String = run.id.0.chars().take(6).collect();
        format!("{}\u{a0}{letters}", run.local_start.get(..10).unwrap_or_default())
    };
    let named = own.iter().take(NAMED).map(name).collect::<Vec<_>>().join(", ");
    match own.len().saturating_sub(NAMED) {
        0 => named,
        more => format!("{named} and {more} before"),
    }
}

/// Where to look when the runs are too old to tell anything, and how to say something.
fn what_next(profile: &Profile) -> String {
    let long_ago = profile.last_run.filter(|_| profile.can_do.easy_speed_mps.counts.is_none());
    let long_ago = long_ago
        .map(|last| format!("As it stood at your last run: everymile profile --on {last}\n"));
    let over = profile.race_over.map(|race| {
        format!(
            "The race of {race} is over. The next: everymile profile set goal 10km:YYYY-MM-DD\n"
        )
    });
    let better = "You know better? everymile profile set hr-max 188\n".to_owned();
    [long_ago, Some(better), over].into_iter().flatten().collect()
}

/// Value, error, how it was come by, the day of its newest run, and how many runs it rests on.
fn told(estimate: &Estimate, shown: Shown, pen: Pen) -> [String; 5] {
    let Estimate { value, se, as_of, basis, from } = estimate;
    let how = match basis {
        Basis::Stated => "you said",
        Basis::Observed => "observed",
        Basis::Derived => "derived",
    };
    let speed = MetresPerSecond(*value);
    let (value, error) = match shown {
        Shown::Pace => (pace_with_unit(speed, pen.units), slack(speed, *se, pen.units)),
        Shown::Metres => (format!("{value:.0} m"), format!("±{se:.0}")),
        Shown::Beats => (format!("{value:.0} bpm"), format!("±{se:.0}")),
    };
    let runs = if from.is_empty() { String::new() } else { count(from.len(), "run") };
    let on = if from.is_empty() { String::new() } else { as_of.to_string() };
    [value, error, how.to_owned(), on, runs]
}

/// An error in speed as an error in pace, in the runner's unit: d(1/v) = dv/v² (first order).
fn slack(speed: MetresPerSecond, error: f64, units: Units) -> String {
    let seconds = match units {
        Units::Kilometres => speed.seconds_per_km(),
        Units::Miles => speed.seconds_per_mile(),
    };
    format!("±{}", duration(Seconds(seconds.unwrap_or_default() * error / speed.0)))
}
