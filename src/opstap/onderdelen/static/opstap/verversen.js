// While papers are being read the page shows by itself what was understood. Without this a link does it.
const form = document.querySelector("form[data-voortgang]");
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

// The page again, without a jump: all but the form; what was open stays open.
async function refresh() {
  const answer = await fetch(location.href);
  if (!answer.ok || answer.redirected) return;
  const find = (page) => [...page.querySelectorAll("form[data-voortgang]")].map((one) => one.closest("main > .stack-l") || one.closest("main"))[0];
  const main = find(document), own = [...main.children].find((part) => part.contains(form));
  const key = (one) => (one.closest("[aria-labelledby]") || main).getAttribute("aria-labelledby") + one.firstElementChild.textContent;
  const open = new Set([...main.querySelectorAll("details[open]")].map(key));
  const fresh = find(new DOMParser().parseFromString(await answer.text(), "text/html"));
  for (const part of [...main.children]) if (part !== own) part.remove();
  let before = true;
  for (const part of [...fresh.children]) {
    if (part.matches("form[data-voortgang]") || part.querySelector("form[data-voortgang]")) before = false;
    else if (before) own.before(part);
    else main.append(part);
  }
  for (const one of main.querySelectorAll("details")) if (open.has(key(one))) one.open = true;
}

// Ask how many are still being read, as long as there are, and a few times after something came in.
let busy = form ? Number(form.dataset.bezig) : 0, rounds = 0, running = false;
async function watch() {
  if (running) return;
  form.dataset.kijkt = "ja";
  for (running = true; busy > 0 || rounds > 0; rounds -= 1) {
    await wait(1200);
    try {
      const answer = await fetch(form.dataset.voortgang, { headers: { Accept: "application/json" } });
      const now = answer.ok && !answer.redirected ? (await answer.json()).bezig : busy;
      if (now !== busy) { busy = now; await refresh(); }
    } catch { /* away for a moment: look again */ }
  }
  running = false;
  await refresh().catch(() => {});
  if (!running) delete form.dataset.kijkt;
}

if (form) {
  form.addEventListener("binnen", () => { rounds = 4; watch(); });
  if (busy) watch();
}
