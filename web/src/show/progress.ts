// What of a long history a sentence can say: what the runner can do now beside a year before.
import type { Progress } from "../api/client";
import { addDays } from "./days";
import { pace, secondsPerUnit, type Units } from "./numbers";

type Ability = Progress["abilities"][number];
type Turn = "faster" | "slower" | "same";

/** A year back, give or take so many days. */
const YEAR = 365;
const NEAR = 45;

export type AbilityNow = {
  /** The pace at critical speed, and one standard error in seconds. */
  now: string;
  error: string;
  /** The same a year before, where it is known. */
  then: string | undefined;
  turn: Turn | undefined;
};

/** Critical speed now and a year before; nothing where it is not known. */
export function abilityNow(abilities: Ability[], on: string, units: Units): AbilityNow | undefined {
  const known = abilities.filter((it) => it.critical_speed_mps != null && addDays(on, -2 * NEAR) <= it.date);
  const now = known.at(-1)?.critical_speed_mps;
  if (!now) return undefined;
  const year = addDays(on, -YEAR);
  const then = abilities.findLast((it) => it.critical_speed_mps != null && addDays(year, -NEAR) <= it.date && it.date <= addDays(year, NEAR))?.critical_speed_mps;
  return {
    now: `${pace(now.value, units)}/${units}`,
    error: String(Math.max(1, Math.round(secondsOfError(now, units) ?? 0))),
    then: then ? `${pace(then.value, units)}/${units}` : undefined,
    turn: then ? turned(then, now) : undefined,
  };
}

type WithError = NonNullable<Ability["critical_speed_mps"]>;

/** Two standard errors apart, or else the same. */
function turned(then: WithError, now: WithError): Turn {
  const apart = 2 * Math.hypot(then.se, now.se);
  if (now.value - then.value > apart) return "faster";
  return then.value - now.value > apart ? "slower" : "same";
}

/** One standard error of a speed as seconds of its pace. */
export function secondsOfError({ value, se }: WithError, units: Units): number | null {
  const [middle, slow] = [secondsPerUnit(value, units), secondsPerUnit(value - se, units)];
  return middle == null || slow == null ? null : slow - middle;
}
