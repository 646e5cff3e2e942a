import { expect, test } from 'vitest';
import { requestType } from './request-type.ts';

test('case and parameters do not matter for what a body is; the core gets them', () => {
  expect(requestType('Application/JSON; charset=utf-8')).toEqual({ kind: 'json' });
  expect(requestType('TEXT/HTML;charset="koi8-r"')).toEqual({ kind: 'input', mediaType: 'TEXT/HTML;charset="koi8-r"' });
});

test('no type, or a type that says nothing, leaves the guess to the core', () => {
  expect(requestType(undefined)).toEqual({ kind: 'input' });
  expect(requestType('application/octet-stream')).toEqual({ kind: 'input' });
});

test('other types are none', () => {
  for (const type of [
    '',
    'text',
    'text/css',
    'image/png',
    'application/json-seq',
    'application/x-www-form-urlencoded',
  ]) {
    expect(requestType(type)).toBeUndefined();
  }
});
