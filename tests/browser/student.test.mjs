// Story 4: a student at home, and the intake over two sittings.

import assert from "node:assert/strict";
import { story } from "./support/visitor.mjs";

const LONG = "Ik begin met een lange inleiding, en dan weet ik niet meer wat ik wilde vragen.";

async function typed(visitor) {
  return visitor.page.locator("main form textarea").first().inputValue();
}

/** Answers every question that must be answered; keeps the first long answer. */
async function answerAll(visitor) {
  const { page } = visitor;
  for (const field of await page.locator("main form [required]:is(input[type=text], input:not([type]), textarea)").all()) {
    if (!(await field.inputValue())) await field.fill("Kort en duidelijk, met een voorbeeld.");
  }
  for (const group of await page.locator("main form fieldset").all()) {
    if (!(await group.locator("input:checked").count())) await group.locator("input").first().check();
  }
}

story("a student and the intake", ({ chapter, arrive, demo, script }) => {
  let student;
  let intake;

  chapter("sees the project, the next step, the path and the group", async () => {
    student = await arrive();
    await student.signIn(demo().login("student", "samira"), "/student");
    await student.look("home");
    assert.equal(await student.page.locator("main .now a.button").count(), 1, "there is not one next step");
    assert.ok((await student.page.locator("main ol.path li").count()) > 2);
    await student.follow("main ol.path a[href^='/student/actions/']");
    await student.look("a step");
  });

  chapter("fills in half of the intake and closes the browser", async () => {
    await student.open("/student");
    await student.follow("main .now a.button");
    intake = student.path;
    assert.match(intake, /^\/student\/intakes\/\d+$/);
    await student.look("intake");
    await student.page.locator("main form textarea").first().fill(LONG);
    if (script) {
      await student.page.locator("[data-autosave-status]", { hasText: /ewaard/ }).waitFor();
    } else {
      await student.press("main form button:not([formaction]):not([type=button])");
      await student.look("intake, saved");
    }
    const kept = await student.context.storageState();
    await student.context.close();
    student = await arrive({ storageState: kept });
    await student.open(intake);
    assert.equal(await typed(student), LONG, "what was typed before the browser closed is gone");
  });

  chapter("types on, but too late: the session has ended, and the text comes back after signing in", async () => {
    const more = `${LONG} En ik gebruik te veel vakwoorden.`;
    await demo().later(13);
    await student.page.locator("main form textarea").first().fill(more);
    if (script) {
      const status = student.page.locator("[data-autosave-status]");
      const [tab] = await Promise.all([student.context.waitForEvent("page"), status.locator("a").click()]);
      await tab.waitForLoadState();
      await tab.locator("main [name=email]").fill(demo().login("student", "samira").email);
      await tab.locator("main [name=password]").fill(demo().login("student", "samira").password);
      await tab.locator("main form button:not([type=button])").click();
      await tab.waitForURL(/\/student/);
      await tab.close();
      assert.equal(await typed(student), more);
      await student.page.bringToFront();
      await student.page.locator("main form textarea").first().press("End");
      await student.page.keyboard.type(".");
      await student.page.locator("[data-autosave-status]:not([data-problem])", { hasText: /ewaard/ }).waitFor();
    } else {
      await student.press("main form button:not([formaction]):not([type=button])");
      student.isAt("/login");
      await student.look("signing in again");
      await student.fill("email", demo().login("student", "samira").email);
      await student.fill("password", demo().login("student", "samira").password);
      await student.press("main form button:not([type=button])");
      student.isAt(intake);
      await student.look("intake, given back");
      assert.equal(await typed(student), more, "what was typed after the session ended is gone");
    }
  });

  chapter("forgets a question, hands the intake in, and cannot do so twice", async () => {
    await student.open(intake);
    await student.press("main form button[formaction$='/submission']");
    await student.look("intake, not complete");
    assert.match(await typed(student), /vakwoorden|inleiding/);
    await answerAll(student);
    await student.press("main form button[formaction$='/submission']");
    await student.look("after handing in");
    await student.open(`${intake}/submission`);
    await student.look("what was handed in");
    await student.open("/student");
    await student.look("home, one step further");
  });
}, { script: [true, false] });
