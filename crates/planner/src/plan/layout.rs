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
    /// The day of the long run, one of them.
    pub long_day: Weekday,
    /// How many days hold a run.
    pub runs: usize,
    /// How many of them hold a hard session, at the most.
    pub hard: usize,
    /// From how many runs a week the day after something hard is a recovery run.
    pub recovery_from: usize,
}

/// The roles of a week's days, Monday first. With the hard sessions that fit: none is next to another
/// or to the long run, this week or the next.
pub fn layout(room: &Room) -> [Role; 7] {
    (0..=room.hard.min(room.runs.saturating_sub(1)))
        .rev()
        .find_map(|hard| best(room, hard))
        .expect("a week without hard sessions always fits")
}

fn best(room: &Room, hard: usize) -> Option<[Role; 7]> {
    let days: Vec<usize> = room.days.iter().map(|day| place(*day)).collect();
    let long = place(room.long_day);
    let mut best: Option<([i32; 4], [Role; 7])> = None;
    for running in subsets(&days, room.runs.min(days.len())).filter(|days| days.contains(&long)) {
        for hard in subsets(&running, hard).filter(|hard| is_apart(hard, long)) {
            let roles = roles(&running, &hard, long, room);
            let worth = worth(roles);
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
fn is_apart(hard: &[usize], long: usize) -> bool {
    hard.iter().enumerate().all(|(index, one)| {
        *one != long
            && apart(*one, long) >= 2
            && hard[index + 1..].iter().all(|other| apart(*one, *other) >= 2)
    })
}

fn roles(running: &[usize], hard: &[usize], long: usize, room: &Room) -> [Role; 7] {
    std::array::from_fn(|day| {
        let before = (day + 6) % 7;
        let follows_hard = hard.contains(&before) || before == long;
        match () {
            () if day == long => Role::Long,
            () if hard.contains(&day) => Role::Hard,
            () if !running.contains(&day) => Role::Rest,
            () if follows_hard && running.len() >= room.recovery_from => Role::Recovery,
            () => Role::Easy,
        }
    })
}

/// What a layout is worth, compared number by number: how far the key days are apart, that running
/// follows them gently, that rest comes before them, and that rest days are spread.
fn worth(roles: [Role; 7]) -> [i32; 4] {
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
    [nearest as i32, -(longest_row(roles) as i32), recovery_after as i32, rest_before as i32]
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
        let long_day = *days.last().unwrap();
        let room = Room { days, long_day, runs, hard, recovery_from: 5 };
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
