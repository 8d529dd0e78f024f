// Signing in with two steps: a participant sets it up and uses it, and a member of staff is asked for it.

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { story } from "./support/visitor.mjs";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const STEP = 30_000;

/** The code that an app with this secret shows for a step (RFC 6238). */
function code(secret, step) {
  const bits = [...secret.replaceAll(/\s/g, "")].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", key).update(counter).digest();
  const number = mac.readUInt32BE(mac.at(-1) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

/** The app on somebody's telephone: each code it gives is a newer one, within what a portal accepts. */
class Telephone {
  constructor(secret) {
    Object.assign(this, { secret, used: 0 });
  }

  async code(page) {
    const now = () => Math.floor(Date.now() / STEP);
    while (this.used > now()) await page.waitForTimeout(500);
    this.used = Math.max(now(), this.used + 1);
    return code(this.secret, this.used);
  }
}

const SEND = "main form button:not([type=button])";

story("two steps", ({ chapter, arrive, demo }) => {
  let telephone, codes;

  chapter("a participant sets up the second step", async () => {
    const visitor = await arrive();
    await visitor.signIn(demo().login("student", "samira"), "/student");
    await visitor.open("/account");
    await visitor.look("account without a second step");
    await visitor.follow("a[href='/account/second-factor']");
    await visitor.look("second step, off");
    await visitor.fill("password", "not this one");
    await visitor.press(SEND);
    await visitor.look("second step, another password");
    await visitor.fill("password", demo().login("student", "samira").password);
    await visitor.press(SEND);
    visitor.isAt("/account/second-factor/app");
    await (await visitor.find("details summary")).click();
    await visitor.look("the picture for the app");
    telephone = new Telephone(await visitor.page.locator("#secret").innerText());
    await visitor.fill("code", "000000");
    await visitor.press(SEND);
    await visitor.look("the picture again, after a wrong code");
    await visitor.fill("code", await telephone.code(visitor.page));
    await visitor.press(SEND);
    await visitor.look("recovery codes");
    codes = await visitor.page.locator(".codes code").allInnerTexts();
    assert.equal(codes.length, 10);
    await visitor.follow("main a.button");
    visitor.isAt("/student");
    await visitor.open("/account/second-factor");
    await visitor.look("second step, on");
  });

  chapter("and signs in with a code", async () => {
    const visitor = await arrive();
    const { email, password } = demo().login("student", "samira");
    await visitor.open("/login");
    await visitor.fill("email", email);
    await visitor.fill("password", password);
    await visitor.press(SEND);
    visitor.isAt("/login/code");
    await visitor.look("the second step");
    await visitor.fill("code", "123");
    await visitor.press(SEND);
    await visitor.look("the second step, a wrong code");
    await visitor.fill("code", await telephone.code(visitor.page));
    await visitor.press(SEND);
    visitor.isAt("/student");
  });

  chapter("or with a recovery code", async () => {
    const visitor = await arrive();
    const { email, password } = demo().login("student", "samira");
    await visitor.open("/login");
    await visitor.fill("email", email);
    await visitor.fill("password", password);
    await visitor.press(SEND);
    await visitor.fill("code", codes[0]);
    await visitor.press(SEND);
    visitor.isAt("/student");
    await visitor.open("/account/second-factor");
    await visitor.says(/nog 9 herstelcodes/);
  });

  chapter("staff sign in with the secret that the demo prints", async () => {
    const visitor = await arrive();
    const { email, password, secret } = demo().login("trainer", "mirjam");
    await visitor.open("/login");
    await visitor.fill("email", email);
    await visitor.fill("password", password);
    await visitor.press(SEND);
    await visitor.fill("code", await new Telephone(secret).code(visitor.page));
    await visitor.press(SEND);
    visitor.isAt("/staff");
  });

  chapter("the help desk removes a second step that was lost", async () => {
    const visitor = await arrive();
    await visitor.signIn(demo().login("helpdesk"), "/staff");
    await visitor.open("/staff/second-factor");
    await visitor.look("help with signing in");
    await visitor.open("/staff/second-factor?q=samira.bakker@lindedam.example.nl");
    await visitor.look("help with signing in, found");
    await visitor.follow("tbody a");
    await visitor.look("help with signing in, one account");
    await visitor.press("form[action$='/check'] button");
    await visitor.says(/Er is een code onderweg/);
    await visitor.fill("code", "1234 5678 9012");
    await visitor.press("form[action$='/removal'] button");
    await visitor.look("help with signing in, a wrong code");
  });
}, { script: [true, false] });
