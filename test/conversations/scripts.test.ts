import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { findScripts, transcript } from "../../src/commands/play.ts";
import { passed, play } from "../../src/play/play.ts";
import { shippedContent } from "./customer.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const found = findScripts(here("./scripts"));
/** Conversations that do not go as they should yet, and why. One that comes to hold has to be taken off the list. */
const notYet = z.record(z.string(), z.string()).parse(parse(readFileSync(here("./not-yet.yaml"), "utf8")));

describe("the scripted conversations", () => {
  it("can be read, and are at least ninety", () => {
    expect(found.flatMap(({ problems }) => problems)).toEqual([]);
    expect(found.flatMap(({ scripts }) => scripts).length).toBeGreaterThanOrEqual(90);
  });

  it("have names of their own", () => {
    const names = found.flatMap(({ scripts }) => scripts.map(({ name }) => name));
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    expect(Object.keys(notYet).filter((name) => !names.includes(name))).toEqual([]);
  });

  for (const { file, scripts } of found) {
    for (const script of scripts) {
      const why = notYet[script.name];
      it(why === undefined ? script.name : `${script.name} (not yet: ${why})`, async () => {
        const played = await play(script, shippedContent());
        if (why === undefined) expect(passed(played), transcript(file, played)).toBe(true);
        else expect(passed(played), "it holds now: take it off not-yet.yaml").toBe(false);
      });
    }
  }
});
