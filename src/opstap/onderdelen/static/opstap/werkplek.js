// Keys of the werkplek; everything can also be done without them.
// [data-toets="p"] a link, button or field that the key P opens, presses or goes to ("Ctrl+Enter" too)
// [data-rijen] a table or list whose rows J and K walk through; Enter opens the first link of the row
const typing = (element) => element.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");

function use(element) {
  if (element.matches("input, textarea, select")) { element.focus(); element.select?.(); } else element.click();
}

function step(list, by) {
  const rows = [...list.querySelectorAll(":scope > tbody > tr, :scope > li")];
  const at = rows.findIndex((row) => row.hasAttribute("aria-current"));
  const row = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
  if (!row) return;
  for (const other of rows) other.removeAttribute("aria-current");
  row.setAttribute("aria-current", "true");
  row.querySelector("a, button, input")?.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

document.addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (event.altKey || event.metaKey) return;
  if (key === "Escape" && typing(target)) return target.blur();
  const name = (event.ctrlKey ? "Ctrl+" : "") + (key.length === 1 ? key.toLowerCase() : key);
  if (!event.ctrlKey && typing(target)) return;
  const wanted = document.querySelector(`[data-toets="${CSS.escape(name)}"]`);
  const list = document.querySelector("[data-rijen]");
  if (key === "Enter" && !event.ctrlKey && target !== document.body) return;
  if (wanted) use(wanted);
  else if (list && (name === "j" || name === "k")) step(list, name === "j" ? 1 : -1);
  else return;
  event.preventDefault();
});
