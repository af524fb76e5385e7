/* Mentioning while typing: the names come by themselves, and stand in the words at once. Without it the search button does the same. */

const form = document.querySelector("form[data-mentions]");
const words = form?.querySelector("textarea");
const found = form?.querySelector("[data-found]");
let asked = 0;
let waiting;

function nameBegun() {
  const before = words.value.slice(0, words.selectionStart);
  return before.match(/(?:^|\s)@([^\s@[\]]{2,}(?: [^\s@[\]]+)?)$/)?.[1];
}

async function look(text) {
  const turn = ++asked;
  const answer = await fetch(`${found.dataset.url}?${new URLSearchParams({ find: text })}`);
  if (!answer.ok || turn !== asked) return;
  found.innerHTML = await answer.text();
  if (found.querySelector("[data-mention]")) found.closest("details").open = true;
}

function put(button) {
  const begun = nameBegun();
  const at = words.selectionStart - (begun ? begun.length + 1 : 0);
  const mention = `@${button.dataset.mention} `;
  words.setRangeText(mention, at, words.selectionStart, "end");
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "mention", value: button.value }));
  found.replaceChildren();
  words.focus();
}

form?.addEventListener("input", (event) => {
  const text = event.target === words ? nameBegun() : event.target.name === "find" && event.target.value.trim();
  clearTimeout(waiting);
  if (text) waiting = setTimeout(look, 250, text);
});

form?.addEventListener("click", (event) => {
  const button = event.target.closest("[data-mention]");
  if (!button) return;
  event.preventDefault();
  put(button);
});
