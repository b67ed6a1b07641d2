// The colours of the page for a canvas, which cannot read them from the style sheet by itself: as the
// browser resolves them now, light or dark.
const resolver = document.createElement("span");
resolver.hidden = true;

/** A colour by the name of its custom property. */
export function colour(name: `--${string}`): string {
  if (!resolver.isConnected) document.body.append(resolver);
  resolver.style.color = `var(${name})`;
  return getComputedStyle(resolver).color;
}
