// The choice of how much of the history the charts of a screen show.
import { SPANS, type Span } from "../show/spans";
import { words } from "../words";

export function Spans({ weeks, span, onChoose }: { weeks: number; span: Span; onChoose: (span: Span) => void }) {
  const shown = SPANS.filter((it) => it === "all" || Number(it) < weeks);
  if (shown.length < 2) return null;
  return (
    <div class="buttons" role="group" aria-label={words.progress.spansLabel}>
      {shown.map((it) => (
        <button key={it} type="button" class="button" aria-pressed={it === span} onClick={() => onChoose(it)}>
          {words.progress.spans[it]}
        </button>
      ))}
    </div>
  );
}
