// A count and what is counted.

/** `1 run`, `2 runs`. */
export const many = (count: number, one: string) => `${count.toLocaleString()} ${one}${count === 1 ? "" : "s"}`;
