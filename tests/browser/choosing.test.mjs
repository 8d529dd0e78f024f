// A student chooses a group; another gives up a place, and the first in line gets it.

import assert from "node:assert/strict";
import { story } from "./support/visitor.mjs";

story("choosing a group", ({ chapter, arrive, demo, script }) => {
  let yara;
  let bas;
  let fenna;
  let groups;

  chapter("sees the groups and takes a place", async () => {
    yara = await arrive();
    await yara.signIn(demo().login("student", "yara"), "/student");
    await yara.look("home, without a group");
    await yara.follow("main .now a.button");
    groups = yara.path;
    yara.isAt(/^\/student\/groups\/\d+$/);
    await yara.look("the groups");
    await yara.says(/Maandagmiddag vol/);
    await yara.press("main form:has(button:text-matches('Kies deze groep')) button");
    yara.isAt(groups);
    await yara.says(/Woensdagochtend jouw groep/);
    await yara.look("the groups, with a place");
  });

  chapter("cannot come to one meeting, and then can", async () => {
    await yara.open("/student");
    await yara.follow("main a[href$='/absence']");
    await yara.look("I cannot come");
    await yara.page.locator("main form[action$='/absence'] input[value=work]").check();
    await yara.press("main form[action$='/absence'] button");
    await yara.says(/Je bent afgemeld/);
    await yara.look("excused");
    await yara.press("main form[action$='/absence/ending'] button");
    assert.doesNotMatch(await yara.words(), /Je bent afgemeld/);
  });

  chapter("somebody gives up a place in the full group", async () => {
    bas = await arrive();
    await bas.signIn(demo().login("student", "bas.vanloon"), "/student");
    await bas.open(groups);
    await bas.page.locator("main details summary").first().click();
    await bas.look("giving up a place");
    await bas.press("main form[action$='/ending'] button");
    await bas.says(/Je plaats is afgezegd/);
  });

  chapter("the first in line is offered the place and takes it", async () => {
    fenna = await arrive();
    await fenna.signIn(demo().login("student", "fenna"), "/student");
    await fenna.says(/Er is een plaats voor je vrij/);
    await fenna.look("home, with an offer");
    await fenna.follow("main [aria-labelledby=offer] a.button");
    await fenna.look("the offer");
    await fenna.press("main form[action$='/acceptance'] button");
    await fenna.says(/Maandagmiddag jouw groep/);
  });

  chapter("puts the meetings in a calendar", async () => {
    await fenna.open("/account/calendar");
    await fenna.look("no link yet");
    await fenna.press("main form[action='/account/calendar'] button");
    await fenna.look("the link, once");
    const address = await fenna.page.locator("#url").inputValue();
    const answer = await fenna.context.request.get(`${demo().url}/calendar/${address.split("/calendar/")[1]}`);
    assert.equal(answer.status(), 200);
    assert.match(await answer.text(), /BEGIN:VTIMEZONE[\s\S]*Maandagmiddag/);
  });

  chapter("staff see who waits, who gave up a place and who cannot come", async () => {
    const staff = await arrive();
    await staff.signIn(demo().login("assistant"), "/staff");
    await staff.says(/Teruggegeven plaatsen/);
    await staff.look("today");
    await staff.open("/staff/absences");
    await staff.look("absences");
    await staff.open("/staff/projects");
    await staff.follow("main tbody th a:text-matches('rapporteren')");
    await staff.look("the project");
    await staff.follow("main a:text-matches('Maandagmiddag')");
    await staff.says(/Wachtlijst/);
    await staff.look("the group, with its line");
  });
}, { script: [true, false] });
