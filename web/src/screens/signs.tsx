// The seven signs of junk miles: whether each shows, on what evidence, what to do, and how they stood week by week.
import { useSigns } from "../api/answers";
import type { OpenedSign } from "../api/client";
import { Here } from "../parts/answer";
import { Gauge } from "../charts/gauge";
import { SignsByWeek, SignsKey } from "../charts/signs";
import { useWidth } from "../charts/width";
import { RuleMark } from "../parts/rule_mark";
import { Twin } from "../parts/twin";
import { runAt } from "../places";
import { fullDay, longDay, shortDay } from "../show/days";
import { words } from "../words";

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
            {(signs[0]?.weeks.length ?? 0) > 1 && <OverTime signs={signs} />}
          </>
        );
      }}
    </Here>
  );
}

/** How the signs stood at the end of each of the last weeks. */
function OverTime({ signs }: { signs: OpenedSign[] }) {
  const { place, width } = useWidth(900);
  const weeks = signs[0]?.weeks ?? [];
  return (
    <section class="card">
      <h2>{said.overTime}</h2>
      <p>{said.overTimeSays(weeks.length, signs.filter((sign) => shown(sign) > 0).map((sign) => said.showed(sign.name, shown(sign))))}</p>
      <div ref={place}><SignsByWeek signs={signs} width={width} /></div>
      <SignsKey of={["broken", "kept", "cannot-tell"]} />
      <p class="small faint">{said.overTimeNote}</p>
      <Twin
        of={said.overTime}
        label={said.chart}
        columns={[{ name: said.week, isText: true }, ...signs.map((sign) => ({ name: `${sign.sign}. ${sign.name}`, isText: true }))]}
        rows={weeks.map(({ week }, at) => ({
          key: week,
          cells: [fullDay(week), ...signs.map((sign) => said.verdicts[sign.weeks[at]?.verdict ?? "cannot-tell"])],
        })).toReversed()}
      />
    </section>
  );
}

/** At the end of how many weeks a sign showed. */
const shown = (sign: OpenedSign) => sign.weeks.filter(({ verdict }) => verdict === "broken").length;

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
          <RuleMark rule={finding.rule} grade={finding.grade} />. {finding.sources.length > 0 && said.sources(finding.sources.join(", "))}
        </p>
      )}
    </li>
  );
}
