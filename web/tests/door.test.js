// The door of a page that other machines can ask: the password first, and what was typed stays.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { barriers, everymile, tooWide, visit } from "./everymile.js";

const PASSWORD = "long slow distance";

let served;
before(async () => { served = await everymile({ password: PASSWORD }); });
after(() => served?.close());

test("without the password nothing of the runner is on the page, and a wrong one stays to be mended", async () => {
  for (const colorScheme of ["light", "dark"]) {
    const page = await served.open({ viewport: { width: 360, height: 740 }, colorScheme });
    await visit(page, served.home, "/ledger");
    const field = page.getByLabel("Password");
    await field.waitFor();
    assert.equal(await page.getByText(/ km/).count(), 0);
    assert.deepEqual(await barriers(page), []);
    assert.equal(await tooWide(page), 0);
    await field.fill("short slow distance");
    await field.press("Enter");
    await page.getByRole("alert").getByText("that is not the password.").waitFor();
    assert.equal(await field.inputValue(), "short slow distance");
    assert.deepEqual(await barriers(page), []);
    await field.fill(PASSWORD);
    await field.press("Enter");
    await page.getByRole("heading", { name: /^You ran/ }).waitFor();
    await page.close();
  }
});

test("when the session ends the door stands before what was typed, and it is there behind it", async () => {
  const page = await served.open();
  await visit(page, served.home, "/settings");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Come in" }).click();
  const goal = page.getByLabel("What you run for");
  await goal.fill("a calm marathon");
  await page.context().clearCookies();
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await page.getByLabel("Password").and(page.locator(":focus")).waitFor();
  assert.equal(await goal.isVisible(), false);
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await goal.waitFor();
  assert.equal(await goal.inputValue(), "a calm marathon");
  await page.close();
});

test("at the door no key leads away from what was typed", async () => {
  const page = await served.open();
  await visit(page, served.home, "/settings");
  await page.getByLabel("Password").and(page.locator(":focus")).waitFor();
  await page.getByRole("button", { name: "Come in" }).focus();
  await page.keyboard.press("l");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  await page.keyboard.press("l");
  await page.getByRole("heading", { name: /^You ran/ }).waitFor();
  await page.close();
});
