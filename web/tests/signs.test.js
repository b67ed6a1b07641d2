// The seven signs: each with its evidence and what to do, and how they stood week by week.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { everymile, tooWide, visit } from "./everymile.js";

let served;
before(async () => { served = await everymile(); });
after(() => served?.close());

const told = () => JSON.parse(served.types("signs", "--on", "2026-06-01", "--format", "json"));

test("each sign says whether it shows, by which rule, and what to do", async () => {
  const page = await served.open();
  await visit(page, served.home, "/signs");
  const cards = page.locator(".signs > li");
  for (const [place, sign] of told().signs.entries()) {
    const text = await cards.nth(place).textContent();
    for (const part of [sign.name, sign.message, sign.advice, sign.finding?.rule ?? ""]) assert.ok(text.includes(part), `${part} in ${text}`);
  }
  await page.close();
});

test("the signs are followed over half a year, in a picture and in a table", async () => {
  const page = await served.open({ viewport: { width: 360, height: 740 } });
  await visit(page, served.home, "/signs");
  const { signs } = told();
  const weeks = signs[0].weeks;
  assert.equal(weeks.length, 26);
  const picture = page.locator("svg.signs-by-week");
  const showing = signs.flatMap((sign) => sign.weeks).filter((week) => week.verdict === "broken").length;
  assert.ok(showing > 0, "in half a year some sign showed");
  assert.equal(await picture.locator(".shows").count(), showing);
  assert.equal(await tooWide(page), 0);
  await page.getByText("As a table").press("Enter");
  const rows = page.locator("details[open] tbody tr");
  assert.equal(await rows.count(), weeks.length);
  const words = { broken: "shows", kept: "does not show", "cannot-tell": "cannot tell", "not-applicable": "not asked" };
  const newest = signs.map((sign) => words[sign.weeks.at(-1).verdict]);
  assert.deepEqual(await rows.first().locator("td").allTextContents(), newest);
  assert.deepEqual(newest, signs.map((sign) => words[sign.verdict]), "the last week ends today");
  await page.close();
});
