//! Tips for the long way: patience, small goals, plans that bend, and what to do when running is
//! scarce.

use super::{CONTEXT, PROGRESSION, RECOVERY, SIGNS, Tip};
use crate::{
    occasions::Occasion,
    source::{Grade, SourceId},
};

pub(super) const TIPS: &[Tip] = &[
    Tip {
        id: "have-patience",
        occasions: &[Occasion::GrowingWeeks, Occasion::NewRunner],
        text: "Have patience: gains come from weeks of small steps. Phases that build, \
               training in several ways and good form together let many runners run more, and \
               with more joy; nobody can promise that no injury comes.",
        grade: Grade::Weak,
        sources: &[PROGRESSION],
    },
    Tip {
        id: "set-a-small-goal",
        occasions: &[Occasion::FirstDayOfTheWeek],
        text: "Set yourself one small goal for the week that lies in your hands, such as three \
               runs you finish fresh.",
        grade: Grade::Weak,
        sources: &[PROGRESSION],
    },
    Tip {
        id: "celebrate-small-wins",
        occasions: &[Occasion::EasierAtTheSamePace],
        text: "The same easy pace costs you fewer heartbeats than it did. That is a small win \
               and worth celebrating, as are fresher legs after a long run.",
        grade: Grade::Convention,
        sources: &[PROGRESSION],
    },
    Tip {
        id: "bend-the-plan",
        occasions: &[Occasion::MissedSession, Occasion::Break],
        text: "A plan that bends holds longer, and keeps the joy in it: move or shorten a \
               session, keep the long run and one hard run, and let the rest go.",
        grade: Grade::Weak,
        sources: &[PROGRESSION],
    },
    Tip {
        id: "tell-somebody",
        occasions: &[Occasion::FirstDayOfTheWeek, Occasion::GrowingWeeks],
        text: "Tell a coach or a friend how the week went. Who knows about it keeps you going \
               and sees what you overlook, and together hard work turns into lasting gains.",
        grade: Grade::Convention,
        sources: &[PROGRESSION],
    },
    Tip {
        id: "keep-the-heart-without-impact",
        occasions: &[Occasion::SwapToday, Occasion::Break, Occasion::BusyWeeks],
        text: "Cycling, swimming, the elliptical or running in water keep heart and lungs \
               trained and spare joints and tendons: in a six-week trial water running and \
               cycling kept fitness as running did. They suit a break, and the first week of a \
               new phase.",
        grade: Grade::Moderate,
        sources: &[PROGRESSION, SourceId("eyestone-1993")],
    },
    Tip {
        id: "keep-fit-on-little",
        occasions: &[Occasion::BusyWeeks],
        text: "Fitness keeps for about three weeks on half to six tenths of the usual running, \
               if one hard run a week stays; the numbers are provisional.",
        grade: Grade::Moderate,
        sources: &[SIGNS],
    },
    Tip {
        id: "give-it-half-a-year",
        occasions: &[Occasion::NewRunner],
        text: "Enjoying it may take about six months. Until then, short and easy is enough.",
        grade: Grade::Convention,
        sources: &[SIGNS],
    },
    Tip {
        id: "try-another-goal",
        occasions: &[Occasion::NoRace],
        text: "A goal need not be a race: run slower on purpose, collect metres of climbing, \
               or time a mile on the track.",
        grade: Grade::Convention,
        sources: &[SIGNS],
    },
    Tip {
        id: "use-the-long-run",
        occasions: &[Occasion::LongRunToday],
        text: "A long run teaches the body to go on when its stores run low, and the head to \
               stay with it.",
        grade: Grade::Weak,
        sources: &[CONTEXT],
    },
    Tip {
        id: "let-easy-runs-build",
        occasions: &[Occasion::EasyRunToday, Occasion::RecoveryRunToday, Occasion::NewRunner],
        text: "Easy running grows capillaries and mitochondria and teaches the muscles to burn \
               fat; regular load makes bones, tendons and muscles strong. It compounds: many \
               plain runs make the fitness.",
        grade: Grade::Moderate,
        sources: &[CONTEXT, RECOVERY],
    },
];
