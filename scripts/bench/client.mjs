/**
 * Signs in through the real form's endpoint and keeps the cookies; then asks as a browser would.
 * @param {string} address @param {string} name @param {string} password
 */
export async function signIn(address, name, password) {
  /** @type {Map<string, string>} */
  const jar = new Map();
  const ask = async (/** @type {string} */ path, /** @type {RequestInit} */ init = {}) => {
    const cookie = [...jar].map(([key, value]) => `${key}=${value}`).join("; ");
    const response = await fetch(address + path, {
      redirect: "manual",
      ...init,
      headers: { cookie, ...init.headers },
    });
    for (const line of response.headers.getSetCookie()) {
      const [key = "", value = ""] = line.split(";")[0]?.split(/=(.*)/s) ?? [];
      jar.set(key, value);
    }
    return response;
  };
  const { csrfToken } = await (await ask("/api/auth/csrf")).json();
  await ask("/api/auth/callback/credentials", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", origin: address },
    body: new URLSearchParams({
      csrfToken,
      username: name,
      password,
      json: "true",
      callbackUrl: address,
    }),
  });
  return {
    /** The parsed answer; anything but 200 is an error. @param {string} path */
    async get(path) {
      const response = await ask(path);
      const text = await response.text();
      if (!response.ok)
        throw new Error(`${path} answered ${response.status}: ${text.slice(0, 300)}`);
      return /json/.test(response.headers.get("content-type") ?? "") ? JSON.parse(text) : text;
    },
  };
}
