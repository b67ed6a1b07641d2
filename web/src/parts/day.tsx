// What a day holds: what was run, filled; what was meant, in outline. What is still to come can be picked
// up and moved.
import type { CalendarDay, PlannedSession, RunInBrief } from "../api/client";
import { runAt } from "../places";
import { longDay } from "../show/days";
import { bare, distance, type Units } from "../show/numbers";
import { inkOf } from "../show/purposes";
import { words } from "../words";

/** What can be done with a session that is still to come. */
export type Hands = {
  /** The day whose session was picked up. */
  held: string | undefined;
  onPick: (day: string) => void;
  /** Moves the day wanted by so many days. */
  onStep: (day: string, days: number) => void;
  onDrag: (day: string) => void;
  onDragEnd: () => void;
};

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

type Shown = { day: CalendarDay; units: Units; isShort?: boolean; hands?: Hands | undefined };

export function DayBars({ day, units, isShort, hands }: Shown) {
  return (
    <>
      {day.done.map((run) => <DoneBar key={run.id} run={run} units={units} isShort={isShort} />)}
      {day.meant.map((session) =>
        hands && day.done.length === 0
          ? <Movable key={session.notation} session={session} units={units} isShort={isShort} hands={hands} />
          : <span key={session.notation} class={meantClass(session, day.done.length > 0)}><Meant session={session} units={units} isShort={isShort} /></span>,
      )}
    </>
  );
}

const meantClass = (session: PlannedSession, isOver: boolean) =>
  `bar meant ${isOver ? "over " : ""}${inkOf(session.purpose)}`;

function Meant({ session, units, isShort }: { session: PlannedSession; units: Units; isShort?: boolean | undefined }) {
  return (
    <>
      <b>{isShort ? words.shortPurposes[session.purpose] : words.purposes[session.purpose]}</b>
      {isShort ? bare(session.distance_m, units, 0) : distance(session.distance_m, units)}
      <span class="unseen"> {words.today.meant}</span>
    </>
  );
}

function Movable({ session, units, isShort, hands }: { session: PlannedSession; units: Units; isShort?: boolean | undefined; hands: Hands }) {
  const day = session.date;
  const press = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    hands.onStep(day, step);
  };
  return (
    <button
      type="button"
      class={`${meantClass(session, false)} movable`}
      draggable
      aria-pressed={hands.held === day}
      title={session.notation}
      onClick={() => hands.onPick(day)}
      onKeyDown={press}
      onDragStart={(event) => {
        event.dataTransfer?.setData("text/plain", day);
        hands.onDrag(day);
      }}
      onDragEnd={hands.onDragEnd}
    >
      <span class="unseen">{words.plan.movable(words.runs[session.purpose], distance(session.distance_m, units), longDay(day))}</span>
      <span aria-hidden="true"><Meant session={session} units={units} isShort={isShort} /></span>
    </button>
  );
}

function DoneBar({ run, units, isShort }: { run: RunInBrief; units: Units; isShort?: boolean | undefined }) {
  return (
    <a class={`bar done ${inkOf(run.purpose)}`} href={runAt(run.id)}>
      <span class="unseen">{words.runs[run.purpose]}, {distance(run.distance_m, units)}</span>
      <b aria-hidden="true">{isShort ? words.shortPurposes[run.purpose] : words.purposes[run.purpose]}</b>
      <span aria-hidden="true">{isShort ? bare(run.distance_m, units) : distance(run.distance_m, units)}</span>
    </a>
  );
}
