// The form of a candidate opens where the candidate stands, and the checks answer while one types.
const cards = () => [...document.querySelectorAll("[data-candidate]")];
const QUIET = 400;

async function page(address, options) {
  const response = await fetch(address, options).catch(() => null);
  return response?.ok || response?.status === 422 ? new DOMParser().parseFromString(await response.text(), "text/html") : null;
}

function close(card, form) {
  form.remove();
  card.classList.remove("is-edited");
  card.focus();
}

async function answer(form, list, running) {
  running.abort?.abort();
  running.abort = new AbortController();
  const found = await page(form.dataset.checks, { method: "POST", body: new URLSearchParams(new FormData(form)), signal: running.abort.signal });
  const said = found?.querySelector("[data-findings]");
  if (said) list.replaceChildren(...said.childNodes);
}

function furnish(form, card, link) {
  form.action = link.href;
  form.dataset.checks = link.dataset.checks;
  form.querySelectorAll("[data-take-selection]").forEach((button) => button.closest(".selection").remove());
  const list = Object.assign(document.createElement("div"), { className: "live-findings" });
  list.setAttribute("role", "status");
  const leave = Object.assign(document.createElement("button"), { type: "button", className: "button quiet", textContent: link.dataset.leave });
  form.append(leave, list);
  leave.addEventListener("click", () => close(card, form));
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(card, form);
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  const running = {};
  let pause;
  form.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => answer(form, list, running), QUIET);
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const response = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual" }).catch(() => null);
    if (response?.type === "opaqueredirect") {
      location.hash = card.id;
      location.reload();
    } else if (response?.status === 422) {
      const again = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("form.item-form");
      form.replaceWith(furnish(again, card, link));
      again.querySelector("[aria-invalid]")?.focus();
    } else form.submit();
  });
  return form;
}

async function open(card, link) {
  const form = (await page(link.href))?.querySelector("form.item-form");
  if (!form) return location.assign(link.href);
  for (const other of cards()) {
    const left = other.querySelector("form.item-form");
    if (left) close(other, left);
  }
  card.classList.add("is-edited");
  card.append(furnish(form, card, link));
  form.querySelector("#stem")?.focus();
}

for (const card of cards()) {
  const link = card.querySelector("[data-edit]");
  link?.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(card, link);
  });
}
