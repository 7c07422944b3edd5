/** A bank's folder with ten thousand clauses: the shipped policies again and again, as those of other products with other figures. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Policy } from "../src/knowledge/policies.ts";

const PRODUCTS = [
  "星河",
  "云帆",
  "晨曦",
  "远山",
  "青禾",
  "白鹭",
  "金桥",
  "听涛",
  "长风",
  "北斗",
  "紫藤",
  "映月",
  "沧浪",
  "秋实",
  "春晓",
];

/** Writes policies and ways of asking, at least `clauses` clauses; returns how many. */
export function writeManyClauses(
  shipped: string,
  policies: readonly Policy[],
  folder: string,
  clauses: number,
): number {
  let written = 0;
  const asked = join(shipped, "asked");
  const names = readdirSync(asked).filter((name) => name.endsWith(".md"));
  mkdirSync(join(folder, "asked"), { recursive: true });
  for (const language of ["zh", "en"]) mkdirSync(join(folder, "policies", language), { recursive: true });
  for (let copy = 0; written < clauses; copy += 1) {
    const product = PRODUCTS[copy % PRODUCTS.length] ?? "";
    const suffix = copy === 0 ? "" : `-${copy}`;
    const vary = (text: string) => (copy === 0 ? text : other(text, product, copy));
    for (const { file, language, id, clauses: own } of policies) {
      const text = readFileSync(file, "utf8").replace(`id: ${id}`, `id: ${id}${suffix}`);
      const name = `${basename(file, ".md")}${suffix}.md`;
      writeFileSync(join(folder, "policies", language, name), vary(text));
      written += own.length;
    }
    for (const name of names) {
      const text = readFileSync(join(asked, name), "utf8");
      writeFileSync(join(folder, "asked", `${basename(name, ".md")}${suffix}.md`), vary(text));
    }
  }
  writeFileSync(join(folder, "synonyms.yaml"), readFileSync(join(shipped, "synonyms.yaml")));
  return written;
}

/** The text of another product: its name in titles and in every third way of asking, and other sums. */
function other(text: string, product: string, copy: number): string {
  let question = 0;
  return text
    .replace(/(?<=^title: )/mu, product)
    .replace(/^- (.*)$/gmu, (line, words: string) => {
      question += 1;
      return question % 3 === 0 ? `- ${product}${words}` : line;
    })
    .replace(/\d+(?=元|块| yuan)/gu, (sum) => String(Number(sum) + copy));
}
