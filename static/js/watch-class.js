// The projector's page keeps up with the class: it asks again while it is seen, and ever more rarely while nobody answers.
const PAUSE = 5_000;
const LONGEST_PAUSE = 60_000;
const box = document.querySelector("[data-watch]");
let pause = PAUSE;
let timer;

function show(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  for (const part of box.querySelectorAll("[data-part]")) {
    const now = fresh.querySelector(`[data-part="${part.dataset.part}"]`);
    if (now && now.innerHTML !== part.innerHTML) part.replaceChildren(...now.childNodes); // what stays the same is not read aloud again
  }
}

async function ask() {
  clearTimeout(timer);
  try {
    const answer = await fetch(box.dataset.watch, { redirect: "error" });
    if (!answer.ok) throw new Error(answer.statusText);
    show(await answer.text());
    pause = PAUSE;
  } catch {
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  }
  if (!document.hidden) timer = setTimeout(ask, pause);
}

if (box) {
  if (!document.hidden) timer = setTimeout(ask, PAUSE);
  document.addEventListener("visibilitychange", () => (document.hidden ? clearTimeout(timer) : ask()));
}
