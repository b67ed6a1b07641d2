//! What a session is to a plan, and how it becomes shorter or easier.

use crate::{
    plan::{
        baseline::critical_speed,
        own_pace::{at_own_pace, is_easy_part, own_easy_speed},
    },
    today::easy_cap,
};
use rulebook::{Case, as_written};
use training::{
    Amount, Bpm, Effort, LocalStart, Metres, MetresPerSecond, Part, Purpose, RunId, Seconds,
    Session, Thresholds,
};

/// Nothing shorter is planned.
pub(super) const SHORTEST: Metres = Metres(2_000.0);
/// Minutes are planned in steps of this many where they are shortened.
const STEP: f64 = 5.0;
/// A session cut this short is worth no change of shoes.
const SHORTEST_MINUTES: f64 = 10.0;

/// Whether a session is hard: it asks for days of recovery around it.
pub(super) fn is_hard(session: &Session) -> bool {
    session.main_purpose().is_hard()
}

/// Whether a session is one of those that a plan is about: hard, long, or the race.
pub(super) fn is_key(session: &Session) -> bool {
    session.main_purpose().is_key()
}

pub(super) fn is_race(session: &Session) -> bool {
    session.main_purpose() == Purpose::Race
}

/// How far sessions go for a runner when they are run as written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ruler {
    /// The runner's critical speed, or what stands for it.
    pub critical: MetresPerSecond,
    /// The speed of the runner's easy running.
    pub easy: MetresPerSecond,
    /// The heart rate that easy running stays under, where it is known.
    pub easy_cap: Option<Bpm>,
}

impl Ruler {
    /// The runner's own speeds, or what stands for them.
    pub fn of(case: &Case<'_>) -> Self {
        Self {
            critical: critical_speed(case),
            easy: own_easy_speed(case),
            easy_cap: easy_cap(case.ability),
        }
    }

    pub fn distance(self, session: &Session) -> Metres {
        self.written(session).0
    }

    pub fn time(self, session: &Session) -> Seconds {
        self.written(session).1
    }

    fn written(self, session: &Session) -> (Metres, Seconds) {
        let start = LocalStart { utc: jiff::Timestamp::UNIX_EPOCH, offset_seconds: None };
        let id = RunId(String::new());
        let session = at_own_pace(session, self.easy);
        let run = as_written(id, start, &session, Thresholds::default(), self.critical);
        (run.distance.unwrap_or_default(), run.moving)
    }

    /// An easy run in the place of a session: as long as it was, or a little less.
    pub fn easy_instead(self, session: &Session) -> Session {
        if is_race(session) || (session.parts.iter().all(is_easy_part) && !session.is_rest()) {
            return session.clone();
        }
        let amount = if in_distance(session) {
            Amount::Distance(rounded(self.distance(session)))
        } else {
            Amount::Time(rounded_time(self.time(session)))
        };
        self.easy_run(amount)
    }

    /// Nothing but easy running.
    pub fn easy_run(self, amount: Amount) -> Session {
        Session::unbroken(Purpose::Easy, Effort { hr_cap: self.easy_cap, ..Effort::of(amount) })
    }

    /// A session cut to a distance; rest where so little is left that it is not worth a run. Easy
    /// running loses what is too much at its longest part, anything hard becomes easy.
    pub fn cut(self, session: &Session, most: Metres) -> Session {
        let own = self.distance(session);
        if own.0 <= most.0 + 1e-6 || is_race(session) {
            return session.clone();
        }
        if most < SHORTEST {
            return Session::REST;
        }
        if is_hard(session) || !session.parts.iter().any(is_easy_part) {
            return self.cut(&self.easy_instead(session), most);
        }
        self.cut_easy(session, own - most)
    }

    /// Takes a distance off the longest unbroken part; without its other parts where it is too short
    /// for that.
    fn cut_easy(self, session: &Session, off: Metres) -> Session {
        let length = |part: &Part| self.distance(&Session { parts: vec![part.clone()] }).0;
        let easy = session.parts.iter().enumerate().filter(|(_, part)| is_easy_part(part));
        let Some((place, longest)) = easy.max_by(|a, b| length(a.1).total_cmp(&length(b.1))) else {
            return Session::REST;
        };
        let Part::Unbroken { purpose, effort } = *longest else { return Session::REST };
        let (all, own) = (self.distance(session).0, length(longest));
        let has_room = own - off.0 >= SHORTEST.0;
        let left = if has_room { own - off.0 } else { all - off.0 };
        let effort = Effort { amount: shorter(effort.amount, left / own), ..effort };
        if effort.amount.is_nothing() {
            return Session::REST;
        }
        let part = Part::Unbroken { purpose, effort };
        let mut parts = if has_room { session.parts.clone() } else { vec![part.clone()] };
        if has_room {
            parts[place] = part;
        }
        Session { parts }
    }
}

/// A hard session with a share of its work; its easy running stays.
pub(super) fn with_less_work(session: &Session, share: f64) -> Session {
    let less = |part: &Part| match *part {
        Part::Reps { purpose, count, work, rest, style } => {
            let count = (f64::from(count) * share).floor() as u32;
            Part::Reps { purpose, count: count.max(1), work, rest, style }
        }
        Part::Unbroken { purpose, effort } if purpose.is_hard() => Part::Unbroken {
            purpose,
            effort: Effort { amount: shorter(effort.amount, share), ..effort },
        },
        Part::Unbroken { .. } => part.clone(),
    };
    let parts: Vec<Part> = session.parts.iter().map(less).collect();
    let is_empty = |part: &Part| part.efforts().all(|(effort, _)| effort.amount.is_nothing());
    Session { parts: parts.into_iter().filter(|part| !is_empty(part)).collect() }
}

/// How far easy running of some minutes goes.
pub(super) fn easy_distance(ruler: Ruler, time: Seconds) -> Metres {
    ruler.distance(&ruler.easy_run(Amount::Time(time)))
}

/// A recovery run or a long one named an easy one.
pub(super) fn as_easy(session: &Session, was: Purpose) -> Session {
    let renamed = |part: &Part| match *part {
        Part::Unbroken { purpose, effort } if purpose == was => {
            Part::Unbroken { purpose: Purpose::Easy, effort }
        }
        _ => part.clone(),
    };
    Session { parts: session.parts.iter().map(renamed).collect() }
}

fn in_distance(session: &Session) -> bool {
    session.efforts().all(|(effort, _)| matches!(effort.amount, Amount::Distance(_)))
}

/// A share of an amount, rounded down to what one runs: hundreds of metres, or five minutes where
/// that leaves enough; whole minutes below.
fn shorter(amount: Amount, share: f64) -> Amount {
    match amount {
        Amount::Distance(metres) => Amount::Distance(rounded(Metres(share * metres.0))),
        Amount::Time(time) => Amount::Time(rounded_time(Seconds(share * time.0))),
    }
}

fn rounded(distance: Metres) -> Metres {
    Metres((distance.0 / 100.0 + 1e-6).floor() * 100.0)
}

fn rounded_time(time: Seconds) -> Seconds {
    let minutes = time.minutes() + 1e-6;
    let step = if minutes >= 2.0 * STEP { STEP } else { 1.0 };
    let rounded = (minutes / step).floor() * step;
    Seconds::from_minutes(if step > 1.0 { rounded.max(SHORTEST_MINUTES) } else { rounded })
}

#[cfg(test)]
mod tests {
    use super::*;
    use training::notation::parse_session;

    const RULER: Ruler =
        Ruler { critical: MetresPerSecond(4.0), easy: MetresPerSecond(2.88), easy_cap: None };

    fn session(text: &str) -> Session {
        parse_session(text).unwrap()
    }

    fn cut(text: &str, km: f64, expected: &str) {
        assert_eq!(RULER.cut(&session(text), Metres::from_km(km)).to_string(), expected, "{text}");
    }

    #[test]
    fn an_easy_run_loses_what_is_too_much() {
        cut("easy 8km", 6.55, "easy 6.5km");
        cut("long 90min", 12.0, "long 65min");
        cut("easy 8km", 9.0, "easy 8km");
    }

    #[test]
    fn strides_stay_as_long_as_there_is_a_run_before_them() {
        let text = "easy 8km + strides 5x(20s / 1min walk)";
        cut(text, 7.5, "easy 6.1km + strides 5x(20s / 1min walk)");
        cut(text, 2.4, "easy 2.4km");
    }

    #[test]
    fn too_little_is_rest() {
        cut("easy 8km", 1.5, "rest");
    }

    #[test]
    fn what_is_hard_becomes_easy_when_it_is_cut() {
        cut("easy 10min + tempo 20min + easy 10min", 5.0, "easy 25min");
    }

    #[test]
    fn an_easy_run_takes_the_place_of_a_hard_one() {
        let easy = RULER.easy_instead(&session("easy 12min + 6x(3min / 2min jog) + easy 8min"));
        assert_eq!(easy.to_string(), "easy 50min");
        assert_eq!(RULER.easy_instead(&session("long 18km")).to_string(), "long 18km");
    }

    #[test]
    fn what_becomes_easy_keeps_to_the_cap_of_easy_running() {
        let ruler = Ruler { easy_cap: Some(Bpm(148.0)), ..RULER };
        let easy = ruler.easy_instead(&session("easy 10min + tempo 20min + easy 10min"));
        assert_eq!(easy.to_string(), "easy 40min hr<=148");
    }

    #[test]
    fn a_hard_session_has_less_work_and_the_same_easy_running() {
        let less = |text: &str| with_less_work(&session(text), 0.7).to_string();
        assert_eq!(
            less("easy 10min + tempo 20min + easy 10min"),
            "easy 10min + tempo 10min + easy 10min"
        );
        assert_eq!(less("easy 2km + 5x(1km / 2min jog)"), "easy 2km + 3x(1km / 2min jog)");
    }
}
