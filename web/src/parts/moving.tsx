// A planned session on its way to another day: what would become of the plan, the rules it would break,
// and the runner's word on it. Nothing is kept before that.
import { useRef, useState } from "preact/hooks";
import { forgetAll, useMove } from "../api/answers";
import { api, outcome, type PlanBent, type Problem } from "../api/client";
import { addDays, longDay, shortDay, weekday } from "../show/days";
import { words } from "../words";
import { Here, Trouble } from "./answer";
import { Changes } from "./changes";
import { useKeys } from "./keys";
import { RuleLink, RuleLinks } from "./rule_mark";

const { plan: said } = words;

/** So many days before and after are offered. */
const REACH = 6;

/** A session that was picked up: its day, the day wanted once there is one, and whether it is in the air. */
export type Moved = { from: string; to?: string; isDragged?: boolean };

export function Moving({ moved, on, onTo, onEnd }: {
  moved: Moved;
  on: string;
  onTo: (to: string) => void;
  onEnd: (said?: string) => void;
}) {
  const { from, to } = moved;
  const panel = useRef<HTMLElement>(null);
  useKeys((event) => {
    if (event.key === "Escape") onEnd();
    if (event.key === "Enter" && to && !(event.target instanceof HTMLAnchorElement) && !panel.current?.contains(event.target as Node)) {
      event.preventDefault();
      panel.current?.querySelector<HTMLButtonElement>(".first")?.focus();
    }
  });
  const days = Array.from({ length: 2 * REACH + 1 }, (_, step) => addDays(from, step - REACH));
  return (
    <section class="card moving fresh" ref={panel} aria-label={said.moving(longDay(from))}>
      <h2>{said.moving(longDay(from))}</h2>
      <div class="buttons" role="group" aria-label={said.where}>
        {days.filter((day) => day >= on && day !== from).map((day) => (
          <button key={day} type="button" class="button small" aria-pressed={day === to} onClick={() => onTo(day)}>
            {weekday(day)} {shortDay(day)}
          </button>
        ))}
      </div>
      <div aria-live="polite">
        {to ? <Proposal key={to} from={from} to={to} onEnd={onEnd} /> : <p class="small faint">{said.how}</p>}
      </div>
      {!to && <div class="buttons"><button type="button" class="button" onClick={() => onEnd()}>{said.leave}</button></div>}
    </section>
  );
}

function Proposal({ from, to, onEnd }: { from: string; to: string; onEnd: (said?: string) => void }) {
  const [problem, setProblem] = useState<Problem>();
  const take = async () => {
    const told = await outcome<PlanBent>(api.PUT("/api/plan/move", { body: { from, to } }));
    if (!told.ok) return setProblem(told.problem);
    forgetAll();
    onEnd(said.moved);
  };
  return (
    <Here of={useMove(from, to)} isPart>
      {(bent) => (
        <div class="proposal">
          <ul class="reasons">
            {bent.reasons.map((reason) => (
              <li key={reason.text}>
                {reason.text}
                {reason.rules.length > 0 && <span class="small faint"><RuleLinks rules={reason.rules} /></span>}
              </li>
            ))}
          </ul>
          <Changes changes={bent.changes} />
          <Broken bent={bent} />
          {problem && <Trouble problem={problem} isSmall />}
          <div class="buttons">
            {bent.changes.length > 0 && <button type="button" class="button first" onClick={() => void take()}>{said.take}</button>}
            <button type="button" class="button" onClick={() => onEnd()}>{said.leave}</button>
          </div>
        </div>
      )}
    </Here>
  );
}

function Broken({ bent }: { bent: PlanBent }) {
  if (bent.changes.length === 0) return null;
  if (bent.still_broken.length === 0) return <p class="small">{said.breaksNothing(bent.doctrine)}</p>;
  return (
    <>
      <p>{said.breaks}</p>
      <ul>
        {bent.still_broken.map(({ week, finding }) => (
          <li key={`${week} ${finding.rule}`}>{finding.message} <span class="small faint">(<RuleLink rule={finding.rule} />)</span></li>
        ))}
      </ul>
    </>
  );
}
