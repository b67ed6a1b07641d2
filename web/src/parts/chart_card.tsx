// A chart with its conclusion in words before it and its twin, a table, under it.
import type { ComponentChildren } from "preact";
import { Twin, type Column, type Row } from "./twin";

export function ChartCard({ title, says, notes, children, ...table }: {
  title: string;
  /** The conclusion. */
  says: string;
  /** What must be known to read it. */
  notes?: string[];
  children?: ComponentChildren;
  label: string;
  columns: Column[];
  rows: Row[];
}) {
  return (
    <section class="card">
      <h2>{title}</h2>
      <p>{says}</p>
      {children}
      {notes?.map((note) => <p key={note} class="small faint">{note}</p>)}
      {table.rows.length > 0 && <Twin of={title} {...table} />}
    </section>
  );
}
