// A candidate and the words that prove it light each other up.
const cards = new Map([...document.querySelectorAll("[data-candidate]")].map((card) => [card.dataset.candidate, card]));
const marks = [...document.querySelectorAll("mark[data-anchors]")];
const proofOf = (name) => marks.filter((mark) => mark.dataset.anchors.split(" ").includes(name));
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

function light(name, scrolls) {
  for (const mark of marks) mark.classList.remove("is-lit");
  const proof = proofOf(name);
  for (const mark of proof) mark.classList.add("is-lit");
  if (scrolls && proof[0]) {
    const sheet = proof[0].closest(".sheet");
    sheet.scrollTo({ top: proof[0].offsetTop - sheet.offsetTop - sheet.clientHeight / 3, behavior: calm ? "auto" : "smooth" });
  }
}

for (const [name, card] of cards) {
  card.addEventListener("mouseenter", () => light(name, false));
  card.addEventListener("focusin", () => light(name, true));
}
for (const mark of marks) {
  mark.addEventListener("mouseenter", () => {
    for (const name of mark.dataset.anchors.split(" ")) cards.get(name)?.classList.add("is-current");
  });
  mark.addEventListener("mouseleave", () => {
    for (const card of cards.values()) card.classList.toggle("is-current", card.contains(document.activeElement));
  });
}
