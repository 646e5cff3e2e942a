/** Hyphenation of one language by Liang's algorithm; the package brings no types of its own. */
declare module 'hyphen/*' {
  const language: {
    hyphenateSync: (text: string, options?: { hyphenChar?: string; minWordLength?: number }) => string;
  };
  export default language;
}
