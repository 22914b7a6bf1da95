// Starts the demo shop and says in one line where it listens.

import { readArguments } from './arguments.ts';
import { DemoShop } from './demo_shop.ts';

const { exitsWithStdin, ...options } = argumentsOrExit();
const shop = new DemoShop(options);

let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await shop.close();
  process.exit(0);
}
process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());
// Whoever started this holds the other end of stdin: when they are gone, so is the demo shop.
if (exitsWithStdin)
  process.stdin
    .on('end', () => void stop())
    .on('error', () => void stop())
    .resume();

try {
  console.log(JSON.stringify({ ready: true, ...(await shop.open()) }));
} catch (error) {
  console.error(`demo-shop: ${(error as Error).message}`);
  process.exit(1);
}

function argumentsOrExit(): ReturnType<typeof readArguments> {
  try {
    return readArguments(process.argv.slice(2));
  } catch (error) {
    console.error(`demo-shop: ${(error as Error).message}`);
    process.exit(2);
  }
}
