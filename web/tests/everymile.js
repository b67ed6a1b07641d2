// A synthetic runner's page, served by the real binary and opened in a real browser.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const BINARY = process.env.EVERYMILE_BINARY;
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const ON = "2026-06-01";
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const SCREENS = ["/", "/calendar", "/ledger", "/plan", "/progress", "/runs/2026-05-27", "/signs",
  "/rules", "/rules/take-rest-days", "/import", "/settings"];

let made;

/** The demo's files and its logbook, made once for all tests of a file. */
export function demo() {
  if (made) return made;
  made = mkdtempSync(join(tmpdir(), "everymile-demo-"));
  process.on("exit", () => rmSync(made, { recursive: true }));
  const told = spawnSync(BINARY, ["demo", "--dir", made], { encoding: "utf8" });
  if (told.status !== 0) throw new Error(told.stderr);
  return made;
}

/** Makes the demo's logbook in a folder and serves it, with a plan where one is asked for, behind a password
 * where one is given, or serves one that is not there yet; `told` is what a path answers, `types` what a
 * terminal says. */
export async function everymile({ isPlanned = false, isEmpty = false, on = ON, password } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "everymile-page-"));
  const book = join(folder, "demo.everymile");
  if (!isEmpty) copyFileSync(join(demo(), "demo.everymile"), book);
  const types = (...command) =>
    spawnSync(BINARY, ["--logbook", book, ...command], { encoding: "utf8", input: password }).stdout;
  if (password) types("serve", "--set-password");
  if (isPlanned) types("plan", "new", "--goal", "half", "--date", "2026-08-16", "--on", "2026-05-18", "--yes");
  const host = password ? ["--host", "0.0.0.0"] : [];
  const { home, open, context, stop, close: leave } = await serve(book, ["--on", on, ...host]);
  const told = async (path) => (await fetch(new URL(path, home))).json();
  const close = async () => {
    await leave();
    rmSync(folder, { recursive: true });
  };
  return { home, folder, open, context, types, told, stop, close };
}

/** Serves a logbook, and opens a browser for it: `open` gives a fresh page of a fresh browser, `context` a
 * browser for several, `stop` ends the server before its time. */
export async function serve(book, words) {
  const server = spawn(BINARY, ["--logbook", book, "serve", "--port", "0", ...words]);
  const [line] = await once(createInterface(server.stderr), "line");
  const home = line.split(" ").at(-1);
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
  });
  const open = (options = {}) => browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  const context = (options = {}) => browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const stop = async () => {
    if (server.exitCode !== null) return;
    server.kill("SIGINT");
    await once(server, "exit");
  };
  const close = async () => {
    await browser.close();
    await stop();
  };
  return { home, open, context, stop, close };
}

/** Opens a screen and waits until it is there. */
export async function visit(page, home, at) {
  await page.goto(new URL(at, home).href);
  await page.waitForFunction(() => !document.querySelector("[aria-busy]") && document.querySelector("main h1, main h2"));
}

/** A time as it is read: `m:ss`, or `h:mm:ss` from an hour on. */
export function clock(seconds) {
  const [whole, two] = [Math.round(seconds), (value) => String(value).padStart(2, "0")];
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** What stands in the way of a screen reader, as axe finds it. */
export async function barriers(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.html).slice(0, 3).join(" ")}`);
}

/** By how many pixels a screen is wider than its window. */
export const tooWide = (page) =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));
