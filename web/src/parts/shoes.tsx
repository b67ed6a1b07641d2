// Shoes: how far each pair was run, which is the usual one, and a new pair.
import { useState } from "preact/hooks";
import { useShoes } from "../api/choices";
import { api, outcome, type Pair, type ShoesTold } from "../api/client";
import { useSaying } from "../api/saying";
import { plainDay } from "../show/days";
import { distance, METRES, plain, type Units } from "../show/numbers";
import { words } from "../words";
import { Here, Trouble } from "./answer";

const { shoes: said } = words;

export function Shoes({ units }: { units: Units }) {
  return <Here of={useShoes()} isPart>{(told) => <Rack told={told} units={units} />}</Here>;
}

type Word = "there" | "usual" | "retired";

function Rack({ told, units }: { told: ShoesTold; units: Units }) {
  const [since, setSince] = useState<string>(told.on);
  const { state, say } = useSaying();
  const tell = (name: string, word: Word, day: string | null, before_m?: number) =>
    say(outcome<ShoesTold>(api.PUT("/api/shoes", { body: { name, word, since: day || null, before_m: before_m ?? null } })));
  const unmeasured = told.pairs.reduce((sum, pair) => sum + pair.runs_unmeasured, 0);
  return (
    <section class="card">
      <h2>{said.title}</h2>
      <p class="small faint">{said.what}</p>
      {told.pairs.length === 0 ? <p>{said.none}</p> : (
        <>
          <ul class="rack">
            {told.pairs.map((pair) => (
              <li key={pair.name}>
                <div>
                  <b>{pair.name}</b>
                  <span class="small faint">{standing(pair)}</span>
                </div>
                <div>
                  {distance(pair.distance_m, units)}
                  <span class="small faint">{words.importing.runs(pair.runs)}</span>
                </div>
                <div class="buttons">
                  {!pair.is_usual && pair.retired == null && <Tell pair={pair} label={said.makeUsual} onClick={() => tell(pair.name, "usual", since)} />}
                  {pair.retired == null
                    ? <Tell pair={pair} label={said.retire} onClick={() => tell(pair.name, "retired", since)} />
                    : <Tell pair={pair} label={said.back} onClick={() => tell(pair.name, "there", null)} />}
                </div>
              </li>
            ))}
          </ul>
          <label class="question from">
            <span class="asks">{said.from}</span>
            <input class="text" type="date" value={since} max={told.on} onInput={(event) => setSince(event.currentTarget.value)} />
          </label>
          {told.runs_in_none > 0 && <p>{said.inNone(told.runs_in_none)}</p>}
          {unmeasured > 0 && <p>{said.unmeasured(unmeasured)}</p>}
          <p class="small faint">{said.honest}</p>
        </>
      )}
      {typeof state === "object" && <Trouble problem={state} isSmall />}
      <NewPair units={units} isKept={state === "kept"} onAdd={(name, before) => tell(name, "there", null, before)} />
    </section>
  );
}

function standing(pair: Pair): string {
  if (pair.retired != null) return said.retired(plainDay(pair.retired));
  const since = pair.since ?? pair.first;
  const parts = [pair.is_usual && said.usual, !pair.is_named && said.byExport, since != null && said.since(plainDay(since))];
  return parts.filter((part) => part !== false).join(", ");
}

function Tell({ pair, label, onClick }: { pair: Pair; label: string; onClick: () => Promise<boolean> }) {
  return (
    <button type="button" class="button small" onClick={() => void onClick()}>
      {label}<span class="unseen">{said.of(pair.name)}</span>
    </button>
  );
}

/** No pair is run farther, in metres. */
const FARTHEST = 20_000_000;

function NewPair({ units, isKept, onAdd }: { units: Units; isKept: boolean; onAdd: (name: string, before: number) => Promise<boolean> }) {
  const [name, setName] = useState("");
  const [before, setBefore] = useState("");
  const far = Number(before.replace(",", "."));
  const isFar = before.trim() === "" || (Number.isFinite(far) && far >= 0 && far * METRES[units] <= FARTHEST);
  const add = (event: Event) => {
    event.preventDefault();
    void onAdd(name, far * METRES[units]).then((isKept) => {
      if (!isKept) return;
      setName("");
      setBefore("");
    });
  };
  return (
    <form class="fields" aria-label={said.add} onSubmit={add}>
      <label class="question">
        <span class="asks">{said.name}</span>
        <input class="text" value={name} maxLength={60} onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <label class="question">
        <span class="asks">{said.before(units)}</span>
        <input class="text" inputMode="decimal" value={before} placeholder={plain(0)} onInput={(event) => setBefore(event.currentTarget.value)} />
      </label>
      <div class="buttons wholly">
        <button class="button first" disabled={name.trim() === "" || !isFar}>{said.keep}</button>
        <span class="small faint" role="status">{isKept ? said.kept : ""}</span>
      </div>
    </form>
  );
}
