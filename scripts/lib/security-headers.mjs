/**
 * On every answer: pages, JSON, files, redirects, errors. proxy.ts replaces the policy on
 * pages by one they can run under; anything else that a browser is made to show runs nothing.
 * @type {readonly (readonly [name: string, value: string])[]}
 */
export const SECURITY_HEADERS = [
  ["content-security-policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'"],
  ["referrer-policy", "no-referrer"],
  ["x-content-type-options", "nosniff"],
  ["x-frame-options", "DENY"],
  ["cross-origin-opener-policy", "same-origin"],
  ["cross-origin-resource-policy", "same-origin"],
  ["x-robots-tag", "noindex, nofollow"],
  [
    "permissions-policy",
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()",
  ],
];
