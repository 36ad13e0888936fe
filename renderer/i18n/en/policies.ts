import { policiesView } from './policiesView.ts';

export const policies = {
  shortName: '{{issuer}}: {{name}}',
  term: {
    none: 'no fixed term',
    years_one: 'renews every year',
    years_other: 'renews every {{count}} years',
    months_one: 'renews every month',
    months_other: 'renews every {{count}} months',
  },
  expiry: {
    computed: 'By its rules it expires {{date}}.',
    same: 'By its rules it expires {{date}}, as entered.',
    differs: 'By its rules it expires {{date}}; the entered {{entered}} is kept.',
  },
  row: '{{name}}, {{term}}',
  useNamed: 'Use {{name}}?',
  offer: {
    label: 'Renewal policy',
    offered: '{{policy}}, {{term}}',
    chosen: 'Kept by {{policy}}, {{term}}',
    use: 'Use it',
    useNamed: 'Use the policy {{policy}}',
    drop: 'Do not use',
    dropNamed: 'Do not use the policy {{policy}}',
    other: 'Another policy',
    choose: 'Choose a policy',
    none: 'No policy of the catalogue has this name.',
  },
  ...policiesView,
} as const;
