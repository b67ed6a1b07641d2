// A place that is not on the page.
import { words } from "../words";

export function Nowhere() {
  return (
    <section class="lead">
      <h1>{words.problems["not-found"]}</h1>
      <p><a href="/">{words.screens.today}</a></p>
    </section>
  );
}
