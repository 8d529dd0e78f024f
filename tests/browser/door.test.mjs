// At the door: signing in, choosing a hat, getting lost, and the page that shows every part of the look.

import assert from "node:assert/strict";
import { story } from "./support/visitor.mjs";

story("at the door", ({ chapter, arrive, demo }) => {
  chapter("a wrong password is said so, and the name stays", async () => {
    const visitor = await arrive();
    await visitor.open("/login");
    await visitor.look("sign in");
    await visitor.fill("email", "samira.bakker@lindedam.example.nl");
    await visitor.fill("password", "not this one");
    await visitor.press("main form button:not([type=button])");
    await visitor.look("sign in, refused");
    assert.equal(await visitor.page.locator("[name=email]").inputValue(), "samira.bakker@lindedam.example.nl");
    assert.equal(await visitor.page.locator("[name=password]").inputValue(), "");
    const focused = await visitor.page.evaluate(() => document.activeElement.matches("[data-error-summary]"));
    assert.ok(focused, "the summary of what is wrong does not have the focus");
  });

  chapter("who has two hats chooses", async () => {
    const visitor = await arrive();
    const both = demo().logins.student.find(({ email }) => demo().logins.leader.some((leader) => leader.email === email));
    await visitor.signIn(both, "/choice");
    await visitor.look("choice");
  });

  chapter("an address that leads nowhere leads back", async () => {
    const visitor = await arrive();
    await visitor.open("/nowhere", 404);
    await visitor.look("not found");
    await visitor.follow("main a.button");
    assert.equal(visitor.path, "/login");
  });

  chapter("every part of the look is as it should be", async () => {
    const visitor = await arrive();
    await visitor.open("/styleguide");
    await visitor.look("styleguide");
  });
});
