// Answers of the screens on which the runner chooses: rules, doctrines, imports, the profile.
import { about, useAnswer } from "./answers";
import { api, outcome, type Compared, type Doctrines, type Imports, type Profile, type Rulebook, type RulePage, type ShoesTold, type WornOnRun } from "./client";

export const useRulebook = () => useAnswer<Rulebook>("rules", () => outcome(api.GET("/api/rules")));
export const useDoctrines = () => useAnswer<Doctrines>("doctrines", () => outcome(api.GET("/api/doctrines")));
export const useImports = () => useAnswer<Imports>("imports", () => outcome(api.GET("/api/imports")));
export const useShoes = () => useAnswer<ShoesTold>("shoes", () => outcome(api.GET("/api/shoes")));
export const useProfile = () => useAnswer<Profile>("profile", () => outcome(api.GET("/api/profile")));

export const useRule = (id: string) =>
  useAnswer<RulePage>(`rule ${id}`, () => outcome(api.GET("/api/rules/{id}", { params: { path: { id } } })));

/** In which shoes a run was run. */
export const useWorn = (id: string | undefined) =>
  useAnswer<WornOnRun>(about("worn", id), () =>
    outcome(api.GET("/api/runs/{id}/shoes", { params: { path: { id: id ?? "" } } })),
  );

/** The last weeks under the doctrine that judges and under another one. */
export const useCompared = (beside: string) =>
  useAnswer<Compared>(`compared ${beside}`, () =>
    outcome(api.GET("/api/doctrines/compared", { params: { query: { beside } } })),
  );
