// The last weeks with one thing changed, beside the weeks as they were: arithmetic on the log.
import type { Replayed } from "../api/client";
import { bare, clock, plain, share, type Units } from "../show/numbers";
import { wholeOf } from "../show/purposes";
import { words } from "../words";
import { RuleLink } from "./rule_mark";

const { whatIf: said } = words;

type Weeks = Replayed["before"];

export function WhatIf({ replay, units }: { replay: Replayed; units: Units }) {
  const rows: [string, (weeks: Weeks) => string][] = [
    [said.distance(units), (weeks) => bare(weeks.weekly_distance_m, units)],
    [said.time, (weeks) => clock(weeks.weekly_time_s)],
    [said.longest(units), (weeks) => bare(weeks.longest_m, units)],
    [said.rest, (weeks) => plain(weeks.rest_days)],
    [words.standings.junk, (weeks) => share(weeks.by_standing_m.junk ?? 0, wholeOf(weeks))],
  ];
  return (
    <details class="what-if">
      <summary>{said.title(replay.what)}</summary>
      <p class="small">{said.differs(replay.changed_runs, replay.weeks)}</p>
      <table>
        <thead>
          <tr><th scope="col">{said.week}</th><th scope="col" class="number">{said.was}</th><th scope="col" class="number">{said.is}</th></tr>
        </thead>
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="number">{value(replay.before)}</td>
              <td class="number">{value(replay.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {replay.turned.length > 0 && (
        <ul class="reasons">
          {replay.turned.map((rule) => (
            <li key={rule.rule}>
              <RuleLink rule={rule.rule} />: {said.turned(words.verdicts[rule.verdict], words.verdicts[rule.verdict_after], rule.weeks_broken, rule.weeks_broken_after)}
              <span class="small faint">{rule.message}</span>
            </li>
          ))}
        </ul>
      )}
      <p class="small faint">{replay.note}</p>
    </details>
  );
}
