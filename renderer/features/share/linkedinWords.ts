import { linkedInFieldNames } from '#shared/domain/linkedin.ts';
import { t } from '../../i18n/all.ts';

/** A field of LinkedIn's form by its name; one that is not known stays as it is. */
export function fieldWords(name: string): string {
  const known = linkedInFieldNames.find((each) => each === name);
  return known === undefined ? name : t(`share.linkedin.fields.${known}`);
}
