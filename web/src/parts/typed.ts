// What was typed and is not kept yet: it stays whatever else changes on the page, and goes once it was kept
// and stands there.
import { useEffect, useRef, useState } from "preact/hooks";

/** What was typed, over what stands; `none` while nothing is. */
export function useTyped<T>(none: T, stands: unknown) {
  const [typed, setTyped] = useState(none);
  const isKept = useRef(false);
  useEffect(() => {
    if (isKept.current) setTyped(none);
    isKept.current = false;
  }, [stands]);
  const type = (next: T) => {
    isKept.current = false;
    setTyped(next);
  };
  /** It was kept: it goes as soon as what stands has it. */
  const onKept = (is: boolean) => { isKept.current = is; };
  return { typed, type, onKept };
}
