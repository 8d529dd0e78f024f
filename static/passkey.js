// Making a passkey and signing in with one. The server asks, the device answers, and the form takes the answer along.
// Without this file such a form stays hidden, and the page says what to do instead.

const coded = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const decoded = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

// Browsers of before 2025 do not read the options themselves.
function read(act, options) {
  const known = act === "create" ? PublicKeyCredential.parseCreationOptionsFromJSON : PublicKeyCredential.parseRequestOptionsFromJSON;
  if (known) return known.call(PublicKeyCredential, options);
  const list = (name) => options[name]?.map((one) => ({ ...one, id: decoded(one.id) }));
  const plain = { ...options, challenge: decoded(options.challenge) };
  if (options.user) plain.user = { ...options.user, id: decoded(options.user.id) };
  for (const name of ["allowCredentials", "excludeCredentials"]) if (options[name]) plain[name] = list(name);
  return plain;
}

// Nor do they write the answer.
function written(credential) {
  if (credential.toJSON) return credential.toJSON();
  const { id, rawId, type, response } = credential;
  const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"].filter((name) => response[name]);
  const said = Object.fromEntries(parts.map((name) => [name, coded(response[name])]));
  return { id, rawId: coded(rawId), type, response: said, clientExtensionResults: {} };
}

class PasskeyForm {
  constructor(form) {
    this.form = form;
    this.error = form.querySelector("#passkey-error");
    form.hidden = false;
    form.addEventListener("submit", (event) => this.submit(event));
    // A page that comes back from the browser's memory still holds an answer that was used.
    addEventListener("pageshow", () => this.clear());
  }

  async submit(event) {
    // A name that is missing is said before the device makes anything.
    const unnamed = this.form.elements.name?.value?.trim?.() === "";
    if (this.form.elements.credential.value || unnamed) return;
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    this.tell("");
    try {
      await this.ask();
    } catch (error) {
      this.tell(this.words(error));
    }
    this.busy = false;
  }

  async ask() {
    const { passkey: act, challenge } = this.form.dataset;
    const response = await fetch(challenge, { method: "POST", headers: { Accept: "application/json" }, redirect: "manual" });
    // The session ended: this page leads to where it begins.
    if (response.status === 401 || response.status === 409 || response.type === "opaqueredirect") return location.reload();
    const answer = await response.json();
    if (!response.ok) return this.tell(answer.error);
    const credential = await navigator.credentials[act]({ publicKey: read(act, answer) });
    this.form.elements.credential.value = JSON.stringify(written(credential));
    this.form.requestSubmit();
  }

  words({ name }) {
    const { stopped, known, broken } = this.form.dataset;
    if (name === "InvalidStateError") return known;
    return name === "NotAllowedError" || name === "AbortError" ? stopped : broken;
  }

  tell(sentence) {
    this.error.textContent = sentence;
    this.error.hidden = !sentence;
  }

  clear() {
    this.form.elements.credential.value = "";
  }
}

const able = Boolean(window.PublicKeyCredential && navigator.credentials);
for (const sentence of document.querySelectorAll("[data-passkey-unable]")) sentence.hidden = able;
if (able) for (const form of document.querySelectorAll("form[data-passkey]")) new PasskeyForm(form);
