// The talk: reading aloud and printing. Extras: without this script only these buttons are missing.
// [data-voorlezen="words"][data-stop="words"] can be read aloud; [data-druk="words"] gets a button to print.
const speech = window.speechSynthesis;
const language = document.documentElement.lang;
let busy = null;

// A voice of this device only: another would send the words of the page away.
const voice = () => speech.getVoices().find((one) => one.localService && one.lang.startsWith(language));

function button(words, does) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button voorlees-knop";
  made.textContent = words;
  made.addEventListener("click", does);
  return made;
}

const sentences = (part) => [...part.querySelectorAll("h1, h2, summary, legend, .field > label, .hint, p, .choice")]
  .map((one) => one.innerText.trim()).filter(Boolean);

function stop() {
  speech.cancel();
  if (busy) busy.textContent = busy.lees;
  busy = null;
}

function read(part, knop) {
  const again = busy === knop;
  stop();
  if (again) return;
  busy = knop;
  knop.lees = knop.textContent;
  knop.textContent = part.dataset.stop;
  for (const words of [...sentences(part), ""]) {
    const line = new SpeechSynthesisUtterance(words);
    line.lang = language;
    line.voice = voice();
    if (!words) line.onend = () => busy === knop && stop();
    speech.speak(line);
  }
}

function offer() {
  if (!voice()) return;
  for (const part of document.querySelectorAll("[data-voorlezen]:not([data-kan])")) {
    part.dataset.kan = 1;
    const knop = button(part.dataset.voorlezen, () => read(part, knop));
    part.firstElementChild.after(knop);
  }
}

if (speech) {
  offer();
  speech.addEventListener("voiceschanged", offer);
  addEventListener("pagehide", stop);
}

for (const place of document.querySelectorAll("[data-druk]")) place.append(button(place.dataset.druk, () => print()));
