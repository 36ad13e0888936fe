export const firstRun = {
  heading: 'Every credential you hold, and what keeps it',
  intro: 'Choose where to begin. You can do the other two later.',
  importTitle: 'Import from LinkedIn',
  importText:
    'Ask LinkedIn for a copy of your data, then drop the ZIP here. You see every row before it goes in.',
  importAction: 'Choose a file',
  addTitle: 'Add the first one',
  addText:
    'Type it as you would say it: “PMP, PMI, May 2024, 3 years”. The fields fill themselves in.',
  addAction: 'Add a credential',
  sampleTitle: 'Explore a sample',
  sampleText:
    'A filled portfolio, kept apart from yours. One click leaves it and nothing stays behind.',
  sampleAction: 'Open the sample',
  drop: 'Or drop a file anywhere: LinkedIn ZIP or CSV',
  private: 'No account. Everything stays in one folder on this computer.',
  showFolder: 'Show folder',
} as const;
