/** The case for a raise and the portfolio page. */
export const sharingSheets = {
  format: 'Format',
  formats: { html: 'Page', md: 'Markdown', txt: 'Text' },
  which: 'Which credentials',
  tooManyLines: '{{most}} lines at most; those after are left out.',
  raise: {
    since: 'Since',
    results: 'What it brought, a line each',
    resultsHint: 'Overtime fell by 31 %',
    market: 'How the market puts it, a line each',
    marketHint: 'Posting at Northwind: “PMP required”',
    ask: 'What you ask for',
    askHint: 'Senior operations lead from March, at …',
    file: 'case-for-a-raise',
  },
  portfolio: {
    intro: 'Introduction',
    evidence: 'Proof',
    evidences: {
      none: 'Without links',
      links: 'Links to verify',
      embed: 'Links, and files in the page',
    },
    shows: 'The page shows',
    switches: {
      inProgress: 'In progress',
      expired: 'Expired',
      numbers: 'Credential numbers',
      skills: 'Skills',
      contact: 'How to reach you',
    },
    who: 'Who it is about',
    size_one: '{{count}} credential, {{size}}',
    size_other: '{{count}} credentials, {{size}}',
    save: 'Save page',
    file: 'portfolio',
  },
} as const;
