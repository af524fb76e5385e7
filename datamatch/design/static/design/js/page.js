/* What makes a page smoother. Nothing depends on it: every deed is a link or a form. */

const closeMenus = (except) => {
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    if (menu !== except) menu.open = false;
  }
};

document.addEventListener("click", (event) => {
  closeMenus(event.target.closest("details[data-menu]"));
  const opener = event.target.closest("[data-dialog]");
  if (opener) openDialog(event, opener);
  const closer = event.target.closest("[data-dialog-close]");
  if (closer?.closest("dialog")) {
    event.preventDefault();
    closer.closest("dialog").close();
  }
  if (event.target instanceof HTMLDialogElement) event.target.close();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.querySelector("details[data-menu][open]");
  closeMenus();
  menu?.querySelector("summary").focus();
});

function openDialog(event, opener) {
  const dialog = document.getElementById(opener.dataset.dialog);
  if (!dialog?.showModal) return;
  event.preventDefault();
  dialog.showModal();
}

/* The counter says what is left; it is spoken only when little is left. */
function count(field) {
  const counter = document.getElementById(field.dataset.counter);
  const most = Number(field.dataset.most);
  if (!counter || !most) return;
  counter.dataset.text ??= counter.textContent;
  const left = most - field.value.length;
  counter.textContent = field.value ? `${field.value.length} / ${most}` : counter.dataset.text;
  counter.classList.toggle("dm-counter--over", left < 0);
  counter.setAttribute("aria-live", left < 20 ? "polite" : "off");
}

document.addEventListener("input", (event) => {
  if (event.target.dataset?.counter) count(event.target);
});

/* A filter form sends itself when a choice changes; its button stays for who has no JavaScript. */
document.addEventListener("change", (event) => {
  const form = event.target.closest?.("form[data-autosubmit]");
  if (form && event.target.matches("select, input[type=checkbox], input[type=radio]")) form.requestSubmit();
});

/* Light and dark change at once; the form tells the server as well. */
document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-theme-switch]")) return;
  const theme = event.submitter?.value;
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
});

for (const field of document.querySelectorAll("[data-counter]")) if (field.value) count(field);
document.getElementById("errors")?.focus();
