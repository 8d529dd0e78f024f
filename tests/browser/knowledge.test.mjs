// A student reads the material and searches the knowledge base, with script and without.

import assert from "node:assert/strict";
import { story } from "./support/visitor.mjs";

story("material and the knowledge base", ({ chapter, arrive, demo, script }) => {
  let student;

  chapter("finds the material, with what is new, and reads a text", async () => {
    student = await arrive();
    await student.signIn(demo().login("student", "samira"), "/student");
    await student.open("/student/material");
    await student.look("material");
    const line = student.page.locator("main .file", { hasText: "Vijf vragen voor je begint" });
    assert.match(await line.innerText(), /nieuw/);
    await student.leave(() => line.locator("a").click());
    student.isAt(/^\/student\/material\/\d+$/);
    await student.look("a text");
    await student.open("/student/material");
    assert.match(await line.innerText(), /geopend op/);
  });

  chapter("gets a file, and the rest of one", async () => {
    const link = await student.page.locator("main .file", { hasText: "Schrijfkaart" }).locator("a").getAttribute("href");
    const whole = await student.page.request.get(demo().url + link);
    assert.equal(whole.status(), 200);
    const part = await student.page.request.get(demo().url + link, { headers: { range: "bytes=100-", "if-range": whole.headers().etag } });
    assert.equal(part.status(), 206);
    assert.deepEqual(await part.body(), (await whole.body()).subarray(100));
  });

  chapter("searches, and reads what was found", async () => {
    await student.open("/student/knowledge");
    await student.look("the knowledge base");
    const field = student.page.locator("#search");
    if (script) {
      await field.pressSequentially("cursist", { delay: 20 });
      await student.page.locator("#results mark").first().waitFor();
      await student.page.waitForURL(/q=cursist$/);
      assert.equal(await student.page.evaluate(() => document.activeElement.id), "search", "the cursor stays where it is");
    } else {
      await field.fill("cursist");
      await student.leave(() => field.press("Enter"));
    }
    await student.look("what was found");
    assert.match(await student.words(), /1 artikel gevonden/);
    assert.equal(await student.page.locator("#results mark").first().innerText(), "cursisten");
    await student.follow("#results h2 a");
    student.isAt(/^\/student\/knowledge\/\d+$/);
    await student.look("an article");
  });

  chapter("asks for nothing that there is", async () => {
    await student.open("/student/knowledge?q=krokodil");
    await student.says(/Niets gevonden voor ‘krokodil’/);
    await student.look("nothing found");
  });

  chapter("staff write a text with a preview and add a file", async () => {
    const keeper = await arrive();
    await keeper.signIn(demo().login("content"), "/staff");
    await keeper.open("/staff/material");
    await keeper.look("shelves");
    await keeper.follow("main li a");
    await keeper.look("a shelf");
    await keeper.follow("main a[href$='/texts/new']");
    await keeper.fill("title", "Nieuwe tekst");
    await keeper.fill("body", "# Kop\n\nEen **vet** woord.");
    await keeper.press("main button[value=preview]");
    await keeper.look("a preview");
    await keeper.press("main form button:not([name])");
    await keeper.says(/‘Nieuwe tekst’ is bewaard/);
    await keeper.follow("main a[href$='/files/new']");
    await keeper.look("adding a file");
    await keeper.page.locator("input[type=file]").setInputFiles({ name: "blad.txt", mimeType: "text/plain", buffer: Buffer.from("Oefening 1") });
    if (!script) await keeper.press("main form[enctype] button");
    await keeper.page.waitForURL(/\/staff\/material\/catalogue\/\d+$/);
    await keeper.look("describing a file");
    await keeper.open("/staff/knowledge/new");
    await keeper.look("writing an article");
    await keeper.open("/staff/knowledge/categories");
    await keeper.look("categories");
  });
}, { script: [true, false] });
