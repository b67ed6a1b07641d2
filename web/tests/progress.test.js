// The screen Progress: conclusions first, every chart with its twin, and how much is shown chosen once for
// all of them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { barriers, everymile, tooWide, visit } from "./everymile.js";

let served;
before(async () => { served = await everymile(); });
after(() => served?.close());

const CHARTS = [
  "Weeks and how they grow",
  "Single runs beside the longest of thirty days",
  "What you could do",
  "How far a heartbeat carries you",
  "Load",
];

const card = (page, title) => page.locator("section.card", { has: page.getByRole("heading", { name: title, exact: true }) });

test("progress says in words how running goes before it shows a chart", async () => {
  const page = await served.open();
  await visit(page, served.home, "/progress");
  await page.getByRole("heading", { level: 1, name: /^You run .* a week, / }).waitFor();
  await page.getByText(/Your critical speed, .*, give or take/).waitFor();
  for (const title of CHARTS) {
    assert.ok((await card(page, title).locator("p").first().textContent()).length > 20, title);
  }
  await page.close();
});

test("every chart has a name and a table with numbers", async () => {
  const page = await served.open();
  await visit(page, served.home, "/progress");
  for (const title of CHARTS) {
    const own = card(page, title);
    await own.getByRole("img").first().waitFor();
    assert.ok((await own.getByRole("img").first().getAttribute("aria-label")).length > 10, title);
    await own.locator("summary").press("Enter");
    const rows = own.getByRole("row");
    assert.ok((await rows.count()) > 3, title);
    assert.match(await rows.nth(1).textContent(), /\d/, title);
  }
  await page.close();
});

test("a screen reader finds its way through the tables", async () => {
  const page = await served.open({ viewport: { width: 390, height: 900 } });
  await visit(page, served.home, "/progress");
  for (const summary of await page.locator("main summary").all()) await summary.click();
  assert.deepEqual(await barriers(page), []);
  assert.equal(await tooWide(page), 0);
  await page.close();
});

test("half a year shows fewer weeks, in every chart", async () => {
  const page = await served.open();
  await visit(page, served.home, "/progress");
  const bars = page.locator(".chart .amount");
  const before = await bars.count();
  await page.getByRole("button", { name: "Half a year" }).click();
  await page.waitForFunction((before) => document.querySelectorAll(".chart .amount").length < before, before);
  await card(page, "Load").locator("summary").click();
  assert.ok((await card(page, "Load").getByRole("row").count()) <= 28);
  await page.close();
});

test("a jump leads to its run", async () => {
  const page = await served.open();
  await visit(page, served.home, "/progress");
  const jumps = card(page, CHARTS[1]);
  await jumps.locator("summary").click();
  await jumps.getByRole("link").first().click();
  await page.waitForURL(/\/runs\//);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.close();
});

test("races have times with ranges, as the command foretells them", async () => {
  const page = await served.open({ viewport: { width: 390, height: 844 } });
  await visit(page, served.home, "/progress");
  const told = JSON.parse(served.types("predict", "--on", "2026-06-01", "--format", "json"));
  const rows = card(page, "What you could race").getByRole("row");
  const known = told.predictions.filter((race) => race.time_s != null);
  assert.equal(await rows.count(), known.length + 1);
  assert.match(await rows.nth(1).textContent(), /\d+:\d\d\sto\s\d+:\d\d/);
  await page.close();
});

test("an empty logbook is told what to do", async () => {
  const page = await served.open();
  await page.route("**/api/progress", (route) => route.fulfill({ status: 404, json: { kind: "no-runs", what: "there are no runs", remedy: "everymile import PATH" } }));
  await visit(page, served.home, "/progress");
  await page.getByText("everymile import PATH").waitFor();
  await page.close();
});
