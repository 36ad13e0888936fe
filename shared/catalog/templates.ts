import type { TemplateTarget } from '#shared/domain/template.ts';

export type ShippedTemplate = Readonly<{
  id: string;
  name: string;
  target: TemplateTarget;
  body: string;
}>;

/** Templates that come with Laurel, to use, to change and to restore. */
export const shippedTemplates: readonly ShippedTemplate[] = [
  {
    id: 'one-paragraph',
    name: 'One paragraph',
    target: 'txt',
    body: `{% for section in sections -%}
{% if headings %}{{ section.heading }}: {% endif -%}
{% for line in section.lines %}{{ line.title }}{% if line.date %} ({{ line.date }}){% endif %}{% unless forloop.last %}; {% endunless %}{% endfor %}.
{% endfor %}`,
  },
  {
    id: 'markdown-table',
    name: 'Table',
    target: 'md',
    body: `{% for section in sections -%}
{% if headings %}## {{ section.heading }}

{% endif -%}
| Credential | Issuer | Date | Valid |
| --- | --- | --- | --- |
{% for line in section.lines -%}
| {% if line.link %}[{{ line.title }}](<{{ line.link | link }}>){% else %}{{ line.title }}{% endif %} | {{ line.issuer }} | {{ line.date }} | {{ line.expiry }} |
{% endfor %}
{% endfor %}`,
  },
  {
    id: 'html-table',
    name: 'Table',
    target: 'html',
    body: `<!doctype html>
<html lang="{{ locale }}">
<head>
<meta charset="utf-8">
<title>{% for section in sections %}{{ section.heading }}{% unless forloop.last %}, {% endunless %}{% endfor %}</title>
<style>
  body { font: 11pt/1.45 system-ui, sans-serif; max-width: 46em; margin: 2em auto; padding: 0 1em; }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: left; vertical-align: top; padding: 0.35em 1em 0.35em 0; border-bottom: 1px solid #ccc; }
</style>
</head>
<body>
{% for section in sections -%}
<h2>{{ section.heading }}</h2>
<table>
<thead><tr><th scope="col">Credential</th><th scope="col">Issuer</th><th scope="col">Date</th></tr></thead>
<tbody>
{% for line in section.lines -%}
<tr><td>{% if line.link %}<a href="{{ line.link | link }}">{{ line.title }}</a>{% else %}{{ line.title }}{% endif %}</td><td>{{ line.issuer }}</td><td>{{ line.date }}{% if line.expiry %}, {{ line.expiry }}{% endif %}</td></tr>
{% endfor -%}
</tbody>
</table>
{% endfor -%}
</body>
</html>
`,
  },
  {
    id: 'moderncv',
    name: 'moderncv entries',
    target: 'tex',
    body: `{% for section in sections -%}
{% if headings %}\\section{ {{- section.heading -}} }
{% endif -%}
{% for line in section.lines -%}
\\cventry{ {{- line.date -}} }{ {{- line.title -}} }{ {{- line.issuer -}} }{}{}{ {%- if line.expiry %}{{ line.expiry }}{% endif -%} }
{% endfor %}
{% endfor %}`,
  },
];
