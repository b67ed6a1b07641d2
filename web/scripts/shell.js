// Writes the names of all files of the built page into the worker that keeps them.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

const WORKER = "dist/offline.js";
const LIST = 'const FILES = ["/"];';

const names = readdirSync("dist", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `/${relative("dist", join(entry.parentPath, entry.name)).replaceAll(sep, "/")}`)
  .filter((name) => name !== "/index.html" && name !== "/offline.js")
  .sort();
const worker = readFileSync(WORKER, "utf8");
if (!worker.includes(LIST)) throw new Error(`${WORKER} has no place for the files of the page`);
writeFileSync(WORKER, worker.replace(LIST, `const FILES = ${JSON.stringify(["/", ...names])};`));
