// The calendar: months with the total of every week at the right; what was meant in outline, what was
// run filled. What is still to come can be moved: dragged, tapped, or stepped with the arrow keys.
import { useLocation } from "preact-iso";
import { useState } from "preact/hooks";
import { useCalendar, useCover, usePlanNews } from "../api/answers";
import type { CalendarWeek, Cover } from "../api/client";
import { Here } from "../parts/answer";
import { WaitingChanges } from "../parts/changes";
import { DayBars, type Hands } from "../parts/day";
import { PurposeLegend } from "../parts/marks";
import { Moving, type Moved } from "../parts/moving";
import { addDays, dayOfMonth, firstOfMonth, fullDay, isMonth, longDay, month, weekday } from "../show/days";
import { bare, distance, type Units } from "../show/numbers";
import { PURPOSES } from "../show/purposes";
import { words } from "../words";

/** So many months stand beside each other. */
const MONTHS = 4;

export function CalendarScreen() {
  const cover = useCover();
  return <Here of={cover}>{(cover) => <Months cover={cover} />}</Here>;
}

function Months({ cover }: { cover: Cover }) {
  const { query, route } = useLocation();
  const last = isMonth(query.month) ? `${query.month}-01` : firstOfMonth(cover.on);
  const first = firstOfMonth(last, 1 - MONTHS);
  const end = addDays(firstOfMonth(last, 1), -1);
  const calendar = useCalendar(first, end);
  const turn = (by: number) => route(`/calendar?month=${firstOfMonth(last, by).slice(0, 7)}`);
  const [moved, setMoved] = useState<Moved>();
  const [said, setSaid] = useState("");
  const hands: Hands = {
    held: moved?.from,
    onPick: (from) => { setSaid(""); setMoved({ from }); },
    onDrag: (from) => setMoved({ from, isDragged: true }),
    onDragEnd: () => setMoved((held) => (held?.isDragged ? undefined : held)),
    onStep: (from, days) => setMoved((held) => {
      const to = addDays(held?.from === from && held.to ? held.to : from, days);
      if (to < cover.on || to === from) return { from };
      return { from, to };
    }),
  };
  const drags: Drags = {
    onOver: (to) => setMoved((held) => (held?.isDragged && to !== held.to ? { ...held, to } : held)),
    onDrop: (to) => setMoved((held) => (held && to !== held.from ? { from: held.from, to } : undefined)),
  };
  const finish = (told = "") => { setMoved(undefined); setSaid(told); };
  const until = cover.planned_until ?? cover.on;
  const hasEarlier = cover.first != null && cover.first < first;
  return (
    <>
      <div class="buttons">
        <button type="button" class="button" disabled={!hasEarlier} onClick={() => turn(-MONTHS)}>{words.calendar.earlier}</button>
        <button type="button" class="button" disabled={end >= until} onClick={() => turn(MONTHS)}>{words.calendar.later}</button>
        <a class="button" href="/calendar">{words.calendar.now}</a>
      </div>
      <Here of={calendar} beside={[usePlanNews()]}>
        {({ weeks }) => (
          <>
            <Said weeks={weeks} first={first} last={end} units={cover.units} />
            <WaitingChanges />
            {moved && !moved.isDragged && <Moving moved={moved} on={cover.on} onTo={(to) => setMoved({ ...moved, to })} onEnd={finish} />}
            <p role="status" class={said ? "" : "unseen"}>{said}</p>
            <div class="months">
              {Array.from({ length: MONTHS }, (_, back) => firstOfMonth(last, -back)).map((start) => (
                <Month key={start} start={start} weeks={weeks} cover={cover} hands={hands} to={moved?.to} drags={drags} />
              ))}
            </div>
          </>
        )}
      </Here>
    </>
  );
}

function Said({ weeks, first, last, units }: { weeks: CalendarWeek[]; first: string; last: string; units: Units }) {
  const days = weeks.flatMap((week) => week.days).filter((day) => first <= day.date && day.date <= last);
  const runs = days.flatMap((day) => day.done);
  const metres = runs.reduce((sum, run) => sum + (run.distance_m ?? 0), 0);
  const seen = PURPOSES.filter((purpose) => runs.some((run) => run.purpose === purpose));
  return (
    <section class="lead">
      <h1 class="unseen">{words.screens.calendar}</h1>
      <p>
        {runs.length === 0
          ? words.calendar.empty
          : words.calendar.said(runs.length, distance(metres, units), fullDay(first), fullDay(last))}
      </p>
      <PurposeLegend of={seen} />
    </section>
  );
}

/** What happens to a day while something is dragged over it. */
type Drags = { onOver: (day: string) => void; onDrop: (day: string) => void };

type Moves = { hands: Hands; to: string | undefined; drags: Drags };

function Month({ start, weeks, cover, ...moves }: { start: string; weeks: CalendarWeek[]; cover: Cover } & Moves) {
  const own = weeks.filter((week) => week.days.some((day) => day.date.startsWith(start.slice(0, 7))));
  const units = cover.units;
  const first = own[0];
  return (
    <section class="month">
      <h2>{month(start)}</h2>
      <div class="days" aria-hidden="true">
        {first?.days.map((day) => <div key={day.date} class="head">{weekday(day.date)}</div>)}
        <div class="head number">{words.calendar.total}</div>
      </div>
      {own.map((week) => <Week key={week.start} week={week} month={start.slice(0, 7)} on={cover.on} units={units} {...moves} />)}
    </section>
  );
}

function Week({ week, month, on, units, hands, to, drags }: { week: CalendarWeek; month: string; on: string; units: Units } & Moves) {
  return (
    <div class="days" role="group" aria-label={words.calendar.week(longDay(week.start))}>
      {week.days.map((day) => {
        const isOther = !day.date.startsWith(month);
        if (isOther) return <div key={day.date} class="cell other" />;
        return (
          <div
            key={day.date}
            class={`cell${day.date === on ? " here" : ""}${day.date === to ? " wanted" : ""}`}
            onDragOver={(event) => {
              if (!hands.held || day.date < on) return;
              event.preventDefault();
              drags.onOver(day.date);
            }}
            onDrop={(event) => { event.preventDefault(); drags.onDrop(day.date); }}
          >
            <span class="date">{dayOfMonth(day.date)}<span class="unseen"> {weekday(day.date)}</span></span>
            <DayBars day={day} units={units} isShort hands={day.date >= on ? hands : undefined} />
          </div>
        );
      })}
      <div class="total">
        {week.distance_m > 0 ? bare(week.distance_m, units, week.distance_m < 100_000 ? 1 : 0) : ""}
        {week.distance_m > 0 && <span class="unseen"> {units}</span>}
        {week.planned_m != null && <small>{words.calendar.meantTotal(bare(week.planned_m, units, 0))}</small>}
      </div>
    </div>
  );
}
