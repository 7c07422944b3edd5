/** The routes of the customers' API: what each takes, answers and refuses. */
import { createRoute, z } from "@hono/zod-openapi";
import { Language } from "../../flows/reading.ts";
import type { Guards } from "./guards.ts";
import {
  About,
  AttachmentAdded,
  MessageAccepted,
  MessageList,
  MessageRequest,
  Opened,
  OpenRequest,
  ProblemBody,
  ProgressReport,
  ReadRequest,
} from "./schemas.ts";

const IdParam = z.object({ id: z.string().min(1).max(128).openapi({ description: "Conversation id." }) });
const Seq = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { "application/json": { schema } },
});
const body = <T extends z.ZodType>(schema: T) => ({
  body: { required: true, content: { "application/json": { schema } } },
});

const refusals = {
  400: "The request could not be read; `errors` names each wrong field.",
  401: "No token, a wrong one, or one that has expired.",
  404: "No such conversation for this token.",
  409: "The `clientId` belongs to another message already, with other words or files: nothing was stored.",
  410: "The conversation was erased.",
  413: "Too large.",
  415: "Wrong content type.",
  422: "Empty, too long or too many: nothing was stored.",
  429: "Too much at once; `Retry-After` says when to repeat.",
} as const;

/** Descriptions of refusals, all of them problem+json. */
function refused<const S extends keyof typeof refusals>(...statuses: S[]) {
  const entry = (status: S) => ({
    description: refusals[status],
    content: { "application/problem+json": { schema: ProblemBody } },
  });
  // fromEntries loses the key type; each status named above is there
  return Object.fromEntries(statuses.map((status) => [status, entry(status)]));
}

const security = [{ visitor: [] }];

/** Routes carry their guards, so that none can be mounted without them. */
export function createRoutes(guards: Guards) {
  const { visitorOnly, messages, attachments, other, jsonBody, jsonSize } = guards;
  return {
    about: createRoute({
      method: "get",
      path: "/api/v1/about",
      summary: "关于本服务 · Who speaks here",
      description: "Name of the bank, hotline, AI label, privacy and model notices in one language.",
      request: { query: z.object({ language: Language.default("zh-Hans") }) },
      responses: { 200: json(About, "Labels in the language asked for."), ...refused(400, 429) },
    }),
    open: createRoute({
      method: "post",
      path: "/api/v1/conversations",
      summary: "开始或继续会话 · Open or go on",
      description:
        "Issues a visitor token, or renews the one sent as bearer token: same visitor, same conversation while it is open. " +
        "With the bank's identity token the visitor is a known customer.",
      middleware: [guards.opening, jsonBody, jsonSize],
      request: body(OpenRequest),
      responses: {
        200: json(Opened, "An open conversation goes on."),
        201: json(Opened, "A new conversation, greeting included."),
        ...refused(400, 401, 413, 415, 429),
      },
    }),
    send: createRoute({
      method: "post",
      path: "/api/v1/conversations/{id}/messages",
      summary: "发送消息 · Send a message",
      description:
        "Answers once the message is stored for good. The same `clientId` with the same text and files is stored once and answered alike, with 200; " +
        "with others it is refused with 409.",
      security,
      middleware: [visitorOnly, messages, jsonBody, jsonSize],
      request: { params: IdParam, ...body(MessageRequest) },
      responses: {
        200: json(MessageAccepted, "Stored before: the message of this id."),
        201: json(MessageAccepted, "Stored."),
        ...refused(400, 401, 404, 409, 410, 413, 415, 422, 429),
      },
    }),
    list: createRoute({
      method: "get",
      path: "/api/v1/conversations/{id}/messages",
      summary: "读取消息 · Fetch messages",
      security,
      middleware: [visitorOnly, other],
      request: {
        params: IdParam,
        query: z.object({ after: Seq.default(0), limit: z.coerce.number().int().min(1).max(200).default(100) }),
      },
      responses: { 200: json(MessageList, "Messages above `after`, in order."), ...refused(400, 401, 404, 410, 429) },
    }),
    events: createRoute({
      method: "get",
      path: "/api/v1/conversations/{id}/events",
      summary: "实时事件 · Live events",
      description:
        "Server-sent events: `message` (its `id` is the cursor), `read`, `progress`, `typing`, and a comment as heartbeat. " +
        "Goes on exactly after `Last-Event-ID`, or `after`.",
      security,
      middleware: [visitorOnly, other],
      request: {
        params: IdParam,
        query: z.object({ after: Seq.default(0) }),
        headers: z.object({ "last-event-id": Seq.optional() }),
      },
      responses: {
        200: { description: "The stream.", content: { "text/event-stream": { schema: z.string() } } },
        ...refused(400, 401, 404, 410, 429),
      },
    }),
    typing: createRoute({
      method: "post",
      path: "/api/v1/conversations/{id}/typing",
      summary: "正在输入 · The customer is typing",
      description: "The reply waits a little longer. Send it every few seconds at most.",
      security,
      middleware: [visitorOnly, other],
      request: { params: IdParam },
      responses: { 204: { description: "Heard." }, ...refused(401, 404, 429) },
    }),
    read: createRoute({
      method: "post",
      path: "/api/v1/conversations/{id}/read",
      summary: "已读 · The customer has read up to",
      security,
      middleware: [visitorOnly, other, jsonBody, jsonSize],
      request: { params: IdParam, ...body(ReadRequest) },
      responses: { 204: { description: "Noted." }, ...refused(400, 401, 404, 413, 415, 429) },
    }),
    attach: createRoute({
      method: "post",
      path: "/api/v1/conversations/{id}/attachments",
      summary: "上传文件 · Upload a file",
      description: "JPEG, PNG, WebP, GIF or PDF up to 10 MB, judged by content. Name its id in a message to send it.",
      security,
      middleware: [visitorOnly, attachments, guards.fileBody, guards.fileSize],
      request: {
        params: IdParam,
        body: {
          required: true,
          content: {
            "multipart/form-data": {
              schema: z.object({ file: z.instanceof(File).openapi({ type: "string", format: "binary" }) }),
            },
          },
        },
      },
      responses: { 201: json(AttachmentAdded, "Stored."), ...refused(400, 401, 404, 410, 413, 415, 422, 429) },
    }),
    file: createRoute({
      method: "get",
      path: "/api/v1/conversations/{id}/attachments/{file}",
      summary: "下载文件 · Download a file",
      description:
        "A file of this conversation, whoever sent it. Always to be saved, never shown by the server's own origin.",
      security,
      middleware: [visitorOnly, other],
      request: { params: IdParam.extend({ file: z.string().min(1).max(128) }) },
      responses: {
        200: { description: "The file.", content: { "application/octet-stream": { schema: z.string() } } },
        ...refused(401, 404, 410, 429),
      },
    }),
    progress: createRoute({
      method: "get",
      path: "/api/v1/conversations/{id}/progress",
      summary: "办理进度 · Progress of the complaints",
      security,
      middleware: [visitorOnly, other],
      request: { params: IdParam },
      responses: { 200: json(ProgressReport, "Every complaint of this conversation."), ...refused(401, 404, 410, 429) },
    }),
  };
}
