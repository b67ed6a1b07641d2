// One week of a plan: every session with its job, what became of it, and what it was when the plan was
// accepted.
import type { PlanWeek, SessionReviewed } from "../api/client";
import { runAt } from "../places";
import { addDays, longDay, shortDay, weekday } from "../show/days";
import { clock, distance, share, type Units } from "../show/numbers";
import { words } from "../words";
import { PurposeMark } from "./marks";

const { thePlan: said } = words;

type Session = PlanWeek["sessions"][number];

export function PlanWeekCard({ week, of, deeds, before, units, on, onTurn }: {
  week: PlanWeek;
  of: number;
  deeds: SessionReviewed[];
  /** The sessions of a day as they were when the plan was accepted, where they were others. */
  before: Map<string, string[]>;
  units: Units;
  on: string;
  onTurn: (by: number) => void;
}) {
  const unplanned = deeds.filter((deed) => deed.outcome === "unplanned");
  return (
    <section class="card" aria-labelledby="plan-week">
      <div class="plan-head">
        <h2 id="plan-week">{said.weekOf(week.week, of, longDay(week.start))}</h2>
        <div class="buttons">
          <button type="button" class="button" disabled={week.week === 1} onClick={() => onTurn(-1)}>{said.weekBefore}</button>
          <button type="button" class="button" disabled={week.week === of} onClick={() => onTurn(1)}>{said.weekAfter}</button>
        </div>
      </div>
      <p class="faint">
        {said.weekHolds(week.phase ? said.phases[week.phase] : undefined, week.lighter, distance(week.distance_m, units), week.sessions.length)}
      </p>
      <ol class="sessions">
        {inOrder(week).map((it) => (
          <li key={`${it.date} ${it.notation}`} class={it.date === on ? "here" : ""} aria-current={it.date === on ? "date" : undefined}>
            <span class="session-day">{weekday(it.date)} <span class="faint">{shortDay(it.date)}</span></span>
            {"purpose" in it ? <Meant session={it} units={units} /> : <div><b>{it.notation}</b><p class="small faint">{it.job}</p></div>}
            {"purpose" in it && <Deed deed={deeds.find(({ session }) => session?.date === it.date && session.notation === it.notation)} units={units} />}
          </li>
        ))}
      </ol>
      {unplanned.map((deed) => (
        <p key={deed.date} class="small">
          {said.unplanned(longDay(deed.date), distance(deed.distance_m, units))} <Runs deed={deed} />
        </p>
      ))}
      <Before before={before} week={week} />
    </section>
  );
}

/** Running and what is trained beside it, day after day. */
function inOrder(week: PlanWeek): (Session | PlanWeek["besides"][number])[] {
  return [...week.sessions, ...week.besides].sort((one, other) => one.date.localeCompare(other.date));
}

function Meant({ session, units }: { session: Session; units: Units }) {
  const size = [distance(session.distance_m, units), ...(session.duration_s == null ? [] : [clock(session.duration_s)])];
  return (
    <div>
      <p class="session-line"><PurposeMark of={session.purpose} /> <b>{said.about(size.join(", "))}</b></p>
      <p><code>{session.notation}</code></p>
      <p class="small faint">{session.job}</p>
    </div>
  );
}

/** What became of a session whose day has come. */
function Deed({ deed, units }: { deed: SessionReviewed | undefined; units: Units }) {
  if (!deed || deed.outcome === "to-come") return null;
  const beyond = deed.beyond.map((it) => said.beyond(it.kind, it.by == null ? undefined : share(it.by, 1)));
  return (
    <p class={`deed ${deed.outcome}`}>
      <b>{said.outcomes[deed.outcome](weekday(deed.date), deed.purposes.map((it) => words.purposes[it]).join(", "))}</b>
      {deed.distance_m != null && <span>{distance(deed.distance_m, units)}</span>}
      {deed.short_by != null && <span>{said.shortBy(share(deed.short_by, 1))}</span>}
      {beyond.length > 0 && <span>{beyond.join(", ")}</span>}
      <Runs deed={deed} />
    </p>
  );
}

function Runs({ deed }: { deed: SessionReviewed }) {
  return (
    <>
      {deed.runs.map((run) => (
        <a key={run} href={runAt(run)}>{said.open}<span class="unseen"> {longDay(deed.date)}</span></a>
      ))}
    </>
  );
}

/** The days of a week that were others when the plan was accepted. */
function Before({ before, week }: { before: Map<string, string[]>; week: PlanWeek }) {
  const days = [...before].filter(([day]) => week.start <= day && day <= addDays(week.start, 6));
  if (days.length === 0) return null;
  return (
    <p class="small faint">
      {said.acceptedAs}{" "}
      {days.map(([day, sessions]) => `${weekday(day)} ${sessions.length === 0 ? words.plan.rest : sessions.join(words.plan.and)}`).join("; ")}.
    </p>
  );
}
