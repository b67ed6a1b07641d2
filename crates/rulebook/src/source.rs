//! Who says so, and how strongly it is known. No grade has a default: every number in a rule names
//! its source and its grade.

use serde::Serialize;
use std::fmt;

/// How strongly something is known. There is no default on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grade {
    /// Several consistent trials or large cohorts, or an identity.
    Strong,
    /// One good trial or large cohort, or consistent reviews.
    Moderate,
    /// Small, indirect or inconsistent studies.
    Weak,
    /// Coaching practice that nobody has tested.
    Convention,
    /// Evidence or experts point both ways.
    Contested,
}

impl Grade {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Strong => "strong",
            Self::Moderate => "moderate",
            Self::Weak => "weak",
            Self::Convention => "convention",
            Self::Contested => "contested",
        }
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

/// The short name of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct SourceId(pub &'static str);

impl fmt::Display for SourceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}

/// Where a number or a claim comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Its short name.
    pub id: SourceId,
    /// Who.
    pub who: &'static str,
    /// When; `None` where no year is given.
    pub year: Option<i16>,
    /// What kind of source it is, in a few words.
    pub kind: &'static str,
    /// Where to find it: journal and page, DOI or PMC number.
    pub found_at: &'static str,
    /// What it showed and what it did not.
    pub says: &'static str,
}

/// Every source, in alphabetical order of its short name.
pub fn sources() -> &'static [Source] {
    SOURCES
}

/// One source by its short name.
pub fn source(id: SourceId) -> Option<&'static Source> {
    SOURCES.iter().find(|source| source.id == id)
}

const SOURCES: &[Source] = &[
    Source {
        id: SourceId("bell-2023"),
        who: "Bell and others",
        year: Some(2023),
        kind: "expert consensus (Delphi), strength sports",
        found_at: "Sports Medicine Open, doi 10.1186/s40798-023-00633-0",
        says: "Experts agree on lighter weeks after blocks of training; it is opinion, from strength sports, and no trial in runners was found.",
    },
    Source {
        id: SourceId("blagrove-2018"),
        who: "Blagrove, Howatson, Hayes",
        year: Some(2018),
        kind: "systematic review",
        found_at: "Sports Medicine 48:1117, PMC5889786",
        says: "Strength training two or three times a week for 6 to 20 weeks improves running economy by 2 to 8 % and time trials from 1.5 to 10 km; protection from injury is less clear.",
    },
    Source {
        id: SourceId("bone-stress-guides"),
        who: "Clinics that treat bone stress",
        year: None,
        kind: "guidance pages of physiotherapists and podiatrists",
        found_at: "achievepodiatry.com.au, upwardptseattle.com, mammothphysio.com",
        says: "Expect no pain at all while running comes back, name the places where a clinician decides, and step back when symptoms linger beyond a day.",
    },
    Source {
        id: SourceId("buchheit-2014"),
        who: "Buchheit",
        year: Some(2014),
        kind: "review",
        found_at: "Frontiers in Physiology 5:73",
        says: "How to read resting heart rate and its variability: running means against the smallest worthwhile change, never one morning.",
    },
    Source {
        id: SourceId("buist-2008"),
        who: "Buist and others",
        year: Some(2008),
        kind: "randomised trial, 532 novice runners",
        found_at: "American Journal of Sports Medicine 36:33, PMID 17940147",
        says: "A programme that grew by a tenth a week and a faster one gave the same injuries (20.8 and 20.3 %).",
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
        id: SourceId("dupuy-2018"),
        who: "Dupuy and others",
        year: Some(2018),
        kind: "meta-analysis of 99 studies",
        found_at: "Frontiers in Physiology 9:403",
        says: "Active recovery lowers soreness a little; massage does most. Critics point to studies that were never published.",
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
        id: SourceId("eyestone-1993"),
        who: "Eyestone and others",
        year: Some(1993),
        kind: "training trial, 32 trained subjects, 6 weeks",
        found_at: "American Journal of Sports Medicine 21:41",
        says: "Water running, cycling and running kept maximal oxygen uptake and two-mile time alike.",
    },
    Source {
        id: SourceId("feely-2023"),
        who: "Feely and others",
        year: Some(2023),
        kind: "cohort of marathon runners",
        found_at: "Frontiers in Sports and Active Living 4:1096124",
        says: "Marathoners with a gap of seven days or more in the sixteen weeks before were 5 to 8 % slower than in their own undisrupted marathons.",
    },
    Source {
        id: SourceId("festa-2020"),
        who: "Festa and others",
        year: Some(2020),
        kind: "randomised trial, 38 recreational runners",
        found_at: "PMC7739641",
        says: "77/3/20 and 40/50/10 per cent of time in easy, moderate and hard zones gave equal gains; the second took 17 % less time.",
    },
    Source {
        id: SourceId("fokkema-2020"),
        who: "Fokkema and others",
        year: Some(2020),
        kind: "cohort, 997 race entrants",
        found_at: "Scandinavian Journal of Medicine and Science in Sports, doi 10.1111/sms.13725",
        says: "Half-marathon runners with more than 32 km a week and long runs beyond 21 km were faster; marathon runners with less than 40 km a week slower. Observational.",
    },
    Source {
        id: SourceId("foster-2008"),
        who: "Foster and others",
        year: Some(2008),
        kind: "laboratory study",
        found_at: "The Talk Test as a Marker of Exercise Training Intensity, Journal of Cardiopulmonary Rehabilitation and Prevention 28:24",
        says: "The last stage at which speech is comfortable follows the first ventilatory threshold; errors lean towards passing when already above it.",
    },
    Source {
        id: SourceId("frandsen-2025"),
        who: "Frandsen and others",
        year: Some(2025),
        kind: "cohort, 5,205 runners, 18 months",
        found_at: "British Journal of Sports Medicine 59:1203, PMID 40623829",
        says: "Single runs more than a tenth beyond the longest of 30 days went with more injuries; week-to-week change did not. Observational, 22 % women.",
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
        id: SourceId("gejl-2021"),
        who: "Gejl, Nybo",
        year: Some(2021),
        kind: "meta-analysis of 9 trials",
        found_at: "Journal of the International Society of Sports Nutrition 2021, s12970-021-00435-3",
        says: "Training on little glycogen brought trained athletes no better performance.",
    },
    Source {
        id: SourceId("hansen-2005"),
        who: "Hansen and others",
        year: Some(2005),
        kind: "training study, 7 untrained men",
        found_at: "Journal of Applied Physiology 98:93",
        says: "Of two legs given equal work, the one trained twice every other day lasted longer; both reached the same peak. One joint, untrained men.",
    },
    Source {
        id: SourceId("heiderscheit-2011"),
        who: "Heiderscheit and others",
        year: Some(2011),
        kind: "laboratory study, 45 runners",
        found_at: "Medicine and Science in Sports and Exercise 43:296",
        says: "Five or ten per cent more steps at the same speed lower braking and what the knee absorbs; the hip too at ten. Mechanics, not injuries.",
    },
    Source {
        id: SourceId("lieberman-2015"),
        who: "Lieberman and others",
        year: Some(2015),
        kind: "laboratory study, 14 runners",
        found_at: "Journal of Experimental Biology 218:3406",
        says: "At 3 m/s the cheapest cadence was 170 steps a minute on average, with a standard deviation of 7: it is personal.",
    },
    Source {
        id: SourceId("malisoux-2015"),
        who: "Malisoux and others",
        year: Some(2015),
        kind: "cohort, 264 runners, 22 weeks",
        found_at: "Scandinavian Journal of Medicine and Science in Sports 25:110",
        says: "Each weekly hour of another sport went with fewer running injuries (hazard ratio 0.85).",
    },
    Source {
        id: SourceId("martinez-navarro-2021"),
        who: "Martínez-Navarro and others",
        year: Some(2021),
        kind: "randomised trial, 64 marathon finishers",
        found_at: "European Journal of Sport Science 21:1668",
        says: "Easy to moderate running after a marathon harmed no marker of recovery and may have helped jumping.",
    },
    Source {
        id: SourceId("mujika-2001"),
        who: "Mujika, Padilla",
        year: Some(2001),
        kind: "review",
        found_at: "Medicine and Science in Sports and Exercise 33:413",
        says: "Metabolic changes within about ten days without training; aerobic capacity gained lately is lost after more than four weeks.",
    },
    Source {
        id: SourceId("muniz-2025"),
        who: "Muniz-Pumares and others",
        year: Some(2025),
        kind: "cohort, 151,813 marathons",
        found_at: "Sports Medicine 55:1023",
        says: "Zones set at 82.3 % of critical speed and at critical speed; faster runners run more below the first border, and most are pyramidal.",
    },
    Source {
        id: SourceId("nielsen-2014"),
        who: "Nielsen and others",
        year: Some(2014),
        kind: "cohort, 874 novice runners, one year",
        found_at: "Journal of Orthopaedic and Sports Physical Therapy 2014",
        says: "Weekly growth below 10, 10 to 30 and above 30 % went with injuries alike.",
    },
    Source {
        id: SourceId("nuuttila-2022"),
        who: "Nuuttila and others",
        year: Some(2022),
        kind: "randomised trial, 30 recreational runners",
        found_at: "Medicine and Science in Sports and Exercise 54:1690, PMC9473708",
        says: "Adjusting load by heart-rate variability, felt recovery and the heart rate-speed index improved 10 km times more than a fixed plan did.",
    },
    Source {
        id: SourceId("nuuttila-2025"),
        who: "Nuuttila and others",
        year: Some(2025),
        kind: "laboratory study, 165 recreational runners",
        found_at: "European Journal of Applied Physiology 125:2161, PMC12354492",
        says: "Fixed shares of a maximum miss the first threshold by 4.9 to 7.4 beats a minute.",
    },
    Source {
        id: SourceId("plews-2014"),
        who: "Plews and others",
        year: Some(2014),
        kind: "observation of athletes",
        found_at: "International Journal of Sports Physiology and Performance",
        says: "Three valid mornings a week suffice for a weekly mean of heart-rate variability.",
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
        id: SourceId("ramskov-2018"),
        who: "Ramskov and others (Run Clever)",
        year: Some(2018),
        kind: "randomised trial, 839 runners recruited, 447 analysed",
        found_at: "BMJ Open Sport and Exercise Medicine 4:e000333",
        says: "Adding intensity and adding distance went with about as many injuries (36 and 44 runners).",
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
        id: SourceId("rogerson-2023"),
        who: "Rogerson and others",
        year: Some(2023),
        kind: "survey of strength athletes",
        found_at: "preprint rs-3468381",
        says: "Strength athletes train lightly for 6.4 days about every 5.8 weeks: a habit, not a trial, and not runners.",
    },
    Source {
        id: SourceId("rosenblat-2025"),
        who: "Rosenblat and others",
        year: Some(2025),
        kind: "meta-analysis of 13 trials, 348 athletes",
        found_at: "Sports Medicine 55:621",
        says: "Polarised and pyramidal training gave equal gains; recreational runners leaned towards pyramidal.",
    },
    Source {
        id: SourceId("saw-2016"),
        who: "Saw, Main, Gastin",
        year: Some(2016),
        kind: "systematic review, 56 studies",
        found_at: "British Journal of Sports Medicine 50:281",
        says: "What athletes say of themselves tracks training load better than objective markers do.",
    },
    Source {
        id: SourceId("seiler-2006"),
        who: "Seiler, Kjerland",
        year: Some(2006),
        kind: "observation, 11 junior skiers",
        found_at: "Scandinavian Journal of Medicine and Science in Sports 16:49",
        says: "Endurance athletes spend about three quarters of their sessions easy and few in the moderate zone.",
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
        id: SourceId("silbernagel-2007"),
        who: "Silbernagel and others",
        year: Some(2007),
        kind: "randomised trial of tendon pain, by clinics that quote it",
        found_at: "bim.physio, southsidephysio.com",
        says: "Pain of 0 to 3 of 10 counts as safe and 4 to 5 as acceptable while a tendon is trained; it says nothing of bone.",
    },
    Source {
        id: SourceId("smyth-2020"),
        who: "Smyth, Muniz-Pumares",
        year: Some(2020),
        kind: "cohort of marathon runners",
        found_at: "Medicine and Science in Sports and Exercise 52:2637",
        says: "Marathons are run at 93 % of critical speed (150 minutes) to 79 % (360 minutes).",
    },
    Source {
        id: SourceId("smyth-2022"),
        who: "Smyth and others",
        year: Some(2022),
        kind: "cohort of marathon runners",
        found_at: "Sports Medicine 52:2283",
        says: "Late in a marathon heart rate rises against speed, on average from about 25 km; how much tells performance. Injury was not studied.",
    },
    Source {
        id: SourceId("stimulus"),
        who: "The article that counts every run as training",
        year: None,
        kind: "coaching article",
        found_at: "founding article of everymile",
        says: "A run after something hard does not help recovery but trains; run it easily. Coaching practice, partly tested.",
    },
    Source {
        id: SourceId("takayama-2017"),
        who: "Takayama and others",
        year: Some(2017),
        kind: "observation, 11 recreational marathoners",
        found_at: "PMC5613699",
        says: "Aerobic capacity, threshold speed and economy were back within seven days of a marathon; soreness lasted to the third day.",
    },
    Source {
        id: SourceId("van-hooren-2018"),
        who: "Van Hooren, Peake",
        year: Some(2018),
        kind: "review",
        found_at: "Sports Medicine 48:1575, PMC5999142",
        says: "An active cool-down does little or nothing for soreness, damage or the next day; it was not about a jog the next day.",
    },
    Source {
        id: SourceId("vesterinen-2014"),
        who: "Vesterinen and others",
        year: Some(2014),
        kind: "training study, recreational runners",
        found_at: "Journal of Strength and Conditioning Research 28:902",
        says: "Changes in heart rate at the same running speed go with changes in peak treadmill speed (r 0.43 to 0.61).",
    },
    Source {
        id: SourceId("walsh-2021"),
        who: "Walsh and others",
        year: Some(2021),
        kind: "expert consensus on sleep and the athlete",
        found_at: "British Journal of Sports Medicine 55:356",
        says: "Less than seven hours is the usual line, and goes with more respiratory infections; one range for all is unlikely to be ideal.",
    },
    Source {
        id: SourceId("yeo-2008"),
        who: "Yeo and others",
        year: Some(2008),
        kind: "training trial, 2 groups of 7 trained cyclists, 3 weeks",
        found_at: "Journal of Applied Physiology 105:1462",
        says: "Training twice every second day raised enzymes and the use of fat; performance gained about a tenth either way.",
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::rules;

    #[test]
    fn sources_are_in_order_and_named_once() {
        assert!(SOURCES.windows(2).all(|pair| pair[0].id < pair[1].id));
    }

    #[test]
    fn every_rule_and_every_number_in_it_has_a_known_source() {
        for rule in rules() {
            let own = rule.sources.iter().copied();
            let numbers = rule.parameters.iter().map(|parameter| parameter.source);
            for id in own.chain(numbers) {
                assert!(source(id).is_some(), "{}: {id}", rule.id);
            }
        }
    }
}
