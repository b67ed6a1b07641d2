// One rule's page: what it asks, why, how surely and by whose word; and its numbers, which the runner may
// set in a doctrine of their own.
import { marked } from "marked";
import { useRoute } from "preact-iso";
import { useEffect, useMemo } from "preact/hooks";
import { useRule } from "../api/choices";
import { api, outcome, type NumberOfRule, type RulePage } from "../api/client";
import { useSaying } from "../api/saying";
import { Here, Trouble } from "../parts/answer";
import { useTyped } from "../parts/typed";
import { told } from "../show/rule_numbers";
import { words } from "../words";

const { rulePage: said } = words;

export default function RuleScreen() {
  const { params } = useRoute();
  const id = params.id ?? "";
  return <Here of={useRule(id)}>{(page) => <Opened key={page.rule.id} page={page} />}</Here>;
}

function Opened({ page }: { page: RulePage }) {
  const { rule } = page;
  // The page comes from the binary, as its other files do: nothing that anybody typed is in it.
  const html = useMemo(() => marked.parse(page.page, { async: false }), [page.page]);
  useEffect(() => { document.title = `${words.rules.named(rule.id)} · ${words.name}`; }, [rule.id]);
  return (
    <>
      <p><a href="/rules">{said.back}</a></p>
      <section class="lead">
        <p class="when">{words.rules.topics[rule.topic]} · {words.rules.known(rule.grade, rule.maturity)}</p>
        <h1>{words.rules.named(rule.id)}</h1>
        <p>{rule.asks}</p>
        <p class="faint">{rule.asked_by} {rule.is_asked ? said.asked(page.doctrine) : said.notAsked(page.doctrine)}</p>
      </section>
      <div class="pair">
        <section class="card written" dangerouslySetInnerHTML={{ __html: html }} />
        <div class="aside">
          <Numbers page={page} />
          <Sources page={page} />
        </div>
      </div>
    </>
  );
}

function Numbers({ page }: { page: RulePage }) {
  const { rule, numbers, own_doctrine, doctrine } = page;
  if (rule.safety) return <section class="card"><h2>{said.numbers}</h2><p>{said.safety}</p><Set numbers={numbers} /></section>;
  return (
    <section class="card" aria-labelledby="numbers">
      <h2 id="numbers">{said.numbers}</h2>
      <p class="small faint">{own_doctrine ? said.inOwn(own_doctrine) : said.begins(doctrine)}</p>
      {own_doctrine && own_doctrine !== doctrine && <p class="small"><a href="/rules">{said.notJudging(own_doctrine, doctrine)}</a></p>}
      <Asked page={page} />
      {numbers.map((number) => <Number key={number.name} number={number} page={page} />)}
    </section>
  );
}

/** What is set, where nothing can be. */
function Set({ numbers }: { numbers: NumberOfRule[] }) {
  return <ul>{numbers.map((it) => <li key={it.name}>{it.means}: <b>{told(it.usual)}</b> <span class="small faint">({it.grade}, {it.source})</span></li>)}</ul>;
}

/** As everymile hears it. */
const written = (value: number | boolean) => (typeof value === "boolean" ? (value ? "yes" : "no") : String(value));

/** What was typed, as everymile hears it: with a point, and without what says nothing, as in 0,30. */
const heard = (typed: string) => {
  const number = typed.trim().replace(",", ".");
  return number === "" || isNaN(+number) ? typed : String(+number);
};

/** Says something of the runner's own doctrine; what was typed stays when it cannot be. */
function useSetting(rule: string, number: string) {
  const { state, say } = useSaying();
  const set = (typed: string | null) => say(outcome<RulePage>(api.PUT("/api/doctrines/own", { body: { rule, number, typed } })));
  return { state, set };
}

function Asked({ page }: { page: RulePage }) {
  const { state, set } = useSetting(page.rule.id, "on");
  const isAsked = page.is_asked_by_own ?? page.rule.is_asked;
  return (
    <div class="stack">
      <div class="buttons">
        <button type="button" class="button small" disabled={state === "keeping"} onClick={() => void set(isAsked ? "no" : "yes")}>{isAsked ? said.leaveOut : said.askIt}</button>
        <span class="small faint" role="status">{state === "kept" ? said.kept : ""}</span>
      </div>
      {typeof state === "object" && <Trouble problem={state} isSmall />}
    </div>
  );
}

function Number({ number, page }: { number: NumberOfRule; page: RulePage }) {
  const { name, means, least, most, grade, source, set_by } = number;
  const { state, set } = useSetting(page.rule.id, name);
  const stands = written(number.own ?? number.yours ?? number.usual);
  const { typed, type: setTyped, sent } = useTyped<string | undefined>(undefined, number.own);
  const keep = (event: Event) => {
    event.preventDefault();
    void set(heard(typed ?? stands)).then(sent());
  };
  const id = `number-${name}`;
  return (
    <form class="number-of-rule" onSubmit={keep}>
      <label for={id}>{means}</label>
      <div class="buttons">
        {least == null
          ? (
            <select id={id} class="text short" value={typed ?? stands} onChange={(event) => setTyped(event.currentTarget.value)}>
              <option value="yes">{said.yes}</option>
              <option value="no">{said.no}</option>
            </select>
          )
          : <input id={id} class="text short" inputMode="decimal" value={typed ?? stands} aria-describedby={`${id}-range`} onInput={(event) => setTyped(event.currentTarget.value)} />}
        <button class="button small" disabled={state === "keeping" || heard(typed ?? stands) === stands}>{said.keep}</button>
        {page.own_doctrine && number.own != null && (
          <button type="button" class="link small" onClick={() => void set(null).then((is) => is && setTyped(undefined))}>{said.inherit}<span class="unseen">: {means}</span></button>
        )}
        <span class="small faint" role="status">{state === "kept" ? said.kept : ""}</span>
      </div>
      <p class="small faint" id={`${id}-range`}>
        {least != null && most != null && `${said.range(told(least), told(most))} `}
        {set_by.map((set) => `${told(set.value)}: ${set.doctrines.join(", ")}`).join("; ")}. {said.known(grade, source)} <code>{name}</code>
      </p>
      {typeof state === "object" && <Trouble problem={state} isSmall />}
    </form>
  );
}

function Sources({ page }: { page: RulePage }) {
  return (
    <section class="card">
      {page.disagreements.length > 0 && (
        <>
          <h2>{said.disagree}</h2>
          <ul class="reasons">
            {page.disagreements.map((it) => (
              <li key={it.id}><strong>{it.question}</strong> {it.known} {it.settled}<span class="small faint">{it.id}, {it.grade}</span></li>
            ))}
          </ul>
        </>
      )}
      <h2>{said.sources}</h2>
      <ul class="reasons">
        {page.told_by.map((it) => (
          <li key={it.id}>
            {it.who}{it.year != null && ` (${it.year})`}, {it.kind}: {it.says}
            <span class="small faint">{it.id}. {it.found_at}</span>
          </li>
        ))}
      </ul>
      {page.statements.length > 0 && (
        <details>
          <summary>{said.statements(page.statements.length)}</summary>
          <ul>{page.statements.map((it) => <li key={it.id} class="small"><b>{it.id}</b> {it.label}</li>)}</ul>
        </details>
      )}
    </section>
  );
}
