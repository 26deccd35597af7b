#!/usr/bin/env node
// The job in JavaScript for Node, with the same contract as etl_task.py: read there what it prints,
// what it appends to the ledger and which settings it takes. Nothing but Node's own modules.

/** Now, to a microsecond: that is all that Node tells. */
function nowNs() {
  return BigInt(Math.round((performance.timeOrigin + performance.now()) * 1e3)) * 1000n;
}

const STARTED_NS = nowNs();
console.log(String(STARTED_NS));

import { randomBytes } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const ID = randomBytes(8).toString('hex');
const CODES = { SIGTERM: 143, SIGINT: 130 };

/** A setting that is no number in its range. */
class Refused extends Error {}

function setting(name, otherwise, pattern, highest) {
  const text = process.env[name] || otherwise;
  const value = pattern.test(text) ? Number(text) : NaN;
  if (!(value >= 0 && value <= highest)) {
    throw new Refused(`etl_task: ${name}='${text}' is not a number from 0 to ${highest}`);
  }
  return value;
}

const WHOLE = /^\d+$/;
const DECIMAL = /^[\d.eE+-]+$/;

/** Appends one line in one write, so that parallel jobs cannot tear each other's. */
function record(event, ns, rest) {
  const path = join(process.env.ETL_TASK_LEDGER_DIR || '/runs', 'ledger.jsonl');
  const old = process.umask(0); // other users of the image append to the same file
  try {
    const ledger = openSync(path, 'a', 0o666);
    writeSync(ledger, `{"id": "${ID}", "event": "${event}", "ns": ${ns}, ${rest}}\n`);
    closeSync(ledger);
  } catch (error) {
    if (error.code !== 'ENOENT') { // else no ledger is mounted
      console.error(`etl_task: cannot append to ${path}: ${error.message}`);
    }
  } finally {
    process.umask(old);
  }
}

/** Resolves at a signal that asks the job to end, with its exit code. */
const stopped = new Promise(resolve => {
  for (const [signal, code] of Object.entries(CODES)) {
    process.on(signal, () => resolve(code));
  }
});

async function output(bytes) {
  const line = 'x'.repeat(79) + '\n';
  for (let left = bytes; left > 0; left -= line.length) {
    if (!process.stdout.write(line.slice(Math.max(0, line.length - left)))) {
      await new Promise(resolve => process.stdout.once('drain', resolve));
    }
  }
}

async function burn(seconds) {
  const end = process.cpuUsage();
  const until = end.user + end.system + seconds * 1e6;
  const used = () => { const now = process.cpuUsage(); return now.user + now.system; };
  while (seconds > 0 && used() < until) {
    let sum = 0;
    for (let i = 0; i < 100_000; i++) { sum += i; }
    await new Promise(resolve => setImmediate(resolve, sum)); // a signal may come in between
  }
}

async function work() {
  const begin = performance.now();
  const duration = setting('ETL_TASK_SECONDS', '1.5', DECIMAL, 86400);
  const cpu = setting('ETL_TASK_CPU_SECONDS', '0', DECIMAL, 86400);
  const memoryMib = setting('ETL_TASK_MEMORY_MIB', '0', WHOLE, 2 ** 20);
  const outputBytes = setting('ETL_TASK_OUTPUT_BYTES', '0', WHOLE, 2 ** 40);
  const exitCode = setting('ETL_TASK_EXIT_CODE', '0', WHOLE, 255);

  const held = Buffer.alloc(memoryMib * 2 ** 20, 'x'); // filled, hence resident
  if (process.env.ETL_TASK_STDERR) {
    console.error(process.env.ETL_TASK_STDERR);
  }
  await output(outputBytes);
  await burn(cpu);
  await new Promise(resolve => {
    setTimeout(resolve, Math.max(0, duration * 1000 - (performance.now() - begin)));
  });
  return held.length === memoryMib * 2 ** 20 ? exitCode : 1;
}

const name = hostname().replace(/[^A-Za-z0-9._-]/g, '');
record('start', STARTED_NS, `"pid": ${process.pid}, "host": "${name}", "language": "node"`);
const code = await Promise.race([
  stopped,
  work().catch(error => {
    console.error(error instanceof Refused ? error.message : error);
    return error instanceof Refused ? 2 : 1;
  }),
]);
for (const signal of Object.keys(CODES)) {
  process.removeAllListeners(signal);
  process.on(signal, () => {});
}
record('end', nowNs(), `"exit_code": ${code}`);
process.exit(code);
