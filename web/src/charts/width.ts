// How wide a place is, so that a chart is drawn in the reader's own pixels and its words stay readable.
import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** A place to draw in, and its width in pixels. */
export function useWidth(usual: number) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(usual);
  useLayoutEffect(() => {
    const box = place.current;
    if (!box) return;
    const measure = () => setWidth(Math.max(240, Math.round(box.clientWidth)));
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(box);
    return () => resized.disconnect();
  }, []);
  return { place, width };
}
