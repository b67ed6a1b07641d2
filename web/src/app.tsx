// The frame and the screens in it.
import { lazy, LocationProvider, Route, Router, useLocation } from "preact-iso";
import { useEffect, useRef } from "preact/hooks";
import { isShut, useCover, useSilence } from "./api/answers";
import { Trouble } from "./parts/answer";
import { Door } from "./parts/door";
import { DropAnywhere } from "./parts/drop";
import { Keys } from "./parts/keys";
import { More } from "./parts/more";
import { FURTHER, isAt, PLACES, TOOLS } from "./places";
import { CalendarScreen } from "./screens/calendar";
import { LedgerScreen } from "./screens/ledger";
import { Nowhere } from "./screens/nowhere";
import { PlanScreen } from "./screens/plan";
import { ProgressScreen } from "./screens/progress";
import { RunScreen } from "./screens/run";
import { SignsScreen } from "./screens/signs";
import { TodayScreen } from "./screens/today";
import { fullDay } from "./show/days";
import { words } from "./words";

// Where the runner chooses; fetched when it is first opened.
const RulesScreen = lazy(() => import("./screens/rules"));
const RuleScreen = lazy(() => import("./screens/rule"));
const ImportScreen = lazy(() => import("./screens/import"));
const SettingsScreen = lazy(() => import("./screens/settings"));

export function App() {
  return (
    <LocationProvider>
      <Frame />
    </LocationProvider>
  );
}

function Frame() {
  const { path } = useLocation();
  const screen = useRef<HTMLElement>(null);
  const cover = useCover();
  const isFirst = useRef(true);
  useEffect(() => {
    const place = [...PLACES, ...TOOLS].find((place) => place.at === path);
    document.title = place ? `${words.screens[place.name]} · ${words.name}` : words.name;
    if (isFirst.current) isFirst.current = false;
    else screen.current?.focus();
  }, [path]);
  const silence = useSilence();
  const isLocked = isShut(silence);
  const wasLocked = useRef(isLocked);
  useEffect(() => {
    if (wasLocked.current && !isLocked) screen.current?.focus();
    wasLocked.current = isLocked;
  }, [isLocked]);
  // What was typed stays behind the door and through a silence.
  const isOpened = cover?.ok === true;
  return (
    <div class="frame">
      <a class="skip" href="#screen" onClick={(event) => { event.preventDefault(); screen.current?.focus(); }}>
        {words.skip}
      </a>
      <header class="top">
        <a class="name" href="/">{words.name}</a>
        <nav class="ways" aria-label={words.navigation}>
          {PLACES.map((place) => (
            <a key={place.at} class={FURTHER.includes(place) ? "further" : undefined} href={place.at} aria-current={isAt(path, place.at) ? "page" : undefined}>
              {words.screens[place.name]}
            </a>
          ))}
          <More path={path} />
        </nav>
        <nav class="tools" aria-label={words.tools}>
          {TOOLS.map((place) => (
            <a key={place.at} href={place.at} aria-current={isAt(path, place.at) ? "page" : undefined}>
              {words.screens[place.name]}
            </a>
          ))}
        </nav>
      </header>
      <main id="screen" class="screen" tabIndex={-1} ref={screen}>
        {isLocked && <Door />}
        {isOpened && silence?.kind === "failed" && <Trouble problem={silence} />}
        {(isOpened || !isLocked) && <div class="screens" hidden={isLocked}><Screens /></div>}
      </main>
      <footer class="foot">
        {cover?.ok && <span>{words.asOf(fullDay(cover.value.on))}.</span>}
        {cover?.ok && <span>{words.judgedBy(cover.value.doctrine)}</span>}
        <Keys />
      </footer>
      {!isLocked && <DropAnywhere />}
    </div>
  );
}

function Screens() {
  return (
    <Router>
      <Route path="/" component={TodayScreen} />
      <Route path="/calendar" component={CalendarScreen} />
      <Route path="/ledger" component={LedgerScreen} />
      <Route path="/plan" component={PlanScreen} />
      <Route path="/progress" component={ProgressScreen} />
      <Route path="/runs/:id" component={RunScreen} />
      <Route path="/signs" component={SignsScreen} />
      <Route path="/rules" component={RulesScreen} />
      <Route path="/rules/:id" component={RuleScreen} />
      <Route path="/import" component={ImportScreen} />
      <Route path="/settings" component={SettingsScreen} />
      <Route default component={Nowhere} />
    </Router>
  );
}
