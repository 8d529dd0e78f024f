// Story 7: what comes after the training: who was there, what people thought of it, and the certificate.

import assert from "node:assert/strict";
import { story } from "./support/visitor.mjs";

story("the evaluation and the certificate", ({ chapter, arrive, demo, script }) => {
  let student;
  let number;

  chapter("a student sees what the certificate still takes", async () => {
    student = await arrive();
    await student.signIn(demo().login("student", "ijda"), "/student");
    await student.look("home, with the evaluation next");
    await student.follow("main a[href^='/student/certificates/']");
    await student.look("certificate, not yet");
    await student.says(/3 van 4 klaar/);
    await student.follow("main a[href^='/student/evaluations/']");
    await student.look("evaluation");
    await student.says(/anoniem/);
  });

  chapter("hands in the evaluation, forgetting a question first, and has the certificate", async () => {
    const { page } = student;
    await page.locator("main form textarea").first().fill("Graag een terugkomdag, over een half jaar.");
    if (script) await page.locator("[data-autosave-status]", { hasText: /ewaard/ }).waitFor();
    await student.press("main form button[formaction$='/submission']");
    await student.look("evaluation, not complete");
    assert.match(await page.locator("main form textarea").first().inputValue(), /terugkomdag/);
    for (const group of await page.locator("main form fieldset").all()) {
      if (!(await group.locator("input:checked").count())) await group.locator("label").nth(2).click();
    }
    await student.press("main form button[formaction$='/submission']");
    await student.look("evaluation, handed in");
    await student.follow("main a[href^='/student/certificates/']");
    await student.look("certificate, issued");
    number = (await student.words()).match(/Het nummer is ([0-9A-Z-]+)/)[1];
    const paper = await student.context.request.get(`${demo().url}${student.path}/file`);
    assert.equal(paper.headers()["content-type"], "application/pdf");
    assert.ok((await paper.body()).subarray(0, 8).toString().startsWith("%PDF-1.7"));
    await student.open("/student/certificates");
    await student.look("all certificates");
  });

  chapter("anybody checks it", async () => {
    const anybody = await arrive();
    await anybody.open("/certificates");
    await anybody.look("check page");
    await anybody.fill("number", number);
    await anybody.fill("letter", "X");
    await anybody.press("main form button:not([type=button])");
    await anybody.look("check page, unknown");
    await anybody.says(/kennen we niet/);
    await anybody.fill("letter", "i");
    await anybody.press("main form button:not([type=button])");
    await anybody.look("check page, genuine");
    await anybody.says(/IJda IJsseldijk/);
  });

  chapter("a trainer notes who was there", async () => {
    const trainer = await arrive();
    await trainer.signIn(demo().login("trainer", "mirjam"), "/staff");
    await trainer.open("/staff/projects?q=najaar+wending");
    await trainer.follow("main tbody th a");
    await trainer.follow("main section[aria-labelledby=groups] li a");
    await trainer.look("group");
    await trainer.follow("main a[href$='/attendance']");
    await trainer.look("attendance list");
    await trainer.page.locator("main .marks label", { hasText: "Te laat" }).first().click();
    await trainer.press("main form button[name=save]");
    await trainer.look("attendance list, saved");
    await trainer.says(/De lijst is bewaard: 1 persoon/);
  });

  chapter("the adviser reads what people thought, and the leader the averages", async () => {
    const adviser = await arrive();
    await adviser.signIn(demo().login("adviser"), "/staff");
    await adviser.open("/staff/projects?q=voorjaar");
    await adviser.follow("main tbody th a");
    await adviser.look("project");
    await adviser.follow("main a[href$='/evaluation']");
    await adviser.look("evaluation of five");
    await adviser.says(/gemiddeld/);
    const leader = await arrive();
    await leader.signIn(demo().login("leader", "carlijn"));
    await leader.open("/leader");
    await leader.follow("main a[href^='/leader/projects/']");
    await leader.follow("main .subnav a[href$='/evaluation']");
    await leader.look("evaluation, for the leader");
  });

  chapter("the communication assistant mends a name", async () => {
    const assistant = await arrive();
    await assistant.signIn(demo().login("assistant"), "/staff");
    await assistant.open("/staff/projects?q=voorjaar");
    await assistant.follow("main tbody th a");
    await assistant.follow("main a[href$='/certificates']");
    await assistant.look("certificates of a project");
    const list = assistant.path;
    await assistant.follow("main a[href$='/certificates/rules']");
    await assistant.look("conditions");
    await assistant.press("main .card form button");
    await assistant.look("conditions, saved");
    await assistant.open(list);
    await assistant.follow("main tbody td a[href^='/staff/certificates/']");
    await assistant.look("certificate");
    await assistant.press("main form[action$='/replacement'] button");
    await assistant.look("certificate, without a reason");
    await assistant.fill("last_name", "van der Waals");
    await assistant.fill("reason", "Getrouwd.");
    await assistant.press("main form[action$='/replacement'] button");
    await assistant.look("certificate, replaced");
    await assistant.says(/van der Waals/);
  });
}, { script: [true, false] });
