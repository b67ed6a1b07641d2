// Every word of the page is in its catalogue, so that a second language is one file; numbers, dates and times are
// written as the reader writes them.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { everymile, visit } from "./everymile.js";

const SOURCES = new URL("../src/", import.meta.url).pathname;

let served;
before(async () => { served = await everymile({ isPlanned: true }); });
after(() => served?.close());

/** The sources of the page without its words, their comments left out. */
function sources() {
  const files = readdirSync(SOURCES, { recursive: true, withFileTypes: true }).filter((it) => it.isFile() && /\.tsx?$/.test(it.name) && !it.name.endsWith(".d.ts"));
  const paths = files.map((it) => join(it.parentPath, it.name)).filter((path) => !path.includes("/words/"));
  return paths.map((path) => [path, readFileSync(path, "utf8").replace(/\/\*[^]*?\*\/|^\s*\/\/.*$|\s\/\/ .*$/gm, "")]);
}

/** What a reader would see or hear: text between tags, names and hints of elements, sentences in quotes. */
const SEEN = [
  /(?<![=-])>\s*([A-Za-z][a-z]+(?: [a-z]+)+)[^<>{}=;()]*</g,
  /\b(?:title|aria-label|placeholder|alt|label)="([A-Za-z][^"]*)"/g,
  /["`]([A-Z][a-z]+ [a-z]+[^"`]*)["`]/g,
  /\b(?:what|remedy): ["`]([^"`]+)["`]/g,
];

test("no screen says a word that is not in the catalogue", () => {
  const all = sources();
  assert.ok(all.length > 50);
  for (const [path, text] of all) {
    const found = SEEN.flatMap((seen) => [...text.matchAll(seen)].map(([, words]) => words));
    assert.deepEqual(found, [], path);
  }
});

test("no screen names a language: which one it is, is chosen in one place", () => {
  for (const [path, text] of sources()) assert.doesNotMatch(text, /words\/en/, path);
});

const READERS = [
  ["de-DE", /^\d\.\d{3}\u00a0km$/, /^\d+,\d$/, /Mai 2026/, /18:07$/, /^Mi\., 27\. Mai 2026/],
  ["en-GB", /^\d,\d{3}\u00a0km$/, /^\d+\.\d$/, /May 2026/, /18:07$/, /^Wed, 27 May 2026/],
  ["en-US", /^\d,\d{3}\u00a0km$/, /^\d+\.\d$/, /May 2026/, /6:07\sPM$/, /^Wed, May 27, 2026/],
];

for (const [locale, whole, part, month, time, day] of READERS) {
  test(`numbers, dates and times are those of a reader in ${locale}, and paces of every runner`, async () => {
    const page = await served.open({ locale });
    await visit(page, served.home, "/ledger");
    const [distance] = (await page.locator("h1").textContent()).match(/[\d.,]+\u00a0km/);
    assert.match(distance, whole);
    await visit(page, served.home, "/calendar");
    await page.getByRole("heading", { name: month }).waitFor();
    assert.match((await page.locator(".bar.done [aria-hidden]").nth(1).textContent()), part);
    await visit(page, served.home, "/runs/2026-05-27");
    const when = await page.locator(".lead .when").textContent();
    assert.match(when, day);
    assert.match(when, time);
    assert.match(await page.locator(".figures").textContent(), /6:11\/km/);
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    await page.close();
  });
}
