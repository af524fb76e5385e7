/* Ties the library's passkey scripts to our forms. Without this file the forms stay hidden and the other ways remain. */
const usable = Boolean(window.PublicKeyCredential && window.allauth?.webauthn);

function begin(form) {
  const { passkey, options } = form.dataset;
  const found = (selector) => form.querySelector(selector)?.id;
  const told = {
    ids: {
      login: found("[type=submit]"), add: found("[data-passkey-button]"), authenticate: found("[data-passkey-button]"),
      credential: found("[name=credential]"), passwordless: found("[name=passwordless]"),
    },
    data: options ? JSON.parse(options) : undefined,
  };
  const forms = window.allauth.webauthn.forms;
  const deeds = { login: forms.loginForm, add: forms.addForm, use: forms.authenticateForm };
  deeds[passkey](told);
  form.hidden = false;
}

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  for (const said of document.querySelectorAll("[data-passkey-said]")) said.textContent = said.dataset.passkeySaid;
});

if (usable) {
  for (const form of document.querySelectorAll("[data-passkey]")) begin(form);
  for (const without of document.querySelectorAll("[data-passkey-without]")) without.hidden = true;
}
