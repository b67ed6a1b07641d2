// What the runner says on the page: it is kept, and when it cannot be, it stays on the screen.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { everymile, visit } from "./everymile.js";

let served;
before(async () => { served = await everymile(); });
after(() => served?.close());

/** Taps an answer. */
const tap = (page, question, answer) =>
  page.getByRole("group", { name: question }).getByRole("radio", { name: answer, exact: true }).check();

test("a check-in is kept with four taps, and today is judged again", async () => {
  const page = await served.open({ viewport: { width: 390, height: 844 } });
  await visit(page, served.home, "/");
  const before = await page.locator("h1").textContent();
  await tap(page, /^Pain/, "6");
  await tap(page, /^Tired/, "4");
  await page.getByRole("button", { name: "Keep" }).click();
  await page.getByText("Kept. Today was judged again.").waitFor();
  await page.waitForFunction((before) => document.querySelector("h1").textContent !== before, before);
  const [day] = JSON.parse(served.types("check-in", "--show", "--on", "2026-06-01", "--format", "json"));
  assert.deepEqual([day.pain, day.fatigue, day.soreness], [6, 4, null]);
  await page.close();
});

test("what cannot be kept stays on the screen, with what is possible", async () => {
  const page = await served.open();
  await visit(page, served.home, "/");
  await tap(page, /^Soreness/, "5");
  await page.getByLabel("Sore where").fill("the left wing");
  await page.getByRole("button", { name: "Keep" }).click();
  await page.getByRole("alert").waitFor();
  assert.equal(await page.getByLabel("Sore where").inputValue(), "the left wing");
  await page.getByLabel("Sore where").fill("left calf");
  await page.getByRole("button", { name: "Keep" }).click();
  await page.getByText("Kept. Today was judged again.").waitFor();
  await page.close();
});

test("sleep that an export told stays the export's word when something else is kept", async () => {
  const days = join(served.folder, "days.csv");
  const exportTells = (hours) => {
    writeFileSync(days, `date,sleep_h\n2026-06-01,${hours}\n`);
    served.types("import", days);
  };
  const told = () => JSON.parse(served.types("check-in", "--show", "--on", "2026-06-01", "--format", "json"))[0];
  exportTells(6.5);
  const page = await served.open();
  await visit(page, served.home, "/");
  await page.getByRole("group", { name: "Hours slept" }).getByText("6.5 h").waitFor();
  await tap(page, /^Keen/, "4");
  await page.getByRole("button", { name: "Keep" }).click();
  await page.getByText("Kept. Today was judged again.").waitFor();
  assert.deepEqual([told().sleep_s, told().motivation], [6.5 * 3600, 4]);
  exportTells(8.5);
  assert.deepEqual([told().sleep_s, told().motivation], [8.5 * 3600, 4]);
  await page.close();
});

test("a run is corrected where it stands, and taken back", async () => {
  const page = await served.open();
  await visit(page, served.home, "/runs/2026-05-27");
  await page.getByLabel("What was it really for?").selectOption("tempo");
  await page.getByRole("button", { name: "Keep" }).click();
  await page.getByRole("heading", { name: /^Tempo run/ }).waitFor();
  await page.getByText("(your correction)").waitFor();
  await page.getByRole("button", { name: "Take it back" }).click();
  await page.getByRole("heading", { name: /^Steady run/ }).waitFor();
  await page.close();
});

test("a week of the ledger opens to its runs", async () => {
  const page = await served.open();
  await visit(page, served.home, "/ledger");
  await page.getByText("As a table").click();
  await page.getByRole("button", { name: /Runs of the week of/ }).first().click();
  await page.getByRole("heading", { name: /^Week of/ }).waitFor();
  await page.getByRole("row").getByRole("link").first().waitFor();
  await page.close();
});
