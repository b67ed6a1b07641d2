// Today: what to do and why first; then the week, then how the runner is.
import { useCalendar, usePlanNews, useSaid, useToday } from "../api/answers";
import type { CalendarWeek, Cover, Today } from "../api/client";
import { HereWithCover, Here } from "../parts/answer";
import { CheckIn } from "../parts/check_in";
import { News } from "../parts/changes";
import { DayBars } from "../parts/day";
import { RuleMark } from "../parts/rule_mark";
import { longDay, weekday } from "../show/days";
import { distance, paceOf, whole, type Units } from "../show/numbers";
import { inkOf } from "../show/purposes";
import { words } from "../words";

const { today: said } = words;

/** More advice than this is not read on the way out of the door. */
const TIPS = 3;

export function TodayScreen() {
  const today = useToday();
  const said = useSaid(today?.ok ? today.value.date : undefined);
  return (
    <HereWithCover of={today} beside={[usePlanNews(), useCalendar(), said]}>
      {(today, cover) => (
        <>
          <Prescription today={today} units={cover.units} />
          <News against={today.plan_would_change} />
          <WeekStrip cover={cover} today={today} />
          <div class="pair">
            <Reasons today={today} />
            <CheckIn on={today.date} />
          </div>
        </>
      )}
    </HereWithCover>
  );
}

function Prescription({ today, units }: { today: Today; units: Units }) {
  const { session } = today;
  return (
    <section class="lead">
      <p class="when">{longDay(today.date)}</p>
      <h1>
        {words.actions[today.action]}
        {session && `: ${words.purposes[session.purpose]}, ${said.minutes(session.minutes[0], session.minutes[1])}`}
      </h1>
      {session ? <How session={session} units={units} /> : <p>{today.instead}</p>}
    </section>
  );
}

function How({ session, units }: { session: NonNullable<Today["session"]>; units: Units }) {
  const parts: string[] = [];
  if (session.pace_s_per_km) {
    const [fast, slow] = session.pace_s_per_km;
    parts.push(said.between(paceOf(fast, units), paceOf(slow, units), units));
  }
  if (session.hr_max_bpm != null) parts.push(said.heart(whole(session.hr_max_bpm)));
  if (["easy", "recovery", "long"].includes(session.purpose)) parts.push(said.talk);
  return (
    <>
      <p>{parts.join(" ")}</p>
      <p class="faint"><span class={`chip ${inkOf(session.purpose)}`}><code>{session.notation}</code></span></p>
    </>
  );
}

function Reasons({ today }: { today: Today }) {
  const asked = today.cannot_tell.filter((missing) => missing.by_check_in);
  const others = today.cannot_tell.filter((missing) => !missing.by_check_in);
  return (
    <section class="card">
      <h2>{said.why}</h2>
      <ul class="reasons">
        <li>{today.intended}</li>
        {today.because.map((because) => (
          <li key={because.rule}>
            {because.message}
            <span class="small faint">
              <RuleMark rule={because.rule} grade={because.grade} />
              {because.safety && `, ${said.safety}`}
            </span>
          </li>
        ))}
      </ul>
      <List title={said.change} lines={today.would_change} />
      <List
        title={said.more}
        lines={[...(asked.length > 0 ? [said.asked(asked.length)] : []), ...others.map((it) => it.supply)]}
      />
      <List title={said.tips} lines={today.tips.slice(0, TIPS).map((tip) => `${tip.text} (${tip.grade})`)} />
      <List
        title={said.elsewhere}
        lines={today.elsewhere.map((other) => `${other.doctrines.join(", ")}: ${other.would}`)}
      />
    </section>
  );
}

function List({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul>
    </details>
  );
}

function WeekStrip({ cover, today }: { cover: Cover; today: Today }) {
  const units = cover.units;
  return (
    <section class="card" aria-labelledby="week">
      <Here of={useCalendar()} isPart>
        {(calendar) => {
          const week = calendar.weeks[0];
          return week ? <Strip week={week} today={today} units={units} /> : null;
        }}
      </Here>
    </section>
  );
}

function Strip({ week, today, units }: { week: CalendarWeek; today: Today; units: Units }) {
  const on = today.date;
  const meant = week.planned_m == null ? null : distance(week.planned_m, units);
  return (
    <>
      <h2 id="week">{said.week}</h2>
      <p class="faint">{week.runs > 0 ? said.ranThisWeek(distance(week.distance_m, units), meant) : meant ? said.toCome(meant) : said.notYet}</p>
      <ol class="strip">
        {week.days.map((day) => (
          <li key={day.date} class={day.date === on ? "here" : ""} aria-current={day.date === on ? "date" : undefined}>
            <span class="day">{weekday(day.date)}</span>
            {day.done.length + day.meant.length > 0
              ? <DayBars day={day} units={units} />
              : <Unplanned isToday={day.date === on} isPast={day.date < on} today={today} />}
          </li>
        ))}
      </ol>
    </>
  );
}

/** A day without a run and without a plan; today holds what was just said of it. */
function Unplanned({ isToday, isPast, today }: { isToday: boolean; isPast: boolean; today: Today }) {
  const { session } = today;
  if (!isToday || !session) {
    return <span class="bar rest">{isPast || (isToday && today.action === "rest") ? said.rest : "\u00a0"}</span>;
  }
  return (
    <span class={`bar meant ${inkOf(session.purpose)}`}>
      <b>{words.purposes[session.purpose]}</b>
      {said.minutes(session.minutes[0], session.minutes[1])}
    </span>
  );
}
