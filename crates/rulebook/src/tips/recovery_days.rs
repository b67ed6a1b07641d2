//! Tips for days of recovery: how slow, how soft, how long, and what may take a run's place.

use super::{RECOVERY, STIMULUS, Tip};
use crate::{
    occasions::Occasion,
    source::{Grade, SourceId},
};

pub(super) const TIPS: &[Tip] = &[
    Tip {
        id: "shuffle",
        occasions: &[Occasion::RecoveryRunToday],
        text: "Shuffle, almost at a walk, to move the legs rather than to tire them: if it \
               feels silly slow it is about right. Some of the fastest runners of the world \
               are said to jog like that between hard days. Holding back takes confidence, so \
               be proud of your slow runs.",
        grade: Grade::Convention,
        sources: &[RECOVERY],
    },
    Tip {
        id: "hide-the-pace",
        occasions: &[Occasion::RecoveryRunToday, Occasion::CarefulRunToday],
        text: "Hide the pace on your watch, or leave the watch at home: no splits, no \
               pressure, no suffering. Let the run be a moving meditation that clears the \
               head.",
        grade: Grade::Convention,
        sources: &[RECOVERY],
    },
    Tip {
        id: "scan-the-body",
        occasions: &[Occasion::RecoveryRunToday],
        text: "Run by feel, and go through the body once. Afterwards ask it three things: how the \
               calves were, how the hips were, and how the stride felt.",
        grade: Grade::Convention,
        sources: &[RECOVERY],
    },
    Tip {
        id: "seek-soft-ground",
        occasions: &[Occasion::RecoveryRunToday],
        text: "Grass, gravel, a groomed trail or a flat loop is kind to tired legs.",
        grade: Grade::Weak,
        sources: &[RECOVERY],
    },
    Tip {
        id: "wear-soft-shoes",
        occasions: &[Occasion::RecoveryRunToday],
        text: "Take the softest shoes you have. A pair that is a little worn and comfortable \
               is just right; racing flats can wait.",
        grade: Grade::Weak,
        sources: &[RECOVERY],
    },
    Tip {
        id: "walk-into-it",
        occasions: &[Occasion::RecoveryRunToday, Occasion::CarefulRunToday],
        text: "If the legs feel heavy at the start, walk and shuffle for the first ten minutes \
               and warm into the run.",
        grade: Grade::Convention,
        sources: &[RECOVERY],
    },
    Tip {
        id: "take-calm-company",
        occasions: &[Occasion::RecoveryRunToday, Occasion::EasyRunToday, Occasion::CarefulRunToday],
        text: "Run with somebody you can chat with, or alone with a podcast or slow music. \
               Notice your breath, let your thoughts wander, smile.",
        grade: Grade::Convention,
        sources: &[RECOVERY],
    },
    Tip {
        id: "stop-while-it-is-easy",
        occasions: &[Occasion::RecoveryRunToday],
        text: "Done beats more: a recovery run is like a massage, and nobody gives a badge for \
               its length. When you have run what you meant to and feel like twice that, ask \
               what the rest would be for.",
        grade: Grade::Convention,
        sources: &[RECOVERY],
    },
    Tip {
        id: "test-ten-minutes",
        occasions: &[Occasion::RecoveryRunToday],
        text: "If it still feels awful after ten minutes of jogging, stop and take the day \
               off. That is a good decision, and it counts as one.",
        grade: Grade::Convention,
        sources: &[RECOVERY],
    },
    Tip {
        id: "make-it-routine",
        occasions: &[Occasion::RecoveryRunToday],
        text: "Make the easy day a habit that needs no thought, like brushing your teeth: a \
               single day shows nothing, the many add up.",
        grade: Grade::Convention,
        sources: &[RECOVERY],
    },
    Tip {
        id: "swap-for-something-gentle",
        occasions: &[Occasion::SwapToday, Occasion::RestToday],
        text: "Recovery need not be a run: walking, stretching, cycling, swimming, yoga or a \
               foam roller will do. Over many studies active recovery eased soreness a little; \
               how much of that is real is disputed.",
        grade: Grade::Contested,
        sources: &[RECOVERY, SourceId("dupuy-2018")],
    },
    Tip {
        id: "walk-after-the-race",
        occasions: &[Occasion::AfterLongRace],
        text: "In the first days after a long race a slow walk without a watch is enough. \
               Running can wait until the legs ask for it.",
        grade: Grade::Convention,
        sources: &[RECOVERY],
    },
    Tip {
        id: "count-every-run",
        occasions: &[Occasion::RecoveryRunToday, Occasion::EasyRunToday],
        text: "Every run is training, however short or slow: each adds load, and none takes \
               tiredness away. Easy runs ask the least for their distance, and so they are how \
               most runners come to run more.",
        grade: Grade::Moderate,
        sources: &[STIMULUS, RECOVERY, SourceId("muniz-2025")],
    },
    Tip {
        id: "run-a-little-tired",
        occasions: &[Occasion::RecoveryRunToday],
        text: "An easy run soon after something hard begins on tired legs and half-empty \
               stores, and other muscle fibres may take over. That may be a stimulus of its \
               own, and a reason not to skip the run; trained athletes gained nothing \
               measurable from training with low stores, so nothing needs forcing.",
        grade: Grade::Weak,
        sources: &[STIMULUS, SourceId("gejl-2021"), SourceId("yeo-2008")],
    },
    Tip {
        id: "know-the-one-leg-study",
        occasions: &[Occasion::RecoveryRunToday],
        text: "The study behind running tired: seven untrained men trained one leg twice every \
               second day and the other once a day, with equal work. Peak power rose alike; the \
               first leg lasted much longer at 90 % of it, often retold as 90 % more endurance. \
               It compares timing for one muscle, not a recovery run with none, and trained \
               athletes gained nothing in later trials.",
        grade: Grade::Weak,
        sources: &[SourceId("hansen-2005"), SourceId("gejl-2021"), RECOVERY, STIMULUS],
    },
];
