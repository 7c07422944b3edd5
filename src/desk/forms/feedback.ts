/**
 * The feedback on one complaint to the authority that passed it on: basics, point of dispute, findings and evidence, basis,
 * communication, extension, satisfaction (人民银行令〔2020〕第5号); what was verified, basis and reasons, remedies
 * (银保监会令2020年第3号 第19条).
 */
import type { Bank } from "../../bank/bank.ts";
import type { CaseState, NoticeKind } from "../../cases/life/case.ts";
import type { CaseEvent } from "../../cases/life/events.ts";
import { recused } from "../../cases/recusal.ts";
import { dayIn, daysBetween } from "../../cases/zone.ts";
import type { FactName, Money } from "../../flows/reading.ts";
import type { StoredMessage } from "../../store/store.ts";
import type { OpenedCase } from "../access.ts";
import { factText, moneyText } from "../fact-text.ts";
import { OUTCOME } from "../life-names.ts";
import type { Mask } from "../masking.ts";
import { CAUSE, CHANNEL, MATTER_STATUS } from "../names.ts";
import { type Authority, type Form, type FormSection, field, missingIn } from "./form.ts";

export interface FeedbackMaterial extends OpenedCase {
  /** Null where the case has no life of its own, or it can't be read any more. */
  life: { state: CaseState; events: readonly CaseEvent[] } | null;
  messages: readonly StoredMessage[];
}

export interface FeedbackSetting {
  bank: Pick<Bank, "profile" | "taxonomy" | "outlets" | "staff" | "routing" | "grades">;
  /** Name of one of the staff by id. */
  staff: (id: string) => string;
  mask: Mask;
}

const TITLE: Record<Authority, { title: string; basis: string }> = {
  nfra: {
    title: "金融监管部门转办消费投诉办理情况反馈表",
    basis: "《银行业保险业消费投诉处理管理办法》（银保监会令2020年第3号）第18、19、21、23条",
  },
  pboc: {
    title: "人民银行转办金融消费者投诉反馈表",
    basis: "《中国人民银行金融消费者权益保护实施办法》（人民银行令〔2020〕第5号）",
  },
};

const NOTICE: Partial<Record<NoticeKind, string>> = {
  "facts-wanted": "请客户补充情况",
  waiting: "告知等待原因",
  progress: "告知进展",
  extension: "告知延期",
  proposal: "告知处理方案",
  decision: "告知处理决定",
  "review-begun": "告知已受理核查申请",
  "review-decided": "告知核查结论",
  restarted: "告知重新起算",
  merged: "告知合并办理",
};

/** Of what concerns not every complaint: that the customer named none is no gap. */
const UNSAID = "投诉人未提及";
const amountText = (amount: Money | null): string => (amount ? moneyText(amount.minor, amount.currency).zh : "无");

export function feedbackForm(authority: Authority, material: FeedbackMaterial, setting: FeedbackSetting): Form {
  const sections = [
    basics(material, setting),
    dispute(material, setting),
    findings(material, setting),
    communication(material, setting),
    timing(material, setting),
    satisfaction(material),
  ];
  const open = material.row.status === "open";
  return {
    form: `feedback-${authority}`,
    ...TITLE[authority],
    notes: [
      "由系统按案件数据填写，未记录的项目标为缺项，须人工补填；姓名、电话等个人信息已部分隐去。",
      ...(open ? ["案件尚未办结，本表为阶段性反馈。"] : []),
    ],
    sections,
    tables: [],
    missing: missingIn(sections),
  };
}

/**
 * The last decision. One that was written to the customer in a single text, without the steps of a decision, says everything in
 * it and names no outcome: that text stands once, and the parts point to it.
 */
function decisionOf(life: FeedbackMaterial["life"]) {
  const decision = life?.state.decisions.at(-1);
  if (!decision || decision.findings !== decision.text) return decision;
  const there = "见“处理结果”";
  return { ...decision, outcome: null, findings: there, grounds: there, remedies: there };
}

function basics({ row, matter, life }: FeedbackMaterial, { bank, mask }: FeedbackSetting): FormSection {
  const { zone, names } = bank.profile;
  const { business, reason, venue } = bank.taxonomy;
  const outlets = recused(bank, matter).outlets.map((slug) => bank.outlets[slug]?.names.zh ?? slug);
  const known = (name: FactName) => {
    const facts = matter.facts.filter((fact) => fact.name === name && fact.replacedBy === null);
    return facts.map((fact) => mask(factText(fact, zone).zh)).join("；");
  };
  const coded = (entry: { names: { zh: string }; jrt0169Code: string } | null) => entry?.names.zh;
  const kinds = [
    { name: "business", label: "业务类别", entry: matter.business && business[matter.business] },
    { name: "reason", label: "投诉原因", entry: matter.reason && reason[matter.reason] },
    { name: "venue", label: "业务办理渠道", entry: matter.venue && venue[matter.venue] },
  ];
  return {
    title: "一、基本情况",
    fields: [
      field("authority-reference", "转办文号", null),
      field("authority-office", "转办机构", null),
      field("record", "受理编号", row.record),
      field("case", "案件编号", row.number),
      field("channel", "投诉来源", CHANNEL[row.channel]?.zh ?? row.channel),
      field("received-on", "收到日期", dayIn(zone, row.receivedAt)),
      field("complainant", "投诉人", known("person")),
      field("phone", "联系电话", known("phone")),
      field("institution", "被投诉机构", outlets.length > 0 ? outlets.join("、") : names.zh),
      field("staff", "被投诉人员", known("staff") || UNSAID),
      ...kinds.flatMap(({ name, label, entry }) => [
        field(name, `${label}（JR/T 0169）`, coded(entry)),
        ...(entry ? [field(`${name}-code`, `${label}编码`, entry.jrt0169Code)] : []),
      ]),
      field("grade", "投诉分级", life && bank.grades.grades[life.state.grade.value].names.zh),
      field("amount", "涉及金额", known("amount") || UNSAID),
      field("claim", "投诉人诉求", known("desired-outcome")),
    ],
  };
}

function dispute({ matter, life }: FeedbackMaterial, { mask }: FeedbackSetting): FormSection {
  const verified = decisionOf(life)?.findings;
  return {
    title: "二、投诉内容与争议焦点",
    fields: [
      field("words", "投诉内容", mask(matter.words)),
      field("dispute", "争议焦点与核实的情况", verified && mask(verified)),
    ],
  };
}

function findings({ matter, life, messages }: FeedbackMaterial, { mask }: FeedbackSetting): FormSection {
  const decision = decisionOf(life);
  const evidence = matter.facts.filter((fact) => fact.name === "evidence" && fact.replacedBy === null);
  const files = messages.reduce((sum, { attachments }) => sum + attachments.length, 0);
  const shown = [...evidence.map((fact) => mask(fact.text)), ...(files > 0 ? [`附件 ${files} 件`] : [])];
  const clauses = matter.cited.map(({ title, clause, version }) => `《${title}》${clause}（${version}）`);
  return {
    title: "三、调查核实与处理依据",
    fields: [
      field("evidence", "证据材料", shown.join("；")),
      field("outcome", "处理结论", decision?.outcome && OUTCOME[decision.outcome].zh),
      // Closed without the steps of a decision, the answer as a whole is what there is.
      field("decision", "处理结果", decision ? mask(decision.text) : matter.result && mask(matter.result)),
      field("grounds", "处理依据和理由", decision ? mask(decision.grounds) : null),
      field("clauses", "引用的本行规定", [...new Set(clauses)].join("；")),
      field("amount-granted", "退还或补偿金额", decision && amountText(decision.amount)),
      field("remedies", "告知的救济途径", decision && mask(decision.remedies)),
      field("cause", "问题成因", matter.cause && CAUSE[matter.cause].zh),
    ],
  };
}

function communication({ life, messages }: FeedbackMaterial, { bank, staff }: FeedbackSetting): FormSection {
  const { zone } = bank.profile;
  const written = messages.filter(({ author }) => author.kind === "staff");
  const first = [life?.state.contactedAt, written[0]?.at].filter((at) => typeof at === "string").sort()[0];
  const told = (life?.state.notices ?? []).flatMap(({ kind, givenAt }) =>
    givenAt === null ? [] : [`${dayIn(zone, givenAt)} ${NOTICE[kind] ?? kind}`],
  );
  const decided = life?.state.notices.find(({ id }) => id === life.state.decisions.at(-1)?.notice);
  const people = new Set(written.flatMap(({ author }) => (author.kind === "staff" ? [staff(author.id)] : [])));
  return {
    title: "四、与投诉人沟通情况",
    fields: [
      field("first-contact", "首次人工联系", first === undefined ? null : dayIn(zone, first)),
      field("messages", "人工书面沟通次数", String(written.length)),
      field("people", "沟通人员", [...people].join("、")),
      field("notices", "告知记录", told.join("；")),
      field("decision-told", "处理决定告知日期", decided?.givenAt && dayIn(zone, decided.givenAt)),
    ],
  };
}

function timing({ row, matter, life }: FeedbackMaterial, { bank, staff, mask }: FeedbackSetting): FormSection {
  const { zone } = bank.profile;
  const ended = matter.endedAt ?? row.resolvedAt;
  const received = dayIn(zone, row.receivedAt);
  const granted = (life?.state.extensions ?? []).filter(({ approvedAt }) => approvedAt !== null);
  const extensions = granted.map(
    ({ from, to, reason, approvedBy, toldAt }) =>
      `${from} 延至 ${to}，理由：${mask(reason)}，批准人：${approvedBy === null ? "未记录" : staff(approvedBy)}，告知日期：${toldAt === null ? "未告知" : dayIn(zone, toldAt)}`,
  );
  return {
    title: "五、办理时限与延期",
    fields: [
      field("department", "责任部门", bank.routing.departments[row.department]?.names.zh ?? row.department),
      field("handler", "经办人", row.owner && staff(row.owner.id)),
      field("due", "法定最后一天", row.due),
      field("status", "办理状态", MATTER_STATUS[matter.status].zh),
      field("ended-on", "办结日期", ended === null ? null : dayIn(zone, ended)),
      field("days", "办理天数", ended === null ? null : String(daysBetween(received, dayIn(zone, ended)))),
      field("extension", "延期情况", life ? extensions.join("；") || "无" : null),
    ],
  };
}

function satisfaction({ life }: FeedbackMaterial): FormSection {
  const called = life?.events.findLast((event) => event.type === "called-back");
  const marks = called?.type === "called-back" ? called.marks : null;
  const satisfied = life?.state.satisfied ?? null;
  return {
    title: "六、投诉人满意情况",
    fields: [
      field("satisfied", "回访是否满意", satisfied === null ? null : satisfied ? "满意" : "不满意"),
      field("marks", "回访评分（1–5）", marks && `解决程度 ${marks.solved}，服务态度 ${marks.manner}`),
    ],
  };
}
