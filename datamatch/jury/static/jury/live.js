/* The live room follows by itself: the server says that something changed, the page fetches its own part again.
   Without this script the same page has a button that refreshes it. */

import { waits, waitsNoMore } from "./connection.js";

const room = document.querySelector("[data-live]");
const state = document.querySelector("[data-live-state]");
const said = document.querySelector("[data-live-said]");
const AGAIN = 3000;
/* Streams end now and then, and are back within this time; only one that stays away is told. */
const UNNOTICED = 4000;

let seen = shown().dataset.version;
let waiting;
let missed;

function shown() {
  return room.querySelector("[data-version]");
}

function follow() {
  const source = new EventSource(`${room.dataset.live}?seen=${seen}`);
  source.addEventListener("open", back);
  source.addEventListener("message", (event) => {
    seen = event.data;
    soon(Math.random() * 1000 * Number(shown().dataset.spread));
  });
  source.addEventListener("error", () => {
    missed ??= setTimeout(gone, UNNOTICED);
    /* A refused connection comes back by itself; an answer that was no stream does not. */
    if (source.readyState !== EventSource.CLOSED) return;
    setTimeout(follow, AGAIN);
    soon(AGAIN);
  });
}

/* A look that was planned stays planned: a shower of changes does not put it off. */
function soon(delay) {
  waiting ??= setTimeout(() => {
    waiting = undefined;
    look();
  }, delay);
}

async function look() {
  try {
    const answer = await fetch(`${room.dataset.part}?seen=${shown().dataset.version}`, { headers: { "HX-Request": "true" } });
    if (answer.redirected) return location.reload();
    if (answer.status === 200) show(await answer.text());
    else if (answer.status !== 204) soon(AGAIN);
  } catch {
    soon(AGAIN);
  }
}

function show(part) {
  const before = shown().dataset.said;
  const focused = room.contains(document.activeElement) ? document.activeElement.id : "";
  const open = [...room.querySelectorAll("details[open][id]")].map((one) => one.id);
  const typed = unsent();
  room.innerHTML = part;
  htmx.process(room);
  for (const put of typed) put();
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  if (focused) (document.getElementById(focused) ?? room).focus();
  if (said && shown().dataset.said !== before) said.textContent = shown().dataset.said;
  wind();
}

/* What somebody chose or typed and did not send yet stays when the part is fetched again. */
function unsent() {
  return [...room.querySelectorAll("input[id]:not([type=hidden]), textarea[id]")]
    .filter((one) => one.value !== one.defaultValue || one.checked !== one.defaultChecked)
    .map((one) => {
      const { id, value, checked } = one;
      return () => {
        const now = document.getElementById(id);
        if (now && now.type === one.type) Object.assign(now, now.type === "radio" || now.type === "checkbox" ? { checked } : { value });
      };
    });
}

function back() {
  clearTimeout(missed);
  missed = undefined;
  if (state) state.textContent = state.dataset.on;
  waitsNoMore("gone", "pressed");
}

function gone() {
  if (state) state.textContent = state.dataset.off;
  waits("gone");
}

/* The clock counts down to the end that the server named, on the time of the server. */
let ahead = 0;
let warned = "";

function wind() {
  const clock = room.querySelector("[data-ends]");
  if (clock) ahead = Number(clock.dataset.at) - Date.now();
  tick();
}

function tick() {
  const clock = room.querySelector("[data-ends]");
  if (!clock) return;
  const stands = clock.dataset.left !== "";
  const left = stands ? Number(clock.dataset.left) : Math.round((Number(clock.dataset.ends) - Date.now() - ahead) / 1000);
  const [minutes, seconds] = [Math.floor(Math.abs(left) / 60), Math.abs(left) % 60];
  clock.textContent = `${left < 0 ? "+" : ""}${minutes}:${String(seconds).padStart(2, "0")}`;
  clock.classList.toggle("dm-clock--over", left < 0);
  warn(clock, left);
}

/* A minute before the end, and at the end, the time is spoken once. */
function warn(clock, left) {
  const words = left <= 0 ? clock.dataset.over : left <= 60 ? clock.dataset.minute : "";
  if (said && words && warned !== clock.dataset.ends + words) said.textContent = words;
  if (words) warned = clock.dataset.ends + words;
}

setInterval(tick, 500);
wind();
follow();
