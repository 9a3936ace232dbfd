import fs from "node:fs";

/** The web process that listens there, found among all there are; 0 where there is no /proc. @param {string} address */
export function webProcess(address) {
  const port = `PORT=${new URL(address).port}`;
  if (!fs.existsSync("/proc")) return 0;
  for (const entry of fs.readdirSync("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const line = fs.readFileSync(`/proc/${entry}/cmdline`, "utf8");
      if (!line.includes("scripts/web.mjs")) continue;
      const environment = fs.readFileSync(`/proc/${entry}/environ`, "utf8").split("\0");
      if (environment.includes(port)) return Number(entry);
    } catch {
      // Ended while we looked, or somebody else's.
    }
  }
  return 0;
}

/** What it has in memory; 0 when it is gone. @param {number} pid */
export function residentBytes(pid) {
  try {
    const status = fs.readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
