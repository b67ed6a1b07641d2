// The screen Plan: where it stands, its weeks and sessions, the files to take away, and a plan made from the
// page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { barriers, clock, everymile, tooWide, visit } from "./everymile.js";

const ON = "2026-06-02";

let served, bare;
before(async () => {
  served = await everymile({ isPlanned: true, on: ON });
  bare = await everymile({ on: ON });
});
after(async () => { await served?.close(); await bare?.close(); });

const shown = (from, ...words) => JSON.parse(from.types("plan", "show", "--on", ON, "--format", "json", ...words));

test("the plan says its week, its race and how it went", async () => {
  const page = await served.open();
  await visit(page, served.home, "/plan");
  await page.getByRole("heading", { name: "Week 2 of 12: base." }).waitFor();
  await page.getByText(/It leads to a half-marathon on/).waitFor();
  await page.getByText(/of what was planned so far/).waitFor();
  await page.close();
});

test("whether it can be done is said by what the runs foretell and by the rules", async () => {
  const page = await served.open();
  await visit(page, served.home, "/plan");
  const told = JSON.parse(served.types("predict", "--on", ON, "--format", "json"));
  const half = told.predictions.find((race) => Math.abs(race.distance_m - 21097.5) < 1);
  const card = page.locator("section.card", { has: page.getByRole("heading", { name: "Whether it can be done" }) });
  await card.getByText(`foretell ${clock(half.time_s)} over the half-marathon`).waitFor();
  await card.getByText(/breaks no firm rule|Run as written/).waitFor();
  await page.close();
});

test("of a race that is over nothing is foretold", async () => {
  const late = await everymile({ isPlanned: true, on: "2026-08-20" });
  const page = await late.open();
  await visit(page, late.home, "/plan");
  await page.getByRole("heading", { name: "Your plan was over on" }).waitFor();
  await page.getByRole("heading", { name: "Whether it can be done" }).waitFor();
  assert.equal(await page.getByText(/foretell/).count(), 0);
  await late.close();
});

test("every session of a week has its job, and the weeks are gone through by keyboard", async () => {
  const page = await served.open({ viewport: { width: 390, height: 844 } });
  await visit(page, served.home, "/plan");
  await page.getByRole("button", { name: "Week after" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: /^Week 3 of 12, from/ }).waitFor();
  const week = shown(served).weeks[2];
  const told = await page.locator(".sessions li").allTextContents();
  assert.equal(told.length, week.sessions.length + week.besides.length);
  for (const { notation, job } of [...week.sessions, ...week.besides]) {
    assert.ok(told.some((line) => line.includes(notation) && line.includes(job)), notation);
  }
  await page.close();
});

test("the timeline has a table twin, and a week of either opens", async () => {
  const page = await served.open();
  await visit(page, served.home, "/plan");
  await page.getByText("As a table").first().click();
  await page.getByRole("button", { name: /^12, from/ }).click();
  await page.getByRole("heading", { name: /^Week 12 of 12, from/ }).waitFor();
  await page.locator(".timeline .week").nth(4).click();
  await page.getByRole("heading", { name: /^Week 5 of 12, from/ }).waitFor();
  await page.close();
});

test("what was run stands beside what was planned", async () => {
  const page = await served.open();
  await visit(page, served.home, "/plan");
  await page.getByRole("button", { name: "Week before" }).click();
  await page.getByText("Done", { exact: true }).first().waitFor();
  await page.locator(".sessions").getByRole("link", { name: /the run/ }).first().click();
  await page.waitForURL(/\/runs\//);
  await page.close();
});

test("a plan that was bent is shown beside the one that was accepted", async () => {
  const page = await served.open();
  await visit(page, served.home, "/plan");
  await page.getByText("It stands as you accepted it.").waitFor();
  served.types("plan", "bend", "--travel", "2026-06-20..2026-06-23", "--accept", "--on", ON);
  await visit(page, served.home, "/plan");
  await page.getByText(/days are another than when you accepted the plan/).waitFor();
  assert.ok((await page.locator(".timeline .accepted").count()) > 0);
  const [was, is] = [shown(served, "--original"), shown(served)];
  assert.notDeepEqual(was.weeks, is.weeks);
  await page.close();
});

test("a change that waits is answered on the plan too", async () => {
  served.types("plan", "bend", "--race", "10k", "--date", "2026-07-12", "--on", ON);
  const page = await served.open();
  await visit(page, served.home, "/plan");
  await page.getByText(/A change is proposed/).waitFor();
  await page.getByRole("button", { name: "Leave the plan as it is" }).click();
  await page.getByText(/A change is proposed/).waitFor({ state: "detached" });
  await page.close();
});

test("the plan is taken away for calendar, watch and table", async () => {
  const page = await served.open();
  await visit(page, served.home, "/plan");
  for (const [label, name, begins] of [
    ["For your calendar", "everymile-plan.ics", "BEGIN:VCALENDAR"],
    ["For your watch", "everymile-workouts.zip", "PK"],
    ["As a table", "everymile-plan.csv", ""],
    ["As text", "everymile-plan.txt", "begins 2026-05-25"],
  ]) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: label, exact: true }).click(),
    ]);
    assert.equal(download.suggestedFilename(), name);
    const text = readFileSync(await download.path(), "latin1");
    assert.ok(text.length > 100 && text.startsWith(begins), name);
  }
  await page.close();
});

test("without a plan the screen says how to make one, and what cannot be made stays on it with what can", async () => {
  const page = await bare.open({ viewport: { width: 390, height: 844 } });
  await visit(page, bare.home, "/plan");
  await page.getByRole("heading", { name: "No plan yet" }).waitFor();
  await page.getByText(/everymile plan new --goal half/).waitFor();
  await page.getByLabel("Goal").selectOption("marathon");
  await page.getByLabel("Day of the race").fill("2026-06-20");
  await page.getByRole("button", { name: "Look at the plan" }).click();
  await page.getByRole("alert").getByText(/fits/).waitFor();
  assert.equal(await page.getByLabel("Goal").inputValue(), "marathon");
  assert.equal(await page.getByLabel("Day of the race").inputValue(), "2026-06-20");
  await page.close();
});

for (const colorScheme of ["light", "dark"]) {
  test(`a screen reader finds its way to a new plan in the ${colorScheme}`, async () => {
    const page = await bare.open({ colorScheme, viewport: { width: 390, height: 900 } });
    await visit(page, bare.home, "/plan");
    await page.getByRole("button", { name: "Look at the plan" }).click();
    await page.getByText(/^The largest week: /).waitFor();
    assert.deepEqual(await barriers(page), []);
    assert.equal(await tooWide(page), 0);
    await page.close();
  });
}

test("a plan is looked at first, and kept when the runner says so", async () => {
  const page = await bare.open();
  await visit(page, bare.home, "/plan");
  await page.getByLabel("Goal").selectOption("10k");
  for (const day of ["Tue", "Thu", "Sat", "Sun"]) await page.getByRole("checkbox", { name: day }).check();
  await page.getByRole("button", { name: "Look at the plan" }).click();
  await page.getByText(/^The largest week: /).waitFor();
  await page.getByText(/It starts from/).waitFor();
  assert.match(bare.types("plan", "show", "--on", ON), /^$/);
  await page.getByRole("button", { name: "Keep this plan" }).click();
  await page.getByRole("heading", { name: /^Your plan begins on/ }).waitFor();
  const plan = shown(bare);
  assert.equal(plan.race_m, 10000);
  const days = new Set(plan.weeks.flatMap((week) => week.sessions).map((it) => new Date(it.date).getUTCDay()));
  assert.deepEqual([...days].filter((day) => ![0, 2, 4, 6].includes(day)), []);
  await page.close();
});

test("a plan is taken back after a second word", async () => {
  const page = await bare.open();
  await visit(page, bare.home, "/plan");
  await page.getByText("Make another plan, or take this one back").click();
  await page.getByRole("button", { name: "Take this plan back …" }).click();
  await page.getByRole("button", { name: "Leave it in force" }).click();
  assert.equal(shown(bare).number, 1);
  await page.getByRole("button", { name: "Take this plan back …" }).click();
  await page.getByRole("button", { name: "Take it back", exact: true }).click();
  await page.getByRole("heading", { name: "No plan yet" }).waitFor();
  assert.match(bare.types("plan", "show", "--on", ON), /^$/);
  await page.close();
});
