// Every page works without this file. It adds: forms that save themselves, uploads with progress,
// searching while one types, focus on what went wrong, and a guard against sending twice. All texts come from the page.

const SAVE_AFTER = 1500;
const TRY_AGAIN_AFTER = 15000;
const GUARD_FOR = 4000;
const SEARCH_AFTER = 150;
// Browsers refuse a larger body on a request that must outlive its page.
const KEEPALIVE_LIMIT = 60000;

function element(name, properties = {}, text = "") {
  const made = Object.assign(document.createElement(name), properties);
  made.textContent = text;
  return made;
}

function focusSummary() {
  const summary = document.querySelector("[data-error-summary]");
  summary?.focus();
  summary?.addEventListener("click", (event) => {
    const group = document.getElementById(event.target.hash?.slice(1) ?? "");
    if (!group?.matches("fieldset")) return;
    // A group is named by its fieldset, but it is an answer that takes the focus.
    event.preventDefault();
    group.scrollIntoView();
    group.querySelector("input")?.focus({ preventScroll: true });
  });
}

function focusSearchOnSlash(event) {
  const typing = event.target.closest("input, select, textarea, [contenteditable]");
  const search = document.querySelector("[data-search]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing || !search) return;
  event.preventDefault();
  search.focus();
  search.select();
}

function offerReveal(label) {
  const password = document.getElementById(label.dataset.reveal);
  const box = label.querySelector("input");
  label.hidden = false;
  box.checked = false;
  box.addEventListener("change", () => { password.type = box.checked ? "text" : "password"; });
  // A browser only keeps a password that is sent as one.
  password.form?.addEventListener("submit", () => { password.type = "password"; });
}

function offerPrint(button) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// aria-disabled and not disabled: the button keeps the focus and its value is sent.
function guardAgainstTwice(event) {
  const form = event.target;
  if (event.defaultPrevented) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  const release = () => {
    delete form.dataset.sent;
    event.submitter?.removeAttribute("aria-disabled");
  };
  form.dataset.sent = "yes";
  event.submitter?.setAttribute("aria-disabled", "true");
  setTimeout(release, GUARD_FOR);
  addEventListener("pageshow", release, { once: true });
}

class Autosave {
  constructor(form) {
    this.form = form;
    this.status = form.querySelector("[data-autosave-status]");
    form.addEventListener("input", () => this.changed());
    form.addEventListener("change", () => this.changed());
    form.addEventListener("submit", (event) => this.beforeSubmit(event));
    addEventListener("online", () => this.save());
    // Also on the way back: someone may have signed in again in another tab.
    document.addEventListener("visibilitychange", () => this.save());
    addEventListener("pageshow", () => { this.leaving = false; });
    if ("unsaved" in form.dataset) this.changed();
  }

  changed() {
    this.dirty = true;
    this.saveIn(SAVE_AFTER);
  }

  saveIn(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), wait);
  }

  async save() {
    if (!this.dirty || this.saving || this.leaving || this.problem === "conflict") return;
    clearTimeout(this.timer);
    this.dirty = false;
    if (!this.problem) this.say(this.form.dataset.saving);
    this.saving = this.send().catch(() => this.failed("offline"));
    await this.saving;
    this.saving = null;
    if (this.problem === "offline") this.saveIn(TRY_AGAIN_AFTER);
    else if (this.dirty && !this.problem) this.saveIn(SAVE_AFTER);
  }

  async send() {
    const body = this.body();
    const response = await fetch(this.form.dataset.autosave, {
      method: "POST",
      headers: { "X-Requested-With": "autosave", Accept: "application/json" },
      body,
      // A way to the sign-in page is not an answer to follow, but a sign that the session ended.
      redirect: "manual",
      keepalive: body.toString().length < KEEPALIVE_LIMIT,
    });
    if (response.status === 401 || response.type === "opaqueredirect") return this.failed("signedOut");
    if (response.status === 409) return this.failed("conflict");
    if (!response.ok) return this.failed("offline");
    this.saved(await response.json());
  }

  // Files and passwords are left out: they are not things to keep a draft of.
  body() {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) {
      const secret = this.form.elements.namedItem(name)?.autocomplete?.includes("password");
      if (typeof value === "string" && !secret) body.append(name, value);
    }
    return body;
  }

  saved(answer) {
    const version = this.form.querySelector("input[name=version]");
    if (version && answer.version !== undefined) version.value = answer.version;
    this.problem = null;
    this.say(answer.saved_at_text || this.form.dataset.saved);
  }

  failed(why) {
    this.dirty = true;
    if (this.problem === why) return;
    this.problem = why;
    this.say(this.form.dataset[why]);
    if (why === "signedOut") this.offerSignIn();
  }

  // A new tab, so that what is typed here stays where it is.
  offerSignIn() {
    const { signIn, signInHref } = this.form.dataset;
    if (!signIn || !this.status) return;
    this.status.append(" ", element("a", { href: signInHref, target: "_blank", rel: "noopener" }, signIn));
  }

  // Problems are spoken; that all is well is only shown, or it would interrupt the writing.
  say(text) {
    if (!this.status || !text) return;
    this.status.setAttribute("aria-live", this.problem ? "polite" : "off");
    this.status.toggleAttribute("data-problem", Boolean(this.problem));
    this.status.textContent = text;
  }

  // The server counts versions: a draft that is still on its way must land before the form leaves.
  async beforeSubmit(event) {
    clearTimeout(this.timer);
    if (this.saving) {
      event.preventDefault();
      const { submitter } = event;
      await this.saving;
      this.form.requestSubmit(submitter);
      return;
    }
    this.leaving = true;
  }
}

class Upload {
  constructor(form) {
    this.form = form;
    this.field = form.querySelector("input[type=file]");
    this.error = document.getElementById(`${this.field.id}-error`);
    for (const extra of form.querySelectorAll("[data-no-script]")) extra.hidden = true;
    this.field.addEventListener("change", () => this.chosen());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.chosen();
    });
    // A page that comes back from the browser's memory still shows the upload that was finished.
    addEventListener("pageshow", ({ persisted }) => { if (persisted) this.clear(); });
  }

  chosen() {
    const [file] = this.field.files;
    this.request?.abort();
    this.clear();
    if (!file) return;
    const { maxBytes, tooLarge, wrongKind } = this.form.dataset;
    if (Number(maxBytes) && file.size > Number(maxBytes)) return this.refuse(tooLarge);
    if (!this.accepts(file)) return this.refuse(wrongKind);
    this.send();
  }

  accepts(file) {
    const name = file.name.toLowerCase();
    const endings = this.field.accept.toLowerCase().split(",").map((part) => part.trim()).filter((part) => part.startsWith("."));
    return endings.length === 0 || endings.some((ending) => name.endsWith(ending));
  }

  send() {
    const request = new XMLHttpRequest();
    this.request = request;
    this.show();
    request.open("POST", this.form.action);
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", (event) => this.progress(event));
    request.addEventListener("load", () => this.answered(request));
    request.addEventListener("error", () => this.broke());
    request.addEventListener("abort", () => this.clear());
    request.send(new FormData(this.form));
  }

  show() {
    const { sending, cancel } = this.form.dataset;
    this.bar = element("progress", { max: 100, value: 0, ariaLabel: sending });
    this.words = element("span", { ariaHidden: "true" }, "0 %");
    this.spoken = element("span", { className: "hidden-text" }, sending);
    this.spoken.setAttribute("role", "status");
    const stop = element("button", { type: "button", className: "link" }, cancel);
    stop.addEventListener("click", () => this.cancel());
    this.panel = element("div", { className: "sending" });
    this.panel.append(this.bar, this.words, stop, this.spoken);
    this.field.after(this.panel);
  }

  progress({ loaded, total, lengthComputable }) {
    if (!lengthComputable || !this.bar) return;
    const percent = Math.floor((100 * loaded) / total);
    this.bar.value = percent;
    this.words.textContent = `${percent} %`;
    // Each quarter is enough to hear.
    const quarter = `${percent - (percent % 25)} %`;
    if (percent >= 25 && this.spoken.textContent !== quarter) this.spoken.textContent = quarter;
  }

  answered(request) {
    let answer = {};
    try {
      answer = JSON.parse(request.responseText);
    } catch {
      // Not our own server's answer; a proxy's page says nothing to a person.
    }
    // Only a path of this site: "//elsewhere" is an address too.
    if (/^\/(?!\/)/.test(answer.next ?? "")) return location.assign(answer.next);
    // Signed out meanwhile: this page leads to the sign-in page, and back here.
    if (request.status === 401) return location.reload();
    if (answer.error) return this.refuse(answer.error);
    if (request.status === 413) return this.refuse(this.form.dataset.tooLarge);
    this.broke();
  }

  cancel() {
    this.request.abort();
    this.field.value = "";
    this.field.focus();
  }

  refuse(sentence) {
    this.clear();
    this.field.value = "";
    this.tell(sentence);
  }

  // The file is still in the field, so trying again is one press.
  broke() {
    this.clear();
    this.tell(this.form.dataset.broken);
    const again = element("button", { type: "button", className: "button quiet" }, this.form.dataset.retry);
    again.addEventListener("click", () => this.chosen());
    this.panel = element("div", { className: "row" });
    this.panel.append(again);
    this.field.after(this.panel);
  }

  tell(sentence) {
    this.error.textContent = sentence;
    this.error.hidden = false;
    this.field.setAttribute("aria-invalid", "true");
    this.field.focus();
  }

  clear() {
    this.panel?.remove();
    this.panel = this.bar = null;
    this.error.textContent = "";
    this.error.hidden = true;
    this.field.removeAttribute("aria-invalid");
  }
}

// Searches while someone types. What was found is taken from the page that the form itself would lead to.
class LiveSearch {
  constructor(form) {
    this.form = form;
    this.field = form.querySelector("input[type=search]");
    this.field.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.search(), SEARCH_AFTER);
    });
  }

  search() {
    this.request?.abort();
    const address = new URL(this.form.action);
    if (this.field.value.trim()) address.searchParams.set("q", this.field.value);
    const request = new XMLHttpRequest();
    this.request = request;
    request.open("GET", address);
    request.responseType = "document";
    request.addEventListener("load", () => this.found(request.response, address));
    request.send();
  }

  found(page, address) {
    const [results, words] = [this.form.dataset.live, "found"].map((id) => page?.getElementById(id));
    // Signed out meanwhile, or a fault: the address itself says what is the matter.
    if (!results) return location.assign(address);
    document.getElementById(results.id).replaceChildren(...document.adoptNode(results).childNodes);
    document.getElementById(words.id).textContent = words.textContent;
    history.replaceState(null, "", address);
  }
}

for (const label of document.querySelectorAll("[data-reveal]")) offerReveal(label);
for (const button of document.querySelectorAll("[data-print]")) offerPrint(button);
for (const form of document.querySelectorAll("form[data-autosave]")) new Autosave(form);
for (const form of document.querySelectorAll("form[data-upload]")) new Upload(form);
for (const form of document.querySelectorAll("form[data-live]")) new LiveSearch(form);
focusSummary();
document.addEventListener("keydown", focusSearchOnSlash);
document.addEventListener("submit", guardAgainstTwice);
