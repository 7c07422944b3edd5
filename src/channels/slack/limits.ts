/**
 * Slack's limits on what we send, and a validator of our own: Slack answers a card too long with "invalid_blocks" and
 * shows nothing. Counted in characters as Slack's reference has them (docs.slack.dev/reference/block-kit).
 */
export const MOST = {
  /** Blocks of a message, and of a modal or home tab. */
  messageBlocks: 50,
  viewBlocks: 100,
  /** All texts of one message's blocks together. */
  blocksText: 13_000,
  /** The message's own text. */
  text: 4_000,
  header: 150,
  section: 3_000,
  fields: 10,
  field: 2_000,
  contextElements: 10,
  actions: 25,
  button: 75,
  value: 2_000,
  url: 3_000,
  id: 255,
  options: 100,
  option: 75,
  optionValue: 150,
  checkboxes: 10,
  placeholder: 150,
  inputLabel: 2_000,
  inputText: 3_000,
  title: 24,
  metadata: 3_000,
  files: 10,
} as const;

type Tree = Readonly<Record<string, unknown>>;
const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Every breach of a limit, each with its place; empty when Slack will take it. `surface`: a message or a view as sent. */
export function problemsOf(surface: unknown): string[] {
  if (!isTree(surface)) return ["not an object"];
  const problems: string[] = [];
  const say = (where: string, what: string) => problems.push(`${where}: ${what}`);
  const view = surface.type === "modal" || surface.type === "home";
  const blocks = list(surface.blocks);
  const most = view ? MOST.viewBlocks : MOST.messageBlocks;
  if (blocks.length > most) say("blocks", `${blocks.length} of at most ${most}`);
  if (!view && typeof surface.text !== "string") say("text", "missing: notifications and screen readers read it");
  if (typeof surface.text === "string") length(say, "text", surface.text, MOST.text);
  if (surface.type === "modal") {
    for (const part of ["title", "submit", "close"]) if (part in surface) textOf(say, part, surface[part], MOST.title);
    if (!("title" in surface)) say("title", "missing");
    if (blocks.some((block) => isTree(block) && block.type === "input") && !("submit" in surface))
      say("submit", "missing beside inputs");
  }
  for (const part of ["private_metadata"]) if (part in surface) length(say, part, surface[part], MOST.metadata);
  for (const part of ["callback_id", "external_id"]) if (part in surface) length(say, part, surface[part], MOST.id);

  const blockIds = new Set<unknown>();
  for (const [index, block] of blocks.entries()) {
    const where = `blocks.${index}`;
    if (!isTree(block)) {
      say(where, "not an object");
      continue;
    }
    if ("block_id" in block) {
      length(say, `${where}.block_id`, block.block_id, MOST.id);
      if (blockIds.has(block.block_id)) say(where, "block_id is used twice");
      blockIds.add(block.block_id);
    }
    blockProblems(say, where, block, view);
  }
  const total = textIn(blocks);
  if (!view && total > MOST.blocksText) say("blocks", `${total} characters of at most ${MOST.blocksText}`);
  return problems;
}

type Say = (where: string, what: string) => void;

function length(say: Say, where: string, text: unknown, most: number, least = 0): void {
  if (typeof text !== "string") say(where, "not a text");
  else if (text.length > most) say(where, `${text.length} characters of at most ${most}`);
  else if (text.length < least) say(where, "empty");
}

function textOf(say: Say, where: string, text: unknown, most: number): void {
  if (!isTree(text)) say(where, "missing");
  else length(say, where, text.text, most, 1);
}

function blockProblems(say: Say, where: string, block: Tree, view: boolean): void {
  switch (block.type) {
    case "divider":
      return;
    case "header":
      return textOf(say, `${where}.text`, block.text, MOST.header);
    case "section": {
      const given = list(block.fields);
      if (given.length > MOST.fields) say(`${where}.fields`, `${given.length} of at most ${MOST.fields}`);
      if (!("text" in block) && given.length === 0) say(where, "neither text nor fields");
      if ("text" in block) textOf(say, `${where}.text`, block.text, MOST.section);
      for (const [index, field] of given.entries()) textOf(say, `${where}.fields.${index}`, field, MOST.field);
      if ("accessory" in block) elementProblems(say, `${where}.accessory`, block.accessory);
      return;
    }
    case "context": {
      const elements = list(block.elements);
      if (elements.length === 0 || elements.length > MOST.contextElements) say(where, "elements from 1 to 10");
      for (const [index, element] of elements.entries())
        textOf(say, `${where}.elements.${index}`, element, MOST.section);
      return;
    }
    case "actions": {
      const elements = list(block.elements);
      if (elements.length === 0 || elements.length > MOST.actions) say(where, "elements from 1 to 25");
      const ids = elements.map((element) => (isTree(element) ? element.action_id : undefined));
      if (new Set(ids).size !== ids.length) say(where, "action_id is used twice");
      for (const [index, element] of elements.entries()) elementProblems(say, `${where}.elements.${index}`, element);
      return;
    }
    case "input":
      if (!view) say(where, "inputs stand in modals and the home tab only");
      textOf(say, `${where}.label`, block.label, MOST.inputLabel);
      if ("hint" in block) textOf(say, `${where}.hint`, block.hint, MOST.inputLabel);
      return elementProblems(say, `${where}.element`, block.element);
    default:
      say(where, `a block of type ${String(block.type)} is not known here`);
  }
}

function elementProblems(say: Say, where: string, element: unknown): void {
  if (!isTree(element)) return say(where, "not an object");
  length(say, `${where}.action_id`, element.action_id, MOST.id, 1);
  if ("placeholder" in element) textOf(say, `${where}.placeholder`, element.placeholder, MOST.placeholder);
  switch (element.type) {
    case "button":
      textOf(say, `${where}.text`, element.text, MOST.button);
      length(say, `${where}.accessibility_label`, element.accessibility_label, MOST.button, 1);
      if ("value" in element) length(say, `${where}.value`, element.value, MOST.value);
      if ("url" in element) length(say, `${where}.url`, element.url, MOST.url);
      return;
    case "static_select":
      return optionProblems(say, where, element, MOST.options);
    case "checkboxes":
    case "radio_buttons":
      return optionProblems(say, where, element, MOST.checkboxes);
    case "plain_text_input":
      if ("initial_value" in element) length(say, `${where}.initial_value`, element.initial_value, MOST.inputText);
      if (typeof element.max_length === "number" && element.max_length > MOST.inputText)
        say(`${where}.max_length`, `${element.max_length} of at most ${MOST.inputText}`);
      return;
    case "file_input":
      if (typeof element.max_files === "number" && element.max_files > MOST.files) say(where, "too many files");
      return;
    case "datepicker":
    case "datetimepicker":
      return;
    default:
      say(where, `an element of type ${String(element.type)} is not known here`);
  }
}

function optionProblems(say: Say, where: string, element: Tree, most: number): void {
  const given = list(element.options);
  if (given.length === 0 || given.length > most) say(`${where}.options`, `${given.length}, from 1 to ${most}`);
  const values = given.map((option) => (isTree(option) ? option.value : undefined));
  if (new Set(values).size !== values.length) say(`${where}.options`, "a value is used twice");
  for (const [index, option] of given.entries()) {
    if (!isTree(option)) say(`${where}.options.${index}`, "not an object");
    else {
      textOf(say, `${where}.options.${index}.text`, option.text, MOST.option);
      length(say, `${where}.options.${index}.value`, option.value, MOST.optionValue, 1);
    }
  }
}

/** Characters of every text object inside. */
function textIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + textIn(one), 0);
  if (!isTree(value)) return 0;
  if ((value.type === "plain_text" || value.type === "mrkdwn") && typeof value.text === "string")
    return value.text.length;
  return Object.values(value).reduce((sum: number, one) => sum + textIn(one), 0);
}
