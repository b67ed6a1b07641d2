// Pictures of every screen, on a telephone and on a desk, light and dark, of the demo's runner: for
// somebody to look at. Kept where EVERYMILE_PICTURES says; without it they are only taken.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { everymile, SCREENS, visit } from "./everymile.js";

const FOLDER = process.env.EVERYMILE_PICTURES;

let served;
before(async () => { served = await everymile({ isPlanned: true, on: "2026-05-28" }); });
after(() => served?.close());

const name = (at) => at.split("/")[1] || "today";

for (const [device, viewport] of [["desk", { width: 1280, height: 860 }], ["phone", { width: 390, height: 844 }]]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`every screen has its picture, ${device}, ${colorScheme}`, async () => {
      const page = await served.open({ viewport, colorScheme, reducedMotion: "reduce", locale: "en-GB" });
      for (const at of SCREENS) {
        await visit(page, served.home, at);
        if (FOLDER) mkdirSync(FOLDER, { recursive: true });
        const path = FOLDER && join(FOLDER, `${name(at)}-${device}-${colorScheme}.png`);
        const picture = await page.screenshot({ path, fullPage: device === "desk" });
        assert.ok(picture.length > 10_000, `${at} is blank`);
      }
      await page.close();
    });
  }
}
