//! One run, stretch by stretch: what each was for, how it stands, and why.

use super::{
    Pen,
    alike::in_one,
    day,
    fold::folded,
    ink::Tone,
    page,
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
    page([heading(run, pen), stretches(run, pen), reasons(run), odd(run, pen), said(run, pen)])
}

fn heading(run: &Run, pen: Pen) -> String {
    let title = format!("{}, {}: {}", date(run), &run.local_start[11..16], run.purpose);
    let sure = match run.declared_by {
        Some(DeclaredBy::Correction) => "your correction".to_owned(),
        Some(DeclaredBy::Platform) => "so marked by you or your platform".to_owned(),
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
    let moving = run.moving_s.map(Seconds);
    parts.push(moving.map_or_else(|| "time not known".to_owned(), duration));
    let speed = distance.zip(moving).and_then(|(distance, moving)| distance.over(moving));
    parts.extend(speed.map(|speed| pace_with_unit(speed, pen.units)));
    parts.extend(run.hr_bpm.map(|bpm| format!("heart rate {bpm:.0}")));
    let standing = run.elapsed_s.zip(run.moving_s).map(|(elapsed, moving)| elapsed - moving);
    if let Some(standing) = standing.filter(|standing| *standing >= 60.0) {
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
    let segments = folded(&run.segments);
    for (place, segment) in (1..).zip(&segments) {
        let distance = segment.distance_m.map(|metres| units::number(Metres(metres), pen.units));
        table.row([
            cell(format!("{place}")),
            cell(segment.kind.word()),
            cell(segment.purpose.word()).in_tone(segment.purpose),
            cell(lasted(segment)),
            cell(distance.map_or_else(|| NOTHING.to_owned(), |number| format!("{number:.2}"))),
            cell(pace_of(segment.speed_mps, pen)),
            cell(pace_of(segment.gap_speed_mps, pen)),
            cell(hr(segment.hr_bpm.map(Bpm))),
            cell(segment.standing.word()).in_tone(segment.standing),
        ]);
    }
    table.write(pen.ink)
}

fn lasted(segment: &Segment) -> String {
    let seconds = segment.end_s - segment.start_s;
    if seconds > 0.0 { duration(Seconds(seconds)) } else { NOTHING.to_owned() }
}

fn pace_of(speed: Option<f64>, pen: Pen) -> String {
    speed.map_or_else(|| NOTHING.to_owned(), |mps| pace(MetresPerSecond(mps), pen.units))
}

/// Why, each reason once, after the numbers of the stretches it speaks of.
fn reasons(run: &Run) -> String {
    let mut said: Vec<(Vec<&Segment>, Vec<usize>)> = Vec::new();
    let segments = folded(&run.segments);
    for (place, segment) in (1..).zip(&segments).filter(|(_, one)| !one.reason.is_empty()) {
        match said.iter_mut().find(|(others, _)| is_alike(others[0], segment)) {
            Some((others, places)) => {
                others.push(segment);
                places.push(place);
            }
            None => said.push((vec![segment], vec![place])),
        }
    }
    said.iter().map(|(segments, places)| reason(segments, places)).collect()
}

/// Said in one sentence: the same words, or of the same kind of stretch words that differ only in
/// their numbers.
fn is_alike(one: &Segment, other: &Segment) -> bool {
    let instead = |segment: &Segment| segment.counterfactual.clone().unwrap_or_default();
    (one.kind == other.kind || one.reason == other.reason)
        && one.standing == other.standing
        && in_one(&[&one.reason, &other.reason]).is_some()
        && in_one(&[&instead(one), &instead(other)]).is_some()
}

fn reason(segments: &[&Segment], places: &[usize]) -> String {
    let all = |text: fn(&Segment) -> &str| {
        let texts: Vec<&str> = segments.iter().map(|segment| text(segment)).collect();
        in_one(&texts).unwrap_or_else(|| texts[0].to_owned())
    };
    let lead = format!("  {}: ", spans(places));
    let because = wrap(&lead, &all(|segment| &segment.reason)) + "\n";
    let instead = all(|segment| segment.counterfactual.as_deref().unwrap_or_default());
    if instead.is_empty() {
        return because;
    }
    because + &wrap(&format!("{:1$}→ ", "", lead.chars().count()), &instead) + "\n"
}

/// Numbers in short: `2, 4, 6–9`; of many only the first.
fn spans(places: &[usize]) -> String {
    const MANY: usize = 6;
    let runs = places.chunk_by(|one, next| one + 1 == *next);
    let written = runs.map(|run| match run {
        [one] => one.to_string(),
        [first, second] => format!("{first}, {second}"),
        [first, .., last] => format!("{first}–{last}"),
        [] => String::new(),
    });
    let mut written: Vec<String> = written.collect();
    if written.len() > MANY {
        written.truncate(MANY);
        written.push("…".to_owned());
    }
    written.join(", ")
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
    use training::{Purpose, SegmentKind, Standing};

    fn stretch(kind: SegmentKind, from: f64, to: f64, mps: f64, reason: &str) -> Segment {
        Segment {
            kind,
            start_s: from,
            end_s: to,
            distance_m: Some(mps * (to - from)),
            speed_mps: Some(mps),
            gap_speed_mps: Some(mps),
            hr_bpm: Some(100.0 + 15.0 * mps),
            purpose: if kind == SegmentKind::Work { Purpose::Intervals } else { Purpose::Easy },
            standing: Standing::Purposeful,
            rules: vec![],
            reason: reason.to_owned(),
            counterfactual: None,
        }
    }

    #[test]
    fn a_run_is_told_stretch_by_stretch_and_every_reason_once() {
        let run = Run {
            id: training::RunId("3f9a1c20b7d4".into()),
            file: "export.zip!/activities/1.fit.gz".into(),
            start: "2026-03-05T06:12:09Z".parse().unwrap(),
            local_start: "2026-03-05T07:12:09+01:00".into(),
            distance_m: Some(3480.0),
            moving_s: Some(1080.0),
            elapsed_s: Some(1170.0),
            hr_bpm: Some(151.0),
            purpose: Purpose::Intervals,
            confidence: 0.94,
            declared: None,
            declared_by: None,
            inferred: Purpose::Intervals,
            reason: "2 bouts of 3:00 at 106 % of critical speed.".into(),
            segments: vec![
                stretch(SegmentKind::WarmUp, 0.0, 600.0, 2.6, "Easy running before the work."),
                stretch(SegmentKind::Work, 600.0, 780.0, 4.2, "At 106 % of critical speed."),
                stretch(SegmentKind::Rest, 780.0, 900.0, 2.0, "Between two bouts of work."),
                stretch(SegmentKind::Work, 900.0, 1080.0, 4.0, "At 101 % of critical speed."),
            ],
            oddities: vec![],
            findings: vec![],
        };
        let pen = Pen { units: units::Units::Kilometres, ink: super::super::Ink::NONE };
        insta::assert_snapshot!(show(&run, pen));
    }

    #[test]
    fn stretches_in_a_row_are_named_by_their_ends() {
        assert_eq!(spans(&[2, 4, 6, 7, 8, 9, 11, 12]), "2, 4, 6–9, 11, 12");
    }
}
