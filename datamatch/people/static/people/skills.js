/* Finds a skill while typing. Without this the groups open and close by hand. */
const search = document.querySelector("[data-skill-search]");
const groups = [...document.querySelectorAll("[data-skill-group]")];

function show(text) {
  const wanted = text.trim().toLocaleLowerCase();
  for (const group of groups) {
    const lines = [...group.querySelectorAll("[data-skill]")];
    for (const line of lines) line.hidden = !line.dataset.skill.toLocaleLowerCase().includes(wanted);
    const any = lines.some((line) => !line.hidden);
    group.hidden = !any;
    if (wanted) group.open = any;
  }
}

if (search) {
  search.closest("[hidden]").hidden = false;
  search.addEventListener("input", () => show(search.value));
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
}
