// What a long conversation costs: one message more, at a quarter of the processor's speed.
import { expect, test } from "@playwright/test";

interface Gallery {
  gallery: { hear(frame: object): void };
}

test("with 500 messages, one more costs less than four milliseconds", async ({ page }) => {
  await page.goto("/_demo/gallery/text");
  await page.locator("html[data-ready]").waitFor({ state: "attached" });
  await page.evaluate(() => {
    const { gallery } = window as unknown as Gallery;
    for (let seq = 5; seq <= 500; seq++) {
      const author = seq % 2 ? "shopper" : "assistant";
      gallery.hear({ v: 1, message: { seq, ...(seq % 2 ? { id: `line-${seq}` } : {}), author, at: seq * 1000, parts: [{ text: `Message ${seq}. It goes on for a while.` }] } });
    }
  });
  await expect(page.locator("shop-desk").getByRole("listitem")).toHaveCount(500);
  await page.evaluate(() => new Promise((rested) => requestIdleCallback(rested)));
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const costs = await page.evaluate(async () => {
    const { gallery } = window as unknown as Gallery;
    const rows = document.querySelector("shop-desk")!.shadowRoot!.querySelector(".rows")!;
    const costs: number[] = [];
    for (let seq = 501; seq < 530; seq++) {
      const before = rows.childElementCount;
      const added = new Promise<number>((done) => {
        new MutationObserver((_, observer) => {
          observer.disconnect();
          // From the frame's arrival to its row in the document, before layout.
          done(performance.now());
        }).observe(rows, { childList: true });
      });
      let arrived = 0;
      const parse = JSON.parse;
      JSON.parse = (text, ...rest) => {
        arrived ||= performance.now();
        return parse(text, ...rest);
      };
      gallery.hear({ v: 1, message: { seq, author: "assistant", at: seq * 1000, parts: [{ text: `Message ${seq}.` }] } });
      costs.push((await added) - arrived);
      JSON.parse = parse;
      if (rows.childElementCount !== before + 1) throw new Error("not one row more");
      await new Promise((next) => requestIdleCallback(next));
    }
    return costs.sort((one, other) => one - other);
  });
  const middle = costs[Math.floor(costs.length / 2)] ?? Number.NaN;
  console.log(`appending to 500 messages: ${middle.toFixed(1)} ms (median of ${costs.length})`);
  const frames = await page.evaluate(async () => {
    const log = document.querySelector("shop-desk")!.shadowRoot!.querySelector("[role=log]")!;
    const gaps: number[] = [];
    let last = performance.now();
    for (let top = log.scrollHeight; top > 0 && gaps.length < 60; top -= 200) {
      log.scrollTop = top;
      await new Promise((next) => requestAnimationFrame(next));
      gaps.push(performance.now() - last);
      last = performance.now();
    }
    return gaps.sort((one, other) => one - other);
  });
  const slow = frames[Math.floor(frames.length * 0.9)] ?? Number.NaN;
  console.log(`scrolling 500 messages: nine of ten frames within ${slow.toFixed(0)} ms`);
  expect(middle).toBeLessThan(4);
  expect(slow).toBeLessThan(34);
});

test("nothing on the page moves when the launcher is drawn and the panel opens", async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    const note = (entries: PerformanceEntryList) => shifts.push(...entries.map((entry) => (entry as unknown as { value: number }).value));
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: "layout-shift", buffered: true });
    Object.assign(window, { settle: () => note(observer.takeRecords()) });
  });
  await page.goto("/", { waitUntil: "networkidle" });
  await page.locator("shop-desk button").first().click();
  await page.locator("shop-desk [role=log]").waitFor();
  const shifts = await page.evaluate(async () => {
    await new Promise((rested) => requestIdleCallback(rested));
    const { shifts, settle } = window as unknown as { shifts: number[]; settle(): void };
    settle();
    return shifts;
  });
  expect(shifts).toEqual([]);
});
