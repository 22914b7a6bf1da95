// What can go wrong between a shopper and an answer, and what they see of it.
import { expect, test } from "@playwright/test";

import { Chat, DemoShop, picture } from "../chat.ts";

test.afterEach(async ({ page }) => {
  await new DemoShop(page).recover();
});

test("an outage is said, a person offered, and the conversation goes on when it is over", async ({ page }, info) => {
  const chat = new Chat(page);
  const shop = new DemoShop(page);
  await page.goto("/");
  await chat.open();
  await shop.fail("admin", "error");
  await chat.ask("#1002, ben@example.com", /can't reach the shop's order records/);
  await expect(chat.log.getByRole("button", { name: "Yes, please" })).toBeVisible();
  await picture(page, `${info.project.name}-outage`);
  await shop.recover();
  await chat.ask("where is my order?", /Memphis/);
});

test("while a lookup runs the shopper sees that, and the answer takes its place", async ({ page }, info) => {
  const chat = new Chat(page);
  await page.goto("/");
  await chat.open();
  await new DemoShop(page).fail("admin", "slow", 1_500);
  await chat.say("#1002, ben@example.com");
  await expect(chat.panel.getByText("Reading your order…").first()).toBeVisible();
  await picture(page, `${info.project.name}-looking`);
  await chat.answered(/Memphis/);
  await expect(chat.panel.getByText("Reading your order…")).toHaveCount(0);
});

test("a line written offline waits, and is sent once when the network is back", async ({ page, context }, info) => {
  const chat = new Chat(page);
  await page.goto("/");
  await chat.open();
  await chat.ask("hello", /look up an order/);
  await context.setOffline(true);
  await chat.say("what is your return policy?");
  await chat.holdsItsNames();
  await picture(page, `${info.project.name}-offline`);
  await context.setOffline(false);
  await chat.answered(/30 days/);
  await expect(chat.log.getByText("what is your return policy?", { exact: true })).toHaveCount(1);
});

test("text that is too long stays, and says why", async ({ page }, info) => {
  const chat = new Chat(page);
  await page.goto("/");
  await chat.open();
  await chat.input.fill("x".repeat(5_000));
  await expect(chat.panel.getByText(/Too long by 1,?000 characters/)).toBeVisible();
  await chat.input.press("Enter");
  await expect(chat.log.getByText("xxx")).toHaveCount(0);
  await expect(chat.input).toHaveValue("x".repeat(5_000));
  await chat.holdsItsNames();
  await picture(page, `${info.project.name}-too-long`);
});

test("markup, Liquid, right-to-left and emoji are text and run nowhere", async ({ page }, info) => {
  const chat = new Chat(page);
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto("/products/markup-test-mug");
  await chat.open();
  const hostile = '<img src=x onerror="alert(1)"><script>alert(2)</script> {{ shop.name }} \u202eقلب 🧥';
  await chat.say(hostile);
  await chat.ask("tell me more about this", /stoneware/i);
  await expect(chat.log.getByText("<b>Bold</b> Mug {{ shop.name }} & Co").first()).toBeVisible();
  await page.goto("/_demo/hand-offs");
  expect(dialogs).toEqual([]);
  await picture(page, `${info.project.name}-markup`);
});

test("a second tab sees the same conversation as it goes", async ({ page, context }) => {
  const chat = new Chat(page);
  await page.goto("/");
  await chat.open();
  await chat.ask("hello", /look up an order/);
  const [other] = await Promise.all([context.waitForEvent("page"), page.evaluate(() => void window.open("/", "_blank"))]);
  const second = new Chat(other);
  await other.waitForLoadState();
  if (!(await second.panel.isVisible())) await second.launcher.click();
  await expect(second.log.getByText("hello", { exact: true })).toBeVisible();
  await chat.ask("what is your return policy?", /30 days/);
  await second.answered(/30 days/);
});

test("when an order is proven in one tab, the other goes on, and what was noted before opens nothing", async ({ page, context }) => {
  const chat = new Chat(page);
  await page.goto("/");
  await chat.open();
  await chat.ask("hello", /look up an order/);
  const stored = (of: typeof page) => of.evaluate(() => sessionStorage.getItem("shopdesk.conversation"));
  const noted = await stored(page);
  const [other] = await Promise.all([context.waitForEvent("page"), page.evaluate(() => void window.open("/", "_blank"))]);
  const second = new Chat(other);
  await other.waitForLoadState();
  if (!(await second.panel.isVisible())) await second.launcher.click();
  await expect(second.log.getByText("hello", { exact: true })).toBeVisible();
  await chat.ask("#1002, ben@example.com", /Memphis/);
  await second.answered(/Memphis/);
  await expect.poll(() => stored(other)).toBe(await stored(page));
  expect(await stored(page)).not.toBe(noted);
  await second.ask("where is my order?", /Memphis/);
  await page.reload();
  if (!(await chat.panel.isVisible())) await chat.launcher.click();
  await chat.answered(/Memphis/);

  const stranger = await context.browser()!.newPage();
  await stranger.goto(new URL("/", page.url()).href);
  await stranger.evaluate((noted) => sessionStorage.setItem("shopdesk.conversation", noted!), noted);
  await stranger.reload();
  const strange = new Chat(stranger);
  await stranger.locator("shop-desk button").first().click();
  await expect(strange.panel.getByText(/no longer available/).first()).toBeVisible();
  await expect(strange.log.getByText(/Memphis/)).toHaveCount(0);
  await stranger.close();
});

test("where the app cannot load, the way to a person is still there", async ({ page }, info) => {
  await page.route("**/widget/*.wasm", (route) => route.abort());
  await page.goto("/");
  const chat = new Chat(page);
  await chat.launcher.click();
  await expect(page.getByRole("link", { name: /contact/i }).last()).toBeVisible();
  await picture(page, `${info.project.name}-no-wasm`);
});
