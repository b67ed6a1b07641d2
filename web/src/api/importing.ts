// An import while it goes on: files are handed in one after the other, then read at once. It lives
// outside the screens, so that it goes on while others are looked at.
import { useEffect, useState } from "preact/hooks";
import { forgetAll } from "./answers";
import { api, outcome, type Imported, type Problem } from "./client";
import { handIn } from "./handing";
import { watchFar, type Far } from "./far";

export type Importing =
  | { phase: "idle" }
  | { phase: "handing-in"; file: string; far: Far }
  | { phase: "reading"; doing: "reading" | "naming"; far: Far }
  | { phase: "done"; imported: Imported }
  | { phase: "failed"; problem: Problem; files: File[] };

let now: Importing = { phase: "idle" };
const watchers = new Set<(now: Importing) => void>();

function become(next: Importing): void {
  now = next;
  for (const watcher of watchers) watcher(now);
}

export function useImporting(): Importing {
  const [seen, setSeen] = useState(now);
  useEffect(() => {
    setSeen(now);
    watchers.add(setSeen);
    return () => void watchers.delete(setSeen);
  }, []);
  return seen;
}

export const isGoingOn = (it: Importing) => it.phase === "handing-in" || it.phase === "reading";

let aside: string[] = [];

/** What came with the last files and was no run: names of backups. */
export const leftOut = () => aside;

/** Hands files in and has them read. While one import goes on no other begins. */
export async function importFiles(files: File[], others: string[] = []): Promise<void> {
  if (isGoingOn(now) || files.length + others.length === 0) return;
  aside = others;
  if (files.length === 0) return become({ phase: "idle" });
  const all = files.reduce((sum, file) => sum + file.size, 0);
  become({ phase: "handing-in", file: files[0]!.name, far: { done: 0, of: all, perSecond: 0, left: 0 } });
  const begun = await outcome<{ number: number }>(api.POST("/api/import"));
  if (!begun.ok) return become({ phase: "failed", problem: begun.problem, files });
  const { number } = begun.value;
  const since = performance.now();
  let before = 0;
  for (const file of files) {
    const told = await handIn(`/api/import/${number}/files?name=${encodeURIComponent(file.name)}`, file, (sent) => {
      const done = before + sent;
      const perSecond = done / Math.max(0.001, (performance.now() - since) / 1000);
      become({ phase: "handing-in", file: file.name, far: { done, of: all, perSecond, left: (all - done) / Math.max(1, perSecond) } });
    });
    if (!told.ok) return become({ phase: "failed", problem: told.problem, files });
    before += file.size;
  }
  await read(number, files);
}

/** Tells why what was dropped cannot be imported. */
export function refuse(problem: Problem): void {
  if (!isGoingOn(now)) become({ phase: "failed", problem, files: [] });
}

async function read(number: number, files: File[]): Promise<void> {
  const none = { done: 0, of: 0, perSecond: 0, left: 0 };
  become({ phase: "reading", doing: "reading", far: none });
  const stop = watchFar((doing, far) => {
    if (now.phase === "reading") become({ phase: "reading", doing: doing === "reading" ? "reading" : "naming", far });
  });
  const told = await outcome<Imported>(api.POST("/api/import/{number}", { params: { path: { number } } }));
  stop();
  if (!told.ok) return become({ phase: "failed", problem: told.problem, files });
  become({ phase: "done", imported: told.value });
  forgetAll();
}

/** The files that were dropped, those in folders too. */
export async function filesDropped(dropped: DataTransfer): Promise<File[]> {
  // What was dropped can be asked for only until this function first waits.
  const held = [...dropped.items].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const found = await Promise.all(held.map(({ entry, file }) => (entry ? filesIn(entry) : file ? [file] : [])));
  return found.flat();
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (entry.name.startsWith(".")) return [];
  if (entry.isFile) return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const files: File[] = [];
  for (;;) {
    // A reader gives a folder in pieces, and an empty piece at its end.
    const piece = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (piece.length === 0) return files;
    for (const inside of piece) files.push(...(await filesIn(inside)));
  }
}
