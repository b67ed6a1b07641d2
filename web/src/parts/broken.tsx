// The firm rules that a plan would break if it were run as written: each once, in how many weeks, with what it
// says first.
import type { PlanChecked } from "../api/client";
import { words } from "../words";
import { RuleMark } from "./rule_mark";

const { thePlan: said } = words;

export function BrokenRules({ broken, doctrine }: { broken: PlanChecked["broken"]; doctrine: string }) {
  if (broken.length === 0) return <p>{words.plan.breaksNothing(doctrine)}</p>;
  const rules = [...new Set(broken.map(({ finding }) => finding.rule))];
  return (
    <>
      <p>{said.breaks(doctrine)}</p>
      <ul class="reasons">
        {rules.map((rule) => {
          const own = broken.filter(({ finding }) => finding.rule === rule);
          const first = own[0]!;
          return (
            <li key={rule}>
              {said.inWeeks(new Set(own.map(({ week }) => week)).size, first.week)} {first.finding.message}
              <span class="small faint"><RuleMark rule={rule} grade={first.finding.grade} /></span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
