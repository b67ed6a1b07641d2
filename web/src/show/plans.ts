// A plan as it is shown: the name of its race, the week that holds a day, what was run in its weeks, and the
// days that are others than when it was accepted.
import type { DayChanged, Plan, PlanReviewed, PlanWeek } from "../api/client";
import { words } from "../words";
import { addDays } from "./days";
import { distance, type Units } from "./numbers";

const RACES: [number, keyof typeof words.races][] = [[5000, "5k"], [10000, "10k"], [21097.5, "half"], [42195, "marathon"]];

export function raceName(metres: number, units: Units): string {
  const known = RACES.find(([far]) => Math.abs(far - metres) < 1);
  return known ? words.races[known[1]] : distance(metres, units);
}

export const weekOf = (plan: Plan, day: string): PlanWeek | undefined =>
  plan.weeks.find((week) => week.start <= day && day <= addDays(week.start, 6));

/** How far was run in each week that has begun, whoever planned it. */
export function ranByWeek(review: PlanReviewed): Map<string, number> {
  const sum = (week: PlanReviewed["weeks"][number]) => week.deeds.reduce((all, deed) => all + (deed.distance_m ?? 0), 0);
  return new Map(review.weeks.map((week) => [week.start, sum(week)]));
}

/** The days that hold other sessions than they did. */
export function changedDays(accepted: Plan, now: Plan): DayChanged[] {
  const [was, is] = [sessionsByDay(accepted), sessionsByDay(now)];
  const days = [...new Set([...was.keys(), ...is.keys()])].sort();
  const both = days.map((date) => ({ date, was: was.get(date) ?? [], becomes: is.get(date) ?? [] }));
  return both.filter((day) => day.was.join() !== day.becomes.join());
}

function sessionsByDay(plan: Plan): Map<string, string[]> {
  const days = new Map<string, string[]>();
  for (const { date, notation } of plan.weeks.flatMap((week) => week.sessions)) {
    days.set(date, [...(days.get(date) ?? []), notation]);
  }
  return days;
}
