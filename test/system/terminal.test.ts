import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { jsonLines, tingsu } from "./cli.ts";

let cwd: string;

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "tingsu-terminal-"));
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

describe("the conversation in the terminal", () => {
  it.each([
    [[], "转人工\n", /^这里是本机演练：投诉存在 data\/terminal，不会送到工作台.*cases --terminal$/m],
    [["--en"], "I want to talk to a person\n", /^A rehearsal on this machine: .* data\/terminal.*cases --terminal$/m],
  ])(
    "says at once that it is a rehearsal nobody reads, and where its cases are (%j)",
    async (options, input, place) => {
      const { code, stdout } = await tingsu(["chat", ...options], { cwd, input });
      expect(code).toBe(0);
      expect(stdout).toMatch(place);
      expect(stdout.search(place)).toBeLessThan(stdout.indexOf("听诉 Tingsu"));
      expect(stdout).toMatch(/R-[0-9A-Z]{8}/);
    },
  );

  it("keeps its cases where the command it names lists them, and not with the server's", async () => {
    const listed = await tingsu(["cases", "--terminal", "--json"], { cwd });
    expect(listed.code).toBe(0);
    expect(jsonLines(listed.stdout)).toMatchObject([{ status: "open" }, { status: "open" }]);
    expect((await tingsu(["audit", "verify", "--terminal"], { cwd })).code).toBe(0);
    const server = await tingsu(["cases"], { cwd });
    expect([server.code, server.stderr]).toEqual([1, expect.stringContaining("nothing is stored in")]);
  });
});
