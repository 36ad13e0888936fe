import { t } from '../../i18n/all.ts';
import { showFailed } from '../../ui/toast.tsx';
import { openPolicy } from '../renewals/dialogs.ts';
import { isObject, type Json } from './json.ts';

const LARGEST_BYTES = 2 * 1024 * 1024;

/** Opens the editor on a policy in a JSON file; what is wrong with it is shown there. */
export async function readPolicyFile(file: File): Promise<void> {
  if (file.size > LARGEST_BYTES) {
    showFailed(t('policies.editor.fileTooLarge', { name: file.name }));
    return;
  }
  try {
    const value: Json = JSON.parse(await file.text());
    if (!isObject(value)) throw new Error(t('policies.editor.needsObject'));
    openPolicy(value, null);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    showFailed(t('policies.editor.fileUnreadable', { name: file.name, reason }));
  }
}
