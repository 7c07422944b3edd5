/** A quick reply is sent back as text: it has to be understood without a model. */
import { describe, expect, it } from "vitest";
import { type FactName, FoundFact, type Intent } from "../../src/flows/reading.ts";
import { createOfflineReader } from "../../src/reading/offline/read.ts";
import { LANGUAGES, NOW, shippedPhrases, wordingBank } from "./shipped-wording.ts";

const read = createOfflineReader({ detectPersonal: () => [] });
const factNames = FoundFact.options.map((option) => option.shape.name.value);

const MEANS: Record<string, readonly (readonly Intent[] | "complaint" | "refusal")[]> = {
  greet: ["complaint", ["case-status"], ["wants-human"]],
  "ask-consent": [["confirm"], ["skip"]],
  restate: [["confirm"], ["deny"]],
  "check-again": [["confirm"], ["deny"]],
  "answer/settles": [["settled"], "refusal", ["wants-human"]],
  "offer-complaint": [["confirm"], ["deny"]],
  "offer-person": [["confirm"], ["deny"]],
  // Confirming, not asking once more to withdraw.
  "offer-withdrawal": [["confirm"], ["deny"]],
  "explain-why": [["skip"]],
  unclear: [["wants-human"]],
  "ask-anything-else": [["goodbye"]],
};

describe.each(LANGUAGES)("quick replies in %s", (language) => {
  const { choices } = shippedPhrases[language];
  const understood = (text: string, asking?: FactName) =>
    read(text, { at: NOW, zone: wordingBank.zone, ...(asking ? { asking } : {}) });

  it.each(Object.entries(MEANS))("are taken as they are meant after %s", (act, meanings) => {
    const list = choices[act] ?? [];
    expect(list.length).toBe(meanings.length);
    for (const [n, meaning] of meanings.entries()) {
      const reading = understood(list[n] ?? "");
      if (meaning === "complaint") expect(reading.act, list[n]).toBe("complaint");
      // After an answer, "it isn't solved" counts as no, whether it reads as a reply or as a complaint.
      else if (meaning === "refusal")
        expect([...reading.intents, reading.act]).toEqual(
          expect.arrayContaining([expect.stringMatching(/^(?:deny|complaint)$/)]),
        );
      else expect(reading.intents, list[n]).toEqual(meaning);
    }
  });

  it.each(factNames.map((name) => [name]))("give the fact or a clear no when %s was asked for", (name) => {
    for (const text of choices[`ask/${name}`] ?? choices.ask ?? []) {
      const { facts, intents } = understood(text, name);
      const given = facts.some((fact) => fact.name === name);
      const refused = intents.some((intent) => intent === "dont-know" || intent === "skip" || intent === "deny");
      expect(given !== refused, `${text}: ${JSON.stringify({ facts, intents })}`).toBe(true);
    }
  });

  it("are in the language of the conversation", () => {
    const all = Object.values(choices).flat();
    expect(all.filter((text) => /[\u4e00-\u9fff]/.test(text) !== (language === "zh"))).toEqual([]);
  });
});
