// Weekly distance stacked by purpose, junk hatched; a stretch of the history, and a strip of all of it
// to choose the stretch from.
import { useRef } from "preact/hooks";
import type { LedgerLine, Purpose } from "../api/client";
import { shortDay } from "../show/days";
import { METRES, plain, type Units } from "../show/numbers";
import { inkOf, PURPOSES } from "../show/purposes";
import { words } from "../words";
import { FOOT, Grid, HEAD, HIGH, LEFT, Months, niceMost, stepOf } from "./axis";

type Choose = (week: string) => void;

/** No fewer weeks are shown. */
const FEWEST = 3;

/** The weeks shown, each a stack that can be chosen. */
export function WeekBars({ weeks, units, chosen, onChoose, label, width }: {
  width: number;
  weeks: LedgerLine[];
  units: Units;
  chosen: string | undefined;
  onChoose: Choose;
  label: string;
}) {
  const most = niceMost(Math.max(1, ...weeks.map((week) => week.distance_m)) / METRES[units]);
  const height = (metres: number) => ((metres / METRES[units]) / most.top) * HIGH;
  const step = stepOf(width, weeks.length);
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${HEAD + HIGH + FOOT}`} role="img" aria-label={label}>
      <Hatching />
      <Grid most={most} unit={units} width={width} />
      {weeks.map((week, index) => (
        <g key={week.span} class={week.span === chosen ? "week here" : "week"} onClick={() => onChoose(week.span)}>
          <rect class="hit" x={LEFT + index * step} y={HEAD} width={step} height={HIGH} />
          <Stack week={week} x={LEFT + index * step + step * 0.08} width={step * 0.84} height={height} />
          <title>{`${shortDay(week.span)}: ${plain(week.distance_m / METRES[units])} ${units}`}</title>
        </g>
      ))}
      <Months starts={weeks.map((week) => week.span)} step={step} />
    </svg>
  );
}

function Stack({ week, x, width, height }: { week: LedgerLine; x: number; width: number; height: (metres: number) => number }) {
  let floor = HEAD + HIGH;
  const parts = PURPOSES.filter((purpose) => of(week.by_purpose_m, purpose) > 0).map((purpose) => {
    const high = height(of(week.by_purpose_m, purpose));
    const junk = height(of(week.junk_by_purpose_m, purpose));
    floor -= high;
    return { purpose, y: floor, high, junk };
  });
  return (
    <>
      {parts.map(({ purpose, y, high, junk }) => (
        <g key={purpose}>
          <rect class={`part ${inkOf(purpose)}`} x={x} y={y} width={width} height={Math.max(0, high - (width > 3 ? 1 : 0))} />
          {junk > 0.5 && <rect x={x} y={y} width={width} height={junk} fill="url(#junk)" />}
        </g>
      ))}
    </>
  );
}

/** Junk is hatched: a pattern, not an alarm. */
export function Hatching() {
  return (
    <defs>
      <pattern id="junk" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line class="hatching" x1="0" y1="0" x2="0" y2="8" />
      </pattern>
    </defs>
  );
}

/** All weeks in small, with a window over those that are shown. */
export function Brush({ weeks, window: [from, to], onMove, label, width }: {
  width: number;
  weeks: LedgerLine[];
  window: [number, number];
  onMove: (window: [number, number]) => void;
  label: string;
}) {
  const held = useRef<number | undefined>(undefined);
  const all = weeks.length;
  const most = Math.max(1, ...weeks.map((week) => week.distance_m));
  const step = width / Math.max(1, all);
  const shift = (by: number) => {
    const size = to - from;
    const start = Math.min(all - size, Math.max(0, from + by));
    onMove([start, start + size]);
  };
  /** Widens the window on either side as far as there are weeks, or narrows it. */
  const widen = (by: number) => {
    const [start, end] = [Math.max(0, from - by), Math.min(all, to + by)];
    if (end - start >= FEWEST) onMove([start, end]);
  };
  const press = (event: KeyboardEvent) => {
    const act = { ArrowLeft: () => shift(-1), ArrowRight: () => shift(1), ArrowUp: () => widen(2), ArrowDown: () => widen(-2), Home: () => shift(-all), End: () => shift(all) }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const at = (event: PointerEvent) => {
    const box = (event.currentTarget as SVGElement).getBoundingClientRect();
    return Math.min(all - 1, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * all)));
  };
  const drag = (event: PointerEvent) => {
    if (held.current === undefined) return;
    const [one, other] = [held.current, at(event)].sort((a, b) => a - b) as [number, number];
    if (other + 1 - one >= FEWEST) onMove([one, other + 1]);
  };
  return (
    <svg
      class="chart brush"
      viewBox={`0 0 ${width} 44`}
      preserveAspectRatio="none"
      role="slider"
      tabindex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={all}
      aria-valuenow={from}
      aria-valuetext={words.ledger.range(shortDay(weeks[from]?.span ?? weeks[0]!.span), shortDay(weeks[to - 1]!.span))}
      onKeyDown={press}
      onPointerDown={(event) => { held.current = at(event); event.currentTarget.setPointerCapture(event.pointerId); }}
      onPointerMove={drag}
      onPointerUp={() => { held.current = undefined; }}
    >
      {weeks.map((week, index) => {
        const high = (week.distance_m / most) * 40;
        return <rect key={week.span} class="all" x={index * step} y={44 - high} width={Math.max(0.6, step * 0.8)} height={high} />;
      })}
      <rect class="window" x={from * step} y={1} width={(to - from) * step} height={42} rx={4} />
    </svg>
  );
}

const of = (sums: LedgerLine["by_purpose_m"], purpose: Purpose) => sums[purpose] ?? 0;
