// The ledger: its sentence adds up, a bar opens its runs, and how much of the history is shown is chosen by
// pointer and by keyboard.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { everymile, visit } from "./everymile.js";

let served;
before(async () => { served = await everymile(); });
after(() => served?.close());

const bars = (page) => page.locator(".chart .week");

test("how the distance stands is said first, and is the sum of the weeks that are shown", async () => {
  const page = await served.open({ locale: "en-GB" });
  await visit(page, served.home, "/ledger");
  await page.getByRole("button", { name: "12 weeks" }).click();
  const weeks = (await served.told("/api/ledger")).weeks.slice(-12);
  const sum = (of) => weeks.reduce((all, week) => all + (of(week) ?? 0), 0);
  const all = sum((week) => week.distance_m);
  const title = await page.locator("h1").textContent();
  assert.ok(title.includes(`in ${sum((week) => week.runs)} runs`), title);
  const words = { purposeful: "had a job", questionable: "was questionable", junk: "was junk", "cannot-tell": "cannot be told" };
  for (const [standing, word] of Object.entries(words)) {
    const share = (100 * sum((week) => week.by_standing_m[standing])) / all;
    if (share >= 0.5) assert.ok(title.includes(`${Math.round(share)}\u00a0% ${word}`), `${share} % ${word}: ${title}`);
  }
  await page.close();
});

test("a click on a bar opens the runs of its week", async () => {
  const page = await served.open();
  await visit(page, served.home, "/ledger");
  const { weeks } = await served.told("/api/ledger");
  const shown = await bars(page).count();
  await bars(page).nth(shown - 2).click();
  await page.getByRole("heading", { name: /^Week of/ }).waitFor();
  const runs = page.locator("section.fresh tbody tr");
  await runs.first().waitFor();
  assert.equal(await runs.count(), weeks.at(-2).runs);
  await page.close();
});

test("junk is hatched in the colour of its purpose, and no alarm", async () => {
  const page = await served.open();
  await visit(page, served.home, "/ledger");
  const { weeks } = await served.told("/api/ledger");
  const withJunk = weeks.slice(-52).filter((week) => (week.by_standing_m.junk ?? 0) > 1000).length;
  assert.ok(withJunk > 0);
  assert.ok((await page.locator('.chart .week rect[fill="url(#junk)"]').count()) >= withJunk);
  await page.getByText("hatched in the chart").waitFor();
  await page.close();
});

test("how much is shown is chosen on the strip of all weeks, by dragging and by keyboard", async () => {
  const page = await served.open();
  await visit(page, served.home, "/ledger");
  const strip = page.getByRole("slider");
  const all = await bars(page).count();
  const box = await strip.boundingBox();
  await page.mouse.move(box.x + 0.25 * box.width, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + 0.5 * box.width, box.y + 20, { steps: 4 });
  await page.mouse.up();
  const some = await bars(page).count();
  assert.ok(Math.abs(some - 0.25 * all) <= 2, `${some} of ${all} weeks`);
  await strip.focus();
  const said = () => strip.getAttribute("aria-valuetext");
  const press = async (key, weeks) => {
    const before = await said();
    await page.keyboard.press(key);
    await page.waitForFunction((before) => document.querySelector("[role=slider]").getAttribute("aria-valuetext") !== before, before);
    assert.equal(await bars(page).count(), weeks, key);
  };
  const chosen = await said();
  await press("ArrowRight", some);
  await press("ArrowLeft", some);
  assert.equal(await said(), chosen);
  await press("ArrowUp", some + 4);
  await press("ArrowDown", some);
  assert.equal(await said(), chosen);
  await press("End", some);
  const { weeks } = await served.told("/api/ledger");
  const day = new Intl.DateTimeFormat("en-US", { timeZone: "UTC", day: "numeric", month: "short" }).format(new Date(weeks.at(-1).span));
  assert.ok((await said()).endsWith(day), await said());
  await page.close();
});

test("what would help most is three things, each with the weeks as they would have been", async () => {
  const page = await served.open();
  await visit(page, served.home, "/ledger");
  const changes = page.locator("section.card", { has: page.getByRole("heading", { name: "What would help most" }) }).locator("ol > li");
  await page.getByText(/^What if: /).first().waitFor();
  assert.equal(await changes.count(), 3);
  for (const change of await changes.all()) {
    await change.locator("summary").press("Enter");
    assert.ok((await change.getByRole("row").count()) > 4);
  }
  await page.close();
});
