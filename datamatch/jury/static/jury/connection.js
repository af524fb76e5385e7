/* One line at the foot of the page says that the connection is gone, or what waits for it; else it is empty. */

const line = document.querySelector("[data-connection]");
const waiting = new Set();

/* What somebody wants to send counts most. */
const KINDS = ["unsent", "pressed", "gone"];

export function waits(kind) {
  waiting.add(kind);
  tell();
}

export function waitsNoMore(...kinds) {
  for (const kind of kinds) waiting.delete(kind);
  tell();
}

function tell() {
  if (!line) return;
  const kind = KINDS.find((one) => waiting.has(one));
  const words = kind ? line.dataset[kind] : "";
  if (line.textContent !== words) line.textContent = words;
}
