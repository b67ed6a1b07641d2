// The colours of the page for a canvas, which cannot read them from the style sheet by itself: as the
// browser resolves them now, light or dark. Each is resolved once for a scheme: asking costs a layout.
const resolver = document.createElement("span");
resolver.hidden = true;

const resolved = new Map<string, string>();
// Heard before any chart hears it and draws anew, for it was asked for first.
const scheme = matchMedia("(prefers-color-scheme: dark)");
scheme.addEventListener("change", () => resolved.clear());

/** A colour by the name of its custom property. */
export function colour(name: `--${string}`): string {
  const known = resolved.get(name);
  if (known) return known;
  if (!resolver.isConnected) document.body.append(resolver);
  resolver.style.color = `var(${name})`;
  const fresh = getComputedStyle(resolver).color;
  resolved.set(name, fresh);
  return fresh;
}
