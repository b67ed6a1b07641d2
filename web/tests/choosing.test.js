// What the runner chooses on the page: rules looked for, a doctrine looked at and chosen, a number of their
// own, what they know of themselves. What cannot be stays as it was typed.
import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { everymile, visit } from "./everymile.js";

let served;
beforeEach(async () => { await served?.close(); served = await everymile(); });
after(() => served?.close());

const profile = () => JSON.parse(served.types("profile", "--on", "2026-06-01", "--format", "json"));
const said = (word) => profile().said.find((it) => it.word === word).value;

test("rules are found by any word of theirs, and by how strongly they are known", async () => {
  const page = await served.open();
  await visit(page, served.home, "/rules");
  const rules = page.locator(".rules li");
  const all = await rules.count();
  await page.getByLabel("Look for").fill("rest days");
  await page.getByRole("link", { name: "Take rest days" }).waitFor();
  assert.ok((await rules.count()) < all);
  await page.getByLabel("Look for").fill("festa-2020");
  assert.ok((await rules.count()) > 0, "by a source");
  await page.getByLabel("Look for").fill("no such word at all");
  await page.getByText("No rule has all these words.").waitFor();
  await page.getByLabel("Look for").fill("");
  await page.getByLabel("How strongly it is known").selectOption("strong");
  for (const line of await rules.allTextContents()) assert.match(line, /strong/);
});

test("a rule opens to its page by keyboard, with its evidence, numbers and sources", async () => {
  const page = await served.open();
  await visit(page, served.home, "/rules");
  await page.getByRole("link", { name: "Take rest days" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Take rest days" }).waitFor();
  for (const heading of ["What it asks", "Evidence", "Its numbers, and yours", "Who says so"]) {
    await page.getByRole("heading", { name: heading }).waitFor();
  }
});

test("a doctrine is looked at over the last weeks, changes nothing, and is chosen for good", async () => {
  const page = await served.open();
  await visit(page, served.home, "/rules");
  await page.getByRole("button", { name: "quality-first" }).click();
  await page.getByText(/^Over 12 weeks they agree on \d+ rules and part on \d+\.$/).waitFor();
  await page.getByRole("columnheader", { name: "evidence-first (now)" }).first().waitFor();
  assert.equal(said("doctrine"), "evidence-first");
  await page.getByRole("button", { name: "Judge by quality-first from now on" }).click();
  await page.getByText("Judged by the doctrine quality-first.").waitFor();
  assert.equal(said("doctrine"), "quality-first");
});

test("a number beyond its range is refused with the range, and what was typed stays", async () => {
  const page = await served.open();
  await visit(page, served.home, "/rules/take-rest-days");
  const number = page.getByLabel("days without a run in seven, at least");
  await number.fill("9");
  await page.getByRole("button", { name: "Keep" }).first().click();
  await page.getByRole("alert").getByText("it may be 0 to 6").waitFor();
  assert.equal(await number.inputValue(), "9");
  await number.fill("2");
  await number.press("Enter");
  await page.getByText("What you set here is kept in your own doctrine mine.").waitFor();
  await page.getByText("2: quality-first, mine").or(page.getByText(/2: .*mine/)).first().waitFor();
  assert.match(served.types("doctrines", "mine"), /min_rest_days +2/);
  assert.equal(said("doctrine"), "evidence-first", "to judge by it is another word");
});

test("a number of one's own is inherited again, and what was typed over it goes", async () => {
  const page = await served.open();
  await visit(page, served.home, "/rules/keep-most-runs-easy");
  const number = page.locator(".number-of-rule input").first();
  const usual = await number.inputValue();
  const form = page.locator(".number-of-rule").first();
  await number.fill(`${usual}0`);
  assert.ok(await form.getByRole("button", { name: "Keep" }).isDisabled(), `${usual}0 is ${usual}`);
  const own = String(Number((Number(usual) * 0.99).toFixed(4)));
  await number.fill(own);
  await number.press("Enter");
  const inherit = form.getByRole("button", { name: /^As inherited/ });
  const reads = (wanted) => page.waitForFunction((wanted) => document.querySelector(".number-of-rule input").value === wanted, wanted);
  await inherit.waitFor();
  await number.fill("77");
  await inherit.click();
  await reads(usual);
  await number.fill("77");
  await inherit.click();
  await reads(usual);
});

test("a rule is left out of one's own doctrine and asked again", async () => {
  const page = await served.open();
  await visit(page, served.home, "/rules/take-rest-days");
  await page.getByRole("button", { name: "Leave this rule out of mine" }).click();
  await page.getByRole("button", { name: "Ask this rule in mine" }).waitFor();
  assert.match(served.types("doctrines", "mine"), /leaves out +take-rest-days/);
  await page.getByRole("button", { name: "Ask this rule in mine" }).click();
  await page.getByRole("button", { name: "Leave this rule out of mine" }).waitFor();
});

test("nobody is offered to change a rule of safety", async () => {
  const page = await served.open();
  await visit(page, served.home, "/rules/stop-for-pain");
  await page.getByText("Safety outranks every doctrine: it is asked of everybody").waitFor();
  assert.equal(await page.getByRole("button", { name: "Keep" }).count(), 0);
});

test("what the runner says stands beside what the runs show, and is taken back by emptying it", async () => {
  const page = await served.open();
  await visit(page, served.home, "/settings");
  const pace = page.getByLabel("Pace at the second threshold, as you say");
  await pace.fill("four");
  await page.getByRole("button", { name: "Keep" }).first().click();
  await page.getByRole("alert").getByText(/'four' cannot be read as threshold-pace/).waitFor();
  assert.equal(await pace.inputValue(), "four");
  await pace.fill("4:10");
  await pace.press("Enter");
  await page.getByText("Kept.").first().waitFor();
  assert.equal(said("threshold-pace"), "4:10/km");
  await page.getByText("With what you say").first().waitFor();
  await page.waitForFunction(() => document.querySelector("[aria-label='Pace at the second threshold, as you say']").value === "4:10/km");
  await pace.fill("");
  await pace.press("Enter");
  await page.getByText("With what you say").first().waitFor({ state: "detached" });
  assert.equal(said("threshold-pace"), null);
});

test("the runs behind a threshold are one click away", async () => {
  const page = await served.open();
  await visit(page, served.home, "/settings");
  await page.getByText(/observed from \d+ runs?, the newest of/).first().click();
  await page.locator(".number-known a").first().click();
  await page.getByRole("heading", { name: "Stretch by stretch" }).waitFor();
});

test("units, the first day of the week and the days to run on are chosen", async () => {
  const page = await served.open({ viewport: { width: 390, height: 844 } });
  await visit(page, served.home, "/settings");
  await page.getByLabel("Distances in").selectOption("mi");
  await page.getByLabel("The week begins on").selectOption("sunday");
  for (const day of ["Tue", "Sun"]) await page.getByLabel(day, { exact: true }).check();
  await page.getByRole("button", { name: "Keep" }).last().click();
  await page.getByText("Kept.").last().waitFor();
  assert.deepEqual([said("units"), said("week-start"), said("days")], ["mi", "sunday", "tue,sun"]);
  await page.getByText(/\/mi/).first().waitFor();
});
