import type { Design } from '#shared/domain/profile.ts';

/**
 * What both designs share. User text comes in as JSON and is set as strings, which Typst never reads
 * as markup; nothing is fetched, and the document has no date, so equal data gives equal bytes.
 */
const PRELUDE = String.raw`
#let data = json(bytes(sys.inputs.data))
#let ink = rgb("#1b1f1d")
#let soft = rgb("#4a524e")
#set document(title: data.title, author: if data.author == "" { () } else { data.author }, date: none)
#set page(paper: data.paper, margin: (x: 2.2cm, y: 2cm))
#set text(font: "Libertinus Serif", size: 11pt, fill: ink, lang: data.lang, region: data.region, hyphenate: false)
#set par(leading: 0.6em, justify: false)
#show link: set text(fill: rgb("#0f5c3f"))
#show heading.where(level: 1): it => block(above: 1.7em, below: 0.95em, sticky: true, width: 100%)[
  #text(size: 13pt, weight: "bold", it.body)
  #v(-0.55em)
  #line(length: 100%, stroke: 0.6pt + ink)
]
// A word longer than a line may break anywhere; no sign is added that copying would take along.
#show: body => if data.longWords {
  show regex("\\S{60,}"): it => it.text.clusters().join(box(width: 0pt))
  body
} else { body }
// A month stays with its year, and "no." with its number.
#let together = ("date", "expiry", "number")
#let part(it) = {
  if it.href != none { link(it.href, it.text) } else if it.fact in together and it.text.len() < 40 { box(it.text) } else { it.text }
}
// The first fact of a line of its own has nothing to be parted from.
#let leading(parts) = for (index, it) in parts.enumerate() {
  if index == 0 { part(it) } else { it.before + part(it) + it.after }
}
#let running(parts) = for it in parts { it.before + part(it) + it.after }
`;

const LIST = String.raw`
#set list(marker: [•], indent: 0pt, body-indent: 0.7em, spacing: 0.95em)
#for section in data.sections {
  if data.heading { heading(level: 1, section.heading) }
  list(..section.lines.map(line => {
    running(line.parts)
    if line.beneath != none { linebreak() + text(fill: soft, line.beneath) }
  }))
}
`;

const ENTRIES = String.raw`
#set list(marker: [], indent: 0pt, body-indent: 0pt, spacing: 1.05em)
#let isDate(it) = it.fact == "date" or it.fact == "expiry"
#let entry(line) = {
  let lead = line.parts.first()
  let dates = line.parts.slice(1).filter(isDate)
  let rest = line.parts.slice(1).filter(it => not isDate(it))
  lead.before + strong(part(lead)) + lead.after
  if dates.len() > 0 { h(0.8em) + h(1fr) + box(text(fill: soft, leading(dates))) }
  if rest.len() > 0 { linebreak() + leading(rest) }
  if line.beneath != none { linebreak() + text(fill: soft, line.beneath) }
}
#for section in data.sections {
  if data.heading { heading(level: 1, section.heading) }
  list(..section.lines.filter(line => line.parts.len() > 0).map(entry))
}
`;

/** Typst's source of each design; it knows nothing of any user. */
export const typstSources: Readonly<Record<Design, string>> = {
  list: PRELUDE + LIST,
  entries: PRELUDE + ENTRIES,
};
