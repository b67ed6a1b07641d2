//! What a rule measured and what it asks, in the runner's units: as numbers, and as a small gauge.

use super::{Pen, ink::Tone, wrap::wrap};
use crate::{
    units::{Units, pace_with_unit},
    view::Finding,
};
use rulebook::{Bound, Unit, Verdict};
use training::MetresPerSecond;

/// The words for a verdict on a page; what is broken is looked for first.
pub const fn verdict(verdict: Verdict) -> (&'static str, Tone) {
    match verdict {
        Verdict::Kept => ("kept", Tone::Good),
        Verdict::Broken => ("BROKEN", Tone::Bad),
        Verdict::NotApplicable => ("not applicable", Tone::Faint),
        Verdict::CannotTell => ("cannot tell", Tone::Doubt),
    }
}

/// What is found, its numbers first, then what to do or what to supply; every line indented.
pub fn told(indent: usize, finding: &Finding, pen: Pen) -> String {
    let lead = " ".repeat(indent);
    let numbers = numbers(finding, pen.units).map(|numbers| {
        let gauge = gauge(finding).map_or_else(String::new, |gauge| gauge + "  ");
        let (_, tone) = verdict(finding.verdict);
        format!("{lead}{}\n", pen.ink.paint(tone, &format!("{gauge}{numbers}")))
    });
    let advice = advice(indent, finding.verdict, &finding.advice);
    format!("{}{}\n{advice}", numbers.unwrap_or_default(), wrap(&lead, &finding.message))
}

/// What to do where something is broken, what to supply where facts are missing.
pub fn advice(indent: usize, verdict: Verdict, advice: &str) -> String {
    match verdict {
        Verdict::Broken | Verdict::CannotTell if !advice.is_empty() => {
            wrap(&format!("{:indent$}→ ", ""), advice) + "\n"
        }
        _ => String::new(),
    }
}

/// `2 days, at least 1 asked, 1 to spare`; `None` where nothing was measured.
pub fn numbers(finding: &Finding, units: Units) -> Option<String> {
    let (measured, asked, unit) = (finding.measured?, finding.asked?, finding.unit?);
    let bound = match (finding.bound?, unit) {
        (Bound::AtLeast, Unit::MetresPerSecond) => "no slower than",
        (Bound::AtMost, Unit::MetresPerSecond) => "no faster than",
        (Bound::AtLeast, _) => "at least",
        (Bound::AtMost, _) => "at most",
    };
    Some(format!(
        "{}, {bound} {} asked, {}",
        amount(measured, unit, units),
        bare(asked, unit, units),
        margin(finding, measured, asked, units)?,
    ))
}

/// How far inside or outside, in words.
fn margin(finding: &Finding, measured: f64, asked: f64, units: Units) -> Option<String> {
    let unit = finding.unit?;
    let size = match unit {
        Unit::Share => format!("{:.0} points", 100.0 * (measured - asked).abs()),
        Unit::MetresPerSecond => slack(measured, asked, units),
        _ => bare((measured - asked).abs(), unit, units),
    };
    Some(match (finding.verdict, finding.bound?) {
        _ if measured == asked => "just met".to_owned(),
        (Verdict::Broken, Bound::AtLeast) => format!("{size} short"),
        (Verdict::Broken, Bound::AtMost) => format!("{size} over"),
        _ => format!("{size} to spare"),
    })
}

/// The difference of two speeds as a difference of paces: `0:09/km`.
fn slack(one: f64, other: f64, units: Units) -> String {
    let seconds = |speed: f64| match units {
        Units::Kilometres => MetresPerSecond(speed).seconds_per_km(),
        Units::Miles => MetresPerSecond(speed).seconds_per_mile(),
    };
    let seconds = seconds(one).zip(seconds(other)).map_or(0.0, |(one, other)| (one - other).abs());
    format!("{:.0}:{:02.0}/{}", (seconds / 60.0).floor(), seconds % 60.0, crate::units::word(units))
}

/// A number with its unit: `2 days`, `34 %`, `6:12/km`.
pub fn amount(value: f64, unit: Unit, units: Units) -> String {
    let noun = match unit {
        Unit::Days => "day",
        Unit::Weeks => "week",
        Unit::Blocks => "block",
        Unit::Minutes => "minute",
        Unit::Seconds => "second",
        Unit::Kinds => "kind",
        Unit::Climbs => "climb",
        Unit::Hours => "hour",
        Unit::Runs => "run",
        Unit::Sessions => "session",
        Unit::Points => "point",
        Unit::Bpm => return format!("{} bpm", bare(value, unit, units)),
        Unit::Share | Unit::Index | Unit::MetresPerSecond => return bare(value, unit, units),
    };
    let ending = if value == 1.0 { "" } else { "s" };
    format!("{} {noun}{ending}", bare(value, unit, units))
}

/// A number whose unit was named just before.
pub fn bare(value: f64, unit: Unit, units: Units) -> String {
    match unit {
        Unit::Share => format!("{:.0}\u{a0}%", 100.0 * value),
        Unit::Index => format!("{value:.2}"),
        Unit::MetresPerSecond => pace_with_unit(MetresPerSecond(value), units),
        _ if value.fract().abs() < 0.05 => format!("{value:.0}"),
        _ => format!("{value:.1}"),
    }
}

/// What was measured as a bar, with a mark at what is asked: `###|#####---`. Only amounts that begin
/// at nothing can be drawn.
fn gauge(finding: &Finding) -> Option<String> {
    const WIDTH: usize = 12;
    let (measured, asked) = (finding.measured?, finding.asked?);
    if finding.unit == Some(Unit::MetresPerSecond) || measured < 0.0 || asked <= 0.0 {
        return None;
    }
    let place = |value: f64| (value / (1.4 * asked.max(measured)) * WIDTH as f64).round() as usize;
    let letter = |at: usize| match at {
        _ if at == place(asked) => '|',
        _ if at < place(measured) => '#',
        _ => '-',
    };
    Some((0..WIDTH).map(letter).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rulebook::{Grade, Maturity, RuleId, Topic};

    fn finding(measured: f64, bound: Bound, asked: f64, unit: Unit) -> Finding {
        let margin = match bound {
            Bound::AtLeast => measured - asked,
            Bound::AtMost => asked - measured,
        };
        Finding {
            rule: RuleId("take-rest-days"),
            topic: Topic::Recovery,
            safety: false,
            maturity: Maturity::Firm,
            run: None,
            verdict: if margin >= 0.0 { Verdict::Kept } else { Verdict::Broken },
            measured: Some(measured),
            asked: Some(asked),
            bound: Some(bound),
            unit: Some(unit),
            margin: Some(margin),
            message: String::new(),
            advice: String::new(),
            grade: Grade::Convention,
            sources: &[],
            statements: &[],
        }
    }

    fn check(measured: f64, bound: Bound, asked: f64, unit: Unit, expected: &str) {
        let finding = finding(measured, bound, asked, unit);
        assert_eq!(numbers(&finding, Units::Kilometres).unwrap().replace('\u{a0}', " "), expected);
    }

    #[test]
    fn what_was_measured_stands_beside_what_is_asked() {
        check(2.0, Bound::AtLeast, 1.0, Unit::Days, "2 days, at least 1 asked, 1 to spare");
        check(1.0, Bound::AtLeast, 1.0, Unit::Days, "1 day, at least 1 asked, just met");
        check(0.0, Bound::AtLeast, 1.0, Unit::Days, "0 days, at least 1 asked, 1 short");
        check(
            0.34,
            Bound::AtMost,
            0.5,
            Unit::Share,
            "34 %, at most 50 % asked, 16 points to spare",
        );
        check(-2.5, Bound::AtMost, 5.0, Unit::Bpm, "-2.5 bpm, at most 5 asked, 7.5 to spare");
        check(
            1000.0 / 365.0,
            Bound::AtMost,
            1000.0 / 379.0,
            Unit::MetresPerSecond,
            "6:05/km, no faster than 6:19/km asked, 0:14/km over",
        );
    }

    #[test]
    fn the_gauge_marks_what_is_asked() {
        let drawn = |measured, asked| gauge(&finding(measured, Bound::AtMost, asked, Unit::Runs));
        assert_eq!(drawn(1.0, 2.0).unwrap(), "####-----|--");
        assert_eq!(drawn(4.0, 2.0).unwrap(), "####|####---");
        assert_eq!(drawn(0.0, 2.0).unwrap(), "---------|--");
        assert_eq!(drawn(-1.0, 2.0), None);
    }
}
