//! The report as one file of HTML, to send to a coach: the look of the page, charts drawn in the file, no
//! script, and nothing that is fetched from anywhere.

mod weeks;

use crate::{
    text::{self, Period, count, day},
    units::{Units, distance, duration, hr, pace, share, total, word},
    view::{Analysis, Run, Sign, Sums},
};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use rulebook::Verdict;
use training::{Bpm, Metres, Purpose, Seconds, Standing};

/// The report of a stretch of days.
pub fn report(analysis: &Analysis, period: Period, units: Units) -> String {
    let title = format!("{} to {}", day(period.first), day(period.last));
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { "everymile: " (title) }
                style { (PreEscaped(style())) }
            }
            body { div.frame {
                header.top { span.name { "everymile" } }
                main.screen {
                    (lead(analysis, &title, units))
                    (weeks::card(analysis, units))
                    div.pair { (suggestions(analysis)) (purposes(&analysis.totals, units)) }
                    (signs(&analysis.signs))
                    (runs(&analysis.runs, units))
                }
                footer.foot {
                    span { "Judged by the doctrine " (analysis.doctrine) "." }
                    span { "Written by everymile " (env!("CARGO_PKG_VERSION")) " on the runner\u{2019}s own machine. It judges training, not health." }
                }
            } }
        }
    };
    page.into_string()
}

/// The look of the page, where everymile was built with it, and what only paper needs.
fn style() -> String {
    let page = dashboard::asset("/assets/index.css");
    let page = page.map_or_else(|| PLAIN.into(), |sheet| String::from_utf8_lossy(sheet.plain));
    format!("{page}{PAPER}")
}

/// Enough to read by.
const PLAIN: &str = "body{font:1rem/1.5 system-ui,sans-serif;margin:2rem;max-width:70rem}\
    td,th{padding:.3rem .8rem .3rem 0;text-align:left}.number{text-align:right}";

const PAPER: &str = "@media print{.card{break-inside:avoid}.frame{min-height:0}}";

fn lead(analysis: &Analysis, title: &str, units: Units) -> Markup {
    let sums = &analysis.totals;
    let whole = total(sums.total(), units);
    html! {
        section.lead {
            p.when { (title) }
            h1 { (whole) " in " (count(sums.runs, "run")) ". " (text::standings_said(sums)) }
        }
    }
}

fn suggestions(analysis: &Analysis) -> Markup {
    html! {
        section.card {
            h2 { "What to change first" }
            @if analysis.suggestions.is_empty() { p { "Nothing stands out that should change." } }
            ol { @for suggestion in &analysis.suggestions { li { (suggestion.text) } } }
        }
    }
}

fn purposes(sums: &Sums, units: Units) -> Markup {
    let whole = sums.total();
    let mut rows: Vec<(Purpose, Metres)> =
        Purpose::ALL.into_iter().map(|purpose| (purpose, sums.purpose(purpose))).collect();
    rows.retain(|(_, far)| far.0 > 0.0);
    rows.sort_by(|one, other| other.1.0.total_cmp(&one.1.0));
    let junk = |purpose| sums.by_both.get(&(purpose, Standing::Junk)).copied().unwrap_or_default();
    html! {
        section.card {
            h2 { "What for" }
            table {
                thead { tr { th { "Purpose" } th.number { "Distance" } th.number { "Share" } th.number { "junk" } } }
                tbody { @for (purpose, far) in rows {
                    tr {
                        th scope="row" { (mark(purpose)) }
                        td.number { (distance(far, units)) }
                        td.number { (share(far, whole)) }
                        td.number { @if junk(purpose).0 > 0.0 { (share(junk(purpose), far)) } @else { "·" } }
                    }
                } }
            }
        }
    }
}

fn signs(signs: &[Sign]) -> Markup {
    let verdict = |sign: &Sign| match sign.verdict {
        Verdict::Kept => ("kept", "does not show"),
        Verdict::Broken => ("broken", "shows"),
        Verdict::NotApplicable => ("not-applicable", "not asked"),
        Verdict::CannotTell => ("cannot-tell", "cannot tell"),
    };
    html! {
        section.lead { h2 { "The seven signs of junk miles" } }
        ol.signs { @for sign in signs {
            li.card {
                div.sign-head {
                    h3 { (sign.sign) ". " (sign.name) }
                    span class={"verdict " (verdict(sign).0)} { (verdict(sign).1) }
                }
                p { (sign.message) }
                @if !sign.advice.is_empty() { p { strong { "→ " } (sign.advice) } }
            }
        } }
    }
}

fn runs(runs: &[Run], units: Units) -> Markup {
    html! {
        section.card {
            h2 { "Run by run" }
            div.wide { table {
                thead { tr {
                    th { "Day" } th { "For" } th.number { (word(units)) } th.number { "Time" }
                    th.number { "Pace" } th.number { "HR" } th { "Why, and what was held against it" }
                } }
                tbody { @for run in runs.iter().rev() { (row(run, units)) } }
            } }
        }
    }
}

fn row(run: &Run, units: Units) -> Markup {
    let moving = run.moving_s.map(Seconds);
    let speed = run.distance_m.zip(moving).and_then(|(far, moving)| Metres(far).over(moving));
    let day = run.local_start.get(..10).unwrap_or_default();
    let held = || {
        run.segments
            .iter()
            .filter(|it| matches!(it.standing, Standing::Junk | Standing::Questionable))
    };
    html! {
        tr {
            th scope="row" { (day) }
            td { (mark(run.purpose)) }
            td.number { (run.distance_m.map_or_else(|| "–".to_owned(), |far| distance(Metres(far), units))) }
            td.number { (moving.map_or_else(|| "–".to_owned(), duration)) }
            td.number { (speed.map_or_else(|| "–".to_owned(), |speed| pace(speed, units))) }
            td.number { (hr(run.hr_bpm.map(Bpm))) }
            td.why {
                (run.reason)
                @for segment in held() {
                    p.small { strong { (segment.standing) ": " } (segment.reason) }
                }
            }
        }
    }
}

/// A purpose in its colour, with its word.
fn mark(purpose: Purpose) -> Markup {
    html! { span class={"chip ink-" (purpose)} { (purpose) } }
}
