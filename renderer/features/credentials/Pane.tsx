import { Button, ScrollArea, Tabs } from '@mantine/core';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useCommand, useProcedure } from '../../query.ts';
import { CostsTab } from '../plan/CostsTab.tsx';
import { CyclesTab } from '../renewals/CyclesTab.tsx';
import { UnitsTab } from '../renewals/UnitsTab.tsx';
import { EvidenceTab } from './EvidenceTab.tsx';
import { HistoryTab } from './HistoryTab.tsx';
import { Overview } from './Overview.tsx';
import { PaneHeader } from './PaneHeader.tsx';
import classes from './Pane.module.css';
import { SavedFooter } from './SavedFooter.tsx';
import { StoryTab } from './StoryTab.tsx';

const tabs = ['overview', 'cycles', 'units', 'evidence', 'costs', 'story', 'history'] as const;
type Tab = (typeof tabs)[number];

/** Tabs whose changes are made by buttons. */
const noKeys: ReadonlySet<Tab> = new Set(['cycles', 'units', 'evidence', 'costs', 'history']);

/** The tab stays while one goes from credential to credential. */
let lastTab: Tab = 'overview';

type PaneProps = Readonly<{
  id: string;
  paneRef: RefObject<HTMLElement | null>;
  onClose: () => void;
}>;

/** Everything about one credential, edited in place. */
export function Pane({ id, paneRef, onClose }: PaneProps) {
  const { asOf } = useAsOf();
  const { data: credential, error } = useProcedure('credentials.get', { id, asOf });
  const [tab, setTab] = useState<Tab>(lastTab);
  const restore = useCommand('credentials.restore', {
    done: () => t('credentials.restoredNamed', { title: credential?.title ?? '' }),
  });
  useEscape(paneRef, onClose);
  const choose = (value: string | null) => {
    lastTab = tabs.find((name) => name === value) ?? 'overview';
    setTab(lastTab);
  };

  return (
    <aside
      ref={paneRef}
      tabIndex={-1}
      className={classes.pane}
      aria-label={
        credential === undefined
          ? t('credentials.paneLoading')
          : t('credentials.pane', { title: credential.title })
      }
      aria-busy={credential === undefined && error === null}
    >
      {error !== null && credential === undefined && (
        <p role="alert" className={classes.failed}>
          {error.message}
        </p>
      )}
      {credential !== undefined && (
        <>
          <PaneHeader credential={credential} onClose={onClose} />
          {credential.trashedAt !== null && (
            <div role="status" className={classes.trashed}>
              {t('credentials.inTrash')}
              <Button variant="default" onClick={() => restore.mutate({ ids: [id] })}>
                {t('credentials.restore')}
              </Button>
            </div>
          )}
          <Tabs value={tab} onChange={choose} keepMounted={false} className={classes.tabs ?? ''}>
            <Tabs.List className={classes.tabList ?? ''}>
              {tabs.map((name) => (
                <Tabs.Tab key={name} value={name}>
                  {t(`credentials.tabs.${name}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {tabs.map((name) => (
              <Tabs.Panel key={name} value={name} className={classes.panel ?? ''}>
                <ScrollArea
                  className={classes.scroll ?? ''}
                  type="hover"
                  scrollbars="y"
                  scrollbarSize={8}
                >
                  <div className={classes.content}>
                    {name === 'overview' && (
                      <Overview credential={credential} onEvidence={() => choose('evidence')} />
                    )}
                    {name === 'cycles' && <CyclesTab credential={credential} />}
                    {name === 'units' && <UnitsTab credential={credential} />}
                    {name === 'evidence' && <EvidenceTab credential={credential} />}
                    {name === 'costs' && <CostsTab credential={credential} />}
                    {name === 'story' && <StoryTab credential={credential} />}
                    {name === 'history' && <HistoryTab id={credential.id} />}
                  </div>
                </ScrollArea>
              </Tabs.Panel>
            ))}
          </Tabs>
          <SavedFooter
            updatedAt={credential.updatedAt}
            hint={
              noKeys.has(tab)
                ? ''
                : t(tab === 'story' ? 'credentials.saved.storyKeys' : 'credentials.saved.keys')
            }
          />
        </>
      )}
    </aside>
  );
}

/** Esc anywhere in the pane closes it, unless an editor or a menu in it has taken the key. */
function useEscape(paneRef: RefObject<HTMLElement | null>, onClose: () => void): void {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const inside = event.target instanceof Node && paneRef.current?.contains(event.target);
      if (event.key !== 'Escape' || event.defaultPrevented || inside !== true) return;
      event.preventDefault();
      close.current();
    };
    // Heard last: what is drawn in the pane hears the key before the window does.
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [paneRef]);
}
