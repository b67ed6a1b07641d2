// The runner's own word on what a run was for. What was chosen stays when it could not be kept.
import { useState } from "preact/hooks";
import { api, outcome, type Purpose, type Run } from "../api/client";
import { useSaying } from "../api/saying";
import { PURPOSES } from "../show/purposes";
import { words } from "../words";
import { Trouble } from "./answer";

const { run: said } = words;

export function Correct({ run }: { run: Run }) {
  const [purpose, setPurpose] = useState<Purpose>(run.purpose);
  const { state, say } = useSaying();
  const path = { id: run.id };
  const keep = (event: Event) => {
    event.preventDefault();
    void say(outcome<Run>(api.PUT("/api/runs/{id}/purpose", { params: { path }, body: { purpose } })));
  };
  return (
    <form class="card" onSubmit={keep}>
      <h2><label for="purpose">{said.correct}</label></h2>
      <p class="small faint">{said.correctNote}</p>
      <div class="buttons">
        <select id="purpose" class="button" value={purpose} onChange={(event) => setPurpose(event.currentTarget.value as Purpose)}>
          {PURPOSES.map((it) => <option key={it} value={it}>{words.purposes[it]}</option>)}
        </select>
        <button class="button first">{said.keep}</button>
        {run.declared_by === "correction" && (
          <button type="button" class="button" onClick={() => void say(outcome<Run>(api.DELETE("/api/runs/{id}/purpose", { params: { path } })))}>
            {said.withdraw}
          </button>
        )}
        <span role="status" class="small faint">{state === "kept" ? said.kept : ""}</span>
      </div>
      {typeof state === "object" && <Trouble problem={state} isSmall />}
    </form>
  );
}
