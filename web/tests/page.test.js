// What must hold on every screen, in a real browser.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { barriers, everymile, SCREENS, tooWide, visit } from "./everymile.js";

let served;
before(async () => { served = await everymile({ isPlanned: true }); });
after(() => served?.close());

test("no request leaves the page's own origin", async () => {
  const page = await served.open();
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  for (const at of SCREENS) await visit(page, served.home, at);
  assert.ok(asked.length > 10);
  const origin = new URL(served.home).origin;
  assert.deepEqual(asked.filter((url) => new URL(url).origin !== origin), []);
  await page.close();
});

test("nothing on the page is against its own policy, and nothing throws", async () => {
  const page = await served.open();
  const said = [];
  page.on("console", (message) => message.type() === "error" && said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  for (const at of SCREENS) await visit(page, served.home, at);
  assert.deepEqual(said, []);
  await page.close();
});

test("a month that is none shows the calendar of today", async () => {
  const page = await served.open();
  const thrown = [];
  page.on("pageerror", (error) => thrown.push(error.message));
  for (const month of ["x", "2026-13", "2026-5", "99999-01"]) {
    await visit(page, served.home, `/calendar?month=${month}`);
    await page.getByRole("heading", { name: "June 2026" }).waitFor();
  }
  assert.deepEqual(thrown, []);
  await page.close();
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [390, 1280]) {
    test(`a screen reader finds its way at ${width} px in the ${colorScheme}`, async () => {
      const page = await served.open({ colorScheme, viewport: { width, height: 900 } });
      for (const at of SCREENS) {
        await visit(page, served.home, at);
        assert.deepEqual(await barriers(page), [], at);
      }
      await page.close();
    });
  }
}

for (const width of [360, 2560]) {
  test(`nothing is cut off at ${width} px`, async () => {
    const page = await served.open({ viewport: { width, height: 800 } });
    for (const at of SCREENS) {
      await visit(page, served.home, at);
      assert.equal(await tooWide(page), 0, at);
    }
    await page.close();
  });
}

for (const width of [360, 390]) {
  test(`every screen is reached from the bar without scrolling sideways at ${width} px`, async () => {
    const page = await served.open({ viewport: { width, height: 780 } });
    await visit(page, served.home, "/");
    const bar = page.getByRole("navigation", { name: "Screens", exact: true });
    const [wide, room] = await bar.evaluate((it) => [it.scrollWidth, it.clientWidth]);
    assert.ok(wide <= room, `the bar is ${wide} px wide in ${room}`);
    for (const [name, path] of [["Today", "/"], ["Calendar", "/calendar"], ["Ledger", "/ledger"], ["Plan", "/plan"]]) {
      await bar.getByRole("link", { name }).click();
      await page.waitForURL((url) => url.pathname === path);
    }
    const sheet = page.getByRole("dialog", { name: "More screens" });
    for (const [name, path] of [["Progress", "/progress"], ["Last run", "/runs/last"], ["Signs", "/signs"],
      ["Rules", "/rules"], ["Import", "/import"], ["Settings", "/settings"]]) {
      await page.getByRole("button", { name: "More", exact: true }).click();
      await sheet.getByRole("link", { name }).click();
      await page.waitForURL((url) => url.pathname === path);
      await sheet.waitFor({ state: "hidden" });
      assert.equal(await page.getByRole("button", { name: "More", exact: true }).getAttribute("aria-current"), "true");
    }
    await page.close();
  });
}

test("the sheet of further screens opens and closes by keyboard, and stands in no way", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const page = await served.open({ viewport: { width: 390, height: 780 }, colorScheme });
    await visit(page, served.home, "/");
    const more = page.getByRole("button", { name: "More", exact: true });
    await more.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "More screens" }).waitFor();
    assert.deepEqual(await barriers(page), []);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "More screens" }).waitFor({ state: "hidden" });
    assert.ok(await more.evaluate((it) => it === document.activeElement));
    await more.click();
    await page.mouse.click(195, 60);
    await page.getByRole("dialog", { name: "More screens" }).waitFor({ state: "hidden" });
    await page.close();
  }
});

test("every screen is one key away, and the question mark lists the keys", async () => {
  const page = await served.open();
  await visit(page, served.home, "/");
  for (const [key, path] of [["c", "/calendar"], ["l", "/ledger"], ["p", "/plan"], ["g", "/progress"],
    ["r", "/runs/last"], ["s", "/signs"], ["b", "/rules"], ["i", "/import"], [",", "/settings"], ["t", "/"]]) {
    await page.keyboard.press(key);
    await page.waitForURL((url) => url.pathname === path);
  }
  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.close();
});

test("the first screen is light and soon there", async () => {
  const page = await served.open();
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  let bytes = 0;
  session.on("Network.loadingFinished", (event) => { bytes += event.encodedDataLength; });
  await visit(page, served.home, "/runs/last");
  await visit(page, served.home, "/");
  const began = Date.now();
  const fresh = await served.open();
  await visit(fresh, served.home, "/");
  const took = Date.now() - began;
  console.log(`the page and its answers: ${(bytes / 1024).toFixed(0)} KiB; first screen after ${took} ms`);
  assert.ok(bytes < 200 * 1024, `${bytes} bytes`);
  assert.ok(took < 3000, `${took} ms on this machine`);
});
