// The desk's WASM under Node: what a line takes, or what the first one takes in a process that never saw it.
//
// Reads one request on standard input, prints one answer. Each call takes over its line as the Worker's do.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

interface Desk {
  initSync(options: { module: WebAssembly.Module }): unknown;
  begin(line: string): number;
}

interface Request {
  /** Where wasm-bindgen left the module and its glue. */
  module: string;
  /** None: only the start is timed, by the first line. */
  rounds: number;
  lines: string[];
}

const { module, rounds, lines } = (await json(process.stdin)) as Request;
const bytes = readFileSync(join(module, "desk_bg.wasm"));
const desk = (await import(pathToFileURL(join(module, "desk.js")).href)) as Desk;

const timed = (work: () => unknown): number => {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1000;
};

/** A module that nobody has used answers as slowly as it ever will. */
function started(line: string) {
  let compiled: WebAssembly.Module | undefined;
  const compile = timed(() => (compiled = new WebAssembly.Module(bytes)));
  const first = timed(() => {
    desk.initSync({ module: compiled! });
    desk.begin(line);
  });
  const warm = Math.min(...Array.from({ length: 20 }, () => timed(() => desk.begin(line))));
  return { compile, first, warm };
}

const start = started(lines[0]!);
// V8 compiles anew what runs often.
if (rounds > 0) for (const line of lines) desk.begin(line);
const micros = Array.from({ length: rounds }, () => lines.map((line) => timed(() => desk.begin(line))));
console.log(JSON.stringify({ start, micros }));
