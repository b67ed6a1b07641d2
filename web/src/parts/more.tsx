// On a telephone the bar at the bottom has room for four places: the others open from it as a sheet.
import { useEffect, useRef } from "preact/hooks";
import { FURTHER, isAt, TOOLS } from "../places";
import { words } from "../words";

export function More({ path }: { path: string }) {
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => sheet.current?.close(), [path]);
  const places = [...FURTHER, ...TOOLS];
  const isHere = places.some((place) => isAt(path, place.at));
  const closeBy = ({ target }: Event) => {
    if (target === sheet.current || target instanceof HTMLAnchorElement) sheet.current?.close();
  };
  return (
    <>
      <button type="button" class="more" aria-haspopup="dialog" aria-current={isHere ? "true" : undefined} onClick={() => sheet.current?.showModal()}>
        {words.more.open}
      </button>
      <dialog ref={sheet} class="sheet" aria-label={words.more.title} onClick={closeBy}>
        <nav class="places" aria-label={words.more.title}>
          {places.map((place) => (
            <a key={place.at} href={place.at} aria-current={isAt(path, place.at) ? "page" : undefined}>
              {words.screens[place.name]}
            </a>
          ))}
        </nav>
        <button type="button" class="button" onClick={() => sheet.current?.close()}>{words.more.close}</button>
      </dialog>
    </>
  );
}
