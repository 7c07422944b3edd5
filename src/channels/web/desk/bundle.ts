/** Bundles the desk's pages: one script and one stylesheet, cached by what they are made of. */
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

export interface DeskFile {
  content: Uint8Array<ArrayBuffer>;
  gzip: Uint8Array<ArrayBuffer>;
  /** Of the content, hex. */
  hash: string;
}
export interface DeskAssets {
  script: DeskFile;
  style: DeskFile;
}

const folder = join(dirname(fileURLToPath(import.meta.url)), "app");
/** Raise when the options below change. */
const recipe = "1";

async function sourceHash(): Promise<string> {
  const hash = createHash("sha256").update(recipe);
  for (const name of (await readdir(folder)).sort())
    hash.update(`\n${name}\n`).update(await readFile(join(folder, name)));
  const require = createRequire(import.meta.url);
  for (const name of ["preact", "esbuild"]) hash.update(await readFile(require.resolve(`${name}/package.json`)));
  return hash.digest("hex").slice(0, 16);
}

async function build(): Promise<{ js: Uint8Array; css: Uint8Array }> {
  const { build } = await import("esbuild");
  const result = await build({
    entryPoints: [join(folder, "main.tsx")],
    outdir: folder,
    bundle: true,
    minify: true,
    format: "iife",
    target: ["es2022"],
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    charset: "utf8",
    write: false,
    logLevel: "silent",
  });
  const js = result.outputFiles.find((file) => file.path.endsWith(".js"));
  const css = result.outputFiles.find((file) => file.path.endsWith(".css"));
  if (!js || !css) throw new Error("the desk's bundle lacks its script or its stylesheet");
  return { js: js.contents, css: css.contents };
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

async function ready(content: Uint8Array): Promise<DeskFile> {
  const copy = new Uint8Array(content);
  const zipped = new Uint8Array(await promisify(gzip)(copy, { level: 9 }));
  return { content: copy, gzip: zipped, hash: createHash("sha256").update(copy).digest("hex").slice(0, 32) };
}

/** Script and stylesheet of the desk, from the cache when the sources haven't changed. Several processes may build at once. */
export async function bundleDesk(options: { cacheFolder: string }): Promise<DeskAssets> {
  const base = join(options.cacheFolder, `desk-${await sourceHash()}`);
  const [js, css] = await Promise.all([readIfThere(`${base}.js`), readIfThere(`${base}.css`)]);
  if (js && css) return { script: await ready(js), style: await ready(css) };
  const built = await build();
  await mkdir(options.cacheFolder, { recursive: true });
  for (const [path, content] of [
    [`${base}.js`, built.js],
    [`${base}.css`, built.css],
  ] as const) {
    await writeFile(`${path}.${process.pid}`, content);
    await rename(`${path}.${process.pid}`, path);
  }
  return { script: await ready(built.js), style: await ready(built.css) };
}
