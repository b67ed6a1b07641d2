// Days as a person reads them, and a little arithmetic with them. A day is `2026-03-05`: it belongs
// to no time zone.
const LOCALE = navigator.language;

const ofClock = new Intl.DateTimeFormat(LOCALE, { timeZone: "UTC", hour: "numeric", minute: "2-digit" });
const ofMoment = new Intl.DateTimeFormat(LOCALE, { weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "numeric", minute: "2-digit" });

const at = (day: string) => new Date(`${day}T12:00:00Z`);
const format = (options: Intl.DateTimeFormatOptions) => {
  const made = new Intl.DateTimeFormat(LOCALE, { timeZone: "UTC", ...options });
  return (day: string) => made.format(at(day));
};

/** `Sunday 31 May`, in the reader's order. */
export const longDay = format({ weekday: "long", day: "numeric", month: "long" });
/** `Sun 31 May 2026`. */
export const fullDay = format({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
/** `31 May 2026`. */
export const plainDay = format({ day: "numeric", month: "short", year: "numeric" });
/** `31 May`. */
export const shortDay = format({ day: "numeric", month: "short" });
/** `Sun`. */
export const weekday = format({ weekday: "short" });
/** The day of the week so many days after Monday: `Mon`. */
export const weekdayOf = (afterMonday: number) => weekday(addDays("2024-01-01", afterMonday));
/** `May 2026`. */
export const month = format({ month: "long", year: "numeric" });
/** `May 26`. */
export const monthOfYear = format({ month: "short", year: "2-digit" });
/** `31`. */
export const dayOfMonth = format({ day: "numeric" });

/** Whether this is a month that the calendar knows: `2026-03`. */
export const isMonth = (text: string | undefined) => /^[12]\d{3}-(0[1-9]|1[0-2])$/.test(text ?? "");

/** A day so many days later. */
export function addDays(day: string, days: number): string {
  const moved = at(day);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** The first day of the month so many months later. */
export function firstOfMonth(day: string, months = 0): string {
  const moved = at(`${day.slice(0, 7)}-01`);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  return moved.toISOString().slice(0, 10);
}

/** The time of day of a wall clock, as the reader's clocks tell it: `17:56`, `5:56 PM`. */
export const timeOfDay = (local: string) => ofClock.format(new Date(`${local.slice(0, 16)}Z`));

/** A moment on the reader's own clock: `Sun 31 May 2026, 17:56`. */
export const moment = (utc: string) => ofMoment.format(new Date(utc));
