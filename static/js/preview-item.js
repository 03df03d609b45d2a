// While a question is written the server says how it will be asked and what is to be mended; an older answer never overtakes a newer one.
const PAUSE = 350;
const form = document.querySelector("form[data-preview]");
let timer;
let asked;

function show(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  for (const part of fresh.querySelectorAll("[data-part]")) {
    const now = document.querySelector(`[data-part="${part.dataset.part}"]`);
    if (now && now.innerHTML !== part.innerHTML) now.replaceChildren(...part.childNodes);
  }
  for (const box of form.querySelectorAll("[data-box]")) box.hidden = Boolean(fresh.querySelector(`[data-without="${box.dataset.box}"]`));
}

async function ask() {
  asked?.abort();
  asked = new AbortController();
  const typed = new URLSearchParams(new FormData(form));
  typed.set("preview", "parts");
  try {
    const answer = await fetch(location.href, { method: "POST", body: typed, signal: asked.signal, redirect: "error" });
    if (answer.ok) show(await answer.text());
  } catch {
    // No network, or already asked anew: what is shown stays, and the next key asks again.
  }
}

if (form) {
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  ask();
}
