// Makes forms nicer; everything works without it. Errors get the focus, and a form is sent once.
const fouten = document.querySelector("[data-fouten]");
if (fouten) fouten.focus();

const wait = document.documentElement.lang === "en" ? "One moment …" : "Even geduld …";

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.onderweg) return event.preventDefault();
  form.dataset.onderweg = "ja";
  const button = event.submitter;
  if (!button || button.classList.contains("als-link")) return;
  button.dataset.woord = button.innerHTML;
  // A disabled button would not be sent: it only says so, after the form has left.
  setTimeout(() => { button.textContent = wait; button.setAttribute("aria-disabled", "true"); });
});

// Back in the browser's history: the page is as it was, ready to be sent again.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-onderweg]")) delete form.dataset.onderweg;
  for (const button of document.querySelectorAll("[data-woord]")) {
    button.innerHTML = button.dataset.woord;
    button.removeAttribute("aria-disabled");
    delete button.dataset.woord;
  }
});
