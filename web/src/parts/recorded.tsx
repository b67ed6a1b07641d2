// What the watch recorded beside the stream: splits, laps, the route as a line.
import type { Recording, Run } from "../api/client";
import { bare, clock, distance, NOTHING, pace, whole, type Units } from "../show/numbers";
import { words } from "../words";

const { run: said } = words;

export function Recorded({ recording, run, units }: { recording: Recording; run: Run; units: Units }) {
  return (
    <div class="thirds">
      {recording.splits.length > 0 && (
        <Rows
          title={said.splits(units)}
          units={units}
          rows={toTheSecond(recording.splits).map(({ split, seconds }) => ({ seconds, metres: split.distance_m, last: whole(split.hr_bpm) }))}
          head={said.columns.heart}
        />
      )}
      {recording.route_m.length > 2 && <Route recording={recording} run={run} units={units} />}
      {recording.laps.length > 1 && (
        <Rows
          title={said.laps}
          note={said.lapsNote}
          units={units}
          rows={recording.laps.map((lap) => ({ seconds: lap.end_s - lap.start_s, metres: lap.distance_m ?? null, last: lap.intensity ?? NOTHING }))}
          head={said.columns.kind}
        />
      )}
    </div>
  );
}

type Split = Recording["splits"][number];

/** Whole seconds that add up to the whole: each ends on the second at which the clock stood then. */
function toTheSecond(splits: Split[]): { split: Split; seconds: number }[] {
  let exact = 0;
  let told = 0;
  return splits.map((split) => {
    exact += split.moving_s;
    const seconds = Math.round(exact) - told;
    told += seconds;
    return { split, seconds };
  });
}

type Row = { seconds: number; metres: number | null; last: string };

function Rows({ title, note, rows, head, units }: { title: string; note?: string; rows: Row[]; head: string; units: Units }) {
  return (
    <section class="card">
      <h2>{title}</h2>
      {note && <p class="small faint">{note}</p>}
      <div class="wide" tabIndex={0} role="region" aria-label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col" class="number">{said.columns.place}</th>
              <th scope="col" class="number">{units}</th>
              <th scope="col" class="number">{said.columns.time}</th>
              <th scope="col" class="number">{said.columns.pace}</th>
              <th scope="col" class="number">{head}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ seconds, metres, last }, place) => (
              <tr key={place}>
                <td class="number">{place + 1}</td>
                <td class="number">{bare(metres, units, 2)}</td>
                <td class="number">{clock(seconds)}</td>
                <td class="number">{pace(metres == null || seconds <= 0 ? null : metres / seconds, units)}</td>
                <td class="number">{last}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Route({ recording, run, units }: { recording: Recording; run: Run; units: Units }) {
  const points = recording.route_m.map((point) => point as [number, number]);
  const [east, north] = [points.map((it) => it[0]), points.map((it) => it[1])];
  const [left, top] = [Math.min(...east), Math.max(...north)];
  const size = Math.max(Math.max(...east) - left, top - Math.min(...north), 1);
  const room = size * 0.04;
  const at = ([x, y]: [number, number]) => `${(x - left + room).toFixed(0)},${(top - y + room).toFixed(0)}`;
  const wide = Math.max(...east) - left + 2 * room;
  const high = top - Math.min(...north) + 2 * room;
  return (
    <section class="card">
      <h2>{said.route}</h2>
      <svg class="route" viewBox={`0 0 ${wide.toFixed(0)} ${high.toFixed(0)}`} role="img" aria-label={said.routeSaid(distance(run.distance_m, units))}>
        <path d={`M${points.map(at).join("L")}`} />
      </svg>
    </section>
  );
}
