/** Look of the portfolio page: no font, picture or script from elsewhere; light, dark and paper. */
export const PORTFOLIO_STYLE = `
:root {
  color-scheme: light dark;
  --page: #fff; --text: #1a201d; --soft: #535e58; --faint: #616b65; --line: #e3e7e4; --edge: #cbd2ce;
  --accent: #17633f; --tint: #f1f4f2;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #171a19; --text: #e7ebe8; --soft: #aeb8b2; --faint: #929c96; --line: #2a302d; --edge: #404844;
    --accent: #7fd3a9; --tint: #202523;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 400 1rem/1.5 Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
  font-variant-numeric: tabular-nums; font-feature-settings: "kern", "liga";
  overflow-wrap: break-word; hanging-punctuation: first last;
}
main, header, footer { max-width: 47rem; margin: 0 auto; padding: 0 1.5rem; }
header { padding-top: clamp(2.5rem, 8vw, 5.5rem); }
h1 { margin: 0; font-size: clamp(1.875rem, 5vw, 2.5rem); line-height: 1.15; font-weight: 650; letter-spacing: -0.022em; text-wrap: balance; }
h1 .letters { color: var(--soft); font-weight: 400; letter-spacing: -0.012em; }
.role { margin: 0.5rem 0 0; font-size: 1.125rem; line-height: 1.5; color: var(--soft); }
.intro { margin: 1.5rem 0 0; max-width: 38rem; font-size: 1.0625rem; line-height: 1.65; text-wrap: pretty; }
.reach { margin: 1.25rem 0 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; font-size: 0.9375rem; color: var(--soft); }
section { margin-top: 3.25rem; }
h2 { margin: 0; padding-bottom: 0.625rem; border-bottom: 1px solid var(--edge); font-size: 1.0625rem; line-height: 1.5rem; font-weight: 600; letter-spacing: -0.006em; }
article { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: 0 1.5rem; padding: 1.125rem 0; border-bottom: 1px solid var(--line); }
article:last-child { border-bottom: 0; }
.when { font-size: 0.875rem; line-height: 1.5rem; color: var(--soft); }
.when span { display: block; color: var(--faint); font-size: 0.8125rem; line-height: 1.25rem; }
h3 { margin: 0; font-size: 1.0625rem; line-height: 1.5rem; font-weight: 600; letter-spacing: -0.008em; text-wrap: balance; }
.by, .facts, .beneath { margin: 0.125rem 0 0; color: var(--soft); font-size: 0.9375rem; line-height: 1.4375rem; }
.facts { font-size: 0.875rem; }
.facts > * + *::before { content: "·"; margin: 0 0.4rem; color: var(--faint); display: inline-block; text-decoration: none; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 0.18em; overflow-wrap: anywhere; }
a:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; border-radius: 2px; }
.skills { margin: 0.625rem 0 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: 0.375rem; }
.skills li { padding: 0.0625rem 0.5rem; border-radius: 4px; background: var(--tint); color: var(--soft); font-size: 0.8125rem; line-height: 1.25rem; }
.files { margin: 0.75rem 0 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: 0.75rem; font-size: 0.875rem; }
.files figure { margin: 0; width: 9.5rem; }
.files img { display: block; width: 100%; height: 6.5rem; object-fit: contain; border: 1px solid var(--line); border-radius: 6px; background: #fff; }
.files figcaption { margin-top: 0.25rem; font-size: 0.75rem; line-height: 1rem; color: var(--faint); overflow-wrap: anywhere; }
footer { margin-top: 3.5rem; padding-bottom: 4rem; font-size: 0.8125rem; line-height: 1.25rem; color: var(--faint); }
@media (max-width: 34rem) {
  article { grid-template-columns: minmax(0, 1fr); }
  .when { order: 2; margin-top: 0.25rem; } .when span { display: inline; } .when span::before { content: " · "; }
}
@media (forced-colors: active) { .skills li { border: 1px solid; } }
@media print {
  @page { margin: 16mm 18mm; }
  :root { color-scheme: light; --page: #fff; --text: #000; --soft: #333; --faint: #444; --line: #ddd; --edge: #999; --accent: #000; --tint: transparent; }
  body { font-size: 10pt; }
  main, header, footer { max-width: none; padding: 0; }
  header { padding-top: 0; }
  h1 { font-size: 20pt; } .role { font-size: 11pt; } .intro { font-size: 10pt; line-height: 1.5; }
  section { margin-top: 16pt; }
  h2 { font-size: 11.5pt; padding-bottom: 3pt; break-after: avoid; }
  article { padding: 6pt 0; break-inside: avoid; grid-template-columns: 32mm minmax(0, 1fr); }
  h3 { font-size: 10.5pt; line-height: 1.35; }
  .when, .by, .facts, .beneath { font-size: 9.5pt; line-height: 1.4; }
  .skills { margin-top: 3pt; gap: 0; } .skills li { padding: 0; font-size: 9pt; } .skills li + li::before { content: ", "; white-space: pre; }
  .facts a[href^="http"]::after { content: " (" attr(href) ")"; font-size: 8.5pt; color: #444; }
  .files a[download] { display: none; }
  footer { margin-top: 14pt; padding-bottom: 0; font-size: 8.5pt; }
}`;
