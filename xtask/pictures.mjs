// Takes the pictures of README.md and docs/theming.md, and the frames of the animation, of a running stack.
//
//     node xtask/pictures.mjs STOREFRONT DIRECTORY
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [storefront, directory] = process.argv.slice(2);
const desktop = { width: 1080, height: 720 };
const phone = { width: 390, height: 760 };
const order = "Where is my order #1002? My e-mail is ben@example.com";
const wish = "a waterproof jacket under 150?";

rmSync(directory, { recursive: true, force: true });
mkdirSync(join(directory, "frames"), { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.SHOPDESK_CHROMIUM || undefined, args: ["--no-sandbox", "--disable-gpu"] });

await picture("launcher", desktop, "light", "/?shopdesk_greeting=Questions%3F%20Ask%20away.&shopdesk_questions=Where%20is%20my%20order%3F", async (page) => {
  await page.getByText("Ask away.").waitFor();
});
for (const [name, size] of Object.entries({ desktop, phone })) {
  for (const scheme of ["light", "dark"]) {
    await picture(`order-${name}-${scheme}`, size, scheme, "/products/ridgeline-rain-jacket", (page) => asked(page, order, "section.parcel"));
  }
}
await picture("products", desktop, "light", "/", (page) => asked(page, wish, "article.product"));
await picture("hand-off", phone, "light", "/", async (page) => {
  await asked(page, order, "section.parcel");
  await handedOver(page);
});
await picture("awful-theme", desktop, "light", "/?theme=awful", (page) => asked(page, order, "section.parcel"));
await animation();
await browser.close();

async function picture(name, size, scheme, path, act) {
  const page = await opened(size, scheme, path);
  await act(page);
  await settled(page);
  await page.screenshot({ path: join(directory, `${name}.png`), animations: "disabled", caret: "hide" });
  await page.context().close();
}

// The main job on a phone, frame by frame: as many of each as it should stay.
async function animation() {
  const page = await opened(phone, "light", "/");
  let taken = 0;
  const stay = async (frames) => {
    await settled(page);
    for (; frames > 0; frames--) {
      const path = join(directory, "frames", `${String(taken++).padStart(3, "0")}.png`);
      await page.screenshot({ path, animations: "disabled", caret: "hide" });
    }
  };
  await stay(4);
  await launcher(page).click();
  await composer(page).waitFor();
  await stay(3);
  for (const [line, answer] of [[order, "section.parcel"], [wish, "article.product"]]) {
    for (let typed = 6; typed < line.length + 6; typed += 6) {
      await composer(page).fill(line.slice(0, typed));
      await stay(1);
    }
    await composer(page).press("Enter");
    await desk(page).locator(answer).first().waitFor();
    await stay(12);
  }
  await handedOver(page);
  await stay(12);
  await page.context().close();
}

async function opened(viewport, colorScheme, path) {
  const isPhone = viewport === phone;
  const context = await browser.newContext({ viewport, colorScheme, deviceScaleFactor: isPhone ? 2 : 1.5, isMobile: isPhone, hasTouch: isPhone, locale: "en-GB", reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(storefront + path, { waitUntil: "networkidle" });
  return page;
}

async function asked(page, line, answer) {
  await launcher(page).click();
  await composer(page).fill(line);
  await composer(page).press("Enter");
  await desk(page).locator(answer).first().waitFor();
}

async function handedOver(page) {
  await desk(page).getByRole("button", { name: "Talk to a person" }).click();
  await desk(page).locator("li.notice").first().waitFor();
}

// Every picture in view has arrived, and a frame was drawn since.
async function settled(page) {
  await page.evaluate(async () => {
    const pictures = [...(document.querySelector("shop-desk")?.shadowRoot?.querySelectorAll("img") ?? [])];
    for (const picture of pictures) picture.loading = "eager";
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
    for (let frames = 0; frames < 2; frames++) await new Promise((drawn) => requestAnimationFrame(drawn));
  });
}

function desk(page) {
  return page.locator("shop-desk");
}

function launcher(page) {
  return page.getByRole("button", { name: /AI assistant/ });
}

function composer(page) {
  return desk(page).locator("#sd-message");
}
