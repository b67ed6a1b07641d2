// Something said to everymile from a screen: on its way, kept, or refused with the reason.
import { useState } from "preact/hooks";
import { forgetAll } from "./answers";
import type { Outcome, Problem } from "./client";

/** Where it stands, and how to say it; once it is kept, every answer is asked again. */
export function useSaying() {
  const [state, setState] = useState<"idle" | "keeping" | "kept" | Problem>("idle");
  const say = async (asked: Promise<Outcome<unknown>>) => {
    setState("keeping");
    const told = await asked;
    setState(told.ok ? "kept" : told.problem);
    if (told.ok) forgetAll();
    return told.ok;
  };
  return { state, say, afresh: () => setState("idle") };
}
