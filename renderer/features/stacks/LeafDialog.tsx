import {
  Button,
  Checkbox,
  Modal,
  MultiSelect,
  NumberInput,
  Select,
  TextInput,
} from '@mantine/core';
import { isGroup, roleSchema, type Group, type Leaf } from '#shared/domain/stackTree.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { t } from '../../i18n/all.ts';
import { DateText } from '../../ui/DateText.tsx';
import classes from './Dialog.module.css';
import {
  leafName,
  nodesOf,
  placeKey,
  replaceAt,
  withKey,
  nodeAt,
  type Place,
} from './draftTree.ts';

type LeafDialogProps = Readonly<{
  root: Group;
  place: Place;
  leaf: Leaf;
  name: string;
  onClose: () => void;
  onChange: (leaf: Leaf) => void;
  onRoot: (root: Group) => void;
}>;

type Patch = { [K in keyof Leaf]?: Leaf[K] | undefined };

/** What is asked of one part beyond being earned: track, grade, what comes first, its figures. */
export function LeafDialog({ root, place, leaf, name, ...on }: LeafDialogProps) {
  const set = (patch: Patch) => on.onChange(patched(leaf, patch));
  const estimate = (patch: Partial<NonNullable<Leaf['estimate']>>) => {
    const next = { ...leaf.estimate, ...patch };
    const known = Object.fromEntries(
      Object.entries(next).filter(([, value]) => value !== undefined),
    );
    set({ estimate: Object.keys(known).length === 0 ? undefined : known });
  };
  const [low, high] = leaf.estimate?.hours ?? [];
  const others = [...nodesOf(root)].filter(
    ([other]) => other.length > 0 && !placeKey(place).startsWith(placeKey(other)),
  );
  const chosen = others.filter(
    ([, node]) => node.key !== undefined && leaf.after?.includes(node.key),
  );
  return (
    <Modal
      opened
      onClose={on.onClose}
      size={520}
      title={t('stacks.builder.detailsOf', { title: name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ body: classes.modal ?? '' }}
    >
      <div className={classes.body}>
        <div className={classes.pair}>
          <TextInput
            label={t('stacks.builder.leaf.title')}
            placeholder={name}
            value={leaf.title ?? ''}
            onChange={(event) => set({ title: event.currentTarget.value || undefined })}
          />
          <Select
            label={t('stacks.builder.leaf.role')}
            allowDeselect={false}
            value={leaf.role ?? 'course'}
            data={roleSchema.options.map((role) => ({
              value: role,
              label: t(`stacks.roles.${role}`),
            }))}
            onChange={(role) => set({ role: roleSchema.parse(role) })}
          />
        </div>
        <Checkbox
          label={t('stacks.builder.leaf.verified')}
          checked={leaf.verified === true}
          onChange={(event) => set({ verified: event.currentTarget.checked ? true : undefined })}
        />
        <div className={classes.pair}>
          <NumberInput
            label={t('stacks.builder.leaf.minGrade')}
            min={0}
            max={100}
            value={leaf.minGrade ?? ''}
            onChange={(grade) => set({ minGrade: typeof grade === 'number' ? grade : undefined })}
          />
          <span />
          <NumberInput
            label={t('stacks.builder.leaf.hoursLow')}
            min={0}
            max={100_000}
            value={low ?? ''}
            onChange={(from) =>
              estimate({
                hours: typeof from === 'number' ? [from, Math.max(from, high ?? from)] : undefined,
              })
            }
          />
          <NumberInput
            label={t('stacks.builder.leaf.hoursHigh')}
            min={0}
            max={100_000}
            value={high ?? ''}
            onChange={(to) =>
              estimate({
                hours: typeof to === 'number' ? [Math.min(low ?? to, to), to] : undefined,
              })
            }
          />
          <DateText
            label={t('stacks.builder.leaf.retires')}
            wholeDay
            value={leaf.retires ?? null}
            onChange={(day) =>
              day !== undefined && set({ retires: plainDateSchema.safeParse(day).data })
            }
          />
          <DateText
            label={t('stacks.builder.leaf.teachOut')}
            wholeDay
            value={leaf.teachOut ?? null}
            onChange={(day) =>
              day !== undefined && set({ teachOut: plainDateSchema.safeParse(day).data })
            }
          />
        </div>
        <MultiSelect
          label={t('stacks.builder.leaf.after')}
          data={others.map(([other, node]) => ({
            value: placeKey(other),
            label: isGroup(node) ? (node.title ?? t('stacks.unnamed')) : leafName(node),
          }))}
          value={chosen.map(([other]) => placeKey(other))}
          onChange={(places) => on.onRoot(withPrerequisites(root, place, places))}
        />
      </div>
      <div className={classes.foot}>
        <Button size="sm" onClick={on.onClose}>
          {t('stacks.builder.leaf.done')}
        </Button>
      </div>
    </Modal>
  );
}

/** Names the parts that must come first, giving each a key where it has none. */
function withPrerequisites(root: Group, place: Place, places: readonly string[]): Group {
  let next = root;
  const keys: string[] = [];
  for (const one of places) {
    const at = one.split('.').map(Number);
    const node = nodeAt(next, at);
    if (node === undefined) continue;
    const keyed = withKey(node, next);
    next = replaceAt(next, at, keyed);
    if (keyed.key !== undefined) keys.push(keyed.key);
  }
  const leaf = nodeAt(next, place);
  if (leaf === undefined || isGroup(leaf)) return next;
  return replaceAt(next, place, patched(leaf, { after: keys.length === 0 ? undefined : keys }));
}

/** A field of undefined is taken out, so that the file does not hold it. */
function patched(leaf: Leaf, patch: Patch): Leaf {
  const next: Record<string, unknown> = { ...leaf, ...patch };
  for (const [name, value] of Object.entries(patch)) if (value === undefined) delete next[name];
  // Only fields of a leaf are set or taken out, never the one that says which leaf it is.
  return next as Leaf;
}
