// Settings: who runs, what they can do (as they say it beside what the runs show), and how they want to
// see it. What was typed stays until it is kept.
import type { ComponentChildren } from "preact";
import { useProfile, useShoes } from "../api/choices";
import { api, outcome, type Estimate, type Known, type Profile, type RunInBrief } from "../api/client";
import { useSaying } from "../api/saying";
import { HereWithCover, Trouble } from "../parts/answer";
import { Backup } from "../parts/backup";
import { NamingAgain } from "../parts/progress";
import { Shoes } from "../parts/shoes";
import { useTyped } from "../parts/typed";
import { runAt } from "../places";
import { fullDay, shortDay, weekdayOf } from "../show/days";
import { clock, NOTHING, pace, secondsPerUnit, whole, type Units } from "../show/numbers";
import { words } from "../words";

const { settings: said } = words;

export default function SettingsScreen() {
  return (
    <>
      <HereWithCover of={useProfile()} beside={[useShoes()]}>
        {(profile, cover) => <Opened profile={profile} units={cover.units} doctrine={cover.doctrine} />}
      </HereWithCover>
      <Backup />
    </>
  );
}

function Opened({ profile, units, doctrine }: { profile: Profile; units: Units; doctrine: string }) {
  return (
    <>
      <section class="lead">
        <h1>{said.title}</h1>
        <p>{said.what}</p>
      </section>
      <CanDo profile={profile} units={units} />
      <div class="pair">
        <You profile={profile} />
        <Seen profile={profile} doctrine={doctrine} />
      </div>
      <Shoes units={units} />
    </>
  );
}

type Typed = Record<string, string>;

/** A card whose words are kept together: all of them, or, when one cannot be, none. */
function Card({ title, note, profile, children }: {
  title: string;
  note?: string;
  profile: Profile;
  children: (value: (word: string) => string, type: (word: string, value: string) => void) => ComponentChildren;
}) {
  const stands = Object.fromEntries(profile.said.map(({ word, value }) => [word, value ?? ""]));
  const { typed, type: setTyped, sent } = useTyped<Typed>({}, profile);
  const { state, say, afresh } = useSaying();
  const value = (word: string) => typed[word] ?? stands[word] ?? "";
  const type = (word: string, value: string) => {
    setTyped({ ...typed, [word]: value });
    afresh();
  };
  const isChanged = Object.entries(typed).some(([word, value]) => value !== stands[word]);
  const keep = (event: Event) => {
    event.preventDefault();
    void say(tell(stands, typed)).then(sent());
  };
  return (
    <form class="card" onSubmit={keep}>
      <h2>{title}</h2>
      {note && <p class="small faint">{note}</p>}
      {children(value, type)}
      {typeof state === "object" && <Trouble problem={state} isSmall />}
      {state === "keeping" && <NamingAgain />}
      <div class="buttons">
        <button class="button first" disabled={!isChanged || state === "keeping"}>{state === "keeping" ? said.keeping : said.keep}</button>
        <span class="small faint" role="status">{state === "kept" ? said.kept : ""}</span>
      </div>
    </form>
  );
}

/** Says what is other than before; what was emptied is taken back. */
function tell(stands: Typed, typed: Typed) {
  const changed = Object.entries(typed).filter(([word, value]) => value.trim() !== stands[word]);
  const told = Object.fromEntries(changed.filter(([, value]) => value.trim() !== "").map(([word, value]) => [word, value.trim()]));
  const forget = changed.filter(([, value]) => value.trim() === "").map(([word]) => word);
  return outcome<Profile>(api.PUT("/api/profile", { body: { said: told, forget } }));
}

type Field = { word: string; value: (word: string) => string; type: (word: string, value: string) => void; profile: Profile };

function Text({ word, value, type, profile, inputMode }: Field & { inputMode?: "numeric" }) {
  const example = profile.said.find((it) => it.word === word)?.example;
  return (
    <label class="question">
      <span class="asks">{said.words[word as keyof typeof said.words]}</span>
      <input class="text" value={value(word)} placeholder={example && said.like(example)} inputMode={inputMode} onInput={(event) => type(word, event.currentTarget.value)} />
    </label>
  );
}

function Select({ word, value, type, options }: Field & { options: readonly (readonly [string, string])[] }) {
  return (
    <label class="question">
      <span class="asks">{said.words[word as keyof typeof said.words]}</span>
      <select class="text" value={value(word)} onChange={(event) => type(word, event.currentTarget.value)}>
        {options.map(([value, name]) => <option key={value} value={value}>{name}</option>)}
      </select>
    </label>
  );
}

function You({ profile }: { profile: Profile }) {
  return (
    <Card title={said.you} profile={profile}>
      {(value, type) => {
        const field = { value, type, profile };
        return (
          <div class="fields">
            <Text word="name" {...field} />
            <Text word="goal" {...field} />
            <Select word="level" {...field} options={[["", said.unsaid], ...said.levels]} />
            <Text word="birth-year" {...field} inputMode="numeric" />
            <Select word="sex" {...field} options={[["", said.unsaid], ...said.sexes]} />
            <Text word="hr-rest" {...field} inputMode="numeric" />
          </div>
        );
      }}
    </Card>
  );
}

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

function Seen({ profile, doctrine }: { profile: Profile; doctrine: string }) {
  return (
    <Card title={said.seen} profile={profile}>
      {(value, type) => {
        const field = { value, type, profile };
        const days = value("days").split(",").filter((day) => day !== "");
        const turn = (day: string) => type("days", DAYS.filter((it) => (it === day) !== days.includes(it)).join(","));
        return (
          <div class="fields">
            <Select word="units" {...field} options={said.units} />
            <Select word="week-start" {...field} options={said.weekStarts.map((day, place) => [day, weekdayOf(place === 0 ? 0 : 6)] as const)} />
            <fieldset class="question wholly">
              <legend>{said.words.days}</legend>
              <div class="scale">
                {DAYS.map((day, place) => (
                  <label key={day}>
                    <input type="checkbox" checked={days.includes(day)} onChange={() => turn(day)} />
                    <span>{weekdayOf(place)}</span>
                  </label>
                ))}
              </div>
              <p class="small faint">{said.daysNote}</p>
            </fieldset>
            <p class="wholly">{said.doctrine} <a href="/rules">{doctrine}</a></p>
          </div>
        );
      }}
    </Card>
  );
}

/** A number of the runner in the unit it is shown in, its error, and the word by which it is said. */
type Row = { known: Known; name: string; word?: string; shown: (value: number) => string; error: (estimate: Estimate) => string };

function rows({ can_do }: Profile, units: Units): Row[] {
  const asPace = (value: number) => `${pace(value, units)}/${units}`;
  const paceError = ({ value, se }: Estimate) => clock(((secondsPerUnit(value, units) ?? 0) * se) / value);
  const beats = (value: number) => `${whole(value)} bpm`;
  const metres = (value: number) => `${whole(value)} m`;
  const plainError = ({ se }: Estimate) => whole(se);
  const { names } = said;
  return [
    { known: can_do.critical_speed_mps, name: names.second, word: "threshold-pace", shown: asPace, error: paceError },
    { known: can_do.lt2_hr_bpm, name: names.secondHr, word: "threshold-hr", shown: beats, error: plainError },
    { known: can_do.hr_max_bpm, name: names.most, word: "hr-max", shown: beats, error: plainError },
    { known: can_do.lt1_speed_mps, name: names.first, shown: asPace, error: paceError },
    { known: can_do.lt1_hr_bpm, name: names.firstHr, shown: beats, error: plainError },
    { known: can_do.easy_speed_mps, name: names.easy, shown: asPace, error: paceError },
    { known: can_do.d_prime_m, name: names.reserve, shown: metres, error: plainError },
  ];
}

function CanDo({ profile, units }: { profile: Profile; units: Units }) {
  return (
    <Card title={said.canDo(fullDay(profile.on))} note={said.canDoNote} profile={profile}>
      {(value, type) => (
        <div class="known">
          {rows(profile, units).map((row) => (
            <div key={row.name} class="number-known">
              <h3>{row.name}</h3>
              <Told label={said.byRuns} estimate={row.known.by_runs} row={row} runs={profile.runs} />
              {row.word
                ? (
                  <label>
                    <span class="small faint">{said.youSay}</span>
                    <input
                      class="text"
                      value={value(row.word)}
                      aria-label={said.youSayOf(row.name)}
                      placeholder={said.like(profile.said.find((it) => it.word === row.word)?.example ?? "")}
                      onInput={(event) => type(row.word!, event.currentTarget.value)}
                    />
                  </label>
                )
                : <Counts row={row} />}
            </div>
          ))}
        </div>
      )}
    </Card>
  );
}

/** What counts, where that is something else than what the runs alone show. */
function Counts({ row: { known, shown, error } }: { row: Row }) {
  const { counts, by_runs } = known;
  if (!counts || counts.value === by_runs?.value) return <span />;
  return <div><span class="small faint">{said.counts}</span><p>{shown(counts.value)} <span class="faint">± {error(counts)}</span></p></div>;
}

function Told({ label, estimate, row, runs }: { label: string; estimate: Estimate | null | undefined; row: Row; runs: RunInBrief[] }) {
  if (!estimate) return <div><span class="small faint">{label}</span><p>{NOTHING} <span class="faint">{said.notKnown}</span></p></div>;
  const behind = runs.filter((run) => estimate.from.includes(run.id));
  return (
    <div>
      <span class="small faint">{label}</span>
      <p>{row.shown(estimate.value)} <span class="faint">± {row.error(estimate)}</span></p>
      {behind.length > 0 && (
        <details class="small">
          <summary>{said.behind(behind.length, said.bases[estimate.basis], fullDay(estimate.as_of))}</summary>
          <p>
            {behind.map((run, place) => (
              <span key={run.id}>{place > 0 && ", "}<a href={runAt(run.id)}>{shortDay(run.local_start.slice(0, 10))} {words.purposes[run.purpose]}</a></span>
            ))}
          </p>
        </details>
      )}
    </div>
  );
}
