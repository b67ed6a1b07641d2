//! Judging: every rule of a doctrine is asked about a case, a week or a run, and what it says
//! becomes a finding. Knows no single rule.

use crate::{
    case::Case,
    doctrine::{Choice, Doctrine},
    finding::{About, Finding, Opinion},
    rule::{Judge, Maturity},
};
use training::{NamedRun, Week, calendar::add_days};

/// What every rule of the doctrine says on the day judged. Rules about a week look at the last
/// seven days, rules about a run at the latest run in them.
pub fn judge(case: &Case<'_>, doctrine: &Doctrine) -> Vec<Finding> {
    let no_run = || Opinion::not_applicable("There was no run in the last seven days.");
    let silent = |choice| finding(choice, About::DaysUpTo(case.on), no_run());
    live(doctrine).map(|choice| judge_by(case, choice).unwrap_or_else(|| silent(choice))).collect()
}

/// What one rule, as a doctrine has it, says on the day judged; `None` for a rule about runs when
/// there is no run.
pub fn judge_by(case: &Case<'_>, choice: &Choice) -> Option<Finding> {
    let parameters = &choice.parameters();
    match choice.rule.judge {
        Judge::Days(ask) => Some(finding(choice, About::DaysUpTo(case.on), ask(case, parameters))),
        Judge::Week(ask) => {
            let week = Week { start: add_days(case.on, -6) };
            Some(finding(choice, About::Week(week), ask(case, parameters, week)))
        }
        Judge::Run(ask) => {
            let run = case.recent_runs(7).last()?;
            Some(finding(choice, About::Run(run.id.clone()), ask(case, parameters, run)))
        }
    }
}

/// What the rules about weeks say about one week, as it stood at its end.
pub fn judge_week(case: &Case<'_>, doctrine: &Doctrine, week: Week) -> Vec<Finding> {
    let case = &case.as_of(week.end());
    live(doctrine)
        .filter_map(|choice| match choice.rule.judge {
            Judge::Week(ask) => {
                let opinion = ask(case, &choice.parameters(), week);
                Some(finding(choice, About::Week(week), opinion))
            }
            Judge::Days(_) | Judge::Run(_) => None,
        })
        .collect()
}

/// What the rules about runs say about one run, as it stood on its day.
pub fn judge_run(case: &Case<'_>, doctrine: &Doctrine, run: &NamedRun) -> Vec<Finding> {
    let case = &case.as_of(run.date());
    live(doctrine)
        .filter_map(|choice| match choice.rule.judge {
            Judge::Run(ask) => {
                let opinion = ask(case, &choice.parameters(), run);
                Some(finding(choice, About::Run(run.id.clone()), opinion))
            }
            Judge::Days(_) | Judge::Week(_) => None,
        })
        .collect()
}

fn live(doctrine: &Doctrine) -> impl Iterator<Item = &Choice> {
    doctrine.choices.iter().filter(|choice| choice.rule.maturity != Maturity::Retired)
}

fn finding(choice: &Choice, about: About, opinion: Opinion) -> Finding {
    Finding {
        rule: choice.rule.id,
        verdict: opinion.verdict,
        about,
        measured: opinion.measured,
        asked: opinion.asked,
        margin: opinion.margin(),
        message: opinion.message,
        advice: opinion.advice,
        grade: choice.rule.grade,
        sources: choice.rule.sources,
        statements: choice.rule.statements,
    }
}
