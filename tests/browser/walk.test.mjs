// Every kind of page that people of the demo come by when they follow links, looked at once, in English. The journeys
// are in Dutch, so between them each page is seen in both languages.

import assert from "node:assert/strict";
import { story } from "./support/visitor.mjs";

const PEOPLE = [
  ["trainer", "mirjam"], ["trainer", "joost"], ["adviser", "petra"], ["assistant", "fatima"], ["helpdesk", "sjoerd"],
  ["content", "ilse"], ["security", "hanna"], ["leader", "wouter"], ["leader", "carlijn"],
  ["student", "samira"], ["student", "grace"], ["student", "lukasz"], ["student", "ijda"], ["student", "yara"], ["student", "priya"],
];
const PUBLIC = ["/login", "/certificates", "/cookies", "/accessibility", "/misuse", "/privacy", "/password/forgotten"];
// Far fewer than there are: it says that links are followed at all.
const AT_LEAST = 120;

/** What kind of page an address is: numbers and values do not matter. */
function kind({ pathname, searchParams }) {
  const names = [...new Set(searchParams.keys())].sort().join("&");
  return pathname.replaceAll(/\d+/g, "N").replaceAll(/[\w-]{20,}/g, "SECRET") + (names && `?${names}`);
}

story("a walk along every page in English", ({ chapter, arrive, demo }) => {
  const looked = new Set();
  const broken = [];

  async function walk(visitor, queue) {
    const tried = new Set();
    // The list grows while it is walked.
    for (const path of queue) {
      const address = new URL(path, demo().url);
      const own = kind(address);
      if (tried.has(own)) continue;
      tried.add(own);
      const answer = await visitor.page.goto(address.href).catch((error) => {
        // A file is saved and no page.
        if (!/Download is starting|ERR_ABORTED/.test(error.message)) throw error;
      });
      if (!answer?.headers()["content-type"]?.includes("html")) continue;
      if (answer.status() !== 200) {
        broken.push(`${path}: ${answer.status()}`);
        continue;
      }
      // What stands in a letter is for whoever got it.
      for (const href of await visitor.page.locator("a[href]:not(.letter a)").evaluateAll((links) => links.map((link) => link.href))) {
        const { origin, pathname, search } = new URL(href);
        if (origin === demo().url) queue.push(pathname + search);
      }
      if (looked.has(own)) continue;
      looked.add(own);
      assert.equal(await visitor.page.locator("html").getAttribute("lang"), "en", path);
      await visitor.look(own);
    }
  }

  async function inEnglish(visitor) {
    if ((await visitor.page.locator("html").getAttribute("lang")) !== "en") await visitor.press("form.language button[value=en]");
  }

  chapter("as nobody in particular", async () => {
    const visitor = await arrive();
    await visitor.open("/login");
    await inEnglish(visitor);
    await walk(visitor, [...PUBLIC]);
  });

  for (const [role, name] of PEOPLE) {
    chapter(`as ${name}`, async () => {
      const visitor = await arrive();
      await visitor.signIn(demo().login(role, name));
      await inEnglish(visitor);
      await walk(visitor, [visitor.path, "/account"]);
      await visitor.page.context().close();
    });
  }

  chapter("no link led nowhere, and none was left out", () => {
    assert.deepEqual(broken, []);
    assert.ok(looked.size >= AT_LEAST, `${looked.size} kinds of pages`);
  });
}, { devices: ["phone"] });
