/* A list moves up when its first row is done: the second tap of a hurried two would fall on the next row's button. */

const touched = (target: EventTarget | null): Element | null =>
  target instanceof Element ? target.closest('button, a, summary, label, input, select') : null;

/** Lets the second tap of two do nothing where something else stands under it by then. */
export const heedDoubleTaps = (): void => {
  let first: Element | null = null;
  document.addEventListener(
    'click',
    (event) => {
      const now = touched(event.target);
      // The browser counts the taps that belong together; a script's or a keyboard's count for none.
      if (event.detail < 2) first = now;
      else if (now !== first) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    },
    { capture: true },
  );
};
