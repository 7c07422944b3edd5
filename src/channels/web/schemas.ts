/** Shapes of the web API. One schema each: checked on the way in, described in the OpenAPI document. */
import { z } from "@hono/zod-openapi";
import { Language } from "../../flows/reading.ts";
import type { StoredMessage } from "../../store/store.ts";
import { MAX_TEXT, type Progress } from "../channel.ts";
import { problemCodes } from "./problem.ts";

/** Bytes: the longest text with every character written as \uXXXX, and room for the rest. */
export const maxJsonBytes = 6 * MAX_TEXT + 16 * 1024;

const ClientId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,64}$/)
  .openapi({
    description:
      "Made by the client, unique for the message. A repeat is answered like the first; other words under it are refused.",
    example: "m-7f3a9c2e41d0",
  });

export const OpenRequest = z
  .object({
    language: Language.default("zh-Hans"),
    identityToken: z
      .string()
      .max(4_000)
      .optional()
      .openapi({ description: "JWT (HS256) signed by the bank: sub, exp, level signed or verified." }),
  })
  .openapi("OpenRequest");

export const Opened = z
  .object({
    conversation: z.string(),
    token: z.string().openapi({ description: "Bearer token for this conversation. Never put it in a URL." }),
    expiresAt: z.string(),
    language: Language,
    strength: z.enum(["anonymous", "signed", "verified"]),
    created: z.boolean().openapi({ description: "False when an open conversation of this visitor goes on." }),
  })
  .openapi("Opened");

export const PublicMessage = z
  .object({
    id: z.string(),
    seq: z.number().int().openapi({ description: "Order within the conversation, and the cursor." }),
    author: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("customer") }),
      z.object({ kind: z.literal("bot") }),
      z.object({ kind: z.literal("staff"), name: z.string() }),
    ]),
    kind: z.string(),
    text: z.string().nullable().openapi({ description: "Plain text; null when it was erased." }),
    choices: z.array(z.string()).openapi({ description: "Short answers to tap; sent back as text." }),
    citations: z.array(
      z.object({
        policy: z.string(),
        clause: z.string(),
        title: z.string(),
        heading: z.string(),
        version: z.string(),
        effectiveFrom: z.string(),
        quote: z.string(),
      }),
    ),
    attachments: z.array(z.string()),
    clientId: z.string().nullable(),
    secretsRemoved: z
      .number()
      .int()
      .openapi({ description: "Passwords and codes taken out before the message was stored." }),
    aiGenerated: z.boolean().openapi({ description: "True: show the AI label with it." }),
    at: z.string(),
    readAt: z.string().nullable(),
  })
  .openapi("Message");
export type PublicMessage = z.infer<typeof PublicMessage>;

export const MessageRequest = z
  .object({
    clientId: ClientId,
    text: z
      .string()
      .default("")
      .openapi({ maxLength: MAX_TEXT, description: "Longer text is refused as `too-long`; nothing is cut off." }),
    kind: z.enum(["text", "image", "file"]).default("text"),
    attachments: z.array(z.string().min(1).max(128)).max(10).default([]),
  })
  .openapi("MessageRequest");

export const MessageAccepted = z
  .object({ id: z.string(), seq: z.number().int(), clientId: z.string() })
  .openapi("MessageAccepted");

export const MessageList = z
  .object({
    messages: z.array(PublicMessage),
    cursor: z.number().int().openapi({ description: "Pass as `after` to go on." }),
    more: z.boolean(),
  })
  .openapi("MessageList");

export const ReadRequest = z.object({ upto: z.number().int().min(0) }).openapi("ReadRequest");

export const AttachmentAdded = z
  .object({ id: z.string(), name: z.string(), mime: z.string(), size: z.number().int() })
  .openapi("Attachment");

export const ProgressReport = z
  .object({
    language: Language,
    withStaff: z.string().nullable().openapi({ description: "Name of the person in the conversation, if any." }),
    complaints: z.array(
      z.object({
        record: z.string(),
        receivedAt: z.string(),
        status: z.enum(["open", "settled", "withdrawn", "resolved"]),
        caseNumber: z.string().nullable(),
        department: z.string().nullable(),
        due: z.string().nullable(),
        person: z.string().nullable(),
      }),
    ),
  })
  .openapi("Progress");
export type ProgressReport = z.infer<typeof ProgressReport>;

export const About = z
  .object({
    language: Language,
    hotline: z.string(),
    bankName: z.string(),
    aiHeader: z.string(),
    aiBadge: z.string(),
    privacyNotice: z.string(),
    modelNotice: z.string(),
  })
  .openapi("About");

export const ProblemBody = z
  .object({
    type: z.string(),
    title: z.string().openapi({ description: "For the customer, in their language." }),
    status: z.number().int(),
    code: z.enum(problemCodes),
    errors: z
      .array(
        z.object({
          path: z.string().openapi({
            description:
              "Where it stands: a field as `attachments.0`, a query parameter, a header; empty for the body.",
          }),
          message: z.string().openapi({ description: "What was expected, in English, for the client's author." }),
        }),
      )
      .optional()
      .openapi({ description: "With code `invalid`: each wrong field." }),
  })
  .openapi("Problem");

/** Client ids are unique for one client only; the store wants one for the whole channel. */
export const externalIdOf = (conversation: string, clientId: string) => `${conversation}/${clientId}`;

/** What the customer's browser may know of a message: no staff ids, no clause hashes. */
export function publicMessage(message: StoredMessage): PublicMessage {
  const { author } = message;
  const prefix = externalIdOf(message.conversation, "");
  return {
    id: message.id,
    seq: message.seq,
    author: author.kind === "staff" ? { kind: "staff", name: author.name } : { kind: author.kind },
    kind: message.kind,
    text: message.text,
    choices: message.choices,
    citations: message.citations.map(({ policy, clause, title, heading, version, effectiveFrom, quote }) => {
      return { policy, clause, title, heading, version, effectiveFrom, quote };
    }),
    attachments: message.attachments,
    clientId: message.externalId?.startsWith(prefix) ? message.externalId.slice(prefix.length) : null,
    secretsRemoved: message.secretsRemoved,
    aiGenerated: author.kind === "bot",
    at: message.at,
    readAt: message.readAt,
  };
}

/** A copy with the promised fields only. */
export function publicProgress(report: {
  language: Language;
  withStaff: string | null;
  complaints: Progress[];
}): ProgressReport {
  return {
    language: report.language,
    withStaff: report.withStaff,
    complaints: report.complaints.map(({ record, receivedAt, status, caseNumber, department, due, person }) => {
      return { record, receivedAt, status, caseNumber, department, due, person };
    }),
  };
}

/** Text as it can be stored anywhere: well-formed UTF-16, \n line ends, no control characters. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");
}

/** The last part of a file name, without anything a file system or a page might take for more than a name. */
export function cleanFileName(name: string): string {
  const last = cleanText(name)
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/[<>:"|?*\n\t]/g, "_")
    .replace(/^\.+/, "")
    .trim();
  return last ? last.slice(-120) : "file";
}
