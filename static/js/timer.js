// The time that is left: shown by the minute, said at five minutes and at one; when it is over, what is given is sent.
const box = document.querySelector("[data-timer]");
const shown = box.querySelector(".time-left");
const warning = document.querySelector("[data-time-warning]");
const { timer, minutes, last, over } = box.dataset;
const attempt = location.pathname.split("/").slice(0, 3).join("/");
const end = performance.now() + Number(timer) * 1000;
const MARKS = [60_000, 300_000], GRACE = 11_000, HIDDEN = "time-hidden";

function warn(left, words) {
  const mark = MARKS.find((most) => left <= most);
  const said = `warned:${attempt}:${mark}`;
  if (!mark || sessionStorage.getItem(said)) return;
  sessionStorage.setItem(said, "1");
  warning.textContent = words;
}

function look() {
  const left = Math.max(0, end - performance.now());
  const words = left > 60_000 ? minutes.replace("#", Math.ceil(left / 60_000)) : last;
  if (shown.textContent !== words) shown.textContent = words;
  warn(left, words);
  if (left) setTimeout(look, Math.min(left, (left % 60_000) + 50));
  else leave();
}

function leave() {
  warning.textContent = over;
  const form = document.querySelector("form[data-autosave]");
  if (form && [...new FormData(form)].some(([name, value]) => name.startsWith("answer") && value)) form.requestSubmit();
  setTimeout(() => location.assign(attempt), GRACE);
}

box.open = localStorage.getItem(HIDDEN) === null;
box.addEventListener("toggle", () => (box.open ? localStorage.removeItem(HIDDEN) : localStorage.setItem(HIDDEN, "1")));
look();
