// Story 10: the papers of a project, and a portfolio that is shown and taken back.

import assert from "node:assert/strict";
import { story } from "./support/visitor.mjs";

story("papers and portfolio", ({ chapter, arrive, demo, script }) => {
  let student;
  let trainer;

  chapter("a student reads the confirmation and agrees to the study agreement", async () => {
    student = await arrive();
    await student.signIn(demo().login("student", "samira"), "/student");
    await student.look("home, with the papers");
    await student.says(/wacht op je akkoord/);
    await student.follow("section[aria-labelledby=papers] a[href$='/confirmation']");
    await student.look("confirmation");
    assert.equal(await student.page.locator("[data-print]").isVisible(), script);
    const paper = await student.context.request.get(`${demo().url}${student.path}/file`);
    assert.equal(paper.headers()["content-type"], "application/pdf");
    await student.follow("main a.back");
    await student.follow("section[aria-labelledby=papers] a[href$='/agreement']");
    await student.look("agreement");
    await student.press("main form button:not([type=button])");
    await student.look("agreement, without the tick");
    await student.page.locator("[name=agreed]").check();
    await student.press("main form button:not([type=button])");
    await student.look("agreement, agreed to");
    await student.says(/Samira Bakker gaf akkoord in de portal/);
  });

  chapter("tells what she did, and shows a part of it", async () => {
    await student.open("/student/portfolio");
    await student.look("portfolio");
    await student.says(/Je laat nu niets zien/);
    await student.follow("main a[href='/student/portfolio/education']");
    await student.fill("title", "Cursus Spaans");
    await student.fill("starts", "ooit");
    await student.press("main form button:not([type=button])");
    await student.look("education, with a mistake");
    await student.fill("starts", "maart 2024");
    await student.press("main form button:not([type=button])");
    await student.says(/Cursus Spaans.*sinds maart 2024/);
    await student.follow("main a[href='/student/portfolio/sharing']");
    await student.look("sharing");
    await student.says(/Joost Veerman/);
    await student.page.locator("[name=part][value=education]").check();
    await student.press("main form button:not([type=button])");
    await student.look("portfolio, shown in part");
  });

  chapter("her trainer reads that part, until she takes it back", async () => {
    trainer = await arrive();
    await trainer.signIn(demo().login("trainer", "joost"), "/staff");
    await trainer.open("/staff/portfolios");
    await trainer.look("portfolios");
    await trainer.page.getByRole("link", { name: "Bakker, Samira" }).click();
    await trainer.page.waitForLoadState("load");
    await trainer.look("portfolio, as the trainer reads it");
    await trainer.says(/Cursus Spaans/);
    assert.doesNotMatch(await trainer.words(), /Medewerker klantcontact/);
    await student.open("/student/portfolio/sharing");
    await student.page.locator("[name=part][value=education]").uncheck();
    await student.press("main form button:not([type=button])");
    await trainer.open(trainer.path, 404);
    trainer.heard.splice(0);
  });
}, { script: [true, false] });
