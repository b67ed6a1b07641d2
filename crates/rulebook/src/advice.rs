//! What to change first: one to three plain suggestions, in order. Safety comes before the body,
//! the body before the ledger, the ledger before conventions; a rule on trial suggests nothing.

use crate::{
    finding::{Finding, Verdict},
    ledger::{Ledger, Posting},
    rule::{Maturity, RuleId, Topic},
    rules::{rule, topic},
    source::Grade,
};
use serde::Serialize;
use training::Standing;

/// One thing to change.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Suggestion {
    /// The rule it comes from; `None` for a suggestion that rests on the ledger as a whole.
    pub rule: Option<RuleId>,
    /// What to do and why, plainly.
    pub text: String,
}

const MOST_SUGGESTIONS: usize = 3;
/// A questionable minute weighs this much of a junk one.
const DOUBT: f64 = 0.3;

/// One to three suggestions from what was found and posted, the most useful first; none without
/// runs.
pub fn advise(findings: &[Finding], ledger: &Ledger) -> Vec<Suggestion> {
    if ledger.postings.is_empty() {
        return Vec::new();
    }
    let mut suggestions: Vec<Suggestion> = body(findings).map(from_finding).collect();
    for (rule, worst) in costly_rules(ledger) {
        add(&mut suggestions, from_ledger(rule, worst, findings, ledger));
    }
    for finding in broken(findings) {
        add(&mut suggestions, from_finding(finding));
    }
    if suggestions.is_empty() {
        suggestions.push(from_whole(ledger));
    }
    suggestions.truncate(MOST_SUGGESTIONS);
    suggestions
}

fn add(suggestions: &mut Vec<Suggestion>, suggestion: Suggestion) {
    if suggestions.iter().all(|own| own.rule != suggestion.rule) {
        suggestions.push(suggestion);
    }
}

fn broken(findings: &[Finding]) -> impl Iterator<Item = &Finding> {
    findings.iter().filter(|finding| {
        finding.verdict == Verdict::Broken
            && !finding.advice.is_empty()
            && rule(finding.rule.0).is_ok_and(|rule| rule.maturity == Maturity::Firm)
    })
}

/// Safety comes first, then what the body says and how distance grew, where it is known well.
fn body(findings: &[Finding]) -> impl Iterator<Item = &Finding> {
    let is_known = |finding: &&Finding| {
        matches!(topic(finding.rule), Some(Topic::Body | Topic::Growth))
            && matches!(finding.grade, Grade::Strong | Grade::Moderate)
    };
    let (safe, others): (Vec<_>, Vec<_>) =
        broken(findings).partition(|finding| topic(finding.rule) == Some(Topic::Safety));
    safe.into_iter().chain(others.into_iter().filter(is_known))
}

fn from_finding(finding: &Finding) -> Suggestion {
    let text = format!("{} {}", finding.message, finding.advice);
    Suggestion { rule: Some(finding.rule), text }
}

/// The rules that hold something against the runs, the costliest first, each with its weightiest
/// posting.
fn costly_rules(ledger: &Ledger) -> Vec<(RuleId, &Posting)> {
    let mut costs: Vec<(RuleId, f64, &Posting)> = Vec::new();
    for posting in &ledger.postings {
        let Some(rule) = posting.rules.first() else { continue };
        let cost = cost(posting);
        match costs.iter_mut().find(|(own, ..)| own == rule) {
            Some((_, sum, worst)) => {
                *sum += cost;
                if cost >= self::cost(worst) {
                    *worst = posting;
                }
            }
            None => costs.push((*rule, cost, posting)),
        }
    }
    costs.sort_by(|one, other| other.1.total_cmp(&one.1));
    costs.into_iter().map(|(rule, _, worst)| (rule, worst)).collect()
}

fn cost(posting: &Posting) -> f64 {
    let weight = match posting.standing {
        Standing::Junk => 1.0,
        Standing::Questionable => DOUBT,
        Standing::Purposeful | Standing::CannotTell => 0.0,
    };
    weight * posting.duration.0
}

fn from_ledger(rule: RuleId, worst: &Posting, findings: &[Finding], ledger: &Ledger) -> Suggestion {
    let held = ledger.postings.iter().filter(|posting| posting.rules.first() == Some(&rule));
    let minutes: f64 = held.map(|posting| posting.duration.minutes()).sum();
    let broken =
        findings.iter().find(|finding| finding.rule == rule && finding.verdict == Verdict::Broken);
    let remedy = match (broken, &worst.counterfactual) {
        (Some(finding), _) => format!("{} {}", finding.message, finding.advice),
        (None, Some(counterfactual)) => format!("{} {counterfactual}", worst.reason),
        (None, None) => worst.reason.clone(),
    };
    Suggestion {
        rule: Some(rule),
        text: format!("{minutes:.0} minutes could do more for you. {remedy}"),
    }
}

fn from_whole(ledger: &Ledger) -> Suggestion {
    let share = |standing| ledger.time(standing).0 / ledger.total_time().0.max(1.0);
    let untold = ledger.postings.iter().find(|posting| posting.standing == Standing::CannotTell);
    let text = match untold {
        Some(posting) if share(Standing::CannotTell) > 0.5 => {
            format!("Most of it cannot be judged yet. {}", posting.reason)
        }
        _ => format!(
            "Nothing needs changing: {:.0} % of your running time had a job and did it.",
            100.0 * share(Standing::Purposeful)
        ),
    };
    Suggestion { rule: None, text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{doctrine::doctrine, examples::example, judge::judge, ledger::post};

    fn advised(weeks: &str) -> Vec<Option<&'static str>> {
        let example = example(weeks);
        let doctrine = doctrine(&example.doctrine).unwrap();
        let case = example.case();
        let suggestions = advise(&judge(&case, &doctrine), &post(&case, &doctrine));
        suggestions.iter().map(|suggestion| suggestion.rule.map(|rule| rule.0)).collect()
    }

    fn check(weeks: &str, expected: &[Option<&str>]) {
        assert_eq!(advised(weeks), expected);
    }

    #[test]
    fn sound_training_needs_no_change() {
        check("4 weeks:\nTue easy 50min\nThu easy 50min\nSun long 18km", &[None]);
    }

    #[test]
    fn the_costliest_habit_comes_first() {
        check(
            "4 weeks:
             Tue  steady 45min @4:25
             Thu  steady 45min @4:25
             Sat  tempo 40min @4:08
             Sun  steady 30min @4:25",
            &[Some("keep-easy-runs-easy"), Some("recover-slowly"), Some("vary-your-pace")],
        );
    }

    #[test]
    fn safety_comes_before_all() {
        let advised = advised(
            "4 weeks:
             Tue  steady 45min @4:25
             Thu  steady 45min @4:25
             Sun  steady 50min @4:25
             1 week:
             Tue  steady 45min @4:25
             Sun  steady 50min @4:25
             check-in Wed: pain 2 left ankle, swollen, not-sharp",
        );
        assert_eq!(advised[0], Some("refer-swelling"));
        assert!(advised.contains(&Some("keep-easy-runs-easy")));
    }

    #[test]
    fn the_body_comes_before_the_ledger() {
        check(
            "4 weeks:
             Tue  steady 45min @4:25
             Thu  steady 45min @4:25
             Sun  steady 50min @4:25
             check-in Mon: soreness 4
             check-in Tue: soreness 4
             check-in Wed: soreness 4
             check-in Thu: soreness 4
             check-in Fri: soreness 4",
            &[Some("heed-tiredness"), Some("keep-easy-runs-easy"), Some("vary-your-pace")],
        );
    }
}
