import { describe, expect, test } from 'vitest';
import { shippedTemplates } from '#shared/catalog/templates.ts';
import { templateTargets, type TemplateTarget } from '#shared/domain/template.ts';
import {
  templateDataSchema,
  templateJsonSchema,
  templateVariables,
  toTemplateData,
} from '#shared/domain/templateData.ts';
import { z } from 'zod';
import { renderTemplate } from '../../../electron/engine/exporters/liquid.ts';
import { aStoredCredential } from '../../support/aStoredCredential.ts';
import {
  contentOf,
  documentContent,
  hasNaughtyStrings,
  naughtyCredentials,
} from '../../support/documents.ts';
import { openTestEngine, TODAY as asOf } from '../../support/engine.ts';
import { outgoingDay } from '../../support/outgoingPortfolio.ts';
import { elements, htmlText, htmlTree, markdownTree } from '../../support/parsed.ts';

const { options } = documentContent({ locale: 'en' });

const dataOf = (...titles: readonly string[]) => {
  const credentials = titles.map((title, n) =>
    aStoredCredential({
      n: n + 1,
      title,
      issuer: title,
      issued: '2024-05',
      url: 'https://example.org/a_b~c?d=e&f=g%20h#i',
    }),
  );
  return dataFrom(contentOf(credentials, options));
};
const dataFrom = ({ sections, credentials }: ReturnType<typeof contentOf>) =>
  toTemplateData(sections, credentials, { options, holder: 'Ada', asOf: outgoingDay });

const render = (target: TemplateTarget, body: string, ...titles: readonly string[]) =>
  renderTemplate(target, body, dataOf(...titles));

const HOSTILE = '<b>&"\'</b> *x* [y](z) \\cmd{} $1 #2 %3 _4_ {{ 1 | plus: 1 }} | pipe';
const each = '{% for section in sections %}{% for line in section.lines %}';
const end = '{% endfor %}{% endfor %}';

describe('the data', () => {
  test('is what its schema says, and the schema is the published one', async () => {
    const data = dataFrom(documentContent());
    expect(templateDataSchema.parse(data)).toEqual(data);
    expect(z.fromJSONSchema(templateJsonSchema()).safeParse(data).error).toBeUndefined();
    await expect(`${JSON.stringify(templateJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
      '../../fixtures/golden/templateData.schema.json',
    );
  });

  test('every variable says what it is', () => {
    const variables = templateVariables();
    expect(variables.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['locale', 'sections', 'section.heading', 'line.title', 'line.link']),
    );
    for (const { path, type, what } of variables) {
      expect(`${path}: ${type}: ${what}`).toMatch(
        /^[\w.]+: (string|boolean|list)( or null)?: .{5,}$/,
      );
    }
  });

  test('every variable can be printed, and is that of the line', async () => {
    const names = templateVariables().filter(({ path }) => path.startsWith('line.'));
    const body = `${each}${names.map(({ path }) => `{{ ${path} }}`).join(';')}${end}`;
    const { text, problem } = await render('txt', body, 'CISSP');
    expect(problem).toBeNull();
    expect(text).toContain('CISSP');
    expect(text.split(';')).toHaveLength(names.length);
  });
});

describe('what a template prints is escaped for its target', () => {
  const body = `${each}${'{{ line.title }}'}${end}`;

  test('HTML and Markdown', async () => {
    const html = htmlTree((await render('html', `<p>${body}</p>`, HOSTILE)).text);
    expect(elements(html, 'p').map(({ 2: children }) => children)).toEqual([[HOSTILE]]);
    const markdown = markdownTree((await render('md', body, HOSTILE)).text, true);
    expect(htmlText(markdown)).toBe(HOSTILE);
  });

  test('LaTeX and plain text', async () => {
    expect((await render('tex', body, '50% & {x} \\y_$')).text).toBe(
      '50\\% \\& \\{x\\} \\textbackslash{}y\\_\\$',
    );
    expect((await render('txt', body, `a\nb ${HOSTILE}`)).text).toBe(`a b ${HOSTILE}`);
  });

  test.each([
    ['through a variable', '{% assign x = line.title %}{{ x }}'],
    ['through a filter', '{{ line.title | append: "" }}'],
    ['through a list', '{{ line.title | split: "~~" | join: "" }}'],
    ['through a branch', '{% if line.title %}{{ line.title }}{% endif %}'],
  ])('there is no way around it %s', async (_name, inner) => {
    const { text, problem } = await render('html', `${each}${inner}${end}`, '<script>');
    expect(problem).toBeNull();
    expect(text).toBe('&lt;script&gt;');
  });

  test.each([
    '{{ line.title | raw }}',
    '{% echo line.title %}',
    '{% cycle line.title, "b" %}',
    '{% liquid echo line.title %}',
    '{% render "x" %}',
    '{% include "../../../../../../etc/passwd" %}',
    '{% layout "x" %}',
    '{% tablerow x in sections %}{% endtablerow %}',
    '{{ "now" | date: "%s" }}',
    '{{ sections | sample }}',
  ])('%s is refused', async (inner) => {
    const { text, problem } = await render('html', `${each}${inner}${end}`, '<script>');
    expect(text).toBe('');
    expect(problem).not.toBeNull();
  });

  test('a link is http or https or nothing, and stays whole in every target', async () => {
    const body = `${each}{{ line.link | link }}{{ "javascript:alert(1)" | link }}${end}`;
    const address = 'https://example.org/a_b~c?d=e&f=g%20h#i';
    expect((await render('txt', body, 'T')).text).toBe(address);
    expect((await render('html', body, 'T')).text).toBe(address.replace('&', '&amp;'));
    expect((await render('md', body, 'T')).text).toBe(address);
    expect((await render('tex', body, 'T')).text).toBe(
      'https://example.org/a\\_b\\~{}c?d=e\\&f=g\\%20h\\#i',
    );
  });

  test.each(['constructor', '__proto__', 'toString'])(
    '%s of the data is not to be had',
    async (name) => {
      const { text, problem } = await render(
        'txt',
        `{{ sections.${name} }}{{ holder.${name} }}`,
        'T',
      );
      expect(text).toBe('');
      expect(problem?.message ?? '').toMatch(/^$|[Uu]ndefined/);
    },
  );
});

describe('a mistake', () => {
  test.each([
    ['{{ locale }}\n{% for x in %}', 2],
    ['a\nb\n{{ locale | shout }}', 3],
    ['a\n{% if locale %}', 2],
    ['a\n\n\n{{ nothing.there }}', 4],
    ['{% endfor %}', 1],
  ])('in %j is told with its line', async (body, line) => {
    const { text, problem } = await render('txt', body, 'T');
    expect(text).toBe('');
    expect(problem).toMatchObject({ line });
    expect(problem?.message).toMatch(/^[A-Z].{5,}\.$/s);
    expect(problem?.message).not.toMatch(/line:\d|node_modules|\n {2,}at /);
  });

  test.each([
    '{% for a in (1..100000) %}{% for b in (1..100000) %}x{% endfor %}{% endfor %}',
    '{% assign s = "xxxxxxxxxx" %}{% for a in (1..100000) %}{% assign s = s | append: s %}{% endfor %}',
  ])('that would not end is stopped: %s', async (body) => {
    const { text, problem } = await render('txt', body, 'T');
    expect(text).toBe('');
    expect(problem?.message).toMatch(/limit/);
  });
});

describe('shipped templates', () => {
  test('there is one for each target, under its own id', () => {
    expect(new Set(shippedTemplates.map(({ target }) => target))).toEqual(new Set(templateTargets));
    expect(new Set(shippedTemplates.map(({ id }) => id)).size).toBe(shippedTemplates.length);
  });

  test.each(shippedTemplates)('$id is as it was approved', async ({ id, target, body }) => {
    const { text, problem } = await renderTemplate(target, body, dataFrom(documentContent()));
    expect(problem).toBeNull();
    await expect(text).toMatchFileSnapshot(`../../fixtures/golden/templates/${id}.${target}`);
  });

  test.skipIf(!hasNaughtyStrings).each(shippedTemplates)(
    '$id takes the big list of naughty strings',
    async ({ target, body }) => {
      const content = contentOf(naughtyCredentials(), options);
      const { text, problem } = await renderTemplate(target, body, dataFrom(content));
      expect(problem).toBeNull();
      if (target === 'html') {
        const tree = htmlTree(text);
        expect(elements(tree, 'script')).toEqual([]);
        expect(elements(tree, 'tr')).toHaveLength(content.credentials.length + 1);
      }
    },
  );
});

describe('templates in the engine', () => {
  test('a shipped one is changed, used, and put back', async () => {
    using engine = openTestEngine();
    await engine.call('credentials.create', {
      fields: { title: 'R&D *x*', kind: 'badge', issuer: 'I' },
      asOf,
    });
    const body = `${each}<p>{{ line.title }}</p>${end}`;
    const saved = await engine.call('templates.save', { id: 'html-table', body });
    expect(saved).toMatchObject({ origin: 'changed', name: 'Table', target: 'html', body });
    const made = await engine.call('exports.resume', {
      format: 'html',
      template: 'html-table',
      asOf,
    });
    expect(made).toMatchObject({
      text: '<p>R&amp;D *x*</p>',
      readBack: { matched: 1, lines: 1, missing: [] },
    });

    const restored = await engine.call('templates.restore', { id: 'html-table' });
    expect(restored).toMatchObject({ origin: 'shipped' });
    expect(restored?.body).toBe(shippedTemplates.find(({ id }) => id === 'html-table')?.body);
    await engine.call('history.undo', {});
    const after = await engine.call('templates.list', {});
    expect(after.find(({ id }) => id === 'html-table')).toMatchObject({ origin: 'changed', body });
  });

  test('one of the user’s own is made, kept over a restart, and removed', async () => {
    const engine = openTestEngine();
    const { id } = await engine.call('templates.save', {
      name: 'Mine',
      target: 'txt',
      body: '{{ holder }}',
    });
    using again = engine.reopen();
    expect(await again.call('templates.list', {})).toHaveLength(shippedTemplates.length + 1);
    expect(await again.call('templates.restore', { id })).toBeNull();
    await expect(again.call('templates.restore', { id })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('what cannot be rendered is refused with its line, and a preview shows it', async () => {
    using engine = openTestEngine();
    const body = 'a\n{% for x in %}';
    await expect(
      engine.call('templates.save', { name: 'Bad', target: 'md', body }),
    ).rejects.toMatchObject({ code: 'invalid_input', path: 'body', details: { line: 2 } });
    expect(await engine.call('templates.list', {})).toHaveLength(shippedTemplates.length);
    const preview = await engine.call('templates.preview', { target: 'md', body, asOf });
    expect(preview).toMatchObject({ text: '', problem: { line: 2 } });
    const good = await engine.call('templates.preview', {
      target: 'md',
      body: 'é{{ locale }}',
      asOf,
    });
    expect(good).toEqual({ text: 'éen', problem: null });
  });

  test('a template of another format is refused', async () => {
    using engine = openTestEngine();
    for (const format of ['md', 'docx', 'pdf', 'json'] as const) {
      await expect(
        engine.call('exports.resume', { format, template: 'html-table', asOf }),
      ).rejects.toMatchObject({ code: 'invalid_input', path: 'template' });
    }
    await expect(
      engine.call('exports.resume', { format: 'md', template: 'none such', asOf }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});
