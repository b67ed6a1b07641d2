// How far something long is, asked again and again while somebody looks.
import { api, outcome, type ImportFar } from "./client";

/** How far it is: bytes or runs, so many a second, seconds left. */
export type Far = { done: number; of: number; perSecond: number; left: number };

/** So often is asked, in milliseconds. */
const OFTEN = 400;

/** Tells what is being done and how far it is, until it is stopped. */
export function watchFar(tell: (doing: string, far: Far) => void): () => void {
  const asking = setInterval(async () => {
    const told = await outcome<ImportFar>(api.GET("/api/import"));
    if (!told.ok || told.value.doing == null) return;
    const { doing, done, of, per_second, left_s } = told.value;
    tell(doing, { done, of, perSecond: per_second, left: left_s });
  }, OFTEN);
  return () => clearInterval(asking);
}
