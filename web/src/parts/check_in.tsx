// The check-in: how the runner is, in twenty seconds, with thumbs. What is left out is never sent;
// what could not be kept stays on the screen.
import { useSaid } from "../api/answers";
import { api, outcome, type DaySaid } from "../api/client";
import { useSaying } from "../api/saying";
import { plain } from "../show/numbers";
import { words } from "../words";
import { Here, Trouble } from "./answer";
import { useTyped } from "./typed";

type Answers = Record<string, string>;
/** What was answered anew; `undefined` where an answer was taken back. */
type Typed = Record<string, string | undefined>;

const { checkIn } = words;

export function CheckIn({ on }: { on: string }) {
  return (
    <section class="card">
      <h2>{checkIn.title}</h2>
      <Here of={useSaid(on)} isPart>{(said) => <Questions key={on} on={on} said={said} />}</Here>
    </section>
  );
}

/** What was said already, by the words of the questions. */
function standing(said: DaySaid): Answers {
  const known: Record<string, unknown> = {
    soreness: said.soreness,
    where: said.sore_site,
    pain: said.pain,
    "pain-where": said.pain_site,
    fatigue: said.fatigue,
    motivation: said.motivation,
    sleep: said.sleep_s == null ? undefined : said.sleep_s / 3600,
    ill: said.is_ill == null ? undefined : said.is_ill ? "yes" : "no",
  };
  const told = Object.entries(known).filter(([, answer]) => answer != null);
  return Object.fromEntries(told.map(([word, answer]) => [word, String(answer)]));
}

/** What stands, with what was answered anew over it. */
function over(stands: Answers, typed: Typed): Answers {
  const answered = ([, answer]: [string, string | undefined]): boolean => answer !== undefined;
  return Object.fromEntries(Object.entries({ ...stands, ...typed }).filter(answered)) as Answers;
}

function Questions({ on, said }: { on: string; said: DaySaid }) {
  const stands = standing(said);
  const { typed, type, sent } = useTyped<Typed>({}, said);
  const { state, say, afresh } = useSaying();
  const answers = over(stands, typed);
  const answer = (word: string) => (value: string | undefined) => {
    type({ ...typed, [word]: value });
    afresh();
  };
  const keep = (event: Event) => {
    event.preventDefault();
    void say(tell(on, stands, answers)).then(sent());
  };
  const isHigh = (word: string) => Number(answers[word] ?? 0) > 0;
  return (
    <form class="questions" onSubmit={keep}>
      <Scale word="soreness" from={0} to={10} ends={checkIn.sorenessEnds} title={checkIn.soreness} answer={answers.soreness} onAnswer={answer("soreness")} />
      {isHigh("soreness") && <Place title={checkIn.where} answer={answers.where} onAnswer={answer("where")} />}
      <Scale word="pain" from={0} to={10} ends={checkIn.painEnds} title={checkIn.pain} answer={answers.pain} onAnswer={answer("pain")} />
      {isHigh("pain") && <Place title={checkIn.painWhere} answer={answers["pain-where"]} onAnswer={answer("pain-where")} />}
      <Scale word="fatigue" from={1} to={5} ends={checkIn.fatigueEnds} title={checkIn.fatigue} answer={answers.fatigue} onAnswer={answer("fatigue")} />
      <Scale word="motivation" from={1} to={5} ends={checkIn.motivationEnds} title={checkIn.motivation} answer={answers.motivation} onAnswer={answer("motivation")} />
      <Sleep answer={answers.sleep} onAnswer={answer("sleep")} />
      <Choice word="ill" title={checkIn.ill} options={[["no", checkIn.no], ["yes", checkIn.yes]]} answer={answers.ill} onAnswer={answer("ill")} />
      {typeof state === "object" && <Trouble problem={state} isSmall />}
      <div class="buttons">
        <button class="button first" disabled={state === "keeping"}>
          {state === "keeping" ? checkIn.keeping : checkIn.keep}
        </button>
        <span class="small faint" role="status">{state === "kept" ? checkIn.kept : checkIn.skip}</span>
      </div>
    </form>
  );
}

/** Says what is new or other than before, and takes back what was there and is no longer. What stands
 * is not said again: what an export told of the day stays the export's word. */
function tell(on: string, stands: Answers, now: Answers) {
  const isWorthIt = (word: string) => {
    const of = word === "where" ? "soreness" : word === "pain-where" ? "pain" : word;
    return of === word || Number(now[of] ?? 0) > 0;
  };
  const worth = Object.fromEntries(
    Object.entries(now).filter(([word, answer]) => answer !== "" && isWorthIt(word)),
  );
  const answers = Object.fromEntries(
    Object.entries(worth).filter(([word, answer]) => stands[word] !== answer),
  );
  const forget = Object.keys(stands).filter((word) => !(word in worth));
  return outcome(api.PUT("/api/check-in", { body: { on, answers, forget } }));
}

type Asked = { title: string; answer: string | undefined; onAnswer: (value: string | undefined) => void };

function Scale({ from, to, ends, ...asked }: Asked & { word: string; from: number; to: number; ends: readonly string[] }) {
  const options = Array.from({ length: to - from + 1 }, (_, step) => String(from + step));
  const title = <>{asked.title} <small>{`${from} ${ends[0]} – ${to} ${ends[1]}`}</small></>;
  return <Choice {...asked} heading={title} options={options.map((it) => [it, it] as const)} />;
}

function Choice({ word, title, heading, options, answer, onAnswer }: Asked & {
  word: string;
  heading?: preact.ComponentChildren;
  options: readonly (readonly [string, string])[];
}) {
  return (
    <fieldset class="question">
      <legend>
        {heading ?? title}
        {answer !== undefined && <TakeBack of={title} onAnswer={onAnswer} />}
      </legend>
      <div class="scale">
        {options.map(([value, label]) => (
          <label key={value}>
            <input type="radio" name={word} value={value} checked={answer === value} onChange={() => onAnswer(value)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function TakeBack({ of, onAnswer }: { of: string; onAnswer: (value: undefined) => void }) {
  return (
    <button type="button" class="link small" onClick={() => onAnswer(undefined)}>
      {checkIn.takeBack}<span class="unseen">: {of}</span>
    </button>
  );
}

function Place({ title, answer, onAnswer }: Asked) {
  return (
    <label class="question">
      <span class="asks">{title}</span>
      <input class="text" value={answer ?? ""} placeholder={checkIn.place} onInput={(event) => onAnswer(event.currentTarget.value)} />
    </label>
  );
}

const USUAL_SLEEP = 7.5;

function Sleep({ answer, onAnswer }: Omit<Asked, "title">) {
  const hours = answer === undefined ? undefined : Number(answer);
  const step = (by: number) => {
    const next = hours === undefined ? USUAL_SLEEP : Math.min(24, Math.max(0, hours + by));
    onAnswer(String(next));
  };
  return (
    <div class="question" role="group" aria-label={checkIn.sleep}>
      <span class="asks">
        {checkIn.sleep}
        {hours !== undefined && <TakeBack of={checkIn.sleep} onAnswer={onAnswer} />}
      </span>
      <div class="stepper">
        <button type="button" class="button" aria-label={checkIn.less} onClick={() => step(-0.5)}>−</button>
        <output>{hours === undefined ? checkIn.unsaid : `${plain(hours)} h`}</output>
        <button type="button" class="button" aria-label={checkIn.longer} onClick={() => step(0.5)}>+</button>
      </div>
    </div>
  );
}
