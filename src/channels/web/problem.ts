/** Errors as the customer sees them: problem+json (RFC 9457) with a code and a sentence in their language. */
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Language } from "../../flows/reading.ts";
import { MAX_TEXT } from "../channel.ts";

const problems = {
  empty: {
    status: 422,
    "zh-Hans": "还没有内容，请写几个字或添加一个文件。",
    "zh-Hant": "還沒有內容，請寫幾個字或新增一個檔案。",
    en: "There is nothing to send yet. Please write something or add a file.",
  },
  "too-long": {
    status: 422,
    "zh-Hans": `一条消息最多${MAX_TEXT}字，请分成几条发送。`,
    "zh-Hant": `一則訊息最多${MAX_TEXT}字，請分成幾則傳送。`,
    en: `One message can hold up to ${MAX_TEXT.toLocaleString("en")} characters. Please send it in parts.`,
  },
  "body-too-large": {
    status: 413,
    "zh-Hans": `内容太长了。一条消息最多${MAX_TEXT}字，请分成几条发送。`,
    "zh-Hant": `內容太長了。一則訊息最多${MAX_TEXT}字，請分成幾則傳送。`,
    en: `This is too long. One message can hold up to ${MAX_TEXT.toLocaleString("en")} characters; please send it in parts.`,
  },
  "too-large": {
    status: 413,
    "zh-Hans": "内容太大了。文件最大10 MB，可以压缩或分开发送。",
    "zh-Hant": "內容太大了。檔案最大10 MB，可以壓縮或分開傳送。",
    en: "This is too large. Files may be up to 10 MB; please compress or split it.",
  },
  "file-type": {
    status: 415,
    "zh-Hans": "只能发送图片（JPG、PNG、WebP、GIF）或PDF。",
    "zh-Hant": "只能傳送圖片（JPG、PNG、WebP、GIF）或PDF。",
    en: "Only pictures (JPG, PNG, WebP, GIF) and PDF files can be sent.",
  },
  "too-many": {
    status: 422,
    "zh-Hans": "文件太多了，请分几次发送。",
    "zh-Hant": "檔案太多了，請分幾次傳送。",
    en: "That is too many files at once. Please send them in parts.",
  },
  "unknown-file": {
    status: 422,
    "zh-Hans": "附件找不到了，请重新添加后再发。",
    "zh-Hant": "附件找不到了，請重新新增後再傳。",
    en: "An attached file was not found. Please add it again and resend.",
  },
  "no-such-file": {
    status: 404,
    "zh-Hans": "没有找到这个文件。",
    "zh-Hant": "沒有找到這個檔案。",
    en: "This file was not found.",
  },
  "id-taken": {
    status: 409,
    "zh-Hans": "这个编号已经用于另一条消息，这一条没有保存。请换一个编号再发。",
    "zh-Hant": "這個編號已經用於另一則訊息，這一則沒有儲存。請換一個編號再傳。",
    en: "This id already belongs to another message, so this one was not saved. Please send it under a new id.",
  },
  rate: {
    status: 429,
    "zh-Hans": "消息发得太密了，我们会稍等片刻自动再试。",
    "zh-Hant": "訊息傳得太密了，我們會稍等片刻自動再試。",
    en: "That was a lot at once. Please wait a moment and try again.",
  },
  unauthorised: {
    status: 401,
    "zh-Hans": "这次会话的凭证缺失或已过期，请重新打开对话。",
    "zh-Hant": "這次對話的憑證缺失或已過期，請重新開啟對話。",
    en: "The key to this conversation is missing or has expired. Please open the chat again.",
  },
  identity: {
    status: 401,
    "zh-Hans": "登录信息无效或已过期。您可以重新登录，也可以不登录直接反映问题。",
    "zh-Hant": "登入資訊無效或已過期。您可以重新登入，也可以不登入直接反映問題。",
    en: "Your sign-in is invalid or has expired. Sign in again, or go on without signing in.",
  },
  "unknown-conversation": {
    status: 404,
    "zh-Hans": "没有找到这次会话，请重新打开对话。",
    "zh-Hant": "沒有找到這次對話，請重新開啟對話。",
    en: "This conversation was not found. Please open the chat again.",
  },
  erased: {
    status: 410,
    "zh-Hans": "这次会话的内容已按要求删除。",
    "zh-Hant": "這次對話的內容已按要求刪除。",
    en: "The content of this conversation has been erased as requested.",
  },
  invalid: {
    status: 400,
    "zh-Hans": "请求的格式不对，没有被保存。",
    "zh-Hant": "請求的格式不對，沒有被儲存。",
    en: "The request could not be read and was not saved.",
  },
  "media-type": {
    status: 415,
    "zh-Hans": "请求的内容类型不对。",
    "zh-Hant": "請求的內容類型不對。",
    en: "The request has the wrong content type.",
  },
  "not-found": {
    status: 404,
    "zh-Hans": "没有这个页面或接口。",
    "zh-Hant": "沒有這個頁面或介面。",
    en: "There is no such page or endpoint.",
  },
  unavailable: {
    status: 500,
    "zh-Hans": "系统暂时出了问题，请稍后再试；急事请拨打客服热线。",
    "zh-Hant": "系統暫時出了問題，請稍後再試；急事請撥打客服熱線。",
    en: "Something went wrong on our side. Please try again shortly, or ring the hotline if it is urgent.",
  },
  "not-stored": {
    status: 503,
    "zh-Hans": "这一步没能存下来，请稍后再试；急事请拨打客服热线。",
    "zh-Hant": "這一步沒能存下來，請稍後再試；急事請撥打客服熱線。",
    en: "This could not be stored. Please try again shortly, or ring the hotline if it is urgent.",
  },
} satisfies Record<string, { status: ContentfulStatusCode } & Record<Language, string>>;

export type ProblemCode = keyof typeof problems;
export const problemCodes = Object.keys(problems);

/** Thrown by handlers and middleware; answered by `problemResponse`. */
export class Problem extends Error {
  readonly code: ProblemCode;
  /** Seconds until a repeat makes sense. */
  readonly retryAfter: number | undefined;
  constructor(code: ProblemCode, retryAfter?: number) {
    super(code);
    this.name = "Problem";
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** One wrong field of a request and what was expected there, for whoever writes the client. */
export interface FieldError {
  /** "attachments.0", "after"; empty for the whole body. */
  path: string;
  message: string;
}

/** A request without its promised shape. Never holds what was sent: that may be a customer's words. */
export class WrongFields extends Problem {
  readonly errors: FieldError[];
  constructor(issues: readonly { path: readonly PropertyKey[]; message: string }[]) {
    super("invalid");
    this.errors = issues.map(({ path, message }) => ({ path: path.map(String).join("."), message }));
  }
}

export function problemResponse(c: Context, problem: Problem, language: Language): Response {
  const { status, [language]: title } = problems[problem.code];
  if (problem.retryAfter !== undefined) c.header("Retry-After", String(problem.retryAfter));
  if (status === 401) c.header("WWW-Authenticate", 'Bearer realm="tingsu"');
  c.header("Content-Type", "application/problem+json; charset=utf-8");
  c.header("Content-Language", language);
  c.header("Cache-Control", "no-store");
  const errors = problem instanceof WrongFields ? { errors: problem.errors } : {};
  return c.body(
    JSON.stringify({ type: `urn:tingsu:problem:${problem.code}`, title, status, code: problem.code, ...errors }),
    status,
  );
}
