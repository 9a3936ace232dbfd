import type { SharedFile } from "../facts";

// The paths under which servers hand out XEP-0363 slots: Prosody's file_share and upload, ejabberd's
// upload, the external upload modules. A slot part and a file name follow.
const UPLOAD_PATH =
  /^https?:\/\/[^\s/]+\/(?:[^\s/]+\/)*(?:file_share|upload|uploads|http_upload|http-upload|httpfileupload|share)\/(?:[^\s/]+\/)+[^\s/]+$/i;

/** Files of a body that is a link and nothing else. */
export function linksOfBody(body: string | null): Partial<SharedFile>[] {
  if (body === null || body.length > 10_000) return [];
  const lines = body.trim().split("\n");
  const link = lines[0]?.trim() ?? "";
  // Conversations sends a thumbnail as a data: line below the aesgcm link.
  const onlyThumbnail = lines.slice(1).every((it) => /^data:[^\s]*$/.test(it.trim()));
  if (/^aesgcm:\/\/\S+$/i.test(link) && onlyThumbnail) return [{ url: link, encrypted: true }];
  return lines.length === 1 && UPLOAD_PATH.test(link) ? [{ url: link }] : [];
}

/** Whether a body says nothing beyond the addresses of these files. */
export function isOnlyLinks(body: string, files: readonly SharedFile[]): boolean {
  const trimmed = body.trim();
  if (trimmed === "") return true;
  if (files.some((it) => it.url === trimmed)) return true;
  const urls = new Set(files.map((it) => it.url));
  if (linksOfBody(body).some((it) => urls.has(it.url ?? null))) return true;
  return trimmed.length <= 10_000 && trimmed.split(/\s+/).every((it) => urls.has(it));
}

/** The last part of the path, decoded; null when there is none. */
export function nameFromUrl(url: string): string | null {
  const path = url.replace(/[?#].*$/s, "").replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, "");
  const last = path.split("/").at(-1) ?? "";
  if (last === "") return null;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
