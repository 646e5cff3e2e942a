import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Headers for answers that are data. Of all that a browser might do with one, such as showing an
 * article's HTML, nothing is allowed to run and only its images to load. Transport security is the
 * business of whoever terminates TLS: this server cannot know what else lives on the host's name.
 */
export function dataHeaders(): RequestHandler {
  return headers({
    'default-src': ["'none'"],
    'img-src': ['*', 'data:'],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
    sandbox: [],
  });
}

/** Headers for the documentation page: its own files and requests to this server, nothing from elsewhere. */
export function docsHeaders(): RequestHandler {
  return headers({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    // Swagger UI sets style attributes on its elements.
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:'],
    'connect-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
  });
}

function headers(directives: Record<string, string[]>): RequestHandler {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  });
}
