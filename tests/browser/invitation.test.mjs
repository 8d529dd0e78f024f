// Story 3: an assistant makes a project, reads the client's list and invites; a participant gets in.

import assert from "node:assert/strict";
import { story } from "./support/visitor.mjs";

const PASSWORD = "drie paarden lezen kranten";
const LIST = [
  "Achternaam;Tussenvoegsel;Voornaam;E-mailadres;Personeelsnummer",
  "Linden;van der;Jasmijn;jasmijn.vanderlinden@voorbeeld.example;00417",
  "Zonder adres;;Piet;;00418",
  "Ünal;;Cem;cem.unal@voorbeeld.example;00419",
  ";;;;",
].join("\r\n");

async function letterTo(assistant, address) {
  for (let tries = 0; tries < 30; tries += 1) {
    await assistant.open("/staff/letters");
    const row = assistant.page.locator("tbody tr", { hasText: address }).first();
    if (await row.count()) {
      await assistant.look("letters");
      await assistant.leave(() => row.locator("a").click());
      const link = assistant.page.locator("pre.letter a");
      if (await link.count()) return link.first().getAttribute("href");
    }
    await assistant.page.waitForTimeout(500);
  }
  return assert.fail(`no letter came to ${address}`);
}

story("from a client's list to the first page", ({ chapter, arrive, demo }) => {
  let assistant;

  chapter("an assistant makes a project with a group", async () => {
    assistant = await arrive();
    await assistant.signIn(demo().login("assistant"), "/staff");
    await assistant.look("staff home");
    await assistant.open("/staff/projects");
    await assistant.look("projects");
    await assistant.follow("a[href='/staff/projects/new']");
    await assistant.look("new project");
    await assistant.press("main form[action='/staff/projects'] button:not([type=button])");
    await assistant.look("new project, empty");
    const { page } = assistant;
    await page.locator("[name=organisation]").selectOption({ index: 1 });
    await page.locator("[name=training]").selectOption({ index: 1 });
    await assistant.fill("name", "Helder schrijven – voorjaar");
    await assistant.fill("starts_on", "2027-03-01");
    await assistant.fill("ends_on", "2027-06-30");
    await page.locator("[name=upload_anchor][value=confirmation]").check();
    await assistant.press("main form[action='/staff/projects'] button:not([type=button])");
    assistant.isAt(/^\/staff\/projects\/\d+$/);
    await assistant.look("a new project");
    await assistant.follow("a[href$='/groups/new']");
    await assistant.look("new group");
    await assistant.fill("name", "Maandagochtend");
    await assistant.fill("capacity", "8");
    for (const [field, value] of Object.entries({ date: "2027-04-05", start: "09:30", end: "12:30", location: "Zaal 2" })) {
      await assistant.page.locator(`main [name*="${field}"]`).first().fill(value);
    }
    await assistant.press("main form[action$='/groups'] button:not([type=button])");
    await assistant.look("after making a group");
  });

  chapter("reads the list of the client, with a wrong row in it, and invites the others", async () => {
    await assistant.open("/staff/projects");
    await assistant.leave(() => assistant.page.getByRole("link", { name: "Helder schrijven – voorjaar" }).click());
    const project = assistant.path;
    await assistant.follow("a[href$='/roster']");
    await assistant.look("reading a list");
    await assistant.page.locator("input[type=file]").setInputFiles({ name: "deelnemers.csv", mimeType: "text/csv", buffer: Buffer.from(LIST, "utf8") });
    await assistant.press("main form[action$='/roster'] button:not([type=button])");
    assistant.isAt(/^\/staff\/rosters\/\d+$/);
    await assistant.look("what a list would do");
    assert.match(await assistant.words(), /jasmijn\.vanderlinden@/);
    assert.equal(await assistant.page.locator(".tile.late b").innerText(), "1", "one row is wrong");
    await assistant.press("main form[action$='/import'] button");
    await assistant.look("after the import");
    await assistant.open(project);
    await assistant.look("project with participants");
    await assistant.press(`main form[action='${project}/invitations'] button`);
    await assistant.look("after inviting");
  });

  chapter("the participant opens the letter, chooses a password, reads the statement and is there", async () => {
    const link = await letterTo(assistant, "jasmijn.vanderlinden@voorbeeld.example");
    await assistant.look("a letter");
    const scanner = await arrive();
    await scanner.open(new URL(link, demo().url).pathname);
    const student = await arrive();
    await student.open(new URL(link, demo().url).pathname);
    await student.look("invitation");
    await student.fill("password", "kort");
    await student.press("main form button:not([type=button])");
    await student.look("invitation, weak password");
    await student.fill("password", PASSWORD);
    await student.press("main form button:not([type=button])");
    student.isAt("/account/statement");
    await student.look("statement");
    await student.press("main form[action='/account/statement'] button");
    await student.look("statement, not ticked");
    await student.page.locator("[name=accepted]").check();
    await student.press("main form[action='/account/statement'] button");
    student.isAt("/student");
    await student.look("first time at home");
    const again = await arrive();
    await again.open(new URL(link, demo().url).pathname, 404);
    await again.look("a link that was used");
  });
});
