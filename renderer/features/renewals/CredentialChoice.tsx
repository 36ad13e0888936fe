import { Select } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { nameOf, type OpenCycle } from './cycles.ts';

/** The credential that Routes and Simulator are about; kept in the address. */
export function useChosen(items: readonly OpenCycle[]): OpenCycle | undefined {
  const { id } = useSearch({ from: '/renewals' });
  return (
    items.find((item) => item.id === id) ?? items.find(({ next }) => next === null) ?? items[0]
  );
}

type CredentialChoiceProps = Readonly<{
  items: readonly OpenCycle[];
  chosen: OpenCycle | undefined;
  label: string;
}>;

export function CredentialChoice({ items, chosen, label }: CredentialChoiceProps) {
  const navigate = useNavigate();
  const { view } = useSearch({ from: '/renewals' });
  return (
    <Select
      label={label}
      searchable
      allowDeselect={false}
      w={280}
      data={items.map((item) => ({
        value: item.id,
        label: item.issuer === null ? nameOf(item) : `${nameOf(item)}, ${item.issuer}`,
      }))}
      value={chosen?.id ?? null}
      onChange={(id) => {
        if (id !== null) {
          void navigate({
            to: '/renewals',
            search: { ...(view === undefined ? {} : { view }), id },
            replace: true,
          });
        }
      }}
    />
  );
}
