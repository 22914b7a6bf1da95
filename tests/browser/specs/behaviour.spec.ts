// What the chat does for somebody who closes it, reads back, buys, is heard, starts over or wants to be forgotten.
import { expect, test } from "@playwright/test";

import { Chat } from "../chat.ts";

const language = { de: "Nachricht", fr: "Message", es: "Mensaje", it: "Messaggio", nl: "Bericht", pt: "Mensagem", pl: "Wiadomość", sv: "Meddelande", da: "Besked", ja: "メッセージ", ar: "الرسالة" };

test("every language of the interface is there, and only the one in use is loaded", async ({ page }) => {
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(...(/locales\/(\w+)\.json/.exec(request.url())?.slice(1) ?? [])));
  for (const [code, message] of Object.entries(language)) {
    await page.goto(`/?locale=${code}`);
    await page.locator("shop-desk button").first().click();
    await expect(page.locator("shop-desk").getByRole("textbox", { name: message })).toBeEditable();
    await expect(page.locator("dialog")).toHaveAttribute("dir", code === "ar" ? "rtl" : "ltr");
  }
  expect(loaded).toEqual(Object.keys(language));
});

test("what was typed while the chat was loading is kept, and what was sent is sent", async ({ page }) => {
  let go = () => {};
  const held = new Promise<void>((done) => (go = done));
  await page.route("**/widget_bg.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/");
  const chat = new Chat(page);
  await chat.launcher.click();
  await chat.input.fill("hello");
  await chat.input.press("Enter");
  await chat.input.fill("and where is");
  go();
  await chat.answered(/look up an order/);
  await expect(chat.log.getByText("hello", { exact: true })).toHaveCount(1);
  await expect(chat.input).toHaveValue("and where is");
});

test("a draft survives closing, and the launcher says that something came", async ({ page }) => {
  const chat = new Chat(page);
  await page.goto("/_demo/gallery/unread");
  await expect(chat.launcher).toHaveAccessibleName(/\(2\)/);
  await chat.launcher.click();
  await expect(chat.launcher).not.toHaveAccessibleName(/\(/);
  await chat.input.fill("half a sentence");
  await page.keyboard.press("Escape");
  await expect(chat.panel).toBeHidden();
  await chat.launcher.click();
  await expect(chat.input).toHaveValue("half a sentence");
});

test("who reads back stays there, and is told of what came", async ({ page }) => {
  const chat = new Chat(page);
  await page.goto("/_demo/gallery/long");
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
  await expect(chat.log.getByText("Message 60.")).toBeInViewport();
  await chat.log.evaluate((log) => (log.scrollTop = 0));
  await page.evaluate(() => {
    const message = { seq: 61, author: "agent", at: 1, parts: [{ text: "Something new." }] };
    (window as unknown as { gallery: { hear(frame: object): void } }).gallery.hear({ v: 1, message });
  });
  const newer = chat.panel.getByRole("button", { name: "New messages" });
  await expect(newer).toBeVisible();
  expect(await chat.log.evaluate((log) => log.scrollTop)).toBe(0);
  await newer.click();
  await expect(chat.log.getByText("Something new.")).toBeInViewport();
  await expect(newer).toBeHidden();
});

test("a product with options goes into the theme's cart, and a refusal is told in the shop's words", async ({ page }) => {
  await page.goto("/_demo/gallery/products");
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
  const card = page.locator("shop-desk article").first();
  await card.getByRole("button", { name: "Add to cart" }).click();
  const choice = card.getByRole("combobox", { name: "Choose an option" });
  await expect(choice).toHaveValue("");
  await expect(card.getByRole("button", { name: "Add to cart" })).toHaveAttribute("aria-disabled", "true");
  await choice.selectOption({ index: 1 });
  await card.getByRole("button", { name: "Add to cart" }).click();
  await expect(card.getByText("Added to your cart.")).toBeVisible();
  await expect(card.getByRole("link", { name: "View cart" })).toHaveAttribute("href", "/cart");
  const cart = await (await page.request.get("/cart.js")).json();
  expect(cart.item_count).toBe(1);
  await page.route("**/cart/add.js", (route) => route.fulfill({ status: 422, json: { status: 422, message: "Cart Error", description: "Only two of these a person." } }));
  await card.getByRole("button", { name: "Add to cart" }).click();
  await card.getByRole("button", { name: "Add to cart" }).click();
  await expect(card.getByText("Only two of these a person.")).toBeVisible();
});

test("a form has the right keyboards and is sent as a line", async ({ page }) => {
  const chat = new Chat(page);
  await page.goto("/");
  await chat.open();
  await chat.ask("where is my parcel?", /order number/);
  const email = chat.log.getByRole("textbox", { name: "E-mail" });
  await expect(email).toHaveAttribute("autocomplete", "email");
  await expect(email).toHaveAttribute("type", "email");
  await chat.log.getByRole("textbox", { name: "Order number" }).fill("#1001");
  await email.fill("ana@example.com");
  await email.press("Enter");
  await chat.answered(/was delivered by DHL/);
  await expect(email).toBeHidden();
});

test("forgetting erases the conversation, and a reload finds nothing of it", async ({ page }) => {
  const chat = new Chat(page);
  await page.goto("/");
  await chat.open();
  await chat.ask("hello", /look up an order/);
  await chat.panel.getByRole("button", { name: "More options" }).click();
  await chat.panel.getByRole("button", { name: "Forget this conversation" }).click();
  await chat.panel.getByRole("button", { name: "Delete it" }).click();
  await expect(chat.panel.getByText("The conversation has been deleted.").first()).toBeVisible();
  await expect(chat.log.getByText("hello", { exact: true })).toHaveCount(0);
  expect(await page.evaluate(() => sessionStorage.getItem("shopdesk.conversation"))).toBeNull();
  await chat.ask("hello again", /look up an order/);
});

test("starting over begins another conversation, and the transcript can be saved", async ({ page }) => {
  const chat = new Chat(page);
  await page.goto("/");
  await chat.open();
  await chat.ask("hello", /look up an order/);
  await chat.panel.getByRole("button", { name: "More options" }).click();
  const saved = page.waitForEvent("download");
  await chat.panel.getByRole("button", { name: "Download conversation" }).click();
  const text = await (await (await saved).createReadStream()).toArray();
  expect(Buffer.concat(text).toString("utf8")).toMatch(/^You are chatting with an AI assistant[\s\S]*\nhello\n/);
  await chat.panel.getByRole("button", { name: "More options" }).click();
  await chat.panel.getByRole("button", { name: "Start over" }).click();
  await expect(chat.log.getByRole("listitem")).toHaveCount(0);
  await chat.ask("what is your return policy?", /30 days/);
});

test("a conversation outlives the tab only with consent, and says which it is", async ({ page }) => {
  const chat = new Chat(page);
  await page.goto("/");
  await chat.open();
  await chat.ask("hello", /look up an order/);
  await expect(chat.panel.getByText("This conversation ends when you close this tab.")).toBeAttached();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  const consent = (allowed: boolean) =>
    page.evaluate((allowed) => {
      const shopify = window as unknown as { Shopify: { customerPrivacy: object } };
      shopify.Shopify.customerPrivacy = { preferencesProcessingAllowed: () => allowed };
      document.dispatchEvent(new CustomEvent("visitorConsentCollected", { detail: { preferencesAllowed: allowed } }));
    }, allowed);
  await consent(true);
  await expect(chat.panel.getByText(/is kept on this device/)).toBeAttached();
  expect(await page.evaluate(() => localStorage.getItem("shopdesk.conversation"))).not.toBeNull();
  await consent(false);
  await expect(chat.panel.getByText("This conversation ends when you close this tab.")).toBeAttached();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("the element can be opened, asked and closed by the theme, and tells it", async ({ page }) => {
  const chat = new Chat(page);
  await page.goto("/");
  const heard = await page.evaluateHandle(() => {
    const heard: string[] = [];
    for (const name of ["open", "close", "message"]) document.addEventListener(`shopdesk:${name}`, () => heard.push(name));
    return heard;
  });
  await page.evaluate(() => (document.querySelector("shop-desk") as unknown as { ask(text: string): void }).ask("hello"));
  await chat.answered(/look up an order/);
  await page.evaluate(() => (document.querySelector("shop-desk") as unknown as { close(): void }).close());
  await expect(chat.panel).toBeHidden();
  expect([...new Set((await heard.jsonValue()) as string[])]).toEqual(["open", "message", "close"]);
});

test("in the theme editor it opens and connects to nothing", async ({ page }) => {
  const chat = new Chat(page);
  const opened: string[] = [];
  page.on("request", (request) => request.url().includes("/v1/") && opened.push(request.url()));
  await page.goto("/?design_mode=true");
  await chat.open();
  await chat.say("hello");
  await expect(chat.panel.getByText("This is a preview: nothing is sent from here.").first()).toBeVisible();
  expect(opened).toEqual([]);
});

test("a greeting is shown where the merchant wants one, asks for nothing, and stays away once dismissed", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("/?shopdesk_greeting=Hello%20there&shopdesk_questions=What%20is%20your%20return%20policy%3F", { waitUntil: "networkidle" });
  await expect(page.getByText("Hello there")).toBeVisible();
  expect(asked.filter((url) => url.startsWith(process.env.SHOPDESK_WORKER ?? "-"))).toEqual([]);
  await page.getByRole("button", { name: "Dismiss" }).click();
  await page.reload();
  await expect(page.getByText("Hello there")).toBeHidden();
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  await page.getByRole("button", { name: "What is your return policy?" }).click();
  await new Chat(page).answered(/30 days/);
});
