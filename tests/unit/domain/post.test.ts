import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clichesIn } from '#shared/domain/cliche.ts';
import { toHashtag, toHashtags } from '#shared/domain/hashtag.ts';
import { composeHeadlines } from '#shared/domain/headline.ts';
import {
  beginning,
  foldOf,
  HEADLINE_LIMIT,
  linkedInLength,
  PHONE_FOLD_AT,
  POST_LIMIT,
  postWarnings,
} from '#shared/domain/linkedinText.ts';
import { composePost, isTrueOccasion, occasionOf, type PostOptions } from '#shared/domain/post.ts';
import { postOccasions, postTones } from '#shared/domain/postWords.ts';
import { statusSchema } from '#shared/domain/status.ts';
import { aStoredCredential } from '../../support/aStoredCredential.ts';
import { propertyRuns } from '../../support/property.ts';

const course = aStoredCredential({
  title: 'SC2x Supply Chain Design',
  kind: 'course-certificate',
  issuer: 'MITx',
  platform: 'edX',
  issued: '2026-02',
  url: 'https://courses.edx.org/certificates/8c41f0',
  skills: ['supply chain', 'C#', 'R&D', 'Operations'],
});

const options: PostOptions = {
  occasion: 'completed',
  tone: 'plain',
  locale: 'en',
  learned: 'network design, finance and contracts',
  use: 'I set safety stock across our three sites.',
  thanks: ['Ana', 'Bo', 'Chris'],
  result: '',
  progress: { title: 'MicroMasters in Supply Chain Management', done: 3, of: 6 },
  link: true,
  hashtags: null,
};

describe('post', () => {
  test('a plain post in English, word for word', () => {
    expect(composePost(course, options).text).toBe(
      [
        'I finished SC2x Supply Chain Design at MITx.',
        'What I learned: network design, finance and contracts.',
        'How I use it: I set safety stock across our three sites.',
        'That makes 3 of 6 parts of MicroMasters in Supply Chain Management.',
        'Thank you, Ana, Bo, and Chris.',
        'Certificate: https://courses.edx.org/certificates/8c41f0\n#SupplyChain #CSharp #RAndD',
      ].join('\n\n'),
    );
  });

  test.each([
    [
      'de',
      'Ich habe SC2x Supply Chain Design bei MITx abgeschlossen.',
      'Danke, Ana, Bo und Chris.',
    ],
    ['es', 'He terminado SC2x Supply Chain Design en MITx.', 'Gracias, Ana, Bo y Chris.'],
    ['fr-CA', 'J’ai terminé SC2x Supply Chain Design chez MITx.', 'Merci, Ana, Bo et Chris.'],
  ])('in %s', (locale, statement, thanks) => {
    const { text } = composePost(course, { ...options, locale });
    expect(text.split('\n\n')).toEqual(expect.arrayContaining([statement, thanks]));
  });

  test('the result of a story stands first, a brief one says the facts alone', () => {
    const brief = composePost(course, {
      ...options,
      tone: 'brief',
      result: 'We cut a planning cycle from nine days to four',
      progress: null,
      hashtags: [],
    });
    expect(brief.text).toBe(
      [
        'We cut a planning cycle from nine days to four.',
        'Finished: SC2x Supply Chain Design, MITx.',
        'network design, finance and contracts.',
        'I set safety stock across our three sites.',
        'Thanks: Ana, Bo, and Chris.',
        'Certificate: https://courses.edx.org/certificates/8c41f0',
      ].join('\n\n'),
    );
  });

  test('what is not there leaves no gap and no word of its own', () => {
    const bare = aStoredCredential({ title: 'PMP', issuer: null, url: 'javascript:alert(1)' });
    const post = composePost(bare, {
      ...options,
      occasion: 'earned',
      learned: ' ',
      use: '',
      thanks: [],
      progress: null,
    });
    expect(post.text).toBe('I earned PMP.');
    expect(post.facts.map(({ fact }) => fact)).toEqual(['held', 'title']);
  });

  test.each(['en', 'de', 'es', 'fr'])(
    'Laurel’s own words in %s hold no cliché, in any tone',
    (locale) => {
      for (const tone of postTones)
        for (const occasion of postOccasions)
          expect(
            clichesIn(composePost(course, { ...options, locale, tone, occasion }).text),
          ).toEqual([]);
    },
  );

  test.each([
    'I am thrilled to announce',
    'I’m thrilled that',
    'Thrilled!',
    'Super excited to share',
    'humbled and honored to',
    'Proud to announce that I passed',
    'It is with great pleasure',
    'My learning journey',
    'passionate about data',
    'a real game-changer',
    'Ich freue mich riesig',
    'Me complace anunciar',
    'Ravi de vous annoncer',
    'C’est avec plaisir',
  ])('"%s" is a cliché', (text) => {
    expect(clichesIn(text)).not.toEqual([]);
  });

  test.each(['I passed the exam', 'The journey planner cuts routes', 'Enthralled by data'])(
    '"%s" is none',
    (text) => {
      expect(clichesIn(text)).toEqual([]);
    },
  );

  test('only what is held was earned, and only what is under way has begun', () => {
    for (const status of statusSchema.options) {
      const lifecycle = status === 'in-progress' ? 'in-progress' : 'earned';
      const occasion = occasionOf(aStoredCredential({ status, lifecycle }));
      const held = status === 'active' || status === 'expiring';
      expect(occasion).toBe(status === 'in-progress' ? 'started' : held ? 'earned' : null);
      expect(isTrueOccasion('earned', status)).toBe(held);
      expect(isTrueOccasion('started', status)).toBe(status === 'in-progress');
    }
  });
});

describe('hashtags', () => {
  test.each([
    ['supply chain', '#SupplyChain'],
    ['C#', '#CSharp'],
    ['C++', '#CPlusPlus'],
    ['.NET', '#DotNET'],
    ['R&D', '#RAndD'],
    ['iOS', '#IOS'],
    ['ISO 27001', '#ISO27001'],
    ['größe und maß', '#GrößeUndMaß'],
    ['データ分析', '#データ分析'],
    ['#already', '#Already'],
    ['🎓', null],
    ['2024', null],
    ['<script>', '#Script'],
  ])('%s → %s', (skill, tag) => {
    expect(toHashtag(skill)).toBe(tag);
  });

  test('each once, at most so many', () => {
    expect(toHashtags(['risk', 'Risk', 'R&D', 'x', 'y'], 3)).toEqual(['#Risk', '#RAndD', '#X']);
  });
});

describe('as LinkedIn counts', () => {
  test('code units: an oracle that counts them from code points', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const even = text.replaceAll('\r\n', '\n');
        let units = 0;
        for (const sign of even) units += (sign.codePointAt(0) ?? 0) > 0xffff ? 2 : 1;
        expect(linkedInLength(text)).toBe(units);
        expect(linkedInLength(text)).toBeGreaterThanOrEqual([...even].length);
      }),
      propertyRuns(500),
    );
  });

  test('the fold cuts no letter apart and shows no more than it may', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', ' ', '\n', '👩‍🚀', 'é', 'e\u0301', '🇦🇹'), { maxLength: 200 }),
        fc.integer({ min: 0, max: 250 }),
        (signs, most) => {
          const text = signs.join('');
          const shown = beginning(text, most);
          expect(shown.length).toBeLessThanOrEqual(most);
          expect(text.startsWith(shown)).toBe(true);
          expect(shown).not.toMatch(/[\ud800-\udbff]$/u);
        },
      ),
      propertyRuns(300),
    );
  });

  test('210 on a desk and 140 on a phone', () => {
    const text = 'x'.repeat(400);
    expect(foldOf(text)).toMatchObject({ at: 210, phoneAt: 140 });
    expect(foldOf(text).shown).toHaveLength(210);
    expect(foldOf(text).phoneShown).toHaveLength(140);
    expect(foldOf('short').shown).toBe('short');
  });

  test('warnings at the limit, and at what a phone shows of the first paragraph', () => {
    expect(postWarnings('x\n'.repeat(POST_LIMIT / 2))).toEqual([]);
    expect(postWarnings(`${'x\n'.repeat(POST_LIMIT / 2)}y`)).toEqual([
      'The post has 3001 characters; LinkedIn takes 3000. Shorten it by 1.',
    ]);
    expect(postWarnings('x'.repeat(PHONE_FOLD_AT))).toEqual([]);
    expect(postWarnings('x'.repeat(PHONE_FOLD_AT + 1))).toHaveLength(1);
  });
});

describe('headlines', () => {
  const parts = [
    {
      id: aStoredCredential({ n: 1 }).id,
      letters: 'PMP',
      title: 'Project Management Professional (PMP)',
    },
    { id: aStoredCredential({ n: 2 }).id, letters: null, title: 'Google Analytics' },
  ];

  test('variants of role, letters, titles and words', () => {
    expect(composeHeadlines('Operations lead', ['Risk'], parts).map(({ text }) => text)).toEqual([
      'Operations lead | PMP',
      'Operations lead | Project Management Professional (PMP) | Google Analytics',
      'Operations lead | Risk | PMP',
      'Operations lead | PMP | Risk',
      'PMP | Risk',
      'Project Management Professional (PMP) | Google Analytics',
    ]);
    expect(composeHeadlines('', [], [])).toEqual([]);
  });

  test('never more than 220 characters; what does not fit goes whole', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 200 }),
        fc.array(fc.string({ maxLength: 60 }), { maxLength: 8 }),
        fc.array(fc.string({ minLength: 1, maxLength: 120 }), { maxLength: 8 }),
        (role, words, titles) => {
          const many = titles.map((title, n) => ({
            id: aStoredCredential({ n: n + 1 }).id,
            letters: n % 2 === 0 ? `L${n}` : null,
            title,
          }));
          for (const { text, characters, facts } of composeHeadlines(role, words, many)) {
            expect(characters).toBe(linkedInLength(text));
            expect(characters).toBeLessThanOrEqual(HEADLINE_LIMIT);
            for (const { value } of facts) expect(text).toContain(value);
          }
        },
      ),
      propertyRuns(200),
    );
  });
});
