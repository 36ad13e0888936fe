import { t } from '../../i18n/all.ts';
import classes from './Screen.module.css';

const parts = ['valid', 'grace', 'underWay'] as const;

export function Legend() {
  return (
    <ul className={classes.legend}>
      {parts.map((part) => (
        <li key={part}>
          <span className={classes.sample} data-part={part} aria-hidden />
          {t(`timeline.legend.${part}`)}
        </li>
      ))}
    </ul>
  );
}
