/** Fetching, and fetching again when the server says that something changed. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { type ApiRefusal, call, type Reply } from "./http.ts";

/** News of one moment is fetched once, in ms; on a busy day no more often than that. */
const TOGETHER_MS = 150;
const APART_MS = 1_200;
/** Clocks move on and news may be lost: look again, in ms. */
const AGAIN_MS = 60_000;

/** After a stream was refused or cut for good, in ms. */
const RECONNECT_MS = 5_000;

interface Listener {
  ref: string | null;
  changed: () => void;
}
const listeners = new Set<Listener>();
let source: { stream: EventSource; address: string } | undefined;
let waiting: ReturnType<typeof setTimeout> | undefined;
let told = 0;

function tell(): void {
  if (waiting !== undefined) return;
  waiting = setTimeout(
    () => {
      waiting = undefined;
      told = Date.now();
      for (const listener of [...listeners]) listener.changed();
    },
    Math.max(TOGETHER_MS, told + APART_MS - Date.now()),
  );
}

/**
 * One stream for each tab, and none while the tab is hidden: over HTTP/1.1 a browser keeps six connections to a host,
 * and a clerk has more tabs than that.
 */
function listen(): void {
  const ref = [...listeners].find((listener) => listener.ref !== null)?.ref ?? null;
  const address = `/desk/api/events${ref === null ? "" : `?case=${encodeURIComponent(ref)}`}`;
  const wanted = listeners.size > 0 && document.visibilityState === "visible";
  if (wanted && source?.address === address) return;
  source?.stream.close();
  source = undefined;
  if (!wanted) return;
  const stream = new EventSource(address);
  const mine = { stream, address };
  source = mine;
  stream.addEventListener("changed", tell);
  stream.onerror = () => {
    if (stream.readyState !== EventSource.CLOSED || source !== mine) return;
    setTimeout(() => {
      if (source !== mine) return;
      source = undefined;
      tell();
      listen();
    }, RECONNECT_MS);
  };
}

document.addEventListener("visibilitychange", () => {
  listen();
  if (document.visibilityState === "visible") tell();
});
setInterval(() => {
  if (listeners.size > 0) tell();
}, AGAIN_MS);

/** Calls `changed` when the desk's lists, or the case `ref` on screen, may have changed. */
export function useNews(ref: string | null, changed: () => void): void {
  const latest = useRef(changed);
  latest.current = changed;
  useEffect(() => {
    const listener = { ref, changed: () => latest.current() };
    listeners.add(listener);
    listen();
    return () => {
      listeners.delete(listener);
      listen();
    };
  }, [ref]);
}

export interface Fetched<T> {
  value: T | null;
  refusal: ApiRefusal | null;
  /** Fetches again; keeps what is shown until the answer is there. */
  again: () => void;
}

/** GET `path` now and again when asked to; nothing for null. An answer that comes after the path changed is dropped. */
export function useFetched<T>(path: string | null): Fetched<T> {
  const [state, setState] = useState<{ path: string | null; value: T | null; refusal: ApiRefusal | null }>({
    path,
    value: null,
    refusal: null,
  });
  const wanted = useRef(path);
  wanted.current = path;
  const again = useCallback(() => {
    if (path === null) return;
    void call<T>("GET", path).then((reply: Reply<T>) => {
      if (wanted.current !== path) return;
      setState((old) => {
        if (reply.ok) return { path, value: reply.value, refusal: null };
        // A lost network keeps the last good picture on screen.
        const kept = reply.refusal.code === "offline" && old.path === path ? old.value : null;
        return { path, value: kept, refusal: reply.refusal };
      });
    });
  }, [path]);
  useEffect(again, [again]);
  return state.path === path ? { ...state, again } : { value: null, refusal: null, again };
}
