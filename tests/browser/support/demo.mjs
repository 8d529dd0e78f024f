// A demo of its own for each journey: a fresh folder, a free port, gone afterwards.

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

const BINARY = resolve(process.env.TRAJECT_BINARY ?? "target/debug/traject");
const PATIENCE = 120_000;

// The program refuses settings that it does not know, and those of the tests are none of its business.
// A low limit, so that what is too large is quickly sent.
function environment() {
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith("TRAJECT_"));
  return { ...Object.fromEntries(others), TRAJECT_UPLOAD_MB: "2" };
}

export class Demo {
  /** Fills a demo and serves it; resolves when it says that it is ready. */
  static async start() {
    const demo = new Demo();
    demo.folder = await mkdtemp(join(tmpdir(), "traject-journey-"));
    await demo.serve();
    return demo;
  }

  async serve(extra = []) {
    // The same address again when it was served before, so that browsers keep their session.
    const address = this.url ? new URL(this.url).host : "127.0.0.1:0";
    const args = ["demo", "--listen", address, "--data", this.folder, ...extra];
    this.process = spawn(BINARY, args, { env: environment(), stdio: ["ignore", "pipe", "pipe"] });
    this.log = "";
    this.logins = {};
    this.process.stderr.on("data", (data) => { this.log += data; });
    this.url = await new Promise((ready, failed) => {
      const late = setTimeout(() => failed(new Error(`the demo did not start:\n${this.log}`)), PATIENCE);
      this.process.once("exit", (code) => failed(new Error(`the demo stopped with ${code}:\n${this.log}`)));
      createInterface({ input: this.process.stdout }).on("line", (line) => {
        const [word, ...rest] = line.split(" ");
        if (word === "login") (this.logins[rest[0]] ??= []).push({ email: rest[1], password: rest[2], secret: rest[3] });
        if (word === "ready") {
          clearTimeout(late);
          ready(rest[0].replace(/\/$/, ""));
        }
      });
    });
  }

  /** The login of the person whose address contains `part`, in a role. */
  login(role, part = "") {
    const found = (this.logins[role] ?? []).find(({ email }) => email.includes(part));
    if (!found) throw new Error(`the demo has no ${role} ${part}`);
    return found;
  }

  /** Serves the same data as of so many hours from now. */
  async later(hours) {
    await this.stop();
    const at = new Date(Date.now() + hours * 3_600_000);
    const local = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short", timeZone: "Europe/Amsterdam" });
    await this.serve(["--at", local.format(at).replace(" ", "T")]);
  }

  async stop() {
    const ended = new Promise((done) => { this.process.once("exit", done); });
    this.process.kill("SIGKILL");
    await ended;
  }

  async end() {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
