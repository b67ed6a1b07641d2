// A plan made from the page: a goal, its day, the days to run on; looked at first, kept then. What was
// chosen stays when no such plan can be made, beside what can.
import { useState } from "preact/hooks";
import { forgetAll } from "../api/answers";
import { api, outcome, type Outcome, type PlanProposed } from "../api/client";
import { Timeline } from "../charts/timeline";
import { useWidth } from "../charts/width";
import { addDays, fullDay, longDay, shortDay } from "../show/days";
import { bare, clock, distance, pace, plain, share, type Units } from "../show/numbers";
import { words } from "../words";
import { Trouble } from "./answer";
import { BrokenRules } from "./broken";
import { Twin } from "./twin";

const { newPlan: said, thePlan } = words;

const GOALS = ["5k", "10k", "half", "marathon", "base"] as const;
const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** A race in so many days is offered at first. */
const AHEAD = 84;

type Goal = (typeof GOALS)[number];

export function NewPlan({ on, units }: { on: string; units: Units }) {
  const [goal, setGoal] = useState<Goal>("half");
  const [date, setDate] = useState(addDays(on, AHEAD));
  const [days, setDays] = useState<string[]>([]);
  const [looked, setLooked] = useState<Outcome<PlanProposed> | "making">();
  const [isKept, setKept] = useState(false);
  const wanted = { goal, ...(goal === "base" ? {} : { date }), ...(days.length > 0 ? { days: days.join(",") } : {}) };
  const changed = <T,>(set: (value: T) => void) => (value: T) => { set(value); setLooked(undefined); setKept(false); };
  const look = async (event: Event) => {
    event.preventDefault();
    setLooked("making");
    setLooked(await outcome<PlanProposed>(api.GET("/api/plan/proposal", { params: { query: wanted } })));
  };
  const keep = async () => {
    const told = await outcome<PlanProposed>(api.PUT("/api/plan", { body: wanted }));
    if (!told.ok) return setLooked(told);
    setLooked(undefined);
    setKept(true);
    forgetAll();
  };
  return (
    <form class="new-plan" onSubmit={(event) => void look(event)}>
      <div class="asked">
        <label class="question">
          <span class="asks">{said.goal}</span>
          <select class="button" value={goal} onChange={(event) => changed(setGoal)(event.currentTarget.value as Goal)}>
            {GOALS.map((it) => <option key={it} value={it}>{said.goals[it]}</option>)}
          </select>
        </label>
        {goal !== "base" && (
          <label class="question">
            <span class="asks">{said.date}</span>
            <input class="text" type="date" required min={addDays(on, 1)} value={date} onInput={(event) => changed(setDate)(event.currentTarget.value)} />
          </label>
        )}
        <RunDays days={days} onDays={changed(setDays)} />
      </div>
      <div class="buttons">
        <button class="button first" disabled={looked === "making"}>{looked === "making" ? said.making : said.look}</button>
        <span class="small faint" role="status">{isKept ? said.kept : said.note}</span>
      </div>
      {looked !== undefined && looked !== "making" && (
        looked.ok ? <Proposed plan={looked.value} units={units} onKeep={() => void keep()} /> : <Trouble problem={looked.problem} isSmall />
      )}
    </form>
  );
}

function RunDays({ days, onDays }: { days: string[]; onDays: (days: string[]) => void }) {
  const turn = (day: string) => onDays(days.includes(day) ? days.filter((it) => it !== day) : DAYS.filter((it) => it === day || days.includes(it)));
  return (
    <fieldset class="question">
      <legend>{said.days} <small>{said.daysUsual}</small></legend>
      <div class="scale">
        {DAYS.map((day) => (
          <label key={day}>
            <input type="checkbox" checked={days.includes(day)} onChange={() => turn(day)} />
            <span>{said.weekdays[day]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The plan as it would be, with where it starts from and what the rules say. */
function Proposed({ plan, units, onKeep }: { plan: PlanProposed; units: Units; onKeep: () => void }) {
  const { place, width } = useWidth(700);
  const { starts_from: from } = plan;
  const farthest = plan.weeks.reduce((one, other) => (other.distance_m > one.distance_m ? other : one));
  const longest = plan.weeks.reduce((one, other) => (other.longest_m > one.longest_m ? other : one));
  return (
    <section class="proposal fresh" aria-live="polite">
      <h3>{said.title(plan.weeks.length, longDay(plan.begins), fullDay(plan.ends))}</h3>
      {plan.shortfall != null && (
        <p>{said.shortfall(distance(plan.shortfall.usual_week_m, units), distance(plan.shortfall.largest_week_m, units))}</p>
      )}
      <p>
        {said.shape(distance(farthest.distance_m, units), farthest.week, distance(longest.longest_m, units), longest.week)}
        {plan.taper != null && ` ${said.taper(plan.taper.weeks, share(plan.taper.fall, 1), plan.taper.kept)}`}
      </p>
      <p class="small faint">
        {said.from(
          from.usual_week_m == null ? undefined : distance(from.usual_week_m, units),
          distance(from.longest_m, units),
          plain(from.run_days),
          `${pace(from.easy_speed_mps, units)}/${units}`,
        )}
        {plan.time_s != null && ` ${said.time(clock(plan.time_s))}`}
      </p>
      <div ref={place}>
        <Timeline weeks={plan.weeks} run={new Map()} accepted={new Map()} units={units} label={said.chart} width={width} />
      </div>
      <Twin
        label={`${said.chart}, ${units}`}
        columns={[{ name: thePlan.week, isText: true }, { name: thePlan.phase, isText: true }, { name: thePlan.planned }, { name: thePlan.longest }]}
        rows={plan.weeks.map((week) => ({
          key: week.start,
          cells: [
            thePlan.weekNumber(week.week, shortDay(week.start)),
            [week.phase && thePlan.phases[week.phase], week.lighter && thePlan.lighter].filter(Boolean).join(", "),
            bare(week.distance_m, units),
            bare(week.longest_m, units),
          ],
        }))}
      />
      <BrokenRules broken={plan.broken} doctrine={plan.doctrine} />
      <div class="buttons">
        <button type="button" class="button first" onClick={onKeep}>{said.keep}</button>
      </div>
    </section>
  );
}
