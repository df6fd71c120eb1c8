// Tap on the page itself to black out a line, or to show it again. Without this the list of lines does the same.
const svgs = "http://www.w3.org/2000/svg";
for (const sheet of document.querySelectorAll("[data-blad]")) {
  const page = sheet.querySelector(".papier svg"), [, , wide, high] = page.getAttribute("viewBox").split(" ").map(Number);
  for (const choice of sheet.querySelectorAll("input[name=dicht]")) {
    const [a, b, c, d] = choice.value.split(":")[1].split(",").map(Number);
    const box = document.createElementNS(svgs, "rect"), set = (name, value) => box.setAttribute(name, value);
    set("x", a * wide), set("y", b * high), set("width", (c - a) * wide), set("height", (d - b) * high);
    set("stroke", "#0b57a4"), set("stroke-width", wide / 500);
    const draw = () => set("fill", choice.checked ? "#111" : "transparent");
    choice.addEventListener("change", draw);
    box.addEventListener("click", () => { choice.checked = !choice.checked; draw(); });
    draw();
    page.append(box);
  }
}
