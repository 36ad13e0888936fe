import { AppError } from '#shared/appError.ts';
import type { EngineParts } from '../parts.ts';
import type { Handlers } from './bind.ts';

type Names = Extract<
  keyof typeof import('#shared/procedures.ts').procedures,
  `portfolio.${string}` | `settings.${string}` | `history.${string}`
>;

/** Routes of the portfolio as a whole: its state, settings, sample, history and health. */
export function portfolioRoutes(parts: EngineParts): Handlers<Names> {
  const { writer, settings, historyService, credentialService, doctor, demo, health } = parts;

  return {
    'portfolio.info': () => {
      const { credentials, trashed, bytes } = health.counts();
      return {
        folder: parts.folder,
        version: parts.version,
        schemaVersion: parts.schemaVersion,
        sample: demo.isSample(),
        credentials,
        trashed,
        bytes,
        notices: [...parts.notices],
      };
    },
    'portfolio.demo': () => {
      const { credentials, trashed } = health.counts();
      if (credentials + trashed > 0) {
        throw new AppError(
          'refused',
          'This portfolio is not empty. The sample only goes into an empty one; choose another folder with --data.',
        );
      }
      return { added: demo.fill() };
    },
    'portfolio.doctor': ({ repair }) => doctor.run(repair),
    'settings.get': () => settings.read(),
    'settings.set': (changes) => {
      writer.run(
        'Changed settings',
        (tx) => {
          settings.write(tx, changes);
          // Dates of some bodies hang on it, so they are worked out again.
          if (changes.birthMonth !== undefined || changes.birthYear !== undefined)
            credentialService.recompute(tx);
        },
        { undoable: false },
      );
      return settings.read();
    },
    'history.list': ({ subjectId, limit }) => ({ items: historyService.list(subjectId, limit) }),
    'history.state': () => historyService.state(),
    'history.undo': () => historyService.undo(),
    'history.redo': () => historyService.redo(),
  };
}
