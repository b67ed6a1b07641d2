// The table of stretches: what each was, what for, how it stands and why, and the laps of the watch it
// falls on. It and the stream point at each other, by mouse and by keyboard.
import type { Recording, Run, Segment } from "../api/client";
import { bare, clock, NOTHING, pace, whole, type Units } from "../show/numbers";
import { words } from "../words/en";
import { PurposeMark, StandingMark } from "./marks";

const { run: said } = words;

export function Stretches({ run, laps, units, here, onHere }: {
  run: Run;
  laps: Recording["laps"];
  units: Units;
  here: number | undefined;
  onHere: (place: number | undefined) => void;
}) {
  const { columns } = said;
  const hasLaps = laps.length > 1;
  const step = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const row = event.currentTarget as HTMLTableRowElement;
    const next = by === -1 ? row.previousElementSibling : by === 1 ? row.nextElementSibling : null;
    if (!(next instanceof HTMLTableRowElement)) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <section class="card stretches">
      <h2>{said.stretches}</h2>
      <div class="wide" tabIndex={0} role="region" aria-label={said.stretches}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="number">{columns.place}</th>
              {hasLaps && <th scope="col" class="number">{columns.laps}</th>}
              <th scope="col">{columns.kind}</th>
              <th scope="col">{columns.purpose}</th>
              <th scope="col" class="number">{columns.time}</th>
              <th scope="col" class="number">{units}</th>
              <th scope="col" class="number">{columns.pace}</th>
              <th scope="col" class="number">{columns.flat}</th>
              <th scope="col" class="number">{columns.heart}</th>
              <th scope="col">{columns.standing}</th>
            </tr>
          </thead>
          <tbody>
            {run.segments.map((segment, place) => (
              <tr
                key={segment.start_s}
                class={place === here ? "here" : ""}
                tabIndex={place === (here ?? 0) ? 0 : -1}
                onMouseEnter={() => onHere(place)}
                onMouseLeave={() => onHere(undefined)}
                onFocus={() => onHere(place)}
                onKeyDown={step}
              >
                <td class="place number" data-label={columns.place}>{place + 1}</td>
                {hasLaps && <td class="laps number" data-label={columns.laps}>{lapsOf(segment, laps)}</td>}
                <td class="kind" data-label={columns.kind}>{segment.kind}</td>
                <td class="purpose" data-label={columns.purpose}><PurposeMark of={segment.purpose} /></td>
                <td class="number" data-label={columns.time}>{clock(segment.end_s - segment.start_s)}</td>
                <td class="number" data-label={units}>{bare(segment.distance_m, units, 2)}</td>
                <td class="number" data-label={columns.pace}>{pace(segment.speed_mps, units)}</td>
                <td class="number" data-label={columns.flat}>{pace(segment.gap_speed_mps, units)}</td>
                <td class="number" data-label={columns.heart}>{whole(segment.hr_bpm)}</td>
                <Why segment={segment} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** The laps that a stretch falls on, by their numbers; a corner of a lap does not count. */
function lapsOf(segment: Segment, laps: Recording["laps"]): string {
  const shared = (lap: Recording["laps"][number]) => Math.min(lap.end_s, segment.end_s) - Math.max(lap.start_s, segment.start_s);
  const half = (lap: Recording["laps"][number]) => 0.5 * Math.min(lap.end_s - lap.start_s, segment.end_s - segment.start_s);
  const own = laps.flatMap((lap, place) => (shared(lap) > half(lap) ? [place + 1] : []));
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return NOTHING;
  return first === last ? String(first) : `${first}–${last}`;
}

function Why({ segment }: { segment: Segment }) {
  return (
    <td class="why wholly">
      <StandingMark of={segment.standing} />
      <p class="small">
        {segment.reason}
        {segment.rules.length > 0 && <span class="faint"> ({segment.rules.join(", ")})</span>}
      </p>
      {segment.counterfactual && <p class="small"><strong>{said.instead}:</strong> {segment.counterfactual}</p>}
    </td>
  );
}
