import { escapeLatex, escapeLatexLink } from '#shared/domain/escape.ts';
import type { Line, Section } from '#shared/domain/line.ts';
import { isLetterPaper } from './paper.ts';
import { piecesOf, type Piece } from './pieces.ts';

/**
 * The sections as a LaTeX document of the standard classes alone, for pdflatex, xelatex and
 * lualatex: a section without a number and a list each. What lies between the two comment lines
 * can be moved into a document of one's own.
 * @param options heading false leaves the headings out
 */
export function toLatex(
  sections: readonly Section[],
  options: Readonly<{ heading: boolean; locale: string; title: string }>,
): string {
  const body = sections.map((section) => latexSection(section, options.heading)).join('\n');
  const paper = isLetterPaper(options.locale) ? 'letterpaper' : 'a4paper';
  return String.raw`\documentclass[11pt,${paper}]{article}
\usepackage{iftex}
\iftutex
  \usepackage{fontspec}
\else
  % Letters that are joined in print are still told apart by programs that read the PDF.
  \IfFileExists{cmap.sty}{\usepackage{cmap}}{}
  \IfFileExists{glyphtounicode.tex}{\input{glyphtounicode}\pdfgentounicode=1}{}
  \usepackage[T1]{fontenc}
  \usepackage[utf8]{inputenc}
  \IfFileExists{lmodern.sty}{\usepackage{lmodern}}{}
  % A letter that these fonts lack leaves a mark, and stops nothing.
  \makeatletter
  \def\UTFviii@undefined@err#1{[?]}
  \makeatother
\fi
\usepackage[margin=2.5cm]{geometry}
\usepackage[hidelinks,unicode,pdftitle={${escapeLatex(options.title)}}]{hyperref}
\pagestyle{empty}
\setlength{\parindent}{0pt}
\raggedright
\begin{document}
% Begin of the section
${body}% End of the section
\end{document}
`;
}

function latexSection({ heading, lines }: Section, withHeading: boolean): string {
  const items = lines.map((line) => `  \\item ${latexLine(line)}\n`).join('');
  const list = `\\begin{itemize}\n${items}\\end{itemize}\n`;
  return withHeading ? `\\section*{${escapeLatex(heading)}}\n${list}` : list;
}

/**
 * An empty group first: a bracket at the start of an item would be read as its label. Plain text is
 * escaped in one piece, so that no two signs of neighbouring facts are set as one.
 */
function latexLine({ parts, beneath }: Line): string {
  const line = piecesOf(parts).map(latexPiece).join('');
  return beneath === null ? `{}${line}` : `{}${line}\\newline{}${escapeLatex(beneath.text)}`;
}

function latexPiece({ text, href }: Piece): string {
  return href === null
    ? escapeLatex(text)
    : `\\href{${escapeLatexLink(href)}}{${escapeLatex(text)}}`;
}
