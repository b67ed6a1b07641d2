// Shoes on the page: a pair is named, made the usual one, and a run was in another.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { barriers, everymile, visit } from "./everymile.js";

let served;
before(async () => { served = await everymile(); });
after(() => served?.close());

async function add(page, name, ran) {
  const form = page.getByRole("form", { name: "A new pair" });
  await form.getByLabel("Name").fill(name);
  await form.getByLabel("Run before, in km").fill(ran);
  await form.getByRole("button", { name: "Add the pair" }).click();
  await page.getByRole("listitem").filter({ hasText: name }).waitFor();
}

test("pairs are named, one is the usual one from a day on, and one run was in the other", async () => {
  const page = await served.open({ viewport: { width: 390, height: 844 } });
  await visit(page, served.home, "/settings");
  await add(page, "Blue ones", "120,5");
  await add(page, "Trail ones", "");
  await page.getByLabel("What you say of a pair holds from").fill("2026-05-01");
  await page.getByRole("button", { name: "Usual Blue ones" }).click();
  await page.getByText("the usual pair").waitFor();
  assert.deepEqual(await barriers(page), []);
  await visit(page, served.home, "/runs/2026-05-27");
  await page.getByText("The usual pair of that day.").waitFor();
  await page.getByLabel("In which shoes?").selectOption("Trail ones");
  const card = page.locator("form").filter({ has: page.getByLabel("In which shoes?") });
  await card.getByRole("button", { name: "Keep" }).click();
  await page.getByText("As you said.").waitFor();
  assert.deepEqual(await barriers(page), []);
  const { pairs } = JSON.parse(served.types("shoes", "--on", "2026-06-01", "--format", "json"));
  assert.deepEqual(pairs.map((pair) => [pair.name, pair.before_m, pair.is_usual]), [["Blue ones", 120500, true], ["Trail ones", 0, false]]);
  assert.equal(pairs[1].runs, 1);
  await card.getByRole("button", { name: "Take it back" }).click();
  await page.getByText("The usual pair of that day.").waitFor();
  await page.close();
});

test("shoes that could not be kept for a run stay chosen", async () => {
  const page = await served.open();
  await visit(page, served.home, "/runs/2026-05-27");
  await page.route("**/shoes", (route) => (route.request().method() === "PUT" ? route.abort() : route.continue()));
  const shoes = page.getByLabel("In which shoes?");
  await shoes.selectOption("Trail ones");
  await page.locator("form").filter({ has: shoes }).getByRole("button", { name: "Keep" }).click();
  await page.getByRole("alert").getByText("everymile does not answer.").waitFor();
  assert.equal(await shoes.inputValue(), "Trail ones");
  await page.close();
});

test("a pair that is put away can be brought back", async () => {
  const page = await served.open();
  await visit(page, served.home, "/settings");
  await add(page, "Old ones", "800");
  await page.getByRole("button", { name: "Put away Old ones" }).click();
  await page.getByText("put away Jun 1, 2026").waitFor();
  await page.getByRole("button", { name: "Bring back Old ones" }).click();
  await page.getByRole("button", { name: "Put away Old ones" }).waitFor();
  await page.close();
});
