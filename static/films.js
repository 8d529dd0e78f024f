// Tells the server what was watched of a film, so that it can go on where one left off and count as seen. Without this
// file one says so oneself. All texts come from the page.

const EVERY = 15000;
// A player says where it is four times in a second; a larger step than this, at normal speed, is a jump.
const STEP = 1.5;

class Watcher {
  constructor(film) {
    this.film = film;
    this.played = [];
    this.last = null;
    this.told = document.querySelector("[data-film-told]");
    film.addEventListener("timeupdate", () => this.note());
    for (const event of ["seeking", "emptied"]) film.addEventListener(event, () => { this.last = null; });
    for (const event of ["pause", "ended"]) film.addEventListener(event, () => this.tell());
    addEventListener("pagehide", () => this.tell());
    document.addEventListener("visibilitychange", () => { if (document.hidden) this.tell(); });
    setInterval(() => this.tell(), EVERY);
    document.querySelector("[data-film-from]")?.addEventListener("click", (event) => this.goOn(event));
  }

  // Grows the stretch that is being played, or begins another one after a jump.
  note() {
    if (this.film.seeking) return;
    const [now, last] = [this.film.currentTime, this.last];
    this.last = now;
    if (last === null || now <= last || now - last > STEP * Math.max(1, this.film.playbackRate)) return;
    const stretch = this.played.at(-1);
    if (stretch && stretch[1] === last) stretch[1] = now;
    else this.played.push([last, now]);
  }

  async tell() {
    this.note();
    if (this.played.length === 0 || this.telling) return;
    const said = this.played;
    this.played = [];
    this.telling = true;
    const stretches = said.map(([from, to]) => `${from.toFixed(3)}-${to.toFixed(3)}`).join(",");
    const body = new URLSearchParams({ position: this.film.currentTime.toFixed(3), stretches });
    const headers = { Accept: "application/json" };
    try {
      const answer = await fetch(this.film.dataset.film, { method: "POST", body, headers, keepalive: true });
      if (answer.status === 401) throw new Error(this.film.dataset.signedOut);
      if (!answer.ok) throw new Error(this.film.dataset.broken);
      this.show(await answer.json());
    } catch (error) {
      // What was not heard is told again the next time.
      this.played = [...said, ...this.played];
      this.say(error instanceof TypeError ? this.film.dataset.broken : error.message);
    } finally {
      this.telling = false;
    }
  }

  show({ percent, seen }) {
    const bar = document.querySelector("[data-film-bar]");
    bar.value = percent;
    document.querySelector("[data-film-percent]").textContent = percent;
    if (seen) {
      this.say(document.querySelector("[data-film-counted]").textContent);
      document.getElementById("own-word")?.parentElement.remove();
    } else if (this.before) {
      this.say(this.before);
    }
  }

  say(sentence) {
    this.before ??= this.told.textContent;
    if (this.told.textContent !== sentence) this.told.textContent = sentence;
  }

  goOn(event) {
    event.preventDefault();
    this.film.currentTime = Number(event.target.dataset.filmFrom);
    this.film.focus();
    // Paused before it began, or not allowed to begin by itself: then they press the button of the player.
    this.film.play().catch(() => {});
  }
}

for (const film of document.querySelectorAll("video[data-film]")) new Watcher(film);
