// Keyboard, screen reader, dark and narrow.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

import { Chat, picture } from "../chat.ts";

test("the main job by keyboard alone", async ({ page }) => {
  const chat = new Chat(page);
  await page.goto("/");
  await chat.launcher.focus();
  await page.keyboard.press("Enter");
  await expect(chat.input).toBeVisible();
  // On a phone the panel has the focus first: the keyboard would cover what has to be read.
  for (let steps = 0; steps < 8 && !(await chat.input.evaluate((input) => input.matches(":focus"))); steps++) {
    await page.keyboard.press("Tab");
  }
  await expect(chat.input).toBeFocused();
  await page.keyboard.type("#1001, ana@example.com");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("thanks");
  await page.keyboard.press("Enter");
  await chat.answered(/was delivered by DHL/);
  await page.keyboard.press("Escape");
  await expect(chat.panel).toBeHidden();
  await expect(chat.launcher).toBeFocused();
});

for (const scheme of ["light", "dark"] as const) {
  test(`no accessibility violation in ${scheme}: empty, answered, handed over`, async ({ page }, info) => {
    await page.emulateMedia({ colorScheme: scheme });
    const chat = new Chat(page);
    await page.goto("/");
    await chat.open();
    const check = async () => {
      const found = await new AxeBuilder({ page }).include("shop-desk").analyze();
      expect(found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" | ")}`)).toEqual([]);
    };
    await check();
    await chat.ask("#1006 2100", /Parcel 2 of 2/);
    await chat.ask("do you have tents?", /€/);
    await check();
    await picture(page, `${info.project.name}-${scheme}-answered`);
    await chat.person.click();
    await chat.answered(/stays silent/);
    await check();
    await picture(page, `${info.project.name}-${scheme}-handed-over`);
  });
}

test("at 320 pixels nothing is cut off", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const chat = new Chat(page);
  await page.goto("/");
  await chat.open();
  await chat.ask("#1002, ben@example.com", /Memphis/);
  const overflow = await chat.log.evaluate((log) => log.scrollWidth - log.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await picture(page, "narrow");
});
