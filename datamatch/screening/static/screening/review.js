/* Keeps what a screener fills in, and lets a digit choose on the criterion that has the focus. Nothing depends on it. */

const QUIET = 1500;
const form = document.querySelector("form[data-keep]");

async function keep() {
  const kept = form.querySelector("[data-kept]");
  const request = { method: "POST", body: new FormData(form), headers: { Accept: "application/json" }, keepalive: true };
  try {
    const answer = await fetch(form.dataset.keep, request);
    if (answer.ok) kept.textContent = (await answer.json()).said;
  } catch {
    /* Without a connection the words stay on the page. */
  }
}

function choose(event) {
  const scale = event.target.closest("fieldset");
  if (!scale || event.target.type !== "radio" || event.altKey || event.ctrlKey || event.metaKey) return;
  const radio = scale.querySelector(`input[type="radio"][value="${CSS.escape(event.key)}"]`);
  if (!radio) return;
  event.preventDefault();
  radio.focus();
  radio.click();
}

if (form) {
  let wait = 0;
  form.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(keep, QUIET);
  });
  form.addEventListener("submit", () => clearTimeout(wait));
  form.addEventListener("keydown", choose);
}
