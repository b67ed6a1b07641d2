// Asks everymile, by the description that its routes gave of themselves.
import createClient from "openapi-fetch";
import type { Units } from "../show/numbers";
import { words } from "../words";
import type { components, paths } from "./described";

type Schemas = components["schemas"];

export type { components };

export type Accounts = Schemas["Accounts"];
export type Calendar = Schemas["Calendar"];
export type CalendarDay = Schemas["CalendarDay"];
export type CalendarWeek = Schemas["CalendarWeek"];
export type ChangeTold = Schemas["ChangeTold"];
export type Cover = Schemas["Cover"] & { units: Units };
export type DayChanged = Schemas["DayChanged"];
export type DaySaid = Schemas["DaySaid"];
export type Grade = Schemas["Grade"];
export type LedgerLine = Schemas["LedgerLine"];
export type Neighbours = Schemas["Neighbours"];
export type OpenedSign = Schemas["OpenedSign"];
export type PlanBent = Schemas["PlanBent"];
export type Plan = Schemas["Plan"];
export type PlanChecked = Schemas["PlanChecked"];
export type PlanNews = Schemas["PlanNews"];
export type PlanProposed = Schemas["PlanProposed"];
export type PlanReviewed = Schemas["PlanReviewed"];
export type PlanWeek = Schemas["PlanWeek"];
export type PlannedSession = Schemas["PlannedSession"];
export type Predictions = Schemas["Predictions"];
export type Previews = Schemas["Previews"];
export type Problem = Schemas["Problem"];
export type Progress = Schemas["Progress"];
export type Purpose = Schemas["Purpose"];
export type Recording = Schemas["Recording"];
export type Replayed = Schemas["Replayed"];
export type Run = Schemas["Run"];
export type RunInBrief = Schemas["RunInBrief"];
export type Segment = Schemas["Segment"];
export type SessionReviewed = Schemas["SessionReviewed"];
export type Signs = Schemas["Signs"];
export type Standing = Schemas["Standing"];
export type Today = Schemas["Today"];
export type Unit = Schemas["Unit"];
export type Verdict = Schemas["Verdict"];

// Rules, imports, settings.
export type BackupMade = Schemas["BackupMade"];
export type BackupRead = Schemas["BackupRead"];
export type Compared = Schemas["Compared"];
export type Doctrines = Schemas["Doctrines"];
export type DoctrineTold = Schemas["DoctrineTold"];
export type Estimate = Schemas["Estimate"];
export type FileImported = Schemas["FileImported"];
export type Imported = Schemas["Imported"];
export type Imports = Schemas["Imports"];
export type ImportFar = Schemas["ImportFar"];
export type ImportTold = Schemas["ImportTold"];
export type Inside = Schemas["Inside"];
export type Known = Schemas["Known"];
export type NumberOfRule = Schemas["NumberOfRule"];
export type Pair = Schemas["Pair"];
export type Profile = Schemas["Profile"];
export type Restored = Schemas["Restored"];
export type ShoesTold = Schemas["ShoesTold"];
export type WornOnRun = Schemas["WornOnRun"];
export type Rulebook = Schemas["Rulebook"];
export type RuleInBrief = Schemas["RuleInBrief"];
export type RulePage = Schemas["RulePage"];

export const api = createClient<paths>({ baseUrl: "/" });

/** What an answer is when everymile itself cannot be reached. */
export const SILENT: Problem = {
  kind: "failed",
  ...words.silent,
};

/** What an answer is when it is none of everymile's: something stands between. */
export const STRANGE: Problem = {
  kind: "failed",
  ...words.strange,
};

/** What was asked for, or why it could not be had. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** Waits for an answer and never throws. The view is named where it is asked for: the client gives
 * pairs back as lists of any length. */
export async function outcome<T>(
  asked: Promise<{ data?: unknown; error?: unknown; response: Response }>,
): Promise<Outcome<T>> {
  try {
    const { data, error, response } = await asked;
    if (response.ok) return { ok: true, value: data as T };
    return { ok: false, problem: isProblem(error) ? error : STRANGE };
  } catch {
    return { ok: false, problem: SILENT };
  }
}

export function isProblem(error: unknown): error is Problem {
  return typeof error === "object" && error !== null && "what" in error && "remedy" in error;
}
