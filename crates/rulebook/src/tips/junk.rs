//! Tips where running lost its reason: runs without a job, runs out of duty, runs for a number.

use super::{SIGNS, Tip};
use crate::{occasions::Occasion, source::Grade};

pub(super) const TIPS: &[Tip] = &[
    Tip {
        id: "leave-one-run-out",
        occasions: &[Occasion::RunsWithoutAJob],
        text: "Leave one run without a job out of your week for two weeks and see how you \
               feel: many runners turn out fresher, keener and stronger. Noticing such a run \
               is a chance, not a reproach.",
        grade: Grade::Convention,
        sources: &[SIGNS],
    },
    Tip {
        id: "swap-the-minutes",
        occasions: &[Occasion::RunsWithoutAJob],
        text: "Give the minutes you free to a run that has a job, to strength work, or to \
               rest.",
        grade: Grade::Convention,
        sources: &[SIGNS],
    },
    Tip {
        id: "lengthen-warm-ups",
        occasions: &[Occasion::RunsWithoutAJob],
        text: "If the lower mileage worries you, add up to two kilometres to the warm-up and \
               to the cool-down of your sessions: those have a job.",
        grade: Grade::Convention,
        sources: &[SIGNS],
    },
    Tip {
        id: "run-fewer-better",
        occasions: &[Occasion::RunsWithoutAJob],
        text: "More running is not by itself better running. Many runners perform better on \
               fewer runs that each have a job.",
        grade: Grade::Weak,
        sources: &[SIGNS],
    },
    Tip {
        id: "run-for-a-reason",
        occasions: &[Occasion::RanOutOfDuty],
        text: "You said you ran because you felt you should. Before the next such run ask what \
               it is for; if nothing comes to mind, something else may do more for you today.",
        grade: Grade::Convention,
        sources: &[SIGNS],
    },
    Tip {
        id: "let-the-week-be-short",
        occasions: &[Occasion::ChasedTheNumber],
        text: "A week may end short of a round number. A run that is only there to fill it up \
               can be left out: legs do not count.",
        grade: Grade::Convention,
        sources: &[SIGNS],
    },
];
