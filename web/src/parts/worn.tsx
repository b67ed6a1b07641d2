// In which shoes a run was run, and the runner's own word on it.
import { useWorn } from "../api/choices";
import { api, outcome, type WornOnRun } from "../api/client";
import { useSaying } from "../api/saying";
import { words } from "../words";
import { Here, Trouble } from "./answer";
import { useTyped } from "./typed";

const { shoes: said } = words;

export const Worn = ({ id }: { id: string }) => <Here of={useWorn(id)} isPart>{(worn) => <Opened id={id} worn={worn} />}</Here>;

function Opened({ id, worn }: { id: string; worn: WornOnRun }) {
  const { state, say } = useSaying();
  const { typed: chosen, type: choose, sent } = useTyped<string | undefined>(undefined, worn);
  const shown = chosen ?? worn.shoes ?? "";
  const tell = (shoes: string | null) => {
    void say(outcome<WornOnRun>(api.PUT("/api/runs/{id}/shoes", { params: { path: { id } }, body: { shoes } }))).then(sent());
  };
  const keep = (event: Event) => {
    event.preventDefault();
    tell(shown);
  };
  if (worn.names.length === 0) return <section class="card"><h2>{said.worn}</h2><p><a href="/settings">{said.nameFirst}</a></p></section>;
  return (
    <form class="card" onSubmit={keep}>
      <h2><label for="shoes">{said.worn}</label></h2>
      <div class="buttons">
        <select id="shoes" class="button" value={shown} onChange={(event) => choose(event.currentTarget.value)}>
          {worn.shoes == null && <option value="">{said.unknown}</option>}
          {worn.names.map((name) => <option key={name} value={name}>{name}</option>)}
        </select>
        <button class="button first" disabled={shown === "" || shown === worn.shoes}>{words.run.keep}</button>
        {worn.by === "runner" && <button type="button" class="button" onClick={() => tell(null)}>{said.takeBack}</button>}
        <span role="status" class="small faint">{worn.by && chosen === undefined ? said.by[worn.by] : ""}</span>
      </div>
      {typeof state === "object" && <Trouble problem={state} isSmall />}
    </form>
  );
}
