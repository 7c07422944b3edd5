/**
 * The readers measured beside ours, in a process of their own: nlp.js trained on the same practice messages, and
 * Microsoft's recognisers for sums and times. A JSON request on stdin, a JSON answer on stdout.
 */
import recognizers from "@microsoft/recognizers-text-suite";
import { containerBootstrap } from "@nlpjs/core";
import { LangEn } from "@nlpjs/lang-en";
import { LangZh } from "@nlpjs/lang-zh";
import { Nlp } from "@nlpjs/nlp";

const input = [];
for await (const chunk of process.stdin) input.push(chunk);
const { practice, unseen, axes } = JSON.parse(Buffer.concat(input).toString("utf8"));

/** nlp.js trains in the order it is given: shuffled, or the last class wins. */
function shuffled(list) {
  let seed = 42;
  const copy = [...list];
  for (let at = copy.length - 1; at > 0; at -= 1) {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    const other = seed % (at + 1);
    [copy[at], copy[other]] = [copy[other], copy[at]];
  }
  return copy;
}

const language = (text) => (/[\u4e00-\u9fff]/.test(text) ? "zh" : "en");

async function classify(axis) {
  const container = await containerBootstrap();
  container.use(LangZh);
  container.use(LangEn);
  container.use(Nlp);
  const nlp = container.get("nlp");
  Object.assign(nlp.settings, { autoSave: false, log: false });
  nlp.settings.nlu = { ...nlp.settings.nlu, log: false, useNoneFeature: false };
  for (const name of ["zh", "en"]) nlp.addLanguage(name);
  for (const message of shuffled(practice)) {
    const label = message[axis];
    if (label !== undefined) nlp.addDocument(language(message.text), message.text, `l.${label ?? "none"}`);
  }
  const quiet = console.log;
  console.log = () => undefined;
  await nlp.train();
  console.log = quiet;
  const said = [];
  for (const { text } of unseen) {
    const { classifications } = await nlp.process(language(text), text);
    const best = classifications?.[0]?.intent ?? "None";
    said.push(best.startsWith("l.") ? best.slice(2) : "none");
  }
  return said;
}

/** Wall clock of Shanghai as the recognisers want it: a Date whose local fields are the customer's. */
function wall(at) {
  const shifted = new Date(Date.parse(at) + 8 * 3_600_000);
  return new Date(
    shifted.getUTCFullYear(),
    shifted.getUTCMonth(),
    shifted.getUTCDate(),
    shifted.getUTCHours(),
    shifted.getUTCMinutes(),
  );
}

function facts({ text, at }) {
  const culture = language(text) === "zh" ? recognizers.Culture.Chinese : recognizers.Culture.English;
  const money = recognizers.recognizeCurrency(text, culture).map(({ start, end, resolution }) => ({
    start,
    end: end + 1,
    value: Number(resolution?.value),
    currency: resolution?.isoCurrency ?? null,
  }));
  const times = recognizers
    .recognizeDateTime(text, culture, undefined, wall(at))
    .flatMap(({ start, end, typeName, resolution }) => {
      const last = resolution?.values?.at(-1);
      return /duration|set|timezone/.test(typeName) || !last
        ? []
        : [{ start, end: end + 1, values: resolution.values }];
    });
  return { money, times };
}

const answer = { axes: {}, facts: unseen.map(facts) };
for (const axis of axes) answer.axes[axis] = await classify(axis);
process.stdout.write(JSON.stringify(answer));
