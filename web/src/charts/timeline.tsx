// A plan on a timeline: its phases, and of every week what is planned, coloured by purpose, what was run
// before it, and what was planned when it was accepted. The table under it is its twin.
import type { PlanWeek } from "../api/client";
import { shortDay } from "../show/days";
import { distance, METRES, type Units } from "../show/numbers";
import { inkOf, PURPOSES } from "../show/purposes";
import { words } from "../words";
import { FOOT, Grid, HEAD, HIGH, LEFT, Months, niceMost, rise, stepOf } from "./axis";

const { thePlan: said } = words;

/** The room over the bars for the phases. */
const PHASES = 34;

export type TimelineProps = {
  weeks: PlanWeek[];
  /** What was run in each week, by its first day. */
  run: Map<string, number>;
  /** How far each week went when the plan was accepted, where it went another way. */
  accepted: Map<string, number>;
  units: Units;
  /** The first day of the week that is looked at, and of the one that holds today. */
  chosen?: string | undefined;
  now?: string | undefined;
  onChoose?: (start: string) => void;
  label: string;
  width: number;
};

export function Timeline({ weeks, run, accepted, units, chosen, now, onChoose, label, width }: TimelineProps) {
  const all = weeks.flatMap((week) => [week.distance_m, run.get(week.start) ?? 0, accepted.get(week.start) ?? 0]);
  const most = niceMost(Math.max(1, ...all) / METRES[units]);
  const step = stepOf(width, weeks.length);
  const y = (metres: number) => rise(metres / METRES[units], most);
  return (
    <svg class="chart timeline" viewBox={`0 ${-PHASES} ${width} ${PHASES + HEAD + HIGH + FOOT}`} role="img" aria-label={label}>
      <Grid most={most} unit={units} width={width} />
      {phases(weeks).map(({ phase, from, count }) => (
        <g key={from}>
          <rect class="phase" x={LEFT + from * step + 1} y={-PHASES} width={count * step - 2} height={PHASES - 10} rx={5} />
          <text class="phase-name" x={LEFT + (from + count / 2) * step} y={-PHASES + 17} text-anchor="middle">
            {fits(phase ? said.phases[phase] : "", count * step)}
          </text>
        </g>
      ))}
      {weeks.map((week, index) => (
        <g key={week.start} class={week.start === chosen ? "week here" : "week"} onClick={() => onChoose?.(week.start)}>
          <rect class="hit" x={LEFT + index * step} y={HEAD} width={step} height={HIGH} />
          <Planned week={week} x={LEFT + (index + 0.12) * step} width={0.76 * step} y={y} />
          {run.has(week.start) && <Run metres={run.get(week.start) ?? 0} x={LEFT + (index + 0.38) * step} width={0.24 * step} y={y} />}
          {accepted.has(week.start) && (
            <line class="accepted" x1={LEFT + (index + 0.04) * step} x2={LEFT + (index + 0.96) * step} y1={y(accepted.get(week.start) ?? 0)} y2={y(accepted.get(week.start) ?? 0)} />
          )}
          {week.start === now && <path class="now" d={`M${LEFT + (index + 0.5) * step} ${HEAD - 2}l6 -9h-12Z`} />}
          <title>{said.weekSaid(week.week, shortDay(week.start), distance(week.distance_m, units))}</title>
        </g>
      ))}
      <Months starts={weeks.map((week) => week.start)} step={step} />
    </svg>
  );
}

/** What is planned for a week, stacked by purpose. */
function Planned({ week, x, width, y }: { week: PlanWeek; x: number; width: number; y: (metres: number) => number }) {
  let under = 0;
  const parts = PURPOSES.map((purpose) => {
    const own = week.sessions.filter((session) => session.purpose === purpose);
    const metres = own.reduce((sum, session) => sum + (session.distance_m ?? 0), 0);
    const part = { purpose, from: under, to: under + metres };
    under = part.to;
    return part;
  });
  return (
    <>
      {parts.filter(({ from, to }) => to > from).map(({ purpose, from, to }) => (
        <rect key={purpose} class={`meant ${inkOf(purpose)}`} x={x} y={y(to)} width={width} height={Math.max(0, y(from) - y(to) - 1)} rx={1.5} />
      ))}
    </>
  );
}

function Run({ metres, x, width, y }: { metres: number; x: number; width: number; y: (metres: number) => number }) {
  return <rect class="ran" x={x} y={y(metres)} width={width} height={Math.max(0, HEAD + HIGH - y(metres))} />;
}

type Stretch = { phase: PlanWeek["phase"]; from: number; count: number };

/** The weeks of one phase after the other. */
function phases(weeks: PlanWeek[]): Stretch[] {
  const found: Stretch[] = [];
  weeks.forEach(({ phase }, from) => {
    const last = found.at(-1);
    if (last && last.phase === phase) last.count += 1;
    else found.push({ phase, from, count: 1 });
  });
  return found;
}

/** A word where there is room for it, else its first letter. */
const fits = (word: string, room: number) => (word.length * 7.5 < room ? word : word.slice(0, 1));
