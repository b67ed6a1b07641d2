// The doctrines: which judges, what the last weeks look like under another one, and the choice for good.
import { useState } from "preact/hooks";
import { useCompared, useDoctrines } from "../api/choices";
import { api, outcome, type Compared, type Doctrines, type DoctrineTold } from "../api/client";
import { useSaying } from "../api/saying";
import { ruleAt } from "../places";
import { fullDay } from "../show/days";
import { share } from "../show/numbers";
import { STANDINGS, wholeOf } from "../show/purposes";
import { told } from "../show/rule_numbers";
import { words } from "../words";
import { Here, Trouble } from "./answer";
import { StandingMark } from "./marks";

const { doctrines: said } = words;

export function DoctrinePicker() {
  return (
    <section class="card" aria-labelledby="doctrines">
      <h2 id="doctrines">{said.title}</h2>
      <p class="small faint">{said.what}</p>
      <Here of={useDoctrines()} isPart>{(doctrines) => <Choose doctrines={doctrines} />}</Here>
    </section>
  );
}

function Choose({ doctrines }: { doctrines: Doctrines }) {
  const [looked, setLooked] = useState<string>();
  const shown = doctrines.doctrines.find((it) => it.name === (looked ?? doctrines.judges));
  return (
    <>
      <div class="buttons" role="group" aria-labelledby="doctrines">
        {doctrines.doctrines.map((it) => (
          <button key={it.name} type="button" class="button" aria-pressed={it.name === shown?.name} onClick={() => setLooked(it.name)}>
            {it.name}
            {it.name === doctrines.chosen && <span class="small faint"> {said.yours}</span>}
            {it.is_own && <span class="small faint"> {said.own}</span>}
          </button>
        ))}
      </div>
      {shown && <Stands key={shown.name} doctrine={shown} doctrines={doctrines} />}
    </>
  );
}

function Stands({ doctrine, doctrines }: { doctrine: DoctrineTold; doctrines: Doctrines }) {
  const { name, about, inherits, asks, parts } = doctrine;
  return (
    <div class="stack">
      <p>{about}</p>
      <p class="small faint">{said.asks(asks)} {inherits && said.builds(inherits)}</p>
      {name === doctrines.judges ? <p class="small">{said.judges}</p> : <Beside name={name} judges={doctrines.judges} />}
      {name !== doctrines.chosen && <Take name={name} isServedBy={doctrines.judges !== doctrines.chosen ? doctrines.judges : undefined} />}
      {parts.length > 0 && (
        <details>
          <summary>{said.parts(parts.length)}</summary>
          <ul>
            {parts.map((part) => (
              <li key={part.rule}>
                <a href={ruleAt(part.rule)}>{words.rules.named(part.rule)}</a>: {said.how[part.how as keyof typeof said.how]}
                {part.sets.map((number) => (
                  <p key={number.name} class="small faint">{said.sets(told(number.value), told(number.usual), number.means)}</p>
                ))}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** Chooses it for good. */
function Take({ name, isServedBy }: { name: string; isServedBy?: string }) {
  const { state, say } = useSaying();
  const choose = () => say(outcome<Doctrines>(api.PUT("/api/doctrines/chosen", { body: { name } })));
  return (
    <>
      {typeof state === "object" && <Trouble problem={state} isSmall />}
      <div class="buttons">
        <button type="button" class="button first" disabled={state === "keeping"} onClick={() => void choose()}>{state === "keeping" ? said.choosing : said.choose(name)}</button>
        {isServedBy && <span class="small faint">{said.served(isServedBy)}</span>}
      </div>
    </>
  );
}

function Beside({ name, judges }: { name: string; judges: string }) {
  const compared = useCompared(name);
  // Before any run there is nothing to compare, and the doctrine can be chosen all the same.
  if (compared?.ok === false && ["no-runs", "refused"].includes(compared.problem.kind)) {
    return <p class="small faint">{said.noRuns}</p>;
  }
  return <Here of={compared} isPart>{(compared) => <SideBySide compared={compared} judges={judges} />}</Here>;
}

function SideBySide({ compared, judges }: { compared: Compared; judges: string }) {
  const names = compared.doctrines.map((it) => (it.doctrine === judges ? said.now(it.doctrine) : it.doctrine));
  return (
    <>
      <p><strong>{said.compared(compared.weeks, compared.agreed.length, compared.parted.length)}</strong></p>
      <p class="small faint">{said.span(fullDay(compared.first), fullDay(compared.date))}</p>
      <div class="beside-doctrines">
      <div class="wide">
        <table class="side">
          <caption>{said.shares}</caption>
          <thead><tr><td />{names.map((name) => <th key={name} scope="col" class="number">{name}</th>)}</tr></thead>
          <tbody>
            {STANDINGS.map((standing) => (
              <tr key={standing}>
                <th scope="row"><StandingMark of={standing} /></th>
                {compared.doctrines.map((it) => <td key={it.doctrine} class="number">{share(it.by_standing_m[standing] ?? 0, wholeOf(it))}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {compared.parted.length > 0 && (
        <div class="wide">
          <table class="side">
            <caption>{said.verdicts}</caption>
            <thead><tr><th scope="col">{said.rule}</th>{names.map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
            <tbody>
              {compared.parted.map((parted) => (
                <tr key={parted.rule}>
                  <th scope="row"><a href={ruleAt(parted.rule)}>{words.rules.named(parted.rule)}</a></th>
                  {parted.under.map((under) => (
                    <td key={under.doctrine}>
                      {under.finding ? <span class={`verdict ${under.finding.verdict}`}>{words.verdicts[under.finding.verdict]}</span> : <span class="faint">{said.notAsked}</span>}
                      {under.weeks_broken > 0 && <span class="small faint">{said.broken(under.weeks_broken)}</span>}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      </div>
    </>
  );
}
