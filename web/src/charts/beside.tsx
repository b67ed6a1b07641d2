// Laps as the watch recorded them beside the stretches that were found, on the clock of the stream above.
// A picture: the tables of both are below.
import type { Recording, Segment } from "../api/client";
import { inkOf } from "../show/purposes";
import { words } from "../words";

const HIGH = 18;

export function Beside({ recording, segments, here, onHere }: {
  recording: Recording;
  segments: Segment[];
  here: number | undefined;
  onHere: (place: number | undefined) => void;
}) {
  const { laps } = recording;
  const end = Math.max(recording.every_s * recording.speed_mps.length, segments.at(-1)?.end_s ?? 0, 1);
  if (laps.length < 2) return null;
  const said = words.run.beside;
  return (
    <div class="beside">
      <span class="small faint" aria-hidden="true">{said.laps}</span>
      <svg viewBox={`0 0 ${end} ${2 * HIGH + 4}`} preserveAspectRatio="none" role="img" aria-label={said.told(laps.length, segments.length)}>
        {laps.map((lap, place) => (
          <rect key={lap.start_s} class={place % 2 ? "lap odd" : "lap"} x={lap.start_s} y={0} width={Math.max(0, lap.end_s - lap.start_s)} height={HIGH} />
        ))}
        {segments.map((segment, place) => (
          <rect
            key={segment.start_s}
            class={`found ${place === here ? "here " : ""}${inkOf(segment.purpose)} ${segment.kind}`}
            x={segment.start_s}
            y={HIGH + 4}
            width={Math.max(0, segment.end_s - segment.start_s)}
            height={HIGH}
            onMouseEnter={() => onHere(place)}
            onMouseLeave={() => onHere(undefined)}
          />
        ))}
      </svg>
      <span class="small faint" aria-hidden="true">{said.found}</span>
    </div>
  );
}
