/* A question that waits for an answer shows itself once that answer is given. Without this script all are shown. */

const answerOf = (form, name) => new FormData(form).get(name) ?? "";

function showWhatIsAsked(form) {
  for (const asked of form.querySelectorAll("[data-waits-for]")) {
    const before = form.querySelector(`[data-field="${asked.dataset.waitsFor}"]`);
    const answers = asked.dataset.answers.split(" ");
    const open = Boolean(before) && !before.hidden && answers.includes(answerOf(form, asked.dataset.waitsFor));
    asked.hidden = !open;
    asked.querySelector("[data-condition]").hidden = true;
  }
}

for (const form of document.querySelectorAll("form[data-questions]")) {
  showWhatIsAsked(form);
  form.addEventListener("change", () => showWhatIsAsked(form));
}
