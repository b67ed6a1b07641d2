//! The rules behind what was chosen: they hold nothing back, and say why the day is as it is.

use super::{Scene, decide::Outcome, session::recovery_minutes};
use crate::prescription::{Because, Prescribed, Says};
use rulebook::{
    Choice, RuleId, Verdict,
    judge::judge_by,
    measures::{level::level, roles::hard_run_yesterday},
    words::{level_word, pace},
};
use training::Purpose;

/// The rules of the doctrine behind a choice, in the order in which they matter for it.
pub(super) fn rules_behind(scene: &Scene<'_>, outcome: &Outcome) -> Vec<Because> {
    let is_held = scene.shaping().any(|held| !held.hold.allows.running());
    if is_held || scene.intention.is_done() {
        return Vec::new();
    }
    let session = outcome.session.as_ref();
    let rules =
        names(session.map(|session| session.purpose), hard_run_yesterday(&scene.case).is_some());
    let asked = rules.iter().filter_map(|rule| scene.doctrine.choice(RuleId(rule)));
    asked.filter_map(|choice| behind(scene, choice, session)).collect()
}

const fn names(purpose: Option<Purpose>, is_after_hard: bool) -> &'static [&'static str] {
    match (purpose, is_after_hard) {
        (Some(Purpose::Recovery), _) => {
            &["earn-recovery-runs", "keep-recovery-runs-short", "keep-recovery-heart-low"]
        }
        (Some(Purpose::Easy | Purpose::Walk), _) => &["keep-easy-runs-easy"],
        (Some(Purpose::Long), _) => &["build-long-runs-gradually", "keep-easy-runs-easy"],
        (Some(_), _) => &["keep-most-runs-easy", "vary-your-pace"],
        (None, true) => &["earn-recovery-runs", "recover-slowly"],
        (None, false) => &["take-rest-days", "stay-consistent"],
    }
}

/// What a rule says of the choice. One that cannot tell is asked elsewhere.
fn behind(scene: &Scene<'_>, choice: &Choice, session: Option<&Prescribed>) -> Option<Because> {
    let finding = judge_by(&scene.case, choice);
    let verdict = finding.as_ref().map_or(Verdict::NotApplicable, |finding| finding.verdict);
    let own = session.and_then(|session| of_the_session(scene, choice.rule.id, session));
    let told = finding.filter(|_| matches!(verdict, Verdict::Kept | Verdict::Broken));
    Some(Because {
        rule: choice.rule.id,
        says: Says::Found(verdict),
        message: own.or(told.map(|finding| finding.message))?,
        grade: choice.rule.grade,
        is_safety: choice.rule.is_safety(),
    })
}

/// What some rules say of today's session rather than of the days before.
fn of_the_session(scene: &Scene<'_>, rule: RuleId, session: &Prescribed) -> Option<String> {
    match rule.0 {
        "keep-easy-runs-easy" => Some(below_the_threshold(scene, session)),
        "keep-recovery-runs-short" => Some(as_long_as_the_level_has_it(scene)),
        "keep-recovery-heart-low" => {
            let hr = session.hr_max?.0;
            Some(format!("A recovery run stays at {hr:.0} beats a minute or less."))
        }
        _ => None,
    }
}

fn below_the_threshold(scene: &Scene<'_>, session: &Prescribed) -> String {
    let heart = session.hr_max.map(|hr| format!("{:.0} beats a minute at most", hr.0));
    let speed = session.speed.map(|(fastest, _)| pace(fastest, scene.case.units));
    let limits: Vec<String> = heart.into_iter().chain(speed).collect();
    if limits.is_empty() {
        return "An easy run stays below your first threshold: whole sentences come easily."
            .to_owned();
    }
    format!("An easy run stays below your first threshold: {}.", limits.join(", no faster than "))
}

/// The level is an estimate where the runner has not stated it, and that is said where it matters.
fn as_long_as_the_level_has_it(scene: &Scene<'_>) -> String {
    let level = level_word(level(&scene.case));
    let estimated = match scene.case.profile.level {
        Some(_) => "",
        None => ", the level estimated from your distance",
    };
    let (least, most) = recovery_minutes(&scene.case, scene.doctrine);
    format!("{least:.0} to {most:.0} minutes are a recovery run for {level} runners{estimated}.")
}
