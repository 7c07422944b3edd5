/** How a clock's end came about, in words for staff, step by step. */
import type { Language } from "../../flows/reading.ts";
import type { WaitReason } from "../life/case.ts";
import { isoInZone } from "../zone.ts";
import type { Clock } from "./clock.ts";
import { countDays, daysUsed } from "./count.ts";
import { local } from "./day.ts";
import { daysIn } from "./derive.ts";
import { explainCount, nth, short } from "./explain-count.ts";
import { inDays } from "./pauses.ts";

const REASONS: Record<WaitReason, { zh: string; en: string }> = {
  facts: { zh: "等待客户补充", en: "waiting for the customer's facts" },
  documents: { zh: "等待客户补材料", en: "waiting for the customer's documents" },
  "customer-choice": { zh: "等待客户选择", en: "waiting for the customer's choice" },
  mediation: { zh: "调解", en: "mediation" },
  "outside-appraisal": { zh: "外部鉴定", en: "outside appraisal" },
  "outside-body": { zh: "等待外部机构", en: "waiting for another body" },
  "other-department": { zh: "等待其他部门", en: "waiting for another department" },
};

/**
 * "收到日 12-20 不计，第 15 日 = 01-04；调解 12-25 至 12-28，3 日不计，第 15 日 = 01-07；01-05 已告知，延长至第 30 日 = 01-22".
 * What is provisional is said at the end.
 */
export function explainClock(clock: Clock, language: Language): string {
  const steps = clock.count === null ? timeSteps(clock, language) : daySteps(clock, language);
  if (clock.provisional.length > 0) {
    const years = clock.provisional.join(language === "en" ? ", " : "、");
    steps.push(
      language === "en"
        ? `the calendar of ${years} is provisional (make-up workdays unknown), the date may move`
        : `${years} 年日历为暂定（补班日未公布），日期可能调整`,
    );
  }
  return steps.join(language === "en" ? "; " : "；");
}

function daySteps(clock: Clock, language: Language): string[] {
  const { pack, spec, run, workdays } = clock;
  if (spec.length === "as-told") return [];
  const { zone, counting } = pack;
  const { unit } = spec.length;
  const day = local(run.from, zone).day;
  const base = {
    from: day,
    first: counting.firstDay,
    working: unit === "working-days",
    rollForward: counting.rollForward,
    workdays,
  };
  const called = run.by === "receipt" ? "receipt" : spec.restarts.some((mark) => mark === run.by) ? "restart" : "begin";
  const start = { day, called, first: counting.firstDay } as const;
  const ordinary = daysIn(spec.length);
  const plain = countDays({ ...base, count: ordinary, pauses: [] });
  const steps = plain ? [explainCount({ start, unit, count: ordinary, ...plain }, language)] : [];
  const pauses = inDays(clock.pauses, zone);
  clock.pauses.forEach((pause, index) => {
    const days = pauses[index];
    if (!days) return;
    const reason = REASONS[pause.reason][language === "en" ? "en" : "zh"];
    if (days.to === null) {
      const used = daysUsed({ ...base, pauses }, days.from);
      const left = Math.max(0, (clock.count ?? ordinary) - used);
      if (clock.end !== null) return;
      steps.push(
        language === "en"
          ? `stands still since ${short(days.from)} (${reason}): ${used} counted, ${left} left`
          : `${short(days.from)} 起暂停（${reason}）：已计 ${used} 日，还剩 ${left} 日`,
      );
      return;
    }
    const left = daysUsed({ ...base, first: "excluded", from: days.from, pauses: [] }, days.to);
    const known = pauses.slice(0, index + 1);
    const moved = countDays({ ...base, count: ordinary, pauses: known });
    if (left === 0 || !moved) return;
    const head =
      language === "en"
        ? `${reason} ${short(days.from)} to ${short(days.to)}, ${left} not counted`
        : `${reason} ${short(days.from)} 至 ${short(days.to)}，${left} 日不计`;
    steps.push(
      `${head}${language === "en" ? ", " : "，"}${nth({ unit, count: ordinary }, language)} = ${short(moved.last)}`,
    );
  });
  for (const extension of clock.extensions) {
    const end = countDays({ ...base, count: extension.count, pauses });
    const granted = short(local(extension.grantedAt, zone).day);
    const told = extension.toldAt === null ? null : short(local(extension.toldAt, zone).day);
    if (!extension.counts) {
      steps.push(
        language === "en"
          ? `extension of ${granted} does not count: ${told === null ? "the customer was not told" : `the customer was told on ${told}, too late`}`
          : `${granted} 批准的延期不生效：${told === null ? "尚未告知客户" : `${told} 才告知客户，已晚`}`,
      );
      continue;
    }
    const last = end ? ` = ${short(end.last)}` : "";
    steps.push(
      language === "en"
        ? `extended on ${granted}, customer told on ${told}: ${nth({ unit, count: extension.count }, language)}${last}`
        : `${granted} 批准、${told} 告知客户，延长至${nth({ unit, count: extension.count }, language)}${last}`,
    );
  }
  return steps;
}

function timeSteps(clock: Clock, language: Language): string[] {
  const { pack, spec, run, end } = clock;
  const minute = (ms: number) => isoInZone(ms, pack.zone).slice(5, 16).replace("T", " ");
  if (spec.length === "as-told") {
    if (!end) return [];
    return [language === "en" ? `as told: ${minute(end.at)}` : `按已告知的时间：${minute(end.at)}`];
  }
  const { count, unit } = spec.length;
  const zh = unit === "hours" ? "小时" : "分钟";
  const from = minute(run.from);
  if (!end) return [language === "en" ? `from ${from}, stands still` : `${from} 起算，已暂停`];
  return [
    language === "en"
      ? `from ${from}, ${count} ${unit} = ${minute(end.at)}`
      : `${from} 起算，${count} ${zh} = ${minute(end.at)}`,
  ];
}
