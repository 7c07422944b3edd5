/** Names the rules read as facts, to be kept from the model beside what the privacy rules detect. */
import type { Reading } from "../../flows/reading.ts";
import type { KnownPersonal } from "../../model/asked.ts";

/** What a member of staff is called besides a name. It stays: who it was says much about the trouble. */
const NOT_NAMES =
  /(?:大堂|客户|理财|个贷|信贷)?经理|信贷员|柜员|副?行长|主任|主管|大堂|保安|客服|业务员|工作人员|催收员|名叫|叫|是|\b(?:teller|manager|customer|branch|account|relationship|lobby|wealth|agent|advis[oe]r|officer|representative|supervisor|clerk|banker|named|called|by the name of|name|mr|mrs|ms)\b\.?/giu;
/** "小李", "王海涛", "John Smith"; not "3号窗口那个". */
const NAME = /^(?:[\u3400-\u9fff]{2,4}|[A-Za-z]{2,20}(?: [A-Za-z]{2,20}){0,2})$/u;

/** The detected values too: in a long message a cue may stand far from its value. */
export function personalIn({ pii, facts }: Reading): KnownPersonal[] {
  const people = facts.flatMap((fact): KnownPersonal[] => {
    if (fact.name === "person") return [{ kind: "name", text: fact.text }];
    if (fact.name !== "staff") return [];
    const name = fact.text.replace(NOT_NAMES, "").trim();
    return NAME.test(name) ? [{ kind: "staff", text: name }] : [];
  });
  return [...people, ...pii.map(({ kind, text }) => ({ kind, text }))];
}
