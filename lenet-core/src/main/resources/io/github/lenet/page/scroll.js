/** Marks the sides at which a frame hides a part of its content, and lets the keyboard scroll it. */
function watchScrolling(frame, hint) {
  const mark = () => {
    const right = frame.scrollWidth - frame.clientWidth;
    const below = frame.scrollHeight - frame.clientHeight;
    const scrolls = right > 1 || below > 1;
    frame.classList.toggle("more-right", frame.scrollLeft < right - 1);
    frame.classList.toggle("more-below", frame.scrollTop < below - 1);
    if (scrolls) {
      frame.tabIndex = 0;
    } else {
      frame.removeAttribute("tabindex");
    }
    if (hint) {
      hint.hidden = !scrolls;
    }
  };
  frame.addEventListener("scroll", mark, {passive: true});
  // A part that is not shown has no size until its tab is chosen.
  new ResizeObserver(mark).observe(frame);
}
