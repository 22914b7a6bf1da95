// Takes out of the widget what nobody reaches, and gives the names between glue and WASM that are left one or two
// letters: wasm-bindgen keeps whatever any crate exports, whether or not this program uses it, and names each import
// by the hash of its signature, once on either side.
//
//     node xtask/shrink.mjs FROM_DIRECTORY TO_DIRECTORY
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const [from, to] = process.argv.slice(2);
const tool = (name) => resolve(import.meta.dirname, "../node_modules/.bin", name);
const module_ = "./widget_bg.js";
const features = ["--enable-bulk-memory", "--enable-multivalue", "--enable-mutable-globals", "--enable-nontrapping-float-to-int", "--enable-reference-types", "--enable-sign-ext"];

mkdirSync(to, { recursive: true });
const wasm = join(to, "widget_bg.wasm");
const graph = join(to, "graph.json");
let glue = withoutClasses(readFileSync(join(from, "widget.js"), "utf8"));
writeFileSync(wasm, readFileSync(join(from, "widget_bg.wasm")));

// What the WASM no longer imports the glue need not have, and what the glue no longer calls the WASM need not export.
for (let before = 0; before !== glue.length; ) {
  before = glue.length;
  const called = [...new Set([...glue.matchAll(/\bwasm\.(\w+)/g)].map((found) => found[1]))];
  const nodes = [{ name: "glue", root: true, reaches: called }, ...called.map((name) => ({ name, export: name }))];
  writeFileSync(graph, JSON.stringify(nodes));
  execFileSync(tool("wasm-metadce"), [wasm, "-f", graph, "-o", wasm, ...features], { stdio: ["ignore", "ignore", "inherit"] });
  glue = withoutImports(glue, new Set(imports(readFileSync(wasm))));
}
// For speed: what is smaller still is compiled more slowly when the chat opens.
execFileSync(tool("wasm-opt"), ["-O2", "--strip-debug", "--strip-producers", ...features, wasm, "-o", wasm], { stdio: "inherit" });

const short = new Map(imports(readFileSync(wasm)).map((name, index) => [name, letters(index)]));
writeFileSync(wasm, renamed(readFileSync(wasm), short));
for (const [name, letter] of short) glue = glue.replaceAll(new RegExp(`^        ${name}: `, "gm"), `        ${letter}: `);
glue = glue.replace(`"${module_}": import0`, '"a": import0');
writeFileSync(join(to, "glue.js"), glue);
writeFileSync(join(to, "widget.js"), 'export { default, mount, ask, looked, consented } from "./glue.js";\n');
rmSync(graph);

// Streams, which come with Leptos and which the widget has no use for.
function withoutClasses(text) {
  const names = [...text.matchAll(/^export class (\w+) \{$/gm)].map((found) => found[1]);
  for (const name of names) {
    text = text
      .replace(new RegExp(`^export class ${name} \\{\\n[\\s\\S]*?\\n\\}\\n`, "m"), "")
      .replace(new RegExp(`^if \\(Symbol\\.dispose\\) ${name}\\..*\\n`, "m"), "")
      .replace(new RegExp(`^const ${name}Finalization = [\\s\\S]*?;\\n`, "m"), "");
  }
  return text;
}

function withoutImports(text, kept) {
  return text.replace(/^        (\w+): function.*\n(?: {9}.*\n)* {8}\}.*\n/gm, (entry, name) => (kept.has(name) ? entry : ""));
}

function letters(index) {
  const alphabet = "abcdefghijklmnopqrstuvwxyz";
  return index < 26 ? alphabet[index] : alphabet[Math.floor(index / 26) - 1] + alphabet[index % 26];
}

// The names of the import section, in order.
function imports(bytes) {
  const names = [];
  importSection(bytes, (_, name) => names.push(name));
  return names;
}

function renamed(bytes, names) {
  const entries = [];
  const { start, contentStart, end } = importSection(bytes, (module, name, rest) => {
    const isOurs = module === module_;
    entries.push(text(isOurs ? "a" : module), text(isOurs ? names.get(name) : name), rest);
  });
  const count = readNumber(bytes, contentStart);
  const content = Buffer.concat([number(count.value), ...entries]);
  return Buffer.concat([bytes.subarray(0, start), Buffer.from([2]), number(content.length), content, bytes.subarray(end)]);
}

// Walks the import section (WebAssembly core specification, 5.5.5).
function importSection(bytes, visit) {
  for (let at = 8; at < bytes.length; ) {
    const size = readNumber(bytes, at + 1);
    const end = size.next + size.value;
    if (bytes[at] === 2) {
      const count = readNumber(bytes, size.next);
      let place = count.next;
      for (let left = count.value; left > 0; left--) {
        const module = readText(bytes, place);
        const name = readText(bytes, module.next);
        const rest = skipKind(bytes, name.next);
        visit(module.value, name.value, bytes.subarray(name.next, rest));
        place = rest;
      }
      return { start: at, contentStart: size.next, end };
    }
    at = end;
  }
  throw new Error("no import section");
}

function skipKind(bytes, at) {
  if (bytes[at] === 0) return readNumber(bytes, at + 1).next;
  throw new Error("only functions are imported");
}

function readText(bytes, at) {
  const { value, next } = readNumber(bytes, at);
  return { value: bytes.toString("utf8", next, next + value), next: next + value };
}

function text(value) {
  return Buffer.concat([number(Buffer.byteLength(value)), Buffer.from(value)]);
}

// LEB128.
function readNumber(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7, at++) {
    value |= (bytes[at] & 127) << shift;
    if (bytes[at] < 128) return { value, next: at + 1 };
  }
}

function number(value) {
  const bytes = [];
  do {
    bytes.push((value & 127) | (value > 127 ? 128 : 0));
    value >>>= 7;
  } while (value);
  return Buffer.from(bytes);
}
