// What a rule is set to, as the reader writes it in a sentence: a number, or whether.
import { words } from "../words";
import { plain } from "./numbers";

export const told = (value: number | boolean) =>
  typeof value === "number" ? plain(value, 4) : value ? words.rulePage.yes : words.rulePage.no;
