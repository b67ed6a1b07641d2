// How wide a place is, so that a chart is drawn in the reader's own pixels and its words stay readable.
import { useEffect, useRef, useState } from "preact/hooks";

/** A place to draw in, and its width in pixels. */
export function useWidth(usual: number) {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(usual);
  useEffect(() => {
    if (!place.current) return;
    const resized = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(240, Math.round(entry.contentRect.width)));
    });
    resized.observe(place.current);
    return () => resized.disconnect();
  }, []);
  return { place, width };
}
