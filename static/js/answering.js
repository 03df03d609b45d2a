// A question page: the error summary first, the draft of a typed answer kept, options by their letters.
import "./focus-first.js";
import "./keep-draft.js";
import "./choose-keys.js";
