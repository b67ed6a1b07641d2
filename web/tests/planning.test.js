// The plan on the page: sessions are moved by keyboard, by tapping and by dragging, and nothing changes
// before the runner says so.
import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { everymile, visit } from "./everymile.js";

let served;
beforeEach(async () => { await served?.close(); served = await everymile({ isPlanned: true }); });
after(() => served?.close());

const session = (page, day) => page.getByRole("button", { name: new RegExp(`planned for .*(?:${day})\\. Move it`) });
const meant = (day) => {
  const told = JSON.parse(served.types("plan", "show", "--on", "2026-06-01", "--format", "json"));
  return told.weeks.flatMap((week) => week.sessions).filter((it) => it.date === day).map((it) => it.notation);
};

test("a session is moved with the arrow keys, looked at, and taken", async () => {
  const page = await served.open();
  await visit(page, served.home, "/calendar");
  const was = meant("2026-06-02");
  await session(page, "June 2|2 June").first().focus();
  await page.keyboard.press("ArrowRight");
  await page.getByText(/moves to Wednesday/).waitFor();
  assert.deepEqual(meant("2026-06-02"), was);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.getByText("Moved. The plan holds it from now on.").waitFor();
  assert.deepEqual(meant("2026-06-03"), was);
  await visit(page, served.home, "/");
  await page.getByText(/Changed since yesterday/).waitFor();
});

test("a session that is dragged onto another day shows what it would break, and stays when it is left", async () => {
  const page = await served.open();
  await visit(page, served.home, "/calendar");
  const was = meant("2026-06-03");
  const to = page.locator(".cell", { has: session(page, "June 6|6 June") });
  await session(page, "June 3|3 June").dragTo(to);
  await page.getByText(/two demanding days next to each other|moves to|does not work|holds/).first().waitFor();
  await page.getByRole("button", { name: "Leave it" }).click();
  assert.deepEqual(meant("2026-06-03"), was);
});

test("a change proposed at the terminal is declined on the page", async () => {
  served.types("plan", "bend", "--move", "2026-06-02", "2026-06-03", "--on", "2026-06-01");
  const page = await served.open({ viewport: { width: 390, height: 844 } });
  await visit(page, served.home, "/");
  await page.getByText(/A change is proposed/).waitFor();
  await page.getByRole("button", { name: "Leave the plan as it is" }).click();
  await page.getByText(/A change is proposed/).waitFor({ state: "detached" });
  const changes = JSON.parse(served.types("plan", "changes", "--on", "2026-06-01", "--format", "json"));
  assert.equal(changes.changes[0].answer, "declined");
});

test("each suggestion of the ledger opens to the weeks as they would have been", async () => {
  const page = await served.open();
  await visit(page, served.home, "/ledger");
  await page.getByText(/^What if: /).first().click();
  await page.getByRole("columnheader", { name: "would be" }).first().waitFor();
  await page.getByText(/arithmetic on the log/).first().waitFor();
});

test("the stretches of a run are gone through by keyboard, and the brackets lead to other runs", async () => {
  const page = await served.open();
  await visit(page, served.home, "/runs/2026-05-27");
  await page.getByRole("slider").focus();
  await page.keyboard.press("ArrowRight");
  await page.locator(".stretches tr.here").waitFor();
  const heading = await page.locator("h1").textContent();
  const neighbours = page.getByRole("navigation", { name: "Other runs" });
  await neighbours.getByRole("link", { name: /May 26,/ }).waitFor();
  await page.keyboard.press("[");
  await page.waitForFunction((heading) => document.querySelector("h1")?.textContent !== heading, heading);
  await neighbours.getByRole("link", { name: /May 27,/ }).waitFor();
  await page.keyboard.press("]");
  await page.waitForFunction((heading) => document.querySelector("h1")?.textContent === heading, heading);
});
