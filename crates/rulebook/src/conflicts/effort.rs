//! Disagreements about effort: running tired, running moderately, and easy runs that nobody named.

use super::{Conflict, Stances, position};
use crate::{
    rule::RuleId,
    source::{Grade, SourceId},
};

pub(super) const CONFLICTS: &[Conflict] = &[
    Conflict {
        id: "tired-running",
        number: 7,
        question: "Is running tired harm or training?",
        positions: &[
            position(
                "Running through marked tiredness or pain harms, and tiredness that stays is a \
                 sign.",
                &["context-23", "signs-21"],
            ),
            position(
                "Easy running on tired legs is a lesson and a stimulus of its own, and makes one \
                 fitter.",
                &["recovery-05", "stimulus-14", "stimulus-15", "stimulus-19"],
            ),
        ],
        stances: Stances {
            evidence_first: "Tired muscles may run easily; exhaustion may not.",
            quality_first: "Tiredness that stays is a sign to run less.",
            context: "Running through marked tiredness or pain is junk.",
            shakeout: "A lesson in running tired, if the body is ready for it.",
            steady_build: "Tired days are shortened, or rest takes their place.",
            all_training: "Easy running in fatigue is what such runs are for.",
        },
        known: "Seven untrained men lasted longer at 90 % of peak power with the leg they \
                trained twice every second day than with the one trained daily; peak power rose \
                alike. It is often retold as 90 % more endurance in athletes; they were none, \
                and it was one muscle. Over nine trials in trained athletes no gain was found.",
        grade: Grade::Weak,
        sources: &[SourceId("hansen-2005"), SourceId("yeo-2008"), SourceId("gejl-2021")],
        settled: "Tired muscles are one thing and may run easily; pain, illness and exhaustion \
                  are another, and no doctrine runs through them.",
        arises_at: &[
            RuleId("heed-tiredness"),
            RuleId("rest-when-exhausted"),
            RuleId("shorten-when-tired"),
            RuleId("place-recovery-runs"),
        ],
    },
    Conflict {
        id: "moderate-running",
        number: 8,
        question: "Is moderate running to be avoided?",
        positions: &[
            position(
                "Faster than easy and slower than speed work is a grey zone: runs are easy or \
                 hard.",
                &["signs-19", "signs-20", "recovery-79"],
            ),
            position(
                "Hard, moderate and easy running belong in every cycle.",
                &["progression-09", "progression-26"],
            ),
            position(
                "Whatever is faster than your usual easy pace is a workout.",
                &["stimulus-04"],
            ),
        ],
        stances: Stances {
            evidence_first: "It has its place; the habit of it on easy days is held against it.",
            quality_first: "Without a job it is grey, sooner than elsewhere.",
            context: "It depends on what it is for.",
            shakeout: "Forbidden on recovery days.",
            steady_build: "One of three efforts that a cycle holds.",
            all_training: "A workout, which easy days should not become.",
        },
        known: "Polarised and pyramidal training gave equal gains, and so did much moderate \
                running in 17 % less time. The fastest marathon runners are pyramidal, with some \
                moderate running and most of it easy.",
        grade: Grade::Contested,
        sources: &[
            SourceId("rosenblat-2025"),
            SourceId("festa-2020"),
            SourceId("muniz-2025"),
            SourceId("seiler-2006"),
        ],
        settled: "It is judged by intent and structure and not by zone: a tempo or a block at \
                  race pace has a job, the same pace out of habit is grey.",
        arises_at: &[
            RuleId("keep-easy-runs-easy"),
            RuleId("vary-your-pace"),
            RuleId("keep-recovery-runs-plain"),
            RuleId("mix-your-efforts"),
            RuleId("hold-easy-days-back"),
        ],
    },
    Conflict {
        id: "unassigned-easy-run",
        number: 9,
        question: "What is an easy run that nobody gave a job?",
        positions: &[
            position("Junk: a mile without an intention.", &["signs-01", "signs-31"]),
            position("Base: few miles are without benefit.", &["context-07", "context-26"]),
            position("Training, as every run is.", &["stimulus-09"]),
        ],
        stances: Stances {
            evidence_first: "Base, unless it is too fast by habit or plainly one too many.",
            quality_first: "A run that has no role yet.",
            context: "Base, habit or wellbeing.",
            shakeout: "Base.",
            steady_build: "Easy running.",
            all_training: "Easy training.",
        },
        known: "Junk has never been measured. In a cohort of 151,813 marathons faster runners \
                ran more of their distance easily, which proves no cause.",
        grade: Grade::Convention,
        sources: &[SourceId("muniz-2025"), SourceId("everymile")],
        settled: "The label depends on the doctrine; the facts behind it are the same.",
        arises_at: &[RuleId("give-every-run-a-job")],
    },
];
