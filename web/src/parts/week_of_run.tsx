// The week of a run: how its distance stands, and how it stood before it changed.
import { useEffect, useRef, useState } from "preact/hooks";
import { useWeekOf } from "../api/answers";
import type { CalendarWeek, Run } from "../api/client";
import { longDay } from "../show/days";
import { distance, type Units } from "../show/numbers";
import { sentence } from "../show/standings";
import { words } from "../words";
import { Here } from "./answer";

const { run: said } = words;

export function WeekOfRun({ run, units }: { run: Run; units: Units }) {
  return (
    <section class="card" aria-live="polite">
      <h2>{said.week}</h2>
      <Here of={useWeekOf(run.local_start.slice(0, 10))} isPart>{({ weeks }) => weeks[0] && <Told week={weeks[0]} units={units} />}</Here>
    </section>
  );
}

function Told({ week, units }: { week: CalendarWeek; units: Units }) {
  const stands = sentence(week.by_standing_m, week.distance_m);
  const last = useRef(stands);
  const [stood, setStood] = useState<string>();
  useEffect(() => {
    if (last.current === stands) return;
    setStood(last.current);
    last.current = stands;
  }, [stands]);
  return (
    <>
      <p>{said.weekSays(longDay(week.start), distance(week.distance_m, units), week.runs)} <b>{stands}</b></p>
      {stood && stood !== stands && <p class="small faint">{said.weekSaid} <del>{stood}</del></p>}
    </>
  );
}
