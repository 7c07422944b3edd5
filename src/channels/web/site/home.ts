/** The example bank's home page, with the widget in one script tag. */
import { escapeHtml as h } from "../html.ts";
import type { WebLabels } from "../labels.ts";
import { type HomeContent, homeContent } from "./content.ts";

const icons: Record<HomeContent["help"][number]["icon"], string> = {
  card: '<rect x="3" y="6" width="18" height="13" rx="2.5"/><path d="M3 10.5h18M7 15h4"/>',
  transfer: '<path d="M4 9h14l-3.5-3.5M20 15H6l3.5 3.5"/>',
  lock: '<rect x="5" y="11" width="14" height="9" rx="2.5"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>',
  shield: '<path d="M12 3.5 5 6v5.5c0 4.3 2.9 7.4 7 9 4.1-1.6 7-4.7 7-9V6z"/><path d="M12 9v4M12 16.2v.1"/>',
};

const icon = (name: keyof typeof icons) =>
  `<svg viewBox="0 0 24 24" class="icon" aria-hidden="true">${icons[name]}</svg>`;

const mark =
  '<svg viewBox="0 0 32 32" class="mark" aria-hidden="true"><circle cx="16" cy="16" r="16"/><path d="M5 13.5c3.7-3.4 7.3-3.4 11 0s7.3 3.4 11 0M5 19.5c3.7-3.4 7.3-3.4 11 0s7.3 3.4 11 0"/></svg>';

const river = `<svg class="river" viewBox="0 0 1440 420" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
<path class="hill far" d="M0 250c140-70 250-92 380-52 120 37 200 20 320-34 150-67 300-58 430 4 110 52 210 50 310 14v238H0z"/>
<path class="hill near" d="M0 312c170-58 320-50 470-6 150 43 270 34 420-14 190-61 360-42 550 16v112H0z"/>
<path class="water" d="M0 352c120-26 240-26 360 0s240 26 360 0 240-26 360 0 240 26 360 0v68H0z"/>
<path class="wave" d="M0 380c120-20 240-20 360 0s240 20 360 0 240-20 360 0 240 20 360 0"/>
</svg><svg class="moon" viewBox="0 0 2 2" aria-hidden="true"><circle cx="1" cy="1" r="1"/></svg>`;

export function homePage(language: "zh" | "en", labels: WebLabels): string {
  const t = homeContent[language];
  const hotline = h(labels.hotline);
  return `<!doctype html>
<html lang="${t.htmlLang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${h(t.description)}">
<title>${h(t.title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/site/home.css">
<script src="/widget.js" data-lang="${t.htmlLang}" async></script>
<script src="/site/home.js" defer></script>
</head>
<body>
<a class="skip" href="#main">${h(t.skip)}</a>
<header class="top">
  <a class="brand" href="${language === "en" ? "/?lang=en" : "/"}">${mark}<span>${h(t.title)}</span></a>
  <nav aria-label="${language === "en" ? "Main" : "主导航"}"><ul>${t.nav.map((item) => `<li><a href="#main">${h(item)}</a></li>`).join("")}</ul></nav>
  <div class="tools"><a href="${t.other.href}" lang="${t.other.lang}" hreflang="${t.other.lang}">${h(t.other.label)}</a><a class="sign-in" href="#main">${h(t.signIn)}</a></div>
</header>
<main id="main">
<section class="hero">
  ${river}
  <div class="hero-text">
    <h1>${t.heroTitle.map((line) => `<span>${h(line)}</span>`).join(" ")}</h1>
    <p>${h(t.heroText)}</p>
    <p class="actions"><button type="button" class="primary" data-open-chat>${h(t.heroButton)}</button><button type="button" class="quiet" data-open-chat="progress">${h(t.heroSecond)}</button></p>
  </div>
</section>
<section class="band">
  <h2>${h(t.helpTitle)}</h2><p class="lead">${h(t.helpText)}</p>
  <ul class="cards">${t.help.map((card) => `<li>${icon(card.icon)}<h3>${h(card.title)}</h3><p>${h(card.text)}</p></li>`).join("")}</ul>
</section>
<section class="listen">
  <div class="listen-in">
    <div><h2>${h(t.listenTitle)}</h2><p>${h(t.listenText)}</p><button type="button" class="primary" data-open-chat>${h(t.listenButton)}</button></div>
    <ol>${t.steps.map((step) => `<li><h3>${h(step.title)}</h3><p>${h(step.text)}</p></li>`).join("")}</ol>
  </div>
</section>
<section class="band columns">
  <div><h2>${h(t.noticeTitle)}</h2><ul class="notices">${t.notices.map((n) => `<li><span>${h(n.date)}</span>${h(n.text)}</li>`).join("")}</ul></div>
  <div class="safety"><h2>${h(t.safetyTitle)}</h2><ul>${t.safety.map((line) => `<li>${h(line)}</li>`).join("")}</ul></div>
</section>
</main>
<footer>
  <div class="footer-in">
    <h2>${h(t.otherWays)}</h2>
    <dl>${t.ways.map((way) => `<div><dt>${h(way.name)}</dt><dd>${h(way.value).replace("400-000-9588", hotline)}</dd></div>`).join("")}</dl>
    <p>${h(t.footer)}</p>
  </div>
</footer>
</body>
</html>`;
}
