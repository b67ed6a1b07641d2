//! Which days of a week hold what: the long run, the hard runs, the easy ones. Tries every layout and
//! takes the one that leaves the hard days farthest apart.

use training::Weekday;

/// What a day of a week is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// A day without running.
    Rest,
    /// Easy running.
    Easy,
    /// Short and slow, the day after something hard.
    Recovery,
    /// A hard session.
    Hard,
    /// The long run.
    Long,
}

/// What a week may hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Room {
    /// The days on which there is time to run.
    pub days: Vec<Weekday>,
    /// Those of them with time enough for a hard session.
    pub hard_days: Vec<Weekday>,
    /// The days on which the runner usually runs.
    pub usual_days: Vec<Weekday>,
    /// The day of the long run, one of them; `None` where the race takes its place.
    pub long_day: Option<Weekday>,
    /// The first day of the week.
    pub first_day: Weekday,
    /// How many days hold a run.
    pub runs: usize,
    /// How many of them hold a hard session, at the most.
    pub hard: usize,
    /// How many of them hold a recovery run, at the most.
    pub recovery: usize,
    /// Whether the week before ended with something to recover from; `None` where it is not known.
    pub begins_tired: Option<bool>,
}

/// The roles of a week's days, Monday first. With the hard sessions that fit: none is next to another
/// or to the long run, this week or the next.
pub fn layout(room: &Room) -> [Role; 7] {
    let most = room.runs.saturating_sub(usize::from(room.long_day.is_some()));
    (0..=room.hard.min(most))
        .rev()
        .find_map(|hard| best(room, hard))
        .expect("a week without hard sessions always fits")
}

fn best(room: &Room, hard: usize) -> Option<[Role; 7]> {
    let days: Vec<usize> = room.days.iter().map(|day| place(*day)).collect();
    let hard_days: Vec<usize> = room.hard_days.iter().map(|day| place(*day)).collect();
    let long = room.long_day.map(place);
    let usual: Vec<usize> = room.usual_days.iter().map(|day| place(*day)).collect();
    let mut best: Option<([i32; 5], [Role; 7])> = None;
    let holds_long = |days: &Vec<usize>| long.is_none_or(|long| days.contains(&long));
    for running in subsets(&days, room.runs.min(days.len())).filter(holds_long) {
        let is_too_soon =
            |day: &usize| room.begins_tired != Some(false) && *day == place(room.first_day);
        let can_be_hard: Vec<usize> = running
            .iter()
            .copied()
            .filter(|day| hard_days.contains(day) && !is_too_soon(day))
            .collect();
        for hard in subsets(&can_be_hard, hard).filter(|hard| is_apart(hard, long)) {
            let roles = roles(&running, &hard, long, room);
            let worth = worth(roles, &usual);
            if best.is_none_or(|(most, _)| worth > most) {
                best = Some((worth, roles));
            }
        }
    }
    best.map(|(_, roles)| roles)
}

fn place(day: Weekday) -> usize {
    day.to_monday_zero_offset() as usize
}

/// Days between two places in the ring of a week, the shorter way.
fn apart(one: usize, other: usize) -> usize {
    let ahead = (7 + other - one) % 7;
    ahead.min(7 - ahead)
}

/// Whether no hard day is next to another or to the long run.
fn is_apart(hard: &[usize], long: Option<usize>) -> bool {
    hard.iter().enumerate().all(|(index, one)| {
        long.is_none_or(|long| apart(*one, long) >= 2)
            && hard[index + 1..].iter().all(|other| apart(*one, *other) >= 2)
    })
}

fn roles(running: &[usize], hard: &[usize], long: Option<usize>, room: &Room) -> [Role; 7] {
    let recovery = recovery_days(running, hard, long, room);
    std::array::from_fn(|day| match () {
        () if Some(day) == long => Role::Long,
        () if hard.contains(&day) => Role::Hard,
        () if !running.contains(&day) => Role::Rest,
        () if recovery.contains(&day) => Role::Recovery,
        () => Role::Easy,
    })
}

/// The days after something hard or long, as many as are asked for. The first of the week comes last:
/// what it recovers from lies in the week before.
fn recovery_days(
    running: &[usize],
    hard: &[usize],
    long: Option<usize>,
    room: &Room,
) -> Vec<usize> {
    let first = place(room.first_day);
    let is_key = |day: usize| hard.contains(&day) || Some(day) == long;
    let is_earned = |day: &usize| {
        let is_first = *day == first;
        !is_key(*day)
            && running.contains(day)
            && if is_first { room.begins_tired == Some(true) } else { is_key((day + 6) % 7) }
    };
    (1..=7).map(|step| (first + step) % 7).filter(is_earned).take(room.recovery).collect()
}

/// What a layout is worth, compared number by number: how far the key days are apart, that rest days
/// are spread, that days are the usual ones, that running follows key days gently, and that rest comes
/// before them.
fn worth(roles: [Role; 7], usual: &[usize]) -> [i32; 5] {
    let is_key = |day: usize| matches!(roles[day % 7], Role::Hard | Role::Long);
    let keys: Vec<usize> = (0..7).filter(|day| is_key(*day)).collect();
    let nearest = keys
        .iter()
        .flat_map(|one| {
            keys.iter().filter(move |other| *other != one).map(|other| apart(*one, *other))
        })
        .min()
        .unwrap_or(7);
    let rest_before = keys.iter().filter(|day| roles[(**day + 6) % 7] == Role::Rest).count();
    let recovery_after = keys.iter().filter(|day| roles[(**day + 1) % 7] != Role::Easy).count();
    let own = usual.iter().filter(|day| roles[**day] != Role::Rest).count();
    [
        nearest as i32,
        -(longest_row(roles) as i32),
        own as i32,
        recovery_after as i32,
        rest_before as i32,
    ]
}

/// The longest row of running days, around the week's end.
fn longest_row(roles: [Role; 7]) -> usize {
    let mut longest = 0;
    let mut row = 0;
    for day in 0..14 {
        row = if roles[day % 7] == Role::Rest { 0 } else { row + 1 };
        longest = longest.max(row.min(7));
    }
    longest
}

/// Every choice of `count` of the days, in the order of the days.
fn subsets(days: &[usize], count: usize) -> impl Iterator<Item = Vec<usize>> {
    let days = days.to_vec();
    (0_u32..1 << days.len()).filter(move |set| set.count_ones() as usize == count).map(move |set| {
        days.iter()
            .enumerate()
            .filter(|(index, _)| set & (1 << index) != 0)
            .map(|(_, day)| *day)
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use training::notation::parse_day;

    fn check(days: &str, runs: usize, hard: usize, expected: &str) {
        let days: Vec<Weekday> =
            days.split(' ').map(|day| parse_day(&format!("{day} rest")).unwrap().0).collect();
        let room = Room {
            long_day: days.last().copied(),
            hard_days: days.clone(),
            usual_days: Vec::new(),
            days,
            first_day: Weekday::Monday,
            runs,
            hard,
            recovery: 2,
            begins_tired: Some(true),
        };
        let found: String = layout(&room)
            .map(|role| match role {
                Role::Rest => '.',
                Role::Easy => 'e',
                Role::Recovery => 'r',
                Role::Hard => 'H',
                Role::Long => 'L',
            })
            .into_iter()
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn three_runs_leave_a_day_between() {
        check("mon tue wed thu fri sat sun", 3, 1, ".e.H..L");
    }

    #[test]
    fn two_hard_days_stand_apart_from_each_other_and_from_the_long_run() {
        check("mon tue wed thu fri sat sun", 5, 2, "rH.Hr.L");
    }

    #[test]
    fn a_hard_session_that_does_not_fit_is_left_out() {
        check("sat sun", 2, 1, ".....eL");
    }
}
