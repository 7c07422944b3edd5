/**
 * On a phone the panel is the whole screen and a modal dialog: the keyboard must not hide the field, Tab goes
 * round inside, and the page behind is out of reach. In the corner of a large screen it is none: the page stays in use.
 */
import { useLayoutEffect, useState } from "preact/hooks";

type Panel = { current: HTMLElement | null };

const fullScreen = "(max-width: 640px), (max-height: 480px)";

export function useFullScreen(panel: Panel): boolean {
  const [full, setFull] = useState(() => matchMedia(fullScreen).matches);
  useLayoutEffect(() => {
    const query = matchMedia(fullScreen);
    const viewport = window.visualViewport;
    const resize = () => {
      setFull(query.matches);
      if (query.matches && viewport) {
        panel.current?.style.setProperty("--height", `${viewport.height}px`);
        panel.current?.style.setProperty("--top", `${viewport.offsetTop}px`);
      }
    };
    resize();
    query.addEventListener("change", resize);
    viewport?.addEventListener("resize", resize);
    viewport?.addEventListener("scroll", resize);
    return () => {
      query.removeEventListener("change", resize);
      viewport?.removeEventListener("resize", resize);
      viewport?.removeEventListener("scroll", resize);
    };
  }, [panel]);
  useLayoutEffect(() => {
    const root = panel.current?.getRootNode();
    return full && root instanceof ShadowRoot ? coverPage(root.host) : undefined;
  }, [panel, full]);
  return full;
}

/**
 * Everything of the page beside `host` becomes inert, which `aria-modal` alone does not do. What the page had made
 * inert itself is left so. Returns what undoes it.
 */
function coverPage(host: Element): () => void {
  const covered: HTMLElement[] = [];
  for (let inside = host; inside !== document.body && inside.parentElement; inside = inside.parentElement) {
    for (const beside of inside.parentElement.children) {
      if (beside === inside || !(beside instanceof HTMLElement) || beside.inert) continue;
      beside.inert = true;
      covered.push(beside);
    }
  }
  return () => {
    for (const one of covered) one.inert = false;
  };
}

const focusable = (root: HTMLElement) =>
  [...root.querySelectorAll<HTMLElement>("button:not(:disabled), textarea, a[href], summary, [tabindex='0']")].filter(
    (stop) => stop.getClientRects().length > 0,
  );

/** Tab at the last stop goes on at the first, Shift+Tab the other way. */
export function keepTabInside(root: HTMLElement, event: KeyboardEvent): void {
  const stops = focusable(root);
  const [edge, other] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
  const here = root.getRootNode();
  if (!(here instanceof ShadowRoot) || here.activeElement !== edge) return;
  event.preventDefault();
  other?.focus();
}
