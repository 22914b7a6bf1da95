// What the chat costs a page by Lighthouse: a product page of the demo shop's heavy theme, as a phone sees it, with and
// without the snippet in turn, so that a busier minute falls on both.
//
//     node xtask/lighthouse.mjs STOREFRONT PAIRS
//
// Prints every score and the medians, and fails where those differ by more than a point. Fewer than three pairs only show
// that it runs: they are all noise.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [storefront, pairs] = process.argv.slice(2);
const product = `${storefront}/products/ridgeline-rain-jacket?theme=heavy`;
// The snippet's own setting leaves it out.
const pages = { without: `${product}&shopdesk_hidden_on=product`, with: product };
const METRICS = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "speed-index"];
const MOST_APART = 1;
const FEWEST_JUDGED = 3;

const measured = { with: [], without: [] };
for (let pair = 0; pair < Number(pairs); pair++) {
  // Whoever comes second finds a warmer machine: they take turns at that, too.
  for (const which of pair % 2 ? ["with", "without"] : ["without", "with"]) {
    const result = await audited(pages[which]);
    const hasChat = result.audits["network-requests"].details.items.some(({ url }) => url.endsWith("/shopdesk.js"));
    if (hasChat !== (which === "with")) throw new Error(`the page ${which} the snippet is not that`);
    measured[which].push(result);
    console.log(`${which.padEnd(8)} ${score(result).toFixed(0).padStart(4)}  ${METRICS.map((name) => `${name} ${result.audits[name].displayValue}`).join(", ")}`);
  }
}
const [withChat, withoutChat] = [measured.with, measured.without].map((all) => median(all.map(score)));
console.log(`performance, median of ${pairs}: ${withChat.toFixed(0)} with the snippet, ${withoutChat.toFixed(0)} without it, ${(withChat - withoutChat).toFixed(0)} apart`);
for (const name of METRICS) {
  const [one, other] = [measured.with, measured.without].map((all) => median(all.map((result) => result.audits[name].numericValue)));
  console.log(`  ${name}: ${one.toFixed(3)} with, ${other.toFixed(3)} without`);
}
process.exitCode = pairs >= FEWEST_JUDGED && Math.abs(withChat - withoutChat) > MOST_APART ? 1 : 0;

async function audited(url) {
  // A browser of its own each time, so that nothing is kept from one to the next.
  const chrome = await launch({ chromePath: process.env.SHOPDESK_CHROMIUM || undefined, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
  try {
    const run = await lighthouse(url, { port: chrome.port, onlyCategories: ["performance"], logLevel: "error" });
    const { lhr } = run;
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    return lhr;
  } finally {
    await chrome.kill();
  }
}

function score(result) {
  return result.categories.performance.score * 100;
}

function median(all) {
  return all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)];
}
