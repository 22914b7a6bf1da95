// The chat as a shopper meets it: by accessible names alone, which hold in every state.
import { expect, type Locator, type Page } from "@playwright/test";

export class Chat {
  readonly launcher: Locator;
  readonly panel: Locator;
  readonly log: Locator;
  readonly input: Locator;
  readonly send: Locator;
  readonly person: Locator;

  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.launcher = page.getByRole("button", { name: /AI assistant/ });
    this.panel = page.getByRole("dialog", { name: /AI assistant/ });
    this.log = this.panel.getByRole("log");
    this.input = this.panel.getByRole("textbox", { name: /Message/ });
    this.send = this.panel.getByRole("button", { name: /^Send/ });
    this.person = this.panel.getByRole("button", { name: "Talk to a person" });
  }

  async open(): Promise<void> {
    await this.launcher.click();
    await expect(this.input).toBeEditable();
  }

  /// Sends a line and waits until it stands in the log.
  async say(text: string): Promise<void> {
    await this.input.fill(text);
    await this.send.click();
    await expect(this.log.getByText(text, { exact: true }).last()).toBeVisible();
  }

  /// Sends a line and waits for words of the answer.
  async ask(text: string, answer: string | RegExp): Promise<void> {
    await this.say(text);
    await this.answered(answer);
  }

  async answered(answer: string | RegExp): Promise<void> {
    await expect(this.log.getByText(answer).last()).toBeVisible();
  }

  /// Exactly one of each, whatever the state.
  async holdsItsNames(): Promise<void> {
    await expect(this.send).toHaveCount(1);
    await expect(this.person).toHaveCount(1);
    await expect(this.input).toHaveCount(1);
    await expect(this.log).toHaveCount(1);
  }
}

/// The demo shop's controls.
export class DemoShop {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async fail(upstream: "admin" | "storefront_api" | "hand_offs", fault: string, delayMs?: number): Promise<void> {
    const answer = await this.page.request.put(`/_demo/faults/${upstream}`, { data: { fault, delay_ms: delayMs } });
    expect(answer.ok()).toBe(true);
  }

  async recover(): Promise<void> {
    expect((await this.page.request.delete("/_demo/faults")).ok()).toBe(true);
  }

  async handOffs(): Promise<{ payload: { shopdesk: { reason: unknown; order?: { number: string }; transcript: { text: string }[] } } }[]> {
    return (await this.page.request.get("/_demo/hand-offs.json")).json();
  }
}

/// Keeps a picture of the page as it stands, for people to look at.
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `tests/browser/results/pictures/${name}.png`, animations: "disabled" });
}
