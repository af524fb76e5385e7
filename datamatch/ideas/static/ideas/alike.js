/* Asks what looks like the words in the form, once somebody has been quiet for a moment. Nothing depends on it. */

const QUIET = 500;
const FEWEST_WORDS = 3;
const FIELDS = ["title", "demand", "data", "result"];

const place = document.querySelector("[data-alike]");
const form = document.querySelector("form[data-writing]");
let asked = "";
let timer;

function words() {
  return FIELDS.map((name) => form.elements[name]?.value ?? "").join(" ").trim();
}

function ask() {
  const now = words();
  if (now === asked || now.split(/\s+/).length < FEWEST_WORDS) return;
  asked = now;
  const idea = form.action.match(/ideeen\/([0-9a-f-]{36})\//);
  if (idea) place.querySelector("#alike-idea").value = idea[1];
  place.dispatchEvent(new CustomEvent("alike"));
}

if (place && form) {
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, QUIET);
  });
  addEventListener("load", ask);
}
