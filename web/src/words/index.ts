// The words of the page in the reader's language, as far as there is a catalogue in it. Another language is
// another file of the shape of en.ts and a line here; sentences that everymile itself says come in English.
import { words as en } from "./en";

/** The same catalogue with other words in it. */
type Catalogue<T> = T extends string
  ? string
  : T extends (...told: infer Told) => infer Said
    ? (...told: Told) => Catalogue<Said>
    : { [Word in keyof T]: Catalogue<T[Word]> };

export type Words = Catalogue<typeof en>;

const CATALOGUES: Record<string, Words> = { en };

const wanted = navigator.languages.map((language) => language.split("-")[0]!).find((language) => language in CATALOGUES) ?? "en";

export const words: Words = CATALOGUES[wanted] ?? en;

document.documentElement.lang = wanted;
