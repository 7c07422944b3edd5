/**
 * The customers' widget: `<script src="/widget.js" data-lang="zh" async></script>`.
 * Defines `<tingsu-chat>` and puts one on the page. Attributes of the script:
 * `data-lang` (zh, zh-Hant, en) and `data-identity`, the bank's token about
 * who is signed in. The element has `open()`, `open("progress")` and `close()`.
 */
import { render } from "preact";
import type { Language } from "../../../flows/reading.ts";
import { App } from "./app.tsx";
import { createClient } from "./client.ts";
import type { Page } from "./panel.tsx";
import { createSession, type Session } from "./session.ts";
import { browserShelf } from "./storage.ts";
import { languageFor } from "./strings.ts";
import css from "./styles.css";

// only while the script itself runs does the document know which one it is
const script = document.currentScript;
const base = script instanceof HTMLScriptElement && script.src ? new URL(script.src).origin : location.origin;
const pageLanguage = script?.getAttribute("data-lang") ?? document.documentElement.lang;
const identityToken = script?.getAttribute("data-identity") || undefined;

const shelf = browserShelf(() => localStorage);
const tab = browserShelf(() => sessionStorage);

/** Works on plain http too, where crypto.randomUUID is missing. */
const newId = () =>
  `m-${[...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;

class TingsuChat extends HTMLElement {
  #chosen: Language | null = shelf.get("language") ? languageFor(shelf.get("language")) : null;
  #language: Language = this.#chosen ?? languageFor(pageLanguage);
  #open = tab.get("open") === "yes";
  #page: Page = "chat";
  #session: Session | undefined;
  /** The page's own button that opened the panel: the focus goes back there. */
  #opener: HTMLElement | null = null;

  connectedCallback(): void {
    if (this.#session) return this.#draw();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
    const session = createSession({
      client: createClient(base, () => this.#language),
      shelf,
      now: () => new Date().toISOString(),
      newId,
      chance: Math.random,
      identityToken,
    });
    this.#session = session;
    addEventListener("online", session.nudge);
    addEventListener("storage", (event) => event.key === "tingsu:1:queue" && session.reloadQueue());
    this.#draw();
  }

  /** Taken out of the page: nothing of ours may hold the stream or cover the page any longer. */
  disconnectedCallback(): void {
    if (this.shadowRoot) render(null, this.shadowRoot);
    this.#session?.stop();
  }

  /** `page`: "progress" for the state of the complaint. */
  open(page?: string): void {
    const { activeElement } = document;
    const byButton = activeElement instanceof HTMLElement && activeElement !== document.body && activeElement !== this;
    this.#opener = byButton ? activeElement : null;
    this.#page = page === "progress" ? page : "chat";
    this.#setOpen(true);
  }

  close(): void {
    this.#setOpen(false);
  }

  #setOpen(open: boolean): void {
    this.#open = open;
    if (!open) this.#page = "chat";
    if (open) tab.set("open", "yes");
    else tab.remove("open");
    this.#draw();
  }

  #draw(): void {
    if (!this.#session || !this.shadowRoot) return;
    render(
      <App
        session={this.#session}
        chosen={this.#chosen}
        pageLanguage={languageFor(pageLanguage)}
        open={this.#open}
        page={this.#page}
        opener={() => (this.#opener?.isConnected ? this.#opener : null)}
        setOpen={(open) => {
          if (open) this.#opener = null;
          this.#setOpen(open);
        }}
        setLanguage={(language) => {
          this.#chosen = language;
          shelf.set("language", language);
          this.#draw();
        }}
        speak={(language) => {
          this.#language = language;
        }}
      />,
      this.shadowRoot,
    );
  }
}

function place(): void {
  if (!document.querySelector("tingsu-chat")) document.body.append(document.createElement("tingsu-chat"));
}

if (!customElements.get("tingsu-chat")) {
  customElements.define("tingsu-chat", TingsuChat);
  if (document.body) place();
  else document.addEventListener("DOMContentLoaded", place);
}
