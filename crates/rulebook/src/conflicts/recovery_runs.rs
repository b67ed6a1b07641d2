//! Disagreements about recovery runs: whether they help, how slow, how long, for whom.

use super::{Conflict, Stances, position};
use crate::{
    rule::RuleId,
    source::{Grade, SourceId},
};

pub(super) const CONFLICTS: &[Conflict] = &[
    Conflict {
        id: "recovery-aid",
        number: 1,
        question: "Does a recovery run aid recovery?",
        positions: &[
            position(
                "Recovery runs have a purpose by themselves: they move blood, clear what hard \
                 running left behind and ease soreness.",
                &["signs-02", "context-30", "recovery-04", "recovery-116"],
            ),
            position(
                "In that sense there are no recovery runs: a run does not mend the one before. \
                 It is worth running all the same, as an easy run.",
                &["stimulus-01", "stimulus-02", "stimulus-08"],
            ),
        ],
        stances: Stances {
            evidence_first: "It is volume at little stress; that it aids recovery is unproven.",
            quality_first: "It counts as recovery and is never junk.",
            context: "It helps recovery while it builds the aerobic base.",
            shakeout: "It aids recovery, trains form and adds distance.",
            steady_build: "Recovery is led by rest and sleep.",
            all_training: "It is easy running in fatigue and gets no credit as recovery.",
        },
        known: "Cool-downs clear lactate from the blood sooner and do little for the next day; \
                jogs on the next day were not studied. Over 99 studies active recovery eased \
                soreness a little. After a marathon easy running harmed no marker and may have \
                helped jumping.",
        grade: Grade::Contested,
        sources: &[
            SourceId("van-hooren-2018"),
            SourceId("dupuy-2018"),
            SourceId("martinez-navarro-2021"),
        ],
        settled: "A recovery run counts as easy volume, unproven for recovery. All that is asked \
                  of it is to be slow, so that it costs the next hard run nothing.",
        arises_at: &[
            RuleId("place-recovery-runs"),
            RuleId("recover-slowly"),
            RuleId("keep-planned-recovery-runs"),
        ],
    },
    Conflict {
        id: "recovery-pace",
        number: 4,
        question: "How slow is a recovery run?",
        positions: &[
            position("60 to 90 seconds a mile slower than usual.", &["recovery-11", "recovery-12"]),
            position("Two minutes a mile or more slower than marathon pace.", &["recovery-125"]),
            position("At 60 to 70 % of the highest heart rate.", &["recovery-15"]),
            position(
                "So that talking is easy.",
                &["context-08", "progression-04", "stimulus-06", "recovery-20"],
            ),
        ],
        stances: Stances {
            evidence_first: "Below the first threshold, its uncertainty allowed for.",
            quality_first: "Names no pace of its own.",
            context: "So that talking is easy.",
            shakeout: "60 to 90 seconds a mile slower than usual, at most 70 % of the highest \
                       heart rate, and talking is easy.",
            steady_build: "So that talking is easy.",
            all_training: "So that talking is easy.",
        },
        known: "Nobody has tested these numbers. For a runner of twenty minutes over 5 km whose \
                usual pace is easy, the first gives 5:59 to 6:18 and the second 5:46 a \
                kilometre: they only disagree where the usual pace is too fast already.",
        grade: Grade::Convention,
        sources: &[SourceId("recovery"), SourceId("everymile")],
        settled: "All of them are measured; what the doctrine holds is asked, the rest is shown \
                  beside it, and of two limits the slower counts.",
        arises_at: &[
            RuleId("slow-recovery-runs-down"),
            RuleId("keep-recovery-heart-low"),
            RuleId("talk-on-easy-runs"),
            RuleId("recover-slowly"),
        ],
    },
    Conflict {
        id: "recovery-duration",
        number: 5,
        question: "How long is a recovery run?",
        positions: &[
            position("20 to 45 minutes at most.", &["recovery-25"]),
            position(
                "By level: 20 to 30, 30 to 45, and 45 to 60 minutes.",
                &["recovery-29", "recovery-30", "recovery-31"],
            ),
            position("20 to 40 minutes, as many coaches have it.", &["recovery-37"]),
            position("15 to 20 minutes are enough for a beginner.", &["recovery-106"]),
        ],
        stances: Stances {
            evidence_first: "At most six tenths of a usual easy run, and 45 minutes; 60 for \
                             advanced runners.",
            quality_first: "Names no length of its own.",
            context: "Names no length of its own.",
            shakeout: "15 to 30 minutes for beginners, 30 to 45 for intermediate and 45 to 60 \
                       for advanced runners.",
            steady_build: "Names no length of its own.",
            all_training: "It need not be short.",
        },
        known: "No study compares lengths.",
        grade: Grade::Convention,
        sources: &[SourceId("recovery")],
        settled: "A table by level, whose floor for beginners is 15 minutes; the other numbers \
                  are told beside it.",
        arises_at: &[RuleId("keep-recovery-runs-short")],
    },
    Conflict {
        id: "who-needs-recovery-runs",
        number: 6,
        question: "Who needs recovery runs?",
        positions: &[
            position("Nobody who runs fewer than three or four days a week.", &["recovery-58"]),
            position(
                "Nobody who runs two or three times a week; rest days are enough.",
                &["recovery-129"],
            ),
            position(
                "Whoever runs five times a week or more, or nearly every day.",
                &["recovery-61", "recovery-130"],
            ),
            position(
                "The sample week for beginners has four days of running and holds one all the \
                 same.",
                &["recovery-103"],
            ),
        ],
        stances: Stances {
            evidence_first: "Not asked: an easy run has its place at any number of days.",
            quality_first: "A week with speed and a long run holds one.",
            context: "Whoever recovers better by running.",
            shakeout: "Nobody up to three days of running; the runner's choice at four; they \
                       have a place from five on.",
            steady_build: "Rest comes first.",
            all_training: "Whoever wants to run more.",
        },
        known: "No study says from how many runs on they help.",
        grade: Grade::Convention,
        sources: &[SourceId("recovery")],
        settled: "Where a doctrine asks it, none are needed up to three days of running, four are \
                  the runner's choice, and from five days on they have a place.",
        arises_at: &[RuleId("earn-recovery-runs")],
    },
    Conflict {
        id: "heart-rate-numbers",
        number: 12,
        question: "Is recovery at 60 to 70 % of the highest heart rate, or at 120 to 140 beats?",
        positions: &[
            position("At 60 to 70 % of the highest heart rate.", &["recovery-15", "recovery-16"]),
            position("At 120 to 140 beats a minute, for many.", &["recovery-17"]),
        ],
        stances: Stances {
            evidence_first: "Below the first threshold, as the runner's own runs show it.",
            quality_first: "Names no heart rate.",
            context: "Names no heart rate; talking is easy.",
            shakeout: "At most 70 % of the highest heart rate.",
            steady_build: "Names no heart rate; talking is easy.",
            all_training: "Names no heart rate; talking is easy.",
        },
        known: "The two agree only for a highest heart rate of 200; at 185 the share gives 111 \
                to 130 beats. Fixed shares of a maximum miss the first threshold by five to \
                seven beats on average, and some beginners cannot run so slowly.",
        grade: Grade::Moderate,
        sources: &[SourceId("recovery"), SourceId("nuuttila-2025")],
        settled: "The share of the runner's own highest heart rate counts. Beats alone are only \
                  told where no highest heart rate is known, and decide nothing.",
        arises_at: &[RuleId("keep-recovery-heart-low")],
    },
    Conflict {
        id: "sample-week-totals",
        number: 11,
        question: "How many miles do the sample weeks hold?",
        positions: &[
            position(
                "They are headed 20 to 25, 35 to 45, and 50 to 60 or more miles.",
                &["recovery-98", "recovery-108", "recovery-117"],
            ),
            position(
                "Their days add up to about 13 to 15, 25 to 30, and 36 to 46 miles.",
                &[
                    "recovery-100",
                    "recovery-102",
                    "recovery-103",
                    "recovery-104",
                    "recovery-109",
                    "recovery-110",
                    "recovery-111",
                    "recovery-113",
                    "recovery-114",
                    "recovery-115",
                    "recovery-118",
                    "recovery-119",
                    "recovery-120",
                    "recovery-121",
                    "recovery-122",
                    "recovery-124",
                ],
            ),
        ],
        stances: Stances {
            evidence_first: "Has no sample weeks.",
            quality_first: "Has no sample weeks.",
            context: "Has no sample weeks.",
            shakeout: "Shows the weeks as they are listed, with what they add up to.",
            steady_build: "Has no sample weeks.",
            all_training: "Has no sample weeks.",
        },
        known: "It is a sum, with jogs counted at ten minutes a mile; what the article leaves \
                open makes the range.",
        grade: Grade::Strong,
        sources: &[SourceId("recovery"), SourceId("everymile")],
        settled: "The days count, not the headings; a note says where they differ.",
        arises_at: &[],
    },
];
