// Answers as the screens use them: asked once, kept while the page is open, asked again when
// something was written.
import { useEffect, useState } from "preact/hooks";
import {
  api,
  outcome,
  SILENT,
  STRANGE,
  type Accounts,
  type Calendar,
  type Cover,
  type DaySaid,
  type Neighbours,
  type Outcome,
  type Plan,
  type PlanBent,
  type PlanChecked,
  type PlanNews,
  type PlanReviewed,
  type Predictions,
  type Previews,
  type Problem,
  type Progress,
  type Recording,
  type Run,
  type Signs,
  type Today,
} from "./client";

type Kept = { asked: Promise<Outcome<unknown>>; here?: Outcome<unknown> };

const kept = new Map<string, Kept>();
const watchers = new Set<() => void>();

/** The other pages that this browser has open. */
const pages = new BroadcastChannel("everymile");
pages.onmessage = forget;

/** Forgets every answer, here and on every other page: the logbook has changed. */
export function forgetAll(): void {
  forget();
  pages.postMessage("changed");
}

function forget(): void {
  kept.clear();
  for (const watcher of watchers) watcher();
}

// Meanwhile something may have been said in a terminal, or on another machine.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") forget();
});

function ask(key: string, question: () => Promise<Outcome<unknown>>): Kept {
  const known = kept.get(key);
  if (known) return known;
  const fresh: Kept = { asked: question() };
  kept.set(key, fresh);
  void fresh.asked.then((here) => {
    fresh.here = here;
    if (!here.ok && kept.get(key) === fresh) kept.delete(key);
  });
  return fresh;
}

/** An answer; `undefined` while it is on its way, and while nobody knows yet what to ask. The last one stays until
 * the next is here, and where everymile gives none what was typed beside it stays too; who wants to know of that
 * asks for the `latest`. */
export function useAnswer<T>(
  key: string | undefined,
  question: () => Promise<Outcome<T>>,
  isLatest = false,
): Outcome<T> | undefined {
  const [answer, setAnswer] = useState<{ key: string; value: Outcome<T> }>();
  useEffect(() => {
    if (key === undefined) return;
    let isCurrent = true;
    const fetchIt = () => {
      void ask(key, question).asked.then((here) => {
        const stays = (before: Shown) => isThere(before, key, here) || (!isLatest && isStill(before, key, here));
        if (isCurrent) setAnswer((before) => (stays(before) ? before : { key, value: here as Outcome<T> }));
      });
    };
    fetchIt();
    watchers.add(fetchIt);
    return () => {
      isCurrent = false;
      watchers.delete(fetchIt);
    };
  }, [key]);
  if (key === undefined) return undefined;
  if (answer?.key === key) return answer.value;
  return kept.get(key)?.here as Outcome<T> | undefined;
}

type Shown = { key: string; value: Outcome<unknown> } | undefined;

/** Whether the same stands there already: what was typed beside it then stays. */
const isThere = (before: Shown, key: string, here: Outcome<unknown>) =>
  before?.key === key && JSON.stringify(before.value) === JSON.stringify(here);

/** Whether there was an answer, and now everymile is silent or asks for the password first. */
const isStill = (before: Shown, key: string, here: Outcome<unknown>) =>
  before?.key === key && before.value.ok && !here.ok && isNoAnswer(here.problem);

/** Whether nobody answered, or nobody who may be asked: everymile itself found nothing wrong. */
const isNoAnswer = (problem: Problem) =>
  problem === SILENT || problem === STRANGE || ["locked", "wait"].includes(problem.kind);

const askCover = () => outcome<Cover>(api.GET("/api/logbook"));
export const useCover = () => useAnswer<Cover>("cover", askCover);

/** Why everymile does not answer just now, though it did before or never has. */
export function useSilence(): Problem | undefined {
  const latest = useAnswer<Cover>("cover", askCover, true);
  return latest?.ok === false ? latest.problem : undefined;
}

/** Whether the door is shut: everymile asks for the password first. */
export const isShut = (silence: Problem | undefined) => silence?.kind === "locked" || silence?.kind === "wait";

export const useToday = () => useAnswer<Today>("today", () => outcome(api.GET("/api/today")));
export const useAccounts = () => useAnswer<Accounts>("ledger", () => outcome(api.GET("/api/ledger")));
export const usePreviews = () => useAnswer<Previews>("previews", () => outcome(api.GET("/api/ledger/previews")));
export const usePlanNews = () => useAnswer<PlanNews>("plan news", () => outcome(api.GET("/api/plan/changes")));
export const useSigns = () => useAnswer<Signs>("signs", () => outcome(api.GET("/api/signs")));

/** The key of a question about one thing, once it is known which. */
export const about = (what: string, which: string | undefined) => (which === undefined ? undefined : `${what} ${which}`);

export const useSaid = (on: string | undefined) =>
  useAnswer<DaySaid>(about("said", on), () =>
    outcome(api.GET("/api/check-in", { params: { query: { on } } })),
  );

/** The week that holds a day, once it is known which. */
export const useWeekOf = (day: string | undefined) =>
  useAnswer<Calendar>(about("week of", day), () =>
    outcome(api.GET("/api/calendar", { params: { query: { from: day, to: day } } })),
  );

export const useCalendar = (from?: string, to?: string) =>
  useAnswer<Calendar>(`calendar ${from} ${to}`, () =>
    outcome(api.GET("/api/calendar", { params: { query: { from, to } } })),
  );

/** The plan in force: as it stands, or as it was accepted. */
export const usePlan = (original = false) =>
  useAnswer<Plan>(`plan ${original}`, () =>
    outcome(api.GET("/api/plan", { params: { query: { original } } })),
  );
export const usePlanReview = () =>
  useAnswer<PlanReviewed>("plan review", () => outcome(api.GET("/api/plan/review")));
export const usePlanCheck = () =>
  useAnswer<PlanChecked>("plan check", () => outcome(api.GET("/api/plan/check")));
export const useProgress = () =>
  useAnswer<Progress>("progress", () => outcome(api.GET("/api/progress")));
export const usePredictions = () =>
  useAnswer<Predictions>("predictions", () => outcome(api.GET("/api/predictions")));

/** What would become of the plan if a session were moved. */
export const useMove = (from: string, to: string) =>
  useAnswer<PlanBent>(`move ${from} ${to}`, () =>
    outcome(api.GET("/api/plan/move", { params: { query: { from, to } } })),
  );

export const useNeighbours = (id: string | undefined) =>
  useAnswer<Neighbours>(about("neighbours", id), () =>
    outcome(api.GET("/api/runs/{id}/neighbours", { params: { path: { id: id ?? "" } } })),
  );

export const useRun = (id: string) =>
  useAnswer<Run>(`run ${id}`, () => outcome(api.GET("/api/runs/{id}", { params: { path: { id } } })));

export const useRecording = (id: string | undefined) =>
  useAnswer<Recording>(about("recording", id), () =>
    outcome(api.GET("/api/runs/{id}/recording", { params: { path: { id: id ?? "" } } })),
  );
