import { UnstyledButton } from '@mantine/core';
import {
  IconBrandLinkedin,
  IconCalendarEvent,
  IconFileCv,
  IconFileSearch,
  IconFolderCheck,
  IconGitCompare,
  IconMessage,
  IconTable,
  IconSignature,
  IconId,
  IconAddressBook,
  IconMessageStar,
  IconHeading,
  IconWorld,
  IconClipboardText,
  type Icon,
} from '@tabler/icons-react';
import { lazy, type ComponentType, type ReactNode } from 'react';
import { t } from '../../i18n/all.ts';
import classes from './Screen.module.css';
import { SentOut } from './SentOut.tsx';
import { outputGroups, type OutputName } from './views.ts';

type OutputProps = Readonly<{ picker: ReactNode }>;
type OutputEntry = Readonly<{ icon: Icon; view: ComponentType<OutputProps> }>;

/** Each output with its mark and its two panes, which are loaded when it is first chosen. */
export const outputs: Readonly<Partial<Record<OutputName, OutputEntry>>> = {
  resume: {
    icon: IconFileCv,
    view: lazy(async () => ({ default: (await import('./ResumeOutput.tsx')).ResumeOutput })),
  },
  signature: {
    icon: IconSignature,
    view: lazy(async () => ({ default: (await import('./SignatureOutput.tsx')).SignatureOutput })),
  },
  nameLine: {
    icon: IconId,
    view: lazy(async () => ({ default: (await import('./NameLineOutput.tsx')).NameLineOutput })),
  },
  card: {
    icon: IconAddressBook,
    view: lazy(async () => ({ default: (await import('./CardOutput.tsx')).CardOutput })),
  },
  stories: {
    icon: IconMessageStar,
    view: lazy(async () => ({ default: (await import('./StoriesOutput.tsx')).StoriesOutput })),
  },
  headline: {
    icon: IconHeading,
    view: lazy(async () => ({ default: (await import('./HeadlineOutput.tsx')).HeadlineOutput })),
  },
  portfolio: {
    icon: IconWorld,
    view: lazy(async () => ({ default: (await import('./PortfolioOutput.tsx')).PortfolioOutput })),
  },
  raise: {
    icon: IconClipboardText,
    view: lazy(async () => ({ default: (await import('./RaiseOutput.tsx')).RaiseOutput })),
  },
  post: {
    icon: IconMessage,
    view: lazy(async () => ({ default: (await import('./PostOutput.tsx')).PostOutput })),
  },
  audit: {
    icon: IconFolderCheck,
    view: lazy(async () => ({ default: (await import('./AuditOutput.tsx')).AuditOutput })),
  },
  csv: {
    icon: IconTable,
    view: lazy(async () => ({ default: (await import('./CsvOutput.tsx')).CsvOutput })),
  },
  calendar: {
    icon: IconCalendarEvent,
    view: lazy(async () => ({ default: (await import('./CalendarOutput.tsx')).CalendarOutput })),
  },
  cv: {
    icon: IconFileSearch,
    view: lazy(async () => ({ default: (await import('./CvOutput.tsx')).CvOutput })),
  },
  drift: {
    icon: IconGitCompare,
    view: lazy(async () => ({ default: (await import('./DriftOutput.tsx')).DriftOutput })),
  },
  linkedin: {
    icon: IconBrandLinkedin,
    view: lazy(async () => ({ default: (await import('./LinkedInOutput.tsx')).LinkedInOutput })),
  },
};

/** The groups with those of their outputs that there are. */
export const listedGroups = outputGroups.flatMap(({ name, outputs: names }) => {
  const listed = names.flatMap((each: OutputName) => {
    const entry = outputs[each];
    return entry === undefined ? [] : [{ name: each, icon: entry.icon }];
  });
  return listed.length === 0 ? [] : [{ name, outputs: listed }];
});

type OutputListProps = Readonly<{ output: OutputName; onPick: (output: OutputName) => void }>;

/** The outputs by where they go, as a column of its own, and beneath them what has gone out. */
export function OutputList({ output, onPick }: OutputListProps) {
  return (
    <div className={classes.outputs}>
      <h1 className={classes.heading}>{t('share.heading')}</h1>
      <nav aria-label={t('share.outputs')} className={classes.list}>
        {listedGroups.map((group) => (
          <section
            key={group.name}
            aria-label={t(`share.groups.${group.name}`)}
            className={classes.outputGroup}
          >
            <h2 className={classes.group}>{t(`share.groups.${group.name}`)}</h2>
            {group.outputs.map(({ name, icon: OutputIcon }) => (
              <UnstyledButton
                key={name}
                className={classes.output}
                aria-current={name === output ? 'page' : undefined}
                onClick={() => onPick(name)}
              >
                <OutputIcon size={18} stroke={1.5} aria-hidden />
                {t(`share.names.${name}`)}
              </UnstyledButton>
            ))}
          </section>
        ))}
      </nav>
      <SentOut />
    </div>
  );
}
