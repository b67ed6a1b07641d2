// How much of a history is shown, counted from its last day.
import { addDays } from "./days";

export const SPANS = ["26", "52", "156", "all"] as const;
export type Span = (typeof SPANS)[number];

/** The first day that is shown. */
export const firstDay = (span: Span, on: string): string => (span === "all" ? "" : addDays(on, -7 * Number(span)));
