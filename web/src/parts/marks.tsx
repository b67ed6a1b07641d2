// Small marks that mean the same everywhere: a purpose in its colour, a standing in its pattern.
import type { Purpose, Standing } from "../api/client";
import { inkOf } from "../show/purposes";
import { words } from "../words";

export function PurposeMark({ of }: { of: Purpose }) {
  return <span class={`chip ${inkOf(of)}`}>{words.purposes[of]}</span>;
}

/** A standing: filled, dotted, hatched or empty, with its word. */
export function StandingMark({ of }: { of: Standing }) {
  return (
    <span class="standing">
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        <StandingPattern of={of} />
      </svg>
      {words.standings[of]}
    </span>
  );
}

function StandingPattern({ of }: { of: Standing }) {
  const frame = <rect x="1" y="1" width="12" height="12" rx="3" fill="none" stroke="currentColor" />;
  switch (of) {
    case "purposeful":
      return <rect x="1" y="1" width="12" height="12" rx="3" fill="currentColor" />;
    case "questionable":
      return <>{frame}<circle cx="5" cy="5" r="1.3" fill="currentColor" /><circle cx="9.5" cy="9" r="1.3" fill="currentColor" /></>;
    case "junk":
      return <>{frame}<path d="M2 8 8 2M4 12 12 4M9 12.5 12.5 9" stroke="currentColor" stroke-width="1.3" /></>;
    default:
      return frame;
  }
}

export function PurposeLegend({ of }: { of: readonly Purpose[] }) {
  return (
    <ul class="legend">
      {of.map((purpose) => <li key={purpose}><PurposeMark of={purpose} /></li>)}
    </ul>
  );
}
