import process from 'node:process';
import { toCsv } from '../../electron/engine/exporters/csv.ts';
import { toHtmlDocument } from '../../electron/engine/exporters/html.ts';
import { toJsonResume } from '../../electron/engine/exporters/jsonResume.ts';
import { toLatex } from '../../electron/engine/exporters/latex.ts';
import { toMarkdown } from '../../electron/engine/exporters/markdown.ts';
import { toText } from '../../electron/engine/exporters/text.ts';
import { toSections } from '#shared/domain/line.ts';
import { addToProfileLink, copySheet } from '#shared/domain/linkedin.ts';
import { outgoingStatuses, selectOutgoing } from '#shared/domain/order.ts';
import { outgoingDay, outgoingPortfolio } from './outgoingPortfolio.ts';

// Prints every output of one portfolio, to be run in a process of its own with another TZ.
const { kept } = selectOutgoing(outgoingPortfolio(), {
  statuses: outgoingStatuses({ inProgress: true, expired: true }),
  ids: null,
  tags: [],
  degrees: true,
});
const shown = { expiry: true, number: true, link: true, skills: true, asOf: outgoingDay };
const sections = ['en', 'de', 'ja'].map((locale) => toSections(kept, { ...shown, locale }));
process.stdout.write(
  JSON.stringify({
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    markdown: sections.map((each) => toMarkdown(each, true)),
    text: sections.map((each) => toText(each, true)),
    html: sections.map((each) => toHtmlDocument(each, { heading: true, locale: 'en', title: 't' })),
    latex: sections.map((each) => toLatex(each, { heading: true, locale: 'en', title: 't' })),
    json: toJsonResume(kept, { shown, holder: '' }),
    csv: toCsv(kept),
    linkedin: kept.map((each) => [addToProfileLink(each), copySheet(each)]),
  }),
);
