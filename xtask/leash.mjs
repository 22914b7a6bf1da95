// Keeps one child on a leash: when whoever started this is gone, however it went, the child and all that it
// started are ended. A line "kill" on stdin ends them at once, any other line or the end of stdin politely.
import { spawn } from "node:child_process";

const patienceMs = 3000;
const [program, ...args] = process.argv.slice(2);
const child = spawn(program, args, { detached: true, stdio: ["ignore", "inherit", "inherit"] });

const signal = (name) => {
  try {
    process.kill(-child.pid, name);
  } catch {
    // The group is already gone.
  }
};
const end = () => {
  signal("SIGTERM");
  setTimeout(() => signal("SIGKILL"), patienceMs).unref();
};

process.stdin.on("data", (line) => (String(line).startsWith("kill") ? signal("SIGKILL") : end()));
process.stdin.on("end", end);
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, end);

child.on("error", (error) => {
  console.error(`${program}: ${error.message}`);
  process.exit(127);
});
child.on("exit", (code) => {
  // The child may leave its own children behind: wrangler does when it is killed.
  signal("SIGKILL");
  process.exit(code ?? 1);
});
