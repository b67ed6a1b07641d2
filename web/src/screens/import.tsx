// Import: files or a whole export into the logbook, how far that is, what came of every file; and every
// import there was, to undo it.
import { useLocation } from "preact-iso";
import { useRef } from "preact/hooks";
import { useImports } from "../api/choices";
import { api, outcome, type FileImported, type Imported, type Imports, type ImportTold } from "../api/client";
import { takeIn } from "../api/dropped";
import { importFiles, isGoingOn, leftOut, useImporting, type Importing } from "../api/importing";
import { useSaying } from "../api/saying";
import { Here, Trouble } from "../parts/answer";
import { NamingAgain, Progress } from "../parts/progress";
import { fullDay, moment } from "../show/days";
import { bytes, plain } from "../show/numbers";
import { words } from "../words";

const { importing: said } = words;

/** More than this is folded away. */
const MANY = 8;

export default function ImportScreen() {
  const importing = useImporting();
  const imports = useImports();
  const isEmpty = imports?.ok === false && imports.problem.kind === "no-runs";
  return (
    <>
      <section class="lead">
        <h1>{said.title}</h1>
        <p>{said.what}</p>
      </section>
      <Picker isBusy={isGoingOn(importing)} />
      <div aria-live="polite" class="stack">
        <Now importing={importing} />
        {leftOut().map((name) => <p key={name}>{said.isBackup(name)}</p>)}
      </div>
      {isEmpty
        ? <section class="card"><h2>{said.before}</h2><p>{said.none}</p></section>
        : <Here of={imports} isPart>{(imports) => <Before imports={imports} isReading={isGoingOn(importing)} />}</Here>}
    </>
  );
}

function Picker({ isBusy }: { isBusy: boolean }) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const { route } = useLocation();
  const take = (input: HTMLInputElement) => {
    void takeIn([...(input.files ?? [])].filter((file) => !file.name.startsWith(".")), route);
    input.value = "";
  };
  return (
    <section class="card picker">
      <p>{said.drop}</p>
      <div class="buttons">
        <button type="button" class="button first" disabled={isBusy} onClick={() => files.current?.click()}>{said.choose}</button>
        <button type="button" class="button" disabled={isBusy} onClick={() => folder.current?.click()}>{said.folder}</button>
      </div>
      <input ref={files} hidden type="file" multiple onChange={(event) => take(event.currentTarget)} />
      <input ref={(input) => { folder.current = input; if (input) input.webkitdirectory = true; }} hidden type="file" onChange={(event) => take(event.currentTarget)} />
      <p class="small faint">{said.kinds}</p>
    </section>
  );
}

function Now({ importing }: { importing: Importing }) {
  switch (importing.phase) {
    case "idle":
      return null;
    case "handing-in":
      return <section class="card"><Progress title={said.handingIn(importing.file)} far={importing.far} counted={bytes} /></section>;
    case "reading":
      return (
        <section class="card">
          {importing.doing === "reading"
            ? <Progress title={said.reading} far={importing.far} counted={bytes} />
            : <Progress title={said.naming} far={importing.far} counted={(runs) => said.runs(Math.round(runs))} />}
        </section>
      );
    case "failed":
      return (
        <>
          <Trouble problem={importing.problem} isSmall />
          {importing.files.length > 0 && (
            <div class="buttons">
              <button type="button" class="button first" onClick={() => void importFiles(importing.files)}>{said.again(importing.files.length)}</button>
            </div>
          )}
        </>
      );
    case "done":
      return <Done imported={importing.imported} />;
  }
}

type Found = { runs: number; others: number; days: number };

/** What was found, as in `3 runs, 1 other, 2 days`. */
const found = ({ runs, others, days }: Found) =>
  [said.runs(runs), ...(others > 0 ? [said.others(others)] : []), ...(days > 0 ? [said.days(days)] : [])].join(", ");

function Done({ imported }: { imported: Imported }) {
  const { runs, others, days, holds, first, last } = imported;
  const failed = imported.files.flatMap((file) => file.failed);
  return (
    <section class="card fresh">
      <h2>{runs + others + days > 0 ? said.read(found(imported)) : said.nothingNew}</h2>
      <p>
        {first && last ? said.holds(holds, fullDay(first), fullDay(last)) : said.holdsNone}{" "}
        {imported.to_come > 0 && said.toCome(imported.to_come)}
      </p>
      {runs > 0 && <p><a class="button" href="/ledger">{said.whatFor}</a></p>}
      <Many title={said.failed(failed.length)} isOpen lines={failed.map((one) => ({ what: one.file, of: one.error }))} />
      <Many title={said.duplicates(imported.duplicates.length)} lines={imported.duplicates.map((one) => ({ what: one.file, of: said.isThe(one.of) }))} />
      <Many title={said.files(imported.files.length)} isOpen={imported.files.length <= MANY} lines={imported.files.map((file) => ({ what: file.file, of: fate(file) }))} />
      {imported.unused.map((line) => <p key={line} class="small faint">{line}</p>)}
    </section>
  );
}

function fate(file: FileImported): string {
  const told: [number, (many: number) => string][] = [
    [file.runs, said.runs],
    [file.others, said.others],
    [file.days, said.days],
    [file.count_again, said.countAgain],
    [file.known, said.known],
    [file.failed.length, said.failed],
  ];
  const parts = told.filter(([many]) => many > 0).map(([many, say]) => say(many));
  return parts.length > 0 ? parts.join(", ") : said.nothingInIt;
}

function Many({ title, lines, isOpen = false }: { title: string; lines: { what: string; of: string }[]; isOpen?: boolean }) {
  if (lines.length === 0) return null;
  return (
    <details open={isOpen}>
      <summary>{title}</summary>
      <dl class="fates">
        {lines.map(({ what, of }) => <div key={`${what} ${of}`}><dt>{what}</dt><dd>{of}</dd></div>)}
      </dl>
    </details>
  );
}

function Before({ imports, isReading }: { imports: Imports; isReading: boolean }) {
  const { state, say } = useSaying();
  const setAside = (at: string, is_set_aside: boolean) =>
    say(outcome<Imports>(api.PUT("/api/imports/{at}", { params: { path: { at } }, body: { is_set_aside } })));
  return (
    <section class="card">
      <h2>{said.before}</h2>
      <p class="small faint">{imports.imports.length === 0 ? said.none : isReading ? said.meanwhile : said.undoing}</p>
      {typeof state === "object" && <Trouble problem={state} isSmall />}
      {state === "keeping" && <NamingAgain />}
      <ol class="imports">
        {imports.imports.map((it) => <One key={it.at} import={it} isBusy={isReading || state === "keeping"} onSay={setAside} />)}
      </ol>
    </section>
  );
}

function One({ import: it, isBusy, onSay }: { import: ImportTold; isBusy: boolean; onSay: (at: string, isAside: boolean) => Promise<boolean> }) {
  const isUndone = it.set_aside === it.originals;
  const told = found(it);
  const files = it.files.map((file) => file.split(/[\\/]/).at(-1)).join(", ") + (it.more_files > 0 ? said.more(it.more_files) : "");
  return (
    <li>
      <div>
        <b>{moment(it.at)}</b>: {isUndone ? <del>{told}</del> : told}
        {isUndone ? ` · ${said.undone}` : it.set_aside > 0 ? ` · ${said.partly(plain(it.set_aside), plain(it.originals))}` : ""}
        <span class="small faint">{files}</span>
      </div>
      <button type="button" class="button small" disabled={isBusy} onClick={() => void onSay(it.at, !isUndone)}>
        {isUndone ? said.redo : said.undo}<span class="unseen"> {said.ofImport(it.number)}</span>
      </button>
    </li>
  );
}
