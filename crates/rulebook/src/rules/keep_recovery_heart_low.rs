//! The heart beats slowly on recovery runs.

use crate::{
    case::Case,
    doctrine::Value,
    finding::{Asked, Opinion, Unit},
    measures::{
        intensity::{cool_hr, cooled, is_running},
        level::level,
        roles::is_recovery_run,
    },
    rule::{Judge, Maturity, Parameter, Parameters, Range, Rule, RuleId, Topic},
    source::{Grade, SourceId},
};
use training::{Bpm, Level, NamedRun, TalkTest, Trust};

/// The rule.
pub static RULE: Rule = Rule {
    id: RuleId("keep-recovery-heart-low"),
    topic: Topic::Recovery,
    asks: "Keep your heart rate on recovery runs at 60 to 70 % of its highest.",
    page: include_str!("keep_recovery_heart_low.md"),
    grade: Grade::Convention,
    sources: &[SourceId("recovery"), SourceId("friel"), SourceId("nuuttila-2025")],
    statements: &["recovery-15", "recovery-16", "recovery-17", "recovery-18"],
    maturity: Maturity::Firm,
    parameters: &[
        Parameter {
            name: "lowest_share",
            means: "share of the highest heart rate at which the band that is named begins; \
                    nothing is held against less",
            value: Value::Number(0.6),
            range: Range::between(0.4, 0.8),
            source: SourceId("recovery"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "highest_share",
            means: "share of the highest heart rate that is not gone beyond",
            value: Value::Number(0.7),
            range: Range::between(0.5, 0.85),
            source: SourceId("recovery"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "share_of_time",
            means: "share of the running time at or below it, at least",
            value: Value::Number(0.9),
            range: Range::between(0.0, 1.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
        Parameter {
            name: "creep",
            means: "beats a minute from the first five minutes to the last, at no faster pace, from \
                    which it is told that heart rate crept up",
            value: Value::Number(10.0),
            range: Range::between(1.0, 60.0),
            source: SourceId("everymile"),
            grade: Grade::Convention,
        },
    ],
    judge: Judge::Run(judge),
    charge: None,
    hold: None,
};

/// Heart rates, each with the seconds it was held for.
type Held = Vec<(Bpm, f64)>;

fn judge(case: &Case<'_>, parameters: &Parameters<'_>, run: &NamedRun) -> Opinion {
    if !is_recovery_run(case, run) {
        return Opinion::not_applicable("It was not a recovery run.");
    }
    let held = heart_rates(run);
    let (Some(highest), false) = (run.thresholds.hr_max, held.is_empty()) else {
        return Opinion::cannot_tell(
            "Your heart rate on this run, or the highest it can reach, is not known.",
            "Record heart rate, and set the highest you have seen; until then the talk test would \
             tell.",
        );
    };
    let band = band(highest.value, parameters);
    let most = Bpm(band.1.0 + parameters.number("highest_share") * highest.se.0);
    let within = share_at_most(&held, most);
    if within < parameters.number("share_of_time") && talked_as_a_beginner(case, run) {
        return Opinion::not_applicable(format!(
            "Running below {:.0} beats a minute may not be possible yet; you could talk, and that \
             counts.",
            band.1.0
        ));
    }
    let message = format!(
        "{} of your recovery run was at {:.0} beats a minute or less, which is {:.0} % of your \
         highest ({:.0}, give or take {:.0}).{}",
        how_much(within),
        most.0,
        100.0 * parameters.number("highest_share"),
        highest.value.0,
        highest.se.0,
        crept(run, parameters.number("creep")),
    );
    let asked = Asked::at_least(parameters.number("share_of_time"), Unit::Share);
    Opinion::of(within, asked, message).if_broken(format!(
        "Slow down, or walk until it falls, and stay between {:.0} and {:.0}. Where running keeps it \
         higher, let the talk test decide. Your watch may call this and more zone 1.",
        band.0.0, band.1.0
    ))
}

/// The band of heart rates that is asked for.
fn band(highest: Bpm, parameters: &Parameters<'_>) -> (Bpm, Bpm) {
    let of = |name| Bpm(parameters.number(name) * highest.0);
    (of("lowest_share"), of("highest_share"))
}

/// Heart rates as on a cool day: five minutes at a time where that covers half of the running, else
/// stretch by stretch; empty where they cannot be believed.
fn heart_rates(run: &NamedRun) -> Held {
    let running: f64 =
        run.segments.iter().filter(|it| is_running(it)).map(|it| it.duration().0).sum();
    let windows: Held = run
        .even_windows
        .iter()
        .filter(|_| run.signal.hr == Trust::Good)
        .map(|window| (cooled(window.hr, window.temperature), WINDOW_SECONDS))
        .collect();
    if 2.0 * WINDOW_SECONDS * windows.len() as f64 >= running {
        return windows;
    }
    run.segments
        .iter()
        .filter(|segment| is_running(segment))
        .filter_map(|segment| Some((cool_hr(run, segment)?, segment.duration().0)))
        .filter(|(_, seconds)| *seconds > 0.0)
        .collect()
}

const WINDOW_SECONDS: f64 = 300.0;

fn share_at_most(held: &Held, most: Bpm) -> f64 {
    let (mut within, mut all) = (0.0, 0.0);
    for (hr, seconds) in held {
        all += seconds;
        if *hr <= most {
            within += seconds;
        }
    }
    within / all
}

/// A share of the run as a sentence begins with it: `None`, `85 %`.
fn how_much(share: f64) -> String {
    let percent = (100.0 * share).round();
    if percent > 0.0 { format!("{percent:.0} %") } else { "None".to_owned() }
}

/// A beginner who could talk in whole sentences that day ran easily, whatever the heart rate.
fn talked_as_a_beginner(case: &Case<'_>, run: &NamedRun) -> bool {
    let case = case.as_of(run.date());
    let talk = case.check_in_today().and_then(|check_in| check_in.talk_test);
    level(&case) == Level::Beginner && talk == Some(TalkTest::Comfortable)
}

/// How far heart rate crept up at a pace that did not rise; nothing where it did not.
fn crept(run: &NamedRun, enough: f64) -> String {
    let (Some(first), Some(last)) = (run.even_windows.first(), run.even_windows.last()) else {
        return String::new();
    };
    if last.hr.0 - first.hr.0 < enough || last.gap_speed > first.gap_speed {
        return String::new();
    }
    format!(" It crept up from {:.0} to {:.0}: ease off when it does.", first.hr.0, last.hr.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(highest: f64, expected: (f64, f64)) {
        let parameters = Parameters { defaults: RULE.parameters, set: &[] };
        let (lowest, most) = band(Bpm(highest), &parameters);
        assert!((lowest.0 - expected.0).abs() < 1e-9 && (most.0 - expected.1).abs() < 1e-9);
    }

    #[test]
    fn beats_of_120_to_140_are_the_band_of_somebody_who_reaches_200() {
        check(200.0, (120.0, 140.0));
        check(185.0, (111.0, 129.5));
    }
}
