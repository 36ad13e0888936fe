import { useProcedure } from '../../query.ts';
import { SourceNote } from '../renewals/Source.tsx';
import classes from './Policies.module.css';

/** Where the rules of a policy come from, at the foot of what they decide. */
export function PolicySource({ id }: Readonly<{ id: string }>) {
  const { data } = useProcedure('policies.get', { id });
  if (data === undefined) return null;
  return (
    <div className={classes.source}>
      <SourceNote source={data.policy.source} origin={data.origin} />
    </div>
  );
}
