// Pages that make it hard: the main job works on each, and the page notices nothing.
import { expect, test, type Page } from "@playwright/test";

import { Chat, picture } from "../chat.ts";

/// What leaks into the page: errors, unhandled rejections, words on the console.
function noise(page: Page): string[] {
  const heard: string[] = [];
  page.on("pageerror", (error) => heard.push(error.message));
  page.on("console", (message) => heard.push(message.text()));
  return heard;
}

async function mainJob(page: Page, address: string): Promise<Chat> {
  const chat = new Chat(page);
  await page.goto(address);
  await chat.open();
  await chat.ask("#1001, ana@example.com", /was delivered by DHL/);
  await chat.person.click();
  await chat.answered(/stays silent/);
  await chat.holdsItsNames();
  return chat;
}

test("an awful theme changes neither looks nor behaviour", async ({ page }, info) => {
  const heard = noise(page);
  const chat = await mainJob(page, "/?theme=awful");
  const launcher = await chat.launcher.boundingBox();
  expect([launcher?.width, launcher?.height]).toEqual([56, 56]);
  await expect(chat.send).toHaveCSS("visibility", "visible");
  await expect(chat.log).toHaveCSS("text-transform", "none");
  await picture(page, `${info.project.name}-awful-theme`);
  expect(heard).toEqual([]);
});

test("a strict content security policy with the documented directives is enough", async ({ page }) => {
  const heard = noise(page);
  await mainJob(page, "/?csp=strict");
  expect(heard).toEqual([]);
});

test("a policy without WebAssembly leaves the way to the shop", async ({ page }) => {
  await page.route("/", async (route) => {
    const answer = await route.fetch();
    const headers = { ...answer.headers(), "content-security-policy": `script-src 'self' 'unsafe-inline' ${process.env.SHOPDESK_WORKER}` };
    await route.fulfill({ response: answer, headers });
  });
  await page.goto("/");
  await new Chat(page).launcher.click();
  await expect(page.locator("shop-desk").getByRole("link", { name: "Contact us" })).toHaveAttribute("href", "/policies/contact-information");
});

test("where storage is blocked the conversation lives as long as the page", async ({ page }) => {
  const heard = noise(page);
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("blocked", "SecurityError");
        },
      });
    }
  });
  await mainJob(page, "/");
  expect(heard).toEqual([]);
});

test("a Worker that is gone leaves the way to the shop, and is found when it is back", async ({ page }) => {
  const heard = noise(page);
  await page.route(`${process.env.SHOPDESK_WORKER}/**`, (route) => route.abort());
  await page.goto("/");
  const chat = new Chat(page);
  await chat.launcher.click();
  await expect(page.locator("shop-desk").getByRole("link", { name: "Contact us" })).toBeVisible();
  await page.unroute(`${process.env.SHOPDESK_WORKER}/**`);
  await page.locator("shop-desk").getByRole("button", { name: "Try again" }).click();
  await expect(chat.input).toBeEditable();
  expect(heard.filter((text) => !text.startsWith("Failed to load resource"))).toEqual([]);
});

test("a Worker without sound settings says so, and the shop's address is given until it is mended", async ({ page }) => {
  let isMended = false;
  await page.route("**/v1/conversations", async (route) => {
    const headers = { "access-control-allow-origin": "*", "access-control-allow-headers": "content-type" };
    if (isMended) await route.continue();
    else await route.fulfill({ status: 503, headers, json: { error: { code: "unavailable", text: "support is unavailable right now" } } });
  });
  await page.goto("/");
  const chat = new Chat(page);
  await chat.open();
  await chat.say("hello");
  await expect(chat.panel.getByText("Support is unavailable right now. You can still reach us:").first()).toBeVisible();
  const mail = chat.panel.getByRole("link", { name: "help@kestrel-and-fern.example" });
  await expect(mail).toHaveAttribute("href", "mailto:help@kestrel-and-fern.example");
  await chat.holdsItsNames();
  isMended = true;
  await chat.answered(/look up an order/);
  await expect(mail).toBeHidden();
});

test("a Worker that answers HTML is not taken for one", async ({ page }) => {
  await page.route("**/v1/conversations", (route) => route.fulfill({ contentType: "text/html", body: "<h1>Hello</h1>" }));
  await page.goto("/");
  const chat = new Chat(page);
  await chat.open();
  await chat.say("hello");
  await expect(chat.log.getByRole("button", { name: "Try again" })).toBeVisible();
  await chat.holdsItsNames();
});

test("after a deploy, what this page does not know is told in words, and a reload is asked for only if it must be", async ({ page }) => {
  const heard = noise(page);
  await page.goto("/_demo/gallery/text");
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
  const chat = new Chat(page);
  const hear = (frame: object) => page.evaluate((frame) => (window as unknown as { gallery: { hear(frame: object): void } }).gallery.hear(frame), frame);
  await hear({ v: 1, weather: { sunny: true }, message: { seq: 5, author: "oracle", at: 1, parts: [{ text: "A map of the way.", map: { zoom: 3 } }] } });
  await chat.answered("A map of the way.");
  await expect(chat.panel.getByRole("button", { name: "Reload page" })).toHaveCount(0);
  await hear({ v: 2 });
  await expect(chat.panel.getByRole("button", { name: "Reload page" })).toBeVisible();
  await chat.holdsItsNames();
  expect(heard).toEqual([]);
});

test("the page gets one new name, and that is no global variable", async ({ page }) => {
  const globals = () => page.evaluate(() => Object.getOwnPropertyNames(window).sort());
  await page.route("**/assets/shopdesk.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  await page.goto("/");
  const without = await globals();
  await page.unroute("**/assets/shopdesk.js");
  await page.goto("/");
  await new Chat(page).open();
  expect(await globals()).toEqual(without);
  expect(await page.evaluate(() => typeof customElements.get("shop-desk"))).toBe("function");
});

test("a page that comes back from the browser's memory goes on", async ({ page }) => {
  const chat = new Chat(page);
  await page.goto("/");
  await chat.open();
  await chat.ask("hello", /look up an order/);
  await page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  });
  await chat.ask("what is your return policy?", /30 days/);
});
