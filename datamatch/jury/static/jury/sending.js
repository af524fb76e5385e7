/* A form that may not get lost is sent by this script: while no answer comes, what was chosen stays on the page and is
   sent again, until there is one. Sent twice counts once; the server sees to that. Without this script it is a form. */

import { waits, waitsNoMore } from "./connection.js";

const AGAIN = 3000;
const PATIENCE = 20000;
const AWAY = new Set([502, 503, 504]);
const TYPED = "jury-typed";
const unsent = new Map();

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-send-again]")) return;
  event.preventDefault();
  const underWay = unsent.has(form.action);
  unsent.set(form.action, { form, body: new URLSearchParams(new FormData(form)) });
  if (!underWay) send(form.action);
});

async function send(address) {
  const answer = await answered(address, unsent.get(address).body);
  if (!answer) {
    waits("unsent");
    setTimeout(() => send(address), AGAIN);
    return;
  }
  const { form } = unsent.get(address);
  unsent.delete(address);
  if (!unsent.size) waitsNoMore("unsent");
  if (answer.type === "opaqueredirect") go(form);
  else show(form);
}

/* Return the answer of the server; nothing while it is away. */
async function answered(address, body) {
  try {
    const answer = await fetch(address, { method: "POST", body, redirect: "manual", signal: AbortSignal.timeout(PATIENCE) });
    return AWAY.has(answer.status) ? null : answer;
  } catch {
    return null;
  }
}

/* It was taken: go where the form says, which is this page again or the one before it. */
function go(form) {
  const there = new URL(form.dataset.sendAgain, location.href);
  form.reset();
  sessionStorage.setItem(TYPED, JSON.stringify(typed()));
  if (there.hash && there.pathname === location.pathname) {
    location.hash = there.hash;
    location.reload();
  } else location.assign(there);
}

/* It was refused, so nothing was kept: sent once more as any form, its answer is the page that says why. */
function show(form) {
  if (!form.isConnected) {
    form.hidden = true;
    document.body.append(form);
  }
  form.submit();
}

/* What was typed in another form meanwhile is there again when this page comes back. */
function typed() {
  const fields = [...document.querySelectorAll("textarea[id]")].filter((one) => one.value !== one.defaultValue);
  return Object.fromEntries(fields.map((one) => [one.id, one.value]));
}

function putBack() {
  for (const [id, value] of Object.entries(JSON.parse(sessionStorage.getItem(TYPED) ?? "{}"))) {
    const field = document.getElementById(id);
    if (field && !field.value) field.value = value;
  }
  sessionStorage.removeItem(TYPED);
}

window.addEventListener("beforeunload", (event) => {
  if (unsent.size) event.preventDefault();
});

/* What a page keeps while it is filled in is kept again later; a button that did nothing has to be pressed again. */
let keeping;

function failed({ detail: { elt, xhr } }) {
  if (xhr.status && !AWAY.has(xhr.status)) return;
  if (!elt.matches("[data-send-again]")) return waits("pressed");
  waits("unsent");
  clearTimeout(keeping);
  keeping = setTimeout(() => htmx.trigger(elt, "change"), AGAIN);
}

document.addEventListener("htmx:sendError", failed);
document.addEventListener("htmx:responseError", failed);
document.addEventListener("htmx:afterOnLoad", () => {
  clearTimeout(keeping);
  waitsNoMore("pressed");
  if (!unsent.size) waitsNoMore("unsent");
});

putBack();
