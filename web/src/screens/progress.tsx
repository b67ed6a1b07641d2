// Progress: how the weeks grew, how far single runs jumped, what the runner could do over the years, what easy
// running costs, load, and what races would take. Conclusions first; every chart has a table.
import { useState } from "preact/hooks";
import { useProgress } from "../api/answers";
import type { Progress } from "../api/client";
import { HereWithCover } from "../parts/answer";
import { EasyRunning, Load } from "../parts/effort";
import { Growth, SingleRuns } from "../parts/growth";
import { Races } from "../parts/races";
import { Spans } from "../parts/spans";
import { Thresholds } from "../parts/thresholds";
import { longDay } from "../show/days";
import { distance, share, type Units } from "../show/numbers";
import { abilityNow } from "../show/progress";
import { firstDay, type Span } from "../show/spans";
import { words } from "../words";

const { progress: said } = words;

export function ProgressScreen() {
  return (
    <HereWithCover of={useProgress()}>
      {(progress, cover) => <Told progress={progress} units={cover.units} />}
    </HereWithCover>
  );
}

function Told({ progress, units }: { progress: Progress; units: Units }) {
  const [span, setSpan] = useState<Span>(progress.weeks.length > 52 ? "52" : "all");
  const first = firstDay(span, progress.on);
  return (
    <>
      <Conclusion progress={progress} units={units} />
      <Spans weeks={progress.weeks.length} span={span} onChoose={setSpan} />
      <Growth progress={progress} first={first} units={units} />
      <SingleRuns progress={progress} first={first} units={units} />
      <Thresholds progress={progress} first={first} units={units} />
      <EasyRunning progress={progress} first={first} units={units} />
      <Load progress={progress} first={first} />
      <Races units={units} />
    </>
  );
}

/** How running goes, in a sentence or two. */
function Conclusion({ progress, units }: { progress: Progress; units: Units }) {
  const { lately, abilities } = progress;
  const ability = abilityNow(abilities, progress.on, units);
  return (
    <section class="lead">
      <p class="when">{longDay(progress.on)}</p>
      <h1>
        {lately
          ? said.lately(distance(lately.weekly_m, units), said.turn(lately.weekly_m, lately.before_m, share(Math.abs(lately.weekly_m - lately.before_m), lately.before_m)))
          : said.young}
      </h1>
      <p>{ability ? said.ability(ability.now, ability.error, ability.then, ability.turn) : said.noAbility}</p>
    </section>
  );
}
