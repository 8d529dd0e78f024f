// Story 8: a test: taken on a page with all its questions, read by the trainer, and the result.

import assert from "node:assert/strict";
import { story } from "./support/visitor.mjs";

const WORDS = "Vul het formulier in en stuur het naar ons. Dan helpen we u.";

story("a test", ({ chapter, arrive, demo, script }) => {
  let student;

  chapter("a student begins, saves, and goes on later", async () => {
    student = await arrive();
    const { password } = demo().login("student");
    await student.signIn({ email: "aletta.brandsma@dewending.example.nl", password }, "/student");
    await student.look("home, with the test next");
    await student.follow(".now a.button");
    await student.look("test");
    const { page } = student;
    await page.locator("main form textarea").first().fill(WORDS);
    if (script) await page.locator("[data-autosave-status]", { hasText: /ewaard/ }).waitFor();
    await student.press("main form button:not([formaction])");
    await student.follow(".now a.button");
    assert.equal(await page.locator("main form textarea").first().inputValue(), WORDS);
  });

  chapter("forgets some questions, fills them in with the keyboard, and hands in", async () => {
    const { page } = student;
    await student.press("main form button[formaction$='/submission']");
    await student.look("test, not complete");
    await student.says(/zoals hij nu is/);
    assert.equal(await page.locator("main form textarea").first().inputValue(), WORDS);
    const groups = page.locator("main form fieldset");
    await groups.nth(0).locator("input").nth(1).focus();
    await page.keyboard.press("Space");
    for (const at of [0, 2, 4]) {
      await groups.nth(1).locator("input").nth(at).focus();
      await page.keyboard.press("Space");
    }
    for (const group of [2, 3]) {
      const selects = await groups.nth(group).locator("select").all();
      for (const [at, select] of selects.entries()) await select.selectOption({ index: at + 1 });
    }
    await student.press("main form button[formaction$='/submission']");
    await student.look("test, handed in");
    await student.says(/Je toets wordt nagekeken/);
  });

  chapter("the trainer reads the words and gives points", async () => {
    const trainer = await arrive();
    await trainer.signIn(demo().login("trainer", "mirjam"), "/staff");
    await trainer.open("/staff/tests");
    await trainer.look("tests to mark");
    await trainer.follow("main li a:has-text('Aletta')");
    await trainer.look("attempt");
    await trainer.press("main form button");
    await trainer.page.locator("main input[type=number]").first().fill("9");
    await trainer.press("main form button");
    await trainer.look("attempt, too many points");
    await trainer.page.locator("main input[type=number]").first().fill("6");
    await trainer.page.locator("main form textarea").first().fill("Helder, en vriendelijk.");
    await trainer.press("main form button");
    await trainer.look("attempt, marked");
    await trainer.follow("main .back");
    await trainer.look("results");
    await trainer.follow("main .back");
    await trainer.look("tests of a project");
  });

  chapter("and the student sees the result", async () => {
    await student.open(student.path);
    await student.look("result");
    await student.says(/Helder, en vriendelijk/);
  });

  chapter("the assistant sees the questions and settings, and makes a test", async () => {
    const assistant = await arrive();
    await assistant.signIn(demo().login("assistant"), "/staff");
    await assistant.open("/staff/projects?q=brieven");
    await assistant.follow("main tbody th a");
    await assistant.follow("main a[href$='/tests']");
    await assistant.follow("main li a[href$='/questions']");
    await assistant.look("questions, settled");
    await assistant.follow("main a[href$='/settings']");
    await assistant.look("settings, settled");
    await assistant.open("/staff/projects?q=Ruimte");
    await assistant.follow("main tbody th a");
    await assistant.follow("main a[href$='/tests']");
    await assistant.look("no tests");
    await assistant.follow("main a[href$='/tests/new']");
    await assistant.look("new test");
    await assistant.press("main form button");
    await assistant.look("new test, not complete");
    await assistant.fill("title", "Slottoets");
    await assistant.fill("introduction", "Wat weet je nog?");
    await assistant.fill("due", "2027-01-15");
    await assistant.press("main form button");
    await assistant.look("test without questions");
    for (const kind of ["single", "multiple", "open", "order", "matching"]) {
      const list = assistant.path;
      await assistant.follow(`main a[href$='kind=${kind}']`);
      await assistant.look(`new question, ${kind}`);
      await assistant.open(list);
    }
  });

  chapter("whoever keeps the catalogue sees the tests of trainings", async () => {
    const content = await arrive();
    await content.signIn(demo().login("content"), "/staff");
    await content.open("/staff/catalogue/tests");
    await content.look("tests of trainings");
    await content.follow("main li a");
    await content.look("questions of a training");
  });
}, { script: [true, false] });
