// Pictures of every screen, on a telephone and on a desk, light and dark, of the demo's runner: for
// somebody to look at. Kept where EVERYMILE_PICTURES says; without it they are only taken.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { everymile, SCREENS, visit } from "./everymile.js";

const FOLDER = process.env.EVERYMILE_PICTURES;

let served;
before(async () => {
  served = await everymile({ isPlanned: true, on: "2026-06-02" });
  served.types("shoes", "add", "Blue ones", "--ran", "120km");
  served.types("shoes", "usual", "Blue ones", "--since", "2026-01-10");
  served.types("shoes", "add", "Old faithfuls", "--ran", "310km");
  served.types("shoes", "usual", "Old faithfuls", "--since", "2025-06-01");
  served.types("shoes", "retire", "Old faithfuls", "--since", "2026-01-10");
});
after(() => served?.close());

/** The same picture, small enough for a document: the browser itself writes it as WebP. */
async function compact(png) {
  const page = await served.open();
  const [, webp] = (await page.evaluate(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    canvas.getContext("2d").drawImage(image, 0, 0);
    return canvas.toDataURL("image/webp", 0.8);
  }, `data:image/png;base64,${png.toString("base64")}`)).split(",");
  await page.close();
  return Buffer.from(webp, "base64");
}

async function keep(name, picture) {
  if (!FOLDER) return;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${name}.webp`), await compact(picture));
}

const name = (at) => (at.startsWith("/rules/") ? "rule" : at.split("/")[1] || "today");

for (const [device, viewport] of [["desk", { width: 1280, height: 860 }], ["phone", { width: 390, height: 844 }]]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`every screen has its picture, ${device}, ${colorScheme}`, async () => {
      const page = await served.open({ viewport, colorScheme, reducedMotion: "reduce", locale: "en-GB" });
      for (const at of SCREENS) {
        await visit(page, served.home, at);
        const picture = await page.screenshot({ fullPage: device === "desk" });
        assert.ok(picture.length > 10_000, `${at} is blank`);
        await keep(`${name(at)}-${device}-${colorScheme}`, picture);
      }
      if (device === "phone") {
        await page.getByRole("button", { name: "More", exact: true }).click();
        await keep(`more-${device}-${colorScheme}`, await page.screenshot());
      }
      await page.close();
    });
  }
}
