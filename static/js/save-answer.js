// A question page: what is given is saved as it is given, and kept on this device while the network is away;
// an answer that is sent is sent again until it has arrived.
const form = document.querySelector("form[data-autosave]");
const region = form.querySelector("[data-saving]");
const place = `answer:${location.pathname}`;
const PAUSE = 700, LONGEST_WAIT = 30_000;
let waiting, wait = 0, isSending = false, isOver = false, number = 0;

const say = (words) => { if (region.textContent !== words) region.textContent = words; };
const held = () => new URLSearchParams([...new FormData(form)].filter(([name]) => name !== "csrf_token")).toString();
const post = (address) => fetch(address, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { Accept: "application/json" }, keepalive: true });
const isJson = (response) => response.headers.get("Content-Type")?.startsWith("application/json");

function later(task, pause) {
  clearTimeout(waiting);
  waiting = setTimeout(task, pause);
}

function again(task) {
  say(region.dataset.unsaved);
  wait = Math.min(wait * 2 || 1000, LONGEST_WAIT);
  later(task, wait);
}

async function save() {
  const sent = ++number;
  try {
    const response = await post(form.dataset.autosave);
    if (sent !== number || isSending) return; // something newer is on its way
    if (response.status >= 500 || response.status === 429) return again(save);
    wait = 0;
    if (response.ok) { localStorage.removeItem(place); say(region.dataset.saved); return; }
    isOver = true;
    say(isJson(response) ? (await response.json()).message : region.dataset.unsaved);
  } catch {
    if (sent === number && !isSending) again(save);
  }
}

async function send() {
  try {
    const response = await post(form.action);
    if (response.status >= 500 || response.status === 429) return again(send);
    localStorage.removeItem(place);
    if (response.ok && isJson(response)) location.assign((await response.json()).go);
    else form.submit(); // something is to be mended: the page comes back and says what
  } catch {
    again(send);
  }
}

function changed() {
  if (isSending || isOver) return;
  localStorage.setItem(place, held());
  later(save, PAUSE);
}

// What could not be sent last time is put back, unless another window has answered since.
function restore() {
  const kept = new URLSearchParams(localStorage.getItem(place) ?? "");
  localStorage.removeItem(place);
  if (!kept.size || document.querySelector(".error-summary")) return;
  const shown = form.elements.seen.value;
  if (![kept.get("window"), kept.get("seen")].includes(shown)) return;
  for (const field of form.elements) {
    if (!field.name || ["hidden", "submit"].includes(field.type)) continue;
    const values = kept.getAll(field.name);
    if (["radio", "checkbox"].includes(field.type)) field.checked = values.includes(field.value);
    else if (values.length) field.value = values.shift();
  }
  changed();
}

restore();
form.addEventListener("input", changed);
form.addEventListener("change", changed);
form.addEventListener("submit", (event) => {
  if (event.submitter?.hasAttribute("formaction")) return;
  event.preventDefault();
  if (isSending) return;
  isSending = true;
  clearTimeout(waiting);
  localStorage.setItem(place, held());
  send();
});
addEventListener("online", () => { if (wait) later(isSending ? send : save, 0); });
addEventListener("pagehide", () => { if (localStorage.getItem(place) && !isSending && !isOver) save(); });
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
