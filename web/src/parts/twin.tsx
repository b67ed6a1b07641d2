// The twin of a chart: what it shows, as a table, for who would rather read numbers or cannot see it.
import type { ComponentChildren } from "preact";
import { words } from "../words";

/** A column; numbers unless it is said to be text. */
export type Column = { name: string; isText?: boolean };
/** A row; its first cell names it. */
export type Row = { key: string; cells: ComponentChildren[]; isHere?: boolean };

export function Twin({ label, of, columns, rows }: { label: string; of?: string; columns: Column[]; rows: Row[] }) {
  const kind = (place: number) => (columns[place]?.isText ? "" : "number");
  return (
    <details>
      <summary>{words.asTable}{of && <span class="unseen">: {of}</span>}</summary>
      <div class="wide" tabIndex={0} role="region" aria-label={label}>
        <table>
          <caption>{label}</caption>
          <thead>
            <tr>{columns.map(({ name }, place) => <th key={place} scope="col" class={kind(place)}>{name}</th>)}</tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells: [head, ...cells], isHere }) => (
              <tr key={key} class={isHere ? "here" : ""}>
                <th scope="row">{head}</th>
                {cells.map((cell, place) => <td key={place} class={kind(place + 1)}>{cell}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
