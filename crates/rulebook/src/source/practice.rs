//! What coaches, clinics and this project do: practice that no study has tested.

use super::{Source, SourceId};

/// In alphabetical order of their short names.
pub(super) const PRACTICE: &[Source] = &[
    Source {
        id: SourceId("bone-stress-guides"),
        who: "Clinics that treat bone stress",
        year: None,
        kind: "guidance pages of physiotherapists and podiatrists",
        found_at: "achievepodiatry.com.au, upwardptseattle.com, mammothphysio.com",
        says: "Expect no pain at all while running comes back, name the places where a clinician decides, and step back when symptoms linger beyond a day.",
    },
    Source {
        id: SourceId("context"),
        who: "The article that judges miles by their context",
        year: None,
        kind: "coaching article",
        found_at: "founding article of everymile",
        says: "Whether a mile is junk depends on goal, level and wellbeing: coaching practice, untested.",
    },
    Source {
        id: SourceId("daniels"),
        who: "Daniels",
        year: None,
        kind: "coaching book",
        found_at: "running training manual, from memory and provisional",
        says: "How much to run after so many missed days, and to skip the first hard session after an illness: coaching practice, untested.",
    },
    Source {
        id: SourceId("everymile"),
        who: "everymile",
        year: Some(2026),
        kind: "our own convention",
        found_at: "the rule's own page",
        says: "No study sets this number; it is a choice of this project, shown as such and open to change.",
    },
    Source {
        id: SourceId("friel"),
        who: "Friel",
        year: None,
        kind: "coaching guide",
        found_at: "trainingbible.com quick guide",
        says: "Zone 1 of this widely used scale ends at 85 % of the heart rate at the second threshold.",
    },
    Source {
        id: SourceId("progression"),
        who: "The article on safe progression",
        year: None,
        kind: "coaching article",
        found_at: "founding article of everymile",
        says: "How to let mileage grow: small steps, lighter weeks, hard days apart, more than running. Coaching practice, mostly untested.",
    },
    Source {
        id: SourceId("recovery"),
        who: "The article that praises recovery runs",
        year: None,
        kind: "coaching article",
        found_at: "founding article of everymile",
        says: "When, how long and how slowly to run for recovery: coaching practice, untested.",
    },
    Source {
        id: SourceId("signs"),
        who: "The article on the signs of junk miles",
        year: None,
        kind: "coaching article",
        found_at: "founding article of everymile",
        says: "Seven signs of junk miles and what to do about them: coaching practice, untested.",
    },
    Source {
        id: SourceId("stimulus"),
        who: "The article that counts every run as training",
        year: None,
        kind: "coaching article",
        found_at: "founding article of everymile",
        says: "A run after something hard does not help recovery but trains; run it easily. Coaching practice, partly tested.",
    },
];
