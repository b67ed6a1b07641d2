// The runner's own word on what a run was for. What was chosen stays when it could not be kept.
import { useState } from "preact/hooks";
import { forgetAll } from "../api/answers";
import { api, outcome, type Problem, type Purpose, type Run } from "../api/client";
import { PURPOSES } from "../show/purposes";
import { words } from "../words/en";
import { Trouble } from "./answer";

const { run: said } = words;

export function Correct({ run }: { run: Run }) {
  const [purpose, setPurpose] = useState<Purpose>(run.purpose);
  const [state, setState] = useState<"idle" | "kept" | Problem>("idle");
  const path = { id: run.id };
  const write = async (asked: Parameters<typeof outcome>[0]) => {
    const told = await outcome<Run>(asked);
    setState(told.ok ? "kept" : told.problem);
    if (told.ok) forgetAll();
  };
  const keep = (event: Event) => {
    event.preventDefault();
    void write(api.PUT("/api/runs/{id}/purpose", { params: { path }, body: { purpose } }));
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
          <button type="button" class="button" onClick={() => void write(api.DELETE("/api/runs/{id}/purpose", { params: { path } }))}>
            {said.withdraw}
          </button>
        )}
        <span role="status" class="small faint">{state === "kept" ? said.kept : ""}</span>
      </div>
      {typeof state === "object" && <Trouble problem={state} isSmall />}
    </form>
  );
}
