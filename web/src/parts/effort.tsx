// What easy running costs in heartbeats, and load: how much was trained lately and before.
import { lazy } from "preact-iso";
import { Suspense } from "preact/compat";
import { useMemo } from "preact/hooks";
import type { Progress } from "../api/client";
import type { Line } from "../charts/lines";
import { addDays, fullDay } from "../show/days";
import { plain, share, whole, type Units } from "../show/numbers";
import { smooth } from "../show/smooth";
import { words } from "../words";
import { Waiting } from "./answer";
import { ChartCard } from "./chart_card";

const Lines = lazy(() => import("../charts/lines"));

const { progress: said } = words;

/** So many weeks on either side are averaged in the line. */
const AROUND = 4;

export function EasyRunning({ progress, first, units }: { progress: Progress; first: string; units: Units }) {
  const { weeks: all, change } = progress.efficiency;
  const far = units === "km" ? 1 : 1.0936133;
  const weeks = useMemo(() => all.filter((week) => week.start >= first), [all, first]);
  const days = useMemo(() => weeks.map((week) => week.start), [weeks]);
  const lines = useMemo<Line[]>(() => {
    const values = weeks.map((week) => far * week.metres_a_beat);
    return [
      { name: said.oneWeek, ink: "--faint", values, isPoints: true },
      { name: said.smoothed, ink: "--accent", values: smooth(values, AROUND) },
    ];
  }, [weeks, far]);
  return (
    <ChartCard
      title={said.efficiency}
      says={
        all.length === 0 ? said.efficiencyUntold
        : !change ? said.efficiencyShort
        : said.efficiencySays(said.carries[change.is_told ? (change.now > change.before ? "more" : "less") : "same"], share(Math.abs(change.now - change.before), change.before), change.is_a_year)
      }
      notes={all.length === 0 ? [] : [said.efficiencyKey]}
      label={said.efficiencyChart(said.lengths[units])}
      columns={[{ name: said.week, isText: true }, { name: said.aBeat(said.lengths[units]) }, { name: said.runs }]}
      rows={weeks.toReversed().map((week) => ({ key: week.start, cells: [fullDay(week.start), plain(far * week.metres_a_beat, 3), String(week.runs)] }))}
    >
      {weeks.length > AROUND && (
        <Suspense fallback={<Waiting isPart />}>
          <Lines days={days} lines={lines} label={said.efficiencyChart(said.lengths[units])} tell={(value) => plain(value, 3)} />
        </Suspense>
      )}
    </ChartCard>
  );
}

export function Load({ progress, first }: { progress: Progress; first: string }) {
  const { load } = progress;
  const shown = useMemo(() => {
    if (!load) return undefined;
    const days = load.fitness.map((_, place) => addDays(load.since, place));
    const from = Math.max(0, days.findIndex((day) => day >= first));
    return { days: days.slice(from), from };
  }, [load, first]);
  const lines = useMemo<Line[]>(() => !load || !shown ? [] : [
    { name: said.fitness, ink: "--long", values: load.fitness.slice(shown.from) },
    { name: said.fatigue, ink: "--tempo", values: load.fatigue.slice(shown.from), isDashed: true },
    { name: said.form, ink: "--faint", values: load.form.slice(shown.from) },
  ], [load, shown]);
  if (!load || !shown) {
    return <ChartCard title={said.load} says={said.loadUntold} label={said.load} columns={[]} rows={[]} />;
  }
  const last = <T,>(values: T[]) => values[values.length - 1]!;
  const now = { fitness: last(load.fitness), fatigue: last(load.fatigue), form: last(load.fitness) - last(load.fatigue) };
  const weekly = shown.days.map((day, place) => ({ day, at: shown.from + place })).filter(({ at }) => (load.fitness.length - 1 - at) % 7 === 0);
  return (
    <ChartCard
      title={said.load}
      says={said.loadSays(now.form > 0.1 * now.fitness ? "less" : now.form < -0.1 * now.fitness ? "more" : "same", whole(now.fitness), whole(now.fatigue), whole(now.form))}
      notes={[said.loadKey, ...(load.guessed > 0 ? [said.loadGuessed(load.guessed, load.runs)] : []), said.loadNote]}
      label={said.loadChart}
      columns={[{ name: said.day, isText: true }, { name: said.fitness }, { name: said.fatigue }, { name: said.form }]}
      rows={weekly.toReversed().map(({ day, at }) => ({ key: day, cells: [fullDay(day), ...[load.fitness, load.fatigue, load.form].map((values) => plain(values[at] ?? 0))] }))}
    >
      <Suspense fallback={<Waiting isPart />}>
        <Lines days={shown.days} lines={lines} label={said.loadChart} tell={whole} holds={0} />
      </Suspense>
    </ChartCard>
  );
}
