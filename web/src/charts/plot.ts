// A uPlot in its place: drawn anew for other data and for another scheme of colours, as wide as there is room.
import { useLayoutEffect, useRef } from "preact/hooks";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { colour } from "../show/colours";

/** How every axis looks. */
export const axis = (): uPlot.Axis => ({
  stroke: colour("--faint"),
  grid: { stroke: colour("--line"), width: 1 },
  ticks: { show: false },
  font: "12px system-ui",
});

/** A place for a chart, and the chart once it is drawn. `make` is asked again when `of` changes. */
export function usePlot(make: (width: number) => [uPlot.Options, uPlot.AlignedData], of: readonly unknown[]) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot | undefined>(undefined);
  // Before anything is painted: nothing below jumps when the chart is there.
  useLayoutEffect(() => {
    const box = place.current;
    if (!box) return;
    const draw = () => {
      chart.current?.destroy();
      chart.current = new uPlot(...make(box.clientWidth), box);
    };
    draw();
    const resized = new ResizeObserver(() => {
      if (chart.current) chart.current.setSize({ width: box.clientWidth, height: chart.current.height });
    });
    resized.observe(box);
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    scheme.addEventListener("change", draw);
    return () => {
      scheme.removeEventListener("change", draw);
      resized.disconnect();
      chart.current?.destroy();
    };
  }, of);
  return { place, chart };
}
