// node portrait.mjs FILE.vrm PICTURE.png [EXPRESSION=WEIGHT...]: @pixiv/three-vrm draws the avatar in headless Chromium.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const [avatar, picture, ...asked] = process.argv.slice(2);
const expressions = Object.fromEntries(asked.map((word) => [word.split("=")[0], Number(word.split("=")[1] ?? 1)]));
const root = dirname(fileURLToPath(import.meta.url));
const kinds = { ".html": "text/html", ".js": "text/javascript", ".vrm": "model/gltf-binary" };
const server = createServer(async (request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
  try {
    const body = await readFile(path === "/avatar.vrm" ? avatar : join(root, path));
    response.writeHead(200, { "content-type": kinds[extname(path)] ?? "application/octet-stream" }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const places = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome"];
const browser = await chromium.launch({
  executablePath: places.find((place) => place && existsSync(place)),
  args: ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
});
const page = await browser.newPage({ viewport: { width: 960, height: 1080 } });
const faults = [];
page.on("pageerror", (fault) => faults.push(String(fault)));
page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
await page.goto(`http://127.0.0.1:${server.address().port}/portrait.html`);
await page.waitForFunction(() => window.draw);
const found = await page.evaluate((faces) => window.draw(faces), expressions);
await page.screenshot({ path: picture });
console.log(JSON.stringify({ ...found, faults }, null, 1));
await browser.close();
server.close();
process.exit(faults.length ? 1 : 0);
