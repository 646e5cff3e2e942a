/** Documents of a wanted size, made from a few sentences by a small seeded generator: the same every time. */

const WORDS =
  'the of harbour and to council in said that it ferry was on for engineers with bridge “after” has from residents who new be this not their about river’s had which budget more winter they were repairs than plan by years would will city one committee been last two also time people said over first when there up could other only into out if report now between some work because before them under while since against during'.split(
    ' ',
  );

/** A linear congruential generator (Numerical Recipes' constants): numbers in [0, 1). */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Writes sentences and paragraphs, never the same twice. */
class Prose {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = random(seed);
  }

  number(from: number, to: number): number {
    return from + Math.floor(this.#next() * (to - from + 1));
  }

  word(): string {
    return WORDS[this.number(0, WORDS.length - 1)] ?? 'word';
  }

  words(count: number): string {
    return Array.from({ length: count }, () => this.word()).join(' ');
  }

  sentence(): string {
    const text = this.words(this.number(8, 28));
    const end = this.#next() < 0.1 ? `, Dr. ${this.word()} said at ${this.number(1, 12)}.30 p.m.` : '.';
    return text.charAt(0).toUpperCase() + text.slice(1) + end;
  }

  paragraph(): string {
    return Array.from({ length: this.number(1, 5) }, () => this.sentence()).join(' ');
  }
}

/** Joins what `piece` makes until there are about `size` characters. */
function fill(size: number, separator: string, piece: (index: number) => string): string {
  const pieces: string[] = [];
  for (let length = 0, i = 0; length < size; i++) {
    const made = piece(i);
    pieces.push(made);
    length += made.length + separator.length;
  }
  return pieces.join(separator);
}

/** A headline and paragraphs of news prose with typographic quotes. */
export function newsText(size: number): string {
  const prose = new Prose(1);
  return fill(size, '\n\n', (i) => (i === 0 ? 'Council Weighs New Harbour Plan' : prose.paragraph()));
}

/** Headings, prose with inline marks, lists, code and tables, as a guide has them. */
export function markdownGuide(size: number): string {
  const prose = new Prose(2);
  return fill(size, '\n\n', (i) => {
    if (i === 0) return '# A guide to the harbour';
    switch (i % 9) {
      case 1:
        return `## ${prose.words(4)}`;
      case 4:
        return Array.from({ length: 4 }, () => `- ${prose.words(7)} *${prose.word()}*`).join('\n');
      case 6:
        return `\`\`\`js\nconst ${'abc'.repeat(2)} = ${prose.number(1, 999)};\nreturn value;\n\`\`\``;
      case 8:
        return `| a | b |\n| --- | --- |\n| ${prose.words(3)} | ${prose.words(2)} |`;
      default:
        return `${prose.sentence()} **${prose.words(2)}** and [${prose.words(3)}](https://example.org/${i}), ${prose.paragraph()}`;
    }
  });
}

/** A page as sites send them: head, navigation, an article with marks and figures, a footer. */
export function htmlPage(size: number): string {
  const prose = new Prose(3);
  const body = fill(size, '\n', (i) => {
    switch (i % 8) {
      case 0:
        return `<h2 id="s${i}">${prose.words(5)}</h2>`;
      case 3:
        return `<ul class="list">${Array.from({ length: 4 }, () => `<li><a href="/page/${prose.number(1, 999)}">${prose.words(4)}</a></li>`).join('')}</ul>`;
      case 5:
        return `<figure class="media"><img src="/i/${i}.jpg" alt="${prose.words(4)}" width="640" height="480"><figcaption>${prose.sentence()}</figcaption></figure>`;
      default:
        return `<p class="body-text">${prose.sentence()} <strong>${prose.words(2)}</strong> and <a href="https://example.org/${i}">${prose.words(3)}</a>. ${prose.paragraph()}</p>`;
    }
  });
  const navigation = Array.from(
    { length: 20 },
    () => `<li class="nav__item"><a href="/${prose.word()}">${prose.word()}</a></li>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Harbour plan</title></head><body><nav><ul>${navigation.join('')}</ul></nav><main><article><h1>Harbour plan</h1>${body}</article></main><footer><p>Imprint</p></footer></body></html>`;
}
