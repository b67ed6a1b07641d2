//! One run, stretch by stretch: what each was for, how it stands, and why.

use super::{
    Pen, day,
    ink::Tone,
    table::{Side, Table, cell},
    wrap::wrap,
};
use crate::{
    units::{self, NOTHING, duration, hr, pace, pace_with_unit},
    view::{Run, Segment},
};
use rulebook::Verdict;
use training::{Bpm, DeclaredBy, Metres, MetresPerSecond, Seconds};

/// A run as a page.
pub fn show(run: &Run, pen: Pen) -> String {
    let parts =
        [heading(run, pen), stretches(run, pen), reasons(run), odd(run, pen), said(run, pen)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

fn heading(run: &Run, pen: Pen) -> String {
    let title = format!("{}, {}: {}", date(run), &run.local_start[11..16], run.purpose);
    let sure = match run.declared_by {
        Some(DeclaredBy::Correction) => "your correction".to_owned(),
        Some(DeclaredBy::Platform) => "so marked on your platform".to_owned(),
        Some(DeclaredBy::Title) => "so its title says".to_owned(),
        None => format!("{:.0} % sure", 100.0 * run.confidence),
    };
    let because = match run.declared {
        Some(declared) if declared != run.inferred => {
            format!("everymile alone would say {}: {}", run.inferred, run.reason)
        }
        _ => run.reason.clone(),
    };
    format!(
        "{} ({sure})\n{}\n{}\n{}\n",
        pen.ink.paint(Tone::Strong, &title),
        numbers(run, pen),
        wrap("", &because),
        pen.ink.paint(Tone::Faint, &format!("{}  {}", run.id, run.file)),
    )
}

fn date(run: &Run) -> String {
    run.local_start[..10].parse().map_or_else(|_| run.local_start.clone(), day)
}

fn numbers(run: &Run, pen: Pen) -> String {
    let mut parts = Vec::new();
    let distance = run.distance_m.map(Metres);
    parts.extend(distance.map(|distance| units::distance(distance, pen.units)));
    parts.push(duration(Seconds(run.moving_s)));
    let speed = distance.and_then(|distance| distance.over(Seconds(run.moving_s)));
    parts.extend(speed.map(|speed| pace_with_unit(speed, pen.units)));
    parts.extend(run.hr_bpm.map(|bpm| format!("heart rate {bpm:.0}")));
    let standing = run.elapsed_s - run.moving_s;
    if standing >= 60.0 {
        parts.push(format!("{} stopped", duration(Seconds(standing))));
    }
    parts.join(" · ")
}

fn stretches(run: &Run, pen: Pen) -> String {
    let mut table = Table::new(&[
        ("#", Side::Right),
        ("stretch", Side::Left),
        ("for", Side::Left),
        ("time", Side::Right),
        (units::word(pen.units), Side::Right),
        ("pace", Side::Right),
        ("flat", Side::Right),
        ("HR", Side::Right),
        ("standing", Side::Left),
    ]);
    for (place, segment) in (1..).zip(&run.segments) {
        let distance = segment.distance_m.map(|metres| units::number(Metres(metres), pen.units));
        table.row([
            cell(format!("{place}")),
            cell(segment.kind.word()),
            cell(segment.purpose.word()),
            cell(duration(Seconds(segment.end_s - segment.start_s))),
            cell(distance.map_or_else(|| NOTHING.to_owned(), |number| format!("{number:.2}"))),
            cell(pace_of(segment.speed_mps, pen)),
            cell(pace_of(segment.gap_speed_mps, pen)),
            cell(hr(segment.hr_bpm.map(Bpm))),
            cell(segment.standing.word()).in_tone(segment.standing),
        ]);
    }
    table.write(pen.ink)
}

fn pace_of(speed: Option<f64>, pen: Pen) -> String {
    speed.map_or_else(|| NOTHING.to_owned(), |mps| pace(MetresPerSecond(mps), pen.units))
}

/// Why, each reason once, after the numbers of the stretches it speaks of.
fn reasons(run: &Run) -> String {
    let mut said: Vec<(&Segment, Vec<usize>)> = Vec::new();
    for (place, segment) in (1..).zip(&run.segments) {
        match said.iter_mut().find(|(first, _)| is_same_reason(first, segment)) {
            Some((_, places)) => places.push(place),
            None => said.push((segment, vec![place])),
        }
    }
    let lines = said.into_iter().filter(|(segment, _)| !segment.reason.is_empty());
    lines.map(|(segment, places)| reason(segment, &places)).collect()
}

fn is_same_reason(one: &Segment, other: &Segment) -> bool {
    one.reason == other.reason && one.counterfactual == other.counterfactual
}

fn reason(segment: &Segment, places: &[usize]) -> String {
    let lead = format!("  {}: ", spans(places));
    let because = wrap(&lead, &segment.reason) + "\n";
    let indent = " ".repeat(lead.chars().count());
    let instead = segment.counterfactual.as_ref();
    let instead = instead.map(|text| wrap(&format!("{indent}→ "), text) + "\n");
    because + &instead.unwrap_or_default()
}

/// Numbers in short: `2, 4, 6–9`.
fn spans(places: &[usize]) -> String {
    let runs = places.chunk_by(|one, next| one + 1 == *next);
    let written = runs.map(|run| match run {
        [one] => one.to_string(),
        [first, second] => format!("{first}, {second}"),
        [first, .., last] => format!("{first}–{last}"),
        [] => String::new(),
    });
    written.collect::<Vec<_>>().join(", ")
}

fn odd(run: &Run, pen: Pen) -> String {
    if run.oddities.is_empty() {
        return String::new();
    }
    let lines = run.oddities.iter().map(|oddity| {
        let at = oddity.at_s.map(|at| format!("at {}: ", duration(Seconds(at))));
        wrap("  - ", &format!("{}{}", at.unwrap_or_default(), oddity.message)) + "\n"
    });
    format!(
        "{}\n{}",
        pen.ink.paint(Tone::Strong, "Odd in the recording"),
        lines.collect::<String>()
    )
}

fn said(run: &Run, pen: Pen) -> String {
    let broken = run.findings.iter().filter(|finding| finding.verdict == Verdict::Broken);
    let lines: String = broken
        .map(|finding| {
            let advice = wrap("    → ", &finding.advice) + "\n";
            let advice = if finding.advice.is_empty() { String::new() } else { advice };
            wrap("  - ", &finding.message) + "\n" + &advice
        })
        .collect();
    if lines.is_empty() {
        return String::new();
    }
    format!("{}\n{lines}", pen.ink.paint(Tone::Strong, "What the rules say"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_in_a_row_are_named_by_their_ends() {
        assert_eq!(spans(&[2, 4, 6, 7, 8, 9, 11, 12]), "2, 4, 6–9, 11, 12");
    }
}
