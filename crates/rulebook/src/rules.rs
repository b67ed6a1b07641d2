//! Every rule, in the order they are shown. One rule is two files with one name in `rules/`: one
//! judges, one explains.

mod break_up_straight_days;
mod build_long_runs_gradually;
mod check_six_things;
mod climb_after_a_base;
mod double_with_care;
mod earn_recovery_runs;
mod finish_easy_runs_fresh;
mod follow_the_plan;
mod give_every_run_a_job;
mod grow_only_when_fresh;
mod grow_weeks_gently;
mod guard_motivation;
mod heed_tiredness;
mod hold_easy_days_back;
mod hold_your_best_volume;
mod hold_your_form;
mod keep_easy_runs_easy;
mod keep_most_runs_easy;
mod keep_planned_recovery_runs;
mod keep_recovery_heart_low;
mod keep_recovery_runs_flat;
mod keep_recovery_runs_plain;
mod keep_recovery_runs_short;
mod keep_your_cadence;
mod lighten_under_stress;
mod limit_hard_runs;
mod lower_the_target;
mod make_room_for_strength;
mod mind_the_five_pillars;
mod mix_your_efforts;
mod name_your_goal;
mod place_recovery_runs;
mod question_empty_volume;
mod raise_one_thing_at_a_time;
mod recover_before_hard;
mod recover_slowly;
mod refer_lasting_pain;
mod refer_sharp_pain;
mod refer_swelling;
mod rest_when_exhausted;
mod rest_when_ill;
mod return_gently;
mod shorten_when_tired;
mod skip_when_sore;
mod sleep_enough;
mod slow_recovery_runs_down;
mod space_hard_days;
mod start_from_a_baseline;
mod stay_consistent;
mod stop_for_pain;
mod stop_when_limping;
mod take_cutback_weeks;
mod take_rest_days;
mod take_two_lighter_blocks;
mod talk_on_easy_runs;
mod train_for_your_goal;
mod train_in_several_ways;
mod vary_your_pace;
mod wait_after_long_races;
mod watch_easy_effort;
mod watch_morning_markers;

pub use grow_weeks_gently::Gentle;

use crate::rule::{Rule, RuleId, Topic};
use training::spelling::{did_you_mean, nearest};

static RULES: [&Rule; 61] = [
    &stop_for_pain::RULE,
    &refer_swelling::RULE,
    &refer_sharp_pain::RULE,
    &refer_lasting_pain::RULE,
    &stop_when_limping::RULE,
    &rest_when_ill::RULE,
    &return_gently::RULE,
    &wait_after_long_races::RULE,
    &rest_when_exhausted::RULE,
    &skip_when_sore::RULE,
    &shorten_when_tired::RULE,
    &heed_tiredness::RULE,
    &recover_before_hard::RULE,
    &sleep_enough::RULE,
    &lighten_under_stress::RULE,
    &watch_morning_markers::RULE,
    &mind_the_five_pillars::RULE,
    &guard_motivation::RULE,
    &watch_easy_effort::RULE,
    &talk_on_easy_runs::RULE,
    &finish_easy_runs_fresh::RULE,
    &build_long_runs_gradually::RULE,
    &start_from_a_baseline::RULE,
    &grow_weeks_gently::RULE,
    &grow_only_when_fresh::RULE,
    &raise_one_thing_at_a_time::RULE,
    &take_cutback_weeks::RULE,
    &take_two_lighter_blocks::RULE,
    &stay_consistent::RULE,
    &hold_your_best_volume::RULE,
    &climb_after_a_base::RULE,
    &question_empty_volume::RULE,
    &follow_the_plan::RULE,
    &lower_the_target::RULE,
    &recover_slowly::RULE,
    &place_recovery_runs::RULE,
    &earn_recovery_runs::RULE,
    &keep_planned_recovery_runs::RULE,
    &keep_recovery_runs_short::RULE,
    &slow_recovery_runs_down::RULE,
    &keep_recovery_heart_low::RULE,
    &keep_recovery_runs_flat::RULE,
    &keep_recovery_runs_plain::RULE,
    &take_rest_days::RULE,
    &break_up_straight_days::RULE,
    &double_with_care::RULE,
    &keep_most_runs_easy::RULE,
    &keep_easy_runs_easy::RULE,
    &hold_easy_days_back::RULE,
    &space_hard_days::RULE,
    &limit_hard_runs::RULE,
    &mix_your_efforts::RULE,
    &vary_your_pace::RULE,
    &give_every_run_a_job::RULE,
    &name_your_goal::RULE,
    &train_for_your_goal::RULE,
    &check_six_things::RULE,
    &make_room_for_strength::RULE,
    &train_in_several_ways::RULE,
    &keep_your_cadence::RULE,
    &hold_your_form::RULE,
];

/// A name no rule has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no rule '{name}'; {}", did_you_mean(*nearest, "everymile rules lists them"))]
pub struct UnknownRule {
    /// The name as given.
    pub name: String,
    /// The name that was probably meant.
    pub nearest: Option<&'static str>,
}

/// Every rule, in the order they are shown.
pub fn rules() -> &'static [&'static Rule] {
    &RULES
}

/// What a rule is about; `None` where the rulebook does not hold it.
pub fn topic(id: RuleId) -> Option<Topic> {
    rule(id.0).ok().map(|rule| rule.topic)
}

/// One rule by its name.
pub fn rule(name: &str) -> Result<&'static Rule, UnknownRule> {
    rules().iter().copied().find(|rule| rule.id.0 == name).ok_or_else(|| {
        let nearest = nearest(name, rules().iter().map(|rule| rule.id.0));
        UnknownRule { name: name.to_owned(), nearest }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{collections::BTreeSet, path::Path};

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the test looks for forgotten files")]
    fn no_rule_and_no_page_is_forgotten() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
        let found: BTreeSet<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        let expected: BTreeSet<String> = rules()
            .iter()
            .map(|rule| rule.id.0.replace('-', "_"))
            .flat_map(|stem| [format!("{stem}.rs"), format!("{stem}.md")])
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_misspelt_rule_is_answered_with_the_nearest_name() {
        let error = rule("take-rest-day").unwrap_err();
        assert_eq!(error.nearest, Some("take-rest-days"));
    }
}
