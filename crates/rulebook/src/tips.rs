//! Tips: advice that judges nothing, each with its grade and with the statements it carries.

use crate::source::Grade;
use serde::Serialize;

/// A piece of advice that judges nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Tip {
    /// Its name: imperative words.
    pub id: &'static str,
    /// When it is worth showing.
    pub when: Occasion,
    /// The advice.
    pub text: &'static str,
    /// How strongly it is known.
    pub grade: Grade,
}

/// When a tip is worth showing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Occasion {
    /// Runs without a job were found.
    AfterJunk,
    /// A long run was just finished.
    AfterLongRun,
    /// The week holds little beside running.
    WeekWithoutStrength,
    /// There is no race to prepare.
    NoRace,
    /// The runner is new to running.
    NewRunner,
    /// Time is short for a while: holidays, travel, work.
    BusyWeeks,
}

/// Every tip.
pub fn tips() -> &'static [Tip] {
    TIPS
}

/// The tips for an occasion.
pub fn tips_for(occasion: Occasion) -> impl Iterator<Item = &'static Tip> {
    TIPS.iter().filter(move |tip| tip.when == occasion)
}

const TIPS: &[Tip] = &[
    Tip {
        id: "leave-one-run-out",
        when: Occasion::AfterJunk,
        text: "Leave one run without a job out of your week for two weeks and see how you feel: \
               many runners turn out fresher and keener. Noticing such a run is a chance, not a \
               failing.",
        grade: Grade::Convention,
    },
    Tip {
        id: "swap-the-minutes",
        when: Occasion::AfterJunk,
        text: "Give the minutes you free to a run that has a job, to strength work, or to rest.",
        grade: Grade::Convention,
    },
    Tip {
        id: "lengthen-warm-ups",
        when: Occasion::AfterJunk,
        text: "If the lower mileage worries you, add up to two kilometres to the warm-up and to \
               the cool-down of your sessions: those have a job.",
        grade: Grade::Convention,
    },
    Tip {
        id: "run-fewer-better",
        when: Occasion::AfterJunk,
        text: "More running is not by itself better running. Many runners perform better on fewer \
               runs that each have a job.",
        grade: Grade::Weak,
    },
    Tip {
        id: "refuel-after-long-runs",
        when: Occasion::AfterLongRun,
        text: "Eat within half an hour to an hour: mostly carbohydrate with some protein, three or \
               four grams to one.",
        grade: Grade::Convention,
    },
    Tip {
        id: "drink-after-long-runs",
        when: Occasion::AfterLongRun,
        text: "Replace fluid and salt, the more the warmer it was.",
        grade: Grade::Moderate,
    },
    Tip {
        id: "move-gently-after-long-runs",
        when: Occasion::AfterLongRun,
        text: "A short walk later in the day, or the legs up for a while, may ease the stiffness.",
        grade: Grade::Weak,
    },
    Tip {
        id: "train-the-core",
        when: Occasion::WeekWithoutStrength,
        text: "A few core exercises need no equipment and are said to make running steadier.",
        grade: Grade::Weak,
    },
    Tip {
        id: "try-another-goal",
        when: Occasion::NoRace,
        text: "A goal need not be a race: run slower on purpose, collect metres of climbing, or \
               time a mile on the track.",
        grade: Grade::Convention,
    },
    Tip {
        id: "give-it-half-a-year",
        when: Occasion::NewRunner,
        text: "Enjoying it may take about six months. Until then, short and easy is enough.",
        grade: Grade::Convention,
    },
    Tip {
        id: "keep-fit-on-little",
        when: Occasion::BusyWeeks,
        text: "Fitness keeps for about three weeks on half of the usual distance, if one hard \
               session a week stays.",
        grade: Grade::Moderate,
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_tip_has_a_name_of_its_own() {
        let names: BTreeSet<_> = TIPS.iter().map(|tip| tip.id).collect();
        assert_eq!(names.len(), TIPS.len());
    }
}
