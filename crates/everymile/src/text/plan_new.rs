//! A plan that is proposed: where it starts from, its shape, its first weeks, and what the rules say
//! of it.

use super::{
    Pen, count,
    ink::Tone,
    page,
    plan::{jobs, name, week_in_full, weekdays},
    table::{Side, Table, cell},
    wrap::wrap,
};
use crate::{
    units::{Units, distance, number, pace_with_unit, total, word},
    view::{Plan, PlanWeek},
};
use planner::{
    Wish,
    plan::{Baseline, Broken, FALL, Shortfall, Taper},
};
use std::collections::{BTreeMap, BTreeSet};
use training::{Metres, Phase};

/// How many weeks of a proposal are shown in full.
const FIRST_WEEKS: usize = 2;

/// What a proposal rests on.
#[derive(Debug, Clone, Copy)]
pub struct Grounds<'a> {
    /// What was asked for.
    pub wish: &'a Wish,
    /// Where it starts from.
    pub baseline: &'a Baseline,
    /// How far the training falls before the race.
    pub taper: Option<&'a Taper>,
    /// What the days do not hold.
    pub shortfall: Option<&'a Shortfall>,
    /// The rules it breaks.
    pub broken: &'a [Broken],
}

/// The proposal as a page.
pub fn proposal(plan: &Plan, grounds: Grounds<'_>, pen: Pen) -> String {
    let first: Vec<&PlanWeek> = plan.weeks.iter().take(FIRST_WEEKS).collect();
    let weeks: Vec<String> = first.iter().map(|week| week_in_full(plan, week, pen)).collect();
    page([
        pen.ink.paint(Tone::Strong, &wrap("", &name(plan, pen))) + "\n",
        start(&grounds, pen),
        shortfall(&grounds, pen),
        phases(plan, pen),
        shape(plan, grounds.taper, pen.units),
        weeks.join("\n"),
        jobs(&first),
        rules(plan, grounds.broken, pen),
    ])
}

/// Where it starts from, and why there.
fn start(grounds: &Grounds<'_>, pen: Pen) -> String {
    let Baseline { week, peak, longest, days, easy_speed, .. } = grounds.baseline;
    let far = |metres: Metres| distance(metres, pen.units);
    let usual = match week {
        Some(week) => format!(
            "{} a week, the middle one of your last four full weeks (the largest held {})",
            far(*week),
            far(*peak)
        ),
        None if peak.0 > 0.0 => {
            format!("{} a week, the largest of the few full weeks that your log holds", far(*peak))
        }
        None => "nothing: your log holds no full week of the last four".to_owned(),
    };
    let long = match longest.0 {
        0.0 => "no run in the last 30 days".to_owned(),
        _ => format!("{} the longest run of the last 30 days", far(*longest)),
    };
    let said = format!(
        "It starts from {usual}; {long}; {}. Easy running is taken at {}. Days to run on: {}.",
        count(days.round() as usize, "running day") + " a week",
        pace_with_unit(*easy_speed, pen.units),
        weekdays(&grounds.wish.days)
    );
    wrap("", &said) + "\n"
}

/// A line for each phase: its weeks, how far the lightest and the largest go, the longest run.
fn phases(plan: &Plan, pen: Pen) -> String {
    let mut table = Table::new(&[
        ("phase", Side::Left),
        ("weeks", Side::Right),
        (&format!("{} a week", word(pen.units)), Side::Right),
        ("longest run", Side::Right),
    ]);
    let whole = |metres: f64| format!("{:.0}", number(Metres(metres), pen.units).round());
    for weeks in plan.weeks.chunk_by(|one, next| one.phase == next.phase) {
        let far = weeks.iter().map(|week| week.distance_m);
        let (least, most) = far
            .fold((f64::INFINITY, 0.0_f64), |(least, most), far| (least.min(far), most.max(far)));
        let [first, .., last] = weeks else {
            let only = &weeks[0];
            let cells = [only.week.to_string(), whole(only.distance_m), whole(longest(weeks))];
            table.row([phase(only)].into_iter().chain(cells).map(cell));
            continue;
        };
        table.row(
            [
                phase(first),
                format!("{} to {}", first.week, last.week),
                format!("{} to {}", whole(least), whole(most)),
                whole(longest(weeks)),
            ]
            .map(cell),
        );
    }
    table.write(pen.ink)
}

fn phase(week: &PlanWeek) -> String {
    week.phase.map_or("", Phase::word).to_owned()
}

fn longest(weeks: &[PlanWeek]) -> f64 {
    weeks.iter().map(|week| week.longest_m).fold(0.0, f64::max)
}

/// The largest week, the longest run, the lighter weeks and the taper.
fn shape(plan: &Plan, taper: Option<&Taper>, units: Units) -> String {
    let before_race = || plan.weeks.iter().filter(|week| week.phase != Some(Phase::Taper));
    let farthest = |far: fn(&PlanWeek) -> f64| {
        before_race()
            .max_by(|one, other| far(one).total_cmp(&far(other)))
            .map(|week| (week.week, far(week)))
    };
    let said = |what: &str, (week, far): (usize, f64)| {
        format!("{what}: {} in week {week}.", total(Metres(far), units))
    };
    let peak = farthest(|week| week.distance_m);
    let mut sentences: Vec<String> = Vec::new();
    sentences.extend(peak.map(|peak| said("The largest week", peak)));
    sentences.extend(farthest(|week| week.longest_m).map(|long| said("The longest run", long)));
    let lighter: Vec<String> =
        before_race().filter(|week| week.lighter).map(|week| week.week.to_string()).collect();
    if !lighter.is_empty() {
        sentences.push(format!("Lighter weeks: {}.", rulebook::words::listed(&lighter)));
    }
    sentences.extend(taper.map(|taper| falls(taper, plan.weeks.len())));
    wrap("", &sentences.join(" ")) + "\n"
}

/// How far the training falls before the race; and why, where that is not as far as it should.
fn falls(taper: &Taper, weeks: usize) -> String {
    let last = if taper.last == weeks { "the last" } else { "the last before that of the race" };
    let said = format!(
        "Taper: {}, {last} {:.0}\u{a0}% below the largest, the race left out.",
        count(taper.weeks, "week"),
        100.0 * taper.fall()
    );
    if taper.is_kept() {
        return said;
    }
    let (least, most) = (100.0 * FALL.start(), 100.0 * FALL.end());
    let why = if taper.fall() > *FALL.end() {
        format!("it has {} to run on before the race", count(taper.run_days, "day"))
    } else {
        "its runs are as short as is worth running".to_owned()
    };
    format!("{said} {least:.0} to {most:.0}\u{a0}% would suit better: {why}.")
}

/// What the days there are do not hold of a usual week, and what to do.
fn shortfall(grounds: &Grounds<'_>, pen: Pen) -> String {
    let Some(Shortfall { usual, largest }) = grounds.shortfall else { return String::new() };
    let limited = if grounds.wish.most_minutes.is_empty() { "" } else { " with their minutes" };
    let said = format!(
        "Your {} a week do not fit in {}{limited}: this plan holds {} a week at most. To keep what you \
         have, name more days: --days.",
        distance(*usual, pen.units),
        count(grounds.wish.days.len(), "day"),
        distance(*largest, pen.units)
    );
    pen.ink.paint(Tone::Doubt, &wrap("", &said)) + "\n"
}

/// What the rules say of it: each rule that it breaks once, in how many weeks, with its first finding.
fn rules(plan: &Plan, broken: &[Broken], pen: Pen) -> String {
    if broken.is_empty() {
        let said = format!("Run as written, it breaks no rule of the doctrine {}.", plan.doctrine);
        return wrap("", &said) + "\n";
    }
    let mut by_rule: BTreeMap<&str, Vec<&Broken>> = BTreeMap::new();
    for broken in broken {
        by_rule.entry(broken.finding.rule.0).or_default().push(broken);
    }
    let lines = by_rule.into_iter().map(|(rule, broken)| {
        let weeks: BTreeSet<usize> = broken.iter().map(|broken| broken.week).collect();
        let first = broken[0];
        let said = format!(
            "{rule} ({}), in {}, first in week {}: {}",
            first.finding.grade,
            count(weeks.len(), "week"),
            first.week,
            first.finding.message
        );
        wrap("  - ", &said) + "\n"
    });
    let heading = format!("Run as written, by the doctrine {} it breaks", plan.doctrine);
    format!("{}\n{}", pen.ink.paint(Tone::Strong, &heading), lines.collect::<String>())
}
