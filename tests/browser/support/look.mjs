// What is asked of every page that a journey comes by.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

const AXE = await readFile(new URL("../vendor/axe-core/axe.min.js", import.meta.url), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const SCHEMES = ["light", "dark"];
// The narrowest phone that is still sold, and the width at which WCAG asks for reflow.
const NARROW = [320, 390];

/** Looks at the page as it stands: accessibility in light and dark, no sideways scroll, one h1. */
export async function look(page, name, script) {
  const where = `${name} (${new URL(page.url()).pathname})`;
  assert.equal(await page.locator("h1").count(), 1, `${where}: there is not one h1`);
  await check_width(page, where);
  // Axe is a script itself; the page without script is the same page.
  if (!script) return;
  for (const scheme of SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme });
    await settled(page);
    await check_accessibility(page, `${where}, ${scheme}`);
  }
  await page.emulateMedia({ colorScheme: "light" });
}

// Colours may take a moment to change; what is measured is where they end.
async function settled(page) {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise((next) => { requestAnimationFrame(next); });
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  });
}

async function check_accessibility(page, where) {
  if (!(await page.evaluate("typeof axe === 'object'"))) await page.evaluate(AXE);
  const { violations } = await page.evaluate((values) => axe.run(document, { runOnly: { type: "tag", values } }), RULES);
  const said = violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.html}\n    ${node.failureSummary.replaceAll("\n", "\n    ")}`),
  );
  assert.equal(said.length, 0, `${where}: axe complains\n  ${said.join("\n  ")}`);
}

async function check_width(page, where) {
  const size = page.viewportSize();
  for (const width of [...NARROW, size.width]) {
    await page.setViewportSize({ width, height: size.height });
    const wide = await page.evaluate(() => {
      const page = document.documentElement;
      if (page.scrollWidth <= page.clientWidth) return [];
      const sticking = [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > page.clientWidth + 1);
      return [`${page.scrollWidth} > ${page.clientWidth}`, ...sticking.slice(0, 3).map((element) => element.outerHTML.slice(0, 120))];
    });
    assert.deepEqual(wide, [], `${where}: it scrolls sideways at ${width}`);
  }
  await page.setViewportSize(size);
}

/** Collects what the browser complains about, until it is asked. */
export function listen(page) {
  const heard = [];
  page.on("pageerror", (error) => heard.push(`error in the script: ${error.message}`));
  page.on("console", (message) => {
    // A refused form or an address that is not there is an answer, not a fault.
    const answered = /^Failed to load resource: the server responded with a status of (401|404|409|413|422) /;
    const offline = /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|FAILED|ABORTED)/;
    const text = message.text();
    if (["error", "warning"].includes(message.type()) && !answered.test(text) && !offline.test(text)) heard.push(`${text} at ${message.location().url}`);
  });
  return heard;
}
