// Has a shop send its webhooks to a deployment, and prints what that changed. Node brings TLS, as for the doctor.

const [address] = process.argv.slice(2);
const url = `${address.replace(/\/+$/, '')}/v1/webhooks`;
const secret = process.env.OWNER_SECRET;
const leave = (line) => {
  console.error(line);
  process.exit(1);
};
if (!secret) leave('set OWNER_SECRET to the secret of the same name that the Worker has');

const options = { method: 'POST', headers: { Authorization: `Bearer ${secret}` }, redirect: 'manual', signal: AbortSignal.timeout(60_000) };
const response = await fetch(url, options).catch((error) => leave(`${url} does not answer: ${error.cause?.code ?? error.name}`));
if (response.status === 401) leave('the Worker has another OWNER_SECRET');
if (response.status === 503) leave('the shop cannot be asked now: `cargo xtask doctor URL` says why');
const told = response.status === 200 ? await response.json().catch(() => null) : null;
if (!told) leave(`${url} answers with status ${response.status}: is that the Worker's address?`);
console.log(`webhooks to ${told.uri}`);
for (const { topic, what, why } of told.changed) console.log(`  ${what} ${topic}${why ? `: ${why}` : ''}`);
if (told.changed.length === 0) console.log('  all was as it should be');
if (told.changed.some(({ what }) => what === 'refused')) process.exit(1);
