//! A session in words: in a title, in a sentence, and what it is for. Every screen and every file
//! that leaves the house says it so.

use super::capital;
use crate::units::{number, pace_with_unit, word};
use rulebook::Units;
use training::{
    Amount, Beside, Effort, Metres, MetresPerSecond, Part, Place, Purpose, RestStyle, Seconds,
    Session, Sport,
};

/// A session in a few words: `Intervals, 9 km`, `Easy run, 45 min`. Its size is what was written; what
/// cannot be told from that is said by the speed given, as about so far, or by its reps.
pub fn title(session: &Session, otherwise: Option<MetresPerSecond>, units: Units) -> String {
    if session.is_rest() {
        return "Rest".to_owned();
    }
    let written = session.distance(None).map(|distance| short_distance(distance, units));
    let timed = || session.time(None).map(short_time);
    let estimated = || {
        let distance = session.distance(otherwise)?;
        Some(format!("about {:.0} {}", number(distance, units).round(), word(units)))
    };
    let size = written.or_else(timed).or_else(estimated).or_else(|| set(session, units));
    match size {
        Some(size) => format!("{}, {size}", name(session)),
        None => name(session),
    }
}

/// A session in a sentence: `Warm up 12 minutes easily, then 6 times 3 minutes at 4:10/km with 2
/// minutes of jogging, cool down 8 minutes.`
pub fn sentence(session: &Session, units: Units) -> String {
    if session.is_rest() {
        return "Rest.".to_owned();
    }
    let mut words = String::new();
    for (index, part) in session.parts.iter().enumerate() {
        let place = session.place(index);
        words += match place {
            _ if index == 0 => "",
            Place::CoolDown => ", ",
            _ => ", then ",
        };
        words += &match part {
            Part::Unbroken { purpose, effort } => unbroken(*purpose, place, effort, units),
            Part::Reps { .. } => reps(part, units),
        };
    }
    capital(&words) + "."
}

/// Training beside running in a few words: `Strength, 30 min`.
pub fn beside_title(beside: &Beside) -> String {
    let name = match beside.sport {
        Sport::Strength => "Strength",
        Sport::Cycling => "Bike",
        Sport::Swimming => "Swim",
        Sport::Rowing => "Row",
        Sport::Skiing => "Ski",
        Sport::Hiking | Sport::Walking => "Hike",
        Sport::Machine => "Machine",
        Sport::Other => "Cross-training",
    };
    format!("{name}, {}", short_time(beside.time))
}

/// What it is for.
pub const fn beside_job(sport: Sport) -> &'static str {
    match sport {
        Sport::Strength => {
            "For legs and core that carry you: hips, glutes, calves, core; heavy, few."
        }
        _ => "For the heart without the impact, easily; the first thing to leave out.",
    }
}

/// What a session is for, and how to go about it.
pub const fn job(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Recovery => "To move on tired legs without tiring them: slower is always right.",
        Purpose::Easy => "For the base that everything rests on: you can talk in whole sentences.",
        Purpose::Long => "For endurance: the time on your feet counts, not the pace.",
        Purpose::Steady => "For a firm pace, held evenly and never forced.",
        Purpose::Progression => "For running well when it gets late: begin easily, end fast.",
        Purpose::Tempo => "For a pace that is hard and lasts: a few words at a time, no more.",
        Purpose::Intervals => "For speed in doses: the last rep is as fast as the first.",
        Purpose::Hills => "For strength: climb with effort, come down easily.",
        Purpose::Fartlek => "For playing with speed: fast and easy as you feel.",
        Purpose::Strides => "For form: quick and relaxed, never a sprint.",
        Purpose::Race => "For the day itself: this is what the weeks before were for.",
        Purpose::Walk => "For moving without the impact of running.",
    }
}

/// What a session is called. One with strides is named after what comes before them.
fn name(session: &Session) -> String {
    match (session.main_purpose(), session.parts.as_slice()) {
        (Purpose::Strides, [first, _, ..]) => format!("{} with strides", noun(first.purpose())),
        (purpose, _) => noun(purpose).to_owned(),
    }
}

const fn noun(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Recovery => "Recovery run",
        Purpose::Easy => "Easy run",
        Purpose::Long => "Long run",
        Purpose::Steady => "Steady run",
        Purpose::Progression => "Progression run",
        Purpose::Tempo => "Tempo",
        Purpose::Intervals => "Intervals",
        Purpose::Hills => "Hills",
        Purpose::Fartlek => "Fartlek",
        Purpose::Strides => "Strides",
        Purpose::Race => "Race",
        Purpose::Walk => "Walk",
    }
}

/// The reps that a session is about: `6 x 800 m`.
fn set(session: &Session, units: Units) -> Option<String> {
    let main = session.main_purpose();
    session.parts.iter().find_map(|part| match part {
        Part::Reps { purpose, count, work, .. } if *purpose == main => Some(match work.amount {
            Amount::Distance(distance) => format!("{count} x {}", short_distance(distance, units)),
            Amount::Time(time) => format!("{count} x {}", short_time(time)),
        }),
        _ => None,
    })
}

fn unbroken(purpose: Purpose, place: Place, effort: &Effort, units: Units) -> String {
    let (verb, manner) = match (place, purpose) {
        (Place::WarmUp, Purpose::Walk) => ("warm up", " walking"),
        (Place::WarmUp, _) => ("warm up", " easily"),
        (Place::CoolDown, Purpose::Walk) => ("cool down", " walking"),
        (Place::CoolDown, _) => ("cool down", ""),
        (Place::Main, Purpose::Race) => ("race", ""),
        (Place::Main, Purpose::Walk) => ("walk", ""),
        (Place::Main, Purpose::Recovery) => ("jog", manner(purpose)),
        (Place::Main, _) => ("run", manner(purpose)),
    };
    format!("{verb} {}{manner}{}", amount(effort.amount, units), target(effort, units))
}

/// Reps and their rests. A pace says how fast, so that only hills and strides still say how.
fn reps(part: &Part, units: Units) -> String {
    let Part::Reps { purpose, count, work, rest, style } = part else { return String::new() };
    let manner = match (purpose, work.speed) {
        (Purpose::Hills, _) => " uphill",
        (Purpose::Strides, _) => " in relaxed strides",
        (_, Some(_)) => "",
        (Purpose::Fartlek, _) => " fast",
        (Purpose::Race, _) => " at race effort",
        (Purpose::Walk, _) => " walking",
        _ => manner(*purpose),
    };
    let times = if *count == 1 { "once".to_owned() } else { format!("{count} times") };
    let work = format!("{times} {}{manner}{}", amount(work.amount, units), target(work, units));
    if rest.amount.is_nothing() {
        return work;
    }
    let style = match style {
        RestStyle::Jog => "jogging",
        RestStyle::Walk => "walking",
        RestStyle::Stand => "standing",
    };
    format!("{work} with {} of {style}{}", amount(rest.amount, units), target(rest, units))
}

const fn manner(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Recovery => " very easily",
        Purpose::Easy => " easily",
        Purpose::Long => " without hurry",
        Purpose::Steady => " steadily",
        Purpose::Progression => " faster and faster",
        Purpose::Tempo => " comfortably hard",
        Purpose::Intervals => " hard",
        Purpose::Hills => " over hills",
        Purpose::Fartlek => " with fast and slow stretches",
        Purpose::Strides => " in relaxed strides",
        Purpose::Race | Purpose::Walk => "",
    }
}

fn target(effort: &Effort, units: Units) -> String {
    let pace = effort.speed.map(|speed| format!(" at {}", pace_with_unit(speed, units)));
    let cap = effort.hr_cap.map(|cap| format!(" (heart rate at most {:.0})", cap.0));
    pace.unwrap_or_default() + &cap.unwrap_or_default()
}

/// `3 minutes`, `8 km`, `1.5 miles`, `400 m`.
fn amount(amount: Amount, units: Units) -> String {
    match amount {
        Amount::Time(time) => spoken_time(time),
        Amount::Distance(distance) if units == Units::Kilometres || is_of_the_track(distance) => {
            short_distance(distance, units)
        }
        Amount::Distance(distance) => counted(&tenths(distance.miles()), "mile"),
    }
}

/// `90 seconds`, `12 minutes`, `1 hour 30 minutes`.
fn spoken_time(time: Seconds) -> String {
    let whole = time.0.round().max(0.0) as u64;
    if whole < 120 && whole != 60 {
        return counted(&whole.to_string(), "second");
    }
    let units = [(whole / 3600, "hour"), (whole / 60 % 60, "minute"), (whole % 60, "second")];
    let said = units.iter().filter(|(number, _)| *number > 0);
    said.map(|(number, unit)| counted(&number.to_string(), unit)).collect::<Vec<_>>().join(" ")
}

fn counted(number: &str, noun: &str) -> String {
    let ending = if number == "1" { "" } else { "s" };
    format!("{number} {noun}{ending}")
}

/// `9 km`, `8.5 km`, `5 mi`, `400 m`.
fn short_distance(distance: Metres, units: Units) -> String {
    if is_of_the_track(distance) {
        return format!("{:.0} m", distance.0);
    }
    format!("{} {}", tenths(number(distance, units)), word(units))
}

/// Whether a distance is said in metres by everybody: below a kilometre, unless it is half a mile or
/// another quarter of one.
fn is_of_the_track(distance: Metres) -> bool {
    let quarters = distance.miles() * 4.0;
    distance.0 < 999.5 && (quarters - quarters.round()).abs() > 1e-6
}

/// `45 min`, `1:30 h`, `50 s`.
fn short_time(time: Seconds) -> String {
    let minutes = time.minutes().round() as u64;
    match minutes {
        _ if time.0 < 120.0 && (time.0 - 60.0).abs() > 0.5 => format!("{:.0} s", time.0),
        0..=89 => format!("{minutes} min"),
        _ => format!("{}:{:02} h", minutes / 60, minutes % 60),
    }
}

/// A number with as many decimals as it needs, at most one.
fn tenths(number: f64) -> String {
    format!("{}", (number * 10.0).round() / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use training::notation::parse_session;

    fn said(text: &str) -> String {
        sentence(&parse_session(text).unwrap(), Units::Kilometres)
    }

    fn said_in_miles(text: &str) -> String {
        sentence(&parse_session(text).unwrap(), Units::Miles)
    }

    fn titled(text: &str) -> String {
        title(&parse_session(text).unwrap(), None, Units::Kilometres)
    }

    #[test]
    fn a_session_is_said_as_a_coach_says_it() {
        assert_eq!(
            said("easy 12min + 6x(3min @4:10 / 2min jog) + easy 8min"),
            "Warm up 12 minutes easily, then 6 times 3 minutes at 4:10/km with 2 minutes of \
             jogging, cool down 8 minutes."
        );
        assert_eq!(
            said("easy 8km + strides 6x(20s / 1min walk)"),
            "Run 8 km easily, then 6 times 20 seconds in relaxed strides with 1 minute of walking."
        );
    }

    #[test]
    fn a_run_of_one_part_says_how() {
        assert_eq!(said("easy 8.5km"), "Run 8.5 km easily.");
        assert_eq!(said("long 1h45min"), "Run 1 hour 45 minutes without hurry.");
        assert_eq!(said("tempo 20min @4:20"), "Run 20 minutes comfortably hard at 4:20/km.");
        assert_eq!(said("race 10km @4:00"), "Race 10 km at 4:00/km.");
        assert_eq!(said("rest"), "Rest.");
        assert_eq!(
            said("recovery 30min @6:40 hr<=133"),
            "Jog 30 minutes very easily at 6:40/km (heart rate at most 133)."
        );
    }

    #[test]
    fn reps_say_how_fast_or_how() {
        assert_eq!(said("6x(800m / 90s stand)"), "6 times 800 m hard with 90 seconds of standing.");
        assert_eq!(
            said("hills 8x(1min @5:00 / 2min walk)"),
            "8 times 1 minute uphill at 5:00/km with 2 minutes of walking."
        );
        assert_eq!(said("1x(1km @4:00 / 0s jog)"), "Once 1 km at 4:00/km.");
    }

    #[test]
    fn miles_are_said_in_miles_and_the_track_in_metres() {
        assert_eq!(
            said_in_miles("easy 1mi + 4x(400m @6:26/mi / 200m jog) + easy 2.5mi"),
            "Warm up 1 mile easily, then 4 times 400 m at 6:26/mi with 200 m of jogging, cool down \
             2.5 miles."
        );
        assert_eq!(said_in_miles("easy 0.5mi"), "Run 0.5 miles easily.");
    }

    #[test]
    fn a_title_is_a_name_and_a_size() {
        assert_eq!(titled("easy 8km"), "Easy run, 8 km");
        assert_eq!(titled("long 1h45min"), "Long run, 1:45 h");
        assert_eq!(titled("easy 2km + 5x(600m @4:00 / 400m jog) + easy 2km"), "Intervals, 9 km");
        assert_eq!(titled("easy 12min + 6x(3min / 2min jog) + easy 8min"), "Intervals, 50 min");
        assert_eq!(titled("easy 12min + 6x(800m / 2min jog)"), "Intervals, 6 x 800 m");
        assert_eq!(
            titled("easy 8km + strides 6x(20s / 1min walk)"),
            "Easy run with strides, 6 x 20 s"
        );
        assert_eq!(
            titled("long 20km + strides 4x(100m / 100m walk)"),
            "Long run with strides, 20.8 km"
        );
        assert_eq!(titled("rest"), "Rest");
    }

    #[test]
    fn training_beside_running_has_a_title_too() {
        let titled = |text: &str| beside_title(&text.parse().unwrap());
        assert_eq!(titled("strength 30min"), "Strength, 30 min");
        assert_eq!(titled("cross 40min"), "Cross-training, 40 min");
    }

    #[test]
    fn a_size_that_is_not_written_is_said_as_about() {
        let session = parse_session("easy 12min + 6x(800m / 2min jog) + easy 8min").unwrap();
        let easy = Some(MetresPerSecond::from_seconds_per_km(360.0));
        assert_eq!(title(&session, easy, Units::Kilometres), "Intervals, about 10 km");
        assert_eq!(title(&session, easy, Units::Miles), "Intervals, about 6 mi");
    }

    #[test]
    fn every_purpose_has_a_name_a_sentence_and_a_job() {
        for purpose in Purpose::ALL {
            let session = format!("{purpose} 10km");
            assert!(titled(&session).ends_with(", 10 km"));
            assert!(said(&session).contains(" 10 km"), "{}", said(&session));
            assert!(job(purpose).ends_with('.'));
        }
    }
}
