// A line through scattered weeks, for the eye.

/** The mean of each number and of so many on either side, as far as there are any. */
export function smooth(values: number[], around: number): number[] {
  return values.map((_, place) => {
    const near = values.slice(Math.max(0, place - around), place + around + 1);
    return near.reduce((sum, value) => sum + value, 0) / near.length;
  });
}
