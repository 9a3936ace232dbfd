import { attr, child, childrenOf, childText, type Element } from "../element";
import type { SharedFile } from "../facts";
import { NS } from "../namespaces";
import { linksOfBody, nameFromUrl } from "./file-links";

type Found = Partial<SharedFile>;

/**
 * Files the stanza names: XEP-0447 (with 0448), XEP-0385, XEP-0066, aesgcm: and upload links that are
 * the whole body. The same address named twice is one file. Nothing of it is ever fetched.
 */
export function readFiles(message: Element, body: string | null): SharedFile[] {
  const found = [...fromSharing(message), ...fromReferences(message), ...fromOob(message)];
  return mergeByUrl([...found, ...linksOfBody(body)]);
}

function fromSharing(message: Element): Found[] {
  return childrenOf(message, "file-sharing", NS.fileSharing).map((sharing) => {
    const sources = child(sharing, "sources", NS.fileSharing);
    const wrapped = child(sources, "encrypted", NS.encryptedFile);
    const inner = child(wrapped, "sources", NS.fileSharing) ?? wrapped;
    const url =
      attr(child(sources, "url-data", NS.urlData), "target") ??
      attr(child(inner, "url-data", NS.urlData), "target");
    const metadata = readMetadata(child(sharing, "file", NS.fileMetadata), NS.fileMetadata);
    return { ...metadata, url, encrypted: wrapped !== null };
  });
}

function fromReferences(message: Element): Found[] {
  return childrenOf(message, "reference", NS.reference).flatMap((reference) => {
    const sharing = child(reference, "media-sharing", NS.mediaSharing);
    if (!sharing) return [];
    const source = child(child(sharing, "sources", NS.mediaSharing), "reference", NS.reference);
    const file = child(sharing, "file", NS.jingleFile);
    return [{ ...readMetadata(file, NS.jingleFile), url: attr(source, "uri") }];
  });
}

function fromOob(message: Element): Found[] {
  return childrenOf(message, "x", NS.oob).flatMap((oob) => {
    const url = childText(oob, "url", NS.oob)?.trim();
    return url ? [{ url, description: childText(oob, "desc", NS.oob) }] : [];
  });
}

function readMetadata(file: Element | null, xmlns: string): Found {
  const size = childText(file, "size", xmlns)?.trim() ?? "";
  return {
    name: childText(file, "name", xmlns),
    mediaType: childText(file, "media-type", xmlns),
    sizeBytes: /^\d{1,15}$/.test(size) ? Number(size) : null,
    description: childText(file, "desc", xmlns),
  };
}

function mergeByUrl(found: Found[]): SharedFile[] {
  const files: SharedFile[] = [];
  for (const it of found) {
    const same = it.url ? files.find((file) => file.url === it.url) : undefined;
    if (same) fillIn(same, it);
    else files.push(complete(it));
  }
  for (const file of files) file.name ??= file.url && nameFromUrl(file.url);
  return files;
}

function complete(found: Found): SharedFile {
  return {
    url: found.url ?? null,
    name: found.name || null,
    mediaType: found.mediaType || null,
    sizeBytes: found.sizeBytes ?? null,
    encrypted: found.encrypted ?? false,
    description: found.description || null,
  };
}

function fillIn(file: SharedFile, more: Found): void {
  file.name ??= more.name || null;
  file.mediaType ??= more.mediaType || null;
  file.sizeBytes ??= more.sizeBytes ?? null;
  file.description ??= more.description || null;
  file.encrypted ||= more.encrypted ?? false;
}
