// Story 5: handing in homework, with script and without.

import assert from "node:assert/strict";
import { story } from "./support/visitor.mjs";

const TEXT = { name: "brief aan bewoners.txt", mimeType: "text/plain", buffer: Buffer.from("Beste bewoner,\n\nMaandag begint het werk aan uw straat.\n") };
const PROGRAM = { name: "brief.exe", mimeType: "application/octet-stream", buffer: Buffer.from("MZ not a letter") };
const DISGUISED = { name: "brief.pdf", mimeType: "application/pdf", buffer: Buffer.from("MZ not a letter") };
const HUGE = { name: "scan.pdf", mimeType: "application/pdf", buffer: Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(2_000_001)]) };

story("a student hands in a text", ({ chapter, arrive, demo, script }) => {
  let student;

  const send = async (file) => {
    await student.page.locator("input[type=file]").setInputFiles(file);
    if (!script) await student.press("main form[enctype] button:not([type=button])");
  };
  const refused = async (file, name) => {
    await send(file);
    await student.page.locator("#file-error:not([hidden])", { hasText: /\w/ }).waitFor();
    student.isAt(/^\/student\/uploads\/new\/\d+$/);
    await student.look(name);
  };

  chapter("reads the warning and the limit above the field", async () => {
    student = await arrive();
    await student.signIn(demo().login("student", "grace"), "/student");
    await student.follow("main .now a.button");
    student.isAt(/^\/student\/uploads\/new\/\d+$/);
    await student.look("handing in");
    const [warning, field] = await Promise.all(["section.warning", "input[type=file]"].map((part) => student.page.locator(part).boundingBox()));
    assert.ok(warning.y + warning.height <= field.y, "the warning does not stand above the field");
    assert.match(await student.words(), /\b2([.,]0)? MB/);
  });

  chapter("is told clearly what is too large or of the wrong kind", async () => {
    await refused(PROGRAM, "a wrong kind");
    await refused(DISGUISED, "a wrong kind in disguise");
    await refused(HUGE, "too large");
  });

  chapter("loses the connection, and tries again", async () => {
    if (!script) return;
    await student.context.setOffline(true);
    await send(TEXT);
    await student.page.locator("#file-error:not([hidden])", { hasText: /\w/ }).waitFor();
    await student.context.setOffline(false);
    await student.leave(() => student.page.locator(".row button[type=button]").first().click());
    student.isAt(/^\/student\/uploads\/\d+$/);
  });

  chapter("forgets the tick, and nothing is lost", async () => {
    if (!script) await send(TEXT);
    await student.look("arrived, not handed in");
    assert.match(await student.words(), /brief aan bewoners\.txt/);
    await student.press("main form[action$='/confirmation'] button:not([type=button])");
    await student.look("without the tick");
    assert.match(await student.words(), /brief aan bewoners\.txt/);
    await student.page.locator("[name=confirmed]").check();
    await student.press("main form[action$='/confirmation'] button:not([type=button])");
    await student.look("handed in");
  });

  chapter("sees when it leaves the portal and when it is destroyed, and gets it back as a file", async () => {
    await student.open("/student/uploads");
    await student.look("what was handed in");
    const line = student.page.locator(".file", { hasText: "brief aan bewoners.txt" }).first();
    assert.match(await line.innerText(), /\d{4}[\s\S]*\d{4}/, "two dates");
    await student.leave(() => line.locator("a").first().click());
    await student.look("one file");
    const file = await student.page.request.get(`${student.page.url()}/file`);
    assert.equal(file.status(), 200);
    assert.match(file.headers()["content-disposition"], /^attachment/);
    assert.equal(await file.text(), TEXT.buffer.toString());
  });

  chapter("withdraws it, and the step is open again", async () => {
    const { path } = student;
    await student.follow("main a[href$='/withdrawal']");
    await student.look("withdrawing");
    await student.press("main form[action$='/withdrawal'] button");
    await student.look("withdrawn");
    await student.open(path, 404);
    await student.open("/student");
    assert.match(await (await student.find("main .now a.button")).getAttribute("href"), /^\/student\/uploads\/new\//);
  });
}, { script: [true, false] });
