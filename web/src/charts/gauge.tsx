// What was measured beside what is asked, as a bar with a mark; the sentence under it is its twin.
import type { Unit, components } from "../api/client";
import { plain } from "../show/numbers";
import { words } from "../words";

type Finding = components["schemas"]["Finding"];

export function Gauge({ finding }: { finding: Finding }) {
  const { measured, asked, bound, unit } = finding;
  if (measured == null || asked == null || bound == null || unit == null) return null;
  const most = 1.3 * Math.max(Math.abs(measured), Math.abs(asked), 1e-9);
  const at = (value: number) => (100 * Math.max(0, value)) / most;
  const isKept = bound === "at-most" ? measured <= asked : measured >= asked;
  return (
    <div>
      <svg class="gauge" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
        <rect x="0" y="3" width="100" height="6" fill="var(--line)" />
        <rect x="0" y="3" width={at(measured)} height="6" fill={isKept ? "var(--good)" : "var(--doubt)"} />
        <rect x={at(asked) - 0.4} y="0" width="0.8" height="12" fill="var(--ink)" />
      </svg>
      <p class="small faint">
        {words.signs.measured(amount(measured, unit), words.signs.bounds[bound], amount(asked, unit))}
      </p>
    </div>
  );
}

function amount(value: number, unit: Unit): string {
  if (unit === "share") return `${plain(100 * value, 0)}\u00a0%`;
  if (unit === "index") return plain(value, 2);
  if (unit === "metres-per-second") return `${plain(value, 2)} m/s`;
  return words.signs.amount(plain(value), unit);
}
