import { Modal } from '@mantine/core';
import { t } from '../../i18n/all.ts';
import { Keys } from '../../ui/keys.tsx';
import { screens } from './screens.ts';
import classes from './ShortcutList.module.css';

type ShortcutListProps = Readonly<{ onClose: () => void }>;

export function ShortcutList({ onClose }: ShortcutListProps) {
  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title={t('shell.shortcuts.heading')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className={classes.columns}>
        <Section heading={t('shell.shortcuts.anywhere')} lines={anywhere()} />
        <div>
          <Section
            heading={t('shell.shortcuts.screens')}
            lines={screens.map(({ name, shortcut }) => [t(`shell.screens.${name}`), shortcut])}
          />
        </div>
        <Section heading={t('shell.shortcuts.lists')} lines={inLists()} />
      </div>
    </Modal>
  );
}

type Line = readonly [what: string, shortcut: string];

const anywhere = (): readonly Line[] => [
  [t('shell.shortcuts.search'), 'mod+f'],
  [t('shell.shortcuts.palette'), 'mod+k'],
  [t('shell.shortcuts.add'), 'mod+n'],
  [t('shell.shortcuts.undo'), 'mod+z'],
  [t('shell.shortcuts.redo'), 'mod+shift+z'],
  [t('shell.shortcuts.sidebar'), 'mod+b'],
  [t('shell.shortcuts.list'), '?'],
];

const inLists = (): readonly Line[] => [
  [t('shell.shortcuts.move'), 'arrowup|arrowdown'],
  [t('shell.shortcuts.open'), 'enter'],
  [t('shell.shortcuts.peek'), 'space'],
  [t('shell.shortcuts.back'), 'escape'],
  [t('shell.shortcuts.save'), 'enter|mod+enter'],
];

function Section({ heading, lines }: Readonly<{ heading: string; lines: readonly Line[] }>) {
  return (
    <section>
      <h3 className={classes.heading}>{heading}</h3>
      <dl className={classes.lines}>
        {lines.map(([what, shortcut]) => (
          <div key={what} className={classes.line}>
            <dt>{what}</dt>
            <dd>
              <Keys shortcut={shortcut} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
