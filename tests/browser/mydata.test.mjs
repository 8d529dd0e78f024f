// Somebody keeps their own data in order, takes them along, asks for something, and gets another address.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { story } from "./support/visitor.mjs";

const HOME = "samira@thuis.example.nl";

/** The link in the newest letter to `address`, as the help desk of the demo sees it. */
async function link(arrive, demo, address) {
  const desk = await arrive();
  await desk.signIn(demo().login("helpdesk"), "/staff");
  for (let tries = 0; tries < 60; tries += 1) {
    await desk.open("/staff/letters");
    const letter = desk.page.locator("tbody tr", { hasText: address }).first();
    if (await letter.count()) {
      await desk.open(await letter.locator("th a").getAttribute("href"));
      const found = desk.page.locator(".letter a");
      if (await found.count()) {
        const path = await found.first().getAttribute("href");
        await desk.context.close();
        return path;
      }
    }
    await new Promise((next) => { setTimeout(next, 500); });
  }
  return assert.fail(`no letter to ${address}`);
}

story("my data", ({ chapter, arrive, demo }) => {
  let samira;
  const login = () => demo().login("student", "samira");

  chapter("changes a telephone number, after a slip of the finger", async () => {
    samira = await arrive();
    await samira.signIn(login(), "/student");
    await samira.open("/account");
    await samira.look("account");
    await samira.follow("main a[href='/account/details']");
    await samira.look("my data");
    await samira.fill("phone", "zes");
    await samira.fill("street", "Kade 4");
    await samira.press("main form button:not([type=button])");
    await samira.look("my data, with a mistake");
    assert.equal(await samira.page.locator("#street").inputValue(), "Kade 4");
    await samira.fill("phone", "06 12345678");
    await samira.press("main form button:not([type=button])");
    await samira.says(/Je gegevens zijn bewaard/);
    assert.equal(await samira.page.locator("#phone").inputValue(), "06 12345678");
    await samira.look("my data, kept");
  });

  chapter("takes everything along", async () => {
    await samira.follow("main a[href='/account/export']");
    await samira.look("taking along");
    await samira.press("main form button:not([type=button])");
    await samira.look("taking along, without a password");
    await samira.fill("password", login().password);
    const [download] = await Promise.all([
      samira.page.waitForEvent("download"),
      samira.page.locator("main form button:not([type=button])").click(),
    ]);
    assert.equal(download.suggestedFilename(), "mijn-gegevens.zip");
    const bytes = await readFile(await download.path());
    assert.ok(bytes.length > 1000 && bytes.subarray(0, 2).toString() === "PK", "it is no archive");
    assert.ok(bytes.includes(Buffer.from("overzicht.html")));
  });

  chapter("asks for something, and takes it back", async () => {
    await samira.open("/account/requests");
    await samira.look("no requests yet");
    await samira.follow("main a[href='/account/requests/new']");
    await samira.look("a new request");
    await samira.page.locator("main input[value=correction]").check();
    await samira.press("main form button:not([type=button])");
    await samira.look("a request without words");
    await samira.fill("asked", "Mijn functie klopt niet. Ik ben jurist.");
    await samira.press("main form button:not([type=button])");
    samira.isAt("/account/requests");
    await samira.says(/Je krijgt uiterlijk op \d+ \w+ \d{4} antwoord/);
    await samira.look("my requests");
    await samira.page.locator("main details summary").first().click();
    await samira.look("taking a request back");
    await samira.press("main details form button");
    await samira.says(/ingetrokken/);
  });

  chapter("sees who looked", async () => {
    await samira.open("/account/register");
    await samira.look("who looked");
    await samira.follow("main .subnav a[href$='show=all']");
    await samira.look("everything that was done");
  });

  chapter("gets another address, with a yes from both mailboxes", async () => {
    await samira.open("/account/email");
    await samira.look("another address");
    await samira.fill("email", HOME);
    await samira.fill("password", login().password);
    await samira.press("main form[action='/account/email'] button:not([type=button])");
    await samira.says(/Er wacht een verandering/);
    await samira.look("a change that waits");
    const [fresh, old] = [await link(arrive, demo, HOME), await link(arrive, demo, login().email)];
    const mailbox = await arrive();
    await mailbox.open(old);
    await mailbox.look("letting the old address go");
    await mailbox.press("main form[action$='/confirmation'] button");
    await mailbox.look("half way");
    await mailbox.open(fresh);
    await mailbox.look("taking the new address");
    await mailbox.press("main form[action$='/confirmation'] button");
    await mailbox.says(/Je e-mailadres is veranderd/);
    await mailbox.look("done");
    await mailbox.open(fresh, 404);
    await mailbox.look("a link that was used");
  });

  chapter("an officer finds a request and its last day", async () => {
    const officer = await arrive();
    await officer.signIn(demo().login("security"), "/staff");
    await officer.look("today, with a request");
    await officer.open("/staff/requests");
    await officer.look("requests");
    await officer.follow("main tbody th a");
    await officer.look("one request");
    await officer.press("main form[action$='/answer'] button");
    await officer.says(/het verzoek is beantwoord/);
  });

  chapter("the pages at the foot", async () => {
    const visitor = await arrive();
    for (const path of ["/privacy", "/cookies", "/accessibility", "/misuse"]) {
      await visitor.open(path);
      await visitor.look(path);
    }
  });
}, { script: [true, false] });
