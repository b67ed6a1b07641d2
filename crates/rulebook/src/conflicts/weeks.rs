//! Disagreements about the shape of a week: rest, days in a row, strength, growth.

use super::{Conflict, Stances, position};
use crate::{
    rule::RuleId,
    source::{Grade, SourceId},
};

pub(super) const CONFLICTS: &[Conflict] = &[
    Conflict {
        id: "rest-days",
        number: 2,
        question: "How many days a week without running?",
        positions: &[
            position(
                "Two or more: one or none is a sign of junk miles.",
                &["signs-32", "signs-33"],
            ),
            position(
                "Two, one or two, and one, in the sample weeks for the three levels.",
                &["recovery-99", "recovery-105", "recovery-112", "recovery-115", "recovery-123"],
            ),
            position("Rest is planned on purpose; no number is given.", &["progression-05"]),
            position(
                "Recovery happens whenever one does not run; no number is given.",
                &["stimulus-10"],
            ),
        ],
        stances: Stances {
            evidence_first: "At least one.",
            quality_first: "At least two.",
            context: "As many as the runner needs; not asked.",
            shakeout: "At least one; the sample week for beginners holds two.",
            steady_build: "At least one, planned, and lighter weeks besides.",
            all_training: "None are asked for.",
        },
        known: "No study says how many rest days it takes.",
        grade: Grade::Convention,
        sources: &[SourceId("signs"), SourceId("recovery"), SourceId("progression")],
        settled: "It is a number that the doctrine sets. What the runner says of body and mind \
                  outranks it.",
        arises_at: &[RuleId("take-rest-days")],
    },
    Conflict {
        id: "straight-days",
        number: 3,
        question: "How many days of running in a row?",
        positions: &[
            position(
                "More than two or three without a break are a sign of junk miles, unless a plan \
                 means them.",
                &["signs-29", "signs-30"],
            ),
            position(
                "The advanced sample week holds five in a row.",
                &["recovery-118", "recovery-119", "recovery-120", "recovery-121", "recovery-122"],
            ),
        ],
        stances: Stances {
            evidence_first: "Not counted: how the runner feels and the load count instead.",
            quality_first: "At most three.",
            context: "Not counted.",
            shakeout: "Any number, as long as the easy days are easy.",
            steady_build: "Not counted, but hard days are never next to each other.",
            all_training: "Any number.",
        },
        known: "No study counts days in a row.",
        grade: Grade::Convention,
        sources: &[SourceId("signs"), SourceId("recovery")],
        settled: "It is counted only where the doctrine asks for it; rows that a plan means are \
                  shown and not held against the runner.",
        arises_at: &[RuleId("break-up-straight-days")],
    },
    Conflict {
        id: "strength-placement",
        number: 10,
        question: "On which days does strength work go?",
        positions: &[
            position("On days after easy runs, so that it meets fresh legs.", &["progression-34"]),
            position("On hard days, many coaches say, so that easy days stay easy.", &[]),
        ],
        stances: Stances {
            evidence_first: "Names no day; strength itself is asked for.",
            quality_first: "Names no day.",
            context: "Names no day.",
            shakeout: "Names no day.",
            steady_build: "After easy runs.",
            all_training: "Names no day.",
        },
        known: "Strength work two or three times a week improves economy and time trials; on \
                which days it goes best nobody has shown for runners.",
        grade: Grade::Convention,
        sources: &[SourceId("progression"), SourceId("blagrove-2018")],
        settled: "The runner chooses. everymile asks that the week holds some.",
        arises_at: &[RuleId("make-room-for-strength")],
    },
    Conflict {
        id: "weekly-growth",
        number: 13,
        question: "What keeps growth safe: the week or the single run?",
        positions: &[
            position("Weeks that grow by five to ten per cent at most.", &["progression-03"]),
            position(
                "Single runs that do not jump far beyond the longest of a month; only jumps are \
                 judged.",
                &["signs-08"],
            ),
        ],
        stances: Stances {
            evidence_first: "Single runs at most a tenth beyond the longest of 30 days; weeks at \
                             most a tenth, softly.",
            quality_first: "Names no growth of its own.",
            context: "Names no growth of its own.",
            shakeout: "Names no growth of its own; recovery runs are not for volume.",
            steady_build: "Five to ten per cent a week, with a lighter week in every block.",
            all_training: "Names no growth of its own; running more is how one improves.",
        },
        known: "In a trial with 532 novices growing by a tenth a week prevented nothing (20.8 \
                against 20.3 % were injured). Among 5,205 runners single runs more than a tenth \
                beyond the longest of 30 days went with more injuries; change from week to week \
                did not.",
        grade: Grade::Moderate,
        sources: &[SourceId("buist-2008"), SourceId("nielsen-2014"), SourceId("frandsen-2025")],
        settled: "Both are shown. The single run is the alert; the week's growth is a soft limit \
                  and a convention.",
        arises_at: &[RuleId("grow-weeks-gently"), RuleId("build-long-runs-gradually")],
    },
];
