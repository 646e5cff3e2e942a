/** Name and version that every article carries in `source.parser`; a test holds it against package.json. */
export const PARSER = 'lede/0.1.0';
