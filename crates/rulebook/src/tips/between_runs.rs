//! Tips for the hours between runs: eating, drinking, resting, and staying loose.

use super::{PROGRESSION, RECOVERY, SIGNS, Tip};
use crate::{
    occasions::Occasion,
    source::{Grade, SourceId},
};

pub(super) const TIPS: &[Tip] = &[
    Tip {
        id: "refuel-after-long-runs",
        occasions: &[Occasion::AfterLongRun, Occasion::LongRunToday],
        text: "Within half an hour to an hour of a long run eat mostly carbohydrate with some \
               protein, three or four grams to one.",
        grade: Grade::Convention,
        sources: &[SIGNS],
    },
    Tip {
        id: "drink-after-long-runs",
        occasions: &[Occasion::AfterLongRun, Occasion::LongRunToday, Occasion::WarmDays],
        text: "After a long and sweaty run replace water and salts (sodium and potassium), the \
               more the longer and the warmer it was.",
        grade: Grade::Moderate,
        sources: &[SIGNS, RECOVERY],
    },
    Tip {
        id: "move-gently-after-long-runs",
        occasions: &[Occasion::AfterLongRun],
        text: "A short walk later in the day, or the legs up for a while, may ease the \
               stiffness.",
        grade: Grade::Weak,
        sources: &[SIGNS],
    },
    Tip {
        id: "eat-after-hard-runs",
        occasions: &[Occasion::AfterHardRun, Occasion::HardRunToday],
        text: "Carbohydrate and protein within half an hour to an hour of a hard run are the \
               usual advice.",
        grade: Grade::Convention,
        sources: &[RECOVERY],
    },
    Tip {
        id: "take-a-nap",
        occasions: &[Occasion::AfterHardestRun],
        text: "After one of your hardest runs a nap of about twenty minutes may do you good.",
        grade: Grade::Weak,
        sources: &[RECOVERY],
    },
    Tip {
        id: "drink-through-the-day",
        occasions: &[Occasion::WarmDays, Occasion::RestToday, Occasion::HeldBackToday],
        text: "Drink through the whole day and not only around runs: two to three litres is \
               the usual advice, and half a litre more above 25 °C is our own.",
        grade: Grade::Convention,
        sources: &[RECOVERY, SourceId("everymile")],
    },
    Tip {
        id: "eat-well",
        occasions: &[Occasion::RestToday, Occasion::GrowingWeeks, Occasion::HeldBackToday],
        text: "Whole grains, lean protein, good fats, fruit and vegetables carry the training. \
               Spread the protein over the day's meals: muscles and tendons are built from it.",
        grade: Grade::Moderate,
        sources: &[RECOVERY, PROGRESSION],
    },
    Tip {
        id: "rest-the-mind",
        occasions: &[
            Occasion::RestToday,
            Occasion::RecoveryRunToday,
            Occasion::EasyRunToday,
            Occasion::CarefulRunToday,
            Occasion::HeldBackToday,
        ],
        text: "Rest the mind too: read, breathe, laugh. Easy days are for doubling down on \
               sleep, food and quiet.",
        grade: Grade::Convention,
        sources: &[RECOVERY],
    },
    Tip {
        id: "loosen-up",
        occasions: &[Occasion::RestToday, Occasion::EasyRunToday],
        text: "A few minutes of mobility work or with a foam roller may loosen what is stiff, \
               if you like it.",
        grade: Grade::Weak,
        sources: &[PROGRESSION],
    },
];
