// Sends files in pieces (tus), so that a lost connection or an ended session costs nothing. Without this the form sends them.
const form = document.querySelector("form[data-opladen]");
const PIECE = 1 << 20;
const wait = (ms) => new Promise((done) => {
  const go = () => { clearTimeout(timer); removeEventListener("online", go); done(); };
  const timer = setTimeout(go, ms);
  addEventListener("online", go);
});
const token = () => (document.cookie.match(/(?:^|; )csrftoken=([^;]+)/) || [])[1] || "";
const ask = (method, url, headers = {}, body) => fetch(url, {
  method, body, redirect: "manual", headers: { "Tus-Resumable": "1.0.0", "X-CSRFToken": token(), ...headers },
});
const b64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
const mark = (file) => String(file.lastModified || "");

class Plain extends Error {} // this server or browser cannot do it: the plain form can
class Refused extends Error {} // a sentence about this file

// Where to send this file: what was begun before (also before signing in again, also in another window), or a new place.
let begun = null;
async function place(file, wanted) {
  if (!begun) {
    const list = await ask("GET", form.dataset.opladen);
    if (list.status === 401) return list;
    if (!list.ok) throw new Plain();
    begun = (await list.json()).opladingen;
  }
  const at = begun.findIndex((row) => row.naam === file.name && row.grootte === file.size && row.merk === mark(file));
  if (at >= 0) return { url: begun.splice(at, 1)[0].adres, at: -1 };
  const said = `filename ${b64(file.name)},merk ${b64(mark(file))},vereiste ${b64(wanted)}`;
  const made = await ask("POST", form.dataset.opladen, { "Upload-Length": String(file.size), "Upload-Metadata": said });
  if (made.status === 201) return { url: made.headers.get("Location"), at: 0 };
  if (made.status === 400 || made.status === 413) throw new Refused(await made.text());
  if (made.status === 401 || made.status >= 500) return made;
  throw new Plain();
}

async function send(file, wanted, say) {
  let url = "", at = -1, pause = 1000;
  for (;;) {
    try {
      let answer;
      if (!url) {
        const found = await place(file, wanted);
        if (found instanceof Response) answer = found; else ({ url, at } = found);
      }
      if (url && at < 0) {
        answer = await ask("HEAD", url);
        if (answer.status === 404) { url = ""; begun = null; } // begun too long ago
      } else if (url) {
        answer = await ask("PATCH", url, { "Upload-Offset": String(at), "Content-Type": "application/offset+octet-stream" },
          file.slice(at, at + PIECE));
      }
      if (answer && answer.ok && answer.headers.has("Upload-Offset")) {
        at = Number(answer.headers.get("Upload-Offset"));
        pause = 1000;
        if (at >= file.size) return;
        say("onderweg", Math.floor((100 * at) / file.size));
        continue;
      }
      at = -1;
      if (!answer || answer.status === 409) continue;
      if (answer.status === 403 && !url) throw new Plain();
      say(answer.status === 401 ? "sessie" : "wacht");
    } catch (error) {
      if (error instanceof Plain || error instanceof Refused) throw error;
      at = -1;
      say("wacht");
    }
    await wait(pause);
    pause = Math.min(2 * pause, 8000);
  }
}

async function sendAll(files) {
  const words = form.dataset, list = form.querySelector("[data-lijst]"), total = form.querySelector("[role=status]");
  const wanted = form.elements.vereiste ? form.elements.vereiste.value : "";
  const input = form.querySelector("input[type=file]"), button = form.querySelector("button");
  const rows = files.map((file) => list.appendChild(Object.assign(document.createElement("li"), { textContent: file.name })));
  let done = 0;
  begun = null;
  button.setAttribute("aria-disabled", "true");
  form.dataset.onderweg = "ja";
  for (const [number, file] of files.entries()) {
    const say = (what, percent) => {
      rows[number].textContent = words[what === "onderweg" ? "onderwegWoord" : what].replace("{naam}", file.name).replace("{deel}", percent);
      form.querySelector("[data-inloggen]").hidden = what !== "sessie";
    };
    say("onderweg", 0);
    try {
      await send(file, wanted, say);
      say("aangekomen");
      done += 1;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      rows[number].textContent = error.message;
    }
    form.dispatchEvent(new Event("binnen"));
    total.textContent = words.samen.replace("{klaar}", done).replace("{aantal}", files.length);
  }
  input.value = "";
  button.removeAttribute("aria-disabled");
  delete form.dataset.onderweg;
}

if (form) form.addEventListener("submit", async (event) => {
  const files = [...form.querySelector("input[type=file]").files];
  if (!files.length || !token()) return;
  event.preventDefault();
  if (form.dataset.onderweg) return;
  try {
    await sendAll(files);
  } catch {
    delete form.dataset.onderweg;
    form.submit();
  }
});
