// NLP.js (npm node-nlp) on the same lines as the desk, with the same phrases to learn from.
//
// Reads one request on standard input, prints one answer. A model is kept by a hash of what it learnt from: training
// takes half a minute.
//
// Only `nlp.classify` is measured: no entities, no sentiment, no language to be guessed, since the locale is given.
// Everything else is as NLP.js comes. It remembers how it took a text apart, so that each line is asked once of a
// manager that never saw it; V8 has compiled what it is going to, because phrases were asked before.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { NlpManager } from "node-nlp";

interface Job {
  language: string;
  /** What it learns from: text and intent. */
  phrases: [string, string][];
  lines: string[];
}

interface Request {
  /** Where models are kept. */
  models: string;
  /** How often every line is timed. */
  rounds: number;
  jobs: Job[];
}

/** By line: the likeliest intent, and what each round took in microseconds. */
type Outcome = { intents: string[]; micros: number[][] };

/** Phrases that are asked before anything is timed. */
const WARMING = 1_500;

const manager = (language: string) =>
  new NlpManager({ languages: [language], forceNER: false, autoSave: false, autoLoad: false, nlu: { log: false } });

/** In an order that has nothing to do with the intents: told one after the other it forgets the first, and reads 0.41
 * instead of 0.68 of public English lines rightly. */
function mixed(phrases: [string, string][]): [string, string][] {
  const key = ([text]: [string, string]) => createHash("sha256").update(text).digest("hex");
  const keyed = phrases.map((phrase) => ({ phrase, key: key(phrase) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ phrase }) => phrase);
}

async function learnt({ language, phrases }: Job, models: string): Promise<string> {
  const { version } = createRequire(import.meta.url)("node-nlp/package.json") as { version: string };
  const hash = createHash("sha256").update(version).update(JSON.stringify(phrases)).digest("hex").slice(0, 16);
  const file = join(models, `${language}-${hash}.json`);
  if (existsSync(file)) return readFileSync(file, "utf8");
  console.error(`NLP.js learns ${phrases.length} phrases (${language}), once until they change.`);
  const pupil = manager(language);
  for (const [text, intent] of mixed(phrases)) pupil.addDocument(language, text, intent);
  await pupil.train();
  const model = pupil.export();
  mkdirSync(models, { recursive: true });
  writeFileSync(file, model);
  return model;
}

async function classified(job: Job, models: string, rounds: number): Promise<Outcome> {
  const model = await learnt(job, models);
  const outcome: Outcome = { intents: [], micros: job.lines.map(() => []) };
  for (let round = 0; round < rounds; round += 1) {
    const reader = manager(job.language);
    reader.import(model);
    const step = Math.max(1, Math.floor(job.phrases.length / WARMING));
    for (let index = 0; index < job.phrases.length; index += step) {
      await reader.nlp.classify(job.language, job.phrases[index]![0]);
    }
    for (const [index, line] of job.lines.entries()) {
      const start = process.hrtime.bigint();
      const { intent } = await reader.nlp.classify(job.language, line);
      outcome.micros[index]!.push(Number(process.hrtime.bigint() - start) / 1000);
      outcome.intents[index] = intent;
    }
  }
  return outcome;
}

const { models, rounds, jobs } = (await json(process.stdin)) as Request;
const outcomes: Outcome[] = [];
for (const job of jobs) outcomes.push(await classified(job, models, rounds));
console.log(JSON.stringify(outcomes));
