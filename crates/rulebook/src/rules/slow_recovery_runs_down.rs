//! Recovery runs are clearly slower than easy ones.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::{
        intensity::running_speed,
        race_pace::{MARATHON, race_speed},
        roles::is_recovery_run,
        usual_pace::usual_easy_speed,
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
    words::{Units, pace},
};
use training::{MetresPerSecond, NamedRun};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("slow-recovery-runs-down"),
    topic: Topic::Recovery,
    asks: "Run recovery runs clearly slower than your usual easy pace; they cannot be too slow.",
    page: include_str!("slow_recovery_runs_down.md"),
    grade: Grade::Convention,
    sources: &[SourceId("recovery"), SourceId("smyth-2020")],
    statements: &[
        "recovery-11",
        "recovery-12",
        "recovery-13",
        "recovery-72",
        "recovery-125",
        "recovery-128",
    ],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "slower_than_usual",
            means: "seconds per kilometre slower than the usual easy pace, at least: 60 a mile",
            value: Value::Number(37.3),
            range: Range::between(0.0, 180.0),
            source: SourceId("recovery"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "aimed_slower_than_usual",
            means: "seconds per kilometre slower than the usual easy pace that are aimed at: up to \
                    90 a mile",
            value: Value::Number(55.9),
            range: Range::between(0.0, 240.0),
            source: SourceId("recovery"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "slower_than_marathon",
            means: "seconds per kilometre slower than marathon pace, at least: 120 a mile",
            value: Value::Number(74.6),
            range: Range::between(0.0, 300.0),
            source: SourceId("recovery"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Run(judge),
    charge: None,
    hold: None,
};

fn judge(case: &Case<'_>, parameters: &Parameters<'_>, run: &NamedRun) -> Opinion {
    if !is_recovery_run(case, run) {
        return Opinion::not_applicable("It was not a recovery run.");
    }
    let Some(speed) = running_speed(run) else {
        return Opinion::cannot_tell(
            "How fast it was is not known.",
            "Record it with a speed that can be believed.",
        );
    };
    let usual = usual_easy_speed(case, run.date());
    let marathon = race_speed(run, MARATHON);
    let Some(limit) = slower_bound(usual, marathon, parameters) else {
        return Opinion::cannot_tell(
            "Neither your usual easy pace nor your marathon pace is known yet.",
            "A few easy runs with speed, or your threshold pace, would tell.",
        );
    };
    let message = format!(
        "Your recovery run was at {}; {} asks for {} or slower.",
        pace(speed, case.units),
        beside(usual, marathon, case.units),
        pace(limit, case.units),
    );
    Opinion::of(speed.0, Asked::at_most(limit.0, Unit::MetresPerSecond), message)
        .if_broken(advice(usual, limit, parameters, case.units))
}

/// The fastest a recovery run may be: the slower of the two bounds that are known; `None` when
/// neither is.
fn slower_bound(
    usual: Option<MetresPerSecond>,
    marathon: Option<MetresPerSecond>,
    parameters: &Parameters<'_>,
) -> Option<MetresPerSecond> {
    let by_usual = usual.and_then(|usual| slower(usual, parameters.number("slower_than_usual")));
    let by_marathon =
        marathon.and_then(|pace| slower(pace, parameters.number("slower_than_marathon")));
    let bounds = by_usual.into_iter().chain(by_marathon);
    bounds.min_by(|one, other| one.0.total_cmp(&other.0))
}

/// A speed so many seconds per kilometre slower.
fn slower(speed: MetresPerSecond, seconds: f64) -> Option<MetresPerSecond> {
    Some(MetresPerSecond::from_seconds_per_km(speed.seconds_per_km()? + seconds))
}

/// What the bound is measured from: both paces, as far as they are known.
fn beside(
    usual: Option<MetresPerSecond>,
    marathon: Option<MetresPerSecond>,
    units: Units,
) -> String {
    let usual = usual.map(|usual| format!("your usual easy pace ({})", pace(usual, units)));
    let marathon =
        marathon.map(|speed| format!("your marathon pace (about {})", pace(speed, units)));
    usual.into_iter().chain(marathon).collect::<Vec<_>>().join(" beside ")
}

fn advice(
    usual: Option<MetresPerSecond>,
    limit: MetresPerSecond,
    parameters: &Parameters<'_>,
    units: Units,
) -> String {
    let aimed = usual.and_then(|usual| slower(usual, parameters.number("aimed_slower_than_usual")));
    match aimed.filter(|aimed| *aimed < limit) {
        Some(aimed) => format!(
            "Next time aim at {} to {}, or slower still: walk when you like, it cannot be too slow.",
            pace(limit, units),
            pace(aimed, units)
        ),
        None => format!(
            "Next time run it at {} or slower: walk when you like, it cannot be too slow.",
            pace(limit, units)
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use training::Metres;

    const DEFAULTS: Parameters<'_> = Parameters { defaults: RULE.parameters, set: &[] };

    fn mile_in(minutes: f64) -> MetresPerSecond {
        MetresPerSecond(Metres::from_miles(1.0).0 / (60.0 * minutes))
    }

    fn per_mile(speed: MetresPerSecond) -> String {
        pace(speed, Units::Miles)
    }

    #[test]
    fn a_usual_9_00_makes_10_00_to_10_30() {
        let limit = slower_bound(Some(mile_in(9.0)), None, &DEFAULTS).unwrap();
        assert_eq!(per_mile(limit), "10:00/mi");
        assert_eq!(per_mile(slower(mile_in(9.0), 55.9).unwrap()), "10:30/mi");
    }

    #[test]
    fn of_two_bounds_the_slower_counts() {
        let usual = Some(mile_in(9.0));
        let fast_marathon = slower_bound(usual, Some(mile_in(7.5)), &DEFAULTS).unwrap();
        assert_eq!(per_mile(fast_marathon), "10:00/mi");
        let grey_usual = slower_bound(usual, Some(mile_in(8.5)), &DEFAULTS).unwrap();
        assert_eq!(per_mile(grey_usual), "10:30/mi");
    }

    #[test]
    fn nothing_known_bounds_nothing() {
        assert_eq!(slower_bound(None, None, &DEFAULTS), None);
    }
}
