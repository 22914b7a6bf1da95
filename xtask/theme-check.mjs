// Checks Shopify's way what `shopify/` gives to a shop: the extension with the configuration for extensions, and the
// snippet inside demo-shop's theme, put together as docs/theming.md tells a merchant to, with the recommended one.
// Prints every offense and fails on errors and warnings.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { check } from "@shopify/theme-check-node";

const root = resolve(import.meta.dirname, "..");
const theme = join(root, "target/theme-check/theme");
const extension = join(root, "target/theme-check/extension");

rmSync(join(root, "target/theme-check"), { recursive: true, force: true });
mkdirSync(theme, { recursive: true });
cpSync(join(root, "demo-shop/theme"), theme, { recursive: true });
cpSync(join(root, "shopify/snippets"), join(theme, "snippets"), { recursive: true });
cpSync(join(root, "assets/loader.js"), join(theme, "assets/shopdesk.js"));
const read = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {});
for (const name of readdirSync(join(theme, "locales"))) {
  const texts = { ...read(join(theme, "locales", name)), ...read(join(root, "shopify/locales", name)) };
  writeFileSync(join(theme, "locales", name), JSON.stringify(texts));
}
// Of its own folder: theme check looks for a configuration upwards.
cpSync(join(root, "shopify/extensions/shopdesk"), extension, { recursive: true });

let wrong = 0;
for (const [folder, config] of [
  [extension, "theme-check:theme-app-extension"],
  [theme, "theme-check:recommended"],
]) {
  const offenses = await check(folder, config);
  for (const { severity, check, uri, start, message } of offenses) {
    const kind = ["error", "warning", "hint"][severity];
    console.log(`${kind} ${check} ${uri.slice(uri.indexOf("theme-check/") + 12)}:${start.line + 1} ${message}`);
    if (severity < 2) wrong++;
  }
  console.log(`${config}: ${offenses.length} offenses`);
}
process.exit(wrong ? 1 : 0);
