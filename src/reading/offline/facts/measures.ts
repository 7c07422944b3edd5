/** How long and how often. */
import { matchesOf } from "../../../matches.ts";
import type { FactDraft, FactSource } from "./draft.ts";
import { ENGLISH_NUMBER, englishNumber, HAN_NUMBER, wholeNumber } from "./numerals.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function secondsOf(unit: string): number {
  if (/^(?:秒|sec)/.test(unit)) return 1;
  if (/^(?:分|min)/.test(unit)) return MINUTE;
  if (/小时|钟头|个钟|^h(?:ou)?r/.test(unit)) return HOUR;
  if (/工作日|天|日|^(?:business |working )?day/.test(unit)) return DAY;
  if (/周|星期|礼拜|^week/.test(unit)) return 7 * DAY;
  // Months and years of everyday speech: 30 and 365 days.
  return /月|^month/.test(unit) ? 30 * DAY : 365 * DAY;
}

const HAN_DURATION = new RegExp(
  `(?:(半)个?多?(小时|钟头|天|月|年)|(?<![第\\d.:/-])(\\d{1,4}(?:\\.\\d)?|${HAN_NUMBER}{1,5})(个半|个多|多个|来个|个|多|来)?(秒钟?|分钟|小时|钟头|钟(?!头)|工作日|天|周(?![一二三四五六日])|星期(?![一二三四五六日天])|礼拜|月(?![\\d一二三四五六七八九十初底份])|年(?![\\d一二三四五六七八九十费期初底级]))(半)?(多)?)(?![前期内])(?!之前|以前|后|以内|之内|无理由)`,
  "g",
);
const WAIT_BEFORE =
  /(?:等|排|拖|耗|花|打|过|已经|都|快|整整|足足|持续|卡|冻结|锁|办|跑|站|用|有|查|耽误|耽搁|浪费|坐|断断续续|连续|长达|超过|近|将近|大概|差不多|又是|欠|扣|停|催|骚扰)(?:了|着|队|完|我|在那|在|那|里|队伍|过|去|费|快|近|将近|大概|差不多|整整|足足|有|至少|时间|:)*$/;
const WAIT_AFTER =
  /^(?:了|没|还没|还不|都没|都不|也没|才|不给|不处理|没人|无人|的队|过去|以上|左右|不到账|没到|钱还|仍|依然|一直|的时间)/;

const ENGLISH_DURATION = new RegExp(
  `(?<![\\d.$])(\\d{1,4}(?:\\.\\d)?|half an|${ENGLISH_NUMBER}) ?(?:and a half )?(h(?![a-z])|seconds?|minutes?|mins?|hours?|hrs?|(?:business |working )?days?|weeks?|months?|years?)(?: and a half)?(?![a-z])(?! (?:ago|old|earlier|of age|term|fixed))`,
  "g",
);
const ENGLISH_BEFORE =
  /(?:for|waited|waiting|over|took|takes|been|already|after|spent|wait of|queued|hold|nearly|almost|than|about|past|last|lost|wasted|another|with|it's)(?: (?:about|over|nearly|almost|more than|around|at least|up to|the|in line|on hold|past|last|me|the last|the past))* $/;
const ENGLISH_AFTER =
  /^ (?:and|now|later|already|on hold|waiting|still|in line|with no|with(?:out)?|passed|have passed|of waiting|to)/;

export function findDurations(source: FactSource, taken: readonly { start: number; end: number }[]): FactDraft[] {
  const { plain } = source;
  const facts: FactDraft[] = [];
  const add = (start: number, end: number, seconds: number) => {
    if (seconds > 0 && seconds < 200 * 365 * DAY && !taken.some((span) => span.start < end && start < span.end))
      facts.push({ name: "duration", value: { seconds }, start, end });
  };
  const asked = source.asking === "duration";
  if (/[秒分时头钟天日周期拜月年]/.test(plain)) {
    for (const match of matchesOf(HAN_DURATION, plain)) {
      const [whole, half, halfUnit, n, more, unit, andHalf] = match;
      const end = match.index + whole.length;
      const near =
        WAIT_BEFORE.test(plain.slice(Math.max(0, match.index - 12), match.index)) ||
        WAIT_AFTER.test(plain.slice(end, end + 6));
      if (!near && !asked) continue;
      if (half && halfUnit) {
        add(match.index, end, secondsOf(halfUnit) / 2);
        continue;
      }
      const count = n?.includes(".") ? Number(n) : wholeNumber(n);
      if (count === null || !unit) continue;
      if (/^[天日月年]$/.test(unit) && n && /^\d{4}$/.test(n)) continue;
      // "3月" is March, "三个月" three months.
      if (unit === "月" && !more?.includes("个")) continue;
      add(match.index, end, (count + (more === "个半" || andHalf ? 0.5 : 0)) * secondsOf(unit));
    }
  }
  if (/(?:second|minute|min|hour|hr|day|week|month|year|\dh)/.test(plain)) {
    for (const match of matchesOf(ENGLISH_DURATION, plain)) {
      const [whole, words = "", unit = ""] = match;
      const end = match.index + whole.length;
      if (
        !asked &&
        !ENGLISH_BEFORE.test(plain.slice(Math.max(0, match.index - 24), match.index)) &&
        !ENGLISH_AFTER.test(plain.slice(end, end + 12))
      )
        continue;
      const count = /\d/.test(words) ? Number(words) : words === "half an" ? 0.5 : englishNumber(words);
      if (count !== null) add(match.index, end, (count + (whole.includes("and a half") ? 0.5 : 0)) * secondsOf(unit));
    }
  }
  return facts;
}

const HAN_COUNT = new RegExp(
  `(?<![第\\d.年月每这那上下再说又\\-:/])(\\d{1,4}|${HAN_NUMBER}{1,4})(多|来)?(次|遍|回(?![复答来去头款执单家国])|笔|趟|个?电话|通电话|通(?![知过])|条短信|条信息|封(?=信|邮件)|张(?=卡|单|票)|个人(?![信账名])|名客户|位客户)(?!性)`,
  "g",
);
const ORDINAL_COUNT = new RegExp(`第(\\d{1,3}|${HAN_NUMBER}{1,3})(次|遍|回|趟)`, "g");
const ENGLISH_COUNT = new RegExp(
  `(?<![\\d.$a-z])(\\d{1,4}|${ENGLISH_NUMBER}) (?:more |different |unauthori[sz]ed |fraudulent |separate |unknown |phone )*(times|transactions?|calls?|charges?|payments?|withdrawals?|letters?|emails?|messages?|people|purchases?|transfers?)(?![a-z])|\\b(twice|thrice)\\b`,
  "g",
);

export function findCounts(source: FactSource): FactDraft[] {
  const { plain } = source;
  const facts: FactDraft[] = [];
  if (/[次遍回笔趟电通条封张人名位]/.test(plain)) {
    for (const pattern of [HAN_COUNT, ORDINAL_COUNT]) {
      for (const match of matchesOf(pattern, plain)) {
        const n = wholeNumber(match[1]);
        const unit = pattern === HAN_COUNT ? match[3] : match[2];
        // 一次, 一回, 一遍 are rather "once" or "at all" than a count.
        if (n === null || !unit || (n === 1 && /^(?:次|遍|回|趟|通|个人|个?电话)$/.test(unit))) continue;
        facts.push({ name: "count", value: { n, unit }, start: match.index, end: match.index + match[0].length });
      }
    }
  }
  if (/[a-z]{4}/.test(plain)) {
    for (const match of matchesOf(ENGLISH_COUNT, plain)) {
      const n = match[3]
        ? match[3] === "twice"
          ? 2
          : 3
        : /\d/.test(match[1] ?? "")
          ? Number(match[1])
          : englishNumber(match[1] ?? "");
      if (n === null || (n === 1 && /^an? ?$/.test(match[1] ?? ""))) continue;
      facts.push({
        name: "count",
        value: { n, unit: match[3] ? "times" : (match[2] ?? "times") },
        start: match.index,
        end: match.index + match[0].length,
      });
    }
  }
  if (source.asking === "count" && facts.length === 0) {
    const bare = BARE_COUNT.exec(plain) ?? BARE_ENGLISH_COUNT.exec(plain);
    const n = bare && numberOf(bare[1] ?? "");
    if (bare && n !== null) {
      const start = bare.index + bare[0].indexOf(bare[1] ?? "");
      facts.push({ name: "count", value: { n, unit: "次" }, start, end: start + (bare[1] ?? "").length });
    }
  }
  return facts;
}

/** To the question how often: "十几次", "少说五十个", "每天两三个", "ten or so", "3x". Of a range the lower number counts. */
const BARE_COUNT = new RegExp(
  `(?:^|[,，。 ])(?:大概|差不多|少说也?|起码|至少|得有|有|一共|总共|前后|加起来|每天|一天|天天|约|快|将近|近){0,3} ?(\\d{1,3}|${HAN_NUMBER}{1,4}?)(?:几|多|来|[二两三四五六七八九](?=[次个回]))?(?:次|个|笔|回|遍|趟|通|条)?(?:左右|吧|了|以上|上下|往上|样子)*(?=[,，。! ]|$)`,
);
const BARE_ENGLISH_COUNT = new RegExp(
  `^(?:about |around |maybe |at least |roughly |some |must be |it's |like )*(\\d{1,4}|${ENGLISH_NUMBER})(?: ?x| or so| or more|\\+| a day| a week| a month| each day| every day| altogether| in all| i think)*(?=[,.! ]|$)`,
);
const numberOf = (words: string): number | null =>
  /^\d+$/.test(words) ? Number(words) : (wholeNumber(words) ?? (/^[a-z]/.test(words) ? englishNumber(words) : null));
