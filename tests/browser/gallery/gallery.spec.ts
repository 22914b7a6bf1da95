// Every state of the chat, driven by frames: axe finds nothing, the names hold, and there is a picture of each to look
// at, in `target/gallery`.
import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

import { Chat } from "../chat.ts";

interface State {
  hold?: string;
  closed?: boolean;
  locale?: string;
}

const file = new URL("../../../demo-shop/gallery/states.json", import.meta.url);
const states = Object.entries(JSON.parse(readFileSync(file, "utf8")) as Record<string, State>);

for (const scheme of ["light", "dark"] as const) {
  for (const [name, state] of states) {
    test(`${name}, ${scheme}`, async ({ page }, info) => {
      const noise: string[] = [];
      page.on("pageerror", (error) => noise.push(error.message));
      page.on("console", (message) => noise.push(message.text()));
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      await page.goto(`/_demo/gallery/${name}`);
      await page.locator("html[data-ready]").waitFor({ state: "attached" });
      const chat = new Chat(page);
      if (!state.closed) await expect(page.locator("dialog")).toBeVisible();
      if (!state.closed && !state.hold && !state.locale) await chat.holdsItsNames();
      await page.screenshot({ path: `target/gallery/${info.project.name}-${scheme}-${name}.png`, animations: "disabled" });
      const found = await new AxeBuilder({ page }).include("shop-desk").analyze();
      expect(found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => `${node.html} ${node.failureSummary}`).join(" | ")}`)).toEqual([]);
      expect(noise.filter((text) => !text.startsWith("Failed to load resource"))).toEqual([]);
    });
  }
}
