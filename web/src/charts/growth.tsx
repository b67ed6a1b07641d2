// The weeks as bars before the band they would gently lie in: from the usual week to the most that would
// be growing gently; and single runs before a tenth more than the longest of thirty days. The tables under
// them are their twins.
import type { Progress } from "../api/client";
import { fullDay, shortDay } from "../show/days";
import { distance, METRES, type Units } from "../show/numbers";
import { FOOT, Grid, HEAD, HIGH, LEFT, Months, niceMost, rise, stepOf } from "./axis";

type Week = Progress["weeks"][number];
type Jump = Progress["jumps"][number];

/** How much of its place a bar takes. */
const FULL = 0.7;

export function WeeksInBand({ weeks, units, label, width }: { weeks: Week[]; units: Units; label: string; width: number }) {
  const most = niceMost(Math.max(1, ...weeks.flatMap((week) => [week.distance_m ?? 0, week.most_m ?? 0])) / METRES[units]);
  const step = stepOf(width, weeks.length);
  const y = (metres: number) => rise(metres / METRES[units], most);
  const found = bands(weeks);
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${HEAD + HIGH + FOOT}`} role="img" aria-label={label}>
      <Grid most={most} unit={units} width={width} />
      {found.map((band) => <path key={band[0]?.at} class="band" d={outline(band, step, y)} />)}
      {weeks.map((week, index) => week.distance_m != null && (
        <rect
          key={week.start}
          class={week.is_beyond ? "amount beyond" : "amount"}
          x={LEFT + (index + (1 - FULL) / 2) * step}
          y={y(week.distance_m)}
          width={Math.max(0.8, FULL * step)}
          height={HEAD + HIGH - y(week.distance_m)}
        >
          <title>{`${shortDay(week.start)}: ${distance(week.distance_m, units)}`}</title>
        </rect>
      ))}
      {found.map((band) => <path key={band[0]?.at} class="limit" d={line(band.map((it) => [it.at, it.most]), step, y)} />)}
      <Months starts={weeks.map((week) => week.start)} step={step} />
    </svg>
  );
}

type Edge = { at: number; usual: number; most: number };

/** The stretches of weeks that have a band. */
function bands(weeks: Week[]): Edge[][] {
  const found: Edge[][] = [];
  weeks.forEach(({ usual_m: usual, most_m: most }, at) => {
    if (usual == null || most == null) return;
    const last = found.at(-1);
    if (last && last.at(-1)?.at === at - 1) last.push({ at, usual, most });
    else found.push([{ at, usual, most }]);
  });
  return found;
}

type Steps = [at: number, metres: number][];

/** A line of steps, one for each week. */
function line(steps: Steps, step: number, y: (metres: number) => number): string {
  return steps.map(([at, metres], place) => `${place ? "L" : "M"}${x(at, step)} ${y(metres)}H${x(at + 1, step)}`).join("");
}

function outline(band: Edge[], step: number, y: (metres: number) => number): string {
  const back = band.toReversed().map(({ at, usual }) => `L${x(at + 1, step)} ${y(usual)}H${x(at, step)}`).join("");
  return `${line(band.map((it) => [it.at, it.most]), step, y)}${back}Z`;
}

const x = (at: number, step: number) => (LEFT + at * step).toFixed(1);

/** Each week's farthest jump: how far the run went, and a tenth more than the longest before it. */
export function Jumps({ jumps, weeks, units, label, width }: { jumps: Jump[]; weeks: Week[]; units: Units; label: string; width: number }) {
  const limit = (jump: Jump) => 1.1 * jump.longest_m;
  const most = niceMost(Math.max(1, ...jumps.flatMap((jump) => [jump.distance_m, limit(jump)])) / METRES[units]);
  const step = stepOf(width, weeks.length);
  const y = (metres: number) => rise(metres / METRES[units], most);
  const weekOf = (jump: Jump) => weeks.findLastIndex((week) => week.start <= jump.date);
  const size = Math.min(4.5, Math.max(2, step * 0.3));
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${HEAD + HIGH + FOOT}`} role="img" aria-label={label}>
      <Grid most={most} unit={units} width={width} />
      {jumps.map((jump) => {
        const middle = LEFT + (weekOf(jump) + 0.5) * step;
        return (
          <g key={jump.run}>
            <line class="limit" x1={middle - 0.5 * step} x2={middle + 0.5 * step} y1={y(limit(jump))} y2={y(limit(jump))} />
            {jump.size === "none"
              ? <circle class="amount" cx={middle} cy={y(jump.distance_m)} r={size} />
              : <path class="amount beyond" d={`M${middle} ${y(jump.distance_m) - 1.7 * size}l${1.5 * size} ${2.6 * size}h${-3 * size}Z`} />}
            <title>{`${fullDay(jump.date)}: ${distance(jump.distance_m, units)}`}</title>
          </g>
        );
      })}
      <Months starts={weeks.map((week) => week.start)} step={step} />
    </svg>
  );
}
