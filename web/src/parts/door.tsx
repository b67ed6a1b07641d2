// The door: the password of an everymile that others can ask. What was typed stays when it is wrong.
import { useEffect, useRef, useState } from "preact/hooks";
import { forgetAll } from "../api/answers";
import { api, outcome, type Problem } from "../api/client";
import { words } from "../words";
import { Trouble } from "./answer";

export function Door() {
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<Problem>();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const comeIn = async (event: Event) => {
    event.preventDefault();
    const said = await outcome(api.POST("/api/session", { body: { password } }));
    if (said.ok) forgetAll();
    else setProblem(said.problem);
  };
  return (
    <form class="card" onSubmit={comeIn}>
      <h1>{words.door.title}</h1>
      <p>{words.door.why}</p>
      <label>
        {words.door.label}
        <input
          ref={field}
          class="text"
          type="password"
          autocomplete="current-password"
          value={password}
          onInput={(event) => setPassword(event.currentTarget.value)}
          required
        />
      </label>
      {problem && <Trouble problem={problem} isSmall />}
      <button class="button first">{words.door.enter}</button>
    </form>
  );
}
