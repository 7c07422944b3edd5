/** Files by link, for customers whose channel can't carry them. Each opening is written into the conversation's audit. */
import { Hono } from "hono";
import type { Store } from "../../store/store.ts";
import type { CustomerPort } from "../channel.ts";
import { FILE_PATH, type FileLinks } from "../file-links.ts";
import { escapeHtml } from "./html.ts";

const GONE = [
  "这个链接打不开了：可能已经过期，或者没有复制完整。请回到原来的聊天里说一声，我们重新发给您。",
  "This link does not open any more: it has expired, or is not complete. Please say so where you got it, and we'll send it again.",
];

/** To be mounted at "/". Without a valid link nothing is told, not even whether there is such a file. */
export function createFileRoutes(parts: {
  links: FileLinks;
  port: Pick<CustomerPort, "file">;
  store: Pick<Store, "audit">;
  /** ISO instant. */
  now: () => string;
}): Hono {
  const { links, port, store, now } = parts;
  const app = new Hono();
  app.get(`${FILE_PATH}/:token`, async (c) => {
    c.header("Cache-Control", "no-store");
    c.header("Referrer-Policy", "no-referrer");
    c.header("X-Robots-Tag", "noindex");
    const ref = links.open(c.req.param("token"));
    const file = ref && (await port.file(ref.conversation, ref.attachment));
    if (!ref || !file) {
      const lines = GONE.map((line) => `<p>${escapeHtml(line)}</p>`).join("");
      const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>文件 File</title>`;
      return c.html(`<!doctype html><html lang="zh">${head}<main>${lines}</main></html>`, 404);
    }
    // A look at the headers alone hands nothing out.
    if (c.req.method !== "HEAD") {
      const detail = { attachment: ref.attachment };
      await store.audit(ref.conversation, now(), { actor: "customer", action: "file-opened-by-link", detail });
    }
    c.header("Content-Type", "application/octet-stream");
    c.header("Content-Disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
    c.header("Content-Security-Policy", "default-src 'none'; sandbox");
    c.header("X-Content-Type-Options", "nosniff");
    return c.body(new Uint8Array(file.bytes), 200);
  });
  return app;
}
