// The plan: where it stands, its phases and weeks on a timeline, one week with its sessions, what the rules
// say, what became of it since it was accepted; taken away as files, or made anew.
import { useState } from "preact/hooks";
import { forgetAll, useCover, usePlan, usePlanCheck, usePlanNews, usePlanReview, usePredictions } from "../api/answers";
import { api, outcome, type Plan, type PlanReviewed, type Problem } from "../api/client";
import { Timeline } from "../charts/timeline";
import { useWidth } from "../charts/width";
import { Here, HereWithCover, Trouble } from "../parts/answer";
import { BrokenRules } from "../parts/broken";
import { Changes, WaitingChanges } from "../parts/changes";
import { PurposeLegend } from "../parts/marks";
import { NewPlan } from "../parts/new_plan";
import { PlanWeekCard } from "../parts/plan_week";
import { Twin } from "../parts/twin";
import { fullDay, shortDay } from "../show/days";
import { bare, clock, share, type Units } from "../show/numbers";
import { PURPOSES } from "../show/purposes";
import { changedDays, raceName, ranByWeek, weekOf } from "../show/plans";
import { words } from "../words";

const { thePlan: said } = words;

/** More changed days than these are folded. */
const CHANGES = 4;

export function PlanScreen() {
  const plan = usePlan();
  const review = usePlanReview();
  const beside = [review, usePlan(true), usePlanCheck(), usePlanNews(), usePredictions()];
  if (plan?.ok === false && plan.problem.kind === "not-found") return <NoPlan />;
  return (
    <HereWithCover of={plan} beside={beside}>
      {(plan, cover) => (
        <Here of={review}>
          {(review) => <InForce key={plan.number} plan={plan} review={review} units={cover.units} />}
        </Here>
      )}
    </HereWithCover>
  );
}

function NoPlan() {
  return (
    <Here of={useCover()}>
      {(cover) => (
        <>
          <section class="lead">
            <h1>{said.none}</h1>
            <p>{said.noneWhat}</p>
          </section>
          <section class="card">
            <h2>{words.newPlan.heading}</h2>
            <NewPlan on={cover.on} units={cover.units} />
            <p class="small faint">{said.noneCommand}</p>
            <pre>{said.command}</pre>
          </section>
        </>
      )}
    </Here>
  );
}

function InForce({ plan, review, units }: { plan: Plan; review: PlanReviewed; units: Units }) {
  const now = weekOf(plan, plan.date);
  const [chosen, setChosen] = useState(now?.week ?? 1);
  const accepted = usePlan(true);
  const changed = accepted?.ok ? changedDays(accepted.value, plan) : [];
  const week = plan.weeks[chosen - 1] ?? plan.weeks[0];
  return (
    <>
      <Standing plan={plan} review={review} units={units} />
      <WaitingChanges />
      <Weeks plan={plan} review={review} accepted={accepted?.ok ? accepted.value : undefined} units={units} chosen={week?.start} onChoose={setChosen} />
      {week && (
        <PlanWeekCard
          week={week}
          of={plan.weeks.length}
          deeds={review.weeks.find((it) => it.week === week.week)?.deeds ?? []}
          before={new Map(changed.map((day) => [day.date, day.was]))}
          units={units}
          on={plan.date}
          onTurn={(by) => setChosen(week.week + by)}
        />
      )}
      <div class="pair">
        <div class="stack">
          <Feasible plan={plan} units={units} />
          <Bent changed={changed} count={plan.changes} />
        </div>
        <Files isOver={plan.ends < plan.date} />
      </div>
      <details class="card">
        <summary><h2>{words.newPlan.another}</h2></summary>
        <p>{words.newPlan.takesOver}</p>
        <NewPlan on={plan.date} units={units} />
        <TakeBack />
      </details>
    </>
  );
}

/** Where the plan stands today, and what next. */
function Standing({ plan, review, units }: { plan: Plan; review: PlanReviewed; units: Units }) {
  const now = weekOf(plan, plan.date);
  const race = plan.race_m == null ? undefined : raceName(plan.race_m, units);
  const title = now
    ? said.title(now.week, plan.weeks.length, now.phase ? said.phases[now.phase] : undefined, now.lighter)
    : plan.date < plan.begins ? said.toBegin(fullDay(plan.begins)) : said.over(fullDay(plan.ends));
  return (
    <section class="lead">
      <p class="when">{said.number(plan.number ?? undefined, fullDay(plan.begins), fullDay(plan.ends))}</p>
      <h1>{title}</h1>
      {race && plan.race_on && <p>{said.race(race, fullDay(plan.race_on), plan.time_s == null ? undefined : clock(plan.time_s))}</p>}
      {review.share != null && (
        <p>{said.reviewed(share(review.share, 1), review.done, review.moved, review.shorter, review.missed, review.spared, review.overcooked)}</p>
      )}
      {review.advice.map((advice) => <p key={advice}><strong>→</strong> {advice}</p>)}
    </section>
  );
}

function Weeks({ plan, review, accepted, units, chosen, onChoose }: {
  plan: Plan;
  review: PlanReviewed;
  accepted: Plan | undefined;
  units: Units;
  chosen: string | undefined;
  onChoose: (week: number) => void;
}) {
  const { place, width } = useWidth(900);
  const ran = ranByWeek(review);
  const others = new Map((accepted?.weeks ?? [])
    .filter((week, place) => Math.abs(week.distance_m - (plan.weeks[place]?.distance_m ?? week.distance_m)) >= 100)
    .map((week) => [week.start, week.distance_m]));
  const choose = (start: string) => onChoose(plan.weeks.findIndex((week) => week.start === start) + 1);
  const seen = PURPOSES.filter((purpose) => plan.weeks.some((week) => week.sessions.some((it) => it.purpose === purpose)));
  return (
    <section class="card">
      <h2>{said.timeline}</h2>
      <div ref={place}>
        <Timeline
          weeks={plan.weeks}
          run={ran}
          accepted={others}
          units={units}
          chosen={chosen}
          now={weekOf(plan, plan.date)?.start}
          onChoose={choose}
          label={said.chart}
          width={width}
        />
      </div>
      <PurposeLegend of={seen} />
      <p class="small faint">{said.chartKey(ran.size > 0, others.size > 0)}</p>
      <Twin
        label={`${said.chart}, ${units}`}
        columns={[
          { name: said.week, isText: true },
          { name: said.phase, isText: true },
          ...[said.planned, said.longest, said.run, ...(others.size > 0 ? [said.accepted] : [])].map((name) => ({ name })),
        ]}
        rows={plan.weeks.map((week) => ({
          key: week.start,
          isHere: week.start === chosen,
          cells: [
            <button type="button" class="link" onClick={() => onChoose(week.week)}>{said.weekNumber(week.week, shortDay(week.start))}</button>,
            [week.phase && said.phases[week.phase], week.lighter && said.lighter].filter(Boolean).join(", "),
            bare(week.distance_m, units),
            bare(week.longest_m, units),
            some(ran.get(week.start), units),
            ...(others.size > 0 ? [some(others.get(week.start), units)] : []),
          ],
        }))}
      />
    </section>
  );
}

/** The plan taken back, after a second word. */
function TakeBack() {
  const [state, setState] = useState<"idle" | "asked" | Problem>("idle");
  const takeBack = async () => {
    const told = await outcome<Plan>(api.DELETE("/api/plan"));
    if (told.ok) forgetAll();
    else setState(told.problem);
  };
  return (
    <div class="take-back">
      <h3>{said.back}</h3>
      <p>{said.backWhat}</p>
      {typeof state === "object" && <Trouble problem={state} isSmall />}
      <div class="buttons">
        {state === "idle" && <button type="button" class="button" onClick={() => setState("asked")}>{said.backAsk}</button>}
        {state !== "idle" && <button type="button" class="button first" onClick={() => void takeBack()}>{said.backTake}</button>}
        {state !== "idle" && <button type="button" class="button" onClick={() => setState("idle")}>{said.backLeave}</button>}
      </div>
    </div>
  );
}

const some = (metres: number | undefined, units: Units) => (metres === undefined ? "·" : bare(metres, units));

/** Whether it can be run: what the runs foretell of its race, and what the rules say of its weeks. */
function Feasible({ plan, units }: { plan: Plan; units: Units }) {
  const predictions = usePredictions();
  const foretold = predictions?.ok ? predictions.value.predictions.find((race) => Math.abs(race.distance_m - (plan.race_m ?? 0)) < 1) : undefined;
  const isAhead = plan.race_on != null && plan.date <= plan.race_on;
  return (
    <section class="card">
      <h2>{said.feasible}</h2>
      {foretold && isAhead && (
        <p>
          {foretold.time_s == null
            ? said.notForetold(raceName(foretold.distance_m, units))
            : said.foretold(raceName(foretold.distance_m, units), clock(foretold.time_s), clock(foretold.quickest_s), clock(foretold.slowest_s))}{" "}
          <a href="/progress">{said.foretoldBy}</a>
        </p>
      )}
      <Here of={usePlanCheck()} isPart>
        {({ broken, doctrine }) => <BrokenRules broken={broken} doctrine={doctrine} />}
      </Here>
    </section>
  );
}

/** The plan to take away. */
function Files({ isOver }: { isOver: boolean }) {
  const files = said.files.filter(({ name }) => !(isOver && name === "workouts.zip"));
  return (
    <section class="card">
      <h2>{said.takeAway}</h2>
      <ul class="files">
        {files.map(({ name, label, note }) => (
          <li key={name}>
            <a class="button" href={`/api/plan/files/${name}`} download={name}>{label}</a>
            <span class="small faint">{note}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What became of the plan since it was accepted. */
function Bent({ changed, count }: { changed: ReturnType<typeof changedDays>; count: number }) {
  return (
    <section class="card">
      <h2>{said.bent}</h2>
      {changed.length === 0 ? <p>{said.asAccepted(count)}</p> : <p>{said.changedDays(changed.length)}</p>}
      {changed.length > 0 && changed.length <= CHANGES && <Changes changes={changed} />}
      {changed.length > CHANGES && (
        <details>
          <summary>{said.showChanges}</summary>
          <Changes changes={changed} />
        </details>
      )}
    </section>
  );
}
