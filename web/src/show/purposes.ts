// Purposes and standings as they are shown: their order, their words, and the names of their colours.
// A colour never stands alone: a word or a pattern is beside it.
import type { Purpose, Standing } from "../api/client";

export const PURPOSES: readonly Purpose[] = [
  "recovery",
  "easy",
  "long",
  "steady",
  "progression",
  "tempo",
  "intervals",
  "hills",
  "fartlek",
  "strides",
  "race",
  "walk",
];

export const STANDINGS: readonly Standing[] = [
  "purposeful",
  "questionable",
  "junk",
  "cannot-tell",
];

/** All the metres, however they stand. */
export const wholeOf = (it: { by_standing_m: Partial<Record<Standing, number | null>> }) =>
  Object.values(it.by_standing_m).reduce<number>((sum, metres) => sum + (metres ?? 0), 0);

/** The class that gives an element the colour of a purpose. */
export const inkOf = (purpose: Purpose) => `ink-${purpose}`;
