// What races would take: a time with its range for each, drawn against the clock and in a table, by which
// models, and what it rests on.
import { usePredictions } from "../api/answers";
import type { Predictions } from "../api/client";
import { fullDay } from "../show/days";
import { bare, clock, distance, type Units } from "../show/numbers";
import { raceName } from "../show/plans";
import { runAt } from "../places";
import { words } from "../words";
import { Here } from "./answer";

const { progress: said } = words;

type Foretold = Predictions["predictions"][number];

export function Races({ units }: { units: Units }) {
  return (
    <section class="card">
      <h2>{said.races}</h2>
      <Here of={usePredictions()} isPart>{(predictions) => <Told predictions={predictions} units={units} />}</Here>
    </section>
  );
}

function Told({ predictions, units }: { predictions: Predictions; units: Units }) {
  const known = predictions.predictions.filter((race) => race.time_s != null);
  const advice = [...new Set(predictions.predictions.map((race) => race.advice).filter((it) => it != null))];
  const names = (ids: string[]) => predictions.models.filter((model) => ids.includes(model.id)).map((model) => model.name);
  return (
    <>
      <p>{known.length === 0 ? said.racesUntold : said.racesSay(predictions.inputs.races.length)}</p>
      {known.length > 0 && (
        <div class="wide" tabIndex={0} role="region" aria-label={said.races}>
          <table class="races">
            <thead>
              <tr>
                <th scope="col">{said.race}</th>
                <th scope="col" class="number">{said.expected}</th>
                <th scope="col" class="number">{said.range}</th>
                <th scope="col" class="range"><span class="unseen">{said.drawn}</span></th>
              </tr>
            </thead>
            <tbody>
              {known.map((race) => (
                <tr key={race.distance_m} class={race.is_goal ? "here" : ""}>
                  <th scope="row">{raceName(race.distance_m, units)}{race.is_goal && <span class="small faint"> {said.goal}</span>}<span class="small faint model">{said.by(names(race.counted))}</span></th>
                  <td class="number"><b>{clock(race.time_s)}</b></td>
                  <td class="number between">{said.between(clock(race.quickest_s), clock(race.slowest_s))}</td>
                  <td class="range"><RangeMark race={race} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {known.filter((race) => race.note != null).map((race) => (
        <p key={race.distance_m} class="small faint">{raceName(race.distance_m, units)}: {race.note}</p>
      ))}
      {advice.map((it) => <p key={it}><strong>→</strong> {it}</p>)}
      <RestsOn inputs={predictions.inputs} units={units} />
      {known.length > 0 && <p class="small faint">{said.rangeNote}</p>}
    </>
  );
}

/** How wide a range is beside its time: a tenth either way fills it. The table says it in numbers. */
function RangeMark({ race }: { race: Foretold }) {
  const { time_s: time, quickest_s: quick, slowest_s: slow } = race;
  if (time == null || quick == null || slow == null) return null;
  const at = (seconds: number) => Math.min(100, Math.max(0, 50 + 500 * (seconds / time - 1)));
  return (
    <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
      <rect x="0" y="5.5" width="100" height="1" fill="var(--line)" />
      <rect x={at(quick)} y="3" width={at(slow) - at(quick)} height="6" fill="var(--accent)" opacity="0.45" />
      <rect x="49.4" y="1" width="1.2" height="10" fill="var(--ink)" />
    </svg>
  );
}

function RestsOn({ inputs, units }: { inputs: Predictions["inputs"]; units: Units }) {
  if (inputs.races.length === 0) return null;
  return (
    <details>
      <summary>{said.restsOn}</summary>
      <ul>
        {inputs.races.map((race) => (
          <li key={race.run}>
            <a href={runAt(race.run)}>{fullDay(race.date)}</a>: {distance(race.distance_m, units)} {said.in(clock(race.time_s))}
          </li>
        ))}
        {inputs.weekly_distance_m != null && <li>{said.weekly(`${bare(inputs.weekly_distance_m, units)} ${units}`)}</li>}
      </ul>
    </details>
  );
}
