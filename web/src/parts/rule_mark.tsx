// The rule behind a number, one click away, and how strongly it is known.
import type { Grade } from "../api/client";
import { ruleAt } from "../places";

export const RuleLink = ({ rule }: { rule: string }) => <a class="quiet" href={ruleAt(rule)}>{rule}</a>;

export const RuleMark = ({ rule, grade }: { rule: string; grade: Grade }) => <><RuleLink rule={rule} />, {grade}</>;

/** Several rules in a row. */
export const RuleLinks = ({ rules }: { rules: string[] }) => (
  <>{rules.map((rule, place) => <span key={rule}>{place > 0 && ", "}<RuleLink rule={rule} /></span>)}</>
);
