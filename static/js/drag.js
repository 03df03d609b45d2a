// A pointer pressed and moved, be it mouse, pen or finger; a press that hardly moves stays a click.
const FAR_ENOUGH = 6;

export function draggable(handle, { accepts, begin, move, drop, cancel }) {
  let pressed = null;
  let isDragging = false;
  let wasDragged = false;

  function finish(act) {
    return (event) => {
      if (isDragging && (event.type !== "keydown" || event.key === "Escape")) {
        wasDragged = true;
        act(event);
      } else if (event.type === "keydown") return;
      pressed = null;
      isDragging = false;
    };
  }

  handle.addEventListener("pointerdown", (event) => {
    wasDragged = false;
    if (event.button || !accepts(event)) return;
    pressed = event;
    handle.setPointerCapture(event.pointerId);
  });
  handle.addEventListener("pointermove", (event) => {
    if (!pressed || event.pointerId !== pressed.pointerId) return;
    const distance = Math.hypot(event.pageX - pressed.pageX, event.pageY - pressed.pageY);
    if (!isDragging && distance < FAR_ENOUGH) return;
    if (!isDragging) begin(pressed);
    isDragging = true;
    move(event, pressed);
  });
  handle.addEventListener("pointerup", finish(drop));
  handle.addEventListener("pointercancel", finish(cancel));
  document.addEventListener("keydown", finish(cancel));
  handle.addEventListener("click", (event) => {
    if (!wasDragged) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
}
