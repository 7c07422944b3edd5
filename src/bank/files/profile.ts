/** bank.yaml: the bank itself, what customers are shown, when people are there, limits. */
import { z } from "zod";
import { Language } from "../../flows/reading.ts";
import { Bilingual, Hours, IsoDate, Slug, Zone } from "../terms.ts";
import { OfficialAccountContent } from "./official-account.ts";
import { Level } from "./risks.ts";

const Hotline = z.strictObject({
  number: z.string().regex(/^[\d-]{3,}$/, 'expected a quoted number such as "96110"'),
  names: Bilingual,
  purpose: Bilingual,
  roundTheClock: z.boolean(),
  /** The day the number was last checked. */
  verified: IsoDate,
});

/** 《人工智能生成合成内容标识办法》, GB 45438-2025: an AI word and a word of generation, both. */
const AiLabel = Bilingual.refine((label) => /人工智能|AI/.test(label.zh) && /生成|合成/.test(label.zh), {
  path: ["zh"],
  message: "needs both an AI word (人工智能 or AI) and a word of generation (生成 or 合成)",
}).refine((label) => /\bAI\b|artificial intelligence/i.test(label.en) && /generat|synthe/i.test(label.en), {
  path: ["en"],
  message: 'needs both "AI" or "artificial intelligence" and a word of generation ("generated", "synthesised")',
});

const count = z.number().int().min(1);

export const Profile = z.strictObject({
  names: Bilingual,
  zone: Zone,
  /** Whose rules hold for complaints made to the bank itself, and whose calendar its days off are of. */
  regime: Slug,
  calendar: Slug,
  languages: z.array(Language).min(1),
  email: z.email(),
  /** What a customer is told of staff whose name is not known. */
  colleague: Bilingual,
  hotlines: z.strictObject({
    bank: Hotline,
    police: Hotline,
    ambulance: Hotline,
    "anti-fraud": Hotline,
    helpline: Hotline,
    regulator: Hotline,
    "central-bank": Hotline,
  }),
  label: z.strictObject({ header: AiLabel, badge: AiLabel }),
  modelNotice: z.strictObject({
    offline: Bilingual,
    /** With {model} and {filing} to be filled in. */
    model: Bilingual.refine(
      (text) => [text.zh, text.en].every((each) => each.includes("{model}") && each.includes("{filing}")),
      "needs {model} and {filing}",
    ),
    filingNumber: z.string(),
  }),
  /** By slug; policies name them. */
  regions: z.record(
    z.string().regex(/^[a-z][a-z-]*$/, "expected a slug such as nanqu"),
    z.strictObject({ names: Bilingual, words: z.array(z.string().trim().min(1)).min(1) }),
  ),
  privacy: z.strictObject({
    version: z.string('expected a quoted version such as "2026-11"').min(1),
    /** PBoC order 2020/5: at least three years after closing. */
    retentionYears: z.number().int().min(3, "complaint records are kept at least 3 years after closing"),
    brief: Bilingual,
    text: Bilingual,
  }),
  channels: z.strictObject({ web: z.boolean(), terminal: z.boolean(), wechat: z.boolean(), slack: z.boolean() }),
  officialAccount: OfficialAccountContent.nullable().default(null),
  staffed: z.strictObject({
    hours: z.array(Hours).min(1),
    /** Levels for which somebody is alerted outside these hours. */
    nightDuty: z.array(Level),
  }),
  limits: z.strictObject({
    asks: count,
    silenceMinutes: count,
    takeMinutes: count,
    staffSilentMinutes: count,
    unclear: count,
    statusAttemptsPerHour: count,
  }),
});
export type Profile = z.infer<typeof Profile>;
