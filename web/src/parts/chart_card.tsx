// A chart with its conclusion in words before it and its twin, a table, under it.
import type { ComponentChildren } from "preact";
import { words } from "../words/en";

export type Column = { name: string; isText?: boolean };

export function ChartCard({ title, says, notes, children, columns, rows, label }: {
  title: string;
  /** The conclusion. */
  says: string;
  /** What must be known to read it. */
  notes?: string[];
  children: ComponentChildren;
  columns: Column[];
  rows: { key: string; cells: ComponentChildren[] }[];
  label: string;
}) {
  return (
    <section class="card">
      <h2>{title}</h2>
      <p>{says}</p>
      {children}
      {notes?.map((note) => <p key={note} class="small faint">{note}</p>)}
      {rows.length > 0 && (
        <details>
          <summary>{words.asTable}<span class="unseen">: {title}</span></summary>
          <div class="wide" tabIndex={0} role="region" aria-label={label}>
            <table>
              <caption>{label}</caption>
              <thead>
                <tr>{columns.map(({ name, isText }) => <th key={name} scope="col" class={isText ? "" : "number"}>{name}</th>)}</tr>
              </thead>
              <tbody>
                {rows.map(({ key, cells: [head, ...cells] }) => (
                  <tr key={key}>
                    <th scope="row">{head}</th>
                    {cells.map((cell, place) => <td key={place} class={columns[place + 1]?.isText ? "" : "number"}>{cell}</td>)}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </section>
  );
}
