// A question page: the draft of an answer kept, and what the kind of question needs; no page fetches more.
import "./keep-draft.js";

if (document.querySelector("[data-options]")) import("./choose-keys.js");
