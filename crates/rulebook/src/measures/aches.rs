//! Pain as the runner has told of it, place by place: which pains still stand, how long they have
//! lasted, and whether they are fading. A pain stands until it is said to be gone; silence does not
//! end it. Soreness is no pain.

use crate::case::Case;
use training::{Date, Pain, calendar::days_between};

/// How many days back a pain is remembered when nothing more is said of it.
pub const REMEMBERED: i64 = 90;
/// The strongest pain that may be a passing ache: 0 to 3 of 10 is the safe range of pain monitoring
/// (Silbernagel 2007).
pub const PASSING: u8 = 3;
/// What would tell about pain.
pub const SUPPLY: &str = "Say each day whether anything hurts (0 to 10), where and since when, and \
                          whether it is swollen, or sharp and in one place; 0 is an answer too.";
/// A pain named again after more days than this is a new one.
const SAME_PAIN: i64 = 7;

/// A pain that stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Ache {
    /// Where it hurts, in the runner's words.
    pub site: Option<String>,
    /// The last day it was named.
    pub named: Date,
    /// How strong it was then, 0 to 10.
    pub level: u8,
    /// Whether it was weaker then than the day it was named before.
    pub is_falling: bool,
    /// How many hours it is known to have lasted: as said, or from the first day it was named to
    /// the last.
    pub hours: f64,
    /// Whether the place is swollen; `None` where it was not said.
    pub is_swollen: Option<bool>,
    /// Whether it is sharp and in one place; `None` where it was not said.
    pub is_sharp: Option<bool>,
}

/// What the runner has told of pain.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Aches {
    /// The pains that stand, in the order in which they began.
    pub standing: Vec<Ache>,
    /// The last day on which a pain was said to be gone.
    pub gone: Option<Date>,
    /// The last day on which anything was said about pain.
    pub asked: Option<Date>,
}

impl Ache {
    /// Whether it may be a passing ache: weak, fading, and not sharp in one place.
    pub fn is_passing(&self) -> bool {
        self.level <= PASSING && self.is_falling && self.is_sharp != Some(true)
    }

    /// The pain and its place: `Pain of 4 of 10 (left shin)`.
    pub fn in_words(&self) -> String {
        let site = self.site.as_ref().map_or(String::new(), |site| format!(" ({site})"));
        match self.level {
            0 => format!("Discomfort{site}"),
            level => format!("Pain of {level} of 10{site}"),
        }
    }

    fn is_at(&self, site: Option<&str>) -> bool {
        match (self.site.as_deref(), site) {
            (Some(own), Some(other)) => own.trim().eq_ignore_ascii_case(other.trim()),
            _ => true,
        }
    }

    fn began(on: Date, pain: &Pain) -> Self {
        Self {
            site: pain.site.clone(),
            named: on,
            level: pain.level.into(),
            is_falling: false,
            hours: pain.lasted.map_or(0.0, |lasted| lasted.0 / 3600.0),
            is_swollen: pain.is_swollen,
            is_sharp: pain.is_sharp_and_local,
        }
    }

    fn go_on(&mut self, on: Date, pain: &Pain) {
        let level = pain.level.into();
        let since = 24.0 * days_between(self.named, on) as f64;
        let said = pain.lasted.map_or(0.0, |lasted| lasted.0 / 3600.0);
        self.hours = (self.hours + since).max(said);
        self.is_falling = level < self.level;
        (self.named, self.level) = (on, level);
        self.site = pain.site.clone().or(self.site.take());
        self.is_swollen = pain.is_swollen.or(self.is_swollen);
        self.is_sharp = pain.is_sharp_and_local.or(self.is_sharp);
    }

    /// Swelling and sharpness stand until something else is said of them.
    fn with_flags_of(self, earlier: &Self) -> Self {
        Self {
            is_swollen: self.is_swollen.or(earlier.is_swollen),
            is_sharp: self.is_sharp.or(earlier.is_sharp),
            ..self
        }
    }
}

/// The pains that stand on the day judged, and when one was last said to be gone.
pub fn aches(case: &Case<'_>) -> Aches {
    let mut aches = Aches::default();
    let check_ins = case.recent_check_ins(REMEMBERED).iter();
    for (day, pain) in
        check_ins.filter_map(|check_in| Some((check_in.date, check_in.pain.as_ref()?)))
    {
        aches.asked = Some(day);
        if hurts(pain) {
            aches.name(day, pain);
        } else {
            aches.end(day, pain.site.as_deref());
        }
    }
    aches
}

/// Whether a pain is one at all: an answer of nought without swelling is none.
pub fn hurts(pain: &Pain) -> bool {
    u8::from(pain.level) > 0
        || pain.is_swollen == Some(true)
        || pain.is_sharp_and_local == Some(true)
}

impl Aches {
    /// The pains named on the day judged or within so many days before.
    pub fn named_within(&self, case: &Case<'_>, days: i64) -> impl Iterator<Item = &Ache> {
        let on = case.on;
        self.standing.iter().filter(move |ache| days_between(ache.named, on) <= days)
    }

    /// Whether anything was said about pain on the day judged or within the six days before.
    pub fn asked_lately(&self, case: &Case<'_>) -> bool {
        self.asked.is_some_and(|day| days_between(day, case.on) < 7)
    }

    fn name(&mut self, on: Date, pain: &Pain) {
        let is_same = |ache: &&mut Ache| ache.is_at(pain.site.as_deref());
        match self.standing.iter_mut().rev().find(is_same) {
            Some(ache) if days_between(ache.named, on) <= SAME_PAIN => ache.go_on(on, pain),
            Some(ache) => *ache = Ache::began(on, pain).with_flags_of(ache),
            None => self.standing.push(Ache::began(on, pain)),
        }
    }

    fn end(&mut self, on: Date, site: Option<&str>) {
        let before = self.standing.len();
        self.standing.retain(|ache| !ache.is_at(site));
        if self.standing.len() < before {
            self.gone = Some(on);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples::example;

    fn told(week: &str) -> Aches {
        aches(&example(&format!("1 week:\n{week}")).case())
    }

    #[test]
    fn a_pain_stands_until_it_is_said_to_be_gone() {
        let silent = told("check-in Tue: pain 3 left shin\ncheck-in Wed: fatigue 2");
        assert_eq!(silent.standing.len(), 1);
        let gone = told("check-in Tue: pain 3 left shin\ncheck-in Thu: pain 0");
        assert!(gone.standing.is_empty());
        assert!(gone.gone.is_some());
    }

    #[test]
    fn an_answer_about_another_place_ends_nothing() {
        let other =
            told("check-in Tue: pain 5 left shin, swollen\ncheck-in Wed: pain 0 right knee");
        assert_eq!(other.standing.len(), 1);
        let two = told("check-in Tue: pain 5 left shin\ncheck-in Wed: pain 2 right knee");
        assert_eq!(two.standing.len(), 2);
    }

    #[test]
    fn a_pain_named_on_three_days_has_lasted_two() {
        let ache =
            &told("check-in Fri: pain 3\ncheck-in Sat: pain 2\ncheck-in Sun: pain 1").standing[0];
        assert_eq!(ache.hours, 48.0);
        assert!(ache.is_passing());
    }

    #[test]
    fn what_is_said_to_have_lasted_goes_on() {
        let ache = &told("check-in Sat: pain 3, lasted 2 days\ncheck-in Sun: pain 3").standing[0];
        assert_eq!(ache.hours, 72.0);
        assert!(!ache.is_passing());
    }

    #[test]
    fn swelling_stands_until_it_is_said_to_be_down() {
        let later = told("check-in Fri: pain 3, swollen\ncheck-in Sat: pain 2");
        assert_eq!(later.standing[0].is_swollen, Some(true));
        let down = told("check-in Fri: pain 3, swollen\ncheck-in Sat: pain 2, not-swollen");
        assert_eq!(down.standing[0].is_swollen, Some(false));
    }
}
