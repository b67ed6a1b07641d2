// How far something long is: a bar, how much of how much, so many a second, the time left.
import { useEffect, useState } from "preact/hooks";
import { watchFar, type Far } from "../api/far";
import { clock } from "../show/numbers";
import { words } from "../words";

const { importing: said } = words;

export function Progress({ title, far, counted }: { title: string; far: Far; counted: (many: number) => string }) {
  const { done, of, perSecond, left } = far;
  const parts = [said.soFar(counted(done), counted(of)), said.rate(counted(perSecond)), said.left(clock(left))];
  return (
    <div class="stack">
      <h2>{title}</h2>
      <progress max={Math.max(1, of)} value={done} aria-label={title} />
      <p class="small faint">{of > 0 ? parts.slice(0, perSecond > 0 ? 3 : 1).join(" · ") : "\u00a0"}</p>
    </div>
  );
}

/** How far the naming of the runs is, where a word of the runner reaches all of them; nothing where that is
 * done at once. */
export function NamingAgain() {
  const [far, setFar] = useState<Far>();
  useEffect(() => watchFar((_, far) => setFar(far)), []);
  return far ? <Progress title={said.naming} far={far} counted={(runs) => said.runs(Math.round(runs))} /> : null;
}
