// The table of stretches: what each was, what for, how it stands and why, and the laps of the watch it
// falls on. It and the stream point at each other, by mouse and by keyboard.
import { memo } from "preact/compat";
import type { Recording, Run, Segment } from "../api/client";
import { bare, clock, NOTHING, pace, whole, type Units } from "../show/numbers";
import { words } from "../words";
import { PurposeMark, StandingMark } from "./marks";
import { RuleLinks } from "./rule_mark";

const { run: said } = words;
const { columns } = said;

export function Stretches({ run, laps, units, here, onHere }: {
  run: Run;
  laps: Recording["laps"];
  units: Units;
  here: number | undefined;
  onHere: (place: number | undefined) => void;
}) {
  const hasLaps = laps.length > 1;
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
              <Row
                key={segment.start_s}
                segment={segment}
                place={place}
                laps={hasLaps ? laps : undefined}
                units={units}
                isHere={place === here}
                isReached={place === (here ?? 0)}
                onHere={onHere}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

type RowProps = {
  segment: Segment;
  place: number;
  laps: Recording["laps"] | undefined;
  units: Units;
  isHere: boolean;
  isReached: boolean;
  onHere: (place: number | undefined) => void;
};

/** A stretch; drawn again only when the pointer comes or goes. A finger that goes leaves it chosen. What comes
 * is heard as a mouse, which tells after every pointer: the stream, when it is left, has spoken by then. */
const Row = memo(({ segment, place, laps, units, isHere, isReached, onHere }: RowProps) => (
  <tr
    class={isHere ? "here" : ""}
    tabIndex={isReached ? 0 : -1}
    onMouseEnter={() => onHere(place)}
    onPointerLeave={({ pointerType }) => pointerType === "mouse" && onHere(undefined)}
    onFocusIn={() => onHere(place)}
    onKeyDown={step}
  >
    <td class="place number" data-label={columns.place}>{place + 1}</td>
    {laps && <td class="laps number" data-label={columns.laps}>{lapsOf(segment, laps)}</td>}
    <td class="kind" data-label={columns.kind}>{segment.kind}</td>
    <td class="purpose" data-label={columns.purpose}><PurposeMark of={segment.purpose} /></td>
    <td class="number" data-label={columns.time}>{clock(segment.end_s - segment.start_s)}</td>
    <td class="number" data-label={units}>{bare(segment.distance_m, units, 2)}</td>
    <td class="number" data-label={columns.pace}>{pace(segment.speed_mps, units)}</td>
    <td class="number" data-label={columns.flat}>{pace(segment.gap_speed_mps, units)}</td>
    <td class="number" data-label={columns.heart}>{whole(segment.hr_bpm)}</td>
    <Why segment={segment} isReached={isReached} />
  </tr>
));

/** Arrow keys go from stretch to stretch. */
function step(event: KeyboardEvent): void {
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const row = event.currentTarget as HTMLTableRowElement;
  const next = by === -1 ? row.previousElementSibling : by === 1 ? row.nextElementSibling : null;
  if (!(next instanceof HTMLTableRowElement)) return;
  event.preventDefault();
  next.focus();
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

function Why({ segment, isReached }: { segment: Segment; isReached: boolean }) {
  return (
    <td class="why wholly">
      <StandingMark of={segment.standing} />
      <p class="small">
        {segment.reason}
        {segment.rules.length > 0 && <span class="faint"> (<RuleLinks rules={segment.rules} isReached={isReached} />)</span>}
      </p>
      {segment.counterfactual && <p class="small"><strong>{said.instead}:</strong> {segment.counterfactual}</p>}
    </td>
  );
}
