/** Block Kit as a page, near to how Slack draws it: for looking at cards, not for use. */
type Tree = Readonly<Record<string, unknown>>;
const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null && !Array.isArray(value);
const list = (value: unknown): Tree[] => (Array.isArray(value) ? value.filter(isTree) : []);
const words = (value: unknown): string => (isTree(value) && typeof value.text === "string" ? value.text : "");

/** Slack's own signs are escaped already; its few marks become tags. */
const marked = (text: string): string =>
  text
    .replaceAll(/<([^|>]+)\|([^>]*)>/g, '<a href="$1">$2</a>')
    .replaceAll(/<!subteam\^\w+>/g, "<mark>@duty</mark>")
    .replaceAll(/(^|\s)\*([^*\n]+)\*/g, "$1<b>$2</b>")
    .replaceAll(/(^|\s)_([^_\n]+)_/g, "$1<i>$2</i>")
    .replaceAll(/^> ?(.*)$/gm, "<blockquote>$1</blockquote>")
    .replaceAll("\n", "<br>");
const plain = (value: unknown): string => words(value).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const textOf = (value: unknown): string =>
  isTree(value) && value.type === "mrkdwn" ? marked(words(value)) : plain(value);

function elementHtml(element: Tree): string {
  if (element.type === "button")
    return `<button class="${String(element.style ?? "")}">${plain(element.text)}</button>`;
  if (element.type === "static_select") return `<button>${plain(element.placeholder)} ▾</button>`;
  const value = typeof element.initial_value === "string" ? element.initial_value : "";
  return `<div class="input">${value.replaceAll("<", "&lt;").replaceAll("\n", "<br>") || "&nbsp;"}</div>`;
}

function blockHtml(block: Tree): string {
  switch (block.type) {
    case "header":
      return `<h2>${plain(block.text)}</h2>`;
    case "divider":
      return "<hr>";
    case "section": {
      const fields = list(block.fields).map((field) => `<p>${textOf(field)}</p>`);
      return fields.length > 0 ? `<div class="fields">${fields.join("")}</div>` : `<p>${textOf(block.text)}</p>`;
    }
    case "context":
      return `<small>${list(block.elements).map(textOf).join(" ")}</small>`;
    case "actions":
      return `<div>${list(block.elements).map(elementHtml).join(" ")}</div>`;
    default:
      return `<label>${plain(block.label)}</label>${isTree(block.element) ? elementHtml(block.element) : ""}`;
  }
}

const STYLE = `body{font:15px/1.45 Lato,"Noto Sans SC","Noto Sans CJK SC",sans-serif;width:680px;margin:0;padding:20px;background:#fff;color:#1d1c1d}
h2{font-size:18px;margin:4px 0}p{margin:6px 0}.fields{display:grid;grid-template-columns:1fr 1fr;column-gap:12px}
button{font:700 13px inherit;font-family:inherit;padding:6px 12px;margin:2px 0;border:1px solid #bbb;border-radius:4px;background:#fff}
button.primary{background:#007a5a;color:#fff;border-color:#007a5a}button.danger{background:#e01e5a;color:#fff;border-color:#e01e5a}
small{color:#616061}hr{border:0;border-top:1px solid #ddd}blockquote{border-left:4px solid #ddd;margin:2px 0;padding-left:10px}
.input{border:1px solid #bbb;border-radius:4px;padding:6px 8px;margin:4px 0;min-height:22px}label{font-weight:700}
section{border:1px solid #eee;border-radius:8px;padding:12px 16px;margin-bottom:16px}`;

/** Each surface in a frame of its own, under the others. */
export function page(surfaces: readonly unknown[]): string {
  const frames = surfaces.filter(isTree).map((surface) => {
    const title = "title" in surface ? `<h2>${plain(surface.title)}</h2>` : "";
    const submit = "submit" in surface ? `<button class="primary">${plain(surface.submit)}</button>` : "";
    return `<section>${title}${list(surface.blocks).map(blockHtml).join("")}${submit}</section>`;
  });
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}</style>${frames.join("")}`;
}
