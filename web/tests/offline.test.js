// The page as an app: it can be installed, and opens though everymile is not running.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { everymile, visit } from "./everymile.js";

let served;
before(async () => { served = await everymile(); });
after(() => served?.close());

test("the page can be installed as an app", async () => {
  const page = await served.open();
  await visit(page, served.home, "/");
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // Every page of these tests is a private one, and those can never be installed.
  assert.deepEqual(installabilityErrors.map((it) => it.errorId).filter((id) => id !== "in-incognito"), []);
  const { data, errors } = await session.send("Page.getAppManifest");
  assert.deepEqual([errors, JSON.parse(data).display], [[], "standalone"]);
  await page.close();
});

test("the files of an earlier page go", async () => {
  const page = await served.open();
  await page.goto(new URL("/icon.svg", served.home).href);
  await page.evaluate(async () => (await caches.open("everymile-shell")).put("/assets/earlier.js", new Response("")));
  await visit(page, served.home, "/");
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(async () => !(await (await caches.open("everymile-shell")).match("/assets/earlier.js")));
  await page.close();
});

test("after one visit every screen opens without everymile and says how to start it", async () => {
  const page = await served.open({ viewport: { width: 360, height: 740 } });
  const thrown = [];
  page.on("pageerror", (error) => thrown.push(error.message));
  await visit(page, served.home, "/");
  await page.evaluate(() => navigator.serviceWorker.ready);
  await served.stop();
  for (const at of ["/", "/settings", "/rules/take-rest-days", "/runs/last"]) {
    await page.goto(new URL(at, served.home).href);
    await page.getByRole("alert").getByText("everymile does not answer.").first().waitFor();
    await page.getByText("start it again: everymile serve").first().waitFor();
  }
  assert.deepEqual(thrown, []);
  assert.equal(await page.evaluate(async () => (await (await caches.open("everymile-shell")).keys()).some(({ url }) => url.includes("/api/"))), false);
  await page.close();
});
