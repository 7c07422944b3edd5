/**
 * A real Chromium for tests, from the package `@sparticuz/chromium`. Its binary
 * is unpacked once into node_modules/.cache, written beside and renamed, so
 * that two test runs at the same time never start a half-written file.
 */
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createBrotliDecompress } from "node:zlib";
import { type Browser, chromium, type Page } from "playwright-core";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const packageFolder = join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "..");

async function chromiumBinary(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8"));
  const folder = join(root, "node_modules/.cache/tingsu");
  const target = join(folder, `chromium-${version}`);
  if (existsSync(target)) return target;
  await mkdir(folder, { recursive: true });
  const partial = `${target}.${process.pid}`;
  await pipeline(
    createReadStream(join(packageFolder, "bin/chromium.br")),
    createBrotliDecompress({ chunkSize: 2 ** 21 }),
    createWriteStream(partial, { mode: 0o700 }),
  );
  await rename(partial, target);
  return target;
}

/** Starts a headless Chromium; the caller closes it. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: await chromiumBinary(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--no-zygote",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--font-render-hinting=none",
    ],
  });
}

const fontFolder = join(root, "node_modules/@fontsource/noto-sans-sc/files");

/**
 * Gives a page under test a Chinese font, for screenshots only: the machine may
 * have none, and Chinese would be boxes. The page's context must have been made
 * with `bypassCSP: true`, because the pages allow no foreign fonts.
 */
export async function addChineseFont(page: Page): Promise<void> {
  const files = await readdir(fontFolder);
  const faces = await Promise.all(
    ["latin", "chinese-simplified"].flatMap((subset) =>
      ["400", "500", "700"].map(async (weight) => {
        const name = `noto-sans-sc-${subset}-${weight}-normal.woff2`;
        if (!files.includes(name)) throw new Error(`font ${name} is missing`);
        const data = (await readFile(join(fontFolder, name))).toString("base64");
        const family = subset === "latin" ? "Tingsu Latin" : "Noto Sans SC";
        return `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2")}`;
      }),
    ),
  );
  await page.addStyleTag({
    content: `${faces.join("\n")}
      html{--tingsu-font:"Tingsu Latin","Noto Sans SC",sans-serif}
      body{font-family:"Tingsu Latin","Noto Sans SC",sans-serif}`,
  });
  await page.evaluate(async () => {
    await Promise.all(
      ["Tingsu Latin", "Noto Sans SC"].flatMap((f) =>
        ["400", "500", "700"].map((w) => document.fonts.load(`${w} 16px "${f}"`, "听a")),
      ),
    );
  });
}
