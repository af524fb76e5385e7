/* Keeps a draft while somebody writes. Nothing depends on it: every button of the form keeps the draft as well. */

const QUIET = 1500;
const LONGEST_WAIT = 30_000;

class Draft {
  constructor(form) {
    this.form = form;
    this.kept = form.querySelector("[data-kept]");
    this.last = this.fields();
    this.wait = 2000;
    this.choices = new Set();
    form.addEventListener("input", () => this.later(QUIET));
    form.addEventListener("change", () => this.later(200));
    form.addEventListener("focusout", () => this.later(200));
    form.addEventListener("click", (event) => this.choose(event));
    form.addEventListener("submit", (event) => this.submit(event));
    document.addEventListener("visibilitychange", () => document.hidden && this.leave());
    addEventListener("pagehide", () => this.leave());
    addEventListener("online", () => this.keep());
    addEventListener("beforeunload", (event) => {
      if (this.failing && !this.leaving && this.changed().length) event.preventDefault();
    });
    this.showChoices();
  }

  /* What the fields say now; the version, the identity, the token and a file are not words. */
  fields() {
    const said = new Map();
    for (const [name, value] of new FormData(this.form)) {
      if (!["version", "draft", "csrfmiddlewaretoken"].includes(name) && !name.startsWith("file-")) said.set(name, value);
    }
    return said;
  }

  changed() {
    return [...this.fields()].filter(([name, value]) => this.last.get(name) !== value && !this.choices.has(name));
  }

  later(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), wait);
  }

  /* One at a time: the next one knows the version of the one before. */
  async keep() {
    clearTimeout(this.timer);
    const changed = this.changed();
    if (this.busy || !changed.length) return this.busy;
    this.busy = this.send(changed);
    const done = await this.busy;
    this.busy = null;
    if (done && this.changed().length) this.later(QUIET);
    return done;
  }

  /* While one is on its way the last words go after it, based on what that one makes. */
  leave() {
    if (!this.busy) return this.keep();
    const changed = this.changed();
    if (changed.length) this.send(changed, Number(this.form.elements.version.value) + 1);
  }

  async send(changed, version = this.form.elements.version.value) {
    const body = new FormData();
    for (const name of ["version", "draft", "csrfmiddlewaretoken"]) {
      const input = this.form.elements[name];
      if (input) body.set(name, input.value);
    }
    body.set("version", version);
    for (const [name, value] of this.form.elements.draft ? this.fields() : changed) body.set(name, value);
    this.say(this.form.dataset.saving);
    let answer;
    try {
      answer = await fetch(this.form.dataset.keep, { method: "POST", body, redirect: "manual", keepalive: document.hidden });
    } catch {
      return this.again(this.form.dataset.lost);
    }
    if (answer.type === "opaqueredirect") return this.again(this.form.dataset.out);
    if (!answer.headers.get("Content-Type")?.includes("json")) return this.again(this.form.dataset.lost);
    const said = await answer.json();
    if (answer.status === 403) return this.stop(said.said);
    return this.took(changed, said);
  }

  /* The server kept what was right; what is wrong stays in the field, with a word beside it. */
  took(changed, said) {
    this.failing = false;
    this.wait = 2000;
    for (const [name, value] of changed) {
      if (!said.theirs || name in said.theirs) this.last.set(name, value);
      this.show(name, said);
    }
    this.form.elements.version.value = said.version;
    this.goTo(said);
    this.say(said.said, Boolean(said.theirs) || Object.keys(said.wrong).length > 0);
    this.showChoices();
    if (said.theirs) this.later(QUIET);
    return true;
  }

  show(name, said) {
    const place = this.form.querySelector(`[data-field="${CSS.escape(name)}"]`);
    const wrong = place?.querySelector("[data-wrong]");
    if (!place) return;
    wrong.textContent = said.wrong[name] ?? "";
    wrong.hidden = !wrong.textContent;
    const coach = place.querySelector("[data-coach]");
    if (coach && name in said.hints && coach.innerHTML.trim() !== said.hints[name].trim()) {
      coach.innerHTML = said.hints[name];
    }
    if (said.theirs && name in said.theirs) {
      place.querySelector("[data-theirs]").innerHTML = said.theirs[name];
      this.choices.add(name);
    }
  }

  /* A new draft has an address of its own from its first words on. */
  goTo(said) {
    if (!this.form.elements.draft || this.form.dataset.keep === said.keep) return;
    this.form.dataset.keep = said.keep;
    this.form.elements.draft.remove();
    const address = new URLSearchParams(location.search).has("alles") ? said.whole : said.address;
    history.replaceState(null, "", address);
    this.form.action = address;
  }

  again(words) {
    this.failing = true;
    this.say(words, true);
    this.later(this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
    return false;
  }

  stop(words) {
    this.failing = true;
    this.say(words, true);
    return false;
  }

  say(words, bad = false) {
    this.kept.textContent = words;
    this.kept.classList.toggle("idea-kept--bad", bad);
  }

  /* Two wrote in one field: both stand here until somebody chooses. */
  showChoices() {
    for (const choice of this.form.querySelectorAll("[data-choice]")) choice.hidden = false;
  }

  choose(event) {
    const chosen = event.target.closest("[data-choose]");
    if (!chosen) return;
    const place = chosen.closest("[data-field]");
    const name = place.dataset.field;
    this.choices.delete(name);
    const field = this.form.elements[name];
    if (chosen.dataset.choose === "theirs") {
      if (!field.tagName) return location.reload();
      field.value = place.querySelector("[data-their-words]").innerText;
    }
    this.last.delete(name);
    place.querySelector("[data-theirs]").replaceChildren();
    (field.tagName ? field : field[0]).focus();
    this.keep();
  }

  /* What is on its way is waited for, so that the button does not run into it. */
  async submit(event) {
    this.leaving = true;
    clearTimeout(this.timer);
    if (!this.busy) return;
    event.preventDefault();
    const pressed = event.submitter;
    await this.busy;
    this.form.requestSubmit(pressed);
  }
}

for (const form of document.querySelectorAll("form[data-writing]")) new Draft(form);
