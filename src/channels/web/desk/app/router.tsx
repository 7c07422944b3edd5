/** Which page is on screen: the address bar is the truth. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";

export type Page =
  | { page: "list"; view: string; search: string }
  | { page: "case"; ref: string }
  | { page: "alerts" }
  | { page: "incidents" }
  | { page: "incident"; id: string }
  | { page: "emergency" }
  | { page: "reports"; query: string }
  | { page: "improvements"; query: string }
  | { page: "dead-letters" }
  | { page: "gaps" }
  | { page: "drafts" }
  | { page: "draft"; id: string }
  | { page: "duty" }
  | { page: "rights" }
  | { page: "tracks"; record: string | null }
  | { page: "links" }
  | { page: "channels" };

function pageAt(location: Location): Page {
  const path = location.pathname.replace(/^\/desk\/?/, "");
  const query = new URLSearchParams(location.search);
  const [first, second] = path.split("/");
  if (first === "cases" && second) return { page: "case", ref: decodeURIComponent(second) };
  if (first === "incidents" && second) return { page: "incident", id: decodeURIComponent(second) };
  if (first === "tracks") return { page: "tracks", record: second ? decodeURIComponent(second) : null };
  if (first === "reports" || first === "improvements") return { page: first, query: location.search.slice(1) };
  if (first === "channels") return { page: first };
  if (first === "drafts") return second ? { page: "draft", id: decodeURIComponent(second) } : { page: "drafts" };
  if (first === "incidents" || first === "emergency") return { page: first };
  if (first === "alerts" || first === "dead-letters" || first === "gaps" || first === "links") return { page: first };
  if (first === "rights") return { page: first };
  if (first === "duty") return { page: first };
  return { page: "list", view: query.get("view") ?? "open", search: query.get("q") ?? "" };
}

const CHANGED = "tingsu:address";

/** Another page, or the same with another filter. `replace` leaves no step in the browser's history. */
export function go(path: string, options: { replace?: boolean } = {}): void {
  if (options.replace) history.replaceState(null, "", `/desk${path}`);
  else history.pushState(null, "", `/desk${path}`);
  dispatchEvent(new Event(CHANGED));
}

export const listPath = (view: string, search = "") => {
  const query = new URLSearchParams();
  if (view !== "open") query.set("view", view);
  if (search) query.set("q", search);
  return query.size > 0 ? `/?${query}` : "/";
};
export const casePage = (ref: string) => `/cases/${encodeURIComponent(ref)}`;

export const trackPath = (record: string) => `/tracks/${encodeURIComponent(record)}`;

export const draftPath = (id: string) => `/drafts/${encodeURIComponent(id)}`;
export const incidentPath = (id: string) => `/incidents/${encodeURIComponent(id)}`;

export function usePage(): Page {
  const [page, setPage] = useState(() => pageAt(location));
  useEffect(() => {
    const update = () => setPage(pageAt(location));
    addEventListener(CHANGED, update);
    addEventListener("popstate", update);
    return () => {
      removeEventListener(CHANGED, update);
      removeEventListener("popstate", update);
    };
  }, []);
  return page;
}

/** A real link: opens in a new tab with the usual keys, else without reload. */
export function Link(props: {
  to: string;
  children: ComponentChildren;
  class?: string | undefined;
  current?: boolean;
  label?: string;
}) {
  return (
    <a
      href={`/desk${props.to}`}
      class={props.class}
      aria-current={props.current ? "page" : undefined}
      aria-label={props.label}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        go(props.to);
      }}
    >
      {props.children}
    </a>
  );
}
