// The rule behind a number, one click away, and how strongly it is known.
import type { Grade } from "../api/client";
import { ruleAt } from "../places";

export const RuleLink = ({ rule, isReached = true }: { rule: string; isReached?: boolean }) => (
  <a class="quiet" href={ruleAt(rule)} tabIndex={isReached ? undefined : -1}>{rule}</a>
);

export const RuleMark = ({ rule, grade }: { rule: string; grade: Grade }) => <><RuleLink rule={rule} />, {grade}</>;

/** Several rules in a row; in a table with one tab stop only those of the row that is reached are in it. */
export const RuleLinks = ({ rules, isReached }: { rules: string[]; isReached?: boolean }) => (
  <>{rules.map((rule, place) => <span key={rule}>{place > 0 && ", "}<RuleLink rule={rule} isReached={isReached} /></span>)}</>
);
