// The stream of a four-hour run answers the pointer within a frame: sixty frames a second leave 16.7 ms
// for each. What is asserted is the work of the page; how often this machine paints is told beside it.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { everymile, visit } from "./everymile.js";

const FRAME = 1000 / 60;
const HOURS = 4;

let served;
before(async () => {
  served = await everymile({ isEmpty: true });
  const file = join(served.folder, "four-hours.tcx");
  writeFileSync(file, fourHours());
  served.types("import", file);
});
after(() => served?.close());

/** A run by the second: three minutes brisk and seven easy by turns, over hills, with a heart that follows. */
function fourHours() {
  const start = Date.parse("2026-05-30T06:00:00Z");
  const points = [];
  let metres = 0;
  for (let second = 0; second < HOURS * 3600; second++) {
    const isBrisk = second % 600 >= 420;
    metres += (isBrisk ? 3.9 : 2.9) + 0.15 * Math.sin(second / 7);
    const heart = Math.round((isBrisk ? 165 : 142) + 4 * Math.sin(second / 40));
    points.push(
      `<Trackpoint><Time>${new Date(start + 1000 * second).toISOString()}</Time>` +
        `<Position><LatitudeDegrees>${(50 + metres / 111195).toFixed(7)}</LatitudeDegrees><LongitudeDegrees>8</LongitudeDegrees></Position>` +
        `<AltitudeMeters>${(200 + 40 * Math.sin(metres / 900)).toFixed(1)}</AltitudeMeters><DistanceMeters>${metres.toFixed(1)}</DistanceMeters>` +
        `<HeartRateBpm><Value>${heart}</Value></HeartRateBpm><Cadence>${isBrisk ? 88 : 83}</Cadence></Trackpoint>`,
    );
  }
  return (
    '<?xml version="1.0" encoding="UTF-8"?><TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">' +
    '<Activities><Activity Sport="Running"><Id>2026-05-30T06:00:00Z</Id><Lap StartTime="2026-05-30T06:00:00Z">' +
    `<TotalTimeSeconds>${HOURS * 3600}</TotalTimeSeconds><DistanceMeters>${metres.toFixed(1)}</DistanceMeters><Intensity>Active</Intensity>` +
    `<TriggerMethod>Manual</TriggerMethod><Track>${points.join("")}</Track></Lap></Activity></Activities></TrainingCenterDatabase>`
  );
}

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
const spread = (values) => {
  const sorted = [...values].sort((one, other) => one - other);
  return { median: at(sorted, 0.5), most: at(sorted, 0.95) };
};
const told = ({ median, most }) => `median ${median.toFixed(1)} ms, 95 of 100 within ${most.toFixed(1)} ms`;

/** The work of the page's main thread for each of some doings: script, style, layout and paint together. */
async function workOf(page, doings) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const worked = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * metrics.find((it) => it.name === "TaskDuration").value;
  };
  const twoFrames = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const work = [];
  for (const doing of doings) {
    await twoFrames();
    const before = await worked();
    await doing();
    await twoFrames();
    work.push((await worked()) - before);
  }
  await session.detach();
  return work;
}

/** From one side of a box to the other and back, a little lower each time. */
function* sweep({ x, y, width, height }, steps) {
  for (let step = 0; step < steps; step++) {
    const part = Math.abs(((step * 2) / steps) % 2 - 1);
    yield [x + 2 + part * (width - 4), y + height * (0.2 + (0.6 * step) / steps)];
  }
}

async function opened() {
  const page = await served.open();
  await visit(page, served.home, "/runs/2026-05-30");
  const over = page.locator(".panes .u-over").first();
  await over.waitFor();
  await over.scrollIntoViewIfNeeded();
  return { page, over, box: await over.boundingBox() };
}

test("the pointer over a four-hour stream costs less than a frame", async () => {
  const { page, over, box } = await opened();
  const moves = (steps) => [...sweep(box, steps)].map(([x, y]) => () => page.mouse.move(x, y));
  const resting = spread(await workOf(page, Array.from({ length: 40 }, () => async () => {})));
  const hover = spread(await workOf(page, moves(160)));
  console.log(`nothing: ${told(resting)}; hover: ${told(hover)}`);
  assert.ok(hover.most < FRAME, `hover: ${told(hover)}`);

  const [drags, zooms] = [[], []];
  for (let turn = 0; turn < 5; turn++) {
    await over.dblclick({ position: { x: 20, y: 20 } });
    await page.mouse.move(box.x + 0.3 * box.width, box.y + 20);
    await page.mouse.down();
    drags.push(...(await workOf(page, Array.from({ length: 8 }, (_, step) => () => page.mouse.move(box.x + (0.32 + 0.025 * step) * box.width, box.y + 20)))));
    zooms.push(...(await workOf(page, [() => page.mouse.up()])));
  }
  const [dragged, zoomed] = [spread(drags), spread(zooms)];
  const closer = spread(await workOf(page, moves(80)));
  console.log(`drag: ${told(dragged)}; zoom: ${told(zoomed)}; hover within: ${told(closer)}`);
  assert.ok(dragged.most < FRAME, `drag: ${told(dragged)}`);
  assert.ok(zoomed.median < FRAME, `zoom: ${told(zoomed)}`);
  assert.ok(closer.most < FRAME, `hover within: ${told(closer)}`);
  await over.dblclick({ position: { x: 20, y: 20 } });
  await page.close();
});

test("how often this machine paints while the pointer moves is told", async () => {
  const { page, box } = await opened();
  await page.evaluate(() => {
    globalThis.painted = [];
    const note = (now) => { globalThis.painted.push(now); globalThis.noting = requestAnimationFrame(note); };
    requestAnimationFrame(note);
  });
  const until = Date.now() + 3000;
  while (Date.now() < until) for (const [x, y] of sweep(box, 60)) await page.mouse.move(x, y);
  const painted = await page.evaluate(() => { cancelAnimationFrame(globalThis.noting); return globalThis.painted; });
  const intervals = painted.slice(1).map((time, place) => time - painted[place]);
  console.log(`between frames: ${told(spread(intervals))}, over ${intervals.length} frames`);
  assert.ok(intervals.length > 30);
  await page.close();
});
