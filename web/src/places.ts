// The places of the page: where each screen is, and the key that leads there. A new screen is a line
// here and a file in screens/.
export const PLACES = [
  { at: "/", name: "today", key: "t" },
  { at: "/calendar", name: "calendar", key: "c" },
  { at: "/ledger", name: "ledger", key: "l" },
  { at: "/plan", name: "plan", key: "p" },
  { at: "/progress", name: "progress", key: "g" },
  { at: "/runs/last", name: "run", key: "r" },
  { at: "/signs", name: "signs", key: "s" },
] as const;

/** On a telephone the first four stand in the bar, and these behind it. */
export const FURTHER = PLACES.slice(4);

/** The places where the runner chooses: a line of their own. */
export const TOOLS = [
  { at: "/rules", name: "rules", key: "b" },
  { at: "/import", name: "import", key: "i" },
  { at: "/settings", name: "settings", key: "," },
] as const;

export const ruleAt = (id: string) => `/rules/${encodeURIComponent(id)}`;

export const runAt = (id: string) => `/runs/${encodeURIComponent(id)}`;

/** Whether a path is at a place, or below it. */
export const isAt = (path: string, place: string) =>
  place === "/" ? path === "/" : place === "/runs/last" ? path.startsWith("/runs/") : path === place || path.startsWith(`${place}/`);
