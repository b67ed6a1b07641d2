// What stands where an answer is on its way, where there is nothing, and where it could not be had.
import type { ComponentChildren } from "preact";
import { forgetAll, useCover } from "../api/answers";
import type { Cover, Outcome, Problem } from "../api/client";
import { words } from "../words";

/** What stands where something is on its way; the room it will take is kept free. */
export const Waiting = ({ isPart }: { isPart?: boolean | undefined }) => (
  <p class={isPart ? "waiting part" : "waiting"} aria-busy="true">{words.loading}</p>
);

/** An answer once it is here, and those that are shown beside it: nothing jumps when they come. The room it will
 * take is kept free meanwhile. */
export function Here<T>({ of, beside = [], isPart, children }: {
  of: Outcome<T> | undefined;
  beside?: (Outcome<unknown> | undefined)[];
  isPart?: boolean;
  children: (value: T) => ComponentChildren;
}) {
  if (!of || (of.ok && beside.includes(undefined))) return <Waiting isPart={isPart} />;
  if (of.ok) return <>{children(of.value)}</>;
  return of.problem.kind === "no-runs" ? <NoRuns /> : <Trouble problem={of.problem} />;
}

/** A screen that needs an answer and the cover of the logbook. */
export function HereWithCover<T>({ of, beside, children }: {
  of: Outcome<T> | undefined;
  beside?: (Outcome<unknown> | undefined)[];
  children: (value: T, cover: Cover) => ComponentChildren;
}) {
  const cover = useCover();
  return (
    <Here of={of} beside={[cover, ...(beside ?? [])]}>
      {(value) => <Here of={cover}>{(cover) => children(value, cover)}</Here>}
    </Here>
  );
}

/** What went wrong and what to do about it. */
export function Trouble({ problem, isSmall }: { problem: Problem; isSmall?: boolean }) {
  return (
    <section class={isSmall ? "problem card" : "problem card fresh"} role="alert">
      <h2>{words.problems[problem.kind]}</h2>
      <p>{problem.what}.</p>
      <p>{problem.remedy}</p>
      {!isSmall && (
        <div class="buttons">
          <button type="button" class="button" onClick={forgetAll}>{words.again}</button>
        </div>
      )}
    </section>
  );
}

/** Where there is no run yet: what to do. */
export function NoRuns() {
  const { title, what, how, choose, terminal, command, then } = words.empty;
  return (
    <section class="lead">
      <h1>{title}</h1>
      <p>{what}</p>
      <p>{how}</p>
      <p><a class="button first" href="/import">{choose}</a></p>
      <p>{terminal}</p>
      <pre>{command}</pre>
      <p class="faint">{then}</p>
    </section>
  );
}
