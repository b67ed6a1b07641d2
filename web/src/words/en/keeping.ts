// The words of what keeps a logbook safe: backups taken and brought back.
import { many } from "./many";

export const keeping = {
  title: "Backup and restore",
  what: "A backup is one file that holds everything: your files as they came and every word you said. It is not encrypted and tells where you ran; keep it on another disk.",
  take: "Take a backup",
  taking: "Copying everything, and reading the copy again to be sure …",
  taken: (originals: number, size: string) => `It is on its way to your downloads (${size}). All ${many(originals, "file")} in it were read again and are as they came.`,
  choose: "Bring one back",
  looking: "Looking it over; nothing is replaced yet",
  handingIn: "Handing it in",
  found: "This backup is whole. Nothing is replaced yet.",
  inIt: "In the backup",
  here: "Here now",
  nothingHere: "no logbook yet",
  unreadable: "a logbook that cannot be read; it is kept as it lies",
  rows: { runs: "Runs", from: "From", to: "To", days: "Days of check-in", corrections: "Corrections", plans: "Plans" },
  keptNote: "What is here now is kept beside it under another name, with everything you say until then.",
  put: "Put the backup in place",
  leave: "Leave it",
  putting: "Putting it in place …",
  left: "Nothing was changed.",
  done: "Everything is as it was in the backup.",
  kept: "The logbook that was here is kept, with every word said until now:",
};
