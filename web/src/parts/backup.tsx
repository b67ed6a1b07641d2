// Backup and restore: everything as one file, and back. A backup that is brought back is looked over
// first; the runner sees what it would replace, and says so.
import { useEffect, useRef, useState } from "preact/hooks";
import { forgetAll } from "../api/answers";
import { api, outcome, type BackupMade, type BackupRead, type Inside, type Outcome, type Problem, type Restored } from "../api/client";
import { useDroppedBackup } from "../api/dropped";
import { handIn } from "../api/handing";
import { plainDay } from "../show/days";
import { bytes, NOTHING, plain } from "../show/numbers";
import { words } from "../words";
import { Trouble } from "./answer";
import { NamingAgain, Progress } from "./progress";

const { keeping: said } = words;

type Now =
  | { at: "rest" }
  | { at: "taking" }
  | { at: "taken"; backup: BackupMade }
  | { at: "handing-in"; done: number; of: number }
  | { at: "read"; backup: BackupRead; name: string }
  | { at: "putting" }
  | { at: "left" }
  | { at: "restored"; restored: Restored }
  | { at: "failed"; problem: Problem };

const BUSY: readonly Now["at"][] = ["taking", "handing-in", "read", "putting"];

export function Backup() {
  const [now, setNow] = useState<Now>({ at: "rest" });
  const file = useRef<HTMLInputElement>(null);
  const card = useRef<HTMLElement>(null);
  const isBusy = BUSY.includes(now.at);
  const tell = <T,>(told: Outcome<T>, then: (value: T) => Now) =>
    setNow(told.ok ? then(told.value) : { at: "failed", problem: told.problem });
  const take = async () => {
    setNow({ at: "taking" });
    const made = await outcome<BackupMade>(api.POST("/api/backup"));
    if (made.ok) download(`/api/backup/${made.value.number}`);
    tell(made, (backup) => ({ at: "taken", backup }));
  };
  const lookOver = async (chosen: File) => {
    const gone = (done: number) => setNow({ at: "handing-in", done, of: chosen.size });
    gone(0);
    tell(await handIn<BackupRead>("/api/restore", chosen, gone), (backup) => ({ at: "read", backup, name: chosen.name }));
  };
  useDroppedBackup((backup) => {
    if (!isBusy || now.at === "read") void lookOver(backup);
    card.current?.scrollIntoView({ block: "center" });
  });
  // What is asked of the runner is seen, wherever on the page the backup was dropped.
  useEffect(() => { if (now.at === "read") card.current?.scrollIntoView({ block: "center" }); }, [now.at]);
  const put = async (number: number) => {
    setNow({ at: "putting" });
    const done = await outcome<Restored>(api.POST("/api/restore/{number}", { params: { path: { number } } }));
    tell(done, (restored) => ({ at: "restored", restored }));
    if (done.ok) forgetAll();
  };
  const leave = async (number: number) => {
    setNow({ at: "left" });
    await outcome(api.DELETE("/api/restore/{number}", { params: { path: { number } } }));
  };
  return (
    <section class="card" ref={card}>
      <h2>{said.title}</h2>
      <p class="small faint">{said.what}</p>
      <div class="buttons">
        <button type="button" class="button first" disabled={isBusy} onClick={() => void take()}>{said.take}</button>
        <button type="button" class="button" disabled={isBusy} onClick={() => file.current?.click()}>{said.choose}</button>
      </div>
      <input
        ref={file}
        hidden
        type="file"
        onChange={({ currentTarget: { files } }) => {
          if (files?.[0]) void lookOver(files[0]);
          file.current!.value = "";
        }}
      />
      <div aria-live="polite" class="stack"><Told now={now} onPut={put} onLeave={leave} /></div>
    </section>
  );
}

/** The browser keeps what comes: its own way of fetching a file needs a link. */
function download(path: string): void {
  const link = document.createElement("a");
  link.href = path;
  link.download = "";
  link.click();
}

type Word = (number: number) => Promise<void>;

function Told({ now, onPut, onLeave }: { now: Now; onPut: Word; onLeave: Word }) {
  switch (now.at) {
    case "rest":
      return null;
    case "taking":
      return <p>{said.taking}</p>;
    case "taken":
      return <p>{said.taken(now.backup.originals, bytes(now.backup.bytes))}</p>;
    case "handing-in":
      return now.done < now.of
        ? <Progress title={said.handingIn} far={{ done: now.done, of: now.of, perSecond: 0, left: 0 }} counted={bytes} />
        : <><p>{said.looking} …</p><NamingAgain /></>;
    case "read":
      return <LookedOver backup={now.backup} name={now.name} onPut={onPut} onLeave={onLeave} />;
    case "putting":
      return <><p>{said.putting}</p><NamingAgain /></>;
    case "left":
      return <p>{said.left}</p>;
    case "restored":
      return (
        <div class="stack">
          <p><b>{said.done}</b></p>
          {now.restored.kept && <p>{said.kept}<br /><code class="path">{now.restored.kept}</code></p>}
        </div>
      );
    case "failed":
      return <Trouble problem={now.problem} isSmall />;
  }
}

function LookedOver({ backup, name, onPut, onLeave }: { backup: BackupRead; name: string; onPut: Word; onLeave: Word }) {
  const { number, holds, replaces, is_unreadable } = backup;
  return (
    <div class="stack">
      <h3>{said.found}</h3>
      <p class="small faint">{name}</p>
      <Beside holds={holds} replaces={replaces ?? undefined} />
      {!replaces && <p>{said.here}: {is_unreadable ? said.unreadable : said.nothingHere}.</p>}
      {(replaces || is_unreadable) && <p class="small faint">{said.keptNote}</p>}
      <div class="buttons">
        <button type="button" class="button first" onClick={() => void onPut(number)}>{said.put}</button>
        <button type="button" class="button" onClick={() => void onLeave(number)}>{said.leave}</button>
      </div>
    </div>
  );
}

/** What is in the backup, beside what is here now. */
function Beside({ holds, replaces }: { holds: Inside; replaces: Inside | undefined }) {
  const day = (date: string | null | undefined) => (date ? plainDay(date) : NOTHING);
  const { rows } = said;
  const all: [string, (of: Inside) => string][] = [
    [rows.runs, (of) => plain(of.runs)],
    [rows.from, (of) => day(of.first)],
    [rows.to, (of) => day(of.last)],
    [rows.days, (of) => plain(of.days)],
    [rows.corrections, (of) => plain(of.corrections)],
    [rows.plans, (of) => plain(of.plans)],
  ];
  return (
    <div class="wide">
      <table class="narrow">
        <thead><tr><td />{[said.inIt, ...(replaces ? [said.here] : [])].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {all.map(([name, of]) => (
            <tr key={name}><th scope="row">{name}</th><td>{of(holds)}</td>{replaces && <td>{of(replaces)}</td>}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
