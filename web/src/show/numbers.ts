// Numbers as a person reads them: the runner's units, the reader's locale. Converted once, rounded
// last; what is not known is a dash, never zero.
export type Units = "km" | "mi";

export const NOTHING = "–";

/** How long the runner's unit is. */
export const METRES = { km: 1000, mi: 1609.344 } as const;
const LOCALE = navigator.language;

const formats = new Map<string, Intl.NumberFormat>();

function number(value: number, digits: number): string {
  const key = String(digits);
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(LOCALE, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  formats.set(key, format);
  return format.format(value);
}

/** A plain number with at most so many digits. */
export function plain(value: number, digits = 1): string {
  return new Intl.NumberFormat(LOCALE, { maximumFractionDigits: digits }).format(value);
}

/** A distance without its unit: `12.4`. */
export function bare(metres: number | null | undefined, units: Units, digits = 1): string {
  return metres == null ? NOTHING : number(metres / METRES[units], digits);
}

/** A distance with its unit; a large one without decimals: `12.4 km`, `601 km`. */
export function distance(metres: number | null | undefined, units: Units): string {
  if (metres == null) return NOTHING;
  const digits = metres / METRES[units] < 100 ? 1 : 0;
  return `${bare(metres, units, digits)}\u00a0${units}`;
}

/** Seconds for one kilometre or mile; `null` where there is no speed, or none worth a pace. */
export function secondsPerUnit(mps: number | null | undefined, units: Units): number | null {
  if (mps == null || mps <= 0.28) return null;
  return METRES[units] / mps;
}

/** A number of bytes: `3.4 MB`. */
export function bytes(count: number): string {
  const units = ["B", "kB", "MB", "GB"];
  let [size, unit] = [count, 0];
  while (size >= 1000 && unit < units.length - 1) [size, unit] = [size / 1000, unit + 1];
  return `${number(size, unit === 0 || size >= 100 ? 0 : 1)}\u00a0${units[unit]}`;
}

/** A pace without its unit: `4:58`. */
export function pace(mps: number | null | undefined, units: Units): string {
  const seconds = secondsPerUnit(mps, units);
  return seconds == null ? NOTHING : clock(seconds);
}

/** Seconds a kilometre as a pace in the runner's unit. */
export function paceOf(secondsPerKm: number, units: Units): string {
  return pace(1000 / secondsPerKm, units);
}

/** A time as `m:ss`, or `h:mm:ss` from an hour on. */
export function clock(seconds: number | null | undefined): string {
  if (seconds == null) return NOTHING;
  const whole = Math.max(0, Math.round(seconds));
  const two = (value: number) => String(value).padStart(2, "0");
  const minutes = Math.floor(whole / 60);
  if (whole < 3600) return `${minutes}:${two(whole % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
}

/** A part of a whole in percent; a trace of something is not nothing. */
export function share(part: number, whole: number): string {
  if (whole <= 0) return NOTHING;
  const percent = (100 * part) / whole;
  if (percent > 0 && percent < 0.5) return "<1\u00a0%";
  return `${number(percent, 0)}\u00a0%`;
}

/** A whole number, like a heart rate. */
export function whole(value: number | null | undefined): string {
  return value == null ? NOTHING : number(value, 0);
}
