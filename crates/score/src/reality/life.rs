//! A plan lived through, day by day: bent whenever something happens, or followed blindly through
//! the same days.

use super::{
    chance::{Fate, Journey, SAID_BEFORE},
    running::{When, Wobble, run},
    trainee::Trainee,
};
use planner::{
    Event, Possible,
    bend::{bend, eased},
};
use rulebook::Doctrine;
use training::{
    Amount, CheckIn, Date, Effort, Metres, NamedRun, Plan, Planned, Purpose, Session, Week,
    calendar::add_days, runner::DEFAULT_FIRST_DAY,
};

/// Of an illness nobody knows how long it takes: so many days more are said each time.
const SAID_ILL: i64 = 2;

/// Days lived.
pub struct Life {
    /// What was run on the days before and on these, oldest first.
    pub runs: Vec<NamedRun>,
    /// The days of the plan.
    pub days: Vec<Lived>,
    /// What the plan asked for at the beginning of every week and after all that happened to it.
    pub asks: Vec<Ask>,
    /// What was said of the days.
    pub check_ins: Vec<CheckIn>,
    /// How often something happened to the plan.
    pub bends: usize,
}

/// A day lived.
pub struct Lived {
    /// The day.
    pub date: Date,
    /// What the plan that held in the morning asked for.
    pub asked: Vec<Session>,
    /// What of it was run, as it was really run.
    pub ran: Vec<NamedRun>,
    /// The same exactly as it was asked for.
    pub as_asked: Vec<NamedRun>,
    /// What was run without being asked for.
    pub free: Option<NamedRun>,
}

/// What a plan asks for from a day to the end of its week, as it stood then.
pub struct Ask {
    /// The day.
    pub from: Date,
    /// The last day of which something was said by then.
    pub said_until: Date,
    /// What is planned, each with the run it becomes when it is run exactly so.
    pub runs: Vec<NamedRun>,
}

/// Lives through a plan that bends, or through one that is followed blindly where there is no
/// doctrine to bend it by.
pub fn live(trainee: &Trainee, fates: &[Fate], bent_by: Option<&Doctrine>) -> Life {
    let mut living = Living {
        trainee,
        fates,
        bent_by,
        plan: trainee.plan.clone(),
        ill_until: None,
        eased: None,
        life: Life {
            runs: trainee.runs.clone(),
            days: Vec::new(),
            asks: Vec::new(),
            check_ins: Vec::new(),
            bends: 0,
        },
    };
    (0..fates.len()).for_each(|day| living.day(day));
    living.life
}

struct Living<'a> {
    trainee: &'a Trainee,
    fates: &'a [Fate],
    bent_by: Option<&'a Doctrine>,
    /// The plan that holds.
    plan: Plan,
    /// Until when the runner said to be ill.
    ill_until: Option<Date>,
    /// The hard session that was made easy for an illness.
    eased: Option<Date>,
    life: Life,
}

impl Living<'_> {
    fn day(&mut self, index: usize) {
        let fate = &self.fates[index];
        self.life.check_ins.extend(fate.check_in.clone());
        let events = self.morning(index);
        for event in &events {
            self.happens(fate.date, event);
        }
        if index.is_multiple_of(7) || !events.is_empty() {
            self.ask(fate.date, fate.date);
        }
        let asked = self.asked(fate.date);
        let possible: Vec<Session> =
            asked.iter().filter_map(|session| self.possible(fate, session)).collect();
        let ran = self.run(&possible, fate.date, fate.wobble);
        let as_asked = self.run(&possible, fate.date, Wobble::NONE);
        self.life.runs.extend(ran.iter().cloned());
        let free = self.free_run(fate);
        self.life.runs.extend(free.clone());
        if free.is_some() {
            self.happens(fate.date, &Event::FreeRun { day: fate.date, counted: Metres(0.0) });
            self.ask(add_days(fate.date, 1), fate.date);
        }
        self.life.days.push(Lived { date: fate.date, asked, ran, as_asked, free });
    }

    /// Notes what the plan asks for from a day on.
    fn ask(&mut self, from: Date, said_until: Date) {
        let week = Week::of(from, DEFAULT_FIRST_DAY);
        let days = (0..7).map(|day| add_days(from, day)).filter(|day| week.holds(*day));
        let runs = days.flat_map(|day| self.run(&self.asked(day), day, Wobble::NONE)).collect();
        self.life.asks.push(Ask { from, said_until, runs });
    }

    /// What the runner says of the plan before the day's run.
    fn morning(&mut self, index: usize) -> Vec<Event> {
        let fate = &self.fates[index];
        let today = fate.date;
        let mut events = Vec::new();
        events.extend(self.missed_until(index));
        if let Some(from) = fate.ill_since
            && self.ill_until.is_none_or(|until| until < today)
        {
            let to = add_days(today, SAID_ILL);
            self.ill_until = Some(to);
            events.push(Event::Sick { from, to, eased: self.eased });
        }
        events.extend(
            self.sets_out_after(index).map(|Journey { from, to, possible }| Event::Travel {
                from,
                to,
                possible,
            }),
        );
        if index > 0 && index.is_multiple_of(7) {
            events.push(if index.is_multiple_of(14) { Event::Review } else { Event::AsRun });
        }
        if fate.is_bad_morning {
            events.push(Event::RedCheckIn);
        }
        events
    }

    /// Days up to yesterday on which nothing of what was asked was run, where yesterday is one.
    fn missed_until(&self, index: usize) -> Option<Event> {
        let is_missed = |lived: &&Lived| {
            !lived.asked.is_empty() && lived.ran.is_empty() && lived.free.is_none()
        };
        let to = self.life.days.last().filter(is_missed)?.date;
        let missed = self
            .life
            .days
            .iter()
            .rev()
            .take_while(|lived| lived.ran.is_empty() && lived.free.is_none());
        let from = missed.filter(is_missed).last()?.date;
        debug_assert_eq!(to, add_days(self.fates[index].date, -1));
        Some(Event::Missed { from, to })
    }

    /// The journey that is spoken of today.
    fn sets_out_after(&self, index: usize) -> Option<Journey> {
        let journey = self.fates.get(index + SAID_BEFORE as usize)?.away?;
        (journey.from == add_days(self.fates[index].date, SAID_BEFORE)).then_some(journey)
    }

    /// Bends the plan, and accepts what is proposed.
    fn happens(&mut self, on: Date, event: &Event) {
        let Some(doctrine) = self.bent_by else { return };
        let case = self.trainee.case(on, &self.life.runs, (&self.life.check_ins, &[]));
        let bent = bend(&self.plan, &case, doctrine, event).plan;
        if let Event::Sick { to, .. } = *event {
            self.eased = eased(&self.plan, &bent, to).or(self.eased);
        }
        self.plan = bent;
        self.life.bends += 1;
    }

    fn asked(&self, date: Date) -> Vec<Session> {
        let planned = self.plan.planned();
        let on_day = planned.into_iter().filter(|planned: &Planned| planned.date == date);
        on_day.map(|planned| planned.session).filter(|session| !session.is_rest()).collect()
    }

    /// What of a session can be run on a day; `None` where nothing is.
    fn possible(&self, fate: &Fate, session: &Session) -> Option<Session> {
        if fate.ill_since.is_some() || fate.is_skipped {
            return None;
        }
        let Some(journey) = fate.away else { return Some(session.clone()) };
        let run = self.once(session, fate.date);
        match journey.possible {
            Possible::Nothing => None,
            Possible::EasyRunning if !run.purpose().is_hard() => Some(session.clone()),
            Possible::EasyRunning => Some(easy(Amount::Time(run.moving))),
            Possible::UpTo(most) if run.moving <= most => Some(session.clone()),
            Possible::UpTo(most) => Some(easy(Amount::Time(most))),
        }
    }

    fn once(&self, session: &Session, date: Date) -> NamedRun {
        let who = (&self.trainee.runner, &self.trainee.ability);
        run(who, session, (date, When::Morning, 0), Wobble::NONE)
    }

    fn run(&self, sessions: &[Session], date: Date, wobble: Wobble) -> Vec<NamedRun> {
        let who = (&self.trainee.runner, &self.trainee.ability);
        let run = |(number, session)| run(who, session, (date, When::Morning, number), wobble);
        sessions.iter().enumerate().map(run).collect()
    }

    fn free_run(&self, fate: &Fate) -> Option<NamedRun> {
        let Metres(metres) = fate.free_run?;
        let is_at_home = fate.away.is_none_or(|journey| journey.possible == Possible::EasyRunning);
        let who = (&self.trainee.runner, &self.trainee.ability);
        let session = easy(Amount::Distance(Metres(metres)));
        is_at_home.then(|| run(who, &session, (fate.date, When::Evening, 0), fate.wobble))
    }
}

fn easy(amount: Amount) -> Session {
    Session::unbroken(Purpose::Easy, Effort::of(amount))
}
