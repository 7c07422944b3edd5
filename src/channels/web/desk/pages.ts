/** HTML of the desk: the page the app lives in, and signing in. No text of a customer ever comes here. */
import type { Bilingual } from "../../../bank/terms.ts";
import { escapeHtml } from "../html.ts";

/** Nothing inline, nothing foreign, no frames. */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

export interface AssetPaths {
  script: string;
  style: string;
}

function page(title: string, paths: AssetPaths, body: string, script: boolean): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="/desk/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${paths.style}">${script ? `\n<script src="${paths.script}" defer></script>` : ""}
</head>
<body>
${body}
</body>
</html>`;
}

export function appPage(paths: AssetPaths): string {
  const noScript = "<noscript>工作台需要 JavaScript。 The desk needs JavaScript.</noscript>";
  return page("听诉工作台", paths, `<div id="desk">${noScript}</div>`, true);
}

const card = (inner: string) =>
  `<main class="door"><p class="door-mark" aria-hidden="true">听诉</p><h1>听诉工作台 <span lang="en">Tingsu desk</span></h1>${inner}</main>`;

/** A button instead of signing in at once: mail and chat programs open links to preview them, and would use it up. */
export function signInPage(token: string, paths: AssetPaths): string {
  return page(
    "登录 · 听诉工作台",
    paths,
    card(`<p>点击按钮完成登录。链接只能用一次。<br><span lang="en">Press the button to sign in. The link works once.</span></p>
<form method="post" action="/desk/sign-in"><input type="hidden" name="token" value="${escapeHtml(token)}"><button class="button primary" type="submit">登录 <span lang="en">Sign in</span></button></form>`),
    false,
  );
}

export function refusedPage(message: Bilingual, paths: AssetPaths): string {
  return page(
    "无法登录 · 听诉工作台",
    paths,
    card(
      `<p role="alert">${escapeHtml(message.zh)}<br><span lang="en">${escapeHtml(message.en)}</span></p>
<p class="quiet">在 Slack 里或向管理员索取新的登录链接。<br><span lang="en">Ask for a new link in Slack, or from an administrator.</span></p>`,
    ),
    false,
  );
}

export function lostPage(paths: AssetPaths): string {
  return page(
    "没有这个页面 · 听诉工作台",
    paths,
    card(`<p>没有这个页面。<br><span lang="en">There is no such page.</span></p>
<p><a class="button" href="/desk/">回到工作台 <span lang="en">Back to the desk</span></a></p>`),
    false,
  );
}

export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#0f5266"/><path d="M7 20c3-4 6-4 9 0s6 4 9 0M7 13c3-4 6-4 9 0s6 4 9 0" fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round"/></svg>`;
