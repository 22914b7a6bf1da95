// Prints a deployment's report of health. Node brings TLS, which xtask itself has no other use for.

const [address] = process.argv.slice(2);
const base = address.replace(/\/+$/, '');
const secret = process.env.OWNER_SECRET;
const ask = async (path, headers = {}) => {
  try {
    const response = await fetch(base + path, { headers, redirect: 'manual', signal: AbortSignal.timeout(15_000) });
    return { status: response.status, body: await response.json().catch(() => null) };
  } catch (error) {
    return { status: 0, body: null, why: error.cause?.code ?? error.name };
  }
};
const leave = (...lines) => {
  for (const line of lines) console.error(line);
  process.exit(1);
};

const health = await ask('/health');
if (health.body?.settings) leave('settings are missing or make no sense:', ...health.body.settings.map((one) => `  ${one}`));
if (health.status !== 200 || health.body?.ok !== true)
  leave(`${base}/health answers with ${health.why ?? `status ${health.status}`}: is that the Worker's address?`);
if (!secret) leave('set OWNER_SECRET to the secret of the same name that the Worker has');
const { status, body: report } = await ask('/health/report', { Authorization: `Bearer ${secret}` });
if (status === 401) leave('the Worker has another OWNER_SECRET');
if (status !== 200 || !report) leave(`${base}/health/report answers with status ${status}`);

const told = (value, indent = '') => {
  if (Array.isArray(value)) return value.length ? value.map((one) => `\n${indent}- ${told(one, `${indent}  `)}`).join('') : 'none';
  if (value === null || value === '') return 'not known';
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([name, one], index) => `${index ? `\n${indent}` : ''}${name.replaceAll('_', ' ')}: ${told(one, `${indent}  `)}`)
    .join('');
};
const { problems, ok, ...rest } = report;
for (const [name, value] of Object.entries(rest)) console.log(`${name}: ${typeof value === 'object' && value && !Array.isArray(value) ? '\n  ' : ''}${told(value, '  ')}`);
if (ok) console.log('\nall is well');
else leave(`\n${problems.length === 1 ? 'one thing is' : `${problems.length} things are`} wrong:`, ...problems.map((one) => `  ${one}`));
