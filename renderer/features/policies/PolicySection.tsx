import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Credential } from '#shared/domain/credential.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { openPolicy } from '../renewals/dialogs.ts';
import { PolicyCard } from '../renewals/PolicyCard.tsx';
import { PolicyPicker } from '../renewals/PolicyPicker.tsx';
import classes from '../renewals/Tabs.module.css';
import { ChoicesOf } from './ChoicesOf.tsx';
import { draftOfPolicy } from './newPolicy.ts';
import { useChoosePolicy } from './PolicyRow.tsx';

/** The policy that a credential is kept by: read, chosen, and changed from here. */
export function PolicySection({ credential }: Readonly<{ credential: Credential }>) {
  const [changing, setChanging] = useState(false);
  const choose = useChoosePolicy(credential);
  const { policyId, title } = credential;
  const { data: found, error } = useProcedure(
    'policies.get',
    { id: policyId ?? '' },
    { enabled: policyId !== null },
  );
  return (
    <section className={classes.section}>
      <div className={classes.head}>
        <h3 className={classes.heading}>{t('renewals.tab.policy')}</h3>
        <Button variant="default" aria-expanded={changing} onClick={() => setChanging(!changing)}>
          {t(policyId === null ? 'renewals.tab.choosePolicy' : 'renewals.tab.changePolicy')}
        </Button>
      </div>
      {changing && (
        <PolicyPicker
          opened
          onCancel={() => setChanging(false)}
          query={{
            title,
            abbreviation: credential.abbreviation,
            issuer: credential.issuer?.name ?? null,
            issued: credential.issued,
          }}
          value={policyId}
          onChange={(next) => {
            setChanging(false);
            void choose(next);
          }}
        />
      )}
      {policyId === null && <p className={classes.quiet}>{t('renewals.tab.noPolicy')}</p>}
      {error !== null && policyId !== null && (
        <p role="alert" className={classes.failed}>
          {error.message}
        </p>
      )}
      {policyId !== null && found !== undefined && (
        <>
          <ChoicesOf credential={credential} />
          <PolicyCard policy={found.policy} origin={found.origin} />
          <div className={classes.links}>
            <Link to="/renewals" search={{ view: 'policies', policy: policyId }}>
              {t('policies.openRules')}
            </Link>
            <Button
              variant="subtle"
              color="gray"
              leftSection={<IconPencil size={16} stroke={1.75} />}
              onClick={() => openPolicy(draftOfPolicy(found.policy), policyId)}
            >
              {t(found.origin === 'catalogue' ? 'policies.copyAndEditRules' : 'policies.editRules')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
