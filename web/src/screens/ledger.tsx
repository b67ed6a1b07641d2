// The ledger: what the miles were for, week by week over the whole history; which had no job; and what
// would help most.
import { useState } from "preact/hooks";
import { useAccounts, useCalendar, usePreviews } from "../api/answers";
import type { Accounts, LedgerLine, Standing } from "../api/client";
import { Brush, WeekBars } from "../charts/weeks";
import { useWidth } from "../charts/width";
import { Here, HereWithCover, NoRuns } from "../parts/answer";
import { PurposeLegend, PurposeMark, StandingMark } from "../parts/marks";
import { Twin } from "../parts/twin";
import { WhatIf } from "../parts/what_if";
import { runAt } from "../places";
import { fullDay, longDay, timeOfDay } from "../show/days";
import { bare, clock, distance, share, type Units } from "../show/numbers";
import { PURPOSES, STANDINGS } from "../show/purposes";
import { sentence } from "../show/standings";
import { words } from "../words";

const { ledger: said } = words;

export function LedgerScreen() {
  return (
    <HereWithCover of={useAccounts()}>
      {(accounts, cover) =>
        accounts.weeks.length === 0 ? <NoRuns /> : <Ledger accounts={accounts} units={cover.units} />
      }
    </HereWithCover>
  );
}

function Ledger({ accounts, units }: { accounts: Accounts; units: Units }) {
  const { place, width } = useWidth(900);
  const [chosen, setChosen] = useState<string>();
  const all = accounts.weeks.length;
  const [window, setWindow] = useState<[number, number]>([Math.max(0, all - 52), all]);
  const shown = accounts.weeks.slice(...window);
  const totals = sum(shown);
  return (
    <>
      <section class="lead">
        <p class="when">{said.range(fullDay(shown[0]!.span), fullDay(window[1] === all ? accounts.on : shown.at(-1)!.span))}</p>
        <h1>{said.ran(distance(totals.distance, units), totals.runs, sentence(totals.by, totals.distance))}</h1>
      </section>
      <section class="card">
        <Spans all={all} window={window} onChoose={setWindow} />
        <div ref={place}>
        <WeekBars width={width} weeks={shown} units={units} chosen={chosen} onChoose={setChosen} label={said.chart} />
        {all > 12 && <Brush weeks={accounts.weeks} window={window} onMove={setWindow} label={said.brush} width={width} />}
        </div>
        <PurposeLegend of={PURPOSES.filter((purpose) => shown.some((week) => (week.by_purpose_m[purpose] ?? 0) > 0))} />
        <p class="small faint"><StandingMark of="junk" />: {said.hatch}. {chosen ? "" : said.choose}</p>
        <WeekTable weeks={shown} units={units} onChoose={setChosen} />
      </section>
      {chosen && <RunsOf week={chosen} units={units} />}
      <div class="pair">
        <Suggestions accounts={accounts} units={units} />
        <Shares weeks={shown} totals={totals} units={units} />
      </div>
    </>
  );
}

type Totals = { runs: number; distance: number; by: Record<Standing, number> };

function sum(weeks: LedgerLine[]): Totals {
  const of = (standing: Standing) => weeks.reduce((all, week) => all + (week.by_standing_m[standing] ?? 0), 0);
  return {
    runs: weeks.reduce((all, week) => all + week.runs, 0),
    distance: weeks.reduce((all, week) => all + week.distance_m, 0),
    by: Object.fromEntries(STANDINGS.map((it) => [it, of(it)])) as Record<Standing, number>,
  };
}

function Spans({ all, window, onChoose }: { all: number; window: [number, number]; onChoose: (window: [number, number]) => void }) {
  return (
    <div class="buttons" role="group" aria-label={said.spansLabel}>
      {said.spans.map(([weeks, label]) => {
        const size = weeks === "all" ? all : Number(weeks);
        if (weeks !== "all" && size >= all) return null;
        const isIt = window[1] - window[0] === size;
        return (
          <button key={weeks} type="button" class="button" aria-pressed={isIt} onClick={() => onChoose([all - size, all])}>
            {label}
          </button>
        );
      })}
    </div>
  );
}

function WeekTable({ weeks, units, onChoose }: { weeks: LedgerLine[]; units: Units; onChoose: (week: string) => void }) {
  const seen = PURPOSES.filter((purpose) => weeks.some((week) => (week.by_purpose_m[purpose] ?? 0) > 0));
  return (
    <Twin
      label={`${said.chart}, ${units}`}
      columns={[
        { name: said.week, isText: true },
        ...[said.runs, units, ...seen.map((purpose) => words.purposes[purpose]), words.standings.junk].map((name) => ({ name })),
      ]}
      rows={weeks.toReversed().map((week) => ({
        key: week.span,
        cells: [
          <button type="button" class="link" aria-label={said.open(longDay(week.span))} onClick={() => onChoose(week.span)}>
            {fullDay(week.span)}
          </button>,
          week.runs,
          bare(week.distance_m, units),
          ...seen.map((purpose) => dot(week.by_purpose_m[purpose], units)),
          share(week.by_standing_m.junk ?? 0, week.distance_m),
        ],
      }))}
    />
  );
}

const dot = (metres: number | undefined, units: Units) => (metres ? bare(metres, units) : "·");

function RunsOf({ week, units }: { week: string; units: Units }) {
  const calendar = useCalendar(week, week);
  return (
    <section class="card fresh" aria-live="polite">
      <h2>{words.calendar.week(longDay(week))}</h2>
      <Here of={calendar} isPart>
        {({ weeks }) => (
          <div class="wide" tabIndex={0} role="region" aria-label={said.open(longDay(week))}>
            <table>
              <tbody>
                {weeks.flatMap((it) => it.days).flatMap((day) => day.done.map((run) => (
                  <tr key={run.id}>
                    <th scope="row"><a href={runAt(run.id)}>{longDay(day.date)}, {timeOfDay(run.local_start)}</a></th>
                    <td><PurposeMark of={run.purpose} /></td>
                    <td class="number">{distance(run.distance_m, units)}</td>
                    <td class="number">{clock(run.moving_s)}</td>
                    <td>{STANDINGS.filter((it) => it !== "purposeful" && (run.by_standing_m[it] ?? 0) > 0).map((it) => (
                      <span key={it}><StandingMark of={it} /> {distance(run.by_standing_m[it], units)} </span>
                    ))}</td>
                  </tr>
                )))}
              </tbody>
            </table>
          </div>
        )}
      </Here>
    </section>
  );
}

function Suggestions({ accounts, units }: { accounts: Accounts; units: Units }) {
  const previews = usePreviews();
  const replayOf = (text: string) => previews?.ok && previews.value.previews.find((it) => it.suggestion.text === text)?.replay;
  return (
    <section class="card">
      <h2>{said.change}</h2>
      {accounts.suggestions.length === 0 && <p>{said.nothingToChange}</p>}
      <ol>
        {accounts.suggestions.map(({ text }) => {
          const replay = replayOf(text);
          return <li key={text}>{text}{replay ? <WhatIf replay={replay} units={units} /> : !previews && <p class="waiting line" />}</li>;
        })}
      </ol>
    </section>
  );
}

function Stands({ totals, units }: { totals: Totals; units: Units }) {
  return (
    <table>
      <thead class="unseen">
        <tr><th scope="col">{said.stands}</th><th scope="col">{said.distance}</th><th scope="col">{said.share}</th></tr>
      </thead>
      <tbody>
        {STANDINGS.filter((it) => totals.by[it] > 0).map((it) => (
          <tr key={it}>
            <th scope="row"><StandingMark of={it} /></th>
            <td class="number">{distance(totals.by[it], units)}</td>
            <td class="number">{share(totals.by[it], totals.distance)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the shown miles were for, the most first, with how they stand. */
function Shares({ weeks, totals, units }: { weeks: LedgerLine[]; totals: Totals; units: Units }) {
  const rows = PURPOSES.map((purpose) => ({
    purpose,
    metres: weeks.reduce((all, week) => all + (week.by_purpose_m[purpose] ?? 0), 0),
    junk: weeks.reduce((all, week) => all + (week.junk_by_purpose_m[purpose] ?? 0), 0),
  }));
  const seen = rows.filter((row) => row.metres > 0).sort((one, other) => other.metres - one.metres);
  return (
    <section class="card">
      <h2>{said.stands}</h2>
      <Stands totals={totals} units={units} />
      <h2>{said.byPurpose}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{said.byPurpose}</th>
            <th scope="col" class="number">{said.distance}</th>
            <th scope="col" class="number">{said.share}</th>
            <th scope="col" class="number">{words.standings.junk}</th>
          </tr>
        </thead>
        <tbody>
          {seen.map(({ purpose, metres, junk }) => (
            <tr key={purpose}>
              <th scope="row"><PurposeMark of={purpose} /></th>
              <td class="number">{distance(metres, units)}</td>
              <td class="number">{share(metres, totals.distance)}</td>
              <td class="number">{junk > 0 ? share(junk, metres) : "·"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
