// What was typed and is not kept yet: it stays whatever else changes on the page, and goes once it was kept
// and stands there.
import { useEffect, useRef, useState } from "preact/hooks";

/** What was typed, over what stands; `none` while nothing is. */
export function useTyped<T>(none: T, stands: unknown) {
  const [typed, setTyped] = useState(none);
  const latest = useRef(typed);
  const isKept = useRef(false);
  const become = (next: T) => {
    latest.current = next;
    isKept.current = false;
    setTyped(next);
  };
  useEffect(() => { if (isKept.current) become(none); }, [stands]);
  /** What is typed now is on its way; the answer is told whether it was kept. It then goes as soon as what stands
   * has it, unless more was typed meanwhile. */
  const sent = () => {
    const then = latest.current;
    return (is: boolean) => { isKept.current = is && latest.current === then; };
  };
  return { typed, type: become, sent };
}
