//! Hill sessions come after some weeks of running, and begin small.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::volume::history_days,
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::count,
};
use training::{
    NamedRun, Purpose, SegmentKind,
    calendar::{add_days, days_between},
};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("climb-after-a-base"),
    topic: Topic::Growth,
    asks: "Run hill sessions after six weeks of steady running, and begin with few and short ones.",
    page: include_str!("climb_after_a_base.md"),
    grade: Grade::Convention,
    sources: &[SourceId("progression")],
    statements: &["progression-51"],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "min_weeks",
            means: "weeks of running without a gap before a hill session, at least",
            value: Value::Number(6.0),
            range: Range::between(1.0, 26.0),
            source: SourceId("progression"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "max_gap_days",
            means: "days from one run to the next beyond which there was a gap",
            value: Value::Number(10.0),
            range: Range::between(2.0, 28.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "max_first_hills",
            means: "climbs in the first hill session of twelve weeks, at most",
            value: Value::Number(6.0),
            range: Range::between(1.0, 30.0),
            source: SourceId("progression"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "max_first_seconds",
            means: "seconds that each of them lasts, at most",
            value: Value::Number(60.0),
            range: Range::between(5.0, 600.0),
            source: SourceId("progression"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Run(judge),
    charge: None,
    hold: None,
};

/// A hill session is a first one when there was none in so many days before (our own convention).
const FIRST_DAYS: i64 = 84;
/// Stretches are cut to a few seconds, not to the second.
const CUT_SECONDS: f64 = 5.0;

fn judge(case: &Case<'_>, parameters: &Parameters<'_>, run: &NamedRun) -> Opinion {
    if run.purpose() != Purpose::Hills {
        return Opinion::not_applicable("The run was no hill session.");
    }
    let asked = Asked::at_least(parameters.number("min_weeks"), Unit::Weeks);
    let weeks = days_without_gap(case, parameters, run) / 7;
    let has_base = asked.margin(weeks as f64) >= 0.0;
    if !has_base && log_days(case, run) <= 7 * asked.amount.value as i64 {
        return Opinion::cannot_tell(
            format!("The log holds {} of running before these hills.", so_many(weeks)),
            "Import older runs. If you are new to running, six weeks on the flat come first.",
        );
    }
    let is_first = has_base && is_first(case, run);
    match is_first.then(|| too_much_at_first(parameters, run)).flatten() {
        Some(_) if log_days(case, run) <= FIRST_DAYS => Opinion::cannot_tell(
            "The log does not reach back twelve weeks, so earlier hills may be missing.",
            "Import older runs. If these were your first hills, begin with up to six climbs of up \
             to a minute.",
        ),
        Some(opinion) => opinion,
        None => {
            let message =
                format!("These hills came after {} of running without a gap.", so_many(weeks));
            Opinion::of(weeks as f64, asked, message).if_broken(
                "Run on gentle ground until six weeks are behind you; then begin with up to six \
                 climbs of up to a minute.",
            )
        }
    }
}

/// How many days the log holds up to a run.
fn log_days(case: &Case<'_>, run: &NamedRun) -> i64 {
    history_days(&case.as_of(run.date())).unwrap_or_default()
}

fn so_many(weeks: i64) -> String {
    match weeks {
        0 => "less than a week".to_owned(),
        _ => count(weeks as usize, "week"),
    }
}

/// How many days before a run hold no gap, as far as the rule looks.
fn days_without_gap(case: &Case<'_>, parameters: &Parameters<'_>, run: &NamedRun) -> i64 {
    let wanted = 7 * parameters.number("min_weeks") as i64;
    let gap = parameters.number("max_gap_days") as i64;
    let first = add_days(run.date(), -wanted - gap);
    let mut reached = run.date();
    for other in case.runs_between(first, add_days(run.date(), -1)).iter().rev() {
        if days_between(other.date(), reached) > gap {
            break;
        }
        reached = other.date();
    }
    days_between(reached, run.date()).min(wanted)
}

fn is_first(case: &Case<'_>, run: &NamedRun) -> bool {
    let day = run.date();
    case.runs_between(add_days(day, -FIRST_DAYS), add_days(day, -1))
        .iter()
        .all(|other| other.purpose() != Purpose::Hills)
}

/// What is said of a first hill session with more or longer climbs than a first one has; `None`
/// when it was small enough, or one long climb.
fn too_much_at_first(parameters: &Parameters<'_>, run: &NamedRun) -> Option<Opinion> {
    let climbs = run.segments.iter().filter(|segment| segment.kind == SegmentKind::Work);
    let seconds: Vec<f64> = climbs.map(|climb| climb.duration().0).collect();
    let longest = seconds.iter().copied().reduce(f64::max)?;
    let most = parameters.number("max_first_hills");
    let longest_allowed = parameters.number("max_first_seconds");
    let is_small = seconds.len() as f64 <= most && longest <= longest_allowed + CUT_SECONDS;
    if is_small || seconds.len() < 2 {
        return None;
    }
    let message = format!(
        "The first hills in twelve weeks: {}, the longest of {longest:.0} seconds.",
        count(seconds.len(), "climb")
    );
    let advice = format!(
        "Begin with up to {most:.0} climbs of up to {longest_allowed:.0} seconds, walk or jog down, \
         and add one or two each time."
    );
    let by_count = Asked::at_most(most, Unit::Climbs);
    let by_time = Asked::at_most(longest_allowed, Unit::Seconds);
    Some(if seconds.len() as f64 > most {
        Opinion::of(seconds.len() as f64, by_count, message).if_broken(advice)
    } else {
        Opinion::of(longest, by_time, message).if_broken(advice)
    })
}
