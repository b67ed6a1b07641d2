// The seven signs of junk miles: whether each shows, on what evidence, and what to do.
import { useSigns } from "../api/answers";
import type { OpenedSign } from "../api/client";
import { Here } from "../parts/answer";
import { Gauge } from "../charts/gauge";
import { runAt } from "../places";
import { longDay, shortDay } from "../show/days";
import { words } from "../words/en";

const { signs: said } = words;

export function SignsScreen() {
  return (
    <Here of={useSigns()}>
      {({ signs, date }) => {
        const count = (verdict: string) => signs.filter((sign) => sign.verdict === verdict).length;
        return (
          <>
            <section class="lead">
              <p class="when">{longDay(date)}</p>
              <h1>{said.title(count("broken"))}{said.unknown(count("cannot-tell"))}</h1>
            </section>
            <ol class="signs">{signs.map((sign) => <SignCard key={sign.sign} sign={sign} />)}</ol>
          </>
        );
      }}
    </Here>
  );
}

/** The runs behind a sign; without any of its own, the days it speaks of. */
function Evidence({ sign }: { sign: OpenedSign }) {
  if (sign.verdict !== "broken" && sign.verdict !== "kept") return null;
  if (sign.runs.length === 0) return <p class="small"><a href="/calendar">{said.days(sign.name)}</a></p>;
  return (
    <p class="small">
      {said.runs}{" "}
      {sign.runs.map((run, place) => (
        <span key={run.id}>
          {place > 0 && ", "}
          <a href={runAt(run.id)}>{shortDay(run.local_start.slice(0, 10))} {words.purposes[run.purpose]}</a>
        </span>
      ))}
    </p>
  );
}

function SignCard({ sign }: { sign: OpenedSign }) {
  const { finding } = sign;
  return (
    <li class="card">
      <div class="sign-head">
        <h2>{sign.sign}. {sign.name}</h2>
        <span class={`verdict ${sign.verdict}`}>{said.verdicts[sign.verdict]}</span>
      </div>
      <p>{sign.message}</p>
      {finding && <Gauge finding={finding} />}
      {sign.advice && <p><strong>→</strong> {sign.advice}</p>}
      <Evidence sign={sign} />
      {finding && (
        <p class="small faint">
          {words.rule(finding.rule, finding.grade)}. {finding.sources.length > 0 && said.sources(finding.sources.join(", "))}
        </p>
      )}
    </li>
  );
}
