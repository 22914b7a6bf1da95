// What the shrinking needs to know of a WebAssembly module's bytes (core specification, 5.5): the names of its imports
// and functions, the table of functions that are called by number, and the texts in its memory.

// The names of the import section, in order.
export function imports(bytes) {
  const names = [];
  eachImport(bytes, (_, name) => names.push(name));
  return names;
}

// Gives imports from `from` the names in `names`, and that module the name `to`.
export function renamed(bytes, from, to, names) {
  const entries = [];
  eachImport(bytes, (module, name, rest) => {
    const isOurs = module === from;
    entries.push(text(isOurs ? to : module), text(isOurs ? names.get(name) : name), rest);
  });
  return replaced(bytes, 2, () => [number(entries.length / 3), ...entries]);
}

// Puts a function that traps wherever the table has one whose name `isDead` recognizes.
export function withoutTableEntries(bytes, isDead) {
  const named = functions(bytes);
  let trap = imports(bytes).length;
  const withTrap = replaced(bytes, 3, (content) => {
    const { value, next } = readNumber(content, 0);
    trap += value;
    // Of the first type, whatever that is: it is called for none.
    return [number(value + 1), content.subarray(next), number(0)];
  });
  const withBody = replaced(withTrap, 10, (content) => {
    const { value, next } = readNumber(content, 0);
    return [number(value + 1), content.subarray(next), Buffer.from([3, 0, 0x00, 0x0b])];
  });
  return replaced(withBody, 9, (content) => {
    // One segment: table 0, from a constant place on, functions by their numbers.
    const [segments, kind, constant] = content;
    const place = readNumber(content, 3).next + 1;
    if (segments !== 1 || kind !== 0 || constant !== 0x41) throw new Error("another kind of table");
    const count = readNumber(content, place);
    const entries = [];
    for (let at = count.next, left = count.value; left > 0; left--) {
      const { value, next } = readNumber(content, at);
      entries.push(number(isDead(named.get(value) ?? "") ? trap : value));
      at = next;
    }
    return [content.subarray(0, count.next), ...entries];
  });
}

// Blanks what `pattern` finds in the memory's texts; everything stays where it is.
export function withoutTexts(bytes, pattern) {
  return replaced(bytes, 11, (content) => {
    const blank = content.toString("latin1").replace(pattern, (found) => "\0".repeat(found.length));
    return [Buffer.from(blank, "latin1")];
  });
}

function eachImport(bytes, visit) {
  const content = section(bytes, 2).content;
  const count = readNumber(content, 0);
  for (let at = count.next, left = count.value; left > 0; left--) {
    const module = readText(content, at);
    const name = readText(content, module.next);
    if (content[name.next] !== 0) throw new Error("only functions are imported");
    at = readNumber(content, name.next + 1).next;
    visit(module.value, name.value, content.subarray(name.next, at));
  }
}

// What the name section (core specification, 7.4) calls each function, by its number.
function functions(bytes) {
  const names = new Map();
  for (const { id, content } of sections(bytes)) {
    const name = id === 0 ? readText(content, 0) : undefined;
    if (name?.value !== "name") continue;
    for (let at = name.next; at < content.length; ) {
      const size = readNumber(content, at + 1);
      if (content[at] === 1) {
        const count = readNumber(content, size.next);
        for (let place = count.next, left = count.value; left > 0; left--) {
          const index = readNumber(content, place);
          const { value, next } = readText(content, index.next);
          names.set(index.value, value);
          place = next;
        }
      }
      at = size.next + size.value;
    }
  }
  if (names.size === 0) throw new Error("the functions have no names: was the module optimized already?");
  return names;
}

function replaced(bytes, id, change) {
  const { start, content, end } = section(bytes, id);
  const changed = Buffer.concat(change(content));
  return Buffer.concat([bytes.subarray(0, start), Buffer.from([id]), number(changed.length), changed, bytes.subarray(end)]);
}

function section(bytes, id) {
  for (const found of sections(bytes)) if (found.id === id) return found;
  throw new Error(`no section ${id}`);
}

function* sections(bytes) {
  for (let start = 8; start < bytes.length; ) {
    const { value, next } = readNumber(bytes, start + 1);
    const end = next + value;
    yield { id: bytes[start], start, content: bytes.subarray(next, end), end };
    start = end;
  }
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
    if (bytes[at] < 128) return { value: value >>> 0, next: at + 1 };
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
