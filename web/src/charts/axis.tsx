// What charts of weeks have in common: their height in round steps with lines across, and the months
// under them.
import { month } from "../show/days";
import { plain } from "../show/numbers";

/** How high the bars are, where they begin at the left, and the room under them. */
export const HIGH = 280;
export const LEFT = 48;
export const FOOT = 24;
/** The room above the bars. */
export const HEAD = 8;

export type Most = { top: number; lines: number[] };

/** How high on the chart a value is. */
export const rise = (value: number, most: Most) => HEAD + HIGH - (value / most.top) * HIGH;

/** The room for each of so many weeks; a few are not drawn as walls. */
export const stepOf = (width: number, weeks: number) => Math.min(96, (width - LEFT) / Math.max(1, weeks));

/** Lines across a chart, each with its number; the highest has the unit too. */
export function Grid({ most, unit, width }: { most: Most; unit: string; width: number }) {
  return (
    <>
      {most.lines.map((line) => (
        <g key={line}>
          <line class="grid" x1={LEFT} x2={width} y1={rise(line, most)} y2={rise(line, most)} />
          <text x={LEFT - 6} y={rise(line, most) + 4} text-anchor="end">{line === most.top ? `${plain(line)}\u00a0${unit}` : plain(line)}</text>
        </g>
      ))}
    </>
  );
}

/** The months under a chart whose weeks begin on these days. */
export function Months({ starts, step }: { starts: string[]; step: number }) {
  return (
    <>
      {monthMarks(starts, step).map(({ index, text }) => (
        <text key={index} x={LEFT + index * step} y={HEAD + HIGH + FOOT - 8}>{text}</text>
      ))}
    </>
  );
}

/** Round lines up to a value, and the highest of them. */
export function niceMost(value: number): Most {
  const rough = value / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((it) => it * power).find((it) => it >= rough) ?? 10 * power;
  const count = Math.ceil(value / step);
  return { top: count * step, lines: Array.from({ length: count + 1 }, (_, line) => line * step) };
}

/** A month's name at the week where it begins, as far as there is room. */
export function monthMarks(starts: string[], step: number): { index: number; text: string }[] {
  const begins = starts
    .map((start, index) => ({ index, text: month(start), key: start.slice(0, 7) }))
    .filter(({ key }, index) => index === 0 || key !== starts[index - 1]?.slice(0, 7));
  const room = 110;
  const every = Math.max(1, Math.ceil((begins.length * room) / (starts.length * step)));
  const fits = ({ index }: { index: number }) => (starts.length - index) * step >= room * 0.8;
  return begins.filter((_, index) => index % every === 0).filter(fits);
}
