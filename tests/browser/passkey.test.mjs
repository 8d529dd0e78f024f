// A passkey: a participant makes one on a device, signs in with it, and finds out what happens when it is not unlocked.

import assert from "node:assert/strict";
import { story } from "./support/visitor.mjs";

const SEND = "main form:not([data-passkey]) button:not([type=button])";
const PASSKEY = "form[data-passkey] button";

/** A device with a screen lock, as the browser's own test tools make one. */
async function device(visitor) {
  const tools = await visitor.context.newCDPSession(visitor.page);
  await tools.send("WebAuthn.enable");
  const options = {
    protocol: "ctap2",
    transport: "internal",
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  };
  const { authenticatorId } = await tools.send("WebAuthn.addVirtualAuthenticator", { options });
  return {
    unlocks: (isUserVerified) => tools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
    passkeys: async () => (await tools.send("WebAuthn.getCredentials", { authenticatorId })).credentials,
  };
}

/** A passkey belongs to a name, and the demo listens at a number that has one. */
function named(visitor, demo) {
  visitor.demo = { url: demo.url.replace("127.0.0.1", "localhost") };
  return visitor;
}

async function typePassword(visitor, { email, password }) {
  await visitor.open("/login");
  await visitor.fill("email", email);
  await visitor.fill("password", password);
  await visitor.press(SEND);
}

/** Goes on to making a passkey, with the password; `seen` is called on the page where that is chosen. */
async function begin(visitor, login, seen = async () => {}) {
  await visitor.signIn(login, "/student");
  await visitor.open("/account/second-factor");
  await seen();
  await (await visitor.find("input[name=act][value=passkey]")).check();
  await visitor.fill("password", login.password);
  await visitor.press(SEND);
  visitor.isAt("/account/second-factor/passkeys/new");
}

story("a passkey", ({ chapter, arrive, demo }) => {
  chapter("is made on a device, and lets its owner in", async () => {
    const visitor = named(await arrive(), demo());
    const telephone = await device(visitor);
    const samira = demo().login("student", "samira");
    await begin(visitor, samira, () => visitor.look("second step, with a passkey or an app"));
    await visitor.look("making a passkey");
    await visitor.fill("name", "");
    await visitor.press(PASSKEY);
    assert.equal((await telephone.passkeys()).length, 0, "nothing is made without a name");
    await visitor.look("making a passkey, without a name");
    await visitor.fill("name", "Mijn telefoon");
    await visitor.press(PASSKEY);
    await visitor.says(/Bewaar je herstelcodes/);
    assert.equal((await telephone.passkeys()).length, 1);
    assert.ok((await telephone.passkeys())[0].isResidentCredential, "it can be found without a name");
    await visitor.open("/account/second-factor");
    await visitor.look("second step, with one passkey");

    await visitor.context.clearCookies();
    await typePassword(visitor, samira);
    visitor.isAt("/login/code");
    await visitor.look("the second step, with a passkey");
    await telephone.unlocks(false);
    await (await visitor.find(PASSKEY)).click();
    await visitor.page.locator("#passkey-error:not([hidden])").waitFor();
    await visitor.says(/Er is geen passkey gebruikt/);
    await visitor.look("the second step, not unlocked");
    await telephone.unlocks(true);
    await visitor.press(PASSKEY);
    visitor.isAt("/student");

    await visitor.context.clearCookies();
    await visitor.open("/login");
    await visitor.look("signing in, with a passkey");
    await visitor.press(PASSKEY);
    visitor.isAt("/student");

    await visitor.open("/account/second-factor");
    await visitor.follow("section[aria-labelledby=passkeys] a");
    await visitor.look("a passkey");
    await visitor.fill("password", samira.password);
    await visitor.press("form[action$='/removal'] button:not([type=button])");
    await visitor.says(/De tweede stap staat uit/);
    await visitor.context.clearCookies();
    await visitor.open("/login");
    await visitor.press(PASSKEY);
    await visitor.says(/kennen we niet/);
    await visitor.look("signing in, with a passkey that was removed");
  });

  chapter("also in a browser that does not read the options itself", async () => {
    const visitor = named(await arrive(), demo());
    await visitor.page.addInitScript(() => {
      delete PublicKeyCredential.parseCreationOptionsFromJSON;
      delete PublicKeyCredential.parseRequestOptionsFromJSON;
      delete PublicKeyCredential.prototype.toJSON;
    });
    const telephone = await device(visitor);
    const hugo = demo().login("student", "hugo");
    await begin(visitor, hugo);
    await visitor.fill("name", "Oude laptop");
    await visitor.press(PASSKEY);
    assert.equal((await telephone.passkeys()).length, 1);
    await visitor.context.clearCookies();
    await typePassword(visitor, hugo);
    await visitor.press(PASSKEY);
    visitor.isAt("/student");
  });

  chapter("is not offered by a browser that has none, and the page says so", async () => {
    const visitor = named(await arrive(), demo());
    await visitor.page.addInitScript(() => delete window.PublicKeyCredential);
    await begin(visitor, demo().login("student", "nanne"));
    await visitor.says(/Deze browser kan geen passkeys gebruiken/);
    assert.equal(await visitor.page.locator(PASSKEY).isVisible(), false);
    await visitor.look("making a passkey, in a browser that has none");
    await visitor.context.clearCookies();
    await visitor.open("/login");
    assert.equal(await visitor.page.locator(PASSKEY).isVisible(), false);
    await visitor.look("signing in, in a browser that has none");
  });

  chapter("is not for an address that is a number, and the demo says where it is", async () => {
    const visitor = await arrive();
    await visitor.signIn(demo().login("student", "nanne"), "/student");
    await visitor.open("/account/second-factor");
    await visitor.says(/Op dit adres kun je geen passkeys maken/);
    await visitor.look("second step, at an address that is a number");
    await visitor.follow("main a[href^='http://localhost']");
    visitor.isAt("/login");
    await visitor.find("form[data-passkey]");
  });
});

story("a passkey where there is no script", ({ chapter, arrive, demo, script }) => {
  chapter("the page says what to do", async () => {
    const visitor = named(await arrive(), demo());
    const samira = demo().login("student", "samira");
    await begin(visitor, samira);
    assert.equal(script, false);
    await visitor.says(/gaat alleen met JavaScript/);
    await visitor.look("making a passkey, without script");
  });

  chapter("a code does what the passkey cannot", async () => {
    const owner = named(await arrive({ javaScriptEnabled: true }), demo());
    await device(owner);
    const hugo = demo().login("student", "hugo");
    await begin(owner, hugo);
    await owner.fill("name", "Mijn telefoon");
    await owner.press(PASSKEY);
    const code = await owner.page.locator(".codes code").first().innerText();

    const visitor = named(await arrive(), demo());
    await visitor.open("/login");
    await visitor.says(/Die werkt alleen met JavaScript/);
    await visitor.look("signing in, without script");
    await typePassword(visitor, hugo);
    await visitor.says(/werkt alleen met JavaScript/);
    await visitor.look("the second step, with a passkey and without script");
    await visitor.fill("code", code);
    await visitor.press(SEND);
    visitor.isAt("/student");
  });
}, { script: [false] });
