import { UnstyledButton } from '@mantine/core';
import { IconBrandLinkedin, IconFileCv, IconTable, type Icon } from '@tabler/icons-react';
import { t } from '../../i18n/index.ts';
import classes from './Screen.module.css';

export const outputGroups = [
  { name: 'paper', outputs: ['resume'] },
  { name: 'online', outputs: ['linkedin'] },
  { name: 'data', outputs: ['csv'] },
] as const;
export type Output = (typeof outputGroups)[number]['outputs'][number];

const icons: Readonly<Record<Output, Icon>> = {
  resume: IconFileCv,
  linkedin: IconBrandLinkedin,
  csv: IconTable,
};

type OutputListProps = Readonly<{ output: Output; onPick: (output: Output) => void }>;

/** The outputs by where they go, as a column of its own. */
export function OutputList({ output, onPick }: OutputListProps) {
  return (
    <div className={classes.outputs}>
      <h1 className={classes.heading}>{t('share.heading')}</h1>
      <nav aria-label={t('share.outputs')}>
        {outputGroups.map(({ name, outputs }) => (
          <section key={name} aria-label={t(`share.groups.${name}`)}>
            <h2 className={classes.group}>{t(`share.groups.${name}`)}</h2>
            {outputs.map((each) => {
              const OutputIcon = icons[each];
              return (
                <UnstyledButton
                  key={each}
                  className={classes.output}
                  aria-current={each === output ? 'page' : undefined}
                  onClick={() => onPick(each)}
                >
                  <OutputIcon size={18} stroke={1.5} aria-hidden />
                  {t(`share.names.${each}`)}
                </UnstyledButton>
              );
            })}
          </section>
        ))}
      </nav>
    </div>
  );
}
