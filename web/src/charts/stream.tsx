// The run second by second: pace with fast upwards, heart rate, altitude, cadence, under each other on
// one clock; the stretches are bands of colour behind them. A part of it is looked at closely by dragging, or by
// keyboard a stretch. A canvas, so a sentence stands for it, and the table of stretches is its twin.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type uPlot from "uplot";
import type { Recording, Segment } from "../api/client";
import { clock, pace, secondsPerUnit, type Units } from "../show/numbers";
import { colour } from "../show/colours";
import { words } from "../words";
import { axis, usePlot } from "./plot";

type Pane = {
  name: string;
  values: (number | null)[];
  high: number;
  isPace?: boolean;
  isFilled?: boolean;
};

/** The seconds that are looked at closely; `undefined` for the whole run. */
type Part = [from: number, to: number] | undefined;

export type StreamProps = {
  recording: Recording;
  segments: Segment[];
  units: Units;
  here: number | undefined;
  onHere: (place: number | undefined) => void;
};

export default function Stream(props: StreamProps) {
  const { recording, units } = props;
  const panes = useMemo(() => panesOf(recording, units), [recording, units]);
  const [part, setPart] = useState<Part>();
  const slider = useRef<HTMLDivElement>(null);
  const chosen = props.here === undefined ? undefined : props.segments[props.here];
  // The button may go then: the keys stay with the stream.
  const showWhole = () => {
    setPart(undefined);
    slider.current?.focus({ preventScroll: true });
  };
  if (panes.length === 0) return <p>{words.run.noStream}</p>;
  return (
    <>
      <div class="buttons part-shown">
        <span class="small faint" role="status">{part ? words.run.part(clock(part[0]), clock(part[1])) : words.run.partHow}</span>
        {(part || chosen) && (
          <button type="button" class={part ? "button small" : "button small by-touch"} onClick={part ? showWhole : () => setPart([chosen!.start_s, chosen!.end_s])}>
            {part ? words.run.wholeRun : words.run.closer(props.here! + 1)}
          </button>
        )}
      </div>
      <div
        ref={slider}
        class="panes"
        role="slider"
        tabIndex={0}
        aria-label={words.run.streamSaid(panes.map((pane) => pane.name).join(", "))}
        aria-valuemin={0}
        aria-valuemax={props.segments.length}
        aria-valuenow={(props.here ?? -1) + 1}
        aria-valuetext={stretchSaid(props)}
        onKeyDown={(event) => step(event, props, part, setPart)}
      >
        {panes.map((pane, place) => (
          <PaneChart key={pane.name} pane={pane} isLast={place === panes.length - 1} part={part} onPart={setPart} {...props} />
        ))}
      </div>
    </>
  );
}

/** Arrow keys go from stretch to stretch, Enter looks at one closely; Escape shows the whole again, then leaves
 * the stretches. */
function step(event: KeyboardEvent, { segments, here, onHere }: StreamProps, part: Part, onPart: (part: Part) => void): void {
  const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const chosen = here === undefined ? undefined : segments[here];
  if (event.key === "Enter" && chosen) onPart([chosen.start_s, chosen.end_s]);
  if (event.key === "Escape") (part ? onPart : onHere)(undefined);
  if (by === undefined || segments.length === 0) return;
  event.preventDefault();
  onHere(Math.min(segments.length - 1, Math.max(0, here === undefined ? (by > 0 ? 0 : segments.length - 1) : here + by)));
}

function stretchSaid({ segments, here, units }: StreamProps): string {
  const segment = here === undefined ? undefined : segments[here];
  if (!segment) return words.run.noStretch;
  return words.run.stretchSaid(here! + 1, segment.kind, words.purposes[segment.purpose], clock(segment.end_s - segment.start_s), pace(segment.speed_mps, units));
}

/** What was recorded, as panes; what was not has none. */
function panesOf(recording: Recording, units: Units): Pane[] {
  const { streams } = words.run;
  const isFlat = recording.gap_speed_mps.some((it) => it != null);
  const speed = isFlat ? recording.gap_speed_mps : recording.speed_mps;
  const paces = speed.map((mps) => secondsPerUnit(mps, units));
  const all: Pane[] = [
    { name: isFlat ? streams.pace(units) : streams.barePace(units), values: paces, high: 190, isPace: true },
    { name: streams.heart, values: recording.hr_bpm as (number | null)[], high: 140 },
    { name: streams.altitude, values: recording.altitude_m as (number | null)[], high: 90, isFilled: true },
    { name: streams.cadence, values: recording.cadence_spm as (number | null)[], high: 90 },
  ];
  return all.filter((pane) => pane.values.some((value) => value != null));
}

type PaneProps = StreamProps & { part: Part; onPart: (part: Part) => void };

function PaneChart({ pane, isLast, ...props }: PaneProps & { pane: Pane; isLast: boolean }) {
  const now = useRef(props);
  now.current = props;
  const { place, chart } = usePlot(
    (width) => [options(pane, isLast, width, now), data(pane, props.recording.every_s)],
    [props.recording, props.segments, props.units],
  );
  useEffect(() => chart.current && markHere(chart.current, props), [props.here, props.segments]);
  useEffect(() => chart.current && look(chart.current, props.part), [props.part]);
  return (
    <div class="pane">
      <h3>{pane.name}</h3>
      <div ref={place} />
    </div>
  );
}

/** Shows a part of the run, or all of it, unless that is what is shown. */
function look(chart: uPlot, part: Part): void {
  const [from, to] = part ?? whole(chart);
  const { min, max } = chart.scales.x!;
  if (min !== from || max !== to) chart.setScale("x", { min: from, max: to });
}

/** The first second of the run and the last. */
function whole(chart: uPlot): [number, number] {
  const seconds = chart.data[0];
  return [seconds[0] ?? 0, seconds.at(-1) ?? 0];
}

/** Tells which part was chosen by dragging; a double click shows the whole again. */
function tellPart(chart: uPlot, { part, onPart }: PaneProps): void {
  const [first, last] = whole(chart);
  const { min = first, max = last } = chart.scales.x!;
  if (min == null || max == null) return;
  const [from, to] = part ?? [first, last];
  if (min === from && max === to) return;
  onPart(min <= first && max >= last ? undefined : [min, max]);
}

const AXIS_HIGH = 26;
const heightOf = (pane: Pane, isLast: boolean) => pane.high + (isLast ? AXIS_HIGH : 0);

function data(pane: Pane, every: number): uPlot.AlignedData {
  return [pane.values.map((_, step) => step * every), pane.values];
}

function options(pane: Pane, isLast: boolean, width: number, now: { current: PaneProps }): uPlot.Options {
  const ink = colour("--ink");
  const usual = usualOf(pane);
  return {
    width,
    height: heightOf(pane, isLast),
    padding: [6, 8, 0, 0],
    cursor: { sync: { key: "run" }, y: false, points: { size: 7 }, drag: { x: true, y: false } },
    legend: { show: false },
    scales: {
      x: { time: false },
      y: { dir: pane.isPace ? -1 : 1, range: (_, low, high) => rangeOf(usual, low, high) },
    },
    axes: [
      { ...axis(), show: isLast, size: AXIS_HIGH, values: (_, ticks) => ticks.map((it) => clock(it)), incrs: [60, 120, 300, 600, 900, 1800, 3600] },
      { ...axis(), size: 48, values: (_, ticks) => ticks.map((it) => (pane.isPace ? clock(it) : String(it))), incrs: pane.isPace ? [10, 15, 30, 60, 120] : undefined, space: 26 },
    ],
    series: [
      {},
      { stroke: ink, width: 1.4, spanGaps: false, points: { show: false }, fill: pane.isFilled ? colour("--line") : undefined },
    ],
    hooks: {
      setScale: [(chart, scale) => { if (scale === "x") { markHere(chart, now.current); tellPart(chart, now.current); } }],
      drawClear: [(chart) => bands(chart, now.current)],
      setCursor: [(chart) => tellWhere(chart, now.current)],
    },
  };
}

/** The middle pace of a run, and one that is slower than nearly all of it; of anything else nothing. */
function usualOf(pane: Pane): { middle: number; slow: number } | undefined {
  if (!pane.isPace) return undefined;
  const known = Float64Array.from(pane.values.filter((value) => value != null)).sort();
  const middle = known[Math.floor(known.length / 2)];
  const slow = known[Math.floor(0.95 * (known.length - 1))];
  return middle === undefined || slow === undefined ? undefined : { middle, slow };
}

/** Fast paces fill the pane; a walk break may leave it, so that the running stays readable. */
function rangeOf(usual: ReturnType<typeof usualOf>, low: number, high: number): [number, number] {
  if (!usual) {
    const room = Math.max(4, 0.08 * (high - low));
    return [Math.floor(low - room), Math.ceil(high + room)];
  }
  const { middle, slow } = usual;
  return [Math.max(low - 10, 0.45 * middle), Math.min(Math.max(slow + 20, middle * 1.12), 1.8 * middle)];
}

const ownColour = ({ kind, purpose }: Segment) => colour(kind === "stop" || kind === "rest" ? "--paper" : `--${purpose}`);

/** The stretch under the pointer is a layer of its own beneath the chart: nothing is drawn again for it. */
function markHere(chart: uPlot, { segments, here }: StreamProps): void {
  const layer = chart.under.querySelector<HTMLElement>(".stretch-here") ?? chart.under.appendChild(document.createElement("div"));
  layer.className = "stretch-here";
  const segment = here === undefined ? undefined : segments[here];
  layer.hidden = !segment;
  if (!segment) return;
  const [from, to] = [segment.start_s, segment.end_s].map((second) => chart.valToPos(second, "x"));
  Object.assign(layer.style, { left: `${from}px`, width: `${to! - from!}px`, background: ownColour(segment) });
}

function bands(chart: uPlot, { segments }: StreamProps): void {
  const { ctx, bbox } = chart;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.globalAlpha = 0.38;
  segments.forEach((segment) => {
    const from = chart.valToPos(segment.start_s, "x", true);
    const to = chart.valToPos(segment.end_s, "x", true);
    ctx.fillStyle = ownColour(segment);
    ctx.fillRect(from, bbox.top, to - from, bbox.height);
    if (segment.standing === "junk") hatch(ctx, from, to, bbox.top, bbox.height);
  });
  ctx.restore();
}

function hatch(ctx: CanvasRenderingContext2D, from: number, to: number, top: number, high: number): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(from, top, to - from, high);
  ctx.clip();
  ctx.globalAlpha = 0.55;
  ctx.strokeStyle = colour("--faint");
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  for (let x = from - high; x < to; x += 14) {
    ctx.moveTo(x, top + high);
    ctx.lineTo(x + high, top);
  }
  ctx.stroke();
  ctx.restore();
}

function tellWhere(chart: uPlot, { segments, here, onHere }: StreamProps): void {
  const left = chart.cursor.left ?? -1;
  const second = left < 0 ? undefined : chart.posToVal(left, "x");
  const place = segments.findIndex((it) => second !== undefined && it.start_s <= second && second < it.end_s);
  const found = place < 0 ? undefined : place;
  if (found !== here) onHere(found);
}
