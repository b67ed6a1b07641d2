// How a distance stands, in a sentence that leaves out what is nothing.
import type { Standing } from "../api/client";
import { words } from "../words";
import { share } from "./numbers";
import { STANDINGS } from "./purposes";

const { ledger: said } = words;

export function sentence(by: Partial<Record<Standing, number | null>>, distance: number): string {
  const parts = STANDINGS.flatMap((it) => ((by[it] ?? 0) > 0 ? [said.parts[it](share(by[it] ?? 0, distance))] : []));
  const last = parts.pop();
  if (last === undefined) return "";
  return parts.length === 0 ? `${last}.` : `${parts.join(", ")} ${said.and} ${last}.`;
}
