/** Fetching, and fetching again when the server says that something changed. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { type ApiRefusal, call, type Reply } from "./http.ts";

/** News of one moment is fetched once. */
const TOGETHER_MS = 150;
/** Clocks move on and news may be lost: look again, in ms. */
const AGAIN_MS = 60_000;

/** Calls `changed` when the desk's lists, or the case on screen, may have changed. */
export function useNews(ref: string | null, changed: () => void): void {
  const latest = useRef(changed);
  latest.current = changed;
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let source: EventSource | undefined;
    let retry: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => latest.current(), TOGETHER_MS);
    };
    const listen = () => {
      source = new EventSource(`/desk/api/events${ref === null ? "" : `?case=${encodeURIComponent(ref)}`}`);
      source.addEventListener("changed", tell);
      source.onerror = () => {
        // Closed for good, as after a restart of the server behind a proxy: begin anew, and see what was missed.
        if (source?.readyState !== EventSource.CLOSED) return;
        retry = setTimeout(() => {
          tell();
          listen();
        }, 5_000);
      };
    };
    listen();
    const again = setInterval(tell, AGAIN_MS);
    const visible = () => {
      if (document.visibilityState === "visible") tell();
    };
    document.addEventListener("visibilitychange", visible);
    return () => {
      clearTimeout(waiting);
      clearTimeout(retry);
      clearInterval(again);
      source?.close();
      document.removeEventListener("visibilitychange", visible);
    };
  }, [ref]);
}

export interface Fetched<T> {
  value: T | null;
  refusal: ApiRefusal | null;
  /** Fetches again; keeps what is shown until the answer is there. */
  again: () => void;
}

/** GET `path` now and again when asked to. An answer that comes after the path changed is dropped. */
export function useFetched<T>(path: string): Fetched<T> {
  const [state, setState] = useState<{ path: string; value: T | null; refusal: ApiRefusal | null }>({
    path,
    value: null,
    refusal: null,
  });
  const wanted = useRef(path);
  wanted.current = path;
  const again = useCallback(() => {
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
