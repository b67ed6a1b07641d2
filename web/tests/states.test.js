// Every screen where there is nothing yet, while its answers are on their way, and when everymile falls silent:
// it says what to do, nothing jumps, and what was typed stays.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { barriers, everymile, SCREENS, tooWide, visit } from "./everymile.js";

let served, empty;
before(async () => {
  served = await everymile({ isPlanned: true });
  empty = await everymile({ isEmpty: true });
});
after(async () => { await served?.close(); await empty?.close(); });

/** What a screen without a run offers: the way to the first ones, or what it is for without any. */
const OFFERS = {
  "/rules": ["heading", "Whose word counts"],
  "/rules/take-rest-days": ["heading", "What it asks"],
  "/import": ["button", "Choose files"],
};

for (const [width, colorScheme] of [[360, "light"], [1280, "dark"]]) {
  test(`without a run every screen says what to do, at ${width} px in the ${colorScheme}`, async () => {
    const page = await empty.open({ viewport: { width, height: 740 }, colorScheme });
    const thrown = [];
    page.on("pageerror", (error) => thrown.push(error.message));
    for (const at of SCREENS) {
      await visit(page, empty.home, at);
      const [role, name] = OFFERS[at] ?? ["link", "Import files"];
      assert.ok(await page.locator("main").getByRole(role, { name }).first().isVisible(), at);
      assert.deepEqual(await barriers(page), [], at);
      assert.equal(await tooWide(page), 0, at);
    }
    assert.deepEqual(thrown, []);
    await page.close();
  });
}

/** Layout shifts above this are felt (web.dev, Cumulative Layout Shift: good is a tenth at most). */
const FELT = 0.1;

for (const viewport of [{ width: 360, height: 740 }, { width: 1440, height: 900 }]) {
  test(`nothing jumps while answers come one after the other, at ${viewport.width} px`, async () => {
    const page = await served.open({ viewport });
    await page.addInitScript(() => {
      globalThis.shifts = [];
      const note = (list) => globalThis.shifts.push(...list.getEntries().filter((it) => !it.hadRecentInput).map((it) => [it.value, it.sources.map(({ node }) => node?.className || node?.nodeName).join(" ")]));
      new PerformanceObserver(note).observe({ type: "layout-shift", buffered: true });
    });
    let asked = 0;
    await page.route("**/api/**", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 150 + 120 * (asked++ % 4)));
      await route.continue();
    });
    for (const at of SCREENS) {
      await visit(page, served.home, at);
      await page.waitForTimeout(250);
      const shifts = await page.evaluate(() => globalThis.shifts);
      const felt = shifts.reduce((all, [value]) => all + value, 0);
      assert.ok(felt < FELT, `${at}: ${felt.toFixed(3)} by ${JSON.stringify(shifts)}`);
    }
    await page.close();
  });
}

/** As when the runner comes back to the page from somewhere else. */
const comeBack = (page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));

test("when everymile falls silent it says so, and what was typed stays until it answers again", async () => {
  const page = await served.open();
  await visit(page, served.home, "/");
  await page.getByRole("group", { name: /^Soreness/ }).getByRole("radio", { name: "5", exact: true }).check();
  await page.getByLabel("Sore where").fill("left calf");
  await page.route("**/api/**", (route) => route.abort());
  await comeBack(page);
  await page.getByRole("alert").getByText("everymile does not answer.").waitFor();
  assert.equal(await page.getByLabel("Sore where").inputValue(), "left calf");
  await page.unroute("**/api/**");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("alert").waitFor({ state: "detached" });
  assert.equal(await page.getByLabel("Sore where").inputValue(), "left calf");
  await page.close();
});

test("what everymile itself finds wrong takes the place of what was shown", async () => {
  const page = await served.open();
  await visit(page, served.home, "/signs");
  await page.locator(".signs > li").first().waitFor();
  const problem = { kind: "failed", what: "the logbook is damaged", remedy: "see how: everymile doctor" };
  await page.route("**/api/signs", (route) => route.fulfill({ status: 500, json: problem }));
  await comeBack(page);
  await page.getByRole("alert").getByText("the logbook is damaged.").waitFor();
  assert.equal(await page.locator(".signs > li").count(), 0);
  await page.close();
});

test("what one card keeps takes nothing from what was typed in another", async () => {
  const page = await served.open();
  await visit(page, served.home, "/settings");
  await page.getByLabel("Heart rate at the second threshold, as you say").fill("17");
  await page.getByLabel("Name").first().fill("Paula");
  await page.getByLabel("Name").first().press("Enter");
  await page.getByText("Kept.").first().waitFor();
  await page.waitForFunction(() => !document.querySelector("[aria-busy]"));
  assert.equal(JSON.parse(served.types("profile", "--format", "json")).said.find((it) => it.word === "name").value, "Paula");
  assert.equal(await page.getByLabel("Heart rate at the second threshold, as you say").inputValue(), "17");
  await visit(page, served.home, "/rules/keep-most-runs-easy");
  const numbers = page.locator(".number-of-rule input");
  assert.ok((await numbers.count()) > 1);
  await numbers.nth(1).fill("0,123");
  const first = await numbers.nth(0).inputValue();
  await numbers.nth(0).fill(String(Number(first) * 0.99));
  await numbers.nth(0).press("Enter");
  await page.getByText(/kept in your own doctrine/).waitFor();
  assert.equal(await numbers.nth(1).inputValue(), "0,123");
  await page.close();
});

test("what is typed while a card is being kept stays, and what was kept goes", async () => {
  const page = await served.open();
  await visit(page, served.home, "/settings");
  const [name, goal] = [page.getByLabel("Name").first(), page.getByLabel("What you run for")];
  let goOn;
  const held = new Promise((resolve) => { goOn = resolve; });
  await page.route("**/api/profile", async (route) => {
    if (route.request().method() === "PUT") await held;
    await route.continue();
  });
  await name.fill("Ada");
  await name.press("Enter");
  await goal.fill("a calm marathon");
  goOn();
  await page.getByText("Kept.").first().waitFor();
  await page.waitForFunction(() => !document.querySelector("[aria-busy]"));
  assert.deepEqual([await name.inputValue(), await goal.inputValue()], ["Ada", "a calm marathon"]);
  await page.close();
});

test("what was said elsewhere meanwhile is not taken back by what is kept here", async () => {
  const page = await served.open();
  await visit(page, served.home, "/");
  await page.getByRole("group", { name: /^Keen/ }).getByRole("radio", { name: "4", exact: true }).check();
  served.types("check-in", "--fatigue", "3", "--on", "2026-06-01");
  await comeBack(page);
  const tired = page.getByRole("group", { name: /^Tired/ }).getByRole("radio", { name: "3", exact: true });
  await tired.and(page.locator(":checked")).waitFor({ state: "attached" });
  await page.getByRole("button", { name: "Keep" }).click();
  await page.getByText("Kept. Today was judged again.").waitFor();
  const [day] = JSON.parse(served.types("check-in", "--show", "--on", "2026-06-01", "--format", "json"));
  assert.deepEqual([day.motivation, day.fatigue], [4, 3]);
  await page.close();
});

test("a pair of shoes that is refused stays as it was typed", async () => {
  const page = await served.open();
  await visit(page, served.home, "/settings");
  await page.route("**/api/shoes", (route) => (route.request().method() === "PUT" ? route.abort() : route.continue()));
  const form = page.getByRole("form", { name: "A new pair" });
  await form.getByLabel("Name").fill("Blue ones");
  await form.getByLabel(/Run before/).fill("120");
  await form.getByRole("button", { name: "Add the pair" }).click();
  await page.getByRole("alert").getByText("everymile does not answer.").waitFor();
  assert.equal(await form.getByLabel("Name").inputValue(), "Blue ones");
  assert.equal(await form.getByLabel(/Run before/).inputValue(), "120");
  await page.close();
});
