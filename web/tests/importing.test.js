// Files come in on the page: chosen, dropped anywhere, as a whole archive; each is told of, and an import is
// undone. What cannot be read is named with its reason.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { demo, everymile, visit } from "./everymile.js";

let served, runs;
before(() => {
  const files = readdirSync(demo(), { recursive: true, withFileTypes: true }).filter((it) => /\.fit$/.test(it.name));
  runs = files.map((it) => join(it.parentPath, it.name)).sort().slice(0, 6);
});
beforeEach(async () => { await served?.close(); served = await everymile({ isEmpty: true }); });
after(() => served?.close());

const holds = () => JSON.parse(served.types("imports", "--format", "json") || '{"imports":[]}').imports;

/** Chooses files as somebody does who presses the button. */
async function choose(page, files) {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose files" }).click();
  await (await chooser).setFiles(files);
}

test("an empty logbook leads to the import, and the first files fill the page", async () => {
  const page = await served.open();
  await visit(page, served.home, "/");
  await page.getByRole("link", { name: "Import files" }).click();
  await page.getByRole("heading", { level: 1, name: "Import" }).waitFor();
  await choose(page, runs.slice(0, 3));
  await page.getByRole("heading", { name: "Read: 3 runs." }).waitFor();
  await page.getByRole("link", { name: "What they were for" }).click();
  await page.getByRole("heading", { name: /^You ran/ }).waitFor();
  assert.equal(holds()[0].runs, 3);
});

test("files dropped anywhere are imported, and what fails is named with its reason", async () => {
  const broken = join(served.folder, "shopping.fit");
  writeFileSync(broken, "bread, milk");
  const page = await served.open();
  await visit(page, served.home, "/calendar");
  const files = [...runs.slice(0, 2), broken].map((path) => ({ name: path.split("/").at(-1), bytes: [...readFileSync(path)] }));
  const dropped = await page.evaluateHandle((files) => {
    const data = new DataTransfer();
    for (const { name, bytes } of files) data.items.add(new File([new Uint8Array(bytes)], name));
    return data;
  }, files);
  await page.dispatchEvent("body", "dragover", { dataTransfer: dropped });
  await page.getByText("Let go: it is imported").waitFor();
  await page.dispatchEvent("body", "drop", { dataTransfer: dropped });
  await page.getByRole("heading", { name: "Read: 2 runs." }).waitFor();
  await page.getByText("1 could not be read").first().waitFor();
  await page.locator(".fates dt", { hasText: "shopping.fit" }).first().waitFor();
  assert.equal(new URL(page.url()).pathname, "/import");
});

test("what is there already is known again", async () => {
  const page = await served.open();
  await visit(page, served.home, "/import");
  await choose(page, runs.slice(0, 2));
  await page.getByRole("heading", { name: "Read: 2 runs." }).waitFor();
  await choose(page, runs.slice(0, 2));
  await page.getByRole("heading", { name: "Nothing new was in it." }).waitFor();
  assert.equal(await page.getByText("1 known already").count(), 2);
});

test("an import is undone by keyboard and taken back in", async () => {
  const page = await served.open({ viewport: { width: 390, height: 844 } });
  await visit(page, served.home, "/import");
  await choose(page, runs.slice(0, 1));
  await page.getByRole("heading", { name: "Read: 1 run." }).waitFor();
  await choose(page, runs.slice(1, 4));
  await page.getByRole("heading", { name: "Read: 3 runs." }).waitFor();
  await page.getByRole("button", { name: "Undo import 2" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Take back in import 2" }).waitFor();
  assert.deepEqual(holds().map((it) => it.set_aside), [3, 0]);
  await page.getByRole("button", { name: "Take back in import 2" }).click();
  await page.getByRole("button", { name: "Undo import 2" }).waitFor();
  assert.deepEqual(holds().map((it) => it.set_aside), [0, 0]);
});

test("how far an import is, is told while it goes on", async () => {
  const page = await served.open();
  await visit(page, served.home, "/import");
  await page.route("**/api/import/*", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 900));
    await route.continue();
  });
  await page.route("**/api/import", async (route) => {
    if (route.request().method() === "POST") return route.continue();
    await route.fulfill({ json: { doing: "naming", done: 40, of: 120, per_second: 20, left_s: 4 } });
  });
  await choose(page, runs.slice(0, 1));
  await page.getByText("40 runs of 120 runs · 20 runs a second · 0:04 left").waitFor();
  await page.getByRole("progressbar").waitFor();
  await page.getByRole("heading", { name: "Read: 1 run." }).waitFor();
});

test("when everymile does not answer, the files stay and can be tried again", async () => {
  const page = await served.open();
  await visit(page, served.home, "/import");
  await page.route("**/files?name=*", (route) => route.abort());
  await choose(page, runs.slice(0, 2));
  await page.getByRole("alert").getByText("everymile does not answer.").waitFor();
  await page.unroute("**/files?name=*");
  await page.getByRole("button", { name: "Try again with these 2 files" }).click();
  await page.getByRole("heading", { name: "Read: 2 runs." }).waitFor();
});
