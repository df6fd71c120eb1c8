// The talk: reading aloud and printing. Both are extras; without this script nothing is missing but these buttons.
// [data-voorlezen="words"][data-stop="words"]  a part of the page that gets a button to have it read aloud
// [data-druk="words"]                          a place that gets a button to print
const speech = window.speechSynthesis;
const language = document.documentElement.lang || "nl";
let speaking = null;

// Only a voice of this device: a voice from elsewhere would send the words of the page away.
const voice = () => speech.getVoices().find((one) => one.localService && one.lang.toLowerCase().startsWith(language));

function button(words) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button voorlees-knop geen-druk";
  made.textContent = words;
  return made;
}

// What is read: headings, questions, hints, answers and plain sentences, each once, in the order of the page.
function sentences(part) {
  const found = part.querySelectorAll("h1, h2, summary, legend, label, .hint, p, blockquote, li, dt, dd");
  return [...found]
    .filter((one) => !one.closest(".hidden, button, [data-druk], .errors") && !one.querySelector("legend, p, li, label"))
    .map((one) => one.innerText.replace(/\s+/g, " ").trim())
    .filter(Boolean);
}

function stop() {
  speech.cancel();
  if (speaking) { speaking.knop.textContent = speaking.lees; speaking.knop.setAttribute("aria-pressed", "false"); }
  speaking = null;
}

function read(part, knop) {
  const was = speaking?.knop;
  stop();
  if (was === knop) return;
  speaking = { knop, lees: knop.textContent };
  knop.textContent = part.dataset.stop;
  knop.setAttribute("aria-pressed", "true");
  const lines = sentences(part);
  lines.forEach((words, index) => {
    const line = new SpeechSynthesisUtterance(words);
    line.lang = language;
    line.voice = voice();
    line.rate = 0.92;
    if (index === lines.length - 1) line.onend = () => { if (speaking?.knop === knop) stop(); };
    speech.speak(line);
  });
}

function offer() {
  if (!speech || !voice()) return;
  for (const part of document.querySelectorAll("[data-voorlezen]:not([data-klaar])")) {
    part.dataset.klaar = "ja";
    const knop = button(part.dataset.voorlezen);
    knop.setAttribute("aria-pressed", "false");
    knop.addEventListener("click", () => read(part, knop));
    const first = part.querySelector(":scope > :is(summary, h1, h2)");
    if (first) first.after(knop); else part.prepend(knop);
  }
}

if (speech) {
  offer();
  speech.addEventListener?.("voiceschanged", offer);
  addEventListener("pagehide", stop);
}

for (const place of document.querySelectorAll("[data-druk]")) {
  const knop = button(place.dataset.druk);
  knop.addEventListener("click", () => print());
  place.append(knop);
}
