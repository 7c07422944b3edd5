// Loaded before anything else, and plain JavaScript: an old Node can't read the rest.
import * as nodeModule from "node:module";
import { fileURLToPath } from "node:url";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Tingsu needs Node 24 and was started with Node ${process.versions.node}.\n` +
      "Node 24 comes with the development dependencies: run `npm ci` without --ignore-scripts, then use the npm scripts.\n",
  );
  process.exit(1);
}

// Compiled code is kept between starts, with the types taken out. Where the folder can't be written, nothing is kept.
nodeModule.enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/tingsu/compiled", import.meta.url)));
