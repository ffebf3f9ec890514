// Adds two sliders and a play button to the form of the world page. Without them the form does the same, more slowly:
// every picture is the server's own page at another address, of which the part that differs is taken over.

const form = document.querySelector("#times");
const told = document.querySelector("#told");
const PAUSE = 1100; // milliseconds a day is shown while playing
const REST = 150; // milliseconds a slider rests before its day is asked for

let asked = 0;
let playing = null;

/** Give the address that the form would lead to. */
function address() {
  const given = [...new FormData(form)].filter(([name, value]) => value || name === "on");
  return `/?${new URLSearchParams(given)}`;
}

/** Take over what differs from the page at the form's address. */
async function show() {
  const mine = ++asked;
  const to = address();
  const answer = await fetch(to, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (mine !== asked) return; // another day was asked for meanwhile
  if (!answer.ok || !page.querySelector("#shown")) return void location.assign(to);
  for (const part of ["#shown", ".top nav", "footer"]) {
    document.querySelector(part).replaceWith(document.adoptNode(page.querySelector(part)));
  }
  form.querySelector("a").href = page.querySelector("#times a").href;
  takeChoices(page);
  told.textContent = page.querySelector("#told").textContent;
  document.title = page.title;
  history.replaceState(null, "", to);
  document.dispatchEvent(new Event("shown"));
}

/** Take over what may be chosen: as known on another day, there are other authorities, and changes on other days. */
function takeChoices(page) {
  const authorities = page.querySelector("#times [name=of]");
  const chosen = authorities.value; // which is lost with the options
  form.elements.of.replaceChildren(...authorities.options);
  form.elements.of.value = chosen;
  const tracks = page.querySelectorAll(".track");
  for (const [at, track] of form.querySelectorAll(".track").entries()) track.dataset.days = tracks[at].dataset.days;
}

/** Give the number of a day since 1970. */
const number = (day) => Math.round(Date.parse(`${day}T00:00:00Z`) / 86400000);
const day = (count) => new Date(count * 86400000).toISOString().slice(0, 10);
const inWords = (text) =>
  new Date(`${text}T00:00:00Z`).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** Put a slider below a date; it jumps nowhere that the date could not go. */
function slider(track) {
  const input = track.querySelector("input");
  const days = () => track.dataset.days.split(" ").filter(Boolean).map(number);
  const today = number(new Date().toISOString().slice(0, 10));
  if (!days().length || input.type !== "date") return null;
  const range = document.createElement("input");
  range.type = "range";
  range.setAttribute("aria-label", track.querySelector("label").firstChild.textContent.trim());
  const take = () => {
    range.min = Math.min(...days(), today) - 31;
    range.max = Math.max(...days(), today);
    range.value = input.value ? number(input.value) : range.max;
    range.setAttribute("aria-valuetext", input.value ? inWords(input.value) : "now");
  };
  let resting;
  range.addEventListener("input", () => {
    input.value = day(Number(range.value));
    range.setAttribute("aria-valuetext", inWords(input.value));
    clearTimeout(resting);
    resting = setTimeout(show, REST);
  });
  input.addEventListener("change", () => {
    take();
    if (input.validity.valid) show();
  });
  document.addEventListener("shown", take);
  take();
  track.append(range);
  return { input, days, take };
}

/** Go from one day on which something changes to the next, beginning anew at the end. */
function player({ input, days, take }) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "play";
  const stop = () => {
    clearTimeout(playing);
    playing = null;
    button.textContent = "▶ Play";
  };
  const step = async () => {
    const next = days().find((each) => each > number(input.value));
    if (next === undefined) return stop();
    input.value = day(next);
    take();
    await show();
    if (playing !== null) playing = setTimeout(step, PAUSE);
  };
  button.addEventListener("click", () => {
    if (playing !== null) return stop();
    playing = 0;
    button.textContent = "❚❚ Pause";
    if (!days().some((each) => each > number(input.value))) input.value = day(days()[0] - 1);
    step();
  });
  stop();
  form.querySelector("button").before(button);
}

const sliders = [...form.querySelectorAll(".track")].map(slider);
if (sliders[0]) player(sliders[0]);
form.addEventListener("submit", () => asked++); // a whole page comes: nothing under way is taken over
form.querySelector("[name=of]").addEventListener("change", () => form.requestSubmit());
form.querySelector("[name=part]").addEventListener("change", show);
