// The words of the screen Plan.
import type { SessionReviewed } from "../../api/client";
import { many } from "./many";

type Outcome = SessionReviewed["outcome"];

export const races = { "5k": "5 km", "10k": "10 km", half: "half-marathon", marathon: "marathon" };

export const thePlan = {
  none: "No plan yet",
  noneWhat: "A plan starts from what you really ran in the last weeks and leads to a race, or to a good base. It keeps within the rules you chose, and never changes without your word.",
  noneCommand: "In a terminal there is more to choose: days of the long run, minutes, a time to aim at.",
  command: "everymile plan new --goal half --date 2027-04-18 --days tue,thu,sat,sun --max-minutes tue=60",
  number: (number: number | undefined, from: string, to: string) =>
    `${number === undefined ? "A plan" : `Plan ${number}`}, ${from} to ${to}`,
  title: (week: number, of: number, phase: string | undefined, isLighter: boolean) =>
    `Week ${week} of ${of}${phase ? `: ${phase}` : ""}${isLighter ? ", a lighter one" : ""}.`,
  toBegin: (day: string) => `Your plan begins on ${day}.`,
  over: (day: string) => `Your plan was over on ${day}.`,
  race: (race: string, day: string, time: string | undefined) => `It leads to a ${/^\d/.test(race) ? "race over " : ""}${race} on ${day}${time ? `, in ${time}` : ""}.`,
  reviewed: (share: string, done: number, moved: number, shorter: number, missed: number, spared: number, overcooked: number) => {
    const parts = [`${many(done, "session")} on the day they were planned for`];
    if (moved > 0) parts.push(`${moved} on another`);
    if (shorter > 0) parts.push(`${shorter} cut short`);
    if (missed > 0) parts.push(`${missed} missed`);
    if (spared > 0) parts.push(`${spared} left out for good reason`);
    const over = overcooked > 0 ? ` ${many(overcooked, "run")} went beyond what was asked.` : "";
    return `You ran ${share} of what was planned so far: ${parts.join(", ")}.${over}`;
  },
  phases: { base: "base", build: "build", peak: "peak", taper: "taper" },
  timeline: "From week to week",
  chart: "Planned distance of every week by purpose",
  chartKey: (hasRun: boolean, hasChanged: boolean) =>
    ["Choose a week to see its sessions.", hasRun ? "The narrow bar is what you ran." : "", hasChanged ? "The dashed line is what you accepted, where it was another distance." : ""].filter(Boolean).join(" "),
  weekSaid: (week: number, day: string, distance: string) => `Week ${week}, from ${day}: ${distance}`,
  week: "Week",
  weekNumber: (week: number, day: string) => `${week}, from ${day}`,
  phase: "Phase",
  planned: "Planned",
  longest: "Longest run",
  run: "Run",
  accepted: "As accepted",
  lighter: "lighter",
  weekOf: (week: number, of: number, day: string) => `Week ${week} of ${of}, from ${day}`,
  weekHolds: (phase: string | undefined, isLighter: boolean, distance: string, sessions: number) =>
    `${[phase, isLighter ? "lighter" : undefined].filter(Boolean).join(", ")}${phase || isLighter ? ": " : ""}${distance} in ${many(sessions, "session")}`,
  weekBefore: "Week before",
  weekAfter: "Week after",
  about: (size: string) => `about ${size}`,
  open: "the run",
  outcomes: {
    done: () => "Done",
    moved: (day: string) => `Done on ${day}`,
    shorter: (day: string) => `Cut short on ${day}`,
    other: (_: string, ran: string) => `Not done: ${ran} instead`,
    missed: () => "Missed",
    spared: () => "Left out, rightly",
    "to-come": () => "To come",
    unplanned: () => "Not planned",
  } satisfies Record<Outcome, (day: string, ran: string) => string>,
  shortBy: (by: string) => `${by} shorter`,
  beyond: (kind: string, by: string | undefined) => (by ? `${by} ${kind}` : kind),
  unplanned: (day: string, distance: string) => `Not planned: ${distance} on ${day}.`,
  acceptedAs: "You accepted these days as:",
  feasible: "Whether it can be done",
  foretold: (race: string, time: string, quick: string, slow: string) => `Run today, your runs foretell ${time} over ${/^\d/.test(race) ? race : `the ${race}`}, between ${quick} and ${slow}.`,
  notForetold: (race: string) => `What your runs tell so far foretells no time over ${/^\d/.test(race) ? race : `the ${race}`}.`,
  foretoldBy: "How that is foretold",
  breaks: (doctrine: string) => `Run as written, by the doctrine ${doctrine}:`,
  inWeeks: (weeks: number, first: number) => (weeks === 1 ? `Week ${first}:` : `In ${many(weeks, "week")}, first in week ${first}:`),
  takeAway: "Take it with you",
  files: [
    { name: "calendar.ics", label: "For your calendar", note: "every session as an event (.ics); fetched again, events move in place" },
    { name: "workouts.zip", label: "For your watch", note: "this week and the next as workouts (.fit in a .zip); copy them to the watch's folder NewFiles" },
    { name: "plan.csv", label: "As a table", note: "a row for each session (.csv)" },
    { name: "plan.txt", label: "As text", note: "to read, change, and have checked by everymile plan check" },
  ],
  bent: "Beside the plan that you accepted",
  asAccepted: (changes: number) => (changes === 0 ? "It stands as you accepted it." : "Every day is again as you accepted it."),
  changedDays: (days: number) => `${many(days, "day")} ${days === 1 ? "is" : "are"} another than when you accepted the plan, by your own word.`,
  showChanges: "Day by day",
  back: "Or take this one back",
  backWhat: "It stays in the logbook and no longer holds from today on; the days before are still judged by it.",
  backAsk: "Take this plan back …",
  backTake: "Take it back",
  backLeave: "Leave it in force",
};

export const newPlan = {
  heading: "Make a plan",
  another: "Make another plan, or take this one back",
  takesOver: "It takes over from this one on the day it begins; this one is kept.",
  goal: "Goal",
  goals: { "5k": "5 km", "10k": "10 km", half: "Half-marathon", marathon: "Marathon", base: "A good base, no race" },
  date: "Day of the race",
  days: "Days to run on",
  daysUsual: "none chosen: those you usually run on",
  weekdays: { mon: "Mon", tue: "Tue", wed: "Wed", thu: "Thu", fri: "Fri", sat: "Sat", sun: "Sun" },
  look: "Look at the plan",
  making: "Making a plan …",
  note: "Nothing is kept until you say so.",
  keep: "Keep this plan",
  kept: "Kept.",
  title: (weeks: number, from: string, to: string) => `${many(weeks, "week")}, from ${from} to ${to}`,
  shape: (week: string, inWeek: number, long: string, inLongWeek: number) =>
    `The largest week: ${week}, week ${inWeek}. The longest run: ${long}, in week ${inLongWeek}.`,
  taper: (weeks: number, fall: string, isKept: boolean) =>
    `The taper takes ${many(weeks, "week")}; its last is ${fall} below the largest, the race left out${isKept ? "" : ", where 41 to 60 % would suit better"}.`,
  shortfall: (usual: string, largest: string) =>
    `Your ${usual} a week do not fit in these days: this plan holds ${largest} a week at most. To keep what you have, choose more days.`,
  from: (week: string | undefined, longest: string, days: string, pace: string) =>
    `It starts from ${week ? `${week} a week` : "the few weeks your log holds"}, a longest run of ${longest}, and ${days} running days a week. Easy running is taken at ${pace}.`,
  time: (time: string) => `It aims at ${time}.`,
  chart: "Planned distance of every week by purpose",
};
