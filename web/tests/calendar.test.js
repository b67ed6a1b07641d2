// The calendar: what was run is filled, what was meant is an outline, both in the colour of their purpose; weeks
// have their totals; a move says which rules it would break; a proposed change is answered.
import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { barriers, everymile, visit } from "./everymile.js";

const ON = "2026-06-02";

let served;
beforeEach(async () => { await served?.close(); served = await everymile({ isPlanned: true, on: ON }); });
after(() => served?.close());

const styleOf = (bar) => bar.evaluate((it) => {
  const { borderTopStyle, borderLeftStyle, borderLeftColor, backgroundColor } = getComputedStyle(it);
  return { borderTopStyle, borderLeftStyle, borderLeftColor, backgroundColor };
});

test("what was run is filled and what was meant is an outline, in the colour of its purpose", async () => {
  const page = await served.open();
  await visit(page, served.home, "/calendar");
  const nothing = "rgba(0, 0, 0, 0)";
  for (const purpose of ["easy", "long"]) {
    const [done, meant] = await Promise.all(["done", "meant"].map((kind) => styleOf(page.locator(`.bar.${kind}.ink-${purpose}`).first())));
    assert.notEqual(done.backgroundColor, nothing);
    assert.deepEqual([meant.backgroundColor, meant.borderTopStyle], [nothing, "dashed"]);
    assert.equal(done.borderLeftColor, meant.borderLeftColor, purpose);
  }
  await page.close();
});

test("every week has its total at the right, and what was meant beside it", async () => {
  const page = await served.open({ viewport: { width: 360, height: 740 }, locale: "en-GB" });
  await visit(page, served.home, "/calendar");
  const { weeks } = await served.told("/api/calendar?from=2026-05-11&to=2026-05-31");
  const may = page.locator(".month", { has: page.getByRole("heading", { name: "May 2026" }) });
  for (const week of weeks) {
    const row = may.getByRole("group", { name: new RegExp(`Monday ${Number(week.start.slice(8))} May`) });
    assert.match(await row.locator(".total").textContent(), new RegExp(`^${(week.distance_m / 1000).toFixed(1)} km`));
    const [day, total] = await Promise.all([row.locator(".cell").last().boundingBox(), row.locator(".total").boundingBox()]);
    assert.ok(total.x >= day.x + day.width);
  }
  await may.getByText(/^of \d+$/).waitFor();
  await page.close();
});

test("a move onto the day before the long run says at once which rule it would break", async () => {
  const page = await served.open();
  await visit(page, served.home, "/calendar");
  const bent = await served.told("/api/plan/move?from=2026-06-03&to=2026-06-06");
  const rules = [...bent.reasons.flatMap((reason) => reason.rules), ...bent.still_broken.map(({ finding }) => finding.rule)];
  assert.ok(rules.length > 0, "the move is against a rule");
  const session = page.getByRole("button", { name: /planned for .*(June 3|3 June)\. Move it/ }).first();
  await session.focus();
  for (const key of ["ArrowRight", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
  const panel = page.locator(".moving");
  for (const rule of new Set(rules)) await panel.getByRole("link", { name: rule }).first().waitFor();
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
  await page.close();
});

test("a proposed change is accepted on the calendar by keyboard, and the days change", async () => {
  served.types("plan", "bend", "--move", "2026-06-03", "2026-06-04", "--on", ON);
  const meant = async (day) => (await served.told(`/api/calendar?from=${day}&to=${day}`)).weeks[0].days.find((it) => it.date === day).meant.map((it) => it.notation);
  const [was] = await meant("2026-06-03");
  const page = await served.open();
  await visit(page, served.home, "/calendar");
  await page.getByText(/A change is proposed/).waitFor();
  assert.deepEqual(await barriers(page), []);
  await page.getByRole("button", { name: "Accept" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText(/A change is proposed/).waitFor({ state: "detached" });
  assert.ok((await meant("2026-06-04")).includes(was));
  await page.close();
});

test("what today asks of the plan is proposed on the page, with its reasons, and declined", async () => {
  const page = await served.open({ viewport: { width: 360, height: 740 } });
  await visit(page, served.home, "/");
  const { plan_would_change: days } = await served.told("/api/today");
  assert.ok(days.length > 0, "the demo's plan does not suit today");
  await page.getByRole("button", { name: "Propose it, with its reasons" }).click();
  const proposal = page.getByRole("group", { name: /A change is proposed/ });
  await proposal.waitFor();
  await page.locator(".card:focus", { has: proposal }).waitFor();
  assert.equal(await proposal.locator(".diff li").count(), days.length);
  assert.ok((await proposal.locator(".reasons li").count()) > 0);
  assert.deepEqual(await barriers(page), []);
  await page.getByRole("button", { name: "Leave the plan as it is" }).click();
  await proposal.waitFor({ state: "detached" });
  await page.close();
});

test("today says what to do first, and its week what was run and what is planned", async () => {
  const page = await served.open({ viewport: { width: 360, height: 740 } });
  await visit(page, served.home, "/");
  const first = page.locator("main section").first();
  assert.match(await first.locator("h1").textContent(), /^(Run|Shorten it|Swap it|Rest|See a clinician)/);
  const [week] = (await served.told("/api/calendar")).weeks;
  const days = page.locator(".strip li");
  for (const [place, day] of week.days.entries()) {
    const own = days.nth(place);
    assert.deepEqual([await own.locator(".bar.done").count(), await own.locator(".bar.meant").count()], [day.done.length, day.meant.length], day.date);
  }
  assert.equal(await days.nth(1).getAttribute("aria-current"), "date");
  await page.getByRole("link", { name: "keep-most-runs-easy" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Keep most runs easy" }).waitFor();
  await page.close();
});

test("the check-in is one screen of a telephone, every answer large enough to be tapped (WCAG 2.2, 24 px)", async () => {
  const page = await served.open({ viewport: { width: 360, height: 740 } });
  await visit(page, served.home, "/");
  const questions = await page.locator(".questions").boundingBox();
  const bar = await page.getByRole("navigation", { name: "Screens", exact: true }).boundingBox();
  assert.ok(questions.height <= 740 - bar.height, `${questions.height} px`);
  for (const answer of await page.locator(".scale label, .stepper button, .questions .first").all()) {
    const { height, width } = await answer.boundingBox();
    assert.ok(height >= 44 && width >= 24, `${width} by ${height} px`);
  }
  await page.close();
});
