// Browser tests: a real Chromium against the whole stack, which `cargo xtask test browser` starts.
import { defineConfig } from "@playwright/test";

const needed = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run \`cargo xtask test browser\``);
  return value;
};

const chromium = process.env.SHOPDESK_CHROMIUM;

export default defineConfig({
  testDir: ".",
  testMatch: ["specs/**/*.spec.ts", "gallery/**/*.spec.ts"],
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
    trace: "retain-on-failure",
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1280, height: 800 } } },
    { name: "phone", use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } },
  ],
});
