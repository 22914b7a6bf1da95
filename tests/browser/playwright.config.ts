// Browser tests: a real Chromium against the whole stack, which `cargo xtask test browser` starts.
//
// SHOPDESK_RUN says what runs. `tests`, the default: the specs, and half of the gallery, light on a desktop and dark on a
// phone. `gallery`: all of it. `budgets`: what the chat costs a page.
import { defineConfig } from "@playwright/test";

const needed = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run \`cargo xtask test browser\``);
  return value;
};

const chromium = process.env.SHOPDESK_CHROMIUM;
const run = process.env.SHOPDESK_RUN ?? "tests";
const half = (title: RegExp) => (run === "gallery" ? {} : { grepInvert: title });
const desktop = { name: "desktop", use: { viewport: { width: 1280, height: 800 } } };
const phone = { name: "phone", use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } };

export default defineConfig({
  testDir: ".",
  testMatch: { tests: ["specs/*.spec.ts", "gallery/*.spec.ts"], gallery: ["gallery/*.spec.ts"], budgets: ["budgets/*.spec.ts"] }[run] ?? [],
  outputDir: "results",
  // One stack, one shop: tests that switch faults must not meet each other.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    baseURL: needed("SHOPDESK_STOREFRONT"),
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
    trace: run === "budgets" ? "off" : "retain-on-failure",
  },
  projects: run === "budgets" ? [desktop] : [{ ...desktop, ...half(/, dark$/) }, { ...phone, ...half(/, light$/) }],
});
