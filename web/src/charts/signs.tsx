// The seven signs week by week: a mark for each week in the row of each sign, filled where it shows. The table
// under it is its twin.
import type { OpenedSign, Verdict } from "../api/client";
import { words } from "../words";
import { monthMarks } from "./axis";

const { signs: said } = words;

/** The height of a row, the room for the number of a sign, and for the months. */
const ROW = 26;
const LEFT = 28;
const FOOT = 24;
/** No mark is larger. */
const MOST = 16;

export function SignsByWeek({ signs, width }: { signs: OpenedSign[]; width: number }) {
  const weeks = signs[0]?.weeks ?? [];
  const step = Math.min(2 * ROW, (width - LEFT) / Math.max(1, weeks.length));
  const high = signs.length * ROW;
  return (
    <svg class="chart signs-by-week" viewBox={`0 0 ${width} ${high + FOOT}`} role="img" aria-label={said.chart}>
      {signs.map((sign, row) => (
        <g key={sign.sign}>
          <title>{sign.name}</title>
          <text x={0} y={row * ROW + ROW / 2 + 4}>{sign.sign}</text>
          {sign.weeks.map(({ week, verdict }, place) => (
            <Mark key={week} verdict={verdict} x={LEFT + (place + 0.5) * step} y={(row + 0.5) * ROW} size={Math.min(MOST, 0.7 * step)} />
          ))}
        </g>
      ))}
      {monthMarks(weeks.map(({ week }) => week), step).map(({ index, text }) => <text key={index} x={LEFT + index * step} y={high + FOOT - 6}>{text}</text>)}
    </svg>
  );
}

/** A square where it shows, a ring where it does not, a stroke where nobody can tell; nothing where it is not asked. */
function Mark({ verdict, x, y, size }: { verdict: Verdict; x: number; y: number; size: number }) {
  const half = size / 2;
  switch (verdict) {
    case "broken":
      return <rect class="shows" x={x - half} y={y - half} width={size} height={size} rx={2} />;
    case "kept":
      return <circle class="clear" cx={x} cy={y} r={0.7 * half} />;
    case "cannot-tell":
      return <line class="untold" x1={x - 0.5 * half} x2={x + 0.5 * half} y1={y} y2={y} />;
    default:
      return null;
  }
}

/** What each mark means, in words beside it. */
export function SignsKey({ of }: { of: readonly Verdict[] }) {
  return (
    <ul class="legend">
      {of.map((verdict) => (
        <li key={verdict} class="signs-by-week">
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><Mark verdict={verdict} x={8} y={8} size={12} /></svg>{" "}
          {said.verdicts[verdict]}
        </li>
      ))}
    </ul>
  );
}
