// What would differ in a plan, day by day; and the runner's word on a change that was proposed.
import { useRef, useState } from "preact/hooks";
import { forgetAll, usePlanNews } from "../api/answers";
import { api, outcome, type ChangeTold, type DayChanged, type PlanNews, type Problem } from "../api/client";
import { useSaying } from "../api/saying";
import { longDay } from "../show/days";
import { words } from "../words";
import { Here, Trouble } from "./answer";

const { plan: said } = words;

export function Changes({ changes }: { changes: DayChanged[] }) {
  const told = (sessions: string[]) => (sessions.length === 0 ? said.rest : sessions.join(said.and));
  return (
    <ul class="diff">
      {changes.map(({ date, was, becomes }) => (
        <li key={date}>
          <b>{longDay(date)}</b>
          <span><span class="unseen">{said.was} </span><del>{told(was)}</del></span>
          <span><span class="unseen">{said.becomes} </span><ins>{told(becomes)}</ins></span>
        </li>
      ))}
    </ul>
  );
}

/** Changes that wait for an answer; nothing where none does. */
export function WaitingChanges() {
  return (
    <Here of={usePlanNews()} isPart>
      {({ waiting }) => waiting.length === 0 ? null : (
        <section class="card fresh">
          {waiting.map((change) => <Waiting key={change.number} change={change} />)}
        </section>
      )}
    </Here>
  );
}

/** What waits for an answer and what changed since yesterday; nothing where nothing is new. */
export function News({ against }: { against: DayChanged[] }) {
  return (
    <Here of={usePlanNews()} isPart>
      {(news) => <Told news={news} against={against} />}
    </Here>
  );
}

function Told({ news, against }: { news: PlanNews; against: DayChanged[] }) {
  const card = useRef<HTMLElement>(null);
  if (news.waiting.length + news.changed.length + against.length === 0) return null;
  return (
    <section class="card fresh" ref={card} tabIndex={-1}>
      <h2>{said.news}</h2>
      {against.length > 0 && news.waiting.length === 0 && (
        <>
          <p>{said.against}</p>
          <Changes changes={against} />
          <Propose onProposed={() => card.current?.focus()} />
        </>
      )}
      {news.waiting.map((change) => <Waiting key={change.number} change={change} />)}
      {news.changed.map((change) => (
        <div key={change.number}>
          <p>{said.changed(change.event)}</p>
          <Changes changes={change.changes} />
        </div>
      ))}
    </section>
  );
}

/** Makes a proposal of it: with its reasons it then waits for the runner's word, where this button was. */
function Propose({ onProposed }: { onProposed: () => void }) {
  const { state, say } = useSaying();
  const propose = async () => {
    if (await say(outcome<PlanNews>(api.POST("/api/plan/changes")))) onProposed();
  };
  return (
    <>
      {typeof state === "object" && <Trouble problem={state} isSmall />}
      <div class="buttons">
        <button type="button" class="button" disabled={state === "keeping"} onClick={() => void propose()}>{said.propose}</button>
        <span class="small faint">{said.proposeNote}</span>
      </div>
    </>
  );
}

function Waiting({ change }: { change: ChangeTold }) {
  const [problem, setProblem] = useState<Problem>();
  const say = async (is_accepted: boolean) => {
    const path = { number: change.number };
    const told = await outcome(api.PUT("/api/plan/changes/{number}", { params: { path }, body: { is_accepted } }));
    if (told.ok) forgetAll();
    else setProblem(told.problem);
  };
  return (
    <div class="proposal" role="group" aria-label={said.proposed(change.event)}>
      <p><strong>{said.proposed(change.event)}</strong></p>
      <Changes changes={change.changes} />
      <ul class="reasons">{change.reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>
      {problem && <Trouble problem={problem} isSmall />}
      <div class="buttons">
        <button type="button" class="button first" onClick={() => void say(true)}>{said.accept}</button>
        <button type="button" class="button" onClick={() => void say(false)}>{said.decline}</button>
      </div>
    </div>
  );
}
