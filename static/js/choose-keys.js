// a, b, c… or 1, 2, 3… picks an option; sending stays a step of its own.
const inputs = [...document.querySelectorAll("[data-options] input")];

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input[type=text], textarea, select")) return;
  const place = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : event.key.length === 1 ? event.key.toLowerCase().charCodeAt(0) - 97 : -1;
  const input = inputs[place];
  if (!input) return;
  input.checked = input.type === "radio" || !input.checked;
  input.focus();
});
