//! Tips for how one runs, and for what keeps a runner's body able to: form, drills, strength.

use super::{CONTEXT, PROGRESSION, RECOVERY, SIGNS, Tip};
use crate::{
    occasions::Occasion,
    source::{Grade, SourceId},
};

pub(super) const TIPS: &[Tip] = &[
    Tip {
        id: "practise-form",
        occasions: &[Occasion::EasyRunToday, Occasion::RecoveryRunToday],
        text: "Easy running is the time to practise form: posture, cadence, arm swing, how the \
               foot lands. Take one cue at a time, from a coach or a video, and do not chase \
               perfection. Better technique may save energy.",
        grade: Grade::Weak,
        sources: &[PROGRESSION, CONTEXT, RECOVERY],
    },
    Tip {
        id: "land-lightly",
        occasions: &[Occasion::EasyRunToday],
        text: "Try to land lightly, near the middle of the foot. A watch cannot see it, and \
               whether it spares the legs is disputed.",
        grade: Grade::Contested,
        sources: &[PROGRESSION],
    },
    Tip {
        id: "add-drills",
        occasions: &[Occasion::EasyRunToday],
        text: "Once or twice a week add up to ten minutes of drills to an easy run: hips that \
               extend, ankles that push off, knees in line.",
        grade: Grade::Weak,
        sources: &[PROGRESSION],
    },
    Tip {
        id: "frame-hard-runs",
        occasions: &[Occasion::HardRunToday],
        text: "Open a hard run with easy running and moving warm-ups; close it with easy \
               running, and stretch if you like. That it makes you ready is well known; that \
               it prevents injury is not.",
        grade: Grade::Weak,
        sources: &[CONTEXT, PROGRESSION],
    },
    Tip {
        id: "train-the-core",
        occasions: &[Occasion::WeekWithoutStrength],
        text: "Exercises for core, hips, hamstrings and calves need no equipment. They are \
               said to hold hips and knees steady and to make running efficient; whether they \
               prevent injury is less clear.",
        grade: Grade::Weak,
        sources: &[SIGNS, PROGRESSION, SourceId("blagrove-2018")],
    },
    Tip {
        id: "add-plyometrics",
        occasions: &[Occasion::WeekWithoutStrength, Occasion::WeekWithStrength],
        text: "Small jumps, done with care at most twice a week and growing by a tenth a week, \
               improve economy and power.",
        grade: Grade::Moderate,
        sources: &[PROGRESSION, SourceId("blagrove-2018")],
    },
    Tip {
        id: "load-in-small-steps",
        occasions: &[Occasion::WeekWithStrength],
        text: "Raise weights or repetitions in small steps, two to five per cent a week.",
        grade: Grade::Moderate,
        sources: &[PROGRESSION],
    },
];
