/** Refusals of the desk: outcomes with a code and plain words, never errors. */
import type { Bilingual } from "../bank/terms.ts";
import type { LifeRefusal } from "../cases/life/refusal.ts";

export type RefusalCode =
  | "sign-in-needed"
  | "link-invalid"
  | "no-such-staff"
  | "not-found"
  | "other-department"
  | "not-allowed"
  | "taken"
  | "not-owner"
  | "not-open"
  | "erased"
  | "empty"
  | "too-long"
  | "incomplete"
  | "above-authority"
  | "reason-needed"
  | "promise-past"
  | "step-refused"
  | "field-wrong"
  | "no-colleague"
  | "file-refused"
  | "time-wrong"
  | "not-here"
  | "no-such-incident"
  | "changed-meanwhile"
  | "same-person"
  | "incident-ended"
  | "both-languages"
  | "no-kinds"
  | "bad-period"
  | "second-person"
  | "no-such-task"
  | "not-closed"
  | "nothing-to-measure"
  | "too-early"
  | "no-such-request"
  | "needs-proposal"
  | "no-such-draft"
  | "still-open"
  | "draft-unfinished"
  | "folder-closed";

export interface DeskRefusal {
  code: RefusalCode;
  message: Bilingual;
  /** Who has the case, for `taken` and `not-owner`. */
  owner?: { id: string; name: string };
  /** Why the case's life refused, for `step-refused`. */
  step?: LifeRefusal["code"];
  /** Name of the field of the form, where one is at fault. */
  field?: string;
}

export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: DeskRefusal };

const MESSAGES: Record<RefusalCode, Bilingual> = {
  "sign-in-needed": { zh: "请先登录。", en: "Please sign in first." },
  "link-invalid": {
    zh: "登录链接已用过或已过期，请重新索取。",
    en: "This sign-in link was used or has expired. Please ask for a new one.",
  },
  "no-such-staff": { zh: "员工名单里没有此人。", en: "This person is not on the staff list." },
  "not-found": { zh: "没有找到这个案件。", en: "No such case was found." },
  "other-department": { zh: "这个案件由其他部门负责。", en: "This case belongs to another department." },
  "not-allowed": { zh: "您的岗位没有这项权限。", en: "Your role does not allow this." },
  taken: { zh: "已由他人受理。", en: "Someone else has this case." },
  "not-owner": {
    zh: "只有受理人可以这样做，请先受理。",
    en: "Only the person who has the case may do this. Take it first.",
  },
  "not-open": { zh: "案件已经结束。", en: "This case is closed." },
  erased: { zh: "客户资料已依法删除。", en: "The customer's data has been erased as the law asks." },
  empty: { zh: "请先写内容。", en: "Please write something first." },
  "too-long": { zh: "内容太长，请缩短。", en: "This is too long. Please shorten it." },
  incomplete: {
    zh: "核查情况、依据和理由、救济途径三项都要填写。",
    en: "What was verified, the basis and reasons, and the remedies must all be given.",
  },
  "above-authority": {
    zh: "金额超出您的权限，请交给有权限的同事决定。",
    en: "The amount is above your authority. A colleague with the authority has to decide.",
  },
  "step-refused": { zh: "案件现在不能这样做。", en: "This cannot be done with the case now." },
  "no-colleague": { zh: "没有可以交给的同事。", en: "There is no colleague it could be given to." },
  "field-wrong": { zh: "有一项没有填对。", en: "One field is not right." },
  "file-refused": {
    zh: "只能发送 JPEG、PNG、WebP、GIF 图片和 PDF，每个不超过 10 MB。",
    en: "Only JPEG, PNG, WebP and GIF pictures and PDF up to 10 MB can be sent.",
  },
  "time-wrong": { zh: "收到时间不能晚于现在。", en: "It can't have been received later than now." },
  "not-here": { zh: "这里没有开通这项功能。", en: "This isn't available here." },
  "needs-proposal": {
    zh: "按案件等级，须先提出处理方案并经他人审批，才能办结。",
    en: "The grade of this case asks for a proposal that others have passed before it can be resolved.",
  },
  "second-person": {
    zh: "自己写的要由另一位同事批准。",
    en: "Somebody else has to approve what you wrote.",
  },
  "no-such-request": { zh: "没有找到这个请求。", en: "No such request was found." },
  "no-such-draft": { zh: "没有找到这份草稿。", en: "No such draft was found." },
  "still-open": { zh: "案件办结以后才能整理成规定草稿。", en: "A draft can be made once the case is resolved." },
  "draft-unfinished": {
    zh: "草稿还有没写完或写错的地方，请先改好。",
    en: "The draft is not finished or has mistakes. Please mend them first.",
  },
  "folder-closed": {
    zh: "规定目录现在写不进去，请联系管理员。已写的内容没有丢。",
    en: "The policies' folder can't be written now. Please call an administrator. Nothing you wrote is lost.",
  },
  "promise-past": {
    zh: "什么时候做到，要选以后的时间。还没有发出。",
    en: "Choose a time that is still to come for what is promised. Nothing was sent.",
  },
  "reason-needed": { zh: "请说明查看完整信息的原因。", en: "Please say why the full data is needed." },
  "no-such-incident": { zh: "没有找到这个事件。", en: "No such incident was found." },
  "changed-meanwhile": {
    zh: "刚才有人改动过，请看过新内容再操作。",
    en: "Somebody changed this meanwhile. Please look at it again first.",
  },
  "same-person": { zh: "自己写的内容要由另一人核准。", en: "What you wrote has to be approved by somebody else." },
  "incident-ended": { zh: "事件已经结束。", en: "The incident is over." },
  "both-languages": { zh: "中文和英文都要写。", en: "Both Chinese and English are needed." },
  "no-such-task": { zh: "没有找到这个整改任务。", en: "No such improvement task was found." },
  "not-closed": { zh: "先办结案件并记下原因，再开整改任务。", en: "Close the case first; its cause is known then." },
  "nothing-to-measure": {
    zh: "之前这些天没有这样的投诉，整改效果无从比较。请放宽条件或取更长的天数。",
    en: "There were no such complaints in the days before, so nothing could be compared. Take a wider kind or more days.",
  },
  "too-early": { zh: "现在还看不出效果。", en: "It is too early to see the effect." },
  "bad-period": { zh: "请选择两年以内的一段时间。", en: "Choose a period of at most two years." },
  "no-kinds": { zh: "请选择这个事件涵盖哪些投诉。", en: "Choose which complaints the incident covers." },
};

/** A refusal with its words; with the owner's name where somebody else has the case. */
export function refuse(
  code: RefusalCode,
  owner?: { id: string; name: string } | null,
): { ok: false; refusal: DeskRefusal } {
  if (!owner) return { ok: false, refusal: { code, message: MESSAGES[code] } };
  const message: Bilingual =
    code === "taken"
      ? { zh: `已由${owner.name}受理。`, en: `${owner.name} has this case.` }
      : { zh: `这个案件由${owner.name}受理。`, en: `This case is with ${owner.name}.` };
  return { ok: false, refusal: { code, message, owner } };
}

/** `limit` in fen: what the person may grant in one case. `needed`: who may grant it at least; null where no single person may. */
export function refuseAmount(limit: number, needed: Bilingual | null): { ok: false; refusal: DeskRefusal } {
  const yuan = (limit / 100).toLocaleString("en");
  const message: Bilingual = {
    zh: `金额超出您的权限（单件最多 ${yuan} 元），${needed ? `要${needed.zh}或以上` : "要由委员会"}决定。`,
    en: `The amount is above your authority (CNY ${yuan} in one case). It takes ${needed ? `the tier ${needed.en} or above` : "the committee"} to decide.`,
  };
  return { ok: false, refusal: { code: "above-authority", message } };
}

/** A field of a form that is empty, or holds what can't be read. */
export function refuseField(field: string, { zh, en }: Bilingual): { ok: false; refusal: DeskRefusal } {
  const message: Bilingual = { zh: `请填对“${zh}”。`, en: `Please check “${en}”.` };
  return { ok: false, refusal: { code: "field-wrong", field, message } };
}

/** `day`: from when on the effect can be seen; null where it hangs on complaints that are still open, `open` of them. */
export function refuseEarly(day: string | null, open: number): { ok: false; refusal: DeskRefusal } {
  const message: Bilingual =
    day === null
      ? {
          zh: `还有 ${open} 件可能属于这一类的投诉没有办结，结论要等它们。`,
          en: `${open} complaints that may be of this kind are still open, and the verdict hangs on them.`,
        }
      : {
          zh: `整改后的天数还没有满，${day} 起可以核对。`,
          en: `The days after it are not over: check from ${day} on.`,
        };
  return { ok: false, refusal: { code: "too-early", message } };
}

/** What the life of the case refuses, in its own words. */
export function refuseStep({ code, message }: LifeRefusal): { ok: false; refusal: DeskRefusal } {
  return { ok: false, refusal: { code: "step-refused", step: code, message } };
}

export function granted<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}
