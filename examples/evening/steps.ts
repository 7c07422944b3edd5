/** A step in the life of a case: taken in Slack where its card has a button for it, else at the web desk. */
import { CARD_ACTIONS } from "../../src/channels/slack/actions.ts";
import type { DeskStep } from "../../src/desk/life-steps.ts";
import type { StaffMember } from "../../src/desk/staff.ts";
import type { Card } from "./slack-office.ts";
import type { Stage } from "./stage.ts";
import type { Story } from "./story.ts";

export interface Wish {
  step: DeskStep;
  /** The same as written into the modal, by field. */
  fields?: Record<string, string>;
  zh: string;
  en: string;
}

/** Throws where the step is refused. */
export async function takesStep(
  { slack, desk }: Pick<Stage, "slack" | "desk">,
  story: Story,
  staff: StaffMember,
  card: Card,
  { step, fields = {}, zh, en }: Wish,
): Promise<void> {
  const button = `case:${step.type}`;
  if (CARD_ACTIONS.some(({ id }) => id === step.type)) {
    await slack.fills(staff.id, await slack.shows(card, button), button, (field) => fields[field] ?? "");
    return story.did(staff.name, "slack", zh, en);
  }
  await (await desk(staff.id)).step(card.key, step);
  story.did(staff.name, "web-desk", zh, en);
}
