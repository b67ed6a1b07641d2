// Files may be dropped anywhere on the page: they are imported, and the screen that tells of it opens; a backup
// is looked over where backups are brought back.
import { useLocation } from "preact-iso";
import { useEffect, useState } from "preact/hooks";
import { takeDropped } from "../api/dropped";
import { words } from "../words";

export function DropAnywhere() {
  const { route } = useLocation();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent) => event.relatedTarget == null && setIsOver(false);
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      setIsOver(false);
      void takeDropped(event.dataTransfer, route);
    };
    addEventListener("dragover", over);
    addEventListener("dragleave", leave);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", over);
      removeEventListener("dragleave", leave);
      removeEventListener("drop", drop);
    };
  }, [route]);
  return isOver ? <div class="drop-here" aria-hidden="true">{words.importing.here}</div> : null;
}
