//! The statements of the article that counts every run as training.

use super::{Statement, conflict, exception, rule, term, tip};

pub(super) const STIMULUS: &[Statement] = &[
    conflict("stimulus-01", "recovery runs do not aid recovery", "recovery-aid"),
    conflict("stimulus-02", "a run does not mend the one before", "recovery-aid"),
    term("stimulus-03", "workouts and easy runs", "hard run"),
    term("stimulus-04", "a workout is faster than your usual easy pace", "hard run"),
    rule("stimulus-05", "easy days between workouts", "space-hard-days"),
    rule("stimulus-06", "easy runs are conversational", "talk-on-easy-runs"),
    term("stimulus-07", "the name is the quarrel", "recovery run"),
    rule("stimulus-08", "still do the run", "keep-planned-recovery-runs"),
    tip("stimulus-09", "every run is training", "count-every-run"),
    rule("stimulus-10", "recovery happens between the runs", "mind-the-five-pillars"),
    term("stimulus-11", "a regeneration run is an easy run", "recovery run"),
    tip("stimulus-12", "slow runs cost less", "count-every-run"),
    tip("stimulus-13", "easy runs let you run more", "count-every-run"),
    tip("stimulus-14", "why not to skip them", "run-a-little-tired"),
    conflict("stimulus-15", "easy runs in fatigue", "tired-running"),
    tip("stimulus-16", "low on fuel soon after something hard", "run-a-little-tired"),
    tip("stimulus-17", "one leg twice a day", "know-the-one-leg-study"),
    tip("stimulus-18", "other fibres take over", "run-a-little-tired"),
    conflict("stimulus-19", "fitter by stimulus, not by recovery", "tired-running"),
    rule("stimulus-20", "easy days run too hard", "hold-easy-days-back"),
    rule("stimulus-21", "two runs a day", "double-with-care"),
    exception(
        "stimulus-22",
        "shop and newsletter text",
        "It advertises and makes no statement about running.",
    ),
];
