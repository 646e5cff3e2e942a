import { expect, test } from 'vitest';
import { serve } from '../../test/loopback.ts';
import { fetchImage } from './fetch-image.ts';

const BYTES = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

test.each(['image/png', 'IMAGE/PNG; q=1', 'application/octet-stream', undefined])(
  'an image comes with its bytes when the server says %s',
  async (type) => {
    const { origin, requests } = await serve((_, response) => {
      response.writeHead(200, type === undefined ? {} : { 'content-type': type }).end(BYTES);
    });
    const result = await fetchImage(`${origin}/a.png`);
    expect(result.ok && Buffer.from(result.image.bytes)).toEqual(BYTES);
    expect(requests[0]?.headers).toMatchObject({ accept: expect.stringMatching(/^image\//) });
    expect(requests[0]?.headers).not.toHaveProperty('referer');
    expect(requests[0]?.headers).not.toHaveProperty('cookie');
  },
);

test('what is no image, too large or on this machine is refused', async () => {
  const { origin } = await serve((request, response) => {
    response.writeHead(200, { 'content-type': request.url === '/page' ? 'text/html' : 'image/png' }).end(BYTES);
  });
  const codeOf = async (...args: Parameters<typeof fetchImage>): Promise<string | undefined> => {
    const result = await fetchImage(...args);
    return result.ok ? undefined : result.error.code;
  };
  expect(await codeOf(`${origin}/page`)).toBe('media-type');
  expect(await codeOf(`${origin}/a.png`, { maxBytes: 3 })).toBe('too-large');
  expect(await codeOf(`${origin}/a.png`, { refusePrivateAddresses: true })).toBe('private-address');
  expect(await codeOf('file:///etc/passwd')).toBe('bad-url');
});
