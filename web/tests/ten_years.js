// How soon the page of ten years is there: node ten_years.js FOLDER, the folder that `just decade` wrote, with
// EVERYMILE_BINARY naming a release build. Imports it and plans a race, starts the page cold, opens the first
// screen in a fresh browser, then asks every route that only reads by turns. Fails where the screen takes more
// than a second, or a route more than 50 ms in 95 of 100.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve, visit } from "./everymile.js";

const SCREEN_MS = 1000;
const ANSWER_MS = 50;
const ROUNDS = 40;
const ON = "2025-01-03";
const RACE_ON = "2025-04-13";

/** What stands for the parts of a path, and for what must be asked with it. */
const SAID = { id: "last", beside: "quality-first", goal: "half", date: RACE_ON, from: ON, to: "2025-01-31" };

const scratch = mkdtempSync(join(tmpdir(), "everymile-ten-years-"));
process.on("exit", () => rmSync(scratch, { recursive: true }));
const logbook = join(scratch, "log");
types("import", join(process.argv[2], "runs"));
types("plan", "new", "--goal", "half", "--date", RACE_ON, "--on", ON, "--yes");
const began = performance.now();
const served = await serve(logbook, ["--on", ON]);
const listening = performance.now() - began;
const screen = await firstScreen();
const answers = await everyAnswer();
await served.close();

console.log("| what | asked | measured | |\n|---|---|---|---|");
line("it listens", "", `${listening.toFixed(0)} ms`, true);
line("the first screen, cold", `≤ ${SCREEN_MS} ms`, `${screen.toFixed(0)} ms`, screen <= SCREEN_MS);
for (const [path, most] of [...answers].sort((one, other) => other[1] - one[1])) {
  line(`\`${path}\``, `≤ ${ANSWER_MS} ms`, `${most.toFixed(1)} ms in 95 of 100`, most <= ANSWER_MS);
}

function types(...command) {
  const { status, stderr } = spawnSync(process.env.EVERYMILE_BINARY, ["--logbook", logbook, ...command], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}

function line(what, asked, measured, isHeld) {
  if (!isHeld) process.exitCode = 1;
  console.log(`| ${what} | ${asked} | ${measured} | ${isHeld ? "held" : "**not reached**"} |`);
}

/** Milliseconds from the address to a screen that can be used. */
async function firstScreen() {
  const page = await served.open();
  const asked = performance.now();
  await visit(page, served.home, "/");
  const took = performance.now() - asked;
  await page.close();
  return took;
}

/** The milliseconds within which 95 of 100 answers of every route come. */
async function everyAnswer() {
  const times = new Map(routes().map((path) => [path, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [path, took] of times) {
      const asked = performance.now();
      const answer = await fetch(new URL(path, served.home));
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      took.push(performance.now() - asked);
    }
  }
  return [...times].map(([path, took]) => [path, took.sort((one, other) => one - other)[Math.ceil(ROUNDS * 0.95) - 1]]);
}

/** Every described route that only reads, with what it asks for. A backup is a file, and no answer. */
function routes() {
  const { paths } = JSON.parse(readFileSync(new URL("../openapi.json", import.meta.url), "utf8"));
  const reads = Object.entries(paths).filter(([path, { get }]) => get && !path.startsWith("/api/backup"));
  return reads.map(([path, { get }]) => {
    const questions = (get.parameters ?? []).filter(({ name, in: where }) => where === "query" && SAID[name]);
    const filled = path.replace(/\{(\w+)\}/g, (_, name) => (path.startsWith("/api/rules") ? "take-rest-days" : SAID[name]));
    return questions.length === 0 ? filled : `${filled}?${new URLSearchParams(questions.map(({ name }) => [name, SAID[name]]))}`;
  });
}
