import { Button, FileButton } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { openPolicy } from '../renewals/dialogs.ts';
import { anyPolicy, fits, type PolicyFilter } from './filter.ts';
import classes from './Policies.module.css';
import { PolicyDetail } from './PolicyDetail.tsx';
import { PolicyFilters } from './PolicyFilters.tsx';
import { PolicyList } from './PolicyList.tsx';
import { blankPolicy } from './newPolicy.ts';
import { readPolicyFile } from './readPolicyFile.ts';

/** Every policy: the catalogue's and the holder's own, with what each says, to be read and changed. */
export function PoliciesView() {
  const { today } = useAsOf();
  const navigate = useNavigate();
  const { policy: chosen } = useSearch({ from: '/renewals' });
  const [filter, setFilter] = useState<PolicyFilter>(anyPolicy);
  const [readLast, setReadLast] = useState<string>();
  const { data: policies } = useProcedure('policies.list', {});
  const shown = useMemo(
    () => (policies ?? []).filter((policy) => fits(policy, filter)).toSorted(byIssuer),
    [policies, filter],
  );
  const choose = (policy: string | undefined) =>
    void navigate({
      to: '/renewals',
      search: { view: 'policies', ...(policy === undefined ? {} : { policy }) },
      replace: true,
    });
  const back = () => {
    setReadLast(chosen);
    choose(undefined);
  };
  const isThere = policies?.some(({ id }) => id === chosen) === true;

  return (
    <div className={classes.view} data-detail={isThere || undefined}>
      <div className={classes.side}>
        <PolicyFilters filter={filter} onChange={setFilter} />
        <div className={classes.sums}>
          <span role="status">{t('policies.count', { count: shown.length })}</span>
          <FileButton
            accept="application/json,.json"
            onChange={(file) => file !== null && void readPolicyFile(file)}
          >
            {(props) => (
              <Button
                {...props}
                variant="subtle"
                color="gray"
                leftSection={<IconFileImport size={16} stroke={1.75} />}
              >
                {t('policies.importFile')}
              </Button>
            )}
          </FileButton>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} stroke={1.75} />}
            onClick={() => openPolicy(blankPolicy(today.slice(0, 7)), null)}
          >
            {t('policies.add')}
          </Button>
        </div>
        {policies !== undefined && shown.length === 0 && (
          <div className={classes.nothing}>
            {t('policies.nothing')}{' '}
            <Button variant="default" onClick={() => setFilter(anyPolicy)}>
              {t('policies.clear')}
            </Button>
          </div>
        )}
        <PolicyList
          policies={shown}
          chosen={isThere ? chosen : undefined}
          focusOn={isThere ? undefined : readLast}
          onChoose={choose}
        />
      </div>
      {isThere && chosen !== undefined ? (
        <PolicyDetail key={chosen} id={chosen} onBack={back} />
      ) : (
        <p className={classes.choose}>{t('policies.choose')}</p>
      )}
    </div>
  );
}

type Sorted = Readonly<{ issuer: string; name: string }>;
const byIssuer = (a: Sorted, b: Sorted): number =>
  a.issuer.localeCompare(b.issuer) || a.name.localeCompare(b.name);
