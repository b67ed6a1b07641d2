// How the weeks grew, and how far single runs went beyond the longest of thirty days.
import type { Progress } from "../api/client";
import { Jumps, WeeksInBand } from "../charts/growth";
import { useWidth } from "../charts/width";
import { runAt } from "../places";
import { fullDay } from "../show/days";
import { bare, clock, share, type Units } from "../show/numbers";
import { words } from "../words";
import { ChartCard } from "./chart_card";

const { progress: said } = words;

type Shown = { progress: Progress; first: string; units: Units };

/** The weeks that a conclusion speaks of. */
const LATELY = 12;

export function Growth({ progress, first, units }: Shown) {
  const { place, width } = useWidth(900);
  const weeks = progress.weeks.filter((week) => week.start >= first);
  const judged = progress.weeks.slice(-LATELY).filter((week) => week.most_m != null || week.most_s != null);
  const beyond = judged.filter((week) => week.is_beyond).length;
  const byTime = weeks.some((week) => week.most_s != null);
  return (
    <ChartCard
      title={said.weeks}
      says={judged.length === 0 ? said.weeksUntold : said.weeksBeyond(beyond, judged.length, share(progress.growth, 1))}
      notes={judged.length === 0 ? [] : [said.weeksKey, said.weeksEvidence, ...(byTime ? [said.weeksByTime] : [])]}
      label={`${said.weeksChart}, ${units}`}
      columns={[{ name: said.week, isText: true }, ...[units, said.usual, said.most].map((name) => ({ name })), { name: said.time }, ...(byTime ? [{ name: said.mostTime }] : []), { name: said.stands, isText: true }]}
      rows={weeks.toReversed().map((week) => ({
        key: week.start,
        cells: [
          fullDay(week.start),
          bare(week.distance_m, units),
          bare(week.usual_m, units),
          bare(week.most_m, units),
          clock(week.moving_s),
          ...(byTime ? [clock(week.most_s)] : []),
          week.is_beyond ? said.beyond : week.most_m == null && week.most_s == null ? said.untold : said.within,
        ],
      }))}
    >
      <div ref={place}><WeeksInBand weeks={weeks} units={units} label={said.weeksChart} width={width} /></div>
    </ChartCard>
  );
}

export function SingleRuns({ progress, first, units }: Shown) {
  const { place, width } = useWidth(900);
  const weeks = progress.weeks.filter((week) => week.start >= first);
  const from = weeks[0]?.start ?? "";
  const jumps = progress.jumps.filter((jump) => jump.date >= from);
  const since = progress.weeks.at(-LATELY)?.start ?? "";
  const lately = progress.jumps.filter((jump) => jump.date >= since);
  const far = lately.filter((jump) => jump.size !== "none");
  return (
    <ChartCard
      title={said.jumps}
      says={lately.length === 0 ? said.jumpsUntold : said.jumpsBeyond(far.length, Math.min(LATELY, progress.weeks.length))}
      notes={jumps.length === 0 ? [] : [said.jumpsKey, said.jumpsEvidence]}
      label={`${said.jumpsChart}, ${units}`}
      columns={[{ name: said.run, isText: true }, { name: units }, { name: said.longest }, { name: said.farther }, { name: said.size, isText: true }]}
      rows={jumps.toReversed().map((jump) => ({
        key: jump.run,
        cells: [
          <a href={runAt(jump.run)}>{fullDay(jump.date)}</a>,
          bare(jump.distance_m, units),
          bare(jump.longest_m, units),
          jump.jump > 0 ? `+${share(jump.jump, 1)}` : "·",
          said.sizes[jump.size] ?? jump.size,
        ],
      }))}
    >
      <div ref={place}>{jumps.length > 0 && <Jumps jumps={jumps} weeks={weeks} units={units} label={said.jumpsChart} width={width} />}</div>
    </ChartCard>
  );
}
