// The main job: from the storefront page to the carrier scan and to a person.
import { expect, test } from "@playwright/test";

import { Chat, DemoShop, picture } from "../chat.ts";

test("nothing is requested or stored before the launcher is used", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("/", { waitUntil: "networkidle" });
  const chat = new Chat(page);
  await expect(chat.launcher).toBeVisible();
  const worker = process.env.SHOPDESK_WORKER ?? "";
  expect(asked.filter((url) => url.startsWith(worker))).toEqual([]);
  const stored = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie.includes("shopdesk")]);
  expect(stored).toEqual([0, 0, false]);
});

test("a shopper finds an order, a product, a rule and a person, and finds it all again after a reload", async ({ page }, info) => {
  const chat = new Chat(page);
  const shot = (name: string) => picture(page, `${info.project.name}-${name}`);
  const shop = new DemoShop(page);
  await page.request.delete("/_demo/hand-offs");

  await page.goto("/");
  await chat.open();
  await expect(chat.panel.getByText(/AI assistant/).first()).toBeVisible();
  await chat.holdsItsNames();
  await shot("1-opened");

  await chat.ask("hi, where's my parcel?", /order number/);
  await chat.ask("it's 1002", /e-mail address or postcode/);
  await chat.ask("ben@example.com", /delayed/);
  await expect(chat.log.getByText(/Memphis/).first()).toBeVisible();
  await expect(chat.log.getByText(/22 November|expected/).first()).toBeVisible();
  const track = chat.log.getByRole("link", { name: /Track/ }).first();
  await expect(track).toHaveAttribute("href", /^https:\/\/www\.fedex\.com\//);
  await shot("2-order");

  await chat.ask("and #1006? my postcode is 2100", /Parcel 2 of 2/);
  await expect(chat.log.getByText(/Parcel 1 of 2/).first()).toBeVisible();
  await shot("3-two-parcels");

  await chat.ask("do you have anything waterproof for hiking, under 150?", /€/);
  await shot("4-products");
  await chat.ask("what is your return policy?", /30 days/);
  await expect(chat.log.getByRole("link", { name: /Returns and refunds/ })).toHaveAttribute("href", /\/policies\/refund-policy$/);
  await shot("5-policy");

  await chat.person.click();
  await chat.answered(/stays silent/);
  await chat.holdsItsNames();
  await shot("6-handed-over");
  await expect.poll(async () => (await shop.handOffs()).length).toBe(1);
  const [handOff] = await shop.handOffs();
  expect(handOff?.payload.shopdesk.reason).toBe("asked");
  expect(handOff?.payload.shopdesk.order?.number).toBe("#1006");
  expect(handOff?.payload.shopdesk.transcript.map((line) => line.text)).toContain("ben@example.com");

  // Silent from now on: the line is kept, and nothing answers it.
  await chat.say("hello? where is my order #1002?");
  const lines = await chat.log.getByRole("listitem").count();

  await page.reload();
  if (!(await chat.panel.isVisible().catch(() => false))) {
    if (await chat.launcher.isVisible()) await chat.launcher.click();
  }
  await expect(chat.log.getByText("hello? where is my order #1002?")).toBeVisible();
  await expect(chat.log.getByText("hi, where's my parcel?")).toBeVisible();
  await expect(chat.log.getByRole("listitem")).toHaveCount(lines);
  await chat.holdsItsNames();
  await shot("7-after-reload");
});

test("on a product page, this is the product", async ({ page }, info) => {
  const chat = new Chat(page);
  await page.goto("/products/ridgeline-rain-jacket");
  await chat.open();
  await chat.ask("is this available in M?", /Ridgeline Rain Jacket in M is available/);
  await expect(chat.log.getByText(/€139\.00/).first()).toBeVisible();
  await picture(page, `${info.project.name}-8-product-page`);
});

test("everything in one message, in any order", async ({ page }) => {
  const chat = new Chat(page);
  await page.goto("/");
  await chat.open();
  await chat.ask("75011 is my postcode and the order is 1003, where is it?", /out for delivery/);
});

test("a wrong e-mail reads like an unknown order", async ({ page }) => {
  const chat = new Chat(page);
  await page.goto("/");
  await chat.open();
  await chat.ask("#1002 mallory@example.com", /can't find an order #1002/);
  await chat.ask("#8765 mallory@example.com", /can't find an order #8765/);
});

test("an answer longer than the panel is shown from its question on", async ({ page }) => {
  const chat = new Chat(page);
  await page.goto("/");
  await chat.open();
  await chat.ask("hello", /What can I do/);
  await chat.ask("where is #1006? my postcode is 2100", /Parcel 2 of 2/);
  const question = chat.log.getByText("where is #1006? my postcode is 2100").last();
  await expect(question).toBeInViewport({ ratio: 1 });
  const hidden = await chat.log.evaluate((log) => log.scrollHeight - log.scrollTop - log.clientHeight);
  expect(hidden, "the answer is longer than the panel").toBeGreaterThan(0);
  await chat.person.click();
  await expect(chat.log.getByText(/stays silent/)).toBeInViewport({ ratio: 1 });
  await chat.say("thanks");
  await expect(chat.log.getByText("thanks", { exact: true })).toBeInViewport({ ratio: 1 });
});
