/** Single-key shortcuts. They can be switched off (WCAG 2.1.4), and never fire while somebody types. */
import { useEffect, useRef, useState } from "preact/hooks";

const KEY = "tingsu-desk-shortcuts";
const CHANGED = "tingsu:shortcuts";

const shortcutsOn = () => localStorage.getItem(KEY) !== "off";

export function useShortcutSetting(): [boolean, () => void] {
  const [on, setOn] = useState(shortcutsOn);
  useEffect(() => {
    const update = () => setOn(shortcutsOn());
    addEventListener(CHANGED, update);
    return () => removeEventListener(CHANGED, update);
  }, []);
  return [
    on,
    () => {
      localStorage.setItem(KEY, on ? "off" : "on");
      dispatchEvent(new Event(CHANGED));
    },
  ];
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** `keys`: what each key does. */
export function useKeys(keys: Record<string, () => void>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
      if (!shortcutsOn() || document.querySelector("dialog[open]")) return;
      const act = latest.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, []);
}
