//! Days away from home: key sessions move to the nearest day that works or become what is possible,
//! fillers are left out, and a long absence has its way back.

use super::{
    Bending,
    event::Possible,
    missed::{Hard, come_back},
    moving::nearest,
    sessions, words,
};
use rulebook::words::listed;
use training::{Date, Session, calendar::add_days};

/// The runner is away.
pub(super) fn travel(bending: &mut Bending<'_>, (from, to): (Date, Date), possible: Possible) {
    let days = bending.draft.days_between(from.max(bending.from), to);
    if days.is_empty() {
        bending.say("Nothing is planned for these days, so nothing changes.", &[]);
        return;
    }
    let (mut kept, mut lost) = (Vec::new(), Vec::new());
    for day in days {
        let is_key = bending.draft.is_key(day) && !bending.draft.is_race(day);
        if !is_key || fits(bending, day, possible) {
            continue;
        }
        let what = words::what(bending.draft.on(day));
        match nearest(bending, day, day, |it| it < from || it > to) {
            Some(other) => kept.push(format!("{what} on {}", words::day(other))),
            None => lost.push(format!("{what} on {}", words::day(day))),
        }
    }
    if !kept.is_empty() {
        let text = format!("What counts is run before or after the journey: {}.", listed(&kept));
        bending.say(text, &["space-hard-days"]);
    }
    if !lost.is_empty() && possible == Possible::Nothing {
        let text = format!("No other day has room for {}, and nothing is stacked.", listed(&lost));
        bending.say(text, &["space-hard-days"]);
    }
    for day in bending.draft.days_between(from.max(bending.from), to) {
        if !bending.draft.is_race(day) {
            let ruler = bending.reality.ruler;
            bending.draft.each(day, |session| as_possible(session, possible, ruler));
        }
    }
    bending.say(how(possible), &["return-gently"]);
    if possible == Possible::Nothing {
        come_back(bending, to, Hard::Stays);
    } else {
        super::way_back::obey(bending, add_days(to, 1));
    }
}

fn how(possible: Possible) -> String {
    match possible {
        Possible::Nothing => "The easy runs of these days are left out, and not made up for. \
                              Walking and strength work travel well."
            .to_owned(),
        Possible::EasyRunning => {
            "On the journey everything is easy; that holds what you have.".into()
        }
        Possible::UpTo(time) => format!(
            "On the journey no run takes more than {}; that holds what you have.",
            rulebook::words::minutes(time)
        ),
    }
}

fn fits(bending: &Bending<'_>, day: Date, possible: Possible) -> bool {
    let ruler = bending.reality.ruler;
    bending.draft.on(day).iter().all(|it| as_possible(it, possible, ruler) == *it)
}

/// What is left of a session on the journey.
fn as_possible(session: &Session, possible: Possible, ruler: sessions::Ruler) -> Session {
    match possible {
        Possible::Nothing => Session::REST,
        Possible::EasyRunning => ruler.easy_instead(session),
        Possible::UpTo(time) if ruler.time(session).0 <= time.0 => session.clone(),
        Possible::UpTo(time) => {
            ruler.cut(&ruler.easy_instead(session), sessions::easy_distance(ruler, time))
        }
    }
}
