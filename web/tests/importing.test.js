// Files come in on the page: chosen, dropped anywhere, as a whole archive; each is told of, and an import is
// undone. What cannot be read is named with its reason.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { clock, demo, everymile, visit } from "./everymile.js";

let served, runs;
before(() => {
  const files = readdirSync(demo(), { recursive: true, withFileTypes: true }).filter((it) => /\.fit$/.test(it.name));
  runs = files.map((it) => join(it.parentPath, it.name)).sort().slice(0, 6);
});
beforeEach(async () => { await served?.close(); served = await everymile({ isEmpty: true }); });
after(() => served?.close());

const holds = () => JSON.parse(served.types("imports", "--format", "json") || '{"imports":[]}').imports;

/** A zip of files as they are, not compressed (PKWARE's APPNOTE, sections 4.3.7 and 4.3.12). */
function archive(files) {
  const [parts, entries] = [[], []];
  let at = 0;
  for (const { name, bytes } of files) {
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(crc32(bytes), 0);
    sizes.writeUInt32LE(bytes.length, 4);
    sizes.writeUInt32LE(bytes.length, 8);
    sizes.writeUInt16LE(name.length, 12);
    const local = Buffer.concat([Buffer.from("504b0304140000000000000000 00".replace(" ", ""), "hex"), sizes, Buffer.from(name), bytes]);
    const place = Buffer.alloc(4);
    place.writeUInt32LE(at);
    entries.push(Buffer.concat([Buffer.from("504b010214001400000000000000 0000".replace(" ", ""), "hex"), sizes, Buffer.alloc(10), place, Buffer.from(name)]));
    parts.push(local);
    at += local.length;
  }
  const end = Buffer.alloc(22);
  end.write("504b0506", 0, "hex");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(entries.reduce((all, entry) => all + entry.length, 0), 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...entries, end]);
}

/** The checksum of a zip (ISO 3309). */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** Chooses files as somebody does who presses the button. */
async function choose(page, files) {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose files" }).click();
  await (await chooser).setFiles(files);
}

test("an empty logbook leads to the import, and the first files fill the page", async () => {
  const page = await served.open();
  await visit(page, served.home, "/");
  await page.getByRole("link", { name: "Import files" }).click();
  await page.getByRole("heading", { level: 1, name: "Import" }).waitFor();
  await choose(page, runs.slice(0, 3));
  await page.getByRole("heading", { name: "Read: 3 runs." }).waitFor();
  await page.getByRole("link", { name: "What they were for" }).click();
  await page.getByRole("heading", { name: /^You ran/ }).waitFor();
  assert.equal(holds()[0].runs, 3);
});

test("files dropped anywhere are imported, and what fails is named with its reason", async () => {
  const broken = join(served.folder, "shopping.fit");
  writeFileSync(broken, "bread, milk");
  const page = await served.open();
  await visit(page, served.home, "/calendar");
  const files = [...runs.slice(0, 2), broken].map((path) => ({ name: path.split("/").at(-1), bytes: [...readFileSync(path)] }));
  const dropped = await page.evaluateHandle((files) => {
    const data = new DataTransfer();
    for (const { name, bytes } of files) data.items.add(new File([new Uint8Array(bytes)], name));
    return data;
  }, files);
  await page.dispatchEvent("body", "dragover", { dataTransfer: dropped });
  await page.getByText("Let go: it is imported").waitFor();
  await page.dispatchEvent("body", "drop", { dataTransfer: dropped });
  await page.getByRole("heading", { name: "Read: 2 runs." }).waitFor();
  await page.getByText("1 could not be read").first().waitFor();
  await page.locator(".fates dt", { hasText: "shopping.fit" }).first().waitFor();
  assert.equal(new URL(page.url()).pathname, "/import");
});

/** Drops files somewhere on the page. */
async function drop(page, files) {
  const dropped = await page.evaluateHandle((files) => {
    const data = new DataTransfer();
    for (const { name, bytes } of files) data.items.add(new File([new Uint8Array(bytes)], name));
    return data;
  }, files.map(({ name, bytes }) => ({ name, bytes: [...bytes] })));
  await page.dispatchEvent("body", "drop", { dataTransfer: dropped });
}

test("where nothing was dropped the last result stays, and what cannot be read is said", async () => {
  const page = await served.open();
  await visit(page, served.home, "/import");
  await choose(page, runs.slice(0, 1));
  const read = page.getByRole("heading", { name: "Read: 1 run." });
  await read.waitFor();
  const given = (entry) => page.evaluate((entry) => {
    const file = (_, fail) => fail(new DOMException("gone", "NotFoundError"));
    DataTransferItem.prototype.webkitGetAsEntry = () => ({ ...entry, file });
  }, entry);
  await given({ name: ".DS_Store", isFile: true });
  await drop(page, [{ name: ".DS_Store", bytes: [0] }]);
  await page.waitForTimeout(200);
  assert.ok(await read.isVisible());
  await given({ name: "gone.fit", isFile: true });
  await drop(page, [{ name: "gone.fit", bytes: [0] }]);
  await page.getByRole("alert").getByText("the browser could not read what was dropped.").waitFor();
});

test("a whole export dropped as one archive is taken apart, and what was in it is told", async () => {
  const page = await served.open();
  await visit(page, served.home, "/signs");
  const bytes = archive(runs.slice(0, 3).map((path, place) => ({ name: `activities/${place}.fit`, bytes: readFileSync(path) })));
  await drop(page, [{ name: "export.zip", bytes }]);
  await page.getByRole("heading", { name: "Read: 3 runs." }).waitFor();
  await page.getByText("What came of the file", { exact: true }).waitFor();
  assert.equal(await page.locator(".fates dt", { hasText: "export.zip" }).count(), 1);
  assert.equal(holds()[0].originals, 3);
});

test("a run that is there twice is told of, and counts once", async () => {
  const [run] = runs;
  const page = await served.open();
  await visit(page, served.home, "/import");
  const table = "date,distance_km,duration\n";
  await choose(page, [run]);
  await page.getByRole("heading", { name: "Read: 1 run." }).waitFor();
  const { runs: [told] } = JSON.parse(served.types("show", "last", "--format", "json"));
  const copy = join(served.folder, "by-hand.csv");
  writeFileSync(copy, `${table}${told.local_start.slice(0, 10)},${(told.distance_m / 1000).toFixed(2)},${clock(told.moving_s)}\n`);
  await choose(page, [copy]);
  await page.getByText("1 run found twice; the richer copy counts").click();
  await page.locator(".fates dt", { hasText: "by-hand.csv" }).first().waitFor();
  await page.getByText(/The logbook holds 1 run/).waitFor();
});

test("a backup that is dropped anywhere is looked over where backups are brought back", async () => {
  const page = await served.open({ viewport: { width: 360, height: 740 } });
  served.types("import", runs[1]);
  const file = join(served.folder, "everymile-2026-06-01.everymile");
  served.types("backup", file);
  const backup = { name: "everymile-2026-06-01.everymile", bytes: readFileSync(file) };
  for (const at of ["/", "/settings"]) {
    await visit(page, served.home, at);
    await drop(page, [backup]);
    const put = page.getByRole("button", { name: "Put the backup in place" });
    await put.waitFor();
    assert.equal(new URL(page.url()).pathname, "/settings");
    await page.waitForFunction((put) => put.getBoundingClientRect().top < innerHeight, await put.elementHandle());
    await page.getByText(backup.name, { exact: true }).waitFor();
    await drop(page, [{ ...backup, name: "another.everymile" }]);
    await page.getByText("another.everymile", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Leave it" }).click();
    await page.getByText("Nothing was changed.").waitFor();
  }
  await visit(page, served.home, "/import");
  await drop(page, [backup, { name: "run.fit", bytes: readFileSync(runs[0]) }]);
  await page.getByRole("heading", { name: "Read: 1 run." }).waitFor();
  await page.getByText(`${backup.name} is a whole logbook of everymile, not a run, and was left out.`).waitFor();
});

test("while files are read nothing is undone", async () => {
  const page = await served.open();
  await visit(page, served.home, "/import");
  await choose(page, runs.slice(0, 1));
  await page.getByRole("heading", { name: "Read: 1 run." }).waitFor();
  let goOn;
  const held = new Promise((resolve) => { goOn = resolve; });
  await page.route("**/api/import/*", async (route) => {
    await held;
    await route.continue();
  });
  await choose(page, runs.slice(1, 2));
  await page.getByText("While files are read, nothing is undone.").waitFor();
  assert.equal(await page.getByRole("button", { name: "Undo import 1" }).isDisabled(), true);
  goOn();
  await page.getByRole("button", { name: "Undo import 2" }).waitFor();
  const [second, first] = holds();
  await page.getByRole("button", { name: "Undo import 2" }).click();
  await page.getByRole("button", { name: "Take back in import 2" }).waitFor();
  assert.deepEqual(holds().map((it) => [it.at, it.set_aside]), [[second.at, 1], [first.at, 0]]);
});

test("what is there already is known again", async () => {
  const page = await served.open();
  await visit(page, served.home, "/import");
  await choose(page, runs.slice(0, 2));
  await page.getByRole("heading", { name: "Read: 2 runs." }).waitFor();
  await choose(page, runs.slice(0, 2));
  await page.getByRole("heading", { name: "Nothing new was in it." }).waitFor();
  assert.equal(await page.getByText("1 known already").count(), 2);
});

test("an import is undone by keyboard and taken back in", async () => {
  const page = await served.open({ viewport: { width: 390, height: 844 } });
  await visit(page, served.home, "/import");
  await choose(page, runs.slice(0, 1));
  await page.getByRole("heading", { name: "Read: 1 run." }).waitFor();
  await choose(page, runs.slice(1, 4));
  await page.getByRole("heading", { name: "Read: 3 runs." }).waitFor();
  await page.getByRole("button", { name: "Undo import 2" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Take back in import 2" }).waitFor();
  assert.deepEqual(holds().map((it) => it.set_aside), [3, 0]);
  await page.getByRole("button", { name: "Take back in import 2" }).click();
  await page.getByRole("button", { name: "Undo import 2" }).waitFor();
  assert.deepEqual(holds().map((it) => it.set_aside), [0, 0]);
});

test("how far an import is, is told while it goes on", async () => {
  const page = await served.open();
  await visit(page, served.home, "/import");
  await page.route("**/api/import/*", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 900));
    await route.continue();
  });
  await page.route("**/api/import", async (route) => {
    if (route.request().method() === "POST") return route.continue();
    await route.fulfill({ json: { doing: "naming", done: 40, of: 120, per_second: 20, left_s: 4 } });
  });
  await choose(page, runs.slice(0, 1));
  await page.getByText("40 runs of 120 runs · 20 runs a second · 0:04 left").waitFor();
  await page.getByRole("progressbar").waitFor();
  await page.getByRole("heading", { name: "Read: 1 run." }).waitFor();
});

test("when everymile does not answer, the files stay and can be tried again", async () => {
  const page = await served.open();
  await visit(page, served.home, "/import");
  await page.route("**/files?name=*", (route) => route.abort());
  await choose(page, runs.slice(0, 2));
  await page.getByRole("alert").getByText("everymile does not answer.").waitFor();
  await page.unroute("**/files?name=*");
  await page.getByRole("button", { name: "Try again with these 2 files" }).click();
  await page.getByRole("heading", { name: "Read: 2 runs." }).waitFor();
});
