// Numbers over months and years: lines with the range they lie in, points where single weeks are shown. A
// canvas, so a sentence stands for it, and the table under it is its twin.
import uPlot from "uplot";
import { colour } from "../show/colours";
import { monthOfYear, shortDay } from "../show/days";
import { axis, usePlot } from "./plot";

/** One line: a number for every day of the chart, or none. */
export type Line = {
  name: string;
  ink: `--${string}`;
  values: (number | null)[];
  /** One standard error either way. */
  errors?: (number | null)[];
  isDashed?: boolean;
  isPoints?: boolean;
};

export type LinesProps = {
  days: string[];
  lines: Line[];
  label: string;
  /** How a number on the axis is written. */
  tell: (value: number) => string;
  /** Whether less is more, as with paces: fast is up. */
  isFastUp?: boolean;
  /** What the axis begins or ends with in any case. */
  holds?: number;
  /** Steps of the axis, where tens are not what a reader wants. */
  steps?: number[];
};

const HIGH = 240;
const DAY_S = 86_400;

export default function Lines(props: LinesProps) {
  const { days, lines, label } = props;
  const { place } = usePlot((width) => [options(props, width), data(days, lines)], [days, lines]);
  return (
    <figure class="lines">
      <div ref={place} role="img" aria-label={label} />
      <figcaption>
        <ul class="legend">
          {lines.map(({ name, ink, isDashed, isPoints }) => (
            <li key={name}>
              <span class={`stroke${isDashed ? " dashed" : ""}${isPoints ? " points" : ""}`} style={{ "--own": `var(${ink})` }}>{name}</span>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

/** Every line, each with the ends of its range before it. */
function data(days: string[], lines: Line[]): uPlot.AlignedData {
  const at = days.map((day) => Date.parse(`${day}T12:00:00Z`) / 1000);
  const end = ({ values, errors }: Line, by: number) =>
    values.map((value, place) => (value == null ? null : value + by * (errors?.[place] ?? 0)));
  return [at, ...lines.flatMap((line) => (line.errors ? [end(line, 1), end(line, -1), line.values] : [line.values]))];
}

function options({ lines, tell, isFastUp, holds, steps }: LinesProps, width: number): uPlot.Options {
  const series: uPlot.Series[] = [{}];
  const bands: uPlot.Band[] = [];
  for (const line of lines) {
    const stroke = colour(line.ink);
    if (line.errors) {
      bands.push({ series: [series.length, series.length + 1], fill: faded(stroke), dir: -1 });
      series.push({ points: { show: false } }, { points: { show: false } });
    }
    series.push({
      stroke,
      width: line.isPoints ? 0 : 2,
      spanGaps: true,
      ...(line.isDashed ? { dash: [6, 5] } : {}),
      points: line.isPoints ? { show: true, size: 5, fill: stroke, stroke } : { show: false },
    });
  }
  return {
    width,
    height: HIGH,
    padding: [8, 12, 0, 0],
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "UTC"),
    cursor: { y: false, points: { size: 7 }, drag: { x: true, y: false } },
    legend: { show: false },
    scales: { y: { dir: isFastUp ? -1 : 1, range: (_, low, high) => room(low, high, holds) } },
    axes: [
      { ...axis(), size: 28, space: 76, values: (_, ticks, _axis, _space, step) => ticks.map((it) => when(it, step)) },
      { ...axis(), size: 52, space: 36, values: (_, ticks) => ticks.map(tell), ...(steps ? { incrs: steps } : {}) },
    ],
    series,
    bands,
  };
}

function when(seconds: number, step: number): string {
  const day = new Date(seconds * 1000).toISOString().slice(0, 10);
  return step >= 27 * DAY_S ? monthOfYear(day) : shortDay(day);
}

/** A little room above and below, and what the axis must hold. */
function room(low: number, high: number, holds?: number): [number, number] {
  const [least, most] = [Math.min(low, holds ?? low), Math.max(high, holds ?? high)];
  const some = Math.max(0.08 * (most - least), 1e-3 * Math.abs(most), 1e-6);
  return [least === holds ? least : least - some, most + some];
}

/** The same colour, as the ground of a range. */
const faded = (own: string) => own.replace(/^rgb\(([^)]*)\)$/, "rgba($1, 0.16)");
