/**
 * A button that shows and hides what stands under it. Escape closes and gives the focus back; leaving, pressing
 * elsewhere or following a link closes too. The arrow keys go through what is in it, Tab does as everywhere.
 */
import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";

export function Disclosure(props: {
  label: ComponentChildren;
  children: ComponentChildren;
  class?: string;
  /** The page on screen is one of those in it. */
  current?: boolean;
}) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();

  // With the drawing: an Escape right after the opening must not come too early.
  useLayoutEffect(() => {
    if (!open) return;
    const outside = (target: EventTarget | null) => !(target instanceof Node && root.current?.contains(target));
    const pressed = (event: PointerEvent) => {
      if (outside(event.target)) setOpen(false);
    };
    const left = (event: FocusEvent) => {
      if (outside(event.target)) setOpen(false);
    };
    const typed = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener("pointerdown", pressed);
    document.addEventListener("focusin", left);
    document.addEventListener("keydown", typed);
    return () => {
      document.removeEventListener("pointerdown", pressed);
      document.removeEventListener("focusin", left);
      document.removeEventListener("keydown", typed);
    };
  }, [open]);

  const walk = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    if (panel.current === null) return;
    event.preventDefault();
    setOpen(true);
    // What is hidden takes no focus, and the next drawing is too late for the key.
    panel.current.hidden = false;
    const stops = [...panel.current.querySelectorAll<HTMLElement>("a, button")];
    const here = document.activeElement instanceof HTMLElement ? stops.indexOf(document.activeElement) : -1;
    const next = event.key === "ArrowDown" ? here + 1 : here < 0 ? -1 : here - 1 + stops.length;
    stops.at(next % stops.length)?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the button and what it shows.
    <div class={`menu ${props.class ?? ""}`} ref={root} onKeyDown={walk}>
      <button
        ref={button}
        type="button"
        class="menu-button"
        aria-expanded={open}
        aria-controls={id}
        aria-current={props.current ? "true" : undefined}
        onClick={() => setOpen(!open)}
      >
        {props.label}
        <svg class="menu-arrow" viewBox="0 0 10 6" aria-hidden="true">
          <path d="M1 1l4 4 4-4" />
        </svg>
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: a link followed by key clicks too. */}
      <div
        id={id}
        class="menu-panel"
        ref={panel}
        hidden={!open}
        onClick={(event) => {
          if (!(event.target instanceof Element) || !event.target.closest("a")) return;
          setOpen(false);
          button.current?.focus();
        }}
      >
        {props.children}
      </div>
    </div>
  );
}
