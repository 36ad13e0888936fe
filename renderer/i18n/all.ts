import { enLater } from './enLater.ts';
import { i18n } from './index.ts';

i18n.addResourceBundle('en', 'translation', enLater, true);

export { i18n, t } from './index.ts';
