// Serves the built page under app://ripen with its content security policy as a response header.
import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { appScheme, assetFile, assetHeaders } from './assets.ts';

/** Must run before the app is ready. Standard and secure, so that the page has an origin; no policy is bypassed. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Answers every app:// request from `folder`, and nothing outside it. */
export function servePage(session: Session, folder: string): void {
  session.protocol.handle(appScheme, async request => {
    const file = request.method === 'GET' ? assetFile(folder, request.url) : undefined;
    const headers = file && assetHeaders(file);
    if (!file || !headers) return notFound();
    const body = await readFile(file).catch(() => undefined);
    return body ? new Response(new Uint8Array(body), { headers }) : notFound();
  });
}

const notFound = () => new Response(null, { status: 404 });
