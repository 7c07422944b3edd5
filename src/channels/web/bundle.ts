/** Bundles the widget: one script, Preact and styles inside. */
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

export interface WidgetAssets {
  script: Uint8Array<ArrayBuffer>;
  gzip: Uint8Array<ArrayBuffer>;
  /** Of the script's content, hex. */
  hash: string;
}

const folder = join(dirname(fileURLToPath(import.meta.url)), "widget");
/** Raise when the options below change. */
const recipe = "1";

const sha256 = (content: string | Uint8Array) => createHash("sha256").update(content).digest("hex");

/** Hash of everything the script is made of: sources, Preact, esbuild, this recipe. */
async function sourceHash(): Promise<string> {
  const hash = createHash("sha256").update(recipe);
  for (const name of (await readdir(folder)).sort())
    hash.update(`\n${name}\n`).update(await readFile(join(folder, name)));
  const require = createRequire(import.meta.url);
  for (const name of ["preact", "esbuild"]) hash.update(await readFile(require.resolve(`${name}/package.json`)));
  return hash.digest("hex").slice(0, 16);
}

async function build(): Promise<Uint8Array> {
  const { build, transform } = await import("esbuild");
  const result = await build({
    entryPoints: [join(folder, "main.tsx")],
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
    plugins: [
      {
        name: "styles-as-text",
        setup(b) {
          b.onLoad({ filter: /\.css$/ }, async ({ path }) => {
            const css = await transform(await readFile(path, "utf8"), {
              loader: "css",
              minify: true,
              target: ["es2022"],
            });
            return { contents: css.code, loader: "text" };
          });
        },
      },
    ],
  });
  const [file] = result.outputFiles;
  if (!file) throw new Error("the widget's bundle is empty");
  return file.contents;
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/**
 * The widget's script, from the cache when its sources haven't changed.
 * A finished bundle is renamed into place, so several processes may build at once.
 */
export async function bundleWidget(options: { cacheFolder: string }): Promise<WidgetAssets> {
  const path = join(options.cacheFolder, `widget-${await sourceHash()}.js`);
  let script = await readIfThere(path);
  if (!script) {
    script = await build();
    await mkdir(options.cacheFolder, { recursive: true });
    const partial = `${path}.${randomUUID()}`;
    await writeFile(partial, script);
    await rename(partial, path);
  }
  const copy = new Uint8Array(script);
  const zipped = new Uint8Array(await promisify(gzip)(copy, { level: 9 }));
  return { script: copy, gzip: zipped, hash: sha256(copy).slice(0, 32) };
}
