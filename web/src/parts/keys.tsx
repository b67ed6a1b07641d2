// The keys: every screen by one letter, and a list of them behind the question mark.
import { useLocation } from "preact-iso";
import { useEffect, useRef } from "preact/hooks";
import { isShut, useSilence } from "../api/answers";
import { PLACES, TOOLS } from "../places";
import { words } from "../words";

export function Keys() {
  const list = useRef<HTMLDialogElement>(null);
  const { route } = useLocation();
  useKeys((event) => {
    if (event.key === "?") list.current?.showModal();
    const place = [...PLACES, ...TOOLS].find((place) => place.key === event.key);
    if (place && !list.current?.open) route(place.at);
  });
  return (
    <>
      <button type="button" class="link" onClick={() => list.current?.showModal()}>
        {words.keys.title} (?)
      </button>
      <dialog ref={list} aria-labelledby="keys-title">
        <h2 id="keys-title">{words.keys.title}</h2>
        <dl class="keys">
          {words.keys.list.map(([key, what]) => [<dt><kbd>{key}</kbd></dt>, <dd>{what}</dd>])}
        </dl>
        <button type="button" class="button" onClick={() => list.current?.close()}>
          {words.keys.close}
        </button>
      </dialog>
    </>
  );
}

/** Hears the keys of the whole page, unless the door is shut or somebody writes or means the browser. */
export function useKeys(press: (event: KeyboardEvent) => void): void {
  const isDeaf = isShut(useSilence());
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!isDeaf && !event.ctrlKey && !event.metaKey && !event.altKey && !isWriting(event.target)) press(event);
    };
    addEventListener("keydown", hear);
    return () => removeEventListener("keydown", hear);
  });
}

function isWriting(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !["radio", "checkbox", "range"].includes(target.type);
}
