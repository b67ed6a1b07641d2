// What the runner could do over the years: paces and heart rates of the thresholds, each with its
// uncertainty.
import { lazy } from "preact-iso";
import { Suspense } from "preact/compat";
import { useMemo } from "preact/hooks";
import type { Progress } from "../api/client";
import type { Line } from "../charts/lines";
import { monthOfYear } from "../show/days";
import { clock, NOTHING, pace, secondsPerUnit, whole, type Units } from "../show/numbers";
import { secondsOfError } from "../show/progress";
import { words } from "../words";
import { Waiting } from "./answer";
import { ChartCard } from "./chart_card";

const Lines = lazy(() => import("../charts/lines"));

const { progress: said } = words;

type Ability = Progress["abilities"][number];
type Known = Ability["hr_max_bpm"];

/** The steps of an axis of paces, in seconds. */
const PACES = [2, 5, 10, 15, 30, 60, 120];
const BEATS = [2, 5, 10, 20];

export function Thresholds({ progress, first, units }: { progress: Progress; first: string; units: Units }) {
  const abilities = useMemo(() => progress.abilities.filter((it) => it.date >= first), [progress, first]);
  const days = useMemo(() => abilities.map((it) => it.date), [abilities]);
  const paces = useMemo(() => [
    speedLine(said.criticalSpeed, "--intervals", abilities.map((it) => it.critical_speed_mps), units),
    speedLine(said.firstThreshold, "--easy", abilities.map((it) => it.lt1_speed_mps), units, true),
  ].filter(isKnown), [abilities, units]);
  const hearts = useMemo(() => [
    heartLine(said.hrMax, "--faint", abilities.map((it) => it.hr_max_bpm)),
    heartLine(said.secondThreshold, "--intervals", abilities.map((it) => it.lt2_hr_bpm)),
    heartLine(said.firstThreshold, "--easy", abilities.map((it) => it.lt1_hr_bpm), true),
  ].filter(isKnown), [abilities]);
  const seen = paces.length + hearts.length > 0;
  return (
    <ChartCard
      title={said.thresholds}
      says={!seen ? said.thresholdsUntold : days.length > 1 ? said.thresholdsSay : said.thresholdsYoung}
      notes={seen ? [said.thresholdsKey] : []}
      label={said.thresholdsChart}
      columns={[
        { name: said.month, isText: true },
        { name: `${said.criticalSpeed}, /${units}` },
        { name: `${said.firstThreshold}, /${units}` },
        { name: said.hrMax },
        { name: said.secondThreshold },
        { name: said.firstThreshold },
      ]}
      rows={!seen ? [] : abilities.toReversed().map((it) => ({
        key: it.date,
        cells: [
          monthOfYear(it.date),
          paceCell(it.critical_speed_mps, units),
          paceCell(it.lt1_speed_mps, units),
          ...[it.hr_max_bpm, it.lt2_hr_bpm, it.lt1_hr_bpm].map(heartCell),
        ],
      }))}
    >
      {seen && days.length > 1 && (
        <div class="pair even">
          <Suspense fallback={<Waiting isPart />}>
            {paces.length > 0 && <Lines days={days} lines={paces} label={said.paceLines} tell={clock} isFastUp steps={PACES} />}
            {hearts.length > 0 && <Lines days={days} lines={hearts} label={said.heartLines} tell={whole} steps={BEATS} />}
          </Suspense>
        </div>
      )}
    </ChartCard>
  );
}

const isKnown = (line: Line) => line.values.some((value) => value != null);

function speedLine(name: string, ink: Line["ink"], speeds: Known[], units: Units, isDashed = false): Line {
  const values = speeds.map((speed) => secondsPerUnit(speed?.value, units));
  return { name, ink, values, errors: speeds.map((speed) => (speed ? secondsOfError(speed, units) : null)), isDashed };
}

function heartLine(name: string, ink: Line["ink"], hearts: Known[], isDashed = false): Line {
  return { name, ink, values: hearts.map((hr) => hr?.value ?? null), errors: hearts.map((hr) => hr?.se ?? null), isDashed };
}

function paceCell(speed: Known, units: Units): string {
  if (!speed) return NOTHING;
  return said.giveOrTake(pace(speed.value, units), whole(secondsOfError(speed, units)));
}

const heartCell = (hr: Known) => (hr ? said.giveOrTake(whole(hr.value), whole(hr.se)) : NOTHING);
