// Takes out of the widget what nobody reaches, and gives the names between glue and WASM that are left one or two
// letters: wasm-bindgen keeps whatever any crate exports, whether or not this program uses it, and names each import
// by the hash of its signature, once on either side.
//
//     node xtask/shrink.mjs FROM_DIRECTORY TO_DIRECTORY
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { imports, renamed, withoutTableEntries, withoutTexts } from "./wasm.mjs";

const [from, to] = process.argv.slice(2);
const tool = (name) => resolve(import.meta.dirname, "../node_modules/.bin", name);
const features = ["--enable-bulk-memory", "--enable-multivalue", "--enable-mutable-globals", "--enable-nontrapping-float-to-int", "--enable-reference-types", "--enable-sign-ext"];

// What is called by number counts as used, although only these call each other: the streams of Leptos' server
// functions, and what words a panic's message, which nobody reads here.
const DEAD = /wasm_streams::|future_to_promise|::fmt::(Debug|Display|LowerHex|UpperHex|Write)|FormatStringPayload/;
// Where in the sources a panic was.
const PLACES = /[\w.\-/]+\/[\w\-]+\.rs/g;

mkdirSync(to, { recursive: true });
const wasm = join(to, "widget_bg.wasm");
const graph = join(to, "graph.json");
let glue = withoutClasses(readFileSync(join(from, "widget.js"), "utf8"));
const built = readFileSync(join(from, "widget_bg.wasm"));
writeFileSync(wasm, withoutTexts(withoutTableEntries(built, (name) => DEAD.test(name)), PLACES));

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
writeFileSync(wasm, renamed(readFileSync(wasm), "./widget_bg.js", "a", short));
for (const [name, letter] of short) glue = glue.replaceAll(new RegExp(`^        ${name}: `, "gm"), `        ${letter}: `);
glue = glue.replace('"./widget_bg.js": import0', '"a": import0');
writeFileSync(join(to, "glue.js"), glue);
writeFileSync(join(to, "widget.js"), 'export { default, mount, draw, ask, looked, consented, shared } from "./glue.js";\n');
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
