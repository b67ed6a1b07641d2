//! Weekly distance stacked by purpose, junk hatched, drawn in the file; a table of the same weeks is its
//! twin.

use super::mark;
use crate::{
    text::day,
    units::{Units, number, share, word},
    view::{Analysis, Sums, Week},
};
use maud::{Markup, html};
use training::{Metres, Purpose, Standing};

/// The drawing is so wide and so high, in its own units; left of it stand numbers, below it days.
const WIDE: f64 = 900.0;
const HIGH: f64 = 260.0;
const LEFT: f64 = 40.0;
const FOOT: f64 = 24.0;

/// The chart and its table.
pub(super) fn card(analysis: &Analysis, units: Units) -> Markup {
    let seen: Vec<Purpose> =
        Purpose::ALL.into_iter().filter(|it| analysis.totals.purpose(*it).0 > 0.0).collect();
    html! {
        section.card {
            h2 { "Distance of every week by purpose, " (word(units)) }
            (chart(&analysis.weeks, units))
            ul.legend { @for purpose in &seen { li { (mark(*purpose)) } } li { "hatched: junk" } }
            details {
                summary { "As a table" }
                (table(&analysis.weeks, &seen, units))
            }
        }
    }
}

fn chart(weeks: &[Week], units: Units) -> Markup {
    let most = weeks.iter().map(|week| number(week.sums.total(), units)).fold(1.0, f64::max);
    let line = round_step(most / 4.0);
    let top = line * (most / line).ceil();
    let step = (WIDE - LEFT) / weeks.len().max(1) as f64;
    let height = |far: Metres| number(far, units) / top * HIGH;
    let lines = (0..=(top / line).round() as u32).map(|it| f64::from(it) * line);
    let y = |value: f64| 8.0 + HIGH - value / top * HIGH;
    let every = weeks.len().div_ceil(8).max(1);
    html! {
        svg.chart viewBox=(format!("0 0 {WIDE} {}", HIGH + FOOT + 8.0)) role="img" aria-label="Distance of every week by purpose; the table below holds the same" {
            defs { pattern #junk width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                line.hatching x1="0" y1="0" x2="0" y2="8" {}
            } }
            @for value in lines {
                line.grid x1=(LEFT) x2=(WIDE) y1=(at(y(value))) y2=(at(y(value))) {}
                text x=(LEFT - 6.0) y=(at(y(value) + 4.0)) text-anchor="end" { (value) }
            }
            @for (place, week) in weeks.iter().enumerate() {
                g {
                    title { (day(week.start)) ": " (format!("{:.1}", number(week.sums.total(), units))) " " (word(units)) }
                    (stack(&week.sums, LEFT + (place as f64 + 0.08) * step, 0.84 * step, &height))
                }
                @if place % every == 0 {
                    text x=(at(LEFT + place as f64 * step)) y=(HIGH + FOOT) { (week.start.strftime("%-d %b")) }
                }
            }
        }
    }
}

fn stack(sums: &Sums, x: f64, wide: f64, height: &impl Fn(Metres) -> f64) -> Markup {
    let mut floor = 8.0 + HIGH;
    let junk = |purpose| sums.by_both.get(&(purpose, Standing::Junk)).copied().unwrap_or_default();
    let parts = Purpose::ALL.into_iter().filter(|it| sums.purpose(*it).0 > 0.0).map(|purpose| {
        let high = height(sums.purpose(purpose));
        floor -= high;
        (purpose, floor, high, height(junk(purpose)))
    });
    html! {
        @for (purpose, y, high, junk) in parts {
            rect class={"part ink-" (purpose)} x=(at(x)) y=(at(y)) width=(at(wide)) height=(at((high - 1.0).max(0.0))) {}
            @if junk > 0.5 { rect x=(at(x)) y=(at(y)) width=(at(wide)) height=(at(junk)) fill="url(#junk)" {} }
        }
    }
}

fn table(weeks: &[Week], seen: &[Purpose], units: Units) -> Markup {
    let far = |metres: Metres| format!("{:.1}", number(metres, units));
    html! {
        div.wide { table {
            thead { tr {
                th { "Week of" } th.number { "Runs" } th.number { (word(units)) }
                @for purpose in seen { th.number { (purpose) } }
                th.number { "junk" }
            } }
            tbody { @for week in weeks.iter().rev() { tr {
                th scope="row" { (day(week.start)) }
                td.number { (week.sums.runs) }
                td.number { (far(week.sums.total())) }
                @for purpose in seen {
                    td.number { @if week.sums.purpose(*purpose).0 > 0.0 { (far(week.sums.purpose(*purpose))) } @else { "·" } }
                }
                td.number { (share(week.sums.standing(Standing::Junk), week.sums.total())) }
            } } }
        } }
    }
}

/// The next of 1, 2, 2.5, 5 times a power of ten.
fn round_step(rough: f64) -> f64 {
    let power = 10_f64.powf(rough.log10().floor());
    let steps = [1.0, 2.0, 2.5, 5.0, 10.0].map(|step| step * power);
    steps.into_iter().find(|step| *step >= rough).unwrap_or(10.0 * power)
}

/// A place in the drawing, to a tenth.
fn at(place: f64) -> String {
    format!("{place:.1}")
}
