// Rules: every rule to browse and search, and the doctrines: whose word counts, side by side.
import { useState } from "preact/hooks";
import { useDoctrines, useRulebook } from "../api/choices";
import type { Grade, RuleInBrief, Rulebook } from "../api/client";
import { Here } from "../parts/answer";
import { DoctrinePicker } from "../parts/doctrines";
import { ruleAt } from "../places";
import { words } from "../words";

const { rules: said } = words;

export default function RulesScreen() {
  return <Here of={useRulebook()} beside={[useDoctrines()]}>{(book) => <Book book={book} />}</Here>;
}

/** Whether a rule has every word that is looked for. */
function holds(rule: RuleInBrief, looked: string): boolean {
  const text = [rule.id, rule.id.replaceAll("-", " "), rule.asks, rule.topic, rule.grade, said.maturity[rule.maturity], ...rule.sources].join(" ").toLowerCase();
  return looked.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

function Book({ book }: { book: Rulebook }) {
  const [looked, setLooked] = useState("");
  const [grade, setGrade] = useState<Grade | "">("");
  const [isAsked, setIsAsked] = useState(false);
  const asked = book.rules.filter((rule) => rule.is_asked).length;
  const found = book.rules.filter((rule) => holds(rule, looked) && (!grade || rule.grade === grade) && (!isAsked || rule.is_asked));
  const topics = [...new Set(found.map((rule) => rule.topic))];
  return (
    <>
      <section class="lead">
        <h1>{said.title(book.rules.length)}</h1>
        <p>{said.asks(book.doctrine, asked)}</p>
      </section>
      <DoctrinePicker />
      <section class="card" aria-labelledby="rules">
        <h2 id="rules">{said.all}</h2>
        <div class="finder">
          <label>
            <span class="asks">{said.look}</span>
            <input class="text" type="search" value={looked} placeholder={said.example} onInput={(event) => setLooked(event.currentTarget.value)} />
          </label>
          <label>
            <span class="asks">{said.grade}</span>
            <select class="text" value={grade} onChange={(event) => setGrade(event.currentTarget.value as Grade | "")}>
              <option value="">{said.anyGrade}</option>
              {said.grades.map(([it, means]) => <option key={it} value={it}>{`${it}: ${means}`}</option>)}
            </select>
          </label>
          <label class="tick">
            <input type="checkbox" checked={isAsked} onChange={(event) => setIsAsked(event.currentTarget.checked)} />
            {said.onlyAsked(book.doctrine)}
          </label>
        </div>
        <p class="small faint" role="status">{said.found(found.length, book.rules.length)}</p>
        {topics.map((topic) => (
          <section key={topic} class="topic" aria-label={said.topics[topic]}>
            <h3>{said.topics[topic]}</h3>
            <ul class="rules">
              {found.filter((rule) => rule.topic === topic).map((rule) => <Line key={rule.id} rule={rule} />)}
            </ul>
          </section>
        ))}
      </section>
    </>
  );
}

function Line({ rule }: { rule: RuleInBrief }) {
  return (
    <li>
      <a href={ruleAt(rule.id)}>{said.named(rule.id)}</a>
      <span class="small faint"> {said.known(rule.grade, rule.maturity)}{rule.is_asked ? "" : `, ${said.notAsked}`}</span>
      <p class="small">{rule.asks}</p>
      <p class="small faint">{rule.asked_by} {said.by(rule.sources.join(", "))}</p>
    </li>
  );
}
