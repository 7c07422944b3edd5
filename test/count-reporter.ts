import type { Reporter, TestModule } from "vitest/node";

/** Prints what was skipped, each with its reason, and "N passed, N failed" on a line of its own. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0;
    let failed = errors.length;
    const skipped: string[] = [];
    for (const module of modules) {
      if (module.children.size === 0 && module.state() === "failed") failed += 1;
      for (const test of module.children.allTests()) {
        const state = test.result().state;
        if (state === "passed") passed += 1;
        else if (state === "skipped") skipped.push(test.name);
        else failed += 1;
      }
    }
    if (skipped.length > 0) console.log(`\nskipped:\n${skipped.map((name) => `  ${name}`).join("\n")}`);
    console.log(`\n${passed} passed, ${failed} failed`);
  }
}
