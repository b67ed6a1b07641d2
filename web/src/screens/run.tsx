// One run: what it was for and how surely, its stream, its stretches with their reasons, what was
// recorded beside, and the runner's own word.
import { lazy, useLocation, useRoute } from "preact-iso";
import { Suspense } from "preact/compat";
import { useState } from "preact/hooks";
import { useNeighbours, useRecording, useRun, useWeekOf } from "../api/answers";
import { useWorn } from "../api/choices";
import type { Outcome, Recording, Run, RunInBrief } from "../api/client";
import { Beside } from "../charts/beside";
import { Here, HereWithCover, Waiting } from "../parts/answer";
import { Correct } from "../parts/correct";
import { useKeys } from "../parts/keys";
import { Recorded } from "../parts/recorded";
import { RuleMark } from "../parts/rule_mark";
import { Stretches } from "../parts/stretches";
import { WeekOfRun } from "../parts/week_of_run";
import { Worn } from "../parts/worn";
import { runAt } from "../places";
import { fullDay, timeOfDay } from "../show/days";
import { clock, distance, NOTHING, pace, share, whole, type Units } from "../show/numbers";
import { words } from "../words";

const Stream = lazy(() => import("../charts/stream"));

const { run: said } = words;

const NO_LAPS: Recording["laps"] = [];

export function RunScreen() {
  const { params } = useRoute();
  const id = params.id ?? "last";
  const run = useRun(id);
  const { id: named, local_start } = run?.ok ? run.value : {};
  const beside = [useNeighbours(named), useRecording(named), useWorn(named), useWeekOf(local_start?.slice(0, 10))];
  return (
    <HereWithCover of={run} beside={beside}>
      {(run, cover) => <Opened key={run.id} run={run} units={cover.units} />}
    </HereWithCover>
  );
}

function Opened({ run, units }: { run: Run; units: Units }) {
  const recording = useRecording(run.id);
  return (
    <>
      <Ways id={run.id} units={units} />
      <Heading run={run} units={units} />
      <Pointed run={run} recording={recording} units={units} />
      <Here of={recording} isPart>
        {(recording) => <Recorded recording={recording} run={run} units={units} />}
      </Here>
      <div class="pair">
        <Findings run={run} />
        <div class="stack">
          <Correct run={run} />
          <WeekOfRun run={run} units={units} />
          <Worn id={run.id} />
        </div>
      </div>
    </>
  );
}

/** The stream and the stretches, which point at each other: nothing else changes when the pointer moves. */
function Pointed({ run, recording, units }: { run: Run; recording: Outcome<Recording> | undefined; units: Units }) {
  const [here, setHere] = useState<number>();
  return (
    <>
      <section class="card">
        <h2>{said.stream}</h2>
        <Here of={recording} isPart>
          {(recording) => (
            <Suspense fallback={<div class="stream-room"><Waiting isPart /></div>}>
              <Stream recording={recording} segments={run.segments} units={units} here={here} onHere={setHere} />
              <Beside recording={recording} segments={run.segments} here={here} onHere={setHere} />
            </Suspense>
          )}
        </Here>
      </section>
      <Stretches run={run} laps={recording?.ok ? recording.value.laps : NO_LAPS} units={units} here={here} onHere={setHere} />
    </>
  );
}

/** To the run before and the run after; the square brackets go there too. */
function Ways({ id, units }: { id: string; units: Units }) {
  const { route } = useLocation();
  const neighbours = useNeighbours(id);
  const { earlier, later } = neighbours?.ok ? neighbours.value : {};
  useKeys(({ key }) => {
    const to = key === "[" ? earlier : key === "]" ? later : null;
    if (to) route(runAt(to.id));
  });
  const told = (run: RunInBrief) => `${fullDay(run.local_start.slice(0, 10))}, ${words.purposes[run.purpose]}, ${distance(run.distance_m, units)}`;
  return (
    <nav class="neighbours" aria-label={said.neighbours}>
      {earlier ? <a href={runAt(earlier.id)} rel="prev"><span class="unseen">{said.before} </span>← {told(earlier)}</a> : <span />}
      {later && <a href={runAt(later.id)} rel="next"><span class="unseen">{said.after} </span>{told(later)} →</a>}
    </nav>
  );
}

function Heading({ run, units }: { run: Run; units: Units }) {
  const sure = run.declared_by ? said.by[run.declared_by] : said.sure(share(run.confidence, 1));
  const { distance_m: far, moving_s: moving, elapsed_s: elapsed } = run;
  const speed = far == null || moving == null || moving <= 0 ? null : far / moving;
  const stopped = moving == null || elapsed == null ? 0 : elapsed - moving;
  const isOther = run.declared != null && run.declared !== run.inferred;
  return (
    <section class="lead">
      <p class="when">{fullDay(run.local_start.slice(0, 10))}, {timeOfDay(run.local_start)}</p>
      <h1>{words.runs[run.purpose]}, {distance(run.distance_m, units)}</h1>
      <p>
        {isOther ? said.alone(words.purposes[run.inferred], run.reason) : run.reason}{" "}
        <span class="faint">({sure})</span>
      </p>
      <dl class="figures">
        <Figure name={said.distance} value={distance(run.distance_m, units)} />
        <Figure name={said.time} value={clock(run.moving_s)} />
        <Figure name={said.pace} value={speed == null ? NOTHING : `${pace(speed, units)}/${units}`} />
        <Figure name={said.heart} value={whole(run.hr_bpm)} />
        {stopped >= 60 && <Figure name={said.stopped} value={clock(stopped)} />}
      </dl>
    </section>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return <div><dt>{name}</dt><dd>{value}</dd></div>;
}

function Findings({ run }: { run: Run }) {
  return (
    <section class="card">
      {run.oddities.length > 0 && (
        <>
          <h2>{said.odd}</h2>
          <ul>{run.oddities.map((it) => <li key={`${it.at_s} ${it.message}`}>{it.at_s != null && `${said.at(clock(it.at_s))} `}{it.message}</li>)}</ul>
        </>
      )}
      <h2>{said.findings}</h2>
      <ul class="reasons">
        {run.findings.map((finding) => (
          <li key={finding.rule}>
            {finding.message} {finding.advice}
            <span class="small faint"><RuleMark rule={finding.rule} grade={finding.grade} /></span>
          </li>
        ))}
      </ul>
      <p class="small faint">{said.file}: {run.file} · {run.id}</p>
    </section>
  );
}
