// A student asks, the trainer answers from the list of those that wait, and the student reads it.

import assert from "node:assert/strict";
import { story } from "./support/visitor.mjs";

const QUESTION = "Dag Joost,\n\nMag ik twee teksten meenemen? Ik twijfel over deze: https://example.com/brief.";
const ANSWER = "Neem ze allebei mee, Samira.";

story("a student and the trainer", ({ chapter, arrive, demo, script }) => {
  let student;
  let trainer;
  let talk;

  chapter("the student sees that there is an answer, and reads it", async () => {
    student = await arrive();
    await student.signIn(demo().login("student", "samira"), "/student");
    await student.says(/1 nieuw bericht/);
    await student.look("home, with a new message");
    await student.follow("main [aria-labelledby=messages] a");
    student.isAt("/student/conversations");
    await student.look("the people to write to");
    await student.follow("main .list a");
    talk = student.path;
    student.isAt(/^\/student\/conversations\/\d+\/trainer$/);
    await student.look("the conversation");
    await student.open("/student");
    assert.doesNotMatch(await student.words(), /nieuw bericht/);
  });

  chapter("begins a question, leaves, and finds it again", async () => {
    await student.open(talk);
    await student.fill("body", "Dag Joost,");
    if (script) {
      await student.page.locator("[data-autosave-status]", { hasText: /Bewaard/ }).waitFor();
    } else {
      await student.press("main form button[name=keep]");
      await student.look("kept for later");
    }
    const kept = await student.context.storageState();
    await student.context.close();
    student = await arrive({ storageState: kept });
    await student.open(talk);
    assert.equal(await student.page.locator("main textarea").inputValue(), "Dag Joost,");
  });

  chapter("sends nothing, is told so, and then sends the question", async () => {
    await student.fill("body", " ");
    await student.press("main form .button:not(.quiet)");
    await student.says(/Vul dit in/);
    await student.look("nothing typed");
    await student.fill("body", QUESTION);
    await student.press("main form .button:not(.quiet)");
    student.isAt(talk);
    await student.says(/Je bericht aan je trainer is verstuurd/);
    await student.says(/nog niet gelezen/);
    await student.look("the question, sent");
    const link = await student.find(".said #newest a");
    assert.equal(await link.getAttribute("href"), "https://example.com/brief");
    assert.equal(await student.page.locator("main textarea").inputValue(), "");
  });

  chapter("the trainer answers from the list", async () => {
    trainer = await arrive();
    await trainer.signIn(demo().login("trainer", "joost"), "/staff");
    await trainer.says(/gesprekken wachten op antwoord/);
    await trainer.follow("main .tiles a[href='/staff/conversations']");
    await trainer.look("who waits");
    const names = await trainer.page.locator("main tbody th").allInnerTexts();
    assert.match(names.at(-1), /Bakker, Samira/, "who asked last stands last");
    await trainer.follow("main tbody th a:text-matches('Samira')");
    await trainer.look("the question");
    await trainer.says(/Mag ik twee teksten meenemen/);
    await trainer.fill("body", ANSWER);
    await trainer.press("main form .button:not(.quiet)");
    trainer.isAt("/staff/conversations");
    await trainer.says(/Je antwoord aan Samira Bakker is verstuurd/);
    assert.doesNotMatch(await trainer.page.locator("main tbody").innerText(), /Samira/);
    await trainer.follow("main nav a[href$='all=on']");
    await trainer.look("all conversations");
  });

  chapter("the student reads the answer, and that the question was read", async () => {
    await student.open("/student");
    await student.says(/1 nieuw bericht/);
    await student.open(`${talk}#newest`);
    await student.says(/Neem ze allebei mee, Samira/);
    await student.look("the answer");
    assert.doesNotMatch(await student.words(), /nog niet gelezen/);
  });

  chapter("the trainer closes a conversation, and a message opens it again", async () => {
    await trainer.open("/staff/conversations?all=on");
    await trainer.follow("main tbody th a:text-matches('Samira')");
    await trainer.press("main form[action$='/closing'] button");
    await trainer.says(/is afgesloten/);
    await student.open(talk);
    await student.says(/Dit gesprek is afgesloten/);
    await student.look("a closed conversation");
    await student.fill("body", "Nog één ding.");
    await student.press("main form .button:not(.quiet)");
    assert.doesNotMatch(await student.words(), /Dit gesprek is afgesloten/);
  });
}, { script: [true, false] });
