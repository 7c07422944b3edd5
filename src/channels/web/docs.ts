/** A readable page made from the OpenAPI document. No foreign assets, no scripts. */
import { z } from "zod";
import { escapeHtml as h } from "./html.ts";

const Schema = z.record(z.string(), z.unknown());
type Schema = z.infer<typeof Schema>;
const Content = z.record(z.string(), z.object({ schema: Schema.optional() }));
const Operation = z.object({
  summary: z.string().optional(),
  description: z.string().optional(),
  security: z.array(z.unknown()).optional(),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.string(),
        required: z.boolean().optional(),
        description: z.string().optional(),
        schema: Schema.optional(),
      }),
    )
    .optional(),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content: Content.optional() })),
});
const Doc = z.object({
  info: z.object({ title: z.string(), version: z.string(), description: z.string().optional() }),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: z.record(z.string(), Schema).optional() }),
});

const text = (value: unknown) => (typeof value === "string" ? value : "");
const list = (value: unknown) => (Array.isArray(value) ? value : []);

/** `code` in backticks, everything else escaped. */
const prose = (value: string) => h(value).replace(/`([^`]+)`/g, "<code>$1</code>");

function typeOf(value: unknown): string {
  const parsed = Schema.safeParse(value);
  if (!parsed.success) return "";
  const schema = parsed.data;
  const reference = text(schema.$ref).split("/").at(-1);
  if (reference) return `<a href="#schema-${h(reference)}">${h(reference)}</a>`;
  const choices = list(schema.enum);
  if (choices.length > 0) return choices.map((choice) => `<code>${h(String(choice))}</code>`).join(" ");
  if (schema.const !== undefined) return `<code>${h(String(schema.const))}</code>`;
  const alternatives = [...list(schema.oneOf), ...list(schema.anyOf)];
  if (alternatives.length > 0) return alternatives.map(typeOf).join(" or ");
  if (schema.type === "array") return `list of ${typeOf(schema.items)}`;
  if (schema.type === "object" && schema.properties) return fields(schema);
  const type = Array.isArray(schema.type) ? schema.type.join(" or ") : text(schema.type);
  return h(schema.format ? `${type} (${text(schema.format)})` : type || "any");
}

function fields(schema: Schema): string {
  const properties = Schema.safeParse(schema.properties ?? {});
  if (!properties.success) return "";
  const required = new Set(list(schema.required));
  const rows = Object.entries(properties.data).map(([name, value]) => {
    const detail = Schema.safeParse(value);
    const note = detail.success ? text(detail.data.description) : "";
    return `<tr><th scope="row"><code>${h(name)}</code>${required.has(name) ? "" : " <small>optional</small>"}</th><td>${typeOf(value)}</td><td>${prose(note)}</td></tr>`;
  });
  return `<table><tbody>${rows.join("")}</tbody></table>`;
}

function contentOf(content: z.infer<typeof Content> | undefined): string {
  return Object.entries(content ?? {})
    .map(([mime, { schema }]) => `<p class="mime"><code>${h(mime)}</code> ${schema ? typeOf(schema) : ""}</p>`)
    .join("");
}

function operationHtml(path: string, method: string, operation: z.infer<typeof Operation>): string {
  const parameters = (operation.parameters ?? []).map(
    (p) =>
      `<tr><th scope="row"><code>${h(p.name)}</code> <small>${h(p.in)}${p.required ? "" : ", optional"}</small></th><td>${typeOf(p.schema)}</td><td>${prose(p.description ?? "")}</td></tr>`,
  );
  const responses = Object.entries(operation.responses).map(
    ([status, response]) =>
      `<tr><th scope="row"><code>${h(status)}</code></th><td>${prose(response.description)}</td><td>${contentOf(response.content)}</td></tr>`,
  );
  return `<section><h2><span class="method ${h(method)}">${h(method.toUpperCase())}</span> <code>${h(path)}</code></h2>
<p class="summary">${h(operation.summary ?? "")}${operation.security?.length ? ' <span class="lock">bearer token</span>' : ""}</p>
<p>${prose(operation.description ?? "")}</p>
${parameters.length ? `<h3>Parameters</h3><table><tbody>${parameters.join("")}</tbody></table>` : ""}
${operation.requestBody ? `<h3>Body</h3>${contentOf(operation.requestBody.content)}` : ""}
<h3>Answers</h3><table><tbody>${responses.join("")}</tbody></table></section>`;
}

/** `document` is an OpenAPI 3.1 object. */
export function docsPage(document: unknown): string {
  const doc = Doc.parse(document);
  const operations = Object.entries(doc.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationHtml(path, method, operation)),
  );
  const schemas = Object.entries(doc.components.schemas ?? {}).map(
    ([name, schema]) => `<section id="schema-${h(name)}"><h2><code>${h(name)}</code></h2>${fields(schema)}</section>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${h(doc.info.title)}</title><link rel="stylesheet" href="/site/docs.css"></head>
<body><main><h1>${h(doc.info.title)} <small>v${h(doc.info.version)}</small></h1>
<p>${prose(doc.info.description ?? "")}</p><p><a href="/openapi.json">openapi.json</a></p>
${operations.join("\n")}
<h1>Shapes</h1>
${schemas.join("\n")}
</main></body></html>`;
}
