import type { NextConfig } from "next";

// cacheComponents stays off: a nonce in the content security policy and Partial Prerendering exclude each other.
const nextConfig: NextConfig = {
  typedRoutes: true,
  agentRules: false,
  reactStrictMode: true,
  poweredByHeader: false,
  // scripts/web.mjs packs what is sent.
  compress: false,
  // The build checks what it ships; `npm test` checks all files.
  typescript: { tsconfigPath: "tsconfig.build.json" },
  serverExternalPackages: ["postgres"],
};

export default nextConfig;
