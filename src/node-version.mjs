// Loaded before anything else, and plain JavaScript: an old Node can't read the rest.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Tingsu needs Node 24 and was started with Node ${process.versions.node}.\n` +
      "Node 24 comes with the development dependencies: run `npm ci` without --ignore-scripts, then use the npm scripts.\n",
  );
  process.exit(1);
}
