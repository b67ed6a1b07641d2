// Compresses what compresses: the server sends these bytes as they are.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const WORTH_IT = /\.(html|js|css|svg|webmanifest)$/;

for (const entry of readdirSync("dist", { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath, entry.name);
  if (!entry.isFile() || !WORTH_IT.test(path)) continue;
  const plain = readFileSync(path);
  const small = brotliCompressSync(plain);
  if (small.length < 0.9 * plain.length) writeFileSync(`${path}.br`, small);
}
