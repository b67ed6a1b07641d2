// Files that were dropped or chosen: runs are imported; a backup of everymile goes to where backups are brought
// back, and is looked over there.
import { useEffect } from "preact/hooks";
import { words } from "../words";
import { filesDropped, importFiles, refuse } from "./importing";

/** How every SQLite file begins, and so every logbook. */
const HEAD = "SQLite format 3\0";

let dropped: File | undefined;
let taker: ((backup: File) => void) | undefined;

type GoTo = (at: "/import" | "/settings") => void;

/** Takes in what was dropped on the page; where the browser does not give it, the imports tell so. */
export async function takeDropped(dropped: DataTransfer, goTo: GoTo): Promise<void> {
  const files = await filesDropped(dropped).catch(() => undefined);
  if (files) return takeIn(files, goTo);
  goTo("/import");
  refuse({ kind: "refused", ...words.importing.notGiven });
}

/** Takes in files, whatever they are, and goes where that is told of. A backup is brought back only where it comes
 * alone. */
export async function takeIn(files: File[], goTo: GoTo): Promise<void> {
  const areBackups = await Promise.all(files.map(isLogbook));
  const backups = files.filter((_, place) => areBackups[place]);
  if (backups[0] && files.length === 1) {
    goTo("/settings");
    hand(backups[0]);
    return;
  }
  goTo("/import");
  await importFiles(files.filter((_, place) => !areBackups[place]), backups.map((file) => file.name));
}

async function isLogbook(file: File): Promise<boolean> {
  const head = await file.slice(0, HEAD.length).arrayBuffer().catch(() => undefined);
  return head !== undefined && new TextDecoder("latin1").decode(head) === HEAD;
}

function hand(backup: File): void {
  if (taker) taker(backup);
  else dropped = backup;
}

/** Takes the backup that was dropped somewhere on the page, now or later. */
export function useDroppedBackup(take: (backup: File) => void): void {
  useEffect(() => {
    taker = take;
    if (dropped) take(dropped);
    dropped = undefined;
    return () => { taker = undefined; };
  });
}
