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
  const json = (/** @type {unknown} */ body, /** @type {AbortSignal | undefined} */ signal) => ({
    method: "POST",
    headers: { "content-type": "application/json", origin: address },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });
  /** The parsed answer; anything but 200 is an error. @param {string} path @param {RequestInit} [init] */
  const answer = async (path, init) => {
    const response = await ask(path, init);
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 300)}`);
    return /json/.test(response.headers.get("content-type") ?? "") ? JSON.parse(text) : text;
  };
  return {
    /** @param {string} path */
    get: (path) => answer(path),
    /** @param {string} path @param {unknown} body @param {AbortSignal} [signal] */
    post: (path, body, signal) => answer(path, json(body, signal)),
    /** The answer as it is, whatever its status. @param {string} path @param {unknown} body @param {AbortSignal} [signal] */
    send: (path, body, signal) => ask(path, json(body, signal)),
  };
}
