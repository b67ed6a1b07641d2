// What a day holds: what was run, filled; what was meant, in outline.
import type { CalendarDay, RunInBrief } from "../api/client";
import { runAt } from "../places";
import { bare, distance, type Units } from "../show/numbers";
import { inkOf } from "../show/purposes";
import { words } from "../words/en";

export function DayBars({ day, units, isShort }: { day: CalendarDay; units: Units; isShort?: boolean }) {
  return (
    <>
      {day.done.map((run) => <DoneBar key={run.id} run={run} units={units} isShort={isShort} />)}
      {day.done.length === 0 && day.meant.map((session) => (
        <span key={session.notation} class={`bar meant ${inkOf(session.purpose)}`}>
          <b>{isShort ? words.shortPurposes[session.purpose] : words.purposes[session.purpose]}</b>
          {isShort ? bare(session.distance_m, units, 0) : distance(session.distance_m, units)}
          <span class="unseen"> {words.today.meant}</span>
        </span>
      ))}
    </>
  );
}

function DoneBar({ run, units, isShort }: { run: RunInBrief; units: Units; isShort?: boolean }) {
  return (
    <a class={`bar done ${inkOf(run.purpose)}`} href={runAt(run.id)}>
      <span class="unseen">{words.runs[run.purpose]}, {distance(run.distance_m, units)}</span>
      <b aria-hidden="true">{isShort ? words.shortPurposes[run.purpose] : words.purposes[run.purpose]}</b>
      <span aria-hidden="true">{isShort ? bare(run.distance_m, units) : distance(run.distance_m, units)}</span>
    </a>
  );
}
