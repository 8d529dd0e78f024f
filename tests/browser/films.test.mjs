// A student watches a film, with script and without, and goes on where they left off.

import assert from "node:assert/strict";
import { story } from "./support/visitor.mjs";

story("films", ({ chapter, arrive, demo, script }) => {
  let student;

  chapter("finds a film with captions and a text", async () => {
    student = await arrive();
    await student.signIn(demo().login("student", "samira"), "/student");
    await student.open("/student/films");
    await student.look("films");
    await student.follow("main .file a");
    student.isAt(/^\/student\/films\/\d+$/);
    await student.look("a film");
    await student.follow("main a[href='/student/films']");
    await student.follow("main .file a");
  });

  chapter("watches a part, and goes on there", async () => {
    if (!script) {
      await student.says(/In je browser staan scripts uit/);
      return;
    }
    const film = student.page.locator("video[data-film]");
    await film.evaluate(async (video) => {
      video.muted = true;
      await video.play();
    });
    await student.page.waitForFunction(() => document.querySelector("video").currentTime > 7);
    const told = student.page.waitForResponse((answer) => answer.url().endsWith("/watching"));
    await film.evaluate((video) => video.pause());
    assert.equal((await told).status(), 200);
    await student.page.waitForFunction(() => Number(document.querySelector("[data-film-percent]").textContent) >= 14);
    assert.equal(await film.evaluate((video) => video.textTracks.length), 2);
    await student.open(student.path);
    const link = student.page.locator("[data-film-from]");
    assert.match(await link.innerText(), /^Verder vanaf 0:0[789]$/);
    await link.click();
    await student.page.waitForFunction(() => document.querySelector("video").currentTime >= 7);
    await film.evaluate((video) => video.pause());
  });

  chapter("says themselves that they saw it", async () => {
    await student.press("section[aria-labelledby=own-word] button");
    await student.says(/Je hebt zelf gezegd dat je deze film zag/);
    await student.look("a film that was seen");
    await student.open("/student/films");
    await student.says(/gezien/);
  });

  chapter("staff put captions with a film, and see who watched it", async () => {
    const keeper = await arrive();
    await keeper.signIn(demo().login("assistant"), "/staff");
    await keeper.open("/staff/films/watched/1");
    await keeper.look("who watched");
    await keeper.says(/zegt zelf: gezien/);
    await keeper.open("/staff/material/projects/1");
    await keeper.follow("a[href^='/staff/films/given/']");
    await keeper.look("a film as staff keep it");
    await keeper.fill("captions_nl", "1\n00:00:01,000 --> 00:00:02,000\nHoi");
    await keeper.press("main form button[type=submit], main .form .button");
    await keeper.look("captions that are wrong");
    await keeper.says(/Dit is geen WebVTT/);
    await keeper.open("/staff/films/projects/1/new");
    await keeper.look("adding a film");
  });
});
