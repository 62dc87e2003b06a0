/**
 * Loaded into clasp before it starts: its requests go to the server at FAKE_GOOGLE. clasp has no setting for that, so
 * the one googleapis object that it uses is told how to fetch.
 */
import { createRequire } from 'node:module';

const clasp = createRequire(new URL('../../node_modules/@google/clasp/package.json', import.meta.url));
const { google } = clasp('googleapis');

google.options({
  fetchImplementation: (url, init) => {
    const { pathname, search } = new URL(url);
    return fetch(new URL(pathname + search, process.env.FAKE_GOOGLE), init);
  },
});
