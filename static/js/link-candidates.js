// A candidate and the words that prove it light each other up.
const cards = new Map([...document.querySelectorAll("[data-candidate]")].map((card) => [card.dataset.candidate, card]));
const marks = [...document.querySelectorAll("mark[data-anchors]")];
const names = (mark) => mark.dataset.anchors.split(" ");
const calm = matchMedia("(prefers-reduced-motion: reduce)");

function light(name) {
  const proof = marks.filter((mark) => names(mark).includes(name));
  for (const mark of marks) mark.classList.toggle("is-lit", proof.includes(mark));
  return proof[0];
}

function show(mark) {
  const sheet = mark?.closest(".sheet");
  const top = mark?.getBoundingClientRect().top - sheet?.getBoundingClientRect().top + sheet?.scrollTop - sheet?.clientHeight / 3;
  sheet?.scrollTo({ top, behavior: calm.matches ? "auto" : "smooth" });
}

for (const [name, card] of cards) {
  card.addEventListener("mouseenter", () => light(name));
  card.addEventListener("focusin", () => show(light(name)));
}
for (const mark of marks) {
  const about = names(mark).map((name) => cards.get(name)).filter(Boolean);
  mark.addEventListener("mouseenter", () => about.forEach((card) => card.classList.add("is-current")));
  mark.addEventListener("mouseleave", () => about.forEach((card) => card.classList.remove("is-current")));
  mark.addEventListener("click", () => about.find((card) => card.dataset.state === "waiting")?.focus());
}
