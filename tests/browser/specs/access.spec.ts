// Keyboard, screen reader, dark and narrow.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

import { Chat, picture } from "../chat.ts";

test("the main job by keyboard alone", async ({ page, isMobile }) => {
  const chat = new Chat(page);
  await page.goto("/");
  await chat.launcher.focus();
  await page.keyboard.press("Enter");
  await expect(chat.input).toBeVisible();
  // On a phone the panel has the focus first: the keyboard would cover what has to be read.
  if (isMobile) await expect(chat.panel).toBeFocused();
  for (let steps = 0; isMobile && steps < 8 && !(await chat.input.evaluate((input) => input.matches(":focus"))); steps++) {
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

test.describe(() => {
  // Text grows in desktop browsers; a phone magnifies the picture of the page instead.
  test.use({ isMobile: false, hasTouch: false, deviceScaleFactor: 1 });

  test("the main job at 320 pixels and twice the size of text", async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const chat = new Chat(page);
    await page.goto("/");
    await chat.launcher.focus();
    await page.keyboard.press("Enter");
    await expect(chat.input).toBeEditable();
    await page.evaluate(() => (document.documentElement.style.zoom = "2"));
    await chat.ask("#1001, ana@example.com", /was delivered by DHL/);
    await chat.person.click();
    await chat.answered(/stays silent/);
    const overflow = await chat.log.evaluate((log) => log.scrollWidth - log.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await chat.holdsItsNames();
  });
});

test("an answer in another language than the page says which", async ({ page }) => {
  const chat = new Chat(page);
  await page.goto("/");
  await chat.open();
  await chat.say("wo ist meine Bestellung?");
  const answer = chat.log.getByRole("listitem").filter({ has: page.locator("[lang=de]") });
  await expect(answer.getByText(/Bestellnummer/).first()).toBeVisible();
  await chat.say("where is my order?");
  await expect(chat.log.getByRole("listitem").last().getByText(/order number/i).first()).toBeVisible();
  await expect(answer).toHaveCount(1);
});

test("a conversation reads well where it is only heard", async ({ page }) => {
  await page.goto("/_demo/gallery/agent");
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
  await expect(new Chat(page).log).toMatchAriaSnapshot(`
    - log "Conversation":
      - paragraph: You are chatting with an AI assistant. It answers from this shop's own records and can still be wrong. A person is one press away at any time.
      - paragraph: This conversation ends when you close this tab.
      - link "How your data is used":
        - /url: /policies/privacy-policy
      - list:
        - listitem:
          - text: "You:"
          - paragraph: I want to talk to somebody
          - paragraph:
            - time: Nov 20, 12:01 PM
            - text: Sent
        - listitem:
          - paragraph: You asked for a person.
          - paragraph:
            - time: Nov 20, 12:02 PM
        - listitem:
          - paragraph: Mira has joined.
          - paragraph:
            - time: Nov 20, 12:03 PM
        - listitem:
          - text: Mira
          - paragraph: Hi, this is Mira. I have your order in front of me.
          - paragraph:
            - time: Nov 20, 12:04 PM
            - button "Copy"
        - listitem:
          - text: Mira
          - paragraph: Das klären wir gleich.
          - paragraph:
            - time: 20. Nov., 12:05
            - button "Copy"
  `);
});
