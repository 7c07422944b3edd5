import { render } from "preact";
import { AnnounceProvider } from "./announce.tsx";
import { App } from "./app.tsx";
import { LanguageProvider } from "./language.tsx";
import "./base.css";
import "./top-bar.css";
import "./list.css";
import "./case.css";
import "./talk.css";
import "./incidents.css";
import "./improvements.css";
import "./reports.css";
import "./duty.css";
import "./tracks.css";

const root = document.getElementById("desk");
if (root) {
  root.replaceChildren();
  render(
    <LanguageProvider>
      <AnnounceProvider>
        <App />
      </AnnounceProvider>
    </LanguageProvider>,
    root,
  );
}
