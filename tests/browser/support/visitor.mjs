// A person with a browser.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { chromium } from "playwright-core";
import { Demo } from "./demo.mjs";
import { listen, look } from "./look.mjs";

export const DEVICES = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  desk: { viewport: { width: 1280, height: 900 } },
};
const PATIENCE = 15_000;

export class Visitor {
  constructor(demo, context, page, script) {
    Object.assign(this, { demo, context, page, script, heard: listen(page) });
  }

  /** Opens an address of the demo, and expects this status. */
  async open(path, status = 200) {
    const answer = await this.page.goto(this.demo.url + path);
    assert.equal(answer.status(), status, `${path} answered ${answer.status()}`);
    return this;
  }

  /** Where the page at hand is. */
  get path() {
    return new URL(this.page.url()).pathname;
  }

  /** What `selector` finds, and must find at least once. */
  async find(selector) {
    const found = this.page.locator(selector).first();
    try {
      await found.waitFor({ state: "attached" });
    } catch {
      assert.fail(`${this.path} has no ${selector}; it says:\n${await this.page.locator("main").innerText()}`);
    }
    return found;
  }

  /** Follows the first link that `selector` finds. */
  async follow(selector) {
    const link = await this.find(selector);
    await this.leave(() => link.click());
  }

  /** Presses a button and waits for the page that comes of it. */
  async press(selector) {
    const button = await this.find(selector);
    await this.leave(() => button.click());
  }

  async leave(act) {
    await Promise.all([this.page.waitForEvent("domcontentloaded"), act()]);
    await this.page.waitForLoadState("load");
  }

  /** Expects to be somewhere. */
  isAt(path) {
    assert.match(this.path, path instanceof RegExp ? path : new RegExp(`^${path}$`), `is at ${this.path}`);
    return this;
  }

  async fill(name, value) {
    await (await this.find(`main [name="${name}"]`)).fill(value);
  }

  /** Looks at the page as a whole, and at what the browser said since the last time. */
  async look(name) {
    await look(this.page, name, this.script);
    assert.deepEqual(this.heard.splice(0), [], `${name}: the browser complains`);
    return this;
  }

  async signIn({ email, password }, home) {
    await this.open("/login");
    await this.fill("email", email);
    await this.fill("password", password);
    await this.press("main form button:not([type=button])");
    if (this.path === "/login/code") await this.takeSecondStep();
    if (home) assert.equal(this.path, home, `${email} landed on ${this.path}`);
    return this;
  }

  /** Types the code that the demo shows; when all of this moment were used, waits for the next. */
  async takeSecondStep() {
    for (let tries = 0; (await this.page.locator("#demo-code").count()) === 0; tries += 1) {
      assert.ok(tries < 40, "the demo shows no code");
      await this.page.waitForTimeout(1_000);
      await this.open("/login/code");
    }
    await this.fill("code", await this.page.locator("#demo-code").innerText());
    await this.press("main form button:not([type=button])");
    return this;
  }

  /** The words of the page. */
  async words() {
    return (await this.page.locator("main").innerText()).replace(/\s+/g, " ");
  }

  async says(pattern) {
    assert.match(await this.words(), pattern);
  }
}

/** A story, told once per device (and without script where asked), each time on a demo of its own. */
export function story(title, tell, { script = [true], devices = Object.keys(DEVICES) } = {}) {
  for (const [device, settings] of Object.entries(DEVICES).filter(([name]) => devices.includes(name))) {
    for (const javaScriptEnabled of script) {
      describe(`${title}, on a ${device}${javaScriptEnabled ? "" : " without script"}`, () => {
        let browser, demo;
        before(async () => {
          const executablePath = process.env.TRAJECT_CHROMIUM ?? "/usr/bin/chromium";
          [browser, demo] = await Promise.all([
            chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] }),
            Demo.start(),
          ]);
        });
        after(async () => {
          await browser?.close();
          await demo?.end();
        });
        const arrive = async (more = {}) => {
          const context = await browser.newContext({ ...settings, javaScriptEnabled, locale: "nl-NL", timezoneId: "Europe/Amsterdam", ...more });
          context.setDefaultTimeout(PATIENCE);
          return new Visitor(demo, context, await context.newPage(), javaScriptEnabled);
        };
        tell({ chapter: test, arrive, demo: () => demo, device, script: javaScriptEnabled });
      });
    }
  }
}
