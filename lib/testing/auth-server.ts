import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import NextAuth from "next-auth";
import { afterAll, beforeAll } from "vitest";
import { authOptions } from "@/lib/auth/options";
import { env } from "@/lib/env";

/** next-auth's own handler with our options behind a real HTTP server; returns its address. */
export function withAuthServer(): () => string {
  const server = createServer((request, response) => void handle(request, response));
  const before = process.env.NEXTAUTH_URL;
  beforeAll(async () => {
    process.env.NEXTAUTH_URL = env().url;
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  });
  afterAll(async () => {
    if (before === undefined) delete process.env.NEXTAUTH_URL;
    else process.env.NEXTAUTH_URL = before;
    await new Promise((closed) => server.close(closed));
  });
  return () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const chunks = await request.toArray();
  const cookies = new URLSearchParams((request.headers.cookie ?? "").replaceAll("; ", "&"));
  Object.assign(request, {
    query: { ...Object.fromEntries(url.searchParams), nextauth: url.pathname.split("/").slice(3) },
    body: Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString("utf8"))),
    cookies: Object.fromEntries(cookies),
  });
  Object.assign(response, {
    status: (code: number) => Object.assign(response, { statusCode: code }),
    json: (body: unknown) => response.end(JSON.stringify(body)),
    send: (body: unknown) => response.end(typeof body === "string" ? body : JSON.stringify(body)),
  });
  await NextAuth(request as never, response as never, authOptions());
}

/** A browser as far as next-auth can tell: it keeps cookies and sends them back. */
export class AuthBrowser {
  readonly cookies = new Map<string, string>();
  /** The whole Set-Cookie line last received under a name. */
  readonly lines = new Map<string, string>();

  constructor(
    private readonly base: string,
    private readonly headers: Record<string, string>,
  ) {}

  async send(path: string, form?: Record<string, string>): Promise<Response> {
    const cookie = [...this.cookies].map((pair) => pair.join("=")).join("; ");
    const body = form && new URLSearchParams(form);
    const response = await fetch(`${this.base}/api/auth/${path}`, {
      method: form ? "POST" : "GET",
      headers: { ...this.headers, cookie },
      body,
      redirect: "manual",
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name!, decodeURIComponent(value!));
      this.lines.set(name!, line);
    }
    return response;
  }

  async post(path: string, form: Record<string, string> = {}): Promise<Response> {
    const { csrfToken } = (await (await this.send("csrf")).json()) as { csrfToken: string };
    return this.send(path, { ...form, csrfToken });
  }

  /** The address next-auth answers with, and its status. */
  async signIn(username: string, password: string): Promise<{ status: number; url: string }> {
    const response = await this.post("callback/credentials", { username, password, json: "true" });
    const { url } = (await response.json()) as { url: string };
    return { status: response.status, url };
  }

  async session(): Promise<unknown> {
    return (await this.send("session")).json();
  }
}
