//! What does not add up in a sample week: its heading, key days back to back, and the pace that
//! its lengths in minutes and in miles imply together.

use super::{SampleWeek, distance};
use training::{Part, Purpose, Session};

/// Nobody needs to be faster than nine minutes a mile on a recovery run, says the article that
/// gives the weeks (recovery-128).
const FAST_SECONDS_PER_MILE: f64 = 540.0;

/// What does not add up, a sentence each.
pub fn notes(week: &SampleWeek) -> Vec<String> {
    let mut notes = Vec::new();
    notes.extend(short_of_its_heading(week));
    notes.extend(back_to_back(week));
    notes.extend(implied_pace(week));
    notes
}

fn short_of_its_heading(week: &SampleWeek) -> Option<String> {
    let (least, most) = week.adds_up_to();
    (most < week.miles.0).then(|| {
        format!(
            "The week is headed {}; its days add up to about {least:.0} as they are listed, and to \
             {most:.0} with what is optional, warm-ups, cool-downs and rests.",
            week.headed()
        )
    })
}

fn back_to_back(week: &SampleWeek) -> Option<String> {
    let is_key = |session: &Session| is_hard(session) || is_long(session);
    let pair = week.days.windows(2).find(|pair| {
        let (one, next) = (pair[0].session(), pair[1].session());
        is_key(&one) && is_key(&next)
    })?;
    Some(format!(
        "{:?} is hard and {:?} is long, with no easy day between them.",
        pair[0].day, pair[1].day
    ))
}

fn implied_pace(week: &SampleWeek) -> Option<String> {
    let run = week.recovery_run;
    let pace = |(minutes, miles): (f64, f64)| 60.0 * minutes / miles;
    let fast = pace((run.minutes.0, run.miles.0));
    let slow = pace((run.minutes.1, run.miles.1));
    (fast < FAST_SECONDS_PER_MILE).then(|| {
        format!(
            "{:.0} to {:.0} minutes for {:.0} to {:.0} miles of recovery imply {} to {} a mile, \
             which is fast for recovery.",
            run.minutes.0,
            run.minutes.1,
            run.miles.0,
            run.miles.1,
            clock(fast),
            clock(slow)
        )
    })
}

fn is_hard(session: &Session) -> bool {
    session.parts.iter().any(|part| match part {
        Part::Unbroken { purpose, .. } | Part::Reps { purpose, .. } => purpose.is_hard(),
    })
}

fn is_long(session: &Session) -> bool {
    let is_long_part = |part: &Part| matches!(part, Part::Unbroken { purpose: Purpose::Long, .. });
    distance(session).0 > 0.0 && session.parts.iter().any(is_long_part)
}

fn clock(seconds: f64) -> String {
    let seconds = seconds.floor();
    format!("{:.0}:{:02.0}", (seconds / 60.0).floor(), seconds % 60.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample_weeks::sample_week;

    fn check(id: &str, expected: &[&str]) {
        assert_eq!(notes(sample_week(id).unwrap()), expected);
    }

    #[test]
    fn the_weeks_fall_short_of_their_headings() {
        check(
            "shakeout-beginner",
            &["The week is headed 20 to 25 miles; its days add up to about 13 as they are \
               listed, and to 15 with what is optional, warm-ups, cool-downs and rests."],
        );
    }

    #[test]
    fn the_intermediate_week_puts_a_long_run_behind_a_hard_one() {
        check(
            "shakeout-intermediate",
            &[
                "The week is headed 35 to 45 miles; its days add up to about 25 as they are \
                 listed, and to 30 with what is optional, warm-ups, cool-downs and rests.",
                "Friday is hard and Saturday is long, with no easy day between them.",
            ],
        );
    }

    #[test]
    fn the_advanced_recovery_run_is_fast_for_recovery() {
        check(
            "shakeout-advanced",
            &[
                "The week is headed 50 to 60 or more miles; its days add up to about 36 as they \
                 are listed, and to 46 with what is optional, warm-ups, cool-downs and rests.",
                "45 to 60 minutes for 6 to 7 miles of recovery imply 7:30 to 8:34 a mile, which is \
                 fast for recovery.",
            ],
        );
    }
}
