// A backup taken and brought back on the page: looked over, put in place by the runner's word, and read by
// every page that is open.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, beforeEach, test } from "node:test";
import { barriers, demo, everymile, tooWide, visit } from "./everymile.js";

let served;
beforeEach(async () => { await served?.close(); served = await everymile(); });
after(() => served?.close());

/** Takes a backup as somebody does who presses the button, and gives where it lies. */
async function takeBackup(page) {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Take a backup" }).click();
  const download = await coming;
  const file = join(served.folder, "taken.everymile");
  await download.saveAs(file);
  assert.equal(download.suggestedFilename(), "everymile-2026-06-01.everymile");
  return file;
}

async function choose(page, file) {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Bring one back" }).click();
  await (await chooser).setFiles(file);
}

test("a backup is brought back, what was said since is kept beside, and every open page reads anew", async () => {
  const context = await served.context();
  const page = await context.newPage();
  await visit(page, served.home, "/settings");
  const file = await takeBackup(page);
  await page.getByText("were read again and are as they came").waitFor();
  const other = await context.newPage();
  await visit(other, served.home, "/runs/2026-05-27");
  await other.getByLabel("What was it really for?").selectOption("tempo");
  await other.getByRole("button", { name: "Keep" }).click();
  await other.getByText("(your correction)").waitFor();
  await page.bringToFront();
  await choose(page, file);
  await page.getByText("This backup is whole. Nothing is replaced yet.").waitFor();
  const row = page.getByRole("row", { name: /^Corrections/ });
  assert.deepEqual(await row.getByRole("cell").allTextContents(), ["0", "1"]);
  assert.deepEqual(await barriers(page), []);
  await page.getByRole("button", { name: "Put the backup in place" }).click();
  await page.getByText("Everything is as it was in the backup.").waitFor();
  const kept = await page.locator(".path").textContent();
  assert.match(kept, /\.before-/);
  await other.getByRole("heading", { name: /^Steady run/ }).waitFor();
  const typed = spawnSync(process.env.EVERYMILE_BINARY, ["--logbook", kept, "show", "2026-05-27", "--format", "json"]);
  const aside = JSON.parse(typed.stdout);
  assert.equal(aside.runs[0].purpose, "tempo");
  await context.close();
});

test("what was typed in another page stays when a backup is brought back", async () => {
  const context = await served.context();
  const page = await context.newPage();
  await visit(page, served.home, "/settings");
  const file = await takeBackup(page);
  await page.getByText("were read again and are as they came").waitFor();
  served.types("profile", "set", "name", "Paula", "hr-rest", "44");
  const [settings, today] = [await context.newPage(), await context.newPage()];
  await visit(settings, served.home, "/settings");
  const goal = settings.getByLabel("What you run for");
  await goal.fill("a calm marathon");
  await visit(today, served.home, "/");
  await today.getByRole("group", { name: /^Soreness/ }).getByRole("radio", { name: "5", exact: true }).check();
  await today.getByLabel("Sore where").fill("left calf");
  await page.bringToFront();
  await choose(page, file);
  const askedAgain = today.waitForResponse((response) => response.url().includes("/api/check-in"));
  await page.getByRole("button", { name: "Put the backup in place" }).click();
  await page.getByText("Everything is as it was in the backup.").waitFor();
  await askedAgain;
  await settings.waitForFunction(() => [...document.querySelectorAll("input")].every((it) => it.value !== "44"));
  assert.equal(await goal.inputValue(), "a calm marathon");
  assert.equal(await today.getByLabel("Sore where").inputValue(), "left calf");
  assert.equal(await today.getByRole("group", { name: /^Soreness/ }).getByRole("radio", { name: "5", exact: true }).isChecked(), true);
  await context.close();
});

test("what is no backup is refused with the reason, and a backup can be left where it came from", async () => {
  const page = await served.open();
  await visit(page, served.home, "/settings");
  const letter = join(served.folder, "letter.everymile");
  writeFileSync(letter, "Dear runner");
  await choose(page, letter);
  await page.getByRole("alert").getByText("that file is no logbook.").waitFor();
  const file = await takeBackup(page);
  writeFileSync(letter, readFileSync(file).subarray(0, 60_000));
  await choose(page, letter);
  await page.getByRole("alert").getByText("that file is damaged or cut off.").waitFor();
  await choose(page, file);
  await page.getByRole("button", { name: "Leave it" }).click();
  await page.getByText("Nothing was changed.").waitFor();
  await page.close();
});

test("where no logbook is yet, a backup is brought back and fills the page", async () => {
  await served.close();
  served = await everymile({ isEmpty: true });
  const page = await served.open({ viewport: { width: 390, height: 844 } });
  await visit(page, served.home, "/settings");
  await choose(page, join(demo(), "demo.everymile"));
  await page.getByText("Here now: no logbook yet.").waitFor();
  assert.equal(await tooWide(page), 0);
  await page.getByRole("button", { name: "Put the backup in place" }).click();
  await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  await page.getByText("Everything is as it was in the backup.").waitFor();
  await page.close();
});
