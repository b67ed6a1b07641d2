// The screen of one run: the stream and its stretches, splits and laps to the second, the route, what was odd,
// and the runner's word, which the week hears at once.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { barriers, clock, everymile, tooWide, visit } from "./everymile.js";

const RUN = "2026-05-26";

let served;
before(async () => { served = await everymile(); });
after(() => served?.close());

const told = () => JSON.parse(served.types("show", RUN, "--on", "2026-06-01", "--format", "json")).runs[0];
const recorded = () => served.told(`/api/runs/${RUN}/recording`);
const card = (page, title) => page.locator("section.card", { has: page.getByRole("heading", { name: title, exact: true }) });
const inSeconds = (time) => time.split(":").reduce((all, part) => 60 * all + Number(part), 0);

test("each stretch has its kind, purpose, standing and reason, and what would have been better where it is known", async () => {
  const page = await served.open();
  await visit(page, served.home, `/runs/${RUN}`);
  const rows = page.locator(".stretches tbody tr");
  const { segments } = told();
  assert.ok(segments.length > 5, "intervals have stretches");
  assert.equal(await rows.count(), segments.length);
  const words = { purposeful: "had a job", questionable: "questionable", junk: "junk", "cannot-tell": "cannot tell" };
  for (const [place, segment] of segments.entries()) {
    const line = await rows.nth(place).textContent();
    for (const part of [segment.kind, segment.purpose, words[segment.standing], segment.reason, segment.counterfactual ?? ""]) {
      assert.ok(line.includes(part), `${part} in ${line}`);
    }
  }
  await visit(page, served.home, "/runs/2026-05-27");
  await page.getByText("Instead:").first().waitFor();
  await page.close();
});

/** Opens the run; where its stream lies on the page. */
async function streamOf(page) {
  await visit(page, served.home, `/runs/${RUN}`);
  const over = page.locator(".panes .u-over").first();
  await over.waitFor();
  await over.scrollIntoViewIfNeeded();
  return over.boundingBox();
}

test("the pointer on the stream marks the stretch in the table, and the pointer on the table the stream", async () => {
  const page = await served.open();
  const box = await streamOf(page);
  const { segments } = told();
  const end = (await recorded()).speed_mps.length * (await recorded()).every_s;
  for (const place of [0, 3]) {
    const middle = (segments[place].start_s + segments[place].end_s) / 2;
    await page.mouse.move(box.x + (middle / end) * box.width, box.y + 30);
    await page.locator(".stretches tbody tr").nth(place).and(page.locator(".here")).waitFor();
  }
  await page.locator(".stretches tbody tr").nth(1).hover();
  const mark = page.locator(".panes .stretch-here").first();
  await mark.waitFor();
  const width = (await mark.boundingBox()).width;
  assert.ok(Math.abs(width - ((segments[1].end_s - segments[1].start_s) / end) * box.width) < 4, `${width} px`);
  await page.close();
});

test("a part of the stream is looked at closely by dragging and by keyboard, and the whole again", async () => {
  const page = await served.open();
  const box = await streamOf(page);
  await page.mouse.move(box.x + 0.3 * box.width, box.y + 30);
  await page.mouse.down();
  await page.mouse.move(box.x + 0.6 * box.width, box.y + 30, { steps: 5 });
  await page.mouse.up();
  await page.getByText(/^Shown: /).waitFor();
  await page.getByRole("button", { name: "The whole run" }).click();
  await page.getByText(/^Shown: /).waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement.role === "slider");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  const place = (await page.locator(".stretches tbody tr.here td").first().textContent()) - 1;
  const { start_s, end_s } = told().segments[place];
  await page.getByText(`Shown: ${clock(start_s)} to ${clock(end_s)}.`).waitFor();
  await page.waitForFunction(() => {
    const [mark, pane] = [document.querySelector(".stretch-here"), document.querySelector(".u-over")];
    return Math.abs(mark.getBoundingClientRect().width - pane.getBoundingClientRect().width) < 2;
  });
  await page.keyboard.press("Escape");
  await page.getByText(/^Shown: /).waitFor({ state: "detached" });
  await page.close();
});

test("by touch a stretch is chosen in the table and looked at closely", async () => {
  const context = await served.context({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await visit(page, served.home, `/runs/${RUN}`);
  await page.locator(".stretches tbody tr").nth(1).tap();
  await page.getByRole("button", { name: "Stretch 2 closely" }).tap();
  const { start_s, end_s } = told().segments[1];
  await page.getByText(`Shown: ${clock(start_s)} to ${clock(end_s)}.`).waitFor();
  await page.getByRole("button", { name: "The whole run" }).tap();
  await page.getByText(/^Shown: /).waitFor({ state: "detached" });
  await context.close();
});

test("the table of stretches is one tab stop, with the rules of the stretch that is reached", async () => {
  const page = await served.open();
  const { runs } = JSON.parse(served.types("report", "--weeks", "52", "--on", "2026-06-01", "--format", "json"));
  const { id, segments } = runs.find((run) => run.segments.slice(1).some((segment) => segment.rules.length > 0));
  await visit(page, served.home, `/runs/${id}`);
  const stops = page.locator(".stretches tbody [tabindex='0'], .stretches tbody a:not([tabindex='-1'])");
  assert.equal(await stops.count(), 1 + segments[0].rules.length);
  const place = segments.findIndex((segment, place) => place > 0 && segment.rules.length > 0);
  const row = page.locator(".stretches tbody tr").nth(place);
  await row.getByRole("link").first().focus();
  await row.and(page.locator(".here")).waitFor();
  assert.equal(await stops.count(), 1 + segments[place].rules.length);
  await page.close();
});

test("splits are right to the second, in kilometres and in miles", async () => {
  const page = await served.open();
  for (const [units, metres] of [["km", 1000], ["mi", 1609.344]]) {
    served.types("profile", "set", "units", units);
    await visit(page, served.home, `/runs/${RUN}`);
    const rows = await card(page, `Every ${units}`).locator("tbody tr").all();
    const times = await Promise.all(rows.map(async (row) => inSeconds(await row.locator("td").nth(2).textContent())));
    const { moving_s, distance_m } = told();
    assert.equal(rows.length, Math.ceil(distance_m / metres));
    assert.ok(Math.abs(times.reduce((all, it) => all + it, 0) - moving_s) <= 1, `${times} are ${moving_s} s`);
    const { splits } = await recorded();
    let clockThen = 0;
    let exact = 0;
    for (const [place, split] of splits.entries()) {
      clockThen += times[place];
      exact += split.moving_s;
      assert.ok(Math.abs(clockThen - exact) <= 0.5 + 1e-6, `split ${place + 1} ends at ${clockThen}, not ${exact}`);
    }
  }
  served.types("profile", "set", "units", "km");
  await page.close();
});

test("laps as the watch recorded them stand beside the stretches that were found", async () => {
  const page = await served.open();
  await visit(page, served.home, `/runs/${RUN}`);
  const { laps } = await recorded();
  const picture = page.getByRole("img", { name: new RegExp(`^${laps.length} laps of the watch above ${told().segments.length} stretches`) });
  assert.equal(await picture.locator(".lap").count(), laps.length);
  assert.equal(await picture.locator(".found").count(), told().segments.length);
  const rows = await card(page, "Laps of the watch").locator("tbody tr").all();
  const times = await Promise.all(rows.map((row) => row.locator("td").nth(2).textContent()));
  assert.deepEqual(times.map(inSeconds), laps.map((lap) => Math.round(lap.end_s - lap.start_s)));
  await page.close();
});

test("the route is a line and nothing beneath it is fetched", async () => {
  const page = await served.open();
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await visit(page, served.home, `/runs/${RUN}`);
  const route = page.getByRole("img", { name: /route/i });
  assert.ok((await route.locator("path").getAttribute("d")).split("L").length > 50);
  assert.deepEqual(asked.filter((url) => /tile|map|\.(png|jpe?g|webp)$/.test(url)), []);
  await page.close();
});

test("what was odd in a recording is said", async () => {
  const page = await served.open();
  const analysis = JSON.parse(served.types("report", "--weeks", "52", "--on", "2026-06-01", "--format", "json"));
  const odd = analysis.runs.find((run) => run.oddities.length > 0);
  assert.ok(odd, "the demo has runs with oddities");
  await visit(page, served.home, `/runs/${odd.id}`);
  await page.getByText(odd.oddities[0].message).first().waitFor();
  await page.close();
});

test("a correction changes what is said of the week, which says what it was before", async () => {
  const page = await served.open({ viewport: { width: 360, height: 740 } });
  await visit(page, served.home, "/runs/2026-05-27");
  const week = card(page, "Its week");
  const before = await week.locator("b").textContent();
  assert.match(before, /junk/);
  await page.getByLabel("What was it really for?").selectOption("tempo");
  await page.getByRole("button", { name: "Keep" }).first().click();
  await page.getByText("(your correction)").waitFor();
  await week.getByText("Until just now it was:").waitFor();
  assert.equal(await week.locator("del").textContent(), before);
  assert.notEqual(await week.locator("b").textContent(), before);
  assert.deepEqual(await barriers(page), []);
  assert.equal(await tooWide(page), 0);
  await page.getByRole("button", { name: "Take it back" }).click();
  await week.locator("b", { hasText: before }).waitFor();
  await page.close();
});

test("the rule behind a finding is one click away", async () => {
  const page = await served.open();
  await visit(page, served.home, "/runs/2026-05-27");
  await card(page, "What the rules say").getByRole("link", { name: "recover-slowly" }).click();
  await page.getByRole("heading", { level: 1, name: "Recover slowly" }).waitFor();
  await page.close();
});
