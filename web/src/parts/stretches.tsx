// The table of stretches: what each was, what for, how it stands and why. It and the stream point at
// each other.
import type { Run, Segment } from "../api/client";
import { bare, clock, pace, whole, type Units } from "../show/numbers";
import { words } from "../words/en";
import { PurposeMark, StandingMark } from "./marks";

const { run: said } = words;

export function Stretches({ run, units, here, onHere }: {
  run: Run;
  units: Units;
  here: number | undefined;
  onHere: (place: number | undefined) => void;
}) {
  const { columns } = said;
  return (
    <section class="card stretches">
      <h2>{said.stretches}</h2>
      <div class="wide" tabIndex={0} role="region" aria-label={said.stretches}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="number">{columns.place}</th>
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
              <tr key={segment.start_s} class={place === here ? "here" : ""} onMouseEnter={() => onHere(place)} onMouseLeave={() => onHere(undefined)}>
                <td class="number" data-label={columns.place}>{place + 1}</td>
                <td data-label={columns.kind}>{segment.kind}</td>
                <td data-label={columns.purpose}><PurposeMark of={segment.purpose} /></td>
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
