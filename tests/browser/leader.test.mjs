// Story 6: a project leader follows the project, and nothing but that project.

import assert from "node:assert/strict";
import { story } from "./support/visitor.mjs";

story("a project leader", ({ chapter, arrive, demo }) => {
  let leader;
  let project;

  chapter("sees the progress by step, group and person", async () => {
    leader = await arrive();
    await leader.signIn(demo().login("leader", "wouter"));
    await leader.open("/leader");
    await leader.look("projects");
    if (!/^\/leader\/projects\//.test(leader.path)) await leader.follow("main a[href^='/leader/projects/']");
    project = leader.path;
    await leader.look("a project");
  });

  chapter("finds who is behind, and what they still have to do", async () => {
    await leader.open(`${project}/participants`);
    await leader.look("participants");
    const all = await leader.page.locator("main tbody tr").count();
    await leader.page.locator("[name=late]").check();
    await leader.press("main form.filters button");
    await leader.look("participants who are behind");
    const behind = await leader.page.locator("main tbody tr").count();
    assert.ok(behind > 0 && behind < all, `${behind} of ${all} are behind`);
    await leader.follow("main tbody th a");
    leader.isAt(/^\/leader\/participants\/\d+$/);
    await leader.look("a participant");
  });

  chapter("reads learning wishes and groups", async () => {
    await leader.open(`${project}/wishes`);
    await leader.look("wishes");
    assert.ok((await leader.page.locator("main blockquote").count()) > 0, "there is no wish");
    await leader.open(`${project}/groups`);
    await leader.look("groups");
  });

  chapter("never sees a file, a personnel number, or another client", async () => {
    const other = await arrive();
    await other.signIn(demo().login("leader", "marleen"));
    await other.open("/leader");
    if (!/^\/leader\/projects\//.test(other.path)) await other.follow("main a[href^='/leader/projects/']");
    const foreign = other.path;
    assert.notEqual(foreign, project);
    await other.open(`${foreign}/participants`);
    const person = await (await other.find("main tbody th a")).getAttribute("href");
    for (const path of [foreign, `${foreign}/participants`, `${foreign}/wishes`, `${foreign}/groups`, person, "/student/uploads", "/staff/uploads/1/file"]) {
      await leader.open(path, 404);
    }
    await leader.look("not there");
    await leader.open(`${project}/participants`);
    assert.doesNotMatch(await leader.page.content(), /20407|20414|\/uploads\//);
  });
});
